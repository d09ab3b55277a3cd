import { afterEach, describe, expect, it } from 'vitest'
import type { MessageKind } from '../../shared/messages/message.ts'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { phoneOf } from '../helpers/outbox.ts'
import { counterPath, MORNING, TICKETS } from '../helpers/test-app.ts'
import { inbound, KEYS, office, OFFICE, places, toldOffice } from '../helpers/told-office.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

/** What happens to a ticket is told on the phone, each thing once, by the outbox's own timer. */
const TODAY = '2026-06-09'
const at = (time: string, date = TODAY) => atClock(date, time, 'WITA')
type Told = Awaited<ReturnType<typeof toldOffice>>
const open: Told[] = []
afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close()
})

async function start(now = MORNING): Promise<Told> {
  const it = await toldOffice(undefined, { now })
  open.push(it)
  return it
}

const of = (messages: Told['phones'], kind: MessageKind) => messages.filter(m => m.kind === kind)
/** Two more passes of the outbox once everything that follows is done; nothing may come twice in them. */
async function quiet({ app, clock }: Pick<Told, 'app' | 'clock'>): Promise<void> {
  await app.settled()
  for (let pass = 0; pass < 2; pass++) await app.messages.deliverDue(clock.now)
}

describe('whoever waits in the hall or nearby', () => {
  it('is told "3 lagi" once, within five seconds of the call that makes it so, and once that it is their turn [M4]', async () => {
    const { app, clock, push, phones } = await start()
    const kiosk = await app.device('kiosk')
    const walkIn = async () => (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body
    const line = []
    for (let n = 0; n < 5; n++) line.push(await walkIn())
    const subscription = { endpoint: 'https://push.example/walk-in', keys: KEYS }
    await app.visitor().post(`/api/tickets/${line[4].token}/push`, { subscription })
    // Booked for ten and here a quarter of an hour before.
    const contact = { phone: phoneOf(1), channel: 'sms' }
    const wish = { serviceId: 'ktp-el', slotId: `${TODAY}T10:00`, contact }
    const booked = (await app.visitor().post(`${OFFICE}/bookings`, wish)).body
    clock.now = at('09:45')
    expect((await kiosk.post(`${OFFICE}/check-in`, { token: booked.token })).status).toBe(200)
    const officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
    const next = async () => {
      const began = performance.now()
      const called = await officer.post(counterPath('1', 'call-next'))
      expect(called.status).toBe(200)
      return began
    }
    clock.now = at('10:00')
    const own = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body
    const worst: number[] = []
    const heard = new Set<string>()
    for (let calls = 0; calls < 6; calls++) {
      const before = { browser: await own(line[4].token), phone: await own(booked.token) }
      const began = await next()
      for (const [who, token, box] of [
        ['browser', line[4].token, push],
        ['phone', booked.token, phones],
      ] as const) {
        const now = await own(token)
        if (heard.has(who) || now.ticket.state !== 'waiting' || now.ahead > 3) continue
        heard.add(who)
        await expect.poll(() => of(box, 'threeLeft').length, { timeout: 5_000, interval: 20 }).toBe(1)
        worst.push(performance.now() - began)
        expect(before[who].ahead).toBeGreaterThan(now.ahead)
      }
      if (calls < 5) await officer.post(counterPath('1', 'finish'))
    }
    await officer.post(counterPath('1', 'recall'))
    await app.settled()
    await quiet({ app, clock })
    console.log(`"3 lagi" after ${worst.map(ms => ms.toFixed(0)).join(' and ')} ms`)
    expect([...heard].sort()).toEqual(['browser', 'phone'])
    expect(Math.max(...worst)).toBeLessThan(5_000)
    for (const box of [push, phones]) expect([of(box, 'threeLeft').length, of(box, 'called').length]).toEqual([1, 1])
    expect(of(phones, 'called')[0]!.text).toContain('Loket 1')
    expect(app.failures).toEqual([])
  })
})

describe('whoever is not in the hall', () => {
  it('is told that a place is offered, and that a place was released [M4]', async () => {
    const { app, clock, phones } = await start(at('08:00'))
    const slots = await places(app, 'legalisir', TODAY)
    for (const [n, slotId] of slots.entries()) {
      const contact = { phone: phoneOf(n), channel: 'whatsapp' }
      const booked = await app.visitor().post(`${OFFICE}/bookings`, { serviceId: 'legalisir', slotId, contact })
      expect(booked.status).toBe(201)
    }
    const contact = { phone: phoneOf(500), channel: 'telegram' }
    await app.visitor().post(`${OFFICE}/services/legalisir/waitlist`, { date: TODAY, contact })
    clock.now = at(slots[0]!.slice(11)) + 11 * 60_000
    for (let pass = 0; pass < 3; pass++) await app.passOn()
    await app.settled()
    await expect.poll(() => of(phones, 'placeOffered').length, { timeout: 5_000 }).toBe(1)
    await quiet({ app, clock })
    const first = slots.filter(s => s === slots[0]).length
    expect(of(phones, 'placeOffered').map(m => [m.to, m.channel])).toEqual([['628000000500', 'telegram']])
    expect(of(phones, 'released').map(m => m.to)).toHaveLength(first)
    expect(new Set(of(phones, 'released').map(m => m.to)).size).toBe(first)
    expect(of(phones, 'booked')).toHaveLength(slots.length)
  })

  it('is told how the draw ended, with a place or on the waitlist, once each [M4]', async () => {
    const { app, clock, phones } = await start()
    const release = { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 }
    const drawn = {
      id: 'pindah-datang',
      booking: { ...DEFAULT_SERVICE_BOOKING, release, dailyQuota: 20, files: false },
    }
    await office(app, { priorityShare: 0 }, { services: [drawn] })
    const date = addDays(TODAY, 2)
    const path = `${OFFICE}/services/pindah-datang/draws/${date}`
    for (let n = 0; n < 20; n++) {
      const contact = { phone: phoneOf(n), channel: 'whatsapp' }
      const entry = await app.visitor().post(`${path}/entries`, { wishes: [`${date}T09:00`], anySlot: true, contact })
      expect(entry.status).toBe(201)
    }
    clock.now = (await app.visitor().get(path)).body.closesAt
    expect(await app.draws.holdDue()).toBe(1)
    await app.settled()
    await expect.poll(() => of(phones, 'drawn').length, { timeout: 5_000 }).toBe(20)
    await app.draws.holdDue()
    await quiet({ app, clock })
    expect(of(phones, 'drawn')).toHaveLength(20)
    expect(new Set(of(phones, 'drawn').map(m => m.to)).size).toBe(20)
    expect(app.failures).toEqual([])
  })
})

describe('a citizen who only has a chat', () => {
  it('books, asks, cancels, books again, is served and rates [M9]', async () => {
    const { app, clock, phones } = await start()
    let ids = 0
    const write = async (text: string): Promise<string> => {
      const answer = await inbound(app, clock, { id: `m${++ids}`, channel: 'whatsapp', from: phoneOf(7), text })
      expect(answer.status).toBe(200)
      const replies = () => of(phones, 'chatReply')
      await app.messages.deliverDue(clock.now)
      await expect.poll(() => replies().length, { timeout: 5_000 }).toBe(ids)
      return replies().at(-1)!.text
    }
    expect(await write('ANTRI')).toContain('1. ')
    expect(await write('ktp')).toContain('apa yang terjadi')
    expect(await write('1')).toContain('Selasa, 9 Juni')
    const number = /Nomor Anda (\w+-\d+)/.exec(await write('1'))?.[1]
    expect(number).toBeDefined()
    expect(await write('status')).toContain(number)
    expect(await write('batal')).toContain('Balas YA')
    expect(await write('ya')).toBe(`Nomor ${number} dibatalkan.`)
    expect(await write('status')).not.toContain(number)

    await write('antri ktp')
    await write('1')
    const again = /Nomor Anda (\w+-\d+)/.exec(await write('1'))?.[1]
    expect(again).toBeDefined()
    await write('antri ktp')
    await write('1')
    expect(await write('1')).toContain('sudah punya nomor')
    const [{ slot_start }] = (await app.db.kysely
      .selectFrom('tickets')
      .select('slot_start')
      .where('state', '=', 'booked')
      .execute()) as [{ slot_start: number }]
    clock.now = slot_start
    const kiosk = await app.device('kiosk')
    expect((await kiosk.post(`${OFFICE}/check-in`, { number: again, proof: phoneOf(7).slice(-3) })).status).toBe(200)
    const officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
    expect((await officer.post(counterPath('1', 'call-next'))).status).toBe(200)
    expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
    expect(await write('nilai 4')).toContain('Terima kasih')
    expect(await write('nilai 4')).not.toContain('Terima kasih')
    const surveys = await app.db.kysely.selectFrom('visits').selectAll().execute()
    expect(surveys).toHaveLength(1)
    expect(app.failures).toEqual([])
  })
})

it('whoever is put back in line because a counter was left is told so on the phone, once [M4 D17]', async () => {
  const { app, clock, phones } = await start()
  const contact = { phone: phoneOf(7), channel: 'sms' }
  const wish = { serviceId: 'ktp-el', slotId: `${TODAY}T10:00`, contact }
  const booked = (await app.visitor().post(`${OFFICE}/bookings`, wish)).body
  clock.now = at('10:00')
  await (await app.device('kiosk')).post(`${OFFICE}/check-in`, { token: booked.token })
  const officer = await app.as('petugas1')
  for (const act of ['open', 'call-next', 'start', 'leave']) await officer.post(counterPath('1', act))
  const lead = await app.as('atasan')
  const back = { reason: 'ill', end: 'back' }
  expect((await lead.post(counterPath('1', 'take-over'), back)).status).toBe(200)
  await expect.poll(() => of(phones, 'putBack').length, { timeout: 5_000 }).toBe(1)
  expect(of(phones, 'putBack')[0]!.text).toContain('kembali ke gilirannya semula')
  await quiet({ app, clock })
  expect(of(phones, 'putBack')).toHaveLength(1)
})
