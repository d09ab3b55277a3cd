import { DAY, type LocalDate } from '../kit/time.ts'
import type { Outage, VisitFact } from './facts.ts'
import { isServed } from './record.ts'
import { measuredOf } from './stays.ts'
import { waysOfVisits, type Way } from './ways.ts'
import type { DayWork, WorkPart } from './work-parts.ts'

/** Raised when `dayWork` makes anything else of the same day: what is kept of days was made by the rule of its number. */
export const DAY_WORK_RULE = 1

/** What was finished on a day, from all its visits in the order in which they ended. How their tickets stand by now changes nothing of it. */
export function dayWork(date: LocalDate, visits: readonly VisitFact[], outages: readonly Outage[]): DayWork {
  const ways = waysOfVisits(visits)
  const parts = new Map<
    string,
    { -readonly [key in keyof WorkPart]: WorkPart[key] } & { times: Record<Way, number[]> }
  >()
  for (const [i, { outcome, serveMs }] of measuredOf(visits, outages).entries()) {
    if (!isServed(outcome)) continue
    const { officerId, serviceId } = visits[i]!
    const key = JSON.stringify([officerId, serviceId])
    const part = parts.get(key) ?? { officerId, serviceId, served: 0, times: { walkIn: [], booked: [], sentOn: [] } }
    parts.set(key, part)
    part.served += 1
    if (serveMs !== undefined) part.times[ways[i]!].push(serveMs)
  }
  return { date, parts: [...parts.values()] }
}

/** The outages that can have touched a day, whatever its clock: what its work depends on beside its visits. */
export function outagesOf(date: LocalDate, outages: readonly Outage[]): readonly Outage[] {
  const began = Date.parse(date)
  return outages.filter(o => o.since < began + 3 * DAY && (o.until ?? Infinity) > began - DAY)
}
