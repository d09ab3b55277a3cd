import { describe, expect, it } from 'vitest'
import { readTable } from '../../scripts/ikm/read-table.ts'
import { readText } from '../../scripts/ikm/read-text.ts'
import { readAnswers, type Answers } from '../../shared/survey/answers-table.ts'
import { KINERJA, type SkmAnswers } from '../../shared/survey/ikm.ts'
import {
  ANNEX_ORDER,
  BODY_ORDER,
  QUESTIONS,
  SCORES,
  UNSUR,
  type Score,
  type Unsur,
} from '../../shared/survey/instruments.ts'
import { headingsOf, isTotal, markOf, unsurOf } from '../../shared/survey/table-words.ts'
import { fc, runs } from '../helpers/property.ts'
import { toCsv, WINDOWS, written, type Dialect } from '../helpers/spreadsheet.ts'

const NUMBERS = 'u1,u2,u3,u4,u5,u6,u7,u8,u9'
const read = (text: string, order: readonly Unsur[] = BODY_ORDER) => readAnswers(readTable(text, order), order)
const readBytes = (bytes: Uint8Array) => read(readText(bytes)!.text)

const mark = fc.constantFrom<Score | undefined>(1, 2, 3, 4, undefined)
const dialects: fc.Arbitrary<Dialect> = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t'),
  encoding: fc.constantFrom(
    'utf-8',
    'utf-8-bom',
    'utf-16le',
    'utf-16be',
    'utf-16le-bom',
    'utf-16be-bom',
    'windows-1252',
  ),
  end: fc.constantFrom('\n', '\r\n', '\r'),
  named: fc.boolean(),
  lastEnd: fc.boolean(),
})
const remark = fc.string({ unit: fc.constantFrom(...'"a1é,;\t \n\r', ...Object.keys(WINDOWS)), maxLength: 8 })

/** A table of an office: its answers, and its cells written one way or the other. */
const sheets = fc
  .record({
    order: fc.shuffledSubarray([...UNSUR], { minLength: UNSUR.length }),
    people: fc.array(fc.tuple(fc.array(mark, { minLength: 9, maxLength: 9 }), remark), { minLength: 1, maxLength: 6 }),
    forms: fc.array(fc.nat(99), { minLength: 63, maxLength: 63 }),
    titles: fc.array(fc.constantFrom('SURVEI KEPUASAN MASYARAKAT', 'Periode: Semester I, 2026'), { maxLength: 2 }),
    sums: fc.boolean(),
  })
  .map(({ order, people, forms, titles, sums }) => {
    const pick = <T>(i: number, of: readonly T[]) => of[forms[i]! % of.length]!
    const heading = (unsur: Unsur, c: number) => {
      const number = BODY_ORDER.indexOf(unsur) + 1
      const name = QUESTIONS[unsur].name[0]
      return pick(c, [`U${number}`, `U ${number}`, `u-${number}`, unsur, name.toUpperCase(), `U${number}. ${name}`])
    }
    const cell = (score: Score | undefined, unsur: Unsur, i: number) =>
      score === undefined
        ? pick(i, ['', '-', ' '])
        : pick(i, [`${score}`, `${score},0`, `${score}.0`, ` ${score} `, QUESTIONS[unsur].answers[score - 1]![0]])
    const rows = [
      ...titles.map(title => [title]),
      ['No.', ...order.map(heading), 'Saran'],
      ...people.map(([marks, text], p) => [
        `${p + 1}`,
        ...marks.map((score, c) => cell(score, order[c]!, 9 + p * 9 + c)),
        text,
      ]),
      ...(sums ? [['Jumlah', ...order.map(() => '3,5'), ''], ['NRR Tertimbang/Unsur'], ['Keterangan:', 'NRR']] : []),
    ]
    const answers: SkmAnswers[] = people.map(([marks]) =>
      Object.fromEntries(marks.flatMap((score, c) => (score === undefined ? [] : [[order[c]!, score]]))),
    )
    const passed = [
      ...titles.map((_, t) => ({ row: t + 1, why: 'title' })),
      ...(sums ? ['total', 'total', 'note'] : []).map((why, s) => ({ row: rows.length - 2 + s, why })),
    ]
    return { rows, answers, passed, start: titles.length }
  })

