import { grouped } from '../kit/grouped.ts'
import { ticketKey, type VisitFact } from './facts.ts'
import { isServed } from './record.ts'

/** How people came to an officer: each service done is in one of the three ways. */
export interface Ways {
  readonly walkIn: number
  readonly booked: number
  /** Sent on from another service or step, or taken over from a colleague. */
  readonly sentOn: number
  /** Visits that a colleague sent on and the officer got, whatever became of them. */
  readonly transferredIn: number
  /** By counter, the one with most services done first: services done, and days with a visit. */
  readonly counters: readonly { readonly counterId: string; readonly served: number; readonly days: number }[]
}

/**
 * How people came to an officer and where they were served, from the visits of all whose tickets the officer had a hand in, in the
 * order they ended. The three ways add up to the services done.
 * @example waysOf('p1', []).walkIn // 0
 */
export function waysOf(officerId: string, visits: readonly VisitFact[]): Ways {
  const before = new Map<string, VisitFact>()
  const count = { walkIn: 0, booked: 0, sentOn: 0, transferredIn: 0 }
  for (const visit of visits) {
    const last = before.get(ticketKey(visit))
    before.set(ticketKey(visit), visit)
    if (visit.officerId !== officerId) continue
    if (last?.outcome === 'transferred' && last.officerId !== officerId) count.transferredIn++
    if (!isServed(visit.outcome)) continue
    const isSentOn = last !== undefined && ['transferred', 'step', 'takenOver'].includes(last.outcome)
    count[isSentOn ? 'sentOn' : visit.booked ? 'booked' : 'walkIn']++
  }
  const counters = [
    ...grouped(
      visits.filter(v => v.officerId === officerId),
      v => v.counterId,
    ),
  ].map(([counterId, of]) => ({
    ...{ counterId, served: of.filter(v => isServed(v.outcome)).length },
    days: new Set(of.map(v => v.date)).size,
  }))
  return { ...count, counters: counters.sort((a, b) => b.served - a.served || (a.counterId < b.counterId ? -1 : 1)) }
}
