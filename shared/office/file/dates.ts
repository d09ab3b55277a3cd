import { isDate, type LocalDate } from '../../kit/time.ts'

const MONTHS = [
  ...['januari', 'februari', 'maret', 'april', 'mei', 'juni', 'juli', 'agustus', 'september', 'oktober'],
  ...['november', 'desember'],
]
const SHORT = ['jan', 'feb', 'mar', 'apr', 'mei', 'jun', 'jul', 'agu', 'sep', 'okt', 'nov', 'des']
/** Also as calendars in English name them, and as people shorten or misspell. */
const OTHER: Readonly<Record<string, number>> = {
  ...{ january: 1, february: 2, march: 3, may: 5, june: 6, july: 7, august: 8, october: 10, december: 12 },
  ...{ pebruari: 2, nopember: 11, aug: 8, agt: 8, ags: 8, oct: 10, dec: 12, sept: 9 },
}

/**
 * A date as people write it: year first, day first, or with the month by name, also after its weekday.
 * @example dateOf('Senin, 17 Agustus 2026') // '2026-08-17'
 */
export function dateOf(written: string): LocalDate | undefined {
  const text = written.trim().replace(/^[\p{L}'’]+\s*,\s*/u, '')
  const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00(?:\.0+)?)?Z?)?$/.exec(text)
  if (iso) return made(Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(text)
  if (local) return made(Number(local[3]), Number(local[2]), Number(local[1]))
  const named = /^(\d{1,2})[\s-]+([\p{L}]+)\.?[\s-]+(\d{4})$/u.exec(text)
  return named ? made(Number(named[3]), monthOf(named[2]!), Number(named[1])) : undefined
}

function monthOf(name: string): number {
  const known = name.toLowerCase()
  return Math.max(MONTHS.indexOf(known), SHORT.indexOf(known)) + 1 || (OTHER[known] ?? 0)
}

function made(year: number, month: number, day: number): LocalDate | undefined {
  const date = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
  return month > 0 && isDate(date) ? date : undefined
}
