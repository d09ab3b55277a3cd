import type { Words } from '../kit/words.ts'
import type { SkmAnswers } from './ikm.ts'
import { BODY_ORDER, UNSUR, type Score, type Unsur } from './instruments.ts'
import { headingsOf, isTotal, markOf, unsurOf } from './table-words.ts'

/** Why a table of answers cannot be used; `{values}` come from the problem's data. */
export const ANSWERS_PROBLEMS = {
  empty: ['Berkas ini kosong.', 'This file is empty.'],
  quote: ['Tanda kutip pada baris {row} tidak ditutup.', 'The quotation mark in row {row} is never closed.'],
  missing: [
    'Kolom {unsur} tidak ditemukan pada baris {row}; judul yang terbaca: {found}. Judul yang diterima: {accepted}.',
    'Column {unsur} was not found in row {row}; the headings read are: {found}. Accepted headings: {accepted}.',
  ],
  twice: ['Kolom {unsur} ada dua kali.', 'Column {unsur} appears twice.'],
  clash: [
    'Baris {row} menamai kolom {column} "{value}", unsur yang lain: periksa judulnya, atau pilih --order yang sesuai.',
    'Row {row} names column {column} "{value}", another unsur: check the headings, or choose the --order that fits.',
  ],
  wide: [
    'Baris {row} mempunyai lebih banyak sel daripada baris judul.',
    'Row {row} has more cells than the heading row.',
  ],
  score: [
    'Nilai "{value}" pada baris {row}, kolom {column} bukan 1, 2, 3, 4, kata jawaban unsur itu, atau kosong.',
    'The value "{value}" in row {row}, column {column} is not 1, 2, 3, 4, an answer of that unsur in words, or empty.',
  ],
  none: ['Tidak ada satu pun jawaban di berkas ini.', 'There is not a single answer in this file.'],
} as const satisfies Record<string, Words>

/** Why a row is nobody's answers. */
export const PASSED_OVER = {
  title: ['Baris di atas judul kolom dilewati: {rows}.', 'Rows above the headings passed over: {rows}.'],
  again: ['Baris judul yang berulang dilewati: {rows}.', 'Repeated heading rows passed over: {rows}.'],
  total: [
    'Baris jumlah atau rata-rata dilewati, bukan responden: {rows}.',
    'Rows of sums or means passed over, no respondents: {rows}.',
  ],
  note: ['Baris keterangan di bawah jumlah dilewati: {rows}.', 'Rows of notes below the sums passed over: {rows}.'],
} as const satisfies Record<string, Words>
type Passed = keyof typeof PASSED_OVER

/** Cells of a text table by row; a blank line is a row too, so row numbers match the spreadsheet's. */
export interface TextTable {
  readonly rows: readonly (readonly string[])[]
  /** The row (from 1) whose quotation mark is never closed. */
  readonly openQuote: number | undefined
}

/** One reason to refuse the table, with the values of its sentence. */
export interface AnswersProblem {
  readonly kind: keyof typeof ANSWERS_PROBLEMS
  readonly values: Readonly<Record<string, string | number>>
}

/** The answers of a table, with all that was left out of it or read from words, so that it can be said. */
export interface Answers {
  readonly answers: readonly SkmAnswers[]
  readonly ignored: readonly string[]
  readonly passed: readonly { readonly row: number; readonly why: Passed; readonly text: string }[]
  readonly words: ReadonlyMap<string, Score>
  readonly problem?: undefined
}

/** What a table holds, or the first problem. */
export type AnswersTable = Answers | { readonly problem: AnswersProblem }

/** The row of headings: the first of those that name most unsur; `row` from 0, −1 when all rows are blank. */
export function findHeadings(
  rows: TextTable['rows'],
  order: readonly Unsur[],
): { readonly row: number; readonly unsur: number } {
  const counts = rows.map(row => new Set(columnsOf(row, order).filter(unsur => unsur !== undefined)).size)
  const unsur = counts.reduce((most, count) => Math.max(most, count), 0)
  return { unsur, row: unsur === 0 ? rows.findIndex(row => !isBlank(row)) : counts.indexOf(unsur) }
}

/**
 * Reads one respondent per row from nine columns that name the unsur. Rows may end early (some spreadsheets drop empty
 * cells at the end), blank rows are passed over, and titles, sums and notes too, which `passed` tells.
 */
