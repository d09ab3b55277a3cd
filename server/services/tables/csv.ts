import type { Cell, Table } from '../../../shared/tables/table.ts'

/**
 * Where a spreadsheet would take a formula to begin, in narrow and in wide letters: also behind what another spreadsheet takes
 * for the end of a cell, since one that divides at commas or tabs does not see the quotes in the middle of its cell.
 */
const FORMULA = /(?<=(?:^|[,;|\t\r\n])[\s"']*)(?=[=+\-@＝＋－＠])|^(?=[\t\r\n])/gu
const PLAIN = /^[\p{L}\p{N} .()/%'-]*$/u

/**
 * A table as Indonesian Excel opens it by a double click: UTF-8 with its mark, semicolons, decimal commas, dates as 2026-06-09.
 * Words that are not plain are quoted, and what begins like a formula gets an apostrophe, so that nothing in it is ever computed,
 * whatever divides the cells of whoever opens it.
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
  const harmless = text.replace(FORMULA, "'")
  return PLAIN.test(harmless) ? harmless : `"${harmless.replaceAll('"', '""')}"`
}
