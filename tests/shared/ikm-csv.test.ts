import { describe, expect, it } from 'vitest'
import { readAnswers } from '../../shared/survey/answers-csv.ts'
import { parseCsv, toCsv } from '../../shared/survey/csv.ts'
import { ANNEX_ORDER, UNSUR } from '../../shared/survey/instruments.ts'
import { fc } from '../helpers/property.ts'

const NUMBERS = 'u1,u2,u3,u4,u5,u6,u7,u8,u9'

describe('CSV text', () => {
  it('reads back what was written, with either delimiter', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\r', '\n', '\uFEFF', 'a', ' ') }),
    )
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';'), (table, delimiter) => {
        expect(parseCsv(toCsv(table, delimiter), delimiter)).toEqual({ rows: table, openQuote: undefined })
      }),
      { numRuns: 1000 },
    )
  })

  it('takes what spreadsheets write: a byte order mark, semicolons, CRLF, no end of the last line', () => {
    expect(parseCsv('\uFEFF"a;b";c\r\n1;"2 ""x"""').rows).toEqual([
      ['a;b', 'c'],
      ['1', '2 "x"'],
    ])
  })

  it('says in which row a quotation mark stays open', () => {
    expect(parseCsv('a,b\n1,"2\n3,4').openQuote).toBe(2)
  })
})

describe('a table of answers', () => {
  it('is read by number in body order, or in annex order on request', () => {
    const text = `${NUMBERS}\n1,2,3,4,1,2,3,4,1\n`
    expect(readAnswers(text)).toMatchObject({ answers: [{ persyaratan: 1, pengaduan: 4, sarana: 1 }] })
    expect(readAnswers(text, ANNEX_ORDER)).toMatchObject({ answers: [{ persyaratan: 1, sarana: 4, pengaduan: 1 }] })
  })

  it('is read by meaning in any order of columns, whatever the order of numbers [S6]', () => {
    const text = `${[...UNSUR].reverse().join(',').toUpperCase()}\n1,2,3,4,1,2,3,4,1\n`
    const { answers } = readAnswers(text, ANNEX_ORDER) as { answers: readonly object[] }
    expect(answers[0]).toEqual({
      sarana: 1,
      pengaduan: 2,
      perilaku: 3,
      kompetensi: 4,
      produk: 1,
      biaya: 2,
      waktu: 3,
      prosedur: 4,
      persyaratan: 1,
    })
  })

  it('keeps an empty cell as a missing answer, also where the row ends early', () => {
    expect(readAnswers(`${NUMBERS}\n1,,3, ,1\n`)).toMatchObject({
      answers: [{ persyaratan: 1, waktu: 3, produk: 1 }],
    })
  })

  it('passes over blank rows and columns that are none of its business', () => {
    const table = readAnswers(`\n,,\nno,${NUMBERS},saran\n7,4,4,4,4,4,4,4,4,4,"bagus, cepat"\n,,,\n`)
    expect(table).toMatchObject({ ignored: ['no', 'saran'] })
    expect(table.problem === undefined && table.answers.length).toBe(1)
  })

  it.each([
    ['an empty file', '', { kind: 'empty', values: {} }],
    ['headings alone', `${NUMBERS}\n`, { kind: 'none', values: {} }],
    ['rows without one answer', `${NUMBERS}\n,,,,,,,,\n`, { kind: 'none', values: {} }],
    ['a missing column', 'u1,u2,u3,u4,u5,u6,u7,u8\n1', { kind: 'missing', values: { unsur: 'sarana' } }],
    ['a column named twice', `${NUMBERS},waktu\n`, { kind: 'twice', values: { unsur: 'waktu' } }],
    ['a row that is too long', `${NUMBERS}\n1,1,1,1,1,1,1,1,1,1\n`, { kind: 'wide', values: { row: 2 } }],
    ['an open quotation mark', `${NUMBERS}\n1,"1\n`, { kind: 'quote', values: { row: 2 } }],
    ['a five', `${NUMBERS}\n\n1,5\n`, { kind: 'score', values: { row: 3, column: 'u2', value: '5' } }],
    ['a decimal', `${NUMBERS}\n3.5\n`, { kind: 'score', values: { row: 2, column: 'u1', value: '3.5' } }],
    ['a word', `${NUMBERS}\n,baik\n`, { kind: 'score', values: { row: 2, column: 'u2', value: 'baik' } }],
  ])('is refused for %s', (_, text, problem) => {
    expect(readAnswers(text)).toMatchObject({ problem })
  })
})
