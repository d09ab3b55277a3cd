import { describe, expect, it } from 'vitest'
import { bookingApp } from '../helpers/booking-app.ts'
import { bookedTicket, TOKEN } from '../helpers/booking-desk.ts'
import { at } from '../helpers/own-ticket.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { errorText } from '../../shared/text/errors.ts'

const T = `/t/${TOKEN}`

describe('acting on a ticket by plain forms', () => {
  it.each([
    ['check-in', 'moment=1.2&code=4711', { act: 'checkIn', code: '4711' }],
    ['let-pass', 'moment=1.2&people=3', { act: 'letPass', people: 3 }],
    ['here', 'moment=1.2', { act: 'here' }],
    ['keperluan', 'moment=1.2&case=hilang', { act: 'chooseCase', id: 'hilang' }],
    ['files/remove', 'moment=1.2&file=f1', { act: 'removeFile', file: 'f1' }, 'did=removed&'],
    ['bukan-saya', 'moment=1.2', { act: 'undoCheckIn' }, 'did=undone&'],
  ])('%s answers with the page as it then is', async (act, fields, asked, did = '') => {
    const it = bookingApp()
    const answer = await it.post(`${T}/${act}?lang=en`, fields)
    expect([answer.status, answer.to]).toEqual([303, `${T}?${did}lang=en`])
    expect(it.asked.at(-1)).toMatchObject({ token: TOKEN, ...asked })
  })

  it('is one act when the same form is sent twice, another one at another moment, and nobody else can name it', async () => {
    const it = bookingApp()
    await it.post(`${T}/let-pass`, 'moment=1.2&people=3')
    await it.post(`${T}/let-pass`, 'moment=1.2&people=3')
    await it.post(`${T}/let-pass`, 'moment=1.9&people=3')
    const [first, again, later] = it.asked.map(a => a.key)
    expect(again).toBe(first)
    expect(later).not.toBe(first)
    expect(first).not.toContain('1.2')
  })

  it('says on the page why it was refused', async () => {
    const it = bookingApp(bookedTicket({ now: at('10:45') }))
    it.refuse('checkIn', 'CHECK_IN_CODE')
    const answer = await it.post(`${T}/check-in`, 'moment=1.2&code=0000')
    expect(answer.to).toBe(`${T}?said=CHECK_IN_CODE&lang=id`)
    expect(wordsIn((await it.get(answer.to)).html)).toContain('Kode tidak cocok.')
  })

  it.each([
    ['cancel', 'cancel'],
    ['let-pass', 'letPass'],
    ['check-in', 'checkIn'],
    ['lupakan', 'forget'],
  ] as const)('%s that could not be saved says so, and that the ticket stands as before [J2]', async (form, act) => {
    const it = bookingApp()
    it.refuse(act, 'UNAVAILABLE')
    const answer = await it.post(`${T}/${form}`, 'people=1')
    expect(answer.to).toBe(`${T}?said=UNAVAILABLE&lang=id`)
    expect(wordsIn((await it.get(answer.to)).html)).toContain(wordsIn(errorText('UNAVAILABLE', 'id')))
  })

  it('says from when check-in is open to somebody who is early, and nothing that an address makes up', async () => {
    const it = bookingApp()
    expect(wordsIn((await it.get(`${T}?said=CHECK_IN_EARLY`)).html)).toContain('Dibuka pukul 10.40.')
    expect((await it.get(`${T}?said=Hello`)).html).not.toContain('Hello')
  })

  it('takes an offered place and goes to it', async () => {
    expect((await bookingApp().post(`${T}/ambil`, 'moment=1.2')).to).toMatch(/^\/t\/token-of-a-booking-\d{4}\?lang=id$/)
  })

  it('refuses a form with people nobody has [L10]', async () => {
    const it = bookingApp()
    expect((await it.post(`${T}/let-pass`, 'people=500')).to).toContain('said=BAD_REQUEST')
    expect(it.asked).toEqual([])
  })
})

