import { foundIn } from '../../kit/found-in.ts'
import { grouped } from '../../kit/grouped.ts'
import { mean, quantile } from '../../kit/stats.ts'
import { MINUTE, type Instant } from '../../kit/time.ts'
import { currentAt, type QueueDay } from '../day.ts'
import type { PastVisit } from './clock-pace.ts'

/** A stretch of a day in which a counter is expected to take nobody, and by when it began at the latest on other days. */
export interface Absence {
  readonly from: Instant
  readonly to: Instant
  readonly by: Instant
}

/** Absences that recur by the clock, marked or not: lunch in shifts, late openings; per counter, in their order. */
export type Absences = Readonly<Record<string, readonly Absence[]>>

const LEAST_DAYS = 4
const LEAST_MS = 15 * MINUTE
/** So many visits would have begun there meanwhile on all the days together: by chance none of them does once in 10,000 times. */
const MISSED = 12
/** Whoever waits so long while a counter of their service has nobody waits for it to be there. */
const NOTICED_MS = 2 * MINUTE

/** `since`: from when on somebody waited there in vain, so that its officer had nothing to do before; else its beginning. */
type Silence = Pick<Absence, 'from' | 'to'> & { readonly since: Instant }

/** When each counter took nobody on any of the days before though somebody waited; all days laid upon one another. */
export function absencesOf(visits: readonly PastVisit[]): Absences {
  const days = [...grouped(visits, v => v.date).values()]
  const counters = new Set(visits.map(v => v.counterId))
  return Object.fromEntries([...counters].map(id => [id, absencesAt(id, days)]))
}

function absencesAt(counterId: string, days: readonly (readonly PastVisit[])[]): readonly Absence[] {
  const worked = days.filter(day => day.some(v => v.counterId === counterId))
  if (worked.length < LEAST_DAYS) return []
  const opening = Math.max(...worked.map(day => Math.min(...day.map(v => v.calledAt))))
  const long = ({ from, to }: Pick<Silence, 'from' | 'to'>) => to - Math.max(from, opening)
  const usual = quantile(
    worked.flatMap(day => day.filter(v => v.counterId === counterId).map(v => v.endedAt - v.calledAt)),
    0.5,
  )!
  const least = Math.max(LEAST_MS, (MISSED * usual) / worked.length)
  const silences = worked.map(day => silencesAt(counterId, day).filter(s => long(s) >= least))
  const common = silences.reduce<readonly (readonly Silence[])[]>(
    (sets, own) => sets.flatMap(set => own.map(s => [...set, s]).filter(joined => long(sharedBy(joined)) >= least)),
    [[]],
  )
  return common
    .map(set => ({ ends: set.flatMap(s => (s.to === Infinity ? [] : [s.to])), set, by: sharedBy(set).from }))
    .filter(({ ends }) => ends.length >= LEAST_DAYS)
    .map(({ ends, set, by }) => ({ from: mean(set.map(s => Math.min(s.since, by)))!, to: mean(ends)!, by }))
    .sort((a, b) => a.to - b.to)
}

function sharedBy(silences: readonly Silence[]): Pick<Silence, 'from' | 'to'> {
  return { from: Math.max(...silences.map(s => s.from)), to: Math.min(...silences.map(s => s.to)) }
}

/** Stretches of one day in which a counter neither called nor let anybody go: one long visit, or nobody there while people wait. */
function silencesAt(counterId: string, day: readonly PastVisit[]): readonly Silence[] {
  const own = day.filter(v => v.counterId === counterId).sort((a, b) => a.calledAt - b.calledAt)
  const services = new Set(own.map(v => v.serviceId))
  const begins = (from: Instant, to: Instant) =>
    day.flatMap(({ serviceId, queuedAt, calledAt }) => {
      const since = Math.max(from, queuedAt)
      return services.has(serviceId) && Math.min(to, calledAt) - since >= NOTICED_MS ? [since] : []
    })
  const starts = [-Infinity, ...own.map(v => v.endedAt)]
  const between = own.flatMap((v, i) => {
    const [from, to] = [starts[i]!, v.calledAt]
    const since = to - from >= LEAST_MS ? begins(from, to) : []
    return since.length > 0 ? [{ from, to, since: Math.min(...since) }] : []
  })
  const last = starts.at(-1)!
  return [
    ...between,
    ...own.map(v => ({ from: v.calledAt, to: v.endedAt, since: v.calledAt })),
    { from: last, to: Infinity, since: last },
  ]
}

/** The visits but those that an absence drew out, which say nothing of the pace. */
export function withoutAbsences(visits: readonly PastVisit[], absences: Absences): readonly PastVisit[] {
  const drawnOut =
    (v: PastVisit) =>
    ({ by, to }: Absence) =>
      v.calledAt <= by && v.endedAt > (by + to) / 2
  return visits.filter(v => !foundIn(absences, v.counterId)?.some(drawnOut(v)))
}

/** Absences of a counter that are still to come, and the present one while it has done nothing since it began. */
export function absencesAhead(day: QueueDay, counterId: string, absences: Absences, now: Instant): readonly Absence[] {
  const acted = Math.max(
    foundIn(day.counters, counterId)?.freeSince ?? -Infinity,
    currentAt(day, counterId)?.calledAt ?? -Infinity,
  )
  return (foundIn(absences, counterId) ?? []).filter(({ from, to, by }) => to > now && (from > now || acted <= by))
}