export function readAnswers({ rows, openQuote }: TextTable, order: readonly Unsur[] = BODY_ORDER): AnswersTable {
  if (openQuote !== undefined) return problem('quote', { row: openQuote })
  const { row: start } = findHeadings(rows, order)
  if (start < 0) return problem('empty')
  const headings = rows[start]!.map(heading => heading.trim())
  const columns = columnsOf(headings, order)
  const twice = columns.find((unsur, i) => unsur !== undefined && columns.indexOf(unsur) !== i)
  if (twice !== undefined) return problem('twice', { unsur: twice })
  const missing = UNSUR.filter(unsur => !columns.includes(unsur))
  if (missing.length > 0) {
    const found = headings.filter(heading => heading !== '').map(clip)
    const accepted = missing.map(unsur => headingsOf(unsur, order)).join('; ')
    return problem('missing', { unsur: missing.join(', '), row: start + 1, found: found.join(', '), accepted })
  }
  const answers: SkmAnswers[] = []
  const passed: Answers['passed'][number][] = []
  const words = new Map<string, Score>()
  for (const [i, cells] of rows.entries()) {
    if (i === start || isBlank(cells)) continue
    const row = i + 1
    const below = passed.some(({ why }) => why === 'total')
    const why = i < start ? 'title' : whyPassed(cells, columns, order, below)
    if (why !== undefined) {
      passed.push({ row, why, text: clip(firstOf(cells)) })
      continue
    }
    const other = otherUnsur(cells, columns, order)
    if (other !== undefined) return problem('clash', { row, column: headings[other]!, value: clip(cells[other]!) })
    if (!isBlank(cells.slice(headings.length))) return problem('wide', { row })
    const bad = columns.findIndex((unsur, c) => unsur !== undefined && markOf(unsur, cellOf(cells, c)) === undefined)
    if (bad >= 0) return problem('score', { value: clip(cellOf(cells, bad)), row, column: headings[bad]! })
    answers.push(answersOf(cells, columns, words))
  }
  if (answers.every(answer => Object.keys(answer).length === 0)) return problem('none')
  const ignored = headings.filter((heading, i) => columns[i] === undefined && heading !== '')
  return { answers, ignored, passed, words }
}

function whyPassed(
  cells: readonly string[],
  columns: readonly (Unsur | undefined)[],
  order: readonly Unsur[],
  belowSums: boolean,
): Passed | undefined {
  if (isTotal(firstOf(cells))) return 'total'
  if (columns.every((unsur, c) => unsur === undefined || unsurOf(cellOf(cells, c), order) === unsur)) return 'again'
  return belowSums && isNote(cells, columns) ? 'note' : undefined
}

/**
 * Few cells and no number among them: a legend says "Sangat baik" too. A row of many, or with a mistyped number, is refused
 * rather than lost.
 */
function isNote(cells: readonly string[], columns: readonly (Unsur | undefined)[]): boolean {
  const filled = columns.flatMap((unsur, c) => {
    const cell = cellOf(cells, c)
    return unsur === undefined || markOf(unsur, cell) === 'none' ? [] : [cell]
  })
  return filled.length <= NOTE_CELLS && !filled.some(cell => /^\d{1,2}(?:[.,]\d+)?$/.test(cell))
}

const NOTE_CELLS = 4

/** The first column that a second row of headings gives to another unsur. */
function otherUnsur(cells: readonly string[], columns: readonly (Unsur | undefined)[], order: readonly Unsur[]) {
  const named = columns.map((unsur, c) => (unsur === undefined ? undefined : unsurOf(cellOf(cells, c), order)))
  if (named.filter(unsur => unsur !== undefined).length < UNSUR.length) return undefined
  return named.findIndex((unsur, c) => unsur !== columns[c])
}

function answersOf(
  cells: readonly string[],
  columns: readonly (Unsur | undefined)[],
  words: Map<string, Score>,
): SkmAnswers {
  const answers: Partial<Record<Unsur, Score>> = {}
  for (const [c, unsur] of columns.entries()) {
    if (unsur === undefined) continue
    const text = cellOf(cells, c)
    const mark = markOf(unsur, text)
    if (mark === undefined || mark === 'none') continue
    answers[unsur] = mark
    if (!/^\d/.test(text)) words.set(text, mark)
  }
  return answers
}

function columnsOf(headings: readonly string[], order: readonly Unsur[]): readonly (Unsur | undefined)[] {
  return headings.map(heading => unsurOf(heading, order))
}

function cellOf(cells: readonly string[], column: number): string {
  return (cells[column] ?? '').trim()
}

function firstOf(cells: readonly string[]): string {
  return (cells.find(cell => cell.trim() !== '') ?? '').trim()
}

function isBlank(cells: readonly string[]): boolean {
  return cells.every(cell => cell.trim() === '')
}

/** A pasted paragraph in a cell must not flood the sentence. */
function clip(text: string): string {
  return text.length > 24 ? text.slice(0, 23) + '…' : text
}

function problem(kind: AnswersProblem['kind'], values: AnswersProblem['values'] = {}): AnswersTable {
  return { problem: { kind, values } }
}
