import { DAY, weekday, type LocalDate } from '../../kit/time.ts'
import { grouped } from '../../kit/grouped.ts'
import { absencesOf, withoutAbsences, type Absences } from './absences.ts'
import { clockPaceOf, EVEN, type ClockPace, type PastVisit } from './clock-pace.ts'
import { UNTAUGHT, type Tracker } from './tracker.ts'

/** What an office knows from other days. */
export interface Learned {
  /** Milliseconds from call to the counter being free again of visits of the last days, per service. */
  readonly history: Readonly<Record<string, readonly number[]>>
  /** How slow the office is by the clock. */
  readonly clock: ClockPace
  /** When its counters take nobody. */
  readonly absences: Absences
  readonly tracker: Tracker
}

/** A new office. */
export const UNLEARNED: Learned = { history: {}, clock: EVEN, absences: {}, tracker: UNTAUGHT }

const KEPT = 150

/** What the visits of the last days say of a day. */
export function learnedOf(visits: readonly PastVisit[], date: LocalDate, tracker: Tracker): Learned {
  const alike = visits.map(v => movedTo(date, v))
  const absences = absencesOf(alike)
  // Several services in one go say when their counter was taken, and of no service how long it takes.
  const seen = withoutAbsences(alike, absences).filter(v => (v.parts ?? 1) === 1)
  return { history: historyOf(seen, date), clock: clockPaceOf(seen), absences, tracker }
}

/** How long the visits of the last days took, per service; those of the same weekday first, then the latest. */
export function historyOf(visits: readonly PastVisit[], date: LocalDate): Learned['history'] {
  const alike = (v: PastVisit) => Number(weekday(v.date) === weekday(date))
  const ordered = [...visits].sort(
    (a, b) => alike(b) - alike(a) || b.date.localeCompare(a.date) || b.calledAt - a.calledAt,
  )
  return Object.fromEntries(
    [...grouped(ordered, v => v.serviceId)].map(([id, own]) => [
      id,
      own.slice(0, KEPT).map(v => v.endedAt - v.calledAt),
    ]),
  )
}

/** A visit of another day as if it had been on this one, at the same time of the clock. */
function movedTo(date: LocalDate, v: PastVisit): PastVisit {
  const ms = Math.round((Date.parse(date) - Date.parse(v.date)) / DAY) * DAY
  return { ...v, queuedAt: v.queuedAt + ms, calledAt: v.calledAt + ms, endedAt: v.endedAt + ms }
}
