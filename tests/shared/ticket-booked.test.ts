import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { calendarText } from '../../shared/ticket/calendar.ts'
import { raw, textOf } from '../../shared/ticket/markup.ts'
import type { OwnTicket } from '../../shared/ticket/own-ticket.ts'
import { ticketFace } from '../../shared/ticket/ticket-parts.ts'
import { DAY } from '../../shared/kit/time.ts'
import type { Lang } from '../../shared/kit/words.ts'
import { bookedTicket as booked } from '../helpers/booking-desk.ts'
import { at, ownTicket } from '../helpers/own-ticket.ts'
import { wordsIn } from '../helpers/page-words.ts'

const ktp = { ...booked().service, ...demoOffice.services.find(s => s.id === 'ktp-el')! }
const BASE = '/t/token-of-a-booking-0001'
const qr = raw('<svg id="code"></svg>')
const drawn = (own: OwnTicket, lang: Lang = 'id') => ticketFace(own, lang, { base: BASE, qr })
const html = (own: OwnTicket, lang?: Lang) => Object.values(drawn(own, lang).parts).map(textOf).join(' ')
const words = (own: OwnTicket, lang?: Lang) => wordsIn(html(own, lang))

describe('the calendar file of a booking', () => {
  it('has no line that a text of the office made, whatever stands in it [M14]', () => {
    const lines = (own: OwnTicket) =>
      calendarText(own, 'first', 'https://antrean.contoh.id/t/x', 'id')!.split(/\r\n|\r|\n/)
    const own = booked()
    const office = { ...own.office, name: 'Dukcapil"\r\nATTENDEE:mailto:x@contoh.id', city: 'Kota\rX-A:1\nX-B:2' }
    const names = (of: OwnTicket) =>
      lines(of)
        .filter(line => !line.startsWith(' '))
        .map(line => line.split(/[:;]/)[0])
    expect(names({ ...own, office })).toEqual(names(own))
  })
})

