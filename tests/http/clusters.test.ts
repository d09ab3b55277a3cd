import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { refuseLines } from '../helpers/databases.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const WEDNESDAY = '2026-06-10'

let app: TestApp
let admin: Visitor
beforeEach(async () => {
  app = await testApp({ env: { TRUST_PROXY: 'true' } })
  admin = await app.as('admin')
  const { booking } = app.offices.get('samarinda')
  await admin.patch(`${OFFICE}/settings`, { booking: { ...booking, proof: 'never', perDevice: 50, priorityShare: 0 } })
})
afterEach(() => app.close())

let people = 0
/** So many bookings, each with a phone number of its own, wherever there is a place. */
async function book(n: number, who: () => Visitor, address: string) {
  const listed = await app.visitor().get(`${OFFICE}/services/ktp-el/slots?from=${WEDNESDAY}&days=1`)
  const places = (listed.body.slots as { id: string; free: number }[]).flatMap(s => Array<string>(s.free).fill(s.id))
  for (const slotId of places.slice(0, n)) {
    const contact = { phone: `0800-0002-${String(++people).padStart(4, '0')}` }
    const wish = { serviceId: 'ktp-el', slotId, contact }
    const answer = await who().post(`${OFFICE}/bookings`, wish, { 'x-forwarded-for': address })
    expect(answer.status).toBe(201)
  }
}
const kinds = async () =>
  ((await admin.get(`${OFFICE}/clusters`)).body.clusters as { kind: string; bookings: number }[]).map(c => [
    c.kind,
    c.bookings,
  ])

describe('bookings that came together', () => {
  it('are shown from three of one phone and twelve of one network on [B15]', async () => {
    const phone = app.visitor()
    await book(2, () => phone, '203.0.113.1')
    await book(11, () => app.visitor(), '203.0.113.2')
    expect(await kinds()).toEqual([])
    await book(1, () => phone, '203.0.113.3')
    expect(await kinds()).toEqual([['device', 3]])
    await book(1, () => app.visitor(), '203.0.113.2')
    expect(await kinds()).toEqual([
      ['network', 12],
      ['device', 3],
    ])
  })

  it('are not said to be voided when they could not be [B15]', async () => {
    const phone = app.visitor()
    await book(3, () => phone, '203.0.113.1')
    const [{ id }] = (await admin.get(`${OFFICE}/clusters`)).body.clusters
    const whole = { ...app.db.journal }
    Object.assign(app.db.journal, { append: () => Promise.reject(new Error('disk full')) })
    expect((await admin.post(`${OFFICE}/clusters/void`, { cluster: id, reason: 'broker' })).body.error.code).toBe(
      'UNAVAILABLE',
    )
    Object.assign(app.db.journal, whole)
    expect((await admin.post(`${OFFICE}/clusters/void`, { cluster: id, reason: 'broker' })).body.voided).toBe(3)
  })

  it('are each on record once, though the program ends between the act and its line [B15]', async () => {
    const phone = app.visitor()
    await book(3, () => phone, '203.0.113.1')
    const [{ id }] = (await admin.get(`${OFFICE}/clusters`)).body.clusters
    const lines = () => app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'booking.void').execute()
    await refuseLines(app.db, true)
    const voided = await admin.post(`${OFFICE}/clusters/void`, { cluster: id, reason: 'mistake' })
    expect([voided.status, voided.body.voided]).toEqual([200, 3])
    await app.settled()
    await app.leave()
    expect(await lines()).toEqual([])
    await refuseLines(app.db, false)
    for (const start of ['first', 'second']) {
      app = await testApp({ db: app.db })
      await expect.poll(async () => (await lines()).length).toBe(3)
      await app.settled()
      const kept = await lines()
      expect([start, kept.length, new Set(kept.map(line => line.detail)).size]).toEqual([start, 3, 3])
      for (const { who, detail } of kept) {
        expect(who).toBe('staff:admin')
        expect(JSON.parse(detail)).toMatchObject({ office: 'samarinda', date: WEDNESDAY, reason: 'mistake' })
      }
      if (start === 'first') await app.leave()
    }
  })
})
