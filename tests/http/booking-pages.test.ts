import { describe, expect, it } from 'vitest'
import { atForm, bookingApp, formIn, KK, KTP, PERSON } from '../helpers/booking-app.ts'
import { drawnRecord, front } from '../helpers/booking-desk.ts'
import { wordsIn } from '../helpers/page-words.ts'

describe('the way to a booking without scripts', () => {
  it('leads from the office straight on when there is only one', async () => {
    const it = bookingApp()
    expect((await it.get('/b/?lang=en')).to).toBe('/b/samarinda?lang=en')
  })

  it('finds a service in everyday words, says what is closed and that walking in works too', async () => {
    const it = bookingApp()
    const { html } = await it.get('/b/samarinda?q=mau+antri+ktp')
    const shown = [...html.matchAll(/<a class="service[^>]*href="([^"]*)"/g)]
    expect(shown.map(m => m[1])).toContain(`${KTP}?lang=id`)
    expect(shown.length).toBeLessThan(front.office.services.length)
    const all = wordsIn((await it.get('/b/samarinda')).html)
    expect(all).toContain('Terdekat: hari ini 11.00, sisa 4')
    expect(all).toContain('Sedang ditutup: Sistem pusat sedang tidak bisa dipakai.')
    expect(all).toContain('3 dari 10 tempat selalu disisakan')
    expect(all).toContain('59 menunggu, 7 loket buka')
  })

  it('puts the best answer first and keeps advice, the front desk and the whole list below every answer [Q5 Q6]', async () => {
    const it = bookingApp()
    for (const q of ['akta kelahran', 'paspor', 'asdfgh']) {
      const { html } = await it.get(`/b/samarinda?q=${encodeURIComponent(q)}`)
      const words = wordsIn(html)
      for (const way of ['Konsultasi', 'Semua 12 layanan', 'meja depan']) expect(words, q).toContain(way)
    }
    const first = (html: string) => /id="answers".*?<b>([^<]*)/s.exec(html)![1]
    const slip = (await it.get('/b/samarinda?q=akta+kelahran')).html
    expect(first(slip)).toBe('Akta Kelahiran')
    expect(wordsIn(slip)).toContain('Kami baca sebagai “akta kelahiran”.')
    const passport = (await it.get('/b/samarinda?q=paspor')).html
    expect(first(passport)).toBe('Paspor')
    expect(wordsIn(passport)).toContain('“paspor” tidak diurus di kantor ini.')
    expect(wordsIn((await it.get('/b/samarinda?q=asdfgh')).html)).toContain('Tidak ada layanan “asdfgh”')
    const whole = (await it.get('/b/samarinda?q=mau+ambil+nomor')).html
    expect([...whole.matchAll(/<a class="service/g)]).toHaveLength(12)
    await it.get('/b/samarinda?q=vis&typing=1')
    expect(it.looked).toEqual([
      'akta kelahran',
      'paspor',
      'asdfgh',
      'akta kelahran',
      'paspor',
      'asdfgh',
      'mau ambil nomor',
    ])
  })

  it('goes on with the ticks, and tells those who are not complete that nothing was booked [B14]', async () => {
    const it = bookingApp()
    const { html } = await it.get(`${KTP}?case=lain&papers=kk`)
    expect(html).toContain('<form id="papers" method="get" action="/b/samarinda/ktp-el/jadwal">')
    expect(html).toMatch(/name="papers" value="kk" checked/)
    const missing = wordsIn((await it.get(`${KTP}/belum?papers=kk&papers=surat-hilang`)).html)
    expect(missing).toContain('Belum ada yang dipesan')
    expect(missing).toContain('KTP-el yang rusak')
    expect(missing).not.toContain('Kartu Keluarga')
    expect(it.asked).toEqual([])
  })

  it('gives the list to keep, to print and as text', async () => {
    const it = bookingApp()
    expect(wordsIn((await it.get(`${KTP}/syarat?papers=kk`)).html)).toContain('Berkas untuk KTP-el')
    const text = await it.get(`${KTP}/syarat.txt?papers=kk`)
    expect(text.headers.get('content-type')).toContain('text/plain')
    expect(text.html).toContain('[x] Kartu Keluarga (Asli atau fotokopi)\r\n[ ]')
  })

  it('shows the days as they are, and the times of a day to come', async () => {
    const it = bookingApp()
    const text = wordsIn((await it.get(`${KTP}/jadwal?date=2026-06-09`)).html)
    expect(text).toContain('Hari ini 9 sisa 7 Besok 10 penuh Kam 11 sisa 32 Jum 12 tutup Sen 15')
    expect(text).toContain('11.00 sisa 4')
    expect(text).toContain('Check-in dari 20 menit sebelum sampai 10 menit sesudah jam itu.')
    expect(text).not.toContain('08.00 ')
    expect(wordsIn((await it.get(`${KTP}/jadwal?date=2026-06-18`)).html)).toContain(
      'dibuka Selasa, 16 Juni pukul 19.00',
    )
  })

  it('asks for the places of the priority line at one’s own word', async () => {
    const it = bookingApp()
    const { html } = await it.get(`${KTP}/jadwal?priority=1`)
    expect(it.asked[0]).toMatchObject({ act: 'slots', priority: true })
    expect(wordsIn(html)).toContain('Tidak perlu bukti, alasan tidak dicatat.')
  })

  it('books: time, form, ticket, with the ticks and the line', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    expect(wordsIn(page.html)).toContain('Jam ini ditahan untuk Anda sampai pukul 10.29.')
    expect(wordsIn(page.html)).toContain('Hari ini, Selasa 9 Juni pukul 11.00 WITA')
    const sent = await it.post(`${KTP}/data`, formIn(page.html, 'book', PERSON))
    expect([sent.status, sent.to]).toEqual([303, '/t/token-of-a-booking-0001?lang=id'])
    expect(it.asked.at(-1)).toMatchObject({
      act: 'book',
      slotId: '2026-06-09T11:00',
      papers: ['kk', 'ktp-rusak'],
      priority: true,
      contact: { ...PERSON, lang: 'id' },
      scripts: false,
    })
  })

  it('books once when a form is sent twice [B10]', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    const first = await it.post(`${KTP}/data`, formIn(page.html, 'book'))
    const again = await it.post(`${KTP}/data`, formIn(page.html, 'book'))
    expect(again.to).toBe(first.to)
    expect(it.sold()).toBe(1)
  })

  it('has the id of the act and the hold in no address, and a new one each time that the form is opened [R9]', async () => {
    const it = bookingApp()
    const { href, page } = await atForm(it)
    const again = await it.get(href)
    const keys = [page, again].map(p => formIn(p.html, 'book').get('key')!)
    expect(new Set(keys).size).toBe(2)
    const addresses = [page, again].flatMap(p => [...p.html.matchAll(/(?:href|action|src)="([^"]*)"/g)].map(m => m[1]!))
    for (const address of [href, ...addresses]) expect(address).not.toMatch(/key=|hold|made-by-the-server/)
  })

  it('draws a fresh form with what was typed for whoever sends one that was used, and a link for its phone alone [J3]', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    const sent = formIn(page.html, 'book', PERSON)
    for (const path of ['/t/own-1', undefined]) {
      it.refuse('book', 'COMMAND_ID_REUSED', path === undefined ? undefined : { path })
      const used = await it.post(`${KTP}/data`, sent)
      expect(used.status).toBe(409)
      expect(wordsIn(used.html)).toContain('Formulir tadi sudah dipakai untuk satu permintaan.')
      expect(used.html.includes('href="/t/own-1?lang=id"')).toBe(path !== undefined)
      const fresh = formIn(used.html, 'book')
      expect([fresh.get('name'), fresh.get('phone')]).toEqual([PERSON.name, PERSON.phone])
      expect(fresh.get('key')).not.toBe(sent.get('key'))
    }
  })

  it('needs nothing about the person, and keeps everything about the person out of addresses [B6]', async () => {
    const it = bookingApp()
    const { page, href } = await atForm(it)
    expect((await it.post(`${KTP}/data`, formIn(page.html, 'book'))).status).toBe(303)
    it.refuse('book', 'SLOT_FULL')
    const refused = await it.post(`${KTP}/data`, formIn(page.html, 'book', PERSON))
    const addresses = [href, ...[...refused.html.matchAll(/(?:href|action)="([^"]*)"/g)].map(m => m[1]!)].join(' ')
    for (const said of Object.values(PERSON)) expect(addresses).not.toContain(said)
    expect(it.routes.join(' ')).not.toContain('token')
  })

  it('says what is not right and keeps what was typed', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    const wrong = await it.post(`${KTP}/data`, formIn(page.html, 'book', { ...PERSON, nik: '123' }))
    expect(wrong.status).toBe(400)
    expect(wordsIn(wrong.html)).toContain('NIK terdiri dari 16 angka.')
    expect(wrong.html).toContain('value="081200000000"')
    expect(wrong.html).toMatch(/id="nik"[^>]*aria-invalid="true"/)
  })

  it('lets somebody choose again when the time has filled up, with nothing typed anew', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    it.refuse('book', 'SLOT_FULL')
    const full = await it.post(`${KTP}/data`, formIn(page.html, 'book', PERSON))
    expect(full.status).toBe(409)
    expect(wordsIn(full.html)).toContain('Jam itu baru saja penuh.')
    expect(full.html).toContain('value="Contoh"')
    it.accept()
    const booked = await it.post(`${KTP}/data`, formIn(full.html, 'book', { ...PERSON, slot: '2026-06-09T13:00' }))
    expect(booked.status).toBe(303)
    expect(it.asked.at(-1)).toMatchObject({ act: 'book', slotId: '2026-06-09T13:00' })
  })

  it('chooses again already at the times when the hold finds none left', async () => {
    const it = bookingApp()
    it.refuse('hold', 'SLOT_FULL')
    const answer = await it.post(`${KTP}/jadwal`, 'slot=2026-06-09T11:00&date=2026-06-09')
    expect(answer.status).toBe(409)
    expect(wordsIn(answer.html)).toContain('Pilih jam lain.')
  })

  it('goes on without a hold when the office is under pressure', async () => {
    const it = bookingApp()
    it.refuse('hold', 'PROOF_REQUIRED')
    const { page } = await atForm(it)
    expect(wordsIn(page.html)).toContain('Jam ini belum ditahan.')
  })

  it('shows where the existing booking is only when it is this phone’s [B4]', async () => {
    const it = bookingApp()
    const { page } = await atForm(it)
    it.refuse('book', 'ALREADY_BOOKED', { number: 'AR-07', path: '/t/token-of-a-booking-0007' })
    const mine = await it.post(`${KTP}/data`, formIn(page.html, 'book'))
    expect(mine.html).toContain('<a href="/t/token-of-a-booking-0007?lang=id">Buka reservasi AR-07</a>')
    it.refuse('book', 'ALREADY_BOOKED')
    const other = await it.post(`${KTP}/data`, formIn(page.html, 'book'))
    expect(wordsIn(other.html)).toContain('Satu orang, satu tempat.')
    expect(other.html).not.toContain('href="/t/')
    expect(wordsIn(other.html)).toContain('Ini bukan saya: isi nomor telepon atau NIK Anda sendiri')
  })

  it('joins the waitlist of a full day', async () => {
    const it = bookingApp()
    const full = await it.get(`${KTP}/jadwal?date=2026-06-10`)
    expect(full.html).toContain('/data?waitlist=2026-06-10&amp;lang=id')
    const page = await it.get(`${KTP}/data?waitlist=2026-06-10&lang=id`)
    const sent = await it.post(`${KTP}/data`, formIn(page.html, 'book', PERSON))
    expect(sent.to).toContain('/t/')
    expect(it.asked.at(-1)).toMatchObject({ act: 'waitlist', service: 'ktp-el', date: '2026-06-10' })
  })

  it('is shown the free times of a day for which it wanted to wait, and books one with the same form [W10]', async () => {
    const it = bookingApp()
    const { slots } = it.desk
    it.desk.slots = async (...asked) => {
      const reply = await slots(...asked)
      return { ...reply, slots: reply.slots.map(slot => ({ ...slot, free: 0 })) }
    }
    const page = await it.get(`${KTP}/data?waitlist=2026-06-09&lang=id`)
    it.desk.slots = slots
    it.refuse('waitlist', 'PLACES_FREE', { n: 4, start: 0 })
    const sent = await it.post(`${KTP}/data`, formIn(page.html, 'book', PERSON))
    expect(sent.status).toBe(409)
    expect(wordsIn(sent.html)).toContain('Masih ada 4 tempat pada hari itu. Pilih jamnya.')
    it.accept()
    const again = await it.post(`${KTP}/data`, formIn(sent.html, 'book', { slot: '2026-06-09T11:00' }))
    expect(again.to).toContain('/t/')
    expect(it.asked.at(-1)).toMatchObject({ act: 'book', slotId: '2026-06-09T11:00', contact: { phone: PERSON.phone } })
  })

  it('enters a draw with wishes, and says that fast is not better [U6]', async () => {
    const it = bookingApp()
    const day = await it.get(`${KK}/jadwal?date=2026-06-11`)
    expect(wordsIn(day.html)).toContain('Bukan siapa cepat.')
    const query = 'draw=2026-06-11&wish=2026-06-11T11:00&wish=&wish=2026-06-11T08:00&any=1'
    const page = await it.get(`${KK}/data?${query}`)
    expect(wordsIn(page.html)).toContain('Undian Kamis, 11 Juni: 11.00, 08.00')
    it.refuse('enterDraw', 'CONTACT_NEEDED')
    expect((await it.post(`${KK}/data`, formIn(page.html, 'book'))).status).toBe(409)
    it.accept()
    await it.post(`${KK}/data`, formIn(page.html, 'book', { phone: PERSON.phone }))
    expect(it.asked.at(-1)).toMatchObject({
      act: 'enterDraw',
      date: '2026-06-11',
      wishes: ['2026-06-11T11:00', '2026-06-11T08:00'],
      anySlot: true,
    })
  })

  it('shows the record of a draw before and after, with a way to find one’s code', async () => {
    const it = bookingApp()
    expect(wordsIn((await it.get(`${KK}/undian/2026-06-11`)).html)).toContain(
      'Pendaftaran sampai hari ini, Selasa 9 Juni pukul 19.00',
    )
    it.desk.drawRecord = async () => drawnRecord
    const all = wordsIn((await it.get(`${KK}/undian/2026-06-11`)).html)
    expect(all).toContain('1 B3XA 08.00, 13.30 08.00 2 K7Q2 08.00, bebas daftar tunggu')
    expect(all).toContain('5e'.repeat(32))
    expect(wordsIn((await it.get(`${KK}/undian/2026-06-11?kode=k7q2`)).html)).not.toContain('B3XA')
  })
})
