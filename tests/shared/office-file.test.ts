import { describe, expect, it } from 'vitest'
import { parseDocument } from 'yaml'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { readOfficeFile } from '../../server/services/office-file/read.ts'
import { officeFileText } from '../../server/services/office-file/write.ts'
import { pathText, type ProblemWord } from '../../shared/office/file/problem.ts'
import { problemText } from '../../shared/text/office-file.ts'
import { anOffice } from '../helpers/random-offices.ts'
import { fc, runs } from '../helpers/property.ts'

const OFFICE = `office: { id: contoh, name: Dinas Contoh, city: Kota Contoh, zone: WIB }`
const SERVICE = `- id: ktp-el
    letter: A
    name: { id: KTP-el, en: ID card }
    typicalMinutes: 5
    standardMinutes: 15
    waitPromiseMinutes: 45`

/** Each problem of a file as \`line:column path sentence\`. */
function wrong(text: string): readonly string[] {
  const read = readOfficeFile(text)
  if (read.ok) throw new Error('nothing is wrong')
  return read.problems.map(p => `${p.line}:${p.column} ${pathText(p.path)} ${problemText(p, 'id')}`)
}

/** Problems of what does not fit together. */
const FITS: readonly ProblemWord[] = [
  ...([
    'twice',
    'letterless',
    'letterTaken',
    'paperUnknown',
    'serviceUnknown',
    'agencyUnknown',
    'areaUnknown',
  ] as const),
  ...(['caseUnknown', 'nextSelf', 'nextCircle', 'retiredNamed', 'drawEarly', 'placeUnknown', 'placeMissing'] as const),
  ...(['oneLanguage', 'roleBuilt', 'roleUnknown'] as const),
]

function right(text: string) {
  const read = readOfficeFile(text)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read
}

describe('the file of an office', () => {
  it('gives back the very office that it was written from, whatever people typed [H16]', () => {
    fc.assert(
      fc.property(anOffice, office => {
        const read = readOfficeFile(officeFileText(office))
        expect(read.ok ? [] : read.problems).toEqual([])
        expect(read.ok && read.office).toEqual(office)
        expect(read.ok && officeFileText(read.office)).toBe(officeFileText(office))
      }),
      { numRuns: runs(25) },
    )
  })

  it('gives back the demo office', () => {
    const text = officeFileText(demoOffice)
    expect(readOfficeFile(text, () => demoOffice)).toMatchObject({ ok: true, office: demoOffice })
  })
})

