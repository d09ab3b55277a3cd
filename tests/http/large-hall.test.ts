import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gzipSync } from 'node:zlib'
import { saveOffice } from '../../server/store/offices.ts'
import { DAY } from '../../shared/kit/time.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { largeHall } from '../helpers/large-hall.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const KIB = 1024
const bytes = (text: string) => Buffer.byteLength(text)

let app: TestApp
beforeAll(async () => {
  const db = await freshDatabase()
  const { services } = largeHall
  await saveOffice(db, { ...largeHall, services: services.map(s => ({ ...s, letter: 'A' })) })
  app = await testApp({ db })
})
afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

describe('a hall of 32 agencies and 300 services over HTTP', () => {
  it('tells its kiosk what it is called and asks for, and nothing of its standards at length', async () => {
    const [whole, lean] = [
      await app.visitor().get('/api/offices/mpp'),
      await app.visitor().get('/api/offices/mpp/hall'),
    ]
    const { office, often } = lean.body
    expect([office.services.length, office.agencies.length, often.length]).toEqual([300, 32, 6])
    for (const key of ['standard', 'procedure', 'product', 'complaints'])
      expect(office.services[0]).not.toHaveProperty(key)
    const [before, now] = [bytes(whole.text), bytes(lean.text)]
    const [zipped, packed] = [gzipSync(whole.text).length, gzipSync(lean.text).length]
    console.log(
      `hall: ${Math.round(before / KIB)} -> ${Math.round(now / KIB)} KiB, gzip ${Math.round(zipped / KIB)} -> ${Math.round(packed / KIB)}`,
    )
    expect(now).toBeLessThan(700 * KIB)
    expect(now).toBeLessThan(before / 3)
    // What a sign-in and a start page read first.
    expect(bytes((await app.visitor().get('/api/offices')).text)).toBeLessThan(KIB)
  })

  it('lists agencies on the phone, then the services of one, each page light and whole without scripts [Q9]', async () => {
    const all = await app.visitor().get('/b/mpp')
    expect(all.text.match(/instansi=/g)!.length).toBe(32)
    expect(all.text).toContain('Hadir Rabu, Kamis')
    expect(all.text).not.toContain('/b/mpp/im-1')
    const one = await app.visitor().get('/b/mpp?instansi=im')
    expect(one.text.match(/\/b\/mpp\/im-\d+/g)!.length).toBe(10)
    expect(one.text).toContain('<h1>Imigrasi</h1>')
    expect(one.text).toContain('Semua instansi')
    const typed = await app.visitor().get('/b/mpp?q=pasp')
    expect(typed.text).toContain('/b/mpp/im-1')
    for (const page of [all, one, typed]) expect(bytes(page.text)).toBeLessThan(20 * KIB)
    const none = await app.visitor().get('/b/mpp?instansi=zz')
    expect(none.text.match(/instansi=/g)!.length).toBe(32)
  })

  it('numbers by agency, and takes nobody for an agency that is not there today [N11 N12]', async () => {
    const plan = await app.offices.planOf('mpp', '2026-06-09')
    const open = (code: string) => plan.services.filter(s => s.letter === code).map(s => s.open)
    expect(new Set(open('IM'))).toEqual(new Set([true]))
    expect(new Set(open('BC'))).toEqual(new Set([false]))
    const later = await app.offices.planOf('mpp', '2026-06-10')
    expect(later.services.filter(s => s.letter === 'BC').every(s => s.open)).toBe(true)
  })

  it('gives numbers by agency at its kiosk, and offers on the next day what people came for most [N11 Q9]', async () => {
    const kiosk = await app.device('kiosk')
    const take = async (serviceId: string) =>
      (await kiosk.post('/api/offices/mpp/tickets', { serviceId, priority: false })).body
    const numbers = []
    for (const id of ['im-2', 'im-3', 'dc-1', 'im-2']) numbers.push((await take(id)).ticket.number)
    expect(numbers).toEqual(['IM-001', 'IM-002', 'DC-001', 'IM-003'])
    expect((await take('bc-1')).error.code).toBe('SERVICE_CLOSED')
    const often = async () => (await app.visitor().get('/api/offices/mpp/hall')).body.often
    expect(await often()).toEqual(largeHall.services.slice(0, 6).map(s => s.id))
    app.clock.now += DAY
    // Of equals the one that stands first in the office.
    expect((await often()).slice(0, 4)).toEqual(['im-2', 'dc-1', 'im-3', 'am-1'])
  })
})
