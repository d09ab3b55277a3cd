import writeXlsxFile, { type Cell as Written } from 'write-excel-file/node'
import type { Cell, Table } from '../../../shared/tables/table.ts'

const HEAD = { fontWeight: 'bold', wrap: true } as const
/** What Excel refuses in the name of a sheet, and how long one may be. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g
const MOST_OF_NAME = 31
const MOST_WIDTH = 60

/** A table as a workbook: numbers are numbers, dates are dates, words are words and never formulas. */
export async function xlsxOf({ title, columns, rows, notes = [] }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const head = columns.map((value): Written => ({ value, type: String, ...HEAD }))
  const widths = columns.map((head, i) => ({
    width: widthOf(
      head,
      rows.map(row => row[i] ?? null),
    ),
  }))
  const said = notes.map(note => [written(note)])
  const body = [...rows.map(row => row.map(written)), ...(said.length > 0 ? [[null], ...said] : [])]
  const sheet = { sheet: title.replace(NOT_IN_NAMES, ' ').slice(0, MOST_OF_NAME), columns: widths, stickyRowsCount: 1 }
  return new Uint8Array(await writeXlsxFile([head, ...body], sheet).toBuffer())
}

/** Wide enough for the longest words of a column, within reason: in characters. */
function widthOf(head: string, cells: readonly Cell[]): number {
  const longest = Math.max(head.length, ...cells.map(cell => (typeof cell === 'string' ? cell.length : 10)))
  return Math.min(MOST_WIDTH, longest + 2)
}

function written(cell: Cell): Written {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String }
  if ('date' in cell) return { value: new Date(cell.date), type: Date, format: 'yyyy-mm-dd' }
  return { value: cell.n, type: Number, format: cell.digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.digits)}` }
}