describe('a file of a spreadsheet', () => {
  it('is read the same in every dialect, and every row left out of it is told [S23]', () => {
    fc.assert(
      fc.property(sheets, dialects, ({ rows, answers, passed }, dialect) => {
        const table = readBytes(written(rows, dialect))
        if (answers.every(one => Object.keys(one).length === 0)) {
          expect(table).toEqual({ problem: { kind: 'none', values: {} } })
          return
        }
        expect(table).toMatchObject({ answers, ignored: ['No.', 'Saran'] })
        expect((table as Answers).passed.map(({ row, why }) => ({ row, why }))).toEqual(passed)
      }),
      { numRuns: runs(1000) },
    )
  })

  it('is refused for one bad cell, by its row and column, in every dialect [S23]', () => {
    const bad = fc.constantFrom('5', '0', '3,5', '44', 'lumayan', '4 4', '3,01', '?', 'U1')
    const place = fc.record({ person: fc.nat(5), column: fc.integer({ min: 1, max: 9 }), bad })
    fc.assert(
      fc.property(sheets, dialects, place, ({ rows, answers, start }, dialect, { person, column, bad: value }) => {
        const row = start + 1 + (person % answers.length)
        const spoilt = rows.map((cells, r) =>
          r === row ? cells.map((cell, c) => (c === column ? value : cell)) : cells,
        )
        const heading = rows[start]![column]!
        expect(readBytes(written(spoilt, dialect))).toEqual({
          problem: { kind: 'score', values: { value, row: row + 1, column: heading } },
        })
      }),
      { numRuns: runs(500) },
    )
  })

  it('is text or not, whatever its bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), bytes => {
        const text = readText(bytes)
        if (text?.guessed === 'Windows-1252') expect(text.text).toHaveLength(bytes.length)
      }),
    )
  })

  it('tells the encoding that no mark in front of it tells', () => {
    expect(readText(Buffer.from('Café – ya', 'utf8'))).toEqual({ text: 'Café – ya' })
    expect(readText(Buffer.from('Caf\xE9 \x96 ya', 'latin1'))).toEqual({ text: 'Café – ya', guessed: 'Windows-1252' })
    expect(readText(Buffer.from('u1\tu2', 'utf16le'))).toEqual({ text: 'u1\tu2', guessed: 'UTF-16' })
    expect(readText(Buffer.from('\uFEFFu1', 'utf16le').swap16())).toEqual({ text: 'u1' })
  })

  it.each([
    ['a workbook', [0x50, 0x4b, 0x03, 0x04, 0x14, 0x00, 0xe9]],
    ['an old workbook', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['half a character of UTF-16', [0xff, 0xfe, 0x75]],
    ['a byte that Windows-1252 has not', [0x75, 0x81]],
  ])('is no text when it is %s', (_, bytes) => {
    expect(readText(Uint8Array.from(bytes))).toBeUndefined()
  })
})

describe('cells', () => {
  const bare = (rows: readonly (readonly string[])[]) =>
    rows.map(row => row.map(cell => cell.replace(/^"([^]*)" +$/, '$1')))

  it('are those that were written, with each delimiter that a first line names', () => {
    const cell = fc.oneof(
      fc.string(),
      fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '\r', '\n', '\uFEFF', 'a', ' ') }),
    )
    const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 5 }), { maxLength: 6 })
    fc.assert(
      fc.property(rows, fc.constantFrom(',', ';', '\t', '|'), (table, delimiter) => {
        const text = `sep=${delimiter}\r\n${toCsv(table, delimiter)}`
        const { rows, openQuote } = readTable(text, BODY_ORDER)
        expect(openQuote).toBeUndefined()
        expect(rows).toEqual(bare(table))
      }),
      { numRuns: runs(1000) },
    )
  })

  it('are counted by rows as the spreadsheet shows them, line breaks within a cell and the line of the delimiter aside', () => {
    const text = `"sep=;"\r\n"No\r\nResp";${NUMBERS.replaceAll(',', ';')}\r\n1;4;4;4;4;4;4;4;4;4\r\n2;4;4;9\r\n`
    expect(read(text)).toMatchObject({ problem: { kind: 'score', values: { row: 3, column: 'u3', value: '9' } } })
  })

  it('are read where a quotation mark stands within a cell, and a space behind one that closes it', () => {
    expect(read(`${NUMBERS},saran\n4,4,4,4,4,4,4,4,"4" ,3" kurang\n`)).toMatchObject({ answers: [{ sarana: 4 }] })
  })
})

