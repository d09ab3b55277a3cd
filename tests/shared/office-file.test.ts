import { describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { readOfficeFile } from '../../server/services/office-file/read.ts'
import { officeFileText } from '../../server/services/office-file/write.ts'
import { pathText } from '../../shared/office/file/problem.ts'
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
  - { username: budi, name: Budi, nip: 123, roles: [ petugas ], emial: budi@kantor }
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
      '18:54 staff[0].roles[0] Pilih salah satu: officer, frontDesk, supervisor, manager, administrator.',
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
