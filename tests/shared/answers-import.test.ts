import { describe, expect, it } from 'vitest'
import { FLOOR } from '../../shared/survey/answered.ts'
import { answersReader, TEMPLATE_HEADINGS, type AnswersGround } from '../../shared/survey/collect/import-table.ts'
import { aloneSince, comesAlone, pieceOf, tooFewLate } from '../../shared/survey/collect/late.ts'
import { periodAt, PERIOD_KINDS, settlesOn } from '../../shared/survey/fixed-periods.ts'
import { addDays } from '../../shared/kit/time.ts'
import { fc } from '../helpers/property.ts'

const GROUND: AnswersGround = {
  services: [
    { id: 'ktp-el', name: ['KTP-el', 'ID card'], free: true },
    { id: 'izin', name: ['Izin Usaha', 'Permit'], free: false },
  ],
  today: '2026-06-17',
  isFixed: date => date < '2026-04-01',
}
const row = (change: Readonly<Record<string, string>> = {}) => {
  const cells: Readonly<Record<string, string>> = {
    ...{
      Tanggal: '2026-06-15',
      Layanan: 'Izin Usaha',
      U1: '3',
      U2: '4',
      U3: '',
      U4: '2',
      U5: '3',
      U6: '4',
      U7: '3',
      U8: '-',
    },
    ...{
      U9: '3',
      'Jenis kelamin': 'Perempuan',
      Usia: '34',
      Pendidikan: 'SMA',
      Pekerjaan: '',
      Saran: 'Kursi',
      ...change,
    },
  }
  return TEMPLATE_HEADINGS.map(heading => cells[heading.replace(/^(U\d) .*/, '$1')]!)
}
const read = (cells: readonly string[]) => answersReader(TEMPLATE_HEADINGS, GROUND).read(cells, 2)

describe('a file of answers', () => {
  it('reads a row of the template, with what nobody marked left out [S49]', () => {
    expect(read(row())).toEqual({
      ...{ row: 2, date: '2026-06-15', service: 'izin', suggestion: 'Kursi' },
      answers: { persyaratan: 3, prosedur: 4, biaya: 2, produk: 3, kompetensi: 4, perilaku: 3, sarana: 3 },
      profile: { sex: 'P', age: '30-39', education: 'SMA' },
    })
    expect(read(TEMPLATE_HEADINGS.map(() => ' '))).toBeUndefined()
  })

  it('names the unsur in the headings of its template, and reads headings of numbers alone as before [S49]', () => {
    expect(TEMPLATE_HEADINGS.slice(9, 11)).toEqual([
      'U8 Penanganan Pengaduan, Saran dan Masukan',
      'U9 Sarana dan Prasarana',
    ])
    const old = TEMPLATE_HEADINGS.map(heading => heading.replace(/^(U\d) .*/, '$1'))
    expect(old.slice(9, 11)).toEqual(['U8', 'U9'])
    expect(answersReader(old, GROUND).read(row(), 2)).toEqual(read(row()))
    // Whoever has the order of the annex writes the names in it.
    const annex = TEMPLATE_HEADINGS.map((heading, i) =>
      i === 9 ? 'U8 Sarana dan Prasarana' : i === 10 ? 'U9 Pengaduan' : heading,
    )
    expect(answersReader(annex, GROUND).read(row({ U8: '2', U9: '1' }), 2)).toMatchObject({
      answers: { sarana: 2, pengaduan: 1 },
    })
  })

  it('names each wrong cell of a row by its column, and guesses nothing [S49]', () => {
    const wrong = read(row({ Tanggal: '31/06/2026', Layanan: 'Paspor', U1: '5', U9: 'ya', Usia: 'tua' }))
    expect(wrong).toEqual([
      { row: 2, column: 'Tanggal', word: 'date', values: { value: '31/06/2026' } },
      { row: 2, column: 'Layanan', word: 'service', values: { value: 'Paspor' } },
      { row: 2, column: 'U1 Persyaratan', word: 'score', values: { value: '5' } },
      { row: 2, column: 'U9 Sarana dan Prasarana', word: 'score', values: { value: 'ya' } },
      { row: 2, column: 'Usia', word: 'profile', values: { value: 'tua' } },
    ])
    const word = (change: Readonly<Record<string, string>>) =>
      [read(row(change))].flat().map(one => one && 'word' in one && one.word)
    expect(word({ Tanggal: '18/06/2026' })).toEqual(['future'])
    expect(word({ Tanggal: '31-03-2026' })).toEqual(['fixed'])
    expect(word({ Saran: 'x'.repeat(1001) })).toEqual(['long'])
    const none = Object.fromEntries(['U1', 'U2', 'U4', 'U5', 'U6', 'U7', 'U9'].map(u => [u, '']))
    expect(word(none)).toEqual(['none'])
    expect(word({ ...none, Layanan: 'ktp-el', U4: '1' })).toEqual(['none'])
  })

  it('says which columns are missing, double, or mean nothing [S49]', () => {
    const reader = answersReader(['Tanggal', 'U1', 'u1', 'Petugas', ...'23456789'.split('').map(n => `U${n}`)], GROUND)
    expect(reader.problems.map(({ column, word }) => [column, word])).toEqual([
      ['layanan', 'columnMissing'],
      ['u1', 'columnTwice'],
    ])
    expect(reader.ignored).toEqual(['Petugas'])
  })
})

describe('an answer that somebody else brings', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map(n => addDays('2024-01-01', n))

  it('comes by itself until the first figure with its day is told, and not on that day [S49]', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 40 }), (date, after) => {
        const today = addDays(date, after)
        const first = PERIOD_KINDS.map(kind => settlesOn(periodAt(kind, date).to)).sort()[0]!
        expect(comesAlone(date, today)).toBe(today < first)
        expect(comesAlone(aloneSince(today), today)).toBe(true)
        expect(comesAlone(addDays(aloneSince(today), -1), today)).toBe(false)
      }),
    )
  })

  it('comes later only among ten of its service and of days that no figure takes apart, for each question [S49]', () => {
    const many = (n: number, date: string, more: object = {}) =>
      Array.from({ length: n }, () => ({ date, service: 'izin', answers: { waktu: 3 as const, ...more } }))
    const few = (rows: Parameters<typeof tooFewLate>[0], empty: readonly string[] = []) =>
      tooFewLate(rows, { today: '2026-06-17', isEmpty: year => empty.includes(year) })
    expect(pieceOf('2026-04-30')).toEqual({ from: '2026-04-27', to: '2026-04-30' })
    expect(few(many(FLOOR, '2026-04-30'))).toEqual([])
    const found = { service: 'izin', from: '2026-04-27', to: '2026-04-30', n: FLOOR - 1 }
    expect(few(many(FLOOR - 1, '2026-04-30'))).toEqual([found])
    expect(few([...many(FLOOR - 1, '2026-04-30'), ...many(1, '2026-05-01')])).toHaveLength(2)
    expect(few([...many(FLOOR, '2026-04-30'), ...many(1, '2026-04-29', { sarana: 1 })])).toHaveLength(1)
    expect(few(many(1, '2026-06-16'))).toEqual([])
    expect(few(many(1, '2025-04-30'), ['2025'])).toEqual([])
  })
})
