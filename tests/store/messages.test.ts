import { describe, expect, it } from 'vitest'
import { noteInbound, unnoteInbound } from '../../server/store/inbound.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { overDialects } from '../helpers/dialects.ts'
import { message, outboxOver, paperGateway, phoneOf } from '../helpers/outbox.ts'

const START = 1_780_000_000_000
const browser = (name: string) => ({ endpoint: `https://push.example/${name}`, keys: { p256dh: 'p', auth: 'a' } })

overDialects('messages', store => {
  const rows = () => store.db.kysely.selectFrom('messages').selectAll().orderBy('ticket_id').execute()

  describe('the outbox', () => {
    it('writes an occasion once, however often and however many at a time it is told [M1]', async () => {
      const outbox = outboxOver(store.db, paperGateway().gateway, { now: START })
      const written = await Promise.all(Array.from({ length: 5 }, () => outbox.queue(message(1))))
      expect(written.reduce((sum, n) => sum + n)).toBe(1)
      expect(await outbox.queue(message(1, { occasion: '2' }))).toBe(1)
      expect(await outbox.queue(message(1, { kind: 'reminder' }))).toBe(1)
      expect(await outbox.byState()).toEqual({ queued: 3, sent: 0, failed: 0, dropped: 0 })
    })

    it('keeps a phone number sealed, and no longer than until the message is sent [R7]', async () => {
      const paper = paperGateway()
      const outbox = outboxOver(store.db, paper.gateway, { now: START })
      await outbox.queue(message(1))
      const [waiting] = await rows()
      expect(waiting!.address).toMatch(/^[\w-]{40,}$/)
      expect(JSON.stringify(waiting)).not.toContain(phoneOf(1))
      expect(await outbox.deliverDue(START)).toEqual({ sent: 1, postponed: 0, failed: 0, dropped: 0 })
      expect(paper.given).toMatchObject([{ id: waiting!.id, to: phoneOf(1), values: ['A-1', 'KTP-el', '', ''] }])
      expect(await rows()).toMatchObject([{ state: 'sent', address: null, values: '{}', sent_at: START, tries: 1 }])
    })

    it('sends each message once when two processes look at the same time [M1]', async () => {
      const paper = paperGateway()
      const [one, two] = [1, 2].map(() => outboxOver(store.db, paper.gateway, { now: START })) as never as [
        ReturnType<typeof outboxOver>,
        ReturnType<typeof outboxOver>,
      ]
      for (let n = 0; n < 30; n++) await one.queue(message(n))
      await Promise.all([one.deliverDue(START), two.deliverDue(START)])
      expect(new Set(paper.given.map(m => m.id)).size).toBe(30)
      expect(paper.given).toHaveLength(30)
    })

    it('comes again later and later, and gives up after the eighth try [M2 R7]', async () => {
      const clock = { now: START }
      const paper = paperGateway(() => ({ ok: false, code: 'HTTP_500', again: true }))
      const outbox = outboxOver(store.db, paper.gateway, clock)
      await outbox.queue(message(1))
      const at: number[] = []
      for (; clock.now < START + 119 * MINUTE; clock.now += 1_000) {
        await outbox.deliverDue(clock.now)
        if (paper.given.length > at.length) at.push(clock.now)
        const [row] = await rows()
        clock.now = Math.max(clock.now, row!.next_at - 1_000)
        if (row!.state === 'failed') break
      }
      const pauses = at.slice(1).map((t, i) => t - at[i]!)
      expect(at).toHaveLength(8)
      expect(pauses).toEqual([...pauses].sort((a, b) => a - b))
      expect(await rows()).toMatchObject([{ state: 'failed', tries: 8, last_error: 'HTTP_500', address: null }])
    })

    it('does not come back to a gateway that refused for good, and waits as long as a busy one asks [M2]', async () => {
      const clock = { now: START }
      const no = paperGateway((_, nth) =>
        nth === 1
          ? { ok: false, code: 'HTTP_400', again: false }
          : { ok: false, code: 'HTTP_429', again: true, pauseMs: 60_000 },
      )
      const outbox = outboxOver(store.db, no.gateway, clock)
      await outbox.queue(message(1))
      expect(await outbox.deliverDue(START)).toMatchObject({ failed: 1 })
      await outbox.queue(message(2))
      expect(await outbox.deliverDue(START)).toMatchObject({ postponed: 1 })
      expect((await rows())[1]).toMatchObject({ state: 'queued', next_at: START + 60_000, last_error: 'HTTP_429' })
    })

    it('waits an hour at most, whatever a busy gateway asks [M2]', async () => {
      const busy = paperGateway(() => ({ ok: false, code: 'HTTP_429', again: true, pauseMs: 1440 * MINUTE }))
      const outbox = outboxOver(store.db, busy.gateway, { now: START })
      await outbox.queue(message(1))
      await outbox.deliverDue(START)
      expect(await rows()).toMatchObject([{ next_at: START + 60 * MINUTE }])
    })

    it('shows since when its oldest message waits', async () => {
      const clock = { now: START }
      const outbox = outboxOver(store.db, paperGateway().gateway, clock)
      await outbox.queue(message(1))
      clock.now += MINUTE
      await outbox.queue(message(2, { kind: 'reminder' }))
      expect((await outbox.figures('samarinda')).oldestWaiting).toBe(START)
    })

    it('sends no "3 left" that has lost its point [M3]', async () => {
      const clock = { now: START }
      const paper = paperGateway()
      const outbox = outboxOver(store.db, paper.gateway, clock)
      await outbox.queue(message(1, { kind: 'threeLeft' }))
      clock.now += 11 * MINUTE
      expect(await outbox.deliverDue(clock.now)).toMatchObject({ dropped: 1 })
      expect(paper.given).toEqual([])
      expect(await rows()).toMatchObject([{ state: 'dropped', last_error: 'TOO_LATE' }])
    })

    it('sends a message under the same id again when the process died after sending [M1]', async () => {
      const dies = paperGateway(() => new Promise(() => undefined))
      const before = outboxOver(store.db, dies.gateway, { now: START })
      await before.queue(message(1))
      void before.deliverDue(START)
      while (dies.given.length === 0) await new Promise(resolve => setTimeout(resolve, 5))
      await store.reopen()
      const paper = paperGateway()
      const next = outboxOver(store.db, paper.gateway, { now: START })
      expect(await next.deliverDue(START + 29_000)).toMatchObject({ sent: 0 })
      expect(await next.deliverDue(START + 31_000)).toMatchObject({ sent: 1 })
      expect(paper.given[0]!.id).toBe(dies.given[0]!.id)
    })

    it('says so when a channel has no gateway, and keeps no number for it then', async () => {
      const outbox = outboxOver(store.db, paperGateway().gateway, { now: START })
      await outbox.queue(message(1, { channel: 'sms' }))
      expect(await outbox.deliverDue(START)).toMatchObject({ sent: 0, dropped: 1 })
      expect(await rows()).toMatchObject([{ state: 'dropped', last_error: 'NO_GATEWAY', address: null }])
    })

    it('sends what a program without that road wrote, such as the command that applies an office file [M1]', async () => {
      const paper = paperGateway()
      await outboxOver(store.db, undefined, { now: START }).queue(message(1))
      expect(await outboxOver(store.db, paper.gateway, { now: START }).deliverDue(START)).toMatchObject({ sent: 1 })
      expect(paper.given).toHaveLength(1)
    })
  })

  describe('browsers that asked to be told', () => {
    it('get the message each, once, in their own language, the newest five of a ticket [M7]', async () => {
      const clock = { now: START }
      const paper = paperGateway()
      const outbox = outboxOver(store.db, paper.gateway, clock)
      expect(await outbox.queue(message(1, { channel: 'push' }))).toBe(0)
      for (let n = 1; n <= 7; n++) {
        clock.now++
        await outbox.subscribe('t1', browser(`b${n}`), n === 7 ? 'en' : 'id')
      }
      await outbox.subscribe('t1', browser('b7'), 'en')
      expect(await outbox.queue(message(1, { channel: 'push', kind: 'called' }))).toBe(5)
      expect(await outbox.queue(message(1, { channel: 'push', kind: 'called' }))).toBe(0)
      await outbox.deliverDue(clock.now)
      expect(paper.given.map(m => JSON.parse(m.to).endpoint.at(-1)).sort()).toEqual(['3', '4', '5', '6', '7'])
      expect(paper.given.filter(m => m.template.endsWith('_en'))).toHaveLength(1)
    })

    it('are forgotten when their push service no longer knows them', async () => {
      const gone = paperGateway(() => ({ ok: false, code: 'HTTP_410', again: false, gone: true }))
      const outbox = outboxOver(store.db, gone.gateway, { now: START })
      await outbox.subscribe('t1', browser('b1'), 'id')
      await outbox.queue(message(1, { channel: 'push' }))
      expect(await outbox.deliverDue(START)).toMatchObject({ failed: 1 })
      expect(await outbox.queue(message(1, { channel: 'push', kind: 'called' }))).toBe(0)
    })
  })

  it('retention removes addresses and browsers, and totals stay equal', async () => {
    const paper = paperGateway()
    const outbox = outboxOver(store.db, paper.gateway, { now: START })
    await outbox.queue(message(1))
    await outbox.deliverDue(START)
    await outbox.subscribe('t1', browser('b1'), 'id')
    for (const n of [1, 2, 3]) await outbox.queue(message(n, { occasion: 'later' }))
    await outbox.forget(['t1', 't2'])
    expect(await outbox.byState()).toEqual({ queued: 1, sent: 1, failed: 0, dropped: 2 })
    expect((await rows()).filter(r => r.address !== null).map(r => r.ticket_id)).toEqual(['t3'])
    expect(await store.db.kysely.selectFrom('push_subscriptions').selectAll().execute()).toEqual([])
    expect(await outbox.figures('samarinda')).toMatchObject({
      errors: { FORGOTTEN: 2 },
      oldestWaiting: START,
      retries: 0,
    })
  })

  it('an incoming message is noted once until its time is over', async () => {
    expect(await noteInbound(store.db, 'x', 100, 0)).toBe(true)
    expect(await noteInbound(store.db, 'x', 110, 0)).toBe(false)
    await unnoteInbound(store.db, 'x')
    expect(await noteInbound(store.db, 'x', 120, 0)).toBe(true)
    expect(await noteInbound(store.db, 'x', 400, 200)).toBe(true)
  })
})
