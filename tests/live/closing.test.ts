import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PHONE_CHANNELS } from '../../shared/messages/message.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { listener, until } from '../helpers/listeners.ts'
import { shakyGateway } from '../helpers/outbox.ts'
import { MORNING, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { drain, KEYS, OFFICE, places, toldOffice } from '../helpers/told-office.ts'

/** The central system is down: one act at the front desk, and forty people who have booked for today. */
const TODAY = '2026-06-09'
const PEOPLE = 40
const BROWSERS = 10
const KTP = `${OFFICE}/services/ktp-el`
const clock = { now: MORNING }
let closedAt = 0
const phoneOf = (n: number) => `0800-0002-${String(n).padStart(4, '0')}`

interface Holder {
  readonly who: Visitor
  readonly token: string
  readonly phone: string
}

let app: TestApp
let desk: Visitor
let gateway: Awaited<ReturnType<typeof shakyGateway>>
const holders: Holder[] = []
let given: Awaited<ReturnType<typeof toldOffice>>
let screens: Awaited<ReturnType<typeof listener>>[] = []

beforeAll(async () => {
  gateway = await shakyGateway(() => clock.now)
  given = await toldOffice(gateway.url, clock)
  app = given.app
  desk = await app.as('meja')
  const url = await app.listen()
  screens = [
    await listener(url, 'hall', await app.device('kiosk')),
    await listener(url, 'hall', await app.device('display')),
  ]
  const slots = (await places(app, 'ktp-el', TODAY)).slice(0, PEOPLE)
  expect(slots).toHaveLength(PEOPLE)
  for (const [n, slotId] of slots.entries()) {
    const who = app.visitor()
    const contact = { phone: phoneOf(n), channel: PHONE_CHANNELS[n % 3] }
    const { body } = await who.post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId, contact })
    holders.push({ who, token: body.token, phone: phoneOf(n) })
    if (n >= BROWSERS) continue
    const subscription = { endpoint: `https://push.example/${n}`, keys: KEYS }
    await who.post(`/api/tickets/${body.token}/push`, { subscription })
  }
  await drain(app, clock)
  clock.now += 60_000
  closedAt = clock.now
})
afterAll(async () => {
  for (const screen of screens) screen.close()
  await app.close()
  await gateway.close()
})

/** Messages of a kind, each once, however often it was tried. */
const accepted = (kind: string) => {
  const ids = new Map(given.phones.filter(m => m.kind === kind).map(m => [m.id, m.to]))
  return [...gateway.seen.delivered].filter(([id]) => ids.has(id)).map(([, to]) => to)
}
const rows = (kind: 'serviceClosed' | 'booked') =>
  app.db.kysely.selectFrom('messages').selectAll().where('kind', '=', kind).execute()
const outages = () => app.db.kysely.selectFrom('outages').selectAll().execute()
const events = () => app.days.today('samarinda').then(day => day.seq)

