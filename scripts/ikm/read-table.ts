import { CsvError, parse } from 'csv-parse/sync'
import { findHeadings, type TextTable } from '../../shared/survey/answers-table.ts'
import type { Unsur } from '../../shared/survey/instruments.ts'

/** What stands between two cells; Indonesian spreadsheets write semicolons. */
const DELIMITERS = [',', ';', '\t'] as const

/**
 * The cells of a text as a spreadsheet shows them. The delimiter is the one that a first line `sep=` names; without it,
 * the one by which the headings name most unsur, then the one that makes the row of headings longest.
 */
export function readTable(text: string, order: readonly Unsur[]): TextTable {
  const named = /^"?sep=([^"\r\n])"?(?:\r\n|\r|\n|$)/iu.exec(text)
  if (named !== null) return cellsOf(text.slice(named[0].length), named[1]!)
  const tables = DELIMITERS.map(delimiter => {
    const table = cellsOf(text, delimiter)
    const { unsur, row } = findHeadings(table.rows, order)
    return { table, unsur, width: table.rows[row]?.length ?? 0 }
  })
  const [first, ...others] = tables
  return others.reduce(
    (best, one) => (one.unsur > best.unsur || (one.unsur === best.unsur && one.width > best.width) ? one : best),
    first!,
  ).table
}

function cellsOf(text: string, delimiter: string): TextTable {
  const rows: string[][] = []
  const options = {
    delimiter,
    record_delimiter: ['\r\n', '\n', '\r'],
    relax_column_count: true,
    relax_quotes: true,
    // Also what the reader had made before it met a quotation mark that is never closed is wanted.
    on_record: (cells: string[]) => {
      rows.push(cells.map(cell => cell.replace(QUOTED, '$1')))
      return null
    },
  }
  try {
    parse(text, options)
  } catch (error) {
    if (!(error instanceof CsvError) || error.code !== 'CSV_QUOTE_NOT_CLOSED') throw error
    return { rows, openQuote: rows.length + 1 }
  }
  return { rows, openQuote: undefined }
}

/** The reader leaves a cell as it stands when spaces follow its closing quotation mark, which nobody means. */
const QUOTED = /^"([^]*)" +$/
