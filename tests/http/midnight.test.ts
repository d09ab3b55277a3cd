import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shownOf } from '../../server/store/tickets.ts'
import { addDays, atClock, MINUTE } from '../../shared/kit/time.ts'
import { ticketsOf } from '../../shared/queue/day.ts'
import { DATE } from '../helpers/days.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const NEXT_DATE = addDays(DATE, 1)
const at = (time: string, date = NEXT_DATE) => atClock(date, time, 'WITA')
const BEFORE = at('23:50', DATE)

let app: TestApp
let officer: Visitor
let kiosk: Visitor
let links: string[] = []
beforeEach(async () => {
  app = await testApp()
  app.clock.now = BEFORE
  kiosk = await app.device('kiosk')
  officer = await app.as('petugas1')
  links = []
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

async function take(): Promise<string> {
  const { body, status } = await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
  expect(status).toBe(201)
  links.push(body.token)
  return body.ticket.id
}
/** An officer's act at the first counter, refused or not. */
const tried = (act: string, body: object = {}, headers = {}) => officer.post(counterPath('1', act), body, headers)
async function act(name: string, body: object = {}, headers = {}) {
  const answer = await tried(name, body, headers)
  expect([name, answer.status, answer.text]).toMatchObject([name, 200, expect.anything()])
  return answer.body
}
/** Midnight passes, the job of the day's end has its turn. */
async function midnight(now = at('00:05')) {
  app.clock.now = now
  await app.endDays()
}
const ticketAt = async (i: number) => (await app.visitor().get(`/api/tickets/${links[i]!}`)).body
const stateOf = async (i: number) => (await ticketAt(i)).ticket.state as string
const page = async (i: number) => (await app.visitor().get(`/t/${links[i]!}`)).text
const unfinished = async () => (await officer.get(`${OFFICE}/unfinished`)).body
async function figuresOf(date: string) {
  return (await (await app.as('manajer')).get(`${OFFICE}/figures?from=${date}&to=${date}`)).body
}
const rows = (table: 'visits' | 'invitations' | 'applications') => app.db.kysely.selectFrom(table).selectAll().execute()

describe('a visit in service at midnight', () => {
  it('is shown to its officer, finished at its counter, and counted once, on its own day [D13]', async () => {
    const id = await take()
    for (const name of ['open', 'call-next', 'start']) await act(name)
    await midnight()
    expect(await unfinished()).toMatchObject({ date: DATE, tickets: [{ id, number: 'A-001', state: 'serving' }] })
    expect(await page(0)).toContain('Sedang dilayani di Loket 1')
    expect(await stateOf(0)).toBe('serving')
    expect((await act('finish', { ticketId: id })).ticket).toMatchObject({ id, state: 'done' })
    expect((await unfinished()).tickets).toEqual([])
    await midnight(at('12:30'))
    await app.settled()
    expect(await rows('visits')).toMatchObject([{ date: DATE, outcome: 'done', ended_at: at('00:05') }])
    expect(await rows('invitations')).toHaveLength(1)
    expect(await rows('applications')).toHaveLength(1)
    expect(await figuresOf(DATE)).toMatchObject({ tickets: 1, done: 1, unserved: 0 })
    expect((await figuresOf(DATE)).officers).toMatchObject([{ served: 1, serve: { n: 0 } }])
    expect(await figuresOf(NEXT_DATE)).toMatchObject({ tickets: 0, done: 0, officers: [] })
    expect((await app.days.read('samarinda', DATE)).counters['1']!.state).toBe('closed')
  })

  it('is the same act when it is asked again after midnight, of any kind [D13 J3]', async () => {
    await take()
    for (const name of ['open', 'call-next', 'start']) await act(name)
    const key = { 'idempotency-key': 'finish-1' }
    const number = { 'idempotency-key': 'number-2' }
    const first = await act('finish', {}, key)
    const taken = await kiosk.post(TICKETS, { serviceId: 'ktp-el' }, number)
    await midnight()
    await act('open')
    await take()
    await act('call-next')
    expect(await act('finish', {}, key)).toEqual(first)
    expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' }, number)).body).toEqual(taken.body)
    expect(await stateOf(1)).toBe('called')
  })

  it.each([
    ['finished', 'finish', {}, 'done'],
    ['put aside', 'park', { reason: 'copy' }, 'parked'],
  ])(
    '%s after midnight, is taken back within half a minute, whatever the end of the day did between [D13 Y1]',
    async (_, name, body, state) => {
      await take()
      for (const before of ['open', 'call-next', 'start']) await act(before)
      await midnight()
      const rowsNow = async () => [await rows('visits'), await rows('invitations'), await rows('applications')]
      const known = await rowsNow()
      const key = { 'idempotency-key': 'undo-1' }
      await act(name, body)
      await app.settled()
      expect(await stateOf(0)).toBe(state)
      await midnight(at('00:05') + 20_000)
      expect((await act('undo', {}, key)).ticket).toMatchObject({ number: 'A-001', state: 'serving' })
      await app.settled()
      expect([await rowsNow(), await stateOf(0)]).toEqual([known, 'serving'])
      expect((await unfinished()).tickets).toMatchObject([{ number: 'A-001', state: 'serving' }])
      expect((await tried('undo')).body.error.code).toBe('UNDO_NOTHING')
      await act('finish')
      await midnight(at('00:07'))
      expect((await app.days.read('samarinda', DATE)).counters['1']!.state).toBe('closed')
      await act('open')
      expect((await act('undo', {}, key)).ticket).toMatchObject({ state: 'serving' })
      expect((await tried('undo')).body.error.code).toBe('UNDO_NOTHING')
      expect(await stateOf(0)).toBe('done')
    },
  )

  it('finished before midnight is taken back after it, but not beside who was called since [Y1 Y2]', async () => {
    await take()
    for (const before of ['open', 'call-next', 'start']) await act(before)
    app.clock.now = at('00:00') - 10_000
    await act('finish')
    await midnight(at('00:00') + 5_000)
    await take()
    for (const next of ['open', 'call-next']) await act(next)
    expect((await act('undo')).ticket).toMatchObject({ state: 'waiting' })
    expect((await act('undo')).ticket).toMatchObject({ number: 'A-001', state: 'serving' })
    expect([await stateOf(0), await stateOf(1)]).toEqual(['serving', 'waiting'])
    expect((await tried('call-next')).body.error.code).toBe('COUNTER_BUSY')
  })

  it('comes before the new day at that counter: nobody else is called, and nobody sent on, until it has ended', async () => {
    await take()
    for (const name of ['open', 'call-next', 'start']) await act(name)
    await midnight()
    await take()
    await act('open')
    for (const [name, body] of [
      ['call-next', {}],
      ['transfer', { serviceId: 'legalisir' }],
    ] as const)
      expect((await tried(name, body)).body.error).toMatchObject({
        code: 'COUNTER_BUSY',
        data: { number: 'A-001', state: 'serving' },
      })
    await act('finish')
    expect((await act('call-next')).ticket).toMatchObject({ id: expect.any(String), number: 'A-001' })
    expect([await stateOf(0), await stateOf(1)]).toEqual(['done', 'called'])
  })

  it('is nobody else’s: a colleague works at that counter on the new day', async () => {
    await take()
    for (const name of ['open', 'call-next', 'start']) await act(name)
    await midnight()
    await take()
    officer = await app.as('petugas2')
    for (const name of ['open', 'call-next', 'start', 'finish']) await act(name)
    expect([await stateOf(0), await stateOf(1)]).toEqual(['serving', 'done'])
    expect((await unfinished()).tickets).toEqual([])
  })

  it('that was put aside or skipped is called back, but not beside another one [D13]', async () => {
    const [aside, skipped] = [await take(), await take()]
    for (const name of ['open', 'call-next', 'start']) await act(name)
    await act('park', { reason: 'copy' })
    await act('call-next')
    app.clock.now += MINUTE
    await act('skip')
    await midnight()
    expect((await unfinished()).tickets).toMatchObject([{ id: aside, state: 'parked' }])
    await take()
    for (const name of ['open', 'call-next']) await act(name)
    expect((await tried('resume', { ticketId: aside })).body.error.code).toBe('COUNTER_BUSY')
    await act('finish')
    for (const ticketId of [aside, skipped]) {
      expect((await act('resume', { ticketId })).ticket).toMatchObject({ id: ticketId, state: 'called' })
      await act('recall')
      await act('start')
      await act('finish')
    }
    expect([await stateOf(0), await stateOf(1), await stateOf(2)]).toEqual(['done', 'done', 'done'])
    expect(await figuresOf(DATE)).toMatchObject({ tickets: 2, done: 2, missed: 0 })
  })

  it('counts with unknown times, whoever ends it and when; those of one that began after midnight are known [D14]', async () => {
    const aside = await take()
    await take()
    for (const name of ['open', 'call-next', 'start']) await act(name)
    await act('park', { reason: 'copy' })
    for (const name of ['call-next', 'start']) await act(name)
    await midnight(at('00:30'))
    await act('finish')
    await act('resume', { ticketId: aside })
    await act('start')
    app.clock.now = at('00:40')
    await act('finish')
    await app.settled()
    const done = (await rows('visits')).filter(v => v.outcome === 'done')
    expect(done.map(v => [v.no, v.started_at, v.ended_at])).toEqual([
      [1, null, at('00:30')],
      [0, at('00:30'), at('00:40')],
    ])
    expect((await figuresOf(DATE)).officers).toMatchObject([{ served: 2, serve: { n: 1 } }])
  })

  it('is as unknown when its officer ends it after noon, a moment before the day does [D14]', async () => {
    const ticketId = await take()
    for (const name of ['open', 'call-next', 'start']) await act(name)
    await act('park', { reason: 'copy' })
    await midnight(at('00:05'))
    await act('resume', { ticketId })
    await act('start')
    app.clock.now = at('12:01')
    officer = await app.as('petugas1')
    const key = { 'idempotency-key': 'finish-late' }
    const first = await act('finish', {}, key)
    expect(await act('finish', {}, key)).toEqual(first)
    await app.settled()
    const [, last] = await rows('visits')
    expect(last).toMatchObject({ outcome: 'done', started_at: null, ended_at: at('12:01') })
  })

  it('that nobody finishes ends by itself at noon and counts as a visit of unknown length [D14]', async () => {
    await take()
    for (const name of ['open', 'call-next', 'start']) await act(name)
    await midnight(at('11:59'))
    expect(await stateOf(0)).toBe('serving')
    await midnight(at('12:00'))
    await midnight(at('12:01'))
    await app.settled()
    expect(await stateOf(0)).toBe('done')
    expect(await rows('visits')).toMatchObject([{ date: DATE, outcome: 'done', started_at: null }])
    expect((await figuresOf(DATE)).officers).toMatchObject([{ served: 1, way: { n: 0 }, serve: { n: 0 } }])
    expect([(await rows('invitations')).length, (await rows('applications')).length]).toEqual([1, 1])
  })
})

describe('who still waits at midnight', () => {
  it('reads that the office did not get to them, and is no missed call in any figure [D15]', async () => {
    await take()
    await take()
    await act('open')
    await act('call-next')
    await midnight()
    expect([await stateOf(0), await stateOf(1)]).toEqual(['called', 'unserved'])
    expect(await page(1)).toContain('Itu bukan kesalahan Anda')
    await midnight(at('12:00'))
    expect(await stateOf(0)).toBe('unserved')
    expect(await figuresOf(DATE)).toMatchObject({
      tickets: 2,
      done: 0,
      missed: 0,
      cancelled: 0,
      unserved: 2,
      // Whoever called did call, and nothing more.
      officers: [{ served: 0, missed: 0, way: { n: 0 }, serve: { n: 0 } }],
    })
    expect(await rows('visits')).toMatchObject([{ outcome: 'unserved', started_at: null }])
    for (const table of ['invitations', 'applications'] as const) expect(await rows(table)).toEqual([])
  })

  it('may book again at once, and counts neither as come nor as absent when places are sold over [D15]', async () => {
    app.clock.now = at('08:00', DATE)
    const contact = { phone: '0800-0000-0001' }
    const body = { serviceId: 'ktp-el', slotId: `${DATE}T09:00`, contact }
    const booked = (await app.visitor().post(`${OFFICE}/bookings`, body)).body
    app.clock.now = at('09:00', DATE)
    expect((await (await app.as('meja')).post(`${OFFICE}/check-in`, { token: booked.token })).status).toBe(200)
    const shown = async () =>
      (await shownOf(app.db, 'samarinda', { from: DATE, before: NEXT_DATE, graceMs: 10 * MINUTE })).get('ktp-el')
    expect(await shown()).toEqual({ booked: 1, cameCount: 1 })
    await midnight()
    expect(await shown()).toBeUndefined()
    const again = await app.visitor().post(`${OFFICE}/bookings`, { ...body, slotId: `${NEXT_DATE}T09:00` })
    expect(again.status).toBe(201)
  })

  it('is found after days on which nothing ran, and each day ends once [D15]', async () => {
    await take()
    app.clock.now = at('08:00', addDays(DATE, 5))
    await Promise.all([app.endDays(), app.endDays()])
    await app.endDays()
    expect(await stateOf(0)).toBe('unserved')
    const events = await app.db.journal.read('samarinda', DATE)
    expect(events.filter(e => e.verb === 'endDay')).toHaveLength(1)
    expect([...ticketsOf(await app.days.read('samarinda', DATE))].map(t => t.state)).toEqual(['unserved'])
  })
})

it('wakes nobody: of the end of a day no message goes out [D15]', async () => {
  app.clock.now = at('08:00', DATE)
  const book = (n: number, serviceId: string) =>
    app.visitor().post(`${OFFICE}/bookings`, {
      serviceId,
      slotId: `${DATE}T10:00`,
      contact: { phone: `0800-0000-000${n}`, channel: 'whatsapp' },
    })
  for (const [n, serviceId] of [
    [1, 'ktp-el'],
    [2, 'legalisir'],
  ] as const)
    expect((await book(n, serviceId)).status).toBe(201)
  const desk = await app.as('meja')
  expect((await desk.post(`${OFFICE}/services/legalisir/close`, { reason: 'systemDown' })).status).toBe(200)
  await app.settled()
  const kinds = async () =>
    (await app.db.kysely.selectFrom('messages').select('kind').orderBy('kind').execute()).map(m => m.kind)
  const before = await kinds()
  expect(before).toEqual(['booked', 'booked', 'serviceClosed'])
  await midnight(at('00:00'))
  await app.settled()
  const states = await app.db.kysely.selectFrom('tickets').select('state').orderBy('no').execute()
  expect(states.map(s => s.state)).toEqual(['released', 'unserved'])
  expect(await kinds()).toEqual(before)
})

it('a service that was closed when its day ended was closed no longer than that [D16 T7]', async () => {
  const desk = await app.as('meja')
  expect((await desk.post(`${OFFICE}/services/legalisir/close`, { reason: 'systemDown' })).status).toBe(200)
  await midnight(at('00:00'))
  await app.settled()
  const outages = await app.db.kysely.selectFrom('outages').select(['date', 'since', 'until']).execute()
  expect(outages).toEqual([{ date: DATE, since: BEFORE, until: at('00:00') }])
})
