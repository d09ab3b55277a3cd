import type { LocalDate } from '../kit/time.ts'
import { roundHalfUp } from '../kit/stats.ts'
import { say } from '../text/text.ts'
import type { Lang, Words } from '../kit/words.ts'

/** What stands in a cell: words, a number with its decimals, a date, or nothing that was measured. */
export type Cell = string | { readonly n: number; readonly digits: number } | { readonly date: LocalDate } | null

/** A table of the manager's pages as a spreadsheet gets it. */
export interface Table {
  readonly title: string
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** What a workbook says below the rows, a line each: of whom and when it is, and the sum. */
  readonly notes?: readonly string[]
}

/** A column: its head, and what stands in it. */
export type Column<Row> = readonly [Words, (row: Row) => Cell]

/** The table of some rows. */
export function tableOf<Row>(
  title: readonly Words[],
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  lang: Lang,
): Table {
  return {
    title: title.map(words => say(words, lang)).join(': '),
    columns: columns.map(([head]) => say(head, lang)),
    rows: rows.map(row => columns.map(([, cell]) => cell(row))),
  }
}

/** A number with the decimals that the page shows; nothing where nothing was measured. */
export function figure(value: number | null | undefined, digits = 0): Cell {
  return value === null || value === undefined ? null : { n: roundHalfUp(value, digits), digits }
}