describe('what is wrong in the file of an office', () => {
  it('is said all at once, each with its place, its key, the problem and the remedy [H16]', () => {
    const text = `# kantor
office:
  id: contoh
  name: Dinas Contoh
  zone: WITTA
  colour: '#123456'
hours:
  monday: 8-15
holidays: [ 2026-02-30 ]
services:
  - id: ktp el
    letter: I
    name: KTP-el
    typicalMinutes: lima
    standardMinutes: 15
    waitPromiseMinutes: 9000
staff:
  - { username: budi, name: Budi, nip: 123, roles: [ officer ], emial: budi@kantor }
`
    expect(wrong(text)).toEqual([
      '2:1 office.city “city” belum ditulis. Tambahkan.',
      '5:3 office.zone Pilih salah satu: WIB, WITA, WIT.',
      '6:3 office.colour “colour” tidak dikenal di sini. Hapus, atau lihat daftar kunci di docs/operations.md.',
      '8:3 hours.monday “8-15” bukan jam buka. Tulis misalnya 08:00-12:00, 12:30-15:00 atau closed.',
      '9:13 holidays[0] Bukan tanggal. Tulis tahun-bulan-tanggal, misalnya 2026-08-17.',
      '11:5 services[0].id Hanya huruf, angka, dan tanda - _ . : tanpa spasi. Misalnya ktp-el.',
      '12:5 services[0].letter Huruf “I” tidak dapat dipakai: satu huruf besar selain I dan O, atau dua tanpa R di belakang. Misalnya B.',
      '14:5 services[0].typicalMinutes Di sini harus angka, tanpa tanda kutip.',
      '16:5 services[0].waitPromiseMinutes Terlalu besar: paling besar 480.',
      '18:35 staff[0].nip Di sini harus teks. Beri tanda kutip bila perlu.',
      '18:65 staff[0].emial “emial” tidak dikenal di sini. Mungkin maksudnya “email”.',
    ])
  })

  it('is also what does not fit together: names used twice, letters taken, what names something that is not there', () => {
    const text = `${OFFICE}
agencies:
  - { id: dukcapil, code: DK, name: Disdukcapil }
  - { id: pajak, code: DK, name: Pajak }
services:
  ${SERVICE}
    papers: [ { id: kk, name: Kartu Keluarga } ]
    cases: [ { id: hilang, label: Hilang, papers: [ surat ] } ]
    next: kk
  - id: kk
    letter: A
    name: Kartu Keluarga
    typicalMinutes: 5
    standardMinutes: 15
    waitPromiseMinutes: 45
    agency: polres
    next: ktp-el
  - { id: kk, name: KIA, typicalMinutes: 5, standardMinutes: 5, waitPromiseMinutes: 5 }
counters:
  - { id: '1', name: Loket 1, services: [ ktp ], area: atas }
lifeEvents:
  - { id: lahir, name: Lahir, parts: [ { service: ktp-el, case: baru } ] }
staff:
  - { username: budi, name: Budi, roles: [ manager ], agency: dukcapil }
  - { username: eko, name: Eko, roles: [ officer ], agency: imigrasi }
`
    expect(wrong(text)).toEqual([
      '4:18 agencies[1].code “DK” sudah dipakai pada urutan 1. Pilih yang lain.',
      '13:53 services[0].cases[0].papers[0] Berkas “surat” tidak ada pada layanan ini. Yang ada: kk.',
      '14:5 services[0].next Urutan langkah berputar kembali ke “ktp-el” lewat “kk”. Putuskan salah satu.',
      '16:5 services[1].letter Huruf A sudah dipakai “KTP-el”. Pilih huruf lain.',
      '21:5 services[1].agency Instansi “polres” tidak ada. Yang ada: dukcapil, pajak.',
      '22:5 services[1].next Urutan langkah berputar kembali ke “kk” lewat “ktp-el”. Putuskan salah satu.',
      '23:5 services[2].letter Belum ada huruf nomornya. Tambahkan, misalnya letter: B.',
      '23:7 services[2].id “kk” sudah dipakai pada urutan 2. Pilih yang lain.',
      '25:43 counters[0].services[0] Layanan “ktp” tidak ada. Yang ada: ktp-el, kk, kk.',
      '25:50 counters[0].area Ruang tunggu “atas” tidak ada. Yang ada: –.',
      '27:59 lifeEvents[0].parts[0].case Layanan itu tidak punya kasus “baru”. Yang ada: hilang.',
      '30:53 staff[1].agency Instansi “imigrasi” tidak ada. Yang ada: dukcapil, pajak.',
    ])
  })

  it('is said in one go: what has a wrong form and what does not fit together, and nothing that only follows [H16]', () => {
    expect(
      wrong(`office: { id: contoh, name: Dinas Contoh, zone: WITTA }
logo: data:image/png;base64,AAAA
agencies:
  - { id: dukcapil, code: I, name: Disdukcapil }
services:
  - { id: ktp-el, letter: A, name: KTP-el, typicalMinutes: lima, standardMinutes: 15, waitPromiseMinutes: 45 }
  - { id: kk, letter: B, name: KK, agency: polres, typicalMinutes: 5, standardMinutes: 15, waitPromiseMinutes: 45 }
  - { id: kk, name: KIA, agency: dukcapil, typicalMinutes: 5, standardMinutes: 15, waitPromiseMinutes: 45 }
counters:
  - { id: '1', name: Loket 1, services: [ ktp-el, ktp ], area: atas }
  - { id: '2', name: '', services: 7 }
  - { id: '3', name: '' }
staff:
  - { username: budi, name: Budi, nip: 123, roles: [ petugas ] }
  - { username: eko, name: Eko, roles: [] }
`),
    ).toEqual([
      '1:1 office.city “city” belum ditulis. Tambahkan.',
      '1:43 office.zone Pilih salah satu: WIB, WITA, WIT.',
      '2:1 logo Logo bukan gambar PNG yang utuh. Unggah di konsol, lalu ekspor lagi.',
      expect.stringMatching(/^4:21 agencies\[0\]\.code Kode “I” tidak dapat dipakai/),
      '6:44 services[0].typicalMinutes Di sini harus angka, tanpa tanda kutip.',
      '7:36 services[1].agency Instansi “polres” tidak ada. Yang ada: dukcapil.',
      '8:7 services[2].id “kk” sudah dipakai pada urutan 2. Pilih yang lain.',
      '10:51 counters[0].services[1] Layanan “ktp” tidak ada. Yang ada: ktp-el, kk, kk.',
      '10:58 counters[0].area Ruang tunggu “atas” tidak ada. Yang ada: –.',
      '11:16 counters[1].name Belum diisi. Tulis isinya.',
      '11:26 counters[1].services Di sini harus daftar: tiap baris mulai dengan “- ”.',
      '12:16 counters[2].name Belum diisi. Tulis isinya.',
      '14:35 staff[0].nip Di sini harus teks. Beri tanda kutip bila perlu.',
      expect.stringMatching(/^14:54 staff\[0\]\.roles\[0\] Peran “petugas” tidak ada/),
      '15:33 staff[1].roles Terlalu sedikit: paling sedikit 1. Tambahkan.',
    ])
  })

  it('is never said of what fits together but for a value of a wrong form, whichever it is [H16]', () => {
    fc.assert(
      fc.property(anOffice, fc.nat(), fc.constantFrom<unknown>(5, '', 'dua kata', [], {}, null), (office, n, bad) => {
        const document = parseDocument(officeFileText(office))
        const places: (readonly (string | number)[])[] = []
        const visit = (value: unknown, path: readonly (string | number)[]): void => {
          places.push(path)
          if (typeof value !== 'object' || value === null) return
          const all: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
            ? value.map((one: unknown, i) => [i, one])
            : Object.entries(value)
          for (const [key, one] of all) visit(one, [...path, key])
        }
        visit(document.toJS(), [])
        const spoilt = places[1 + (n % (places.length - 1))]!
        document.setIn(spoilt, bad)
        const read = readOfficeFile(document.toString())
        const problems = read.ok ? [] : read.problems
        if (problems.every(p => FITS.includes(p.word))) return
        // A service that is empty now lacks its letter, too.
        const follow = problems.filter(p => FITS.includes(p.word) && !spoilt.every((step, i) => p.path[i] === step))
        expect(follow.map(p => `${pathText(spoilt)}: ${pathText(p.path)} ${p.word}`)).toEqual([])
      }),
      { numRuns: runs(10) },
    )
  })

  it('is a role of its own that cannot be one, and a role that nobody can have [A27]', () => {
    expect(
      wrong(`${OFFICE}
roles:
  - { id: kasir baru, name: '', permissions: [] }
  - { id: loket, name: Loket, permissions: [ queue.calls ] }
`),
    ).toEqual([
      '3:7 roles[0].id Hanya huruf, angka, dan tanda - _ . : tanpa spasi. Misalnya ktp-el.',
      '3:23 roles[0].name Belum diisi. Tulis isinya.',
      '3:33 roles[0].permissions Terlalu sedikit: paling sedikit 1. Tambahkan.',
      expect.stringMatching(/^4:46 roles\[1\]\.permissions\[0\] Pilih salah satu: queue\.take, queue\.call, /),
    ])
    expect(
      wrong(`${OFFICE}
roles:
  - { id: manager, name: Kepala, permissions: [ queue.call ] }
  - { id: kasir, name: Kasir, permissions: [ queue.call, queue.call ] }
  - { id: kasir, name: Kasir, permissions: [ queue.take ] }
staff:
  - { username: budi, name: Budi, roles: [ kasir, petugas ] }
`),
    ).toEqual([
      '3:7 roles[0].id “manager” adalah peran di setiap kantor. Pilih id lain.',
      '4:58 roles[1].permissions[1] “queue.call” sudah dipakai pada urutan 1. Pilih yang lain.',
      '5:7 roles[2].id “kasir” sudah dipakai pada urutan 2. Pilih yang lain.',
      '7:51 staff[0].roles[1] Peran “petugas” tidak ada. Yang ada: manager, kasir, kasir, officer, frontDesk, supervisor, manager, administrator, ….',
    ])
  })

  it('is a message that there is not, a place that it does not know or needs, and what no phone shows whole [M16]', () => {
    expect(
      wrong(`${OFFICE}
messages:
  panggilan: Silakan ke {counter}
  constructor: Halo
  __proto__: Halo
  caled: Halo
  booked: ${'a'.repeat(301)}
  threeLeft: "Dua\\nbaris {number} {link}"
`),
    ).toEqual([
      '3:3 messages.panggilan “panggilan” tidak dikenal di sini. Hapus, atau lihat daftar kunci di docs/operations.md.',
      '4:3 messages.constructor “constructor” tidak dikenal di sini. Hapus, atau lihat daftar kunci di docs/operations.md.',
      '5:3 messages.__proto__ “__proto__” tidak dikenal di sini. Hapus, atau lihat daftar kunci di docs/operations.md.',
      '6:3 messages.caled “caled” tidak dikenal di sini. Mungkin maksudnya “called”.',
      '7:3 messages.booked.id Terlalu panjang: paling banyak 300 huruf. Pendekkan.',
      '8:3 messages.threeLeft Harus satu baris.',
    ])
    expect(
      wrong(`${OFFICE}
messages:
  called: { id: 'Nomor {number} ke {counter}, {link}', en: 'Number {number}, {link}' }
  putBack: '{number} {counter} {link} {loket}'
  drawn: { id: 'Hasil undian: {link}', en: '' }
`),
    ).toEqual([
      '3:3 messages.called Tanpa {counter} warga tidak tahu harus ke mana. Tambahkan dalam kedua bahasa.',
      '4:3 messages.putBack Pesan ini tidak mengenal {loket}. Yang ada: {number}, {counter}, {link}.',
      '5:3 messages.drawn Isi kedua bahasa, atau kosongkan keduanya.',
    ])
  })

  it('is a key written twice, a tab, an unknown alias, and never a stack', () => {
    expect(wrong(`${OFFICE}\nholidays: []\nholidays: []\n`)).toEqual([
      '3:1  Kunci ini ditulis dua kali. Hapus salah satu.',
    ])
    for (const text of [
      `office:\n\tid: a\n`,
      'office: {',
      'office: *siapa\n',
      '- a\n- b\n',
      'kantor',
      '\u0000',
      '!!js/function "x"',
    ])
      expect(wrong(text).length, text).toBeGreaterThan(0)
    expect(wrong('')).toEqual(['1:1 office “office” belum ditulis. Tambahkan.'])
  })

  it('is a small file that would grow large, and one that is too large', () => {
    const bomb = ['a0: &a0 [x, x, x, x, x, x, x, x, x]']
    for (let i = 1; i < 9; i++)
      bomb.push(
        `a${i}: &a${i} [${Array(9)
          .fill(`*a${i - 1}`)
          .join(', ')}]`,
      )
    expect(wrong(bomb.join('\n'))).toEqual(['1:1  Terlalu banyak rujukan (*nama). Tulis isinya langsung.'])
    expect(wrong('# x\n'.repeat(600_000))).toEqual([
      '1:1  Berkas terlalu besar: paling besar 2 MB. Kirim berkas kantor saja.',
    ])
  })

  it('is said once where it stands in what all services share', () => {
    const text = `${OFFICE}
defaults: { typicalMinutes: 5, standardMinutes: 15, waitPromiseMinutes: 0, wait: 3 }
services:
  - { id: a, letter: A, name: A }
  - { id: b, letter: B, name: B }
`
    expect(wrong(text)).toEqual([
      '2:53 defaults.waitPromiseMinutes Harus lebih dari 0.',
      '2:76 defaults.wait “wait” tidak dikenal di sini. Hapus, atau lihat daftar kunci di docs/operations.md.',
    ])
  })

  it('never throws, whatever bytes come', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...':-{}[]&*!|>#,\'"\n \tab01') })), text => {
        expect(readOfficeFile(text).ok).toBe(false)
      }),
      { numRuns: runs(300) },
    )
  })
})

