import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MINUTE } from '../../shared/kit/time.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const HINT = counterPath('1', 'holder')
let app: TestApp
let officer: Visitor
let token: string

beforeAll(async () => {
  app = await testApp()
  const desk = await app.as('meja')
  officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
  const contact = { name: 'Contoh', phone: '0800-0004-0123', nik: '6472000000000000' }
  const wish = { serviceId: 'ktp-el', slotId: '2026-06-09T10:00', contact }
  token = (await app.visitor().post(`${OFFICE}/bookings`, wish)).body.token
  app.clock.now += 30 * MINUTE
  await desk.post(`${OFFICE}/check-in`, { token })
  await desk.post(TICKETS, { serviceId: 'ktp-el' })
})
afterAll(() => app.close())

describe('whom a booking is for', () => {
  it('is told to nobody before it is called [R4]', async () => {
    expect((await officer.get(HINT)).body.error.code).toBe('NO_CURRENT_TICKET')
  })

  it('is told to the officer at whose counter it stands: a nickname and three digits, never the NIK [R4]', async () => {
    await officer.post(counterPath('1', 'call-next'))
    const { body, text } = await officer.get(HINT)
    expect(body).toEqual({ number: expect.stringMatching(/^AR-/), name: 'Contoh', phoneEnd: '123' })
    expect(text).not.toContain('6472')
    const other = await app.as('petugas2')
    expect((await other.get(HINT)).body.error.code).toBe('NOT_YOUR_COUNTER')
    expect((await (await app.as('meja')).get(HINT)).body.error.code).toBe('NOT_YOUR_COUNTER')
    expect((await (await app.as('manajer')).get(HINT)).status).toBe(403)
  })

  it('voids the booking when somebody else came, and the page says why [D12]', async () => {
    const voided = await officer.post(counterPath('1', 'wrong-holder'), {}, { 'idempotency-key': 'wrong-1' })
    expect([voided.status, voided.body.ticket.state]).toEqual([200, 'cancelled'])
    const again = await officer.post(counterPath('1', 'wrong-holder'), {}, { 'idempotency-key': 'wrong-1' })
    expect(again.body).toEqual(voided.body)
    const page = await app.visitor().get(`/t/${token}`)
    expect(page.text).toContain('Yang datang ke loket bukan pemesannya')
    expect((await officer.get('/api/me/record')).body.record).toMatchObject({ served: 0 })
  })

  it('knows nobody for a number taken in the hall, and refuses to void it', async () => {
    await officer.post(counterPath('1', 'call-next'))
    expect((await officer.get(HINT)).body).toEqual({ number: 'A-001', name: null, phoneEnd: null })
    expect((await officer.post(counterPath('1', 'wrong-holder'))).body.error.code).toBe('TICKET_STATE')
  })
})