describe('a booking before the visit', () => {
  it('says when to come, when to check in and what to bring, with the code for the kiosk', () => {
    const text = words(booked())
    expect(text).toContain('Sampai jumpa pukul 11.00')
    expect(text).toContain('Datang Hari ini, Selasa 9 Juni, 11.00 Check-in 10.40–11.10 Bawa 2 berkas')
    expect(html(booked())).toContain('id="code"')
    expect(text).not.toContain('Saya sudah di sini')
    expect(drawn(booked()).title).toBe('Reservasi AR-12, 11.00')
  })

  it('without a case lists what is sure and the question, not the papers of every case [B21]', () => {
    const own = booked()
    const { case: _, ...ticket } = own.ticket
    const text = words({ ...own, ticket, service: ktp })
    expect(text).toContain('belum dipilih')
    expect(text).toContain('Lainnya menurut keperluan')
    expect(text).not.toContain('Hanya untuk')
    const file = calendarText({ ...own, ticket, service: ktp }, 'first', 'https://antrean.contoh.id/t/x', 'id')!
    expect(file.replaceAll('\r\n ', '')).toContain('Lainnya menurut keperluan')
    expect(file).not.toContain('Hanya untuk')
  })

  it('at the door still says that it is saved, with the code in sight and not under the actions', () => {
    const own = booked({ now: at('10:45') })
    expect(words(own)).toMatch(/Reservasi tersimpan Sudah di kantor\?/)
    expect(words(own)).toContain('Hari ini, Selasa 9 Juni, 11.00')
    expect(textOf(drawn(own).parts.dock)).toBe('')
    expect(textOf(drawn(booked()).parts.dock)).toContain('Tunjukkan QR ini')
  })

  it('is named by what its number is: of a place, of a turn on the waitlist, and a place that was given back', () => {
    const label = (state: 'booked' | 'waitlisted' | 'cancelled') => words(booked({}, { state }))
    expect(label('booked')).toContain('Nomor reservasi')
    expect(label('cancelled')).toContain('Nomor reservasi')
    expect(label('waitlisted')).toContain('Nomor daftar tunggu')
  })

  it('leads to another time, the calendar, the family and giving the place back', () => {
    const page = html(booked())
    for (const href of [`${BASE}/jadwal?lang=id`, `${BASE}/kalender.ics?lang=id`, `${BASE}/bagikan?lang=id`])
      expect(page).toContain(`href="${href}"`)
    expect(page).toContain('href="?batal=1&amp;lang=id"')
  })

  it('ticks the papers that are in hand', () => {
    expect(words(booked({ papers: ['kk'] }))).toMatch(/Surat kehilangan Kartu Keluarga sudah ada/)
  })

  it('asks for the code of the hall screen once check-in is open', () => {
    const page = html(booked({ now: at('10:45') }))
    expect(page).toContain(`action="${BASE}/check-in?lang=id"`)
    expect(page).toMatch(/<input id="code" name="code" required/)
    expect(
      html(booked({ now: at('10:45'), checkIn: { from: at('10:40'), until: at('11:10'), codeNeeded: false } })),
    ).not.toContain('name="code"')
  })

  it('lets somebody who is late in all the same, and says how', () => {
    expect(words(booked({ now: at('11:12') }))).toContain('Waktu check-in lewat pukul 11.10')
    expect(html(booked({ now: at('11:12') }))).toContain('/check-in')
  })

  it('moves in one tap when the service is closed, and says why it is', () => {
    const closed = booked({
      closed: { since: at('10:00'), reason: 'systemDown', until: at('13:00') },
      moveTo: {
        slotId: '2026-06-10T11:00',
        slot: { start: at('11:00') + 86_400_000, end: at('11:30') + 86_400_000 },
        date: '2026-06-10',
      },
    })
    expect(words(closed)).toContain('Sistem pusat sedang tidak bisa dipakai. Diperkirakan buka lagi pukul 13.00.')
    expect(words(closed)).toContain('Pindah ke besok, Rabu 10 Juni, 11.00')
    expect(html(closed)).toContain('name="slot" value="2026-06-10T11:00"')
  })
})

