import type { LocalDate } from '../kit/time.ts'
import type { Way } from './ways.ts'

/** What an officer finished of one service on a day. */
export interface WorkPart {
  readonly officerId: string
  readonly serviceId: string
  /** Services done, those without a service time included. */
  readonly served: number
  /** Service times in milliseconds, by the way in which people came. */
  readonly times: Readonly<Record<Way, readonly number[]>>
}

/** All that was finished in a unit on a day: what team and colleagues are counted from, without the single visits. */
export interface DayWork {
  readonly date: LocalDate
  readonly parts: readonly WorkPart[]
}

/** All service times of a part. */
export function timesIn({ times }: Pick<WorkPart, 'times'>): readonly number[] {
  return [...times.walkIn, ...times.booked, ...times.sentOn]
}