describe('a file that is written by hand', () => {
  it('may leave out whatever has a default, share what all services say, and name a piece once', () => {
    const { office } = right(`${OFFICE}
hours: { monday: &day 08:00-12:00, tuesday: *day, friday: '08:00-11:00, 13:00-15:00' }
defaults: { typicalMinutes: 5, standardMinutes: 15, waitPromiseMinutes: 45, standard: { safety: Aman } }
services:
  - { id: ktp-el, letter: A, name: { id: KTP-el, en: ID card }, standard: { evaluation: Setahun sekali } }
  - { id: kk, letter: B, name: Kartu Keluarga, typicalMinutes: 9, booking: null }
counters:
  - { id: '1', name: Loket 1, services: [ ktp-el, kk ] }
`)
    expect(office.hours[1]).toEqual({ open: '08:00', close: '12:00', breaks: [] })
    expect(office.hours[5]!.breaks).toEqual([{ from: '11:00', to: '13:00' }])
    expect([office.hours[0], office.hours[3]]).toEqual([null, null])
    expect(office.services.map(s => [s.typicalMinutes, s.booking?.release.kind, s.name[1]])).toEqual([
      [5, 'open', 'ID card'],
      [9, undefined, 'Kartu Keluarga'],
    ])
    expect(office.services[0]!.standard).toMatchObject({
      safety: ['Aman', 'Aman'],
      evaluation: ['Setahun sekali', 'Setahun sekali'],
    })
    expect(office.openedAt).toBe(null)
  })

  it('words the messages that it names, the others as everybody does, and all as they stand where it names none [M16]', () => {
    const own = {
      ...demoOffice,
      messages: { ...demoOffice.messages, drawn: ['Hasil: {link}', 'Result: {link}'] as const },
    }
    const after = (part: string) => {
      const read = readOfficeFile(`office: { id: ${own.id}, name: N, city: C, zone: WITA }\n${part}`, () => own)
      return read.ok ? read.office.messages : read.problems
    }
    expect(after('')).toEqual(own.messages)
    expect(after('messages: {}')).toEqual(demoOffice.messages)
    const said = after(`messages:\n  called: '{number} ke {counter}, {link}'\n`)
    expect(said).toEqual({ ...demoOffice.messages, called: Array(2).fill('{number} ke {counter}, {link}') })
    expect(officeFileText(own)).toContain(`messages:\n  drawn: { id: 'Hasil: {link}', en: 'Result: {link}' }\n`)
    expect(officeFileText(demoOffice)).not.toContain('messages:')
  })

  it('retires a service that it no longer has, and leaves a part that it does not name as it stands [H17]', () => {
    const read = readOfficeFile(
      `office: { id: ${demoOffice.id}, name: N, city: C, zone: WITA }\nlifeEvents: []\nservices:\n  ${SERVICE}\n`,
      () => demoOffice,
    )
    if (!read.ok) throw new Error(JSON.stringify(read.problems))
    const { services, counters, hours, rules } = read.office
    expect(services.map(s => [s.id, s.retired])).toEqual([
      ['ktp-el', false],
      ...demoOffice.services.slice(1).map(s => [s.id, true]),
    ])
    expect({ counters, hours, rules }).toEqual({
      counters: demoOffice.counters,
      hours: demoOffice.hours,
      rules: demoOffice.rules,
    })
  })
})