describe('a place that was waited for or lost', () => {
  const listed = { state: 'waitlisted', number: 'AW-3', slot: undefined } as never

  it('tells the place on the waitlist and what happens next', () => {
    const text = words(booked({ waitlistPlace: 3, checkIn: null }, listed))
    expect(text).toContain('Anda di daftar tunggu, urutan 3')
    expect(text).toContain('Datang langsung pada hari itu juga selalu bisa.')
    expect(text).toContain('Keluar dari daftar tunggu')
  })

  it('offers a place with the reason and the minutes left', () => {
    const offer = booked({ checkIn: null }, { state: 'offered', offeredUntil: at('10:34') })
    expect(words(offer)).toContain('Seseorang tidak datang atau mengembalikan tempatnya')
    expect(words(offer)).toContain('Ambil sebelum pukul 10.34 (10 menit lagi).')
    expect(html(offer)).toContain(`action="${BASE}/ambil?lang=id"`)
  })

  it('tells kindly that the place was given on, why, and that coming in still works', () => {
    const released = booked({ now: at('11:20') }, { state: 'released', since: at('11:11') })
    expect(words(released)).toContain('Sampai pukul 11.10 belum ada check-in')
    expect(words(released)).toContain('Tidak ada catatan buruk untuk Anda.')
    expect(html(released)).toContain('/check-in')
  })

  it('shows the code of a draw, when it is drawn and where anybody can check it', () => {
    const entered = booked(
      { checkIn: null, draw: { code: 'K7Q2', at: at('19:00'), path: '/api/x', held: false } },
      listed,
    )
    expect(words(entered)).toContain('Diundi hari ini, Selasa 9 Juni pukul 19.00.')
    expect(html(entered)).toContain('href="/b/samarinda/ktp-el/undian/2026-06-09?lang=id"')
  })

  it('leads to its own row of the record once the draw was held: with a place, on the waitlist, and afterwards [U3]', () => {
    const draw = { code: 'K7Q2', at: at('19:00'), path: '/api/x', held: true }
    const came = [{}, listed, { state: 'unserved' } as const, { state: 'cancelled', why: 'lapsed' } as const]
    for (const ticket of came) {
      const own = booked({ draw, waitlistPlace: 1 }, ticket)
      expect(words(own)).toContain('Kode undian Anda: K7Q2 . Cara undian dan hasilnya')
      expect(html(own)).toContain('/undian/2026-06-09?kode=K7Q2&amp;lang=id"')
    }
    expect(words(booked({ draw, waitlistPlace: 1 }, listed))).toContain('Anda di daftar tunggu, urutan 1')
    expect(words(booked({ draw }, { state: 'called' }))).not.toContain('K7Q2')
  })

  it('tells whoever was served in part and did not come back that the visit is not finished, not that it was cancelled [D57]', () => {
    for (const own of [
      booked({}, { state: 'cancelled', why: 'gone' }),
      ownTicket({}, { state: 'cancelled', why: 'gone' }),
    ]) {
      expect(words(own)).toContain('Kunjungan Anda belum selesai Anda sudah dilayani sebagian dan tidak kembali')
      expect(words(own)).not.toContain('dibatalkan')
    }
  })

  it.each([
    ['void', 'satu ponsel atau jaringan'],
    ['lapsed', 'berakhir sendiri'],
    ['desk', 'meja depan'],
    ['dayClosed', 'Kantor tutup pada hari itu'],
    ['hours', 'Jam buka kantor pada hari itu berubah'],
    ['breakTime', 'menjadi jam istirahat'],
    ['serviceOff', 'berhenti membuka layanan ini'],
    ['bookingOff', 'tidak lagi menerima reservasi, jadi daftar tunggunya berakhir'],
  ] as const)('says why it was cancelled: %s', (why, said) => {
    expect(words(booked({}, { state: 'cancelled', why }))).toContain(said)
  })

  it('says of an offer that nobody took when it ended, with nothing to take out of a calendar [W5]', () => {
    const ended = booked({ checkIn: null }, { state: 'cancelled', why: 'lapsed', offeredUntil: at('10:34') })
    expect(words(ended)).toContain('Tawaran berakhir hari ini, Selasa 9 Juni, 10.34')
    expect(words(ended)).not.toContain('berakhir sendiri')
    expect(words(ended)).not.toContain('sudah dibatalkan')
    expect(html(ended)).not.toContain('kalender.ics')
  })

  it('keeps no calendar entry of an offer that its holder let go', () => {
    const declined = booked({ checkIn: null }, { state: 'cancelled', offeredUntil: at('10:34') })
    expect(html(declined)).not.toContain('kalender.ics')
    expect(html(booked({ checkIn: null }, { state: 'cancelled' }))).toContain('kalender.ics')
  })

  it.each(['dayClosed', 'hours', 'breakTime', 'serviceOff'] as const)(
    'says that it was taken back, where the very time can be had again: %s [H13]',
    why => {
      const moveTo = (start: number) => ({
        slotId: '2026-06-09T11:00',
        slot: { start, end: start + 1_800_000 },
        date: '2026-06-09',
      })
      const lost = (start: number) => words(booked({ moveTo: moveTo(start) }, { state: 'cancelled', why }))
      expect(lost(at('11:00'))).toContain('Keputusan itu sudah dicabut.')
      // Any time at all of a service that was switched off says that it is back.
      expect(lost(at('11:30')).includes('sudah dicabut')).toBe(why === 'dayClosed' || why === 'serviceOff')
    },
  )

  it('keeps an offer for its holder while the service is closed, with nothing to press [T2]', () => {
    const closed = { since: at('10:00'), reason: 'systemDown', until: null } as const
    const offered = booked({ closed }, { state: 'offered', offeredUntil: at('10:34') })
    expect(words(offered)).toContain('Tempat ini tetap ditawarkan kepada Anda')
    expect(html(offered)).not.toContain('/ambil')
  })

  it('leads from a time that the office took to another one, and those who only look to none [H13]', () => {
    const slotId = '2026-06-10T11:00'
    const moveTo = { slotId, slot: { start: at('11:00') + DAY, end: at('11:30') + DAY }, date: '2026-06-10' }
    const lost = (change: Partial<OwnTicket> = {}) =>
      booked({ moveTo, ...change }, { state: 'cancelled', why: 'dayClosed' })
    expect(words(lost())).toContain('Mohon maaf, waktu Anda tidak bisa dipakai')
    expect(words(lost())).toContain('tidak dicatat sebagai tidak datang')
    expect(words(lost())).not.toContain('Sampai jumpa')
    expect(html(lost())).toContain(`name="slot" value="${slotId}"`)
    expect(html(lost({ sharePath: null }))).not.toContain('/jadwal')
  })

  it('says of a booking that was cancelled that a new booking can be made', () => {
    const said = words(booked({}, { state: 'cancelled' }))
    expect(said).toContain('Reservasi ini sudah dibatalkan')
    expect(said).toContain('buat reservasi baru atau ambil nomor di kantor')
  })

  it('leads from a moved booking to the new one', () => {
    const moved = booked({ movedTo: '/t/token-of-a-booking-0002' }, { state: 'cancelled', why: 'moved' })
    expect(html(moved)).toContain('href="/t/token-of-a-booking-0002?lang=id"')
  })
})

