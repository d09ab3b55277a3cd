import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { MORNING, testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const PAST = '2026-06-01'
const WEDNESDAY = '2026-06-10'
const [KTP, KK] = ['ktp-el', 'kartu-keluarga']

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  app.clock.now = MORNING
})
afterEach(() => app.close())

/** Bookings of a past day, of which so many came. */
async function past(serviceId: string, booked: number, came: number): Promise<void> {
  const { kysely } = app.db
  const before = (await kysely.selectFrom('tickets').select('no').where('date', '=', PAST).execute()).length
  const rows = Array.from({ length: booked }, (_, i) => ({
    id: `past-${serviceId}-${i}`,
    office: 'samarinda',
    date: PAST,
    no: before + i,
    number: `XR-${before + i}`,
    service_id: serviceId,
    state: i < came ? 'done' : 'released',
    priority: 0,
    taken_at: MORNING,
    called_at: null,
    first_called_at: null,
    ended_at: null,
    booked_at: MORNING,
    slot_start: MORNING,
    arrived_at: i < came ? MORNING : null,
    ahead: 0,
    promised_from: null,
    promised_to: null,
  }))
  await kysely.insertInto('tickets').values(rows).execute()
}

async function settings(change: object): Promise<void> {
  const answer = await (await app.as('admin')).patch(`${OFFICE}/settings`, change)
  expect(answer.status).toBe(200)
}

/** Many places in each slot, so that there is something to sell over. */
async function longSlots(): Promise<void> {
  const { booking } = app.offices.get('samarinda')
  await settings({ booking: { ...booking, slotMinutes: 240, walkInReserve: 0.3, priorityShare: 0 } })
}

const placesOf = async (serviceId: string) =>
  (await app.visitor().get(`${OFFICE}/services/${serviceId}/slots?from=${WEDNESDAY}&days=1`)).body.slots.map(
    (s: { free: number }) => s.free,
  ) as number[]

describe('a day that is sold out', () => {
  it('sells nothing again when the slots become shorter or longer, or the quota is lowered [B1 K13]', async () => {
    const booked = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 12, files: false }
    const { booking } = app.offices.get('samarinda')
    const rules = { ...booking, proof: 'never', walkInReserve: 0, priorityShare: 0 }
    await settings({ booking: rules, services: [{ id: KTP, booking: booked }] })
    const people = Array.from({ length: 12 }, (_, i) => ({ name: `Warga Contoh ${i}` }))
    const group = { serviceId: KTP, slotId: `${WEDNESDAY}T08:00`, people }
    expect((await (await app.as('meja')).post(`${OFFICE}/bookings/group`, group)).body.left).toEqual([])
    const left = async () => (await placesOf(KTP)).reduce((sum, n) => sum + n, 0)
    const sold: number[] = []
    for (const slotMinutes of [20, 45, 60, 30]) {
      await settings({ booking: { ...rules, slotMinutes } })
      sold.push(await left())
    }
    await settings({ services: [{ id: KTP, booking: { ...booked, dailyQuota: 6 } }] })
    sold.push(await left())
    await settings({ services: [{ id: KTP, booking: { ...booked, dailyQuota: 15 } }] })
    expect([...sold, await left()]).toEqual([0, 0, 0, 0, 0, 3])
  })
})

describe('a service whose bookers stay away', () => {
  it('is booked over by its own history, and its neighbour whose bookers come is not [K8]', async () => {
    await longSlots()
    const before = [await placesOf(KTP), await placesOf(KK)]
    await past(KTP, 400, 260)
    await past(KK, 400, 400)
    await app.days.replan('samarinda')
    const [ktp, kk] = [await placesOf(KTP), await placesOf(KK)]
    expect(kk).toEqual(before[1])
    ktp.forEach((n, i) => {
      expect(n).toBeGreaterThan(before[0]![i]!)
      expect(n).toBeLessThanOrEqual(before[0]![i]! * 1.25)
    })
  })

  it('keeps the walk-in reserve of its quota: twelve of forty are never sold [K2 K3]', async () => {
    await longSlots()
    const booking = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 40, files: false }
    await settings({ services: [{ id: KTP, booking }] })
    await past(KTP, 400, 260)
    await app.days.replan('samarinda')
    expect((await placesOf(KTP)).reduce((sum, n) => sum + n, 0)).toBe(28)
  })
})
