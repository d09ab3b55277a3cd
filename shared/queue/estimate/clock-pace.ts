import { grouped } from '../../kit/grouped.ts'
import { mean } from '../../kit/stats.ts'
import { DAY, MINUTE, type Instant, type LocalDate } from '../../kit/time.ts'

const SLOT = 30 * MINUTE
const SLOTS = DAY / SLOT
const LEAST_SEEN = 12
/** One visit that lasts for ever says no more than this. */
export const MOST_RATIO = 2.5
/** A difference is believed only as far as it exceeds so many times its own noise. */
const NOISE = 2

/** A visit, from its call until the counter was free again. */
export interface Visit {
  readonly serviceId: string
  readonly calledAt: Instant
  readonly endedAt: Instant
  /** Services done in one go, of which nobody knows how long each took; absent where it was one. */
  readonly parts?: number
}

/** A visit of another day. */
export interface PastVisit extends Visit {
  readonly date: LocalDate
  readonly counterId: string
  /** When the line was joined from which it was called. */
  readonly queuedAt: Instant
}

/** How slow visits are that begin in each half hour of the clock, against those of the whole day. */
export type ClockPace = readonly number[]

/** Every hour alike. */
export const EVEN: ClockPace = []

/** How slow an office has been by the clock on other days, over all services together. */
export function clockPaceOf(visits: readonly Visit[]): ClockPace {
  const usual = new Map(
    [...grouped(visits, v => v.serviceId)].map(
      ([id, own]) => [id, mean(own.map(v => v.endedAt - v.calledAt))!] as const,
    ),
  )
  const slots = grouped(visits, v => String(slotOf(v.calledAt)))
  return Array.from({ length: SLOTS }, (_, slot) => {
    const ratios = (slots.get(String(slot)) ?? []).map(v =>
      Math.min(MOST_RATIO, (v.endedAt - v.calledAt) / usual.get(v.serviceId)!),
    )
    if (ratios.length < LEAST_SEEN) return 1
    const ratio = mean(ratios)!
    return believed(ratio, mean(ratios.map(r => (r - ratio) ** 2))! / ratios.length)
  })
}

/** How slow a visit is that begins at an instant. */
export function paceAt(pace: ClockPace, at: Instant): number {
  return pace[slotOf(at)] ?? 1
}

/** A ratio, as far as chance does not explain its distance from one (James and Stein, positive part). */
export function believed(ratio: number, variance: number): number {
  const away = ratio - 1
  return away === 0 ? 1 : 1 + Math.max(0, 1 - (NOISE * NOISE * variance) / away ** 2) * away
}

function slotOf(at: Instant): number {
  return Math.floor((at % DAY) / SLOT)
}
