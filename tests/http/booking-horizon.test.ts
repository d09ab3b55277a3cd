import { afterEach, beforeEach, expect, describe, it } from 'vitest'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { MORNING, testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const KTP = `${OFFICE}/services/ktp-el`
/** The only day ahead that may be booked, after the Tuesday of the test's clock. */
const LAST = '2026-06-10'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  app.clock.now = MORNING
  const { booking } = app.offices.get('samarinda')
  const few = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 4, files: false }
  const answer = await (
    await app.as('admin')
  ).patch(`${OFFICE}/settings`, {
    booking: { ...booking, proof: 'never', priorityShare: 0, horizonDays: 1 },
    services: [{ id: 'ktp-el', booking: few }],
  })
  expect(answer.status).toBe(200)
})
afterEach(() => app.close())

let people = 0
const contact = () => ({ phone: `0800-0007-${String(++people).padStart(4, '0')}` })
const book = (slotId: string) =>
  app.visitor().post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId, contact: contact() })
const freeSlots = async (date: string): Promise<{ id: string; free: number }[]> =>
  (await app.visitor().get(`${KTP}/slots?from=${date}&days=1`)).body.slots.filter((s: { free: number }) => s.free > 0)

describe('the last day of the horizon', () => {
  it('is booked, and the day after it is not yet [B2]', async () => {
    const [slot] = await freeSlots(LAST)
    expect((await book(slot!.id)).status).toBe(201)
    expect((await book('2026-06-11T09:00')).body.error.code).toBe('NOT_RELEASED')
  })

  it('is offered to who is booked on a day that closes [T1]', async () => {
    const [slot] = await freeSlots('2026-06-09')
    const { token } = (await book(slot!.id)).body
    expect((await (await app.as('meja')).post(`${KTP}/close`, { reason: 'systemDown' })).status).toBe(200)
    expect((await app.visitor().get(`/api/tickets/${token}`)).body.moveTo).toMatchObject({ date: LAST })
  })

  it('passes on to its waitlist what is given back [W3]', async () => {
    const tokens: string[] = []
    for (const slot of await freeSlots(LAST))
      for (let i = 0; i < slot.free; i++) tokens.push((await book(slot.id)).body.token)
    const waiting = await app.visitor().post(`${KTP}/waitlist`, { date: LAST, contact: contact() })
    expect(waiting.status).toBe(201)
    await app.visitor().post(`/api/tickets/${tokens[0]}/cancel`)
    app.clock.now += 31 * 60_000
    await app.passOn()
    expect((await app.visitor().get(`/api/tickets/${waiting.body.token}`)).body.ticket.state).toBe('offered')
  })
})
