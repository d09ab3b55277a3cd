import { describe, expect, it } from 'vitest'
import { lostPage } from '../../server/http/pages/refusal-page.ts'
import { ticketPage } from '../../server/http/pages/ticket/ticket-page.ts'
import { at, ownTicket } from '../helpers/own-ticket.ts'

const TOKEN = 'abcdefghijklmnopqrstuvwx'
const ASSETS = { script: '/assets/ticket-1a2b.js', styles: ['/assets/ticket-3c4d.css'] }
const page = (own = ownTicket(), lang: 'id' | 'en' = 'id', ask = {}) => ticketPage(own, lang, ASSETS, TOKEN, ask)
/** What a browser without scripts shows. */
const words = (html: string) =>
  html
    .replace(/<script[^]*?<\/script>|<dialog[^]*?<\/dialog>|<head>[^]*?<\/head>|<svg[^]*?<\/svg>/g, ' ')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')

describe('the page of a visit for several documents', () => {
  const visited = (...states: ('processing' | 'ready' | 'handedOver' | 'returned')[]) => {
    const documents = states.map((state, i) => ({
      ...{ name: [`Berkas ${i + 1}`, `Paper ${i + 1}`] as [string, string], state, date: `2026-06-1${i}` },
    }))
    return words(
      page(ownTicket({ visit: { eventId: null, event: null, steps: [], dropped: [], documents } }, { state: 'done' })),
    )
  }

  it('tells where each of them is, and until when they can be collected at once only while there is one to wait for [D51]', () => {
    const some = visited('processing', 'ready', 'processing')
    expect(some).toContain('Berkas 2 siap diambil')
    expect(some).toMatch(/Ambil sekaligus: .*12 Juni/)
    expect(visited('processing', 'handedOver')).toMatch(/Berkas 2 diserahkan/)
    for (const states of [
      ['handedOver', 'handedOver'],
      ['ready', 'ready'],
      ['processing', 'handedOver', 'returned'],
    ] as const)
      expect(visited(...states)).not.toContain('Ambil sekaligus')
  })
})

describe('the page of a ticket without scripts', () => {
  it('tells number, people ahead, range, where and when it was true', () => {
    const text = words(page())
    expect(text).toContain('A-047')
    expect(text).toContain('A nol empat tujuh')
    expect(text).toContain('12 orang')
    expect(text).toContain('10.44–10.59')
    expect(text).toContain('KTP-el · Loket 1, Loket 3')
    expect(text).toContain('Keadaan pukul 10.24 WITA')
  })

  it('tells the papers to bring and the rule with the own turn time', () => {
    const text = words(page())
    expect(text).toContain('Surat kehilangan')
    expect(text).toContain('Jam giliran Anda 10.02: saat Anda mengambil nomor.')
  })

  it('reloads by itself only without scripts and only while something can still happen', () => {
    expect(page()).toContain('<noscript><meta http-equiv="refresh" content="30"></noscript>')
    expect(page(ownTicket({}, { state: 'done' }))).not.toContain('http-equiv="refresh"')
    expect(page(ownTicket({ over: true }))).not.toContain('http-equiv="refresh"')
    expect(page(ownTicket(), 'id', { confirm: 'cancel' })).not.toContain('http-equiv="refresh"')
  })

  it('speaks English on demand and links to the other language', () => {
    const html = page(ownTicket(), 'en')
    expect(html).toContain('<html lang="en"')
    expect(words(html)).toContain('Electronic ID card')
    expect(words(html)).toContain('10:44–10:59')
    expect(html).toContain('href="?lang=id"')
  })

  it('asks once more on a page of its own, then gives the number back by a plain form', () => {
    expect(page()).toContain('href="?batal=1&lang=id"')
    const html = page(ownTicket(), 'id', { confirm: 'cancel' })
    expect(words(html)).toContain('Batalkan nomor A-047?')
    expect(words(html)).toContain('tidak bisa diurungkan')
    expect(html).toContain(`<form method="post" action="/t/${TOKEN}/cancel?lang=id">`)
    expect(html).not.toContain('<script')
  })

  it('asks once more before a phone forgets the number, and shows it with its code to be noted [R12]', () => {
    const own = ownTicket({ code: '4821' })
    expect(page(own)).toContain('href="?lupa=1&lang=id"')
    const html = page(own, 'id', { confirm: 'forget' })
    expect(words(html)).toContain('Lupakan nomor A-047 di ponsel ini?')
    expect(words(html)).toContain('Catat dulu: A-047, kode 4821.')
    expect(html).toContain(`<form method="post" action="/t/${TOKEN}/lupakan?lang=id" data-send>`)
    expect(words(page(ownTicket({ sharePath: null }), 'id', { confirm: 'forget' }))).not.toContain('Lupakan')
  })

  it('does not ask about a number that can no longer be given back', () => {
    for (const state of ['called', 'serving', 'done', 'cancelled'] as const) {
      expect(page(ownTicket({}, { state, counterId: '3' }), 'id', { confirm: 'cancel' })).not.toContain(
        'name="lang"><button',
      )
      expect(words(page(ownTicket({}, { state, counterId: '3' }), 'id', { confirm: 'cancel' }))).not.toContain(
        'Batalkan',
      )
    }
  })
})

