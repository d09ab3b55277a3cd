import type { Cell, Table } from '../../../shared/tables/table.ts'

/** What a spreadsheet takes for the beginning of a formula, in narrow and in wide letters. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/
const NEEDS_QUOTES = /[;"\r\n]/

/**
 * A table as Indonesian Excel opens it by a double click: UTF-8 with its mark, semicolons, decimal commas, dates as 2026-06-09. A
 * word that begins like a formula gets an apostrophe, so that nothing in it is ever computed.
 */
export function csvOf({ columns, rows }: Table): Uint8Array<ArrayBuffer> {
  const lines = [columns.map(words), ...rows.map(row => row.map(written))].map(line => line.join(';'))
  return new TextEncoder().encode(`\uFEFF${lines.join('\r\n')}\r\n`)
}

function written(cell: Cell): string {
  if (cell === null) return ''
  if (typeof cell === 'string') return words(cell)
  return 'date' in cell ? cell.date : cell.n.toFixed(cell.digits).replace('.', ',')
}

function words(text: string): string {
  const harmless = FORMULA.test(text) ? `'${text}` : text
  return NEEDS_QUOTES.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