describe('a visit for an event of life', () => {
  it('is booked again as the whole event, also by whoever missed the call [D52 D53]', () => {
    const visit = { eventId: 'anak-lahir', event: null, steps: [], dropped: [], documents: [] }
    for (const own of [ownTicket({ visit }, { state: 'missed' }), booked({ visit }, { state: 'cancelled' })]) {
      expect(html(own)).toContain('href="/b/samarinda/peristiwa/anak-lahir?lang=id"')
      expect(html(own)).not.toContain(`href="/b/samarinda/${own.service.id}?`)
    }
    // What was left out of it stays left out.
    const less = { ...visit, without: ['kartu-keluarga', 'kartu-identitas-anak'] }
    const href = /href="(\/b\/samarinda\/peristiwa[^"]*)"/.exec(
      html(booked({ visit: less }, { state: 'cancelled' })),
    )?.[1]
    expect(href?.replaceAll('&amp;', '&')).toBe(
      '/b/samarinda/peristiwa/anak-lahir?without=kartu-keluarga&without=kartu-identitas-anak&lang=id',
    )
  })
})

describe('a booking in line', () => {
  it('explains the turn by the booked time, and from when it is called', () => {
    const joined = { joined: 'booked', slot: { start: at('11:00'), end: at('11:30') }, due: at('10:30') } as const
    expect(words(ownTicket({}, joined))).toContain('jam reservasi 11.00, 30 menit lebih awal.')
    expect(words(ownTicket({}, { ...joined, opens: at('11:00') }))).toContain(
      'Sebelum pukul 11.00 Anda hanya dipanggil bila tidak ada orang lain yang menunggu.',
    )
  })

  it('tells a late arrival that the line counts from the arrival', () => {
    const late = ownTicket({}, { joined: 'late', due: at('11:20') })
    expect(words(late)).toContain('Anda masuk sebagai antrean langsung')
    expect(words(late)).toContain('Jam giliran Anda 11.20: saat Anda check-in')
  })
})

describe('files sent beforehand', () => {
  it('can be sent and taken back while the visit is still to come [F1]', () => {
    const page = html(booked({ mayUpload: true, files: [{ id: 'f1', name: 'kartu keluarga.pdf', bytes: 345_678 }] }))
    expect(page).toContain(`enctype="multipart/form-data" action="${BASE}/files?lang=id"`)
    expect(page).toContain('aria-label="Hapus kartu keluarga.pdf"')
    expect(wordsIn(page)).toContain('338 KB')
  })

  it('are not asked for where the service takes none [F1]', () => {
    expect(html(booked())).not.toContain('type="file"')
  })
})