describe('the page of a ticket in its states', () => {
  it('shows only number and counter while it is called', () => {
    const html = page(ownTicket({ ahead: 0, range: null }, { state: 'called', counterId: '3', calledAt: at('10:47') }))
    expect(html).toContain('<body class="called">')
    expect(words(html)).toContain('Silakan ke Loket 3')
    expect(words(html)).toContain('Dipanggil pukul 10.47.')
    expect(words(html)).not.toContain('Surat kehilangan')
  })

  it('says what to do after a missed call, before and after the grace', () => {
    const missed = { state: 'missed', since: at('10:20') } as const
    expect(words(page(ownTicket({ returnUntil: at('10:35') }, missed)))).toContain(
      'Bisa kembali sampai 10.35 Tersisa 11 menit',
    )
    expect(words(page(ownTicket({ now: at('10:40') }, missed)))).toContain(
      'begitu tiba: giliran dihitung dari saat itu',
    )
  })

  it('leads to the survey while it is open, and thanks afterwards', () => {
    const done = (state: 'open' | 'rated' | 'complete') =>
      page(ownTicket({ survey: { path: '/s/token-of-a-survey', state } }, { state: 'done', since: at('10:58') }))
    expect(done('open')).toContain(
      '<a class="button primary" href="/s/token-of-a-survey?lang=id">Nilai layanan ini</a>',
    )
    expect(words(done('rated'))).toContain('Penilaian Anda sudah kami terima')
    expect(done('complete')).not.toContain('/s/token-of-a-survey?')
  })

  it('says so when no counter is open, when nothing is known and when the range has passed', () => {
    expect(words(page(ownTicket({ range: null, counters: [] })))).toContain('Loket belum buka')
    expect(words(page(ownTicket({ range: null })))).toContain('Belum bisa diperkirakan')
    expect(words(page(ownTicket({ now: at('11:05') })))).toContain('Perkiraan dipanggil sebentar lagi')
    expect(words(page(ownTicket({ range: null, held: true })))).toContain('Perkiraan ditunda')
  })

  it('regrets from midnight on that somebody in line was not served, and leads to another time', () => {
    const html = page(ownTicket({ over: true }))
    expect(words(html)).toContain('Kantor tidak sempat melayani Anda')
    expect(html).toContain('href="/b/samarinda/ktp?lang=id"')
    expect(page(ownTicket({}, { state: 'unserved' }))).toContain('href="/b/samarinda/ktp?lang=id"')
  })

  it('says when the day is over, whatever the ticket waited for', () => {
    expect(words(page(ownTicket({ over: true }, { state: 'missed' })))).toContain('Hari layanan sudah berakhir')
    expect(words(page(ownTicket({ over: true }, { state: 'done' })))).toContain('layanan selesai')
  })
})

