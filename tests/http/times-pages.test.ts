import { describe, expect, it } from 'vitest'
import { bookingApp, formIn } from '../helpers/booking-app.ts'
import { TOKEN } from '../helpers/booking-desk.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { testApp } from '../helpers/test-app.ts'

const KTP = '/b/samarinda/ktp-el'
const dockOf = (html: string) => html.slice(html.indexOf('<section class="dock"'))

describe('the page of times', () => {
  it('names the quietest first, then the soonest, as whole sentences; the first is chosen [Z5]', async () => {
    const { html } = await bookingApp().get(`${KTP}/jadwal`)
    const words = wordsIn(html)
    expect(words).toContain(
      'Paling lengang Kamis, 11 Juni, 13.30 Belum ada yang memesan jam itu sisa 4 ' +
        'Senin, 15 Juni, 14.00 Sedikit yang memesan jam itu sisa 4 ' +
        'Hari ini, 11.00 Paling cepat, sekitar setengah tempat terisi sisa 4 Waktu lain',
    )
    expect([...html.matchAll(/value="([^"]+)"[^>]* checked/g)].map(m => m[1])).toEqual(['2026-06-11T13:30'])
    expect(html).toContain('data-when="Kamis, 11 Juni, 13.30"')
    expect(dockOf(html)).toContain('data-named="Lanjut: {when}"')
  })

  it('shows what is left of each part of the day before it opens [Z6]', async () => {
    const { html } = await bookingApp().get(`${KTP}/jadwal`)
    expect(wordsIn(html)).toMatch(
      /Pagi 08.00–09.00 sisa 8 .*Menjelang siang 10.30–12.00 sisa 12 .*Siang 13.00–14.30 sisa 12/,
    )
    expect(html).not.toContain('<details class="grp" open')
    // Of a day that somebody chose, the part with the proposed time stands open.
    const chosen = (await bookingApp().get(`${KTP}/jadwal?date=2026-06-09`)).html
    expect(chosen.match(/<details class="grp" open/g)).toHaveLength(1)
    expect(chosen).toMatch(/value="2026-06-09T11:00"[^>]* checked/)
    expect(wordsIn(chosen)).not.toContain('Paling lengang')
  })

  it('says why a time was refused above the button that chooses another [Z8]', async () => {
    const it = bookingApp()
    it.refuse('hold', 'SLOT_FULL')
    const { html, status } = await it.post(`${KTP}/jadwal`, 'slot=2026-06-09T11:00&date=2026-06-09')
    expect(status).toBe(409)
    expect(wordsIn(dockOf(html))).toMatch(/^ ?Jam itu baru saja penuh\. .*Lanjut dengan waktu yang dipilih/)
    expect(html.match(/role="alert"/g)).toHaveLength(1)
  })

  it('says why a move was refused above the button that moves [Z7 Z8]', async () => {
    const it = bookingApp()
    it.refuse('reschedule', 'SLOT_FULL')
    const { html } = await it.post(`/t/${TOKEN}/jadwal`, 'slot=2026-06-11T13:30')
    expect(wordsIn(dockOf(html))).toMatch(/^ ?Jam itu baru saja penuh\. .*Tetap 11\.00 Pindah ke/)
  })

  it('leads from what is wrong to the field that mends it [Z8]', async () => {
    const it = bookingApp()
    const page = await it.get(`${KTP}/data?slot=2026-06-09T11:00`)
    const { html } = await it.post(`${KTP}/data`, formIn(page.html, 'book', { nik: '123' }))
    expect(dockOf(html)).toContain('<a href="#nik">NIK terdiri dari 16 angka.</a>')
    expect(html).toMatch(/<input id="nik"[^>]* aria-describedby="nik-why nik-wrong" aria-invalid="true"/)
  })
})

describe('the quiet times of an office', () => {
  it('go by what is booked of all services, without a word about who [Z5]', async () => {
    const app = await testApp()
    const booking = { ...app.offices.get('samarinda').booking, proof: 'never', priorityShare: 0 }
    await (await app.as('admin')).patch('/api/offices/samarinda/settings', { booking })
    const slots = () => app.visitor().get('/api/offices/samarinda/services/ktp-el/slots?days=21')
    const before = (await slots()).body
    const [first] = before.quiet
    expect(before.quiet.map((q: { why: string }) => q.why)).toEqual(['quiet', 'quiet', 'soonest'])
    const desk = await app.as('meja')
    const contact = { name: 'Contoh' }
    const wish = { serviceId: 'kartu-keluarga', slotId: first.slotId, contact }
    expect((await desk.post('/api/offices/samarinda/bookings', wish)).status).toBe(201)
    const after = (await slots()).body
    expect(after.quiet.map((q: { slotId: string }) => q.slotId)).not.toContain(first.slotId)
    expect(Object.keys(after.quiet[0]).sort()).toEqual(['crowd', 'slotId', 'why'])
    await app.close()
  })
})