describe('the words of a table', () => {
  it.each([
    ['u 1', 'persyaratan'],
    ['U-9', 'sarana'],
    ['U_2', 'prosedur'],
    ['Sistem, Mekanisme dan Prosedur', 'prosedur'],
    ['BIAYA / TARIF', 'biaya'],
    ['4. Biaya/Tarif', 'biaya'],
    ['U8 (Sarana dan Prasarana)', 'sarana'],
    [QUESTIONS.waktu.question[0], 'waktu'],
  ])('name an unsur by "%s" [S6]', (heading, unsur) => {
    expect(unsurOf(heading, BODY_ORDER)).toBe(unsur)
  })

  it.each(['u10', 'u0', '1', 'Waktu isi', 'Tempo', ''])('name no unsur by "%s"', heading => {
    expect(unsurOf(heading, BODY_ORDER)).toBeUndefined()
  })

  it('are those that a refusal names as accepted', () => {
    for (const order of [BODY_ORDER, ANNEX_ORDER]) {
      for (const unsur of UNSUR) {
        for (const heading of headingsOf(unsur, order).split(' = ')) expect(unsurOf(heading, order)).toBe(unsur)
      }
    }
  })

  it('are marks by the answers of the unsur and by the general scale, and never by those of another', () => {
    for (const unsur of UNSUR) {
      for (const score of SCORES) {
        expect(markOf(unsur, QUESTIONS[unsur].answers[score - 1]![0])).toBe(score)
        expect(markOf(unsur, KINERJA[(['D', 'C', 'B', 'A'] as const)[score - 1]!][0].toUpperCase())).toBe(score)
      }
    }
    expect(markOf('waktu', 'Gratis')).toBeUndefined()
    expect(markOf('biaya', 'Sangat cepat')).toBeUndefined()
  })

  it.each([
    'Σ Nilai/Unsur',
    'NRR/Unsur',
    'NRR Tertimbang/Unsur',
    'IKM Unit Pelayanan **)',
    'Rata-rata',
    'JUMLAH :',
    'Mutu Pelayanan',
  ])('make a row of sums or means of "%s"', label => {
    expect(isTotal(label)).toBe(true)
  })

  it.each(['Jumlah loket kurang', 'Total memuaskan', 'Responden 3', '12', 'Unit Pelayanan', ''])(
    'leave a respondent whose row begins with "%s"',
    label => {
      expect(isTotal(label)).toBe(false)
    },
  )
})

