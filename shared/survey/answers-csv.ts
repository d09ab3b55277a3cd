import type { Words } from '../kit/words.ts'
import { parseCsv } from './csv.ts'
import type { SkmAnswers } from './ikm.ts'
import { BODY_ORDER, UNSUR, type Score, type Unsur } from './instruments.ts'

/** Why a table of answers cannot be used; `{values}` come from the problem's data. */
export const ANSWERS_PROBLEMS = {
  empty: ['Berkas ini kosong.', 'This file is empty.'],
  quote: ['Tanda kutip pada baris {row} tidak ditutup.', 'The quotation mark in row {row} is never closed.'],
  missing: [
    'Kolom {unsur} tidak ditemukan; judul yang terbaca: {found}.',
    'Column {unsur} was not found; the headings read are: {found}.',
  ],
  twice: ['Kolom {unsur} ada dua kali.', 'Column {unsur} appears twice.'],
  wide: [
    'Baris {row} mempunyai lebih banyak sel daripada baris judul.',
    'Row {row} has more cells than the heading row.',
  ],
  score: [
    'Nilai "{value}" pada baris {row}, kolom {column} bukan 1, 2, 3, 4, atau kosong.',
    'The value "{value}" in row {row}, column {column} is not 1, 2, 3, 4 or empty.',
  ],
  none: ['Tidak ada satu pun jawaban di berkas ini.', 'There is not a single answer in this file.'],
} as const satisfies Record<string, Words>

/** One reason to refuse the table, with the values of its sentence. */
export interface AnswersProblem {
  readonly kind: keyof typeof ANSWERS_PROBLEMS
  readonly values: Readonly<Record<string, string | number>>
}

/** The answers of a table and the headings it had no use for, or the first problem. */
export type AnswersTable =
  | { readonly answers: readonly SkmAnswers[]; readonly ignored: readonly string[]; readonly problem?: undefined }
  | { readonly problem: AnswersProblem }

/**
 * Reads one respondent per row from nine columns headed by meaning or u1 to u9; `order` says which unsur a number is.
 * Rows may end early (some spreadsheets drop empty cells at the end) and blank rows are passed over.
 */
export function readAnswers(text: string, order: readonly Unsur[] = BODY_ORDER): AnswersTable {
  const { rows, openQuote } = parseCsv(text)
  if (openQuote !== undefined) return problem('quote', { row: openQuote })
  const start = rows.findIndex(row => !isBlank(row))
  if (start < 0) return problem('empty')
  const headings = rows[start]!.map(heading => heading.trim())
  const columns = headings.map(heading => unsurOf(heading, order))
  const twice = columns.find((unsur, i) => unsur !== undefined && columns.indexOf(unsur) !== i)
  if (twice !== undefined) return problem('twice', { unsur: twice })
  const missing = UNSUR.filter(unsur => !columns.includes(unsur))
  if (missing.length > 0) {
    return problem('missing', { unsur: missing.join(', '), found: headings.map(clip).join(', ') })
  }
  const answers: SkmAnswers[] = []
  for (const [i, cells] of rows.entries()) {
    if (i <= start || isBlank(cells)) continue
    if (!isBlank(cells.slice(headings.length))) return problem('wide', { row: i + 1 })
    const bad = columns.findIndex((unsur, c) => unsur !== undefined && !SCORE.test(cellOf(cells, c)))
    if (bad >= 0) return problem('score', { value: clip(cellOf(cells, bad)), row: i + 1, column: headings[bad]! })
    answers.push(answersOf(cells, columns))
  }
  if (answers.every(answer => Object.keys(answer).length === 0)) return problem('none')
  return { answers, ignored: headings.filter((heading, i) => columns[i] === undefined && heading !== '') }
}

const SCORE = /^[1-4]?$/

function unsurOf(heading: string, order: readonly Unsur[]): Unsur | undefined {
  const key = heading.toLowerCase()
  const number = /^u([1-9])$/.exec(key)?.[1]
  return number === undefined ? UNSUR.find(unsur => unsur === key) : order[Number(number) - 1]
}

function answersOf(cells: readonly string[], columns: readonly (Unsur | undefined)[]): SkmAnswers {
  const answers: Partial<Record<Unsur, Score>> = {}
  for (const [c, unsur] of columns.entries()) {
    const text = cellOf(cells, c)
    if (unsur !== undefined && text !== '') answers[unsur] = Number(text) as Score
  }
  return answers
}

function cellOf(cells: readonly string[], column: number): string {
  return (cells[column] ?? '').trim()
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
