import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const WEDNESDAY = '2026-06-10'
const THURSDAY = '2026-06-11'
const SERVICES = ['ktp-el', 'kartu-keluarga', 'legalisir']

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const calm = { ...app.offices.get('samarinda').booking, proof: 'never', priorityShare: 0 }
  await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: calm })
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const HOURS = ['08:00', '09:00', '10:00', '11:00', '13:00', '14:00']
const at = (n: number) => `${n % 2 ? WEDNESDAY : THURSDAY}T${HOURS[(n >> 1) % HOURS.length]}`
const ask = async (who: Visitor, what: 'holds' | 'bookings', serviceId: string, slotId: string, contact?: object) => {
  const { status, body } = await who.post(`${OFFICE}/${what}`, { serviceId, slotId, ...(contact ? { contact } : {}) })
  return (body.error?.code ?? status) as string | number
}

describe('phones that say not who they are', () => {
  it('book no more for the cookies that they got: twelve places of a network, however they are asked for [G9]', async () => {
    const phones = Array.from({ length: 12 }, () => app.visitor())
    for (const [n, who] of phones.entries()) expect(await ask(who, 'bookings', SERVICES[0]!, at(n))).toBe(201)
    const more = await Promise.all(phones.map((who, n) => ask(who, 'bookings', SERVICES[1]!, at(n))))
    expect(more.filter(end => end !== 'CONTACT_NEEDED' && end !== 'SLOT_FULL')).toEqual([])
    expect(more).toContain('CONTACT_NEEDED')
    // Whoever says who they are books all the same.
    expect(await ask(phones[0]!, 'bookings', SERVICES[1]!, at(0), { phone: '0800-0007-0001' })).toBe(201)
  })

  it('get no place more by holding it first, nor by the cookie that comes with a form [G9]', async () => {
    for (let n = 0; n < 12; n++) {
      const who = app.visitor()
      await who.get(`/b/samarinda/ktp-el/data?slot=${at(n)}`)
      // Who looks at other times holds another place in place of the first, and books what is held: that is one place.
      for (const slotId of [at(n + 1), at(n)]) expect(await ask(who, 'holds', SERVICES[0]!, slotId)).toBe(201)
      expect(await ask(who, 'bookings', SERVICES[0]!, at(n))).toBe(201)
    }
    const late = app.visitor()
    await late.get(`/b/samarinda/ktp-el/data?slot=${at(0)}`)
    expect(await ask(late, 'holds', SERVICES[2]!, at(0))).toBe('TOO_MANY_BOOKINGS')
    expect(await ask(late, 'bookings', SERVICES[2]!, at(0))).toBe('CONTACT_NEEDED')
  })
})
