import writeXlsxFile, { type Cell as Written } from 'write-excel-file/node'
import type { Cell, Table } from '../../../shared/tables/table.ts'

const HEAD = { fontWeight: 'bold', wrap: true } as const
/** What Excel refuses in the name of a sheet, and how long one may be. */
const NOT_IN_NAMES = /[\\/?*[\]:]/g
const MOST_OF_NAME = 31

/** A table as a workbook: numbers are numbers, dates are dates, words are words and never formulas. */
export async function xlsxOf({ title, columns, rows }: Table): Promise<Uint8Array<ArrayBuffer>> {
  const head = columns.map((value): Written => ({ value, type: String, ...HEAD }))
  const widths = columns.map((_, i) => ({ width: i === 0 ? 34 : 16 }))
  const sheet = { sheet: title.replace(NOT_IN_NAMES, ' ').slice(0, MOST_OF_NAME), columns: widths, stickyRowsCount: 1 }
  return new Uint8Array(await writeXlsxFile([head, ...rows.map(row => row.map(written))], sheet).toBuffer())
}

function written(cell: Cell): Written {
  if (cell === null) return null
  if (typeof cell === 'string') return { value: cell, type: String }
  if ('date' in cell) return { value: new Date(cell.date), type: Date, format: 'yyyy-mm-dd' }
  return { value: cell.n, type: Number, format: cell.digits === 0 ? '#,##0' : `#,##0.${'0'.repeat(cell.digits)}` }
}
