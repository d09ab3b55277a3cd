import { addDays, type LocalDate } from '../../kit/time.ts'
import { dateOf } from './dates.ts'
import type { FoundHoliday, holidaysOfTable } from './holidays.ts'
import type { ImportProblem } from './import-problem.ts'

/** A holiday of more days is none: somebody sent another calendar. */
const MOST_DAYS = 31

/** Whether a text is an iCalendar (RFC 5545). */
export function isCalendar(text: string): boolean {
  return /^\s*BEGIN:VCALENDAR/i.test(text)
}

/** The whole days of an iCalendar: events with a date, one or several days long. Whatever else is in it is said by its line. */
export function holidaysOfCalendar(text: string): ReturnType<typeof holidaysOfTable> {
  const found: FoundHoliday[] = []
  const problems: ImportProblem[] = []
  let event: Map<string, Line> | undefined
  let begun = 0
  for (const line of unfolded(text)) {
    if (line.name === 'BEGIN' && line.value.toUpperCase() === 'VEVENT') [event, begun] = [new Map(), line.row]
    else if (line.name === 'END' && line.value.toUpperCase() === 'VEVENT' && event) {
      const days = daysOf(event, begun)
      if (Array.isArray(days)) found.push(...days)
      else problems.push(days as ImportProblem)
      event = undefined
    } else event?.set(line.name, line)
  }
  return { found, problems }
}

interface Line {
  readonly row: number
  readonly name: string
  readonly value: string
}

/** Lines that go on with a space or a tab are one. */
function unfolded(text: string): readonly Line[] {
  const whole: { row: number; text: string }[] = []
  text.split(/\r\n|\n|\r/).forEach((line, i) => {
    if (/^[ \t]/.test(line) && whole.length > 0) whole.at(-1)!.text += line.slice(1)
    else if (line !== '') whole.push({ row: i + 1, text: line })
  })
  return whole.flatMap(({ row, text: line }) => {
    // A parameter in quotes may hold a colon.
    const parts = /^([A-Za-z0-9-]+)((?:;[^":;]*(?:"[^"]*"[^":;]*)*)*):(.*)$/.exec(line)
    return parts ? [{ row, name: parts[1]!.toUpperCase(), value: parts[3]! }] : []
  })
}

function daysOf(event: ReadonlyMap<string, Line>, begun: number): readonly FoundHoliday[] | ImportProblem {
  const start = event.get('DTSTART')
  const name = unescaped(event.get('SUMMARY')?.value ?? '')
  const row = start?.row ?? begun
  const wrong = (word: ImportProblem['word'], values: ImportProblem['values'] = {}) => ({ row, word, values })
  if (event.has('RRULE') || event.has('RDATE')) return wrong('repeats', { name })
  if (start && /^\d{8}T/.test(start.value)) return wrong('timed', { name })
  const from = dayOf(start?.value)
  if (!from) return wrong('dateUnknown', { text: (start?.value ?? name).slice(0, 40) })
  const end = event.get('DTEND')
  const to = end ? dayOf(end.value) : lastOf(from, event.get('DURATION')?.value)
  if (!to) return wrong('dateUnknown', { text: (end?.value ?? '').slice(0, 40) })
  if (to < from) return wrong('endsBefore', { name })
  const days: FoundHoliday[] = []
  // The end is the first day that is no holiday any more; some write the same day.
  for (let date = from; days.length === 0 || date < to; date = addDays(date, 1)) {
    if (days.length === MOST_DAYS) return wrong('tooLong', { name, most: MOST_DAYS })
    days.push({ row, date, name })
  }
  return days
}

function dayOf(value: string | undefined): LocalDate | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(value?.trim() ?? '')
  return parts ? dateOf(`${parts[1]}-${parts[2]}-${parts[3]}`) : undefined
}

function lastOf(from: LocalDate, duration: string | undefined): LocalDate | undefined {
  if (duration === undefined) return addDays(from, 1)
  const parts = /^\+?P(?:(\d{1,3})W|(\d{1,3})D)$/.exec(duration.trim())
  return parts ? addDays(from, Number(parts[1] ?? 0) * 7 + Number(parts[2] ?? 0)) : undefined
}

function unescaped(value: string): string {
  return value.replace(/\\([\\;,nN])/g, (_, sign: string) => (sign.toLowerCase() === 'n' ? ' ' : sign)).trim()
}