describe('another time for a booking', () => {
  it('shows the very same days and times, and moves in one act', async () => {
    const it = bookingApp()
    const page = await it.get(`${T}/jadwal?date=2026-06-11`)
    expect(wordsIn(page.html)).toContain('Tempat lama dilepas baru setelah yang baru tersimpan.')
    expect(page.html).toContain('value="2026-06-11T13:30"')
    const moved = await it.post(`${T}/jadwal?lang=id`, 'slot=2026-06-11T13:30')
    expect(moved.status).toBe(303)
    expect(it.asked.at(-1)).toMatchObject({ act: 'reschedule', slotId: '2026-06-11T13:30' })
  })

  it('begins at the present one, shows old and new, and does not call the own place full [Z7]', async () => {
    // It begins at the day of the booking.
    const { html } = await bookingApp().get(`${T}/jadwal`)
    expect(wordsIn(html)).toContain('Sekarang Hari ini, 11.00 Menjadi')
    expect(html).toMatch(/aria-label="Hari ini, Selasa 9 Juni, sisa 7" aria-current="date"/)
    // The free time nearest to it is proposed, and the dock keeps or moves.
    expect(html).toMatch(/value="2026-06-09T13:00"[^>]* checked/)
    expect(wordsIn(html.slice(html.indexOf('class="dock"')))).toContain('Tetap 11.00 Pindah ke')
    expect(wordsIn(html)).toContain('11.00 jadwal Anda')
    expect(html).toMatch(/value="2026-06-09T11:00"[^>]* disabled/)
  })

  it('chooses again when the time has filled up; the booking stands', async () => {
    const it = bookingApp()
    it.refuse('reschedule', 'SLOT_FULL')
    const answer = await it.post(`${T}/jadwal`, 'slot=2026-06-11T13:30')
    expect(answer.status).toBe(409)
    expect(wordsIn(answer.html)).toContain('Jam itu baru saja penuh.')
  })

  it('is there for bookings only', async () => {
    const it = bookingApp(bookedTicket({}, { state: 'waiting' }))
    expect((await it.get(`${T}/jadwal`)).to).toBe(`${T}?lang=id`)
  })
})

describe('taking a booking along', () => {
  it('gives a calendar file with its own address', async () => {
    const file = await bookingApp().get(`${T}/kalender.ics`)
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(file.html.replace(/\r\n /g, '')).toContain(`URL:http://localhost${T}`)
  })

  it('never takes a moved booking out of the calendar by its old address [M13]', async () => {
    const moved = bookedTicket({ movedTo: '/t/token-of-a-booking-0002' }, { state: 'cancelled', why: 'moved' })
    const answer = await bookingApp(moved).get(`${T}/kalender.ics?lang=id`)
    expect([answer.status, answer.to]).toEqual([303, '/t/token-of-a-booking-0002/kalender.ics?lang=id'])
  })

  it('says that a check-in was taken back, and that the booking stands', async () => {
    const { html } = await bookingApp().get(`${T}?did=undone`)
    expect(wordsIn(html)).toContain('Check-in dibatalkan. Reservasi Anda tetap ada')
  })

  it('shares a link that only looks, without any script [B16]', async () => {
    const page = await bookingApp().get(`${T}/bagikan`)
    expect(page.html).toContain('value="http://localhost/t/link-of-the-family-0001"')
    expect(page.html).toContain('href="https://wa.me/?text=')
    expect(decodeURIComponent(page.html)).not.toContain(`localhost${T}`)
  })

  it('draws the code for the kiosk on a white field, on the holder’s page only', async () => {
    const holder = await bookingApp().get(T)
    expect(holder.html).toMatch(/<div class="qr"><svg role="img" aria-label="[^"]+"[^>]*><rect[^>]*fill="#fff"/)
    expect((await bookingApp(bookedTicket({ sharePath: null })).get(T)).html).not.toContain('class="qr"')
  })

  it('goes from a moved booking to the new one', async () => {
    const moved = bookedTicket({ movedTo: '/t/token-of-a-booking-0002' }, { state: 'cancelled', why: 'moved' })
    expect((await bookingApp(moved).get(T)).to).toBe('/t/token-of-a-booking-0002?lang=id')
  })

  it('tells a stranger nothing', async () => {
    for (const name of ['jadwal', 'bagikan', 'kalender.ics']) {
      const answer = await bookingApp().get(`/t/nobody-has-this-token-0000/${name}`)
      expect([name, answer.status]).toEqual([name, 404])
      expect(wordsIn(answer.html)).toContain('Halaman ini tidak ada')
    }
  })
})
