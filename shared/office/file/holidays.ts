import { weekday, type LocalDate } from '../../kit/time.ts'
import { dateOf } from './dates.ts'
import type { ImportProblem } from './import-problem.ts'

/** One closed date of an imported list. */
export interface HolidayRow {
  /** Where it stands in the file, as a spreadsheet counts. */
  readonly row: number
  readonly date: LocalDate
  readonly name: string
  /** On a day on which the office is closed by its weekly hours anyhow. */
  readonly weekend: boolean
  /** An earlier row has the same date. */
  readonly sameAs: number | null
  /** The office has it already. */
  readonly known: boolean
}

/** What a list of holidays would add; nothing may be taken from it while a problem is left. */
export interface HolidayPreview {
  readonly rows: readonly HolidayRow[]
  readonly problems: readonly ImportProblem[]
}

/** A closed date as it was found, before it is looked at beside the others. */
export interface FoundHoliday {
  readonly row: number
  readonly date: LocalDate
  readonly name: string
}

/** What the office has, by which a list is looked at. */
export interface HolidayGround {
  readonly holidays: readonly LocalDate[]
  /** Index 0 is Sunday; `null` is a closed day. */
  readonly hours: readonly unknown[]
}

const DATE = /^(tanggal|tgl|date|hari.*tanggal)\.?$/i
const NAME = /^(nama|keterangan|uraian|name|summary|libur|hari libur|nama (hari )?libur|perayaan)$/i

/** The holidays of a table: by its head, or the date in the first column and the name in the second. */
export function holidaysOfTable(table: readonly (readonly string[])[]): {
  readonly found: readonly FoundHoliday[]
  readonly problems: readonly ImportProblem[]
} {
  const head = (table[0] ?? []).map(cell => cell.trim())
  const hasHead = head.some(cell => DATE.test(cell))
  const [at, named] = hasHead ? [head.findIndex(c => DATE.test(c)), head.findIndex(c => NAME.test(c))] : [0, 1]
  const found: FoundHoliday[] = []
  const problems: ImportProblem[] = []
  table.forEach((cells, i) => {
    if ((i === 0 && hasHead) || cells.every(cell => cell.trim() === '')) return
    const written = cells[at]?.trim() ?? ''
    const date = dateOf(written)
    if (date) found.push({ row: i + 1, date, name: cells[named]?.trim() ?? '' })
    else problems.push({ row: i + 1, word: 'dateUnknown', values: { text: written.slice(0, 40) } })
  })
  return { found, problems }
}

/** The list as it is shown before it is taken over. */
export function previewHolidays(
  { found, problems }: ReturnType<typeof holidaysOfTable>,
  { holidays, hours }: HolidayGround,
): HolidayPreview {
  const first = new Map<LocalDate, number>()
  const rows = found.map(one => {
    const sameAs = first.get(one.date) ?? null
    if (sameAs === null) first.set(one.date, one.row)
    const weekend = (hours[weekday(one.date)] ?? null) === null
    return { ...one, weekend, sameAs, known: holidays.includes(one.date) }
  })
  const none = rows.length + problems.length === 0
  return { rows, problems: none ? [{ row: 0, word: 'noDates', values: {} }] : problems }
}

/** The holidays of the office with those of a list that is without problems; without one problem left all are taken, else none. */
export function withHolidays(standing: readonly LocalDate[], { rows, problems }: HolidayPreview): readonly LocalDate[] {
  if (problems.length > 0) return standing
  return [...new Set([...standing, ...rows.map(r => r.date)])].sort()
}
