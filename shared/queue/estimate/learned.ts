import { weekday, type LocalDate } from '../../kit/time.ts'
import { grouped } from '../../kit/grouped.ts'
import { EVEN, type ClockPace, type Visit } from './clock-pace.ts'
import { UNTAUGHT, type Tracker } from './tracker.ts'

/** What an office knows from other days. */
export interface Learned {
  /** Milliseconds from call to the counter being free again of visits of the last days, per service. */
  readonly history: Readonly<Record<string, readonly number[]>>
  /** How slow the office is by the clock. */
  readonly clock: ClockPace
  readonly tracker: Tracker
}

/** A new office. */
export const UNLEARNED: Learned = { history: {}, clock: EVEN, tracker: UNTAUGHT }

/** A visit of another day. */
export interface PastVisit extends Visit {
  readonly date: LocalDate
}

const KEPT = 150

/** How long the visits of the last days took, per service; those of the same weekday first, then the latest. */
export function historyOf(visits: readonly PastVisit[], date: LocalDate): Learned['history'] {
  const alike = (v: PastVisit) => Number(weekday(v.date) === weekday(date))
  const ordered = [...visits].sort((a, b) => alike(b) - alike(a) || b.calledAt - a.calledAt)
  return Object.fromEntries(
    [...grouped(ordered, v => v.serviceId)].map(([id, own]) => [
      id,
      own.slice(0, KEPT).map(v => v.endedAt - v.calledAt),
    ]),
  )
}