describe('a table of answers', () => {
  it('is read by number in body order, or in annex order on request', () => {
    const text = `${NUMBERS}\n1,2,3,4,1,2,3,4,1\n`
    expect(read(text)).toMatchObject({ answers: [{ persyaratan: 1, pengaduan: 4, sarana: 1 }] })
    expect(read(text, ANNEX_ORDER)).toMatchObject({ answers: [{ persyaratan: 1, sarana: 4, pengaduan: 1 }] })
  })

  it('is read by meaning in any order of columns, whatever the order of numbers [S6]', () => {
    const text = `${[...UNSUR].reverse().join(',').toUpperCase()}\n1,2,3,4,1,2,3,4,1\n`
    const { answers } = read(text, ANNEX_ORDER) as { answers: readonly object[] }
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
    expect(read(`${NUMBERS}\n1,,3, ,1\n`)).toMatchObject({
      answers: [{ persyaratan: 1, waktu: 3, produk: 1 }],
    })
  })

  it('passes over blank rows and columns that are none of its business', () => {
    const table = read(`\n,,\nno,${NUMBERS},saran\n7,4,4,4,4,4,4,4,4,4,"bagus, cepat"\n,,,\n`)
    expect(table).toMatchObject({ ignored: ['no', 'saran'], passed: [] })
    expect(table.problem === undefined && table.answers.length).toBe(1)
  })

  it('goes on after the sums and the headings of a page, and keeps what a citizen wrote about sums', () => {
    const page = `no,${NUMBERS},saran\n1,4,4,4,4,4,4,4,4,4,Jumlah\n2,3,3,3,3,3,3,3,3,3,\nJumlah,7,7,7,7,7,7,7,7,7,,,63\n`
    const table = read(page + page) as Answers
    expect(table.answers).toHaveLength(4)
    expect(table.passed.map(({ row, why }) => [row, why])).toEqual([
      [4, 'total'],
      [5, 'again'],
      [8, 'total'],
    ])
  })

  it('takes the legend and the signature below the sums for no respondent', () => {
    const foot =
      'Jumlah,4\nKinerja Unit Pelayanan,Sangat baik\nA,Sangat baik\nA,Sangat baik,"88,31 – 100,00"\n,,,,,,Kepala Dinas\n,,,,,,NIP 19700101\n'
    expect(read(`no,${NUMBERS}\n1,4,4,4,4,4,4,4,4,4\n${foot}`)).toMatchObject({
      answers: [{ sarana: 4 }],
      passed: [{ why: 'total' }, { why: 'total' }, { why: 'note' }, { why: 'note' }, { why: 'note' }, { why: 'note' }],
    })
  })

  it.each([
    ['5', '2,5'],
    ['3,5', '2,"3,5",4'],
    ['lumayan', '2,lumayan,lumayan,lumayan,lumayan,lumayan'],
    ['bagus', '2,bagus,4,4,4,4,4,4,4,4'],
  ])('refuses a mistyped row also below the sums, for "%s"', (value, row) => {
    const text = `no,${NUMBERS}\n1,4,4,4,4,4,4,4,4,4\nJumlah,4\n${row}\n`
    expect(read(text)).toMatchObject({ problem: { kind: 'score', values: { row: 4, value } } })
  })

  it('refuses numbers and names in two rows that do not agree, until the order is the one of the form [S6]', () => {
    const names = ANNEX_ORDER.map(unsur => QUESTIONS[unsur].name[0])
    const text = `${NUMBERS}\n${toCsv([names])}1,2,3,4,1,2,3,4,1\n`
    expect(read(text)).toMatchObject({ problem: { kind: 'clash', values: { row: 2, column: 'u8' } } })
    expect(read(text, ANNEX_ORDER)).toMatchObject({ answers: [{ sarana: 4 }], passed: [{ row: 2, why: 'again' }] })
  })

  it.each([
    ['an empty file', '', { kind: 'empty', values: {} }],
    ['headings alone', `${NUMBERS}\n`, { kind: 'none', values: {} }],
    ['rows without one answer', `${NUMBERS}\n,,,,,,,,\n`, { kind: 'none', values: {} }],
    [
      'a missing column',
      'Survei\nu1,u2,u3,u4,u5,u6,u7,u8\n1',
      {
        kind: 'missing',
        values: { unsur: 'sarana', row: 2, accepted: 'U9 = sarana = Sarana dan Prasarana' },
      },
    ],
    ['no heading it knows', '\na;b\n', { kind: 'missing', values: { row: 2, found: 'a, b' } }],
    ['a column named twice', `${NUMBERS},waktu\n`, { kind: 'twice', values: { unsur: 'waktu' } }],
    ['a row that is too long', `${NUMBERS}\n1,1,1,1,1,1,1,1,1,1\n`, { kind: 'wide', values: { row: 2 } }],
    ['an open quotation mark', `${NUMBERS}\n1,"1\n`, { kind: 'quote', values: { row: 2 } }],
    ['a five', `${NUMBERS}\n\n1,5\n`, { kind: 'score', values: { row: 3, column: 'u2', value: '5' } }],
    ['a decimal', `${NUMBERS}\n3.5\n`, { kind: 'score', values: { row: 2, column: 'u1', value: '3.5' } }],
    ['a word', `${NUMBERS}\n,lumayan\n`, { kind: 'score', values: { row: 2, column: 'u2', value: 'lumayan' } }],
  ])('is refused for %s', (_, text, problem) => {
    expect(read(text)).toMatchObject({ problem })
  })
})
