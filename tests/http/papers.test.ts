import { describe, expect, it } from 'vitest'
import { ticketPage } from '../../server/http/pages/ticket/ticket-page.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { papersOf } from '../../shared/office/papers.ts'
import { calendarText } from '../../shared/ticket/calendar.ts'
import { bookingApp, KTP } from '../helpers/booking-app.ts'
import { bookedTicket, TOKEN } from '../helpers/booking-desk.ts'
import { wordsIn } from '../helpers/page-words.ts'
import { PAPERS_BY_CASE } from '../helpers/papers-by-case.ts'

const found = (id: string) => demoOffice.services.find(s => s.id === id)!
const ticketFor = (service: ReturnType<typeof found>, id: string | undefined) =>
  bookedTicket({ service }, { serviceId: service.id, ...(id === undefined ? {} : { case: id }) })

describe('the papers of every demo service by case', () => {
  it.each(PAPERS_BY_CASE)('are counted and told on the booking pages: $service, $label [B20]', async it => {
    const { get } = bookingApp()
    const { html } = await get(`/b/samarinda/${it.service}?case=${it.id ?? 'lain'}`)
    const ticks = [...html.matchAll(/name="papers" value="([^"]*)"/g)].map(m => m[1])
    expect(ticks).toEqual(it.papers)
    const n = it.papers.length
    expect(wordsIn(html)).toContain(n === 0 ? 'tidak perlu membawa berkas' : `bawa ${n} berkas`)
    const list = (await get(`/b/samarinda/${it.service}/syarat.txt?case=${it.id ?? 'lain'}`)).html
    expect(list.match(/\[ \]/g) ?? []).toHaveLength(n)
  })

  it.each(PAPERS_BY_CASE)('are counted and told on the ticket and in the calendar: $service, $label [B20]', it => {
    const service = found(it.service)
    const own = ticketFor(service, it.id)
    const html = ticketPage(own, 'id', { styles: [] }, TOKEN)
    const n = it.papers.length
    expect(wordsIn(html)).toContain(n === 0 ? 'Tanpa berkas' : `${n} berkas`)
    const told = service.requirements.filter(r => html.includes(`<li>${r.name[0]}`))
    expect(told.map(r => r.id).sort()).toEqual([...it.papers].sort())
    const calendar = calendarText(own, 'first', 'http://localhost/t/x', 'id')!.replace(/\r\n /g, '')
    for (const paper of papersOf(service, it.id)) expect(calendar).toContain(paper.name[0].replace(/,/g, '\\,'))
  })
})

