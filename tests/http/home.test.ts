import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { formIn } from '../helpers/booking-app.ts'
import { post, tokenOf } from '../helpers/by-pages.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const KTP = '/b/samarinda/ktp-el'
const SLOT = '2026-06-10T09:00'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  const booking = { ...app.offices.get('samarinda').booking, proof: 'never', priorityShare: 0 }
  await (await app.as('admin')).patch('/api/offices/samarinda/settings', { booking, alwaysOpen: false })
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** Books by the pages without a name. */
async function book(who: Visitor, slot = SLOT) {
  const form = await who.get(`${KTP}/data?slot=${slot}&lang=id`)
  return post(who, `${KTP}/data`, formIn(form.text, 'book', {}))
}
const home = async (who: Visitor = app.visitor(), query = '') => (await who.get(`/${query}`)).text

describe('the first page', () => {
  it('is for citizens: search, numbers, the doors, booking and rating, and last the way in for staff [Z1]', async () => {
    const page = await home()
    const words = wordsIn(page)
    const order = [
      'Mau mengurus apa?',
      'Nomor saya',
      'Buka sekarang',
      'Datang ke kantor',
      'Sudah dilayani?',
      'Masuk petugas',
    ]
    expect(order.map(part => words.indexOf(part))).toEqual(order.map(part => words.indexOf(part)).sort((a, b) => a - b))
    for (const part of order) expect(words).toContain(part)
    expect(words).toContain('Buka sekarang sampai 15.00 WITA')
    expect(page).toContain('action="/b/samarinda"')
    expect(page).toMatch(/class="dock"[^]*href="\/b\/samarinda\?lang=id">Pesan waktu datang</)
    expect(page).toContain('Hari layanan 08.00 sampai 15.00, istirahat 12.00–12.30, sekarang 09.30')
    expect(await home(app.visitor(), '?lang=en')).toContain('Open now')
  })

  it('says where to come, how to call and where a wheelchair comes in [Z1 B23]', async () => {
    const page = await home()
    expect(wordsIn(page)).toContain('Alamat Jalan Contoh No. 10')
    expect(page).toContain('href="tel:05410000000"')
    expect(page).toContain('https://www.openstreetmap.org/?mlat=-0.5')
    expect(wordsIn(page)).toContain('Pintu kursi roda Pintu timur')
  })

  it('says the same hours of a trial office everywhere: open all day today, by its hours on other days [Z1 H5]', async () => {
    await (await app.as('admin')).patch('/api/offices/samarinda/settings', { alwaysOpen: true })
    for (const day of ['2026-06-09', '2026-06-14']) {
      app.clock.now = atClock(day, '09:30', 'WITA')
      const page = await home()
      expect(wordsIn(page)).toContain('Buka sekarang sepanjang hari')
      expect(wordsIn(page)).toContain('Hari ini : sepanjang hari')
      expect(page).not.toContain('Hari layanan')
      const papers = await app.visitor().get(`${KTP}?case=hilang&lang=id`)
      expect(wordsIn(papers.text)).toMatch(/Jam buka \S+ \d+ Juni sepanjang hari/)
      const who = app.visitor()
      const done = await book(who, `${day}T11:00`)
      const ticket = `/t/${tokenOf(done.to)}`
      for (const path of [ticket, `${ticket}/bagikan`])
        expect(wordsIn((await who.get(`${path}?lang=id`)).text)).not.toMatch(/Jam buka \S+ \d+ Juni (tutup|08)/)
    }
  })

  it('says when it opens and that booking works now, once it is closed [Z1 Z3]', async () => {
    app.clock.now = atClock('2026-06-09', '16:00', 'WITA')
    const evening = wordsIn(await home())
    expect(evening).toContain('Tutup buka besok, Rabu 10 Juni, 08.00 WITA')
    expect(evening).toContain('Memesan tetap bisa sekarang. Tempat kosong terdekat: besok, 08.00.')
    app.clock.now = atClock('2026-06-10', '07:00', 'WITA')
    expect(wordsIn(await home())).toContain('Tutup buka hari ini, Rabu 10 Juni, 08.00 WITA')
    app.clock.now = atClock('2026-06-10', '12:10', 'WITA')
    expect(wordsIn(await home())).toContain('Istirahat buka lagi 12.30 WITA')
  })

  it('names the days soon on which the hours differ', async () => {
    await (await app.as('admin')).patch('/api/offices/samarinda/settings', { holidays: ['2026-06-16'] })
    expect(wordsIn(await home())).toMatch(/Selasa, 16 Juni : libur/)
  })

  it('knows no office by a name that is none', async () => {
    expect((await app.visitor().get('/?kantor=nowhere', { accept: 'text/html' })).status).toBe(404)
  })
})

describe('the numbers of a phone', () => {
  it('stand on the first page of the phone that booked, and of no other [Z2]', async () => {
    const phone = app.visitor()
    const token = tokenOf((await book(phone)).to)
    const page = await home(phone)
    expect(page).toContain(`href="/t/${token}?lang=id"`)
    expect(wordsIn(page)).toMatch(/Reservasi \S+ .*KTP-el Besok 09.00/)
    expect(await home()).not.toContain('/t/')
  })

  it('are gone from a borrowed phone that forgot them, and once they are over [Z2 R12]', async () => {
    const phone = app.visitor()
    const token = tokenOf((await book(phone)).to)
    const before = new Map(phone.cookies)
    await post(phone, `/t/${token}/lupakan?lang=id`, new URLSearchParams())
    expect(await home(phone)).not.toContain('/t/')
    expect(await home(app.visitor(before))).not.toContain('/t/')
    const own = app.visitor()
    const other = tokenOf((await book(own, '2026-06-10T10:00')).to)
    await post(own, `/t/${other}/cancel?lang=id`, new URLSearchParams())
    expect(await home(own)).not.toContain('/t/')
  })

  it('are shown to no browser of the desk [Z2]', async () => {
    const desk = await app.as('meja')
    await book(desk)
    expect(await home(desk)).not.toContain('/t/')
  })
})
