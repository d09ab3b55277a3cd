import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { MORNING, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { drain, OFFICE, toldOffice } from '../helpers/told-office.ts'

/** The system was down for two hours; three people had booked for then, and one for the afternoon. */
const KTP = `${OFFICE}/services/ktp-el`
const SLOTS = ['10:00', '10:30', '11:00', '14:00']
const clock = { now: MORNING }
const tokens: string[] = []
let given: Awaited<ReturnType<typeof toldOffice>>
let app: TestApp
let desk: Visitor

const own = async (n: number) => (await app.visitor().get(`/api/tickets/${tokens[n]}`)).body as OwnTicket
const told = (kind: string) => given.phones.filter(m => m.kind === kind)

beforeAll(async () => {
  given = await toldOffice(undefined, clock)
  app = given.app
  desk = await app.as('meja')
  for (const [n, time] of SLOTS.entries()) {
    const contact = { phone: `0800-0003-000${n}`, channel: 'whatsapp' }
    const wish = { serviceId: 'ktp-el', slotId: `2026-06-09T${time}`, contact }
    tokens.push((await app.visitor().post(`${OFFICE}/bookings`, wish)).body.token)
  }
  expect((await desk.post(`${KTP}/close`, { reason: 'systemDown' })).body.told).toBe(4)
  clock.now += 2 * HOUR
  await app.passOn()
})
afterAll(() => app.close())

it('nobody loses the place while the service is closed', async () => {
  for (const n of SLOTS.keys()) expect((await own(n)).ticket.state).toBe('booked')
})

it('everybody who was told to wait is told once that it opened, and until when the place is kept [T5]', async () => {
  await desk.post(`${KTP}/open`)
  await drain(app, clock)
  // Twenty minutes before and ten after: a whole window from half past eleven, and the own one in the afternoon.
  expect(told('serviceOpened').map(m => m.values[2])).toEqual(['12.00', '12.00', '12.00', '14.10'])
  expect(told('serviceOpened')[0]!.text).toContain('tetap berlaku, check-in sampai 12.00')
  await desk.post(`${KTP}/open`)
  await drain(app, clock)
  expect(told('serviceOpened')).toHaveLength(4)
})

it('the page says the same, who comes has the place of the booking, and who does not loses it afterwards', async () => {
  const opened = MORNING + 2 * HOUR
  expect((await own(0)).checkIn!.until).toBe(opened + 30 * MINUTE)
  clock.now = opened + 29 * MINUTE
  await app.passOn()
  const came = await desk.post(`${OFFICE}/check-in`, { token: tokens[0] })
  expect([came.status, came.body.late]).toEqual([200, false])
  clock.now = opened + 31 * MINUTE
  await app.passOn()
  expect(await Promise.all([1, 2, 3].map(async n => (await own(n)).ticket.state))).toEqual([
    'released',
    'released',
    'booked',
  ])
})