describe('the link of the family', () => {
  it.each([
    ['booked', booked({ sharePath: null, now: at('10:45'), mayUpload: true })],
    ['offered', booked({ sharePath: null }, { state: 'offered', offeredUntil: at('10:34') })],
    ['waiting', ownTicket({ sharePath: null })],
    ['missed', ownTicket({ sharePath: null }, { state: 'missed' })],
    ['done', ownTicket({ sharePath: null, survey: { path: '/s/x', state: 'open' } }, { state: 'done' })],
  ])('only looks while the ticket is %s', (_, own) => {
    const page = html(own)
    expect(page).not.toMatch(/<form|data-act|batal=1|\/s\/x|id="code"/)
    expect(textOf(drawn(own).parts.dock)).toBe('')
  })

  it('says that it only looks', () => {
    expect(words(booked({ sharePath: null }))).toContain('Tautan ini hanya untuk melihat.')
  })
})

describe('the calendar entry', () => {
  const address = 'https://antrean.example/t/token-of-a-booking-0001'

  it('names service, number, place and the check-in, and reminds an hour before', () => {
    const text = calendarText(booked(), 'first', address, 'id')!.replace(/\r\n /g, '')
    expect(text).toContain('SUMMARY:KTP-el\\, nomor AR-12\r\n')
    expect(text).toContain('DTSTART:20260609T030000Z\r\nDTEND:20260609T033000Z')
    expect(text).toContain('Bawa: Surat kehilangan\\; Kartu Keluarga')
    expect(text).toContain('TRIGGER:-PT80M')
  })

  it('takes the place of the one before it, and takes a cancelled booking out of the calendar [M13]', () => {
    const sequence = (own: OwnTicket) => Number(/SEQUENCE:(\d+)/.exec(calendarText(own, 'first', address, 'id')!)?.[1])
    const own = booked()
    expect(calendarText(own, 'first', address, 'id')).toMatch(/METHOD:PUBLISH\r\n[^]*STATUS:CONFIRMED/)
    expect(sequence({ ...own, now: own.now + 1_000 })).toBeGreaterThan(sequence(own))
    expect(sequence({ ...own, now: Date.UTC(2080, 0) })).toBeLessThan(2 ** 31)
    const gone = calendarText({ ...own, ticket: { ...own.ticket, state: 'cancelled' } }, 'first', address, 'id')!
    expect(gone).toMatch(/METHOD:CANCEL\r\n[^]*STATUS:CANCELLED/)
    expect(gone).not.toContain('VALARM')
    const uid = (text: string) => /UID:.*/.exec(text)?.[0]
    expect(uid(gone)).toBe(uid(calendarText(own, 'first', address, 'id')!))
  })

  it('is offered for removal on the page of a booking that ended, and not of one that was moved [M13]', () => {
    const ended = (but: Partial<OwnTicket> = {}) =>
      textOf(ticketFace(booked(but, { state: 'cancelled' }), 'id', { base: BASE }).parts.help)
    expect(ended()).toContain(`href="${BASE}/kalender.ics?lang=id"`)
    expect(ended({ movedTo: '/t/other' }) + ended({ sharePath: null })).not.toContain('kalender.ics')
  })

  it('names no check-in of a booking that ended, which has none any more [M13]', () => {
    const gone = booked({ checkIn: null }, { state: 'cancelled' })
    expect(calendarText(gone, 'first', address, 'id')).not.toContain('Check-in')
    expect(calendarText(booked(), 'first', address, 'id')).toContain('Check-in 10.40–11.10')
  })

  it('keeps every line within 75 octets', () => {
    const lines = calendarText(booked(), 'first', address, 'id')!.split('\r\n')
    for (const line of lines) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75)
  })

  it('exists for tickets with a time only', () => {
    expect(calendarText(ownTicket(), 'first', address, 'id')).toBeUndefined()
  })
})
