import type { Random } from '../kit/random.ts'
import { MINUTE } from '../kit/time.ts'
import type { DayPlan } from '../queue/day.ts'
import type { Score } from '../survey/instruments.ts'

/** How many made-up citizens come, within how long. */
export const CITIZENS = 40
export const ARRIVALS_MS = 10 * MINUTE

/** Of a hundred: who has priority, who gives up waiting, and who rates the visit. */
const PRIORITY = 15
const LEAVING = 10
const RATING = 30

/** A made-up citizen of a rehearsal: when they come, counted from its start, what for, and what they do afterwards. */
export interface Citizen {
  readonly after: number
  readonly serviceId: string
  readonly priority: boolean
  /** So long after taking the number they give up waiting; `null`: they stay. */
  readonly leaves: number | null
  /** What they think of the visit; `null`: they say nothing. */
  readonly rating: Score | null
}

/** The services that somebody may take a number for today, and that a counter serves. */
export function servedToday({ services, counters }: DayPlan): readonly string[] {
  return services.filter(s => s.open && counters.some(c => c.services.includes(s.id))).map(s => s.id)
}

/** Everybody who comes, in the order of coming; nobody where nothing is served. Each service has somebody while there are enough. */
export function madeUpCitizens(services: readonly string[], draw: Random): readonly Citizen[] {
  if (services.length === 0) return []
  const below = (n: number) => Math.floor(draw() * n)
  const among = (share: number) => below(100) < share
  return Array.from({ length: CITIZENS }, (_, i) => ({
    // One in each fortieth part, so that a hall is neither empty nor stormed; the first one comes at once.
    after: i === 0 ? 0 : Math.floor(((i + draw()) * ARRIVALS_MS) / CITIZENS),
    serviceId: services[i < services.length ? i : below(services.length)]!,
    priority: among(PRIORITY),
    leaves: among(LEAVING) ? 2 * MINUTE + below(4 * MINUTE) : null,
    rating: among(RATING) ? ((1 + Math.max(below(4), below(4))) as Score) : null,
  }))
}
