import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../shared/kit/time.ts'
import { formIn } from '../helpers/booking-app.ts'
import { post } from '../helpers/by-pages.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const KTP = '/b/samarinda/ktp-el'
const SHUT = '/api/offices/samarinda/services/ktp-el'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

const placeIn = (html: string) => /<div id="closings"[^>]*data-from="([^"]+)"[^>]*>([^]*?)<\/div>/.exec(html)!
const page = async (path: string) => (await app.visitor().get(path)).text

describe('a booking page that stands open', () => {
  it('asks for what is closed by itself, and gets one line while nothing changed [Z10]', async () => {
    const from = placeIn(await page(`${KTP}/jadwal`))[1]!.replaceAll('&amp;', '&')
    const first = await app.visitor().get(from)
    expect([first.status, first.text]).toEqual([200, ''])
    const same = await app.visitor().get(from, { 'if-none-match': first.headers.get('etag')! })
    expect([same.status, same.text]).toEqual([304, ''])

    const hall = await app.as('meja')
    const until = app.clock.now + HOUR
    expect((await hall.post(`${SHUT}/close`, { reason: 'systemDown', until })).status).toBe(200)
    const closed = await app.visitor().get(from, { 'if-none-match': first.headers.get('etag')! })
    expect(closed.status).toBe(200)
    expect(wordsIn(closed.text)).toMatch(
      /Sedang ditutup\. Sistem pusat sedang tidak bisa dipakai\. Perkiraan dibuka lagi pukul .* Waktu pada hari lain tetap dapat dipesan\./,
    )
    await hall.post(`${SHUT}/open`)
    expect((await app.visitor().get(from)).headers.get('etag')).toBe(first.headers.get('etag'))
  })

  it('says it on every step of that service, and without scripts [Z10]', async () => {
    const hall = await app.as('meja')
    await hall.post(`${SHUT}/close`, { reason: 'noOfficer' })
    for (const path of [KTP, `${KTP}?case=hilang`, `${KTP}/jadwal`, `${KTP}/data?slot=2026-06-10T09:00`])
      expect(wordsIn(await page(path)), path).toContain('Sedang ditutup. Petugasnya sedang tidak ada.')
    expect(wordsIn(await page('/b/samarinda/legalisir/jadwal'))).not.toContain('Sedang ditutup')
  })

  it('says that the day which it shows was closed [Z10]', async () => {
    const html = await page(`${KTP}/data?slot=2026-06-10T09:00`)
    const from = placeIn(html)[1]!.replaceAll('&amp;', '&')
    const name = ['Libur contoh', 'Made-up holiday']
    const special = { name, from: '2026-06-10', to: '2026-06-10', hours: Array<null>(7).fill(null) }
    const changed = await (
      await app.as('admin')
    ).patch('/api/offices/samarinda/settings', {
      alwaysOpen: false,
      specialHours: [special],
    })
    expect(changed.status).toBe(200)
    expect(wordsIn((await app.visitor().get(from)).text)).toContain('Kantor tutup besok, Rabu 10 Juni.')
    // Whoever was filling in the form goes on to another day, and is told why when it is sent all the same.
    const late = await page(`${KTP}/data?slot=2026-06-10T09:00`)
    expect(late).toContain('data-shut="day"')
    expect(wordsIn(/<section class="dock"[^]*<\/section>/.exec(late)![0])).toContain('Pilih hari lain')
    const who = app.visitor()
    const form = formIn((await who.get(`${KTP}/data?slot=2026-06-10T09:00`)).text, 'book', {})
    const refused = await post(who, `${KTP}/data`, form)
    expect(wordsIn(refused.text)).not.toContain('tidak ada dalam jadwal')
    const again = await post(who, `${KTP}/jadwal`, new URLSearchParams('slot=2026-06-10T09:00&lang=id'))
    for (const answer of [refused, again]) {
      expect(answer.status).toBeGreaterThanOrEqual(400)
      expect(wordsIn(answer.text)).toMatch(/tutup/)
      expect(wordsIn(answer.text)).not.toContain('tidak ada dalam jadwal')
    }
  })

  it('says on the papers that the office is closed today, and what of it is open again [Z10]', async () => {
    const from = placeIn(await page(`${KTP}?case=hilang`))[1]!.replaceAll('&amp;', '&')
    const name = ['Libur contoh', 'Made-up holiday']
    const special = { name, from: '2026-06-09', to: '2026-06-09', hours: Array<null>(7).fill(null) }
    const admin = await app.as('admin')
    await admin.patch('/api/offices/samarinda/settings', { alwaysOpen: false, specialHours: [special] })
    expect(wordsIn((await app.visitor().get(from)).text)).toContain('Kantor tutup hari ini, Selasa 9 Juni.')
    expect(await page(`${KTP}?case=hilang`)).toContain('data-day-again="Kantor buka lagi pada hari itu."')
  })

  it('calls no day closed of a trial office that is always open [Z10]', async () => {
    expect(app.offices.get('samarinda').alwaysOpen).toBe(true)
    expect(wordsIn(await page(`${KTP}/jadwal?date=2026-06-14`))).not.toContain('Kantor tutup')
    expect(placeIn(await page(`${KTP}/data?slot=2026-06-14T09:00`))[2]!.trim()).toBe('')
  })

  it('says where the office is while a time is chosen and when somebody says who comes [Z11]', async () => {
    for (const path of [`${KTP}/jadwal`, `${KTP}/data?slot=2026-06-10T09:00`])
      expect(wordsIn(await page(path)), path).toContain('Jalan Contoh No. 10')
  })
})