describe('a service is closed by one act', () => {
  it('kiosk and hall hear it within ten seconds, and everybody with a booking is told', async () => {
    const began = performance.now()
    const closed = await desk.post(`${KTP}/close`, { reason: 'systemDown' })
    expect(closed.body).toEqual({ closedSince: clock.now, told: PEOPLE })
    const hears = (s: (typeof screens)[number]) =>
      s.heard.some(m => m.events.some(e => e.type === 'serviceClosed')) && s.day()?.closures['ktp-el'] !== undefined
    await until(() => screens.every(hears), 10_000)
    const heardMs = performance.now() - began
    await app.settled()
    expect(await rows('serviceClosed')).toHaveLength(PEOPLE + BROWSERS)
    const writtenMs = performance.now() - began
    console.log(
      `closing: kiosk and hall after ${heardMs.toFixed(0)} ms, all messages written ${writtenMs.toFixed(0)} ms`,
    )
    expect(heardMs).toBeLessThan(10_000)
    expect(writtenMs).toBeLessThan(10_000)
    const kiosk = await app.device('kiosk')
    expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body.error.code).toBe('SERVICE_CLOSED')
  })

  it('closed a second time, nothing changes; with another reason, nobody is told again [T5]', async () => {
    const before = [await events(), (await rows('serviceClosed')).length]
    const again = await desk.post(`${KTP}/close`, { reason: 'systemDown' })
    expect([again.status, again.body]).toEqual([200, { closedSince: closedAt, told: PEOPLE }])
    await app.settled()
    expect([await events(), (await rows('serviceClosed')).length]).toEqual(before)
    expect(await outages()).toHaveLength(1)
    clock.now += 60_000
    for (const reason of ['noOfficer', 'systemDown']) await desk.post(`${KTP}/close`, { reason })
    await app.settled()
    expect((await rows('serviceClosed')).length).toBe(before[1])
    expect((await outages()).map(o => o.reason)).toEqual(['systemDown', 'noOfficer', 'systemDown'])
  })

  it('the gateway accepts each message once, though it fails one time in ten, and retries are counted', async () => {
    await drain(app, clock)
    const numbers = holders.map(p => p.phone.replace(/\D/g, '').replace(/^0/, '62')).sort()
    expect(accepted('serviceClosed').sort()).toEqual(numbers)
    expect(accepted('booked').sort()).toEqual(numbers)
    expect((await rows('serviceClosed')).map(m => m.state)).toEqual(Array(PEOPLE + BROWSERS).fill('sent'))
    const pushed = given.push.filter(m => m.kind === 'serviceClosed').map(m => m.to)
    expect(new Set(pushed).size).toBe(BROWSERS)
    expect(pushed).toHaveLength(BROWSERS)
    const { seen } = gateway
    const { retries } = await app.messages.figures('samarinda')
    expect(retries).toBe(seen.refused + seen.cut)
    expect(seen.refused).toBeGreaterThan(0)
    expect(seen.cut).toBeGreaterThan(0)
    expect(seen.repeats).toBe(seen.cut)
    console.log(`gateway: ${seen.requests} requests, ${seen.refused} refused, ${seen.cut} cut, ${retries} retries`)
  })

  const ownPage = async ({ who, token }: Holder) => (await who.get(`/api/tickets/${token}`)).body as OwnTicket
  const tap = ({ who, token }: Holder, { moveTo }: OwnTicket) =>
    who.post(`/api/tickets/${token}/reschedule`, { slotId: moveTo!.slotId })

  it('each who opens the page moves with one tap to the place that it offers', async () => {
    for (const holder of holders.slice(0, PEOPLE / 2)) {
      const own = await ownPage(holder)
      expect([own.closed?.reason, own.moveTo?.date]).toEqual(['systemDown', '2026-06-10'])
      const tapped = await tap(holder, own)
      expect([tapped.status, tapped.body.ticket.slot.start]).toEqual([200, own.moveTo!.slot.start])
      expect(await ownPage(holder)).toMatchObject({ movedTo: tapped.body.path, ticket: { state: 'cancelled' } })
    }
  })

  it('of those who tap at the very same moment everybody moves with that one tap [T6]', async () => {
    const rest = holders.slice(PEOPLE / 2)
    const seen = await Promise.all(rest.map(ownPage))
    const taps = await Promise.all(rest.map((holder, i) => tap(holder, seen[i]!)))
    expect(taps.map(t => t.status)).toEqual(rest.map(() => 200))
    const live = await app.db.kysely.selectFrom('tickets').select('date').where('state', '=', 'booked').execute()
    expect(live.map(t => t.date)).toEqual(Array(PEOPLE).fill('2026-06-10'))
    expect((await desk.post(`${KTP}/close`, { reason: 'systemDown' })).body.told).toBe(0)
  })

  it('opens again once, and the time between is marked for every figure [T7]', async () => {
    const at = clock.now
    expect((await desk.post(`${KTP}/open`)).body.closedSince).toBeNull()
    await until(() => screens.every(s => s.day()?.closures['ktp-el'] === undefined), 10_000)
    const seq = await events()
    clock.now += 60_000
    expect((await desk.post(`${KTP}/open`)).status).toBe(200)
    await app.settled()
    expect(await events()).toBe(seq)
    const marks = await outages()
    expect(marks.map(m => [m.service_id, m.date])).toEqual(marks.map(() => ['ktp-el', TODAY]))
    expect([marks[0]!.since, marks.at(-1)!.until]).toEqual([closedAt, at])
    expect(marks.slice(1).map(m => m.since)).toEqual(marks.slice(0, -1).map(m => m.until))
    const kiosk = await app.device('kiosk')
    expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
    expect(app.failures).toEqual([])
  })
})
