import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outgoing } from '../../server/services/messages/messages.ts'
import { atClock } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const SERVICE = 'akta-kelahiran'
const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-06-08', '2026-06-09', '2026-06-10'] as const

const sent: Outgoing[] = []
const sms = { send: async (message: Outgoing) => (sent.push(message), { ok: true as const }) }

let app: TestApp
beforeEach(async () => {
  sent.length = 0
  app = await testApp({ key: randomBytes(32), gateways: { sms } })
  app.clock.now = atClock(MONDAY, '09:30', 'WITA')
  const { booking } = app.offices.get('samarinda')
  const calm = { alwaysOpen: false, booking: { ...booking, proof: 'never', heldBackMinutes: 0 }, holidays: [] }
  await save({ ...calm, services: [served(19)] })
})
afterEach(() => app.close())

const served = (dailyQuota: number, change: object = {}) => ({
  id: SERVICE,
  booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota, files: false },
  ...change,
})
async function save(change: object) {
  const admin = await app.as('admin')
  const { status, text } = await admin.patch(`${OFFICE}/settings`, { ...change, foreseen: 9 })
  expect([status, text]).toEqual([200, expect.anything()])
}
const contactOf = (n: number) => ({ phone: `0800-0002-${String(n).padStart(4, '0')}`, channel: 'sms' })
async function freeOn(date: string): Promise<string[]> {
  const path = `${OFFICE}/services/${SERVICE}/slots?from=${date}&days=1`
  const { slots } = (await app.visitor().get(path)).body as { slots: { id: string; free: number }[] }
  return slots.filter(slot => slot.free > 0 && slot.id.startsWith(date)).map(slot => slot.id)
}
let booker = 0
async function book(slotId: string) {
  const wish = { serviceId: SERVICE, slotId, contact: contactOf(booker++) }
  const { status, body } = await app.visitor().post(`${OFFICE}/bookings`, wish)
  expect([slotId, status]).toEqual([slotId, 201])
  return body.token as string
}
const look = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body
const offered = async (token: string) => (await look(token)).moveTo?.slotId as string | undefined
const hours = (close: string, breaks: readonly { from: string; to: string }[] = []) => ({
  hours: { 2: { open: '08:00', close, breaks } },
})

describe('the one tap from a time that the office took', () => {
  it('leads to the last time before, when nothing later is left of the day [H13]', async () => {
    const slots = await freeOn(TUESDAY)
    const token = await book(slots.at(-1)!)
    await save(hours('12:00'))
    expect(await offered(token)).toBe((await freeOn(TUESDAY)).at(-1))
    expect((await look(token)).moveTo.date).toBe(TUESDAY)
  })

  it('leads to the first time after, when there is one [H13]', async () => {
    await save({ services: [served(60)] })
    const token = await book(`${TUESDAY}T10:00`)
    await save(hours('15:00', [{ from: '10:00', to: '11:00' }]))
    const after = (await freeOn(TUESDAY)).find(id => id >= `${TUESDAY}T10:00`)
    expect(await offered(token)).toBe(after)
  })

  it('leads two who lost the last times of a day to two different ones, the nearest to the first of them [H13 T6]', async () => {
    const slots = await freeOn(TUESDAY)
    const tokens = [await book(slots.at(-1)!), await book(slots.at(-2)!)]
    await save({ ...hours('12:00'), services: [served(6)] })
    const places = await Promise.all(tokens.map(offered))
    const left = await freeOn(TUESDAY)
    expect(places).toEqual([left.at(-1), left.at(-2)])
  })

  it('leads on another day to the last time of that, when it ends before the old time [H13]', async () => {
    const slots = await freeOn(TUESDAY)
    const token = await book(slots.at(-1)!)
    await save({ holidays: [TUESDAY], hours: { 3: { open: '08:00', close: '12:00', breaks: [] } } })
    expect(await offered(token)).toBe((await freeOn(WEDNESDAY)).at(-1))
  })

  it('leads to the day right before, when no later one can be booked [H13]', async () => {
    const horizonDays = 2
    await save({ booking: { horizonDays } })
    const token = await book((await freeOn(WEDNESDAY))[0]!)
    await save({ holidays: [WEDNESDAY] })
    expect((await look(token)).moveTo.date).toBe(TUESDAY)
  })

  it('says on the page of times that the old time is gone, not that it is kept [H13]', async () => {
    const token = await book((await freeOn(TUESDAY))[0]!)
    const page = async () => (await app.visitor().get(`/t/${token}/jadwal?lang=id`)).text
    expect(await page()).toContain('Tempat lama dilepas baru setelah')
    await save({ holidays: [TUESDAY] })
    expect(await page()).toContain('Waktu lama tidak bisa dipakai lagi.')
    expect(await page()).not.toContain('Tempat lama dilepas')
  })
})

describe('who has no other time to move to', () => {
  const FULL = served(2)
  async function told(kind: 'timeLost' | 'serviceClosed') {
    await app.settled()
    await app.messages.deliverDue(app.clock.now)
    return sent.filter(m => m.kind === kind).map(m => m.text)
  }
  const page = async (token: string) => (await app.visitor().get(`/t/${token}`)).text
  async function waiting(date: string) {
    await save({ services: [FULL] })
    for (const slot of await freeOn(date)) await book(slot)
    const path = `${OFFICE}/services/${SERVICE}/waitlist`
    const { status, body } = await app.visitor().post(path, { date, contact: contactOf(booker++) })
    expect(status).toBe(201)
    return body as { token: string; number: string }
  }

  it('since they only waited for a place is promised no tap, and is led to the days of the service [H13 M12]', async () => {
    const { token, number } = await waiting(TUESDAY)
    await save({ holidays: [TUESDAY] })
    const [text] = (await told('timeLost')).filter(m => m.includes(number))
    expect(text).toContain('tidak berlaku lagi')
    expect(text).not.toMatch(/ketuk|dilayani/)
    expect((await look(token)).moveTo).toBeNull()
    expect(await page(token)).toContain(`href="/b/samarinda/${SERVICE}?lang=id"`)
  })

  it('since the service is offered no more is promised no tap, and is led to the other services [H13 M12]', async () => {
    const token = await book((await freeOn(TUESDAY))[0]!)
    await save({ services: [served(19, { open: false })] })
    const [text] = await told('timeLost')
    expect(text).not.toContain('ketuk')
    expect((await look(token)).moveTo).toBeNull()
    expect(await page(token)).toContain('href="/b/samarinda?lang=id"')
    expect(await page(token)).not.toContain('/jadwal')
    expect(await page(token)).not.toContain(`href="/b/samarinda/${SERVICE}?lang=id"`)
  })

  it('since every day is full or closed is promised no tap, also when the service is closed for a while [H13 M12 T5]', async () => {
    await save({ booking: { horizonDays: 1 } })
    const token = await book((await freeOn(TUESDAY))[0]!)
    app.clock.now = atClock(TUESDAY, '07:30', 'WITA')
    await save({ holidays: [WEDNESDAY] })
    const desk = await app.as('meja')
    const closed = await desk.post(`${OFFICE}/services/${SERVICE}/close`, { reason: 'systemDown' })
    expect(closed.status).toBe(200)
    expect((await look(token)).moveTo).toBeNull()
    const [text] = await told('serviceClosed')
    expect(text).toContain('Tunggu kabar')
    expect(text).not.toContain('ketuk')
  })
})