describe('the document on the page of its ticket', () => {
  const file = (
    application: Partial<NonNullable<ReturnType<typeof ownTicket>['application']>> = {},
    now = at('10:24'),
  ) =>
    ownTicket(
      {
        now,
        over: now > at('23:00'),
        application: {
          document: ['KTP-el', 'Electronic ID card'],
          state: 'received',
          promisedOn: '2026-06-10',
          changedAt: at('10:20'),
          late: 0,
          hours: [
            null,
            ...Array.from({ length: 4 }, () => ({
              open: '08:00',
              close: '15:00',
              breaks: [{ from: '12:00', to: '12:30' }],
            })),
            { open: '08:00', close: '11:00', breaks: [] },
            null,
          ],
          ...application,
        },
      },
      { state: 'done', since: at('10:20') },
    )

  it('shows where it is on its way and when it is promised', () => {
    const html = page(file({ state: 'processing' }))
    expect(words(html)).toContain('Dokumen Anda KTP-el Diterima , sudah Diproses sejak 10.20 sekarang')
    expect(words(html)).toContain('Dijanjikan siap Besok, Rabu 10 Juni')
    expect(html.match(/aria-current="step"/g)).toHaveLength(1)
    expect(words(page(file(), 'en'))).toContain('Promised for Tomorrow, Wednesday 10 June')
  })

  it('tells where and when to collect it once it is ready, also in the title', () => {
    const html = page(file({ state: 'ready', readyAt: at('10:20') }))
    expect(html).toContain('<title>Dokumen siap diambil · A-047 · Tanggap</title>')
    expect(words(html)).toContain('Ambil di Disdukcapil Kota Samarinda')
    expect(words(html)).toContain('Senin–Kamis 08.00–15.00, istirahat 12.00–12.30')
    expect(words(html)).toContain('Jumat 08.00–11.00')
  })

  it('tells why it was returned and what to bring', () => {
    const text = words(page(file({ state: 'returned', reason: 'missingPaper' })))
    expect(text).toContain('Ada berkas yang kurang. Lengkapi berkasnya')
    expect(text).toContain('Surat kehilangan')
    expect(text).not.toContain('Dijanjikan siap')
    expect(words(page(file({ state: 'returned', reason: 'systemDown' })))).toContain('Berkas Anda tidak kurang')
  })

  it('says sorry in words when the promise has passed', () => {
    const late = words(page(file({ late: 2, promisedOn: '2026-06-05', state: 'processing' })))
    expect(late).toContain(
      'KTP-el Anda terlambat Janji kami Jumat, 5 Juni Tanggal baru belum ditetapkan Lewat 2 hari kerja dari janji',
    )
    expect(late).toContain('Tanya kepada siapa Meja depan,')
    expect(late).toContain('Alamat Jalan Contoh No. 10')
    expect(late).toContain('Telepon (0541) 000-0000')
    expect(page(file({ late: 2, promisedOn: '2026-06-05' }))).toContain('<s>Jumat, 5 Juni</s>')
    // Ready, though late: nothing is in red any more.
    expect(words(page(file({ late: 2, state: 'ready', readyAt: at('10:20') })))).not.toContain('terlambat')
    expect(words(page(file({ late: 1 })))).toContain('Lewat 1 hari kerja dari janji')
    expect(words(page(file()))).not.toContain('Lewat')
  })

  it('is followed after the day is over, until it is handed over', () => {
    const later = at('10:24') + 3 * 24 * 3_600_000
    const open = page(file({}, later))
    expect(words(open)).toContain('Diterima sejak Selasa, 9 Juni')
    expect(open).toContain('<meta http-equiv="refresh" content="120">')
    const handed = page(file({ state: 'handedOver', readyAt: at('10:20') }, later))
    expect(words(handed)).toContain('Diserahkan sejak Selasa, 9 Juni')
    expect(handed).not.toContain('http-equiv="refresh"')
  })

  it('is left out where the visit asked for none', () => {
    expect(page(ownTicket({}, { state: 'done' }))).not.toContain('Dokumen Anda')
  })
})

describe('the page of a ticket under a strict policy', () => {
  const hostile = `<script>alert("x")</script><img src=x onerror='y'>`
  const own = ownTicket({
    office: { ...ownTicket().office, name: hostile },
    service: {
      ...ownTicket().service,
      name: [hostile, hostile],
      requirements: [{ id: 'kk', name: [hostile, hostile], note: null }],
    },
    counters: [{ id: '1', name: hostile }],
  })

  it('writes out everything that somebody typed', () => {
    const html = ticketPage(own, 'id', ASSETS, `"><script>`, {})
    expect(html).not.toContain('<script>')
    expect(html).not.toContain('<img')
    expect(html).toContain('&lt;script&gt;alert(&quot;x&quot;)&lt;/script&gt;')
    expect(html).toContain('action="/t/%22%3E%3Cscript%3E/cancel?lang=id"')
  })

  it('hands the script its data in a block that nothing inside can close', () => {
    const block = /<script type="application\/json" id="ticket">([^]*?)<\/script>/.exec(page(own))![1]!
    expect(JSON.parse(block)).toEqual(own)
  })

  it('carries no inline script, style or handler', () => {
    for (const html of [page(), page(own), page(ownTicket(), 'id', { confirm: 'cancel' }), lostPage('id', ASSETS)]) {
      expect(html.match(/<script(?![^>]*(src=|type="application\/json"))/)).toBeNull()
      expect(html.match(/<style|<[^>]+\s(style|on\w+)=/)).toBeNull()
    }
  })

  it('holds no token of the ticket but in the addresses it is sent to', () => {
    const html = page()
    expect(html.split(TOKEN).length).toBe(html.split(`action="/t/${TOKEN}/`).length)
  })

  it('tells a stranger nothing, in both languages', () => {
    expect(words(lostPage('id', ASSETS))).toContain('Halaman ini tidak ada')
    expect(words(lostPage('en', ASSETS))).toContain('This page does not exist')
  })
})