describe('where to come', () => {
  const text = 'Jalan Contoh No. 10'

  it('stands with the hours on booking, ticket, the page of the family and in the calendar [B23]', async () => {
    const own = bookedTicket()
    const it = bookingApp(own)
    for (const path of [`${KTP}?case=hilang`, `/t/${TOKEN}`, `/t/${TOKEN}/bagikan`]) {
      const { html } = await it.get(path)
      expect(wordsIn(html), path).toContain(text)
      // The office of these pages is a trial one, whose doors are open all day today.
      expect(wordsIn(html), path).toMatch(path.startsWith(KTP) ? /sepanjang hari/ : /08\.00–15\.00 WITA/)
      expect(html, path).toContain('https://www.openstreetmap.org/?mlat=-0.5')
      expect(html, path).toContain('href="tel:05410000000"')
      expect(wordsIn(html), path).toContain('Pintu kursi roda Pintu timur')
    }
    const calendar = calendarText(own, 'first', 'http://localhost/t/x', 'id')!.replace(/\r\n /g, '')
    expect(calendar).toContain(`${text}\\, Samarinda`)
    expect(calendar).toContain('GEO:-0.5;117.15')
  })

  it('is read in English where the office wrote it so, and as it stands where not [B23]', async () => {
    const { html } = await bookingApp(bookedTicket()).get(`/t/${TOKEN}?lang=en`)
    expect(wordsIn(html)).toContain('10 Contoh Street')
    expect(wordsIn(html)).toContain('East door')
    const { office } = bookedTicket()
    const plain = ticketPage(bookedTicket({ office: { ...office, addressEn: '' } }), 'en', { styles: [] }, TOKEN)
    expect(wordsIn(plain)).toContain('Jalan Contoh No. 10')
  })

  it('goes with the link that is sent to the family [B23]', async () => {
    const { html } = await bookingApp(bookedTicket()).get(`/t/${TOKEN}/bagikan`)
    const sent = decodeURIComponent(/sms:\?body=([^"]+)/.exec(html)![1]!)
    expect(sent).toMatch(
      /^Nomor AR-12, KTP-el, di Disdukcapil Kota Samarinda, Jalan Contoh No\. 10: http:\/\/localhost\/t\//,
    )
  })

  it('is left out where the office does not tell it [B23]', () => {
    const { office } = bookedTicket()
    const silent = bookedTicket({ office: { ...office, address: '', mapPoint: '', phone: '', entrance: '' } })
    const html = ticketPage(silent, 'id', { styles: [] }, TOKEN)
    expect(html).not.toContain('openstreetmap')
    expect(wordsIn(html)).not.toContain('Alamat')
    expect(calendarText(silent, 'first', 'http://localhost/t/x', 'id')).not.toContain('GEO:')
  })
})

describe('what has happened', () => {
  it('is one question of the service, each case a link that goes on, with the count of its papers', async () => {
    const { html } = await bookingApp().get(KTP)
    const text = wordsIn(html)
    expect(text).toContain('KTP-el: apa yang terjadi?')
    expect(text).toContain('Hilang Bawa 2 berkas')
    expect(text).toContain('Membuat pertama kali Usia 17 atau sudah menikah · Bawa 1 berkas')
    expect(html).toContain('href="/b/samarinda/ktp-el?case=hilang&amp;lang=id"')
    expect(text).toContain('Bukan itu, atau belum yakin Konsultasi dahulu, tanpa berkas')
    expect(html).not.toContain('<form id="papers"')
  })

  it('is not asked whose case the search has named: the answer says it, with its papers [Q6]', async () => {
    const { html } = await bookingApp().get('/b/samarinda?q=ektp+ilang')
    expect(html).toContain('href="/b/samarinda/ktp-el?case=hilang&amp;lang=id"')
    expect(wordsIn(html)).toContain('KTP-el, hilang Bawa 2 berkas')
    const plain = await bookingApp().get('/b/samarinda?q=ktp')
    expect(plain.html).toContain('href="/b/samarinda/ktp-el?lang=id"')
  })

  it('gives the address of a site that another office is reached by as a link [Q4]', async () => {
    const { html } = await bookingApp().get('/b/samarinda?q=nib')
    expect(html).toContain('<a href="https://oss.go.id" rel="noreferrer">oss.go.id</a>')
  })

  it('is not asked where it makes no difference', async () => {
    const text = wordsIn((await bookingApp().get('/b/samarinda/legalisir')).html)
    expect(text).toContain('Legalisir: bawa 3 berkas')
    expect(text).not.toContain('apa yang terjadi')
  })

  it('tells whoever does not know all papers, and says for which case each is [B21]', async () => {
    const text = wordsIn((await bookingApp().get(`${KTP}?case=lain`)).html)
    expect(text).toContain('KTP-el: berkas menurut keperluan')
    expect(text).toContain('Hanya untuk: Hilang')
    expect(text).not.toMatch(/bawa \d berkas/i)
  })

  it('says what need not be brought', async () => {
    const text = wordsIn((await bookingApp().get(`${KTP}?case=hilang`)).html)
    expect(text).toContain('KTP-el, hilang: bawa 2 berkas')
    expect(text).toContain('Tidak perlu dibawa Pasfoto, surat pengantar RT atau kelurahan')
    expect(text).toContain('Asli, dari kantor polisi terdekat')
  })

  it('goes with the booking', async () => {
    const it = bookingApp()
    const form = await it.get(`${KTP}/data?case=hilang&slot=2026-06-09T11:00`)
    expect(form.html).toContain('name="case" value="hilang"')
    expect(wordsIn(form.html)).toContain('KTP-el, hilang')
    await it.post(`${KTP}/data`, 'case=hilang&slot=2026-06-09T11:00&key=made-here-1234567890')
    expect(it.asked.at(-1)).toMatchObject({ act: 'book', case: 'hilang' })
  })

  it('is chosen anew from the ticket, whose papers then are others', async () => {
    const it = bookingApp(ticketFor(found('ktp-el'), 'hilang'))
    const ticket = (await it.get(`/t/${TOKEN}`)).html
    expect(wordsIn(ticket)).toContain('Keperluan: Hilang Ganti keperluan')
    const { html } = await it.get(`/t/${TOKEN}/keperluan`)
    expect(html).toMatch(/name="case" value="hilang" aria-current="true"/)
    expect(html).toContain('name="case" value="rusak"')
    const looks = bookingApp({ ...ticketFor(found('ktp-el'), 'hilang'), sharePath: null })
    expect((await looks.get(`/t/${TOKEN}/keperluan`)).status).toBe(303)
  })
})
