import { grouped } from '../kit/grouped.ts'
import { ticketKey, type VisitFact } from './facts.ts'
import { isServed } from './record.ts'

/** The ways in which people come to a service done. */
export const WAYS = ['walkIn', 'booked', 'sentOn'] as const
export type Way = (typeof WAYS)[number]

/** Services done by the way in which people came. */
type Came = Readonly<Record<Way, number>>

/** How people came to an officer: each service done is in one of the three ways. */
export interface Ways extends Came {
  /** The same of each service, by its id. */
  readonly services: readonly (Came & { readonly serviceId: string })[]
  /** Visits that a colleague sent on and the officer got, whatever became of them. */
  readonly transferredIn: number
  /** By counter, the one with most services done first: services done, and days with a visit. */
  readonly counters: readonly { readonly counterId: string; readonly served: number; readonly days: number }[]
}

/** In which way people came to each of these visits, in the order they ended: sent on from another service, step or colleague, else booked or not; undefined of what was not done. */
export function waysOfVisits(visits: readonly VisitFact[]): readonly (Way | undefined)[] {
  const before = new Map<string, VisitFact>()
  return visits.map(visit => {
    const last = before.get(ticketKey(visit))
    before.set(ticketKey(visit), visit)
    if (!isServed(visit.outcome)) return undefined
    const isSentOn = last !== undefined && ['transferred', 'step', 'takenOver'].includes(last.outcome)
    return isSentOn ? 'sentOn' : visit.booked ? 'booked' : 'walkIn'
  })
}

/**
 * How people came to an officer and where they were served, from the visits of all whose tickets the officer had a hand in, in the
 * order they ended. The three ways add up to the services done, and so do those of each service.
 * @example waysOf('p1', []).walkIn // 0
 */
export function waysOf(officerId: string, visits: readonly VisitFact[]): Ways {
  const came = waysOfVisits(visits)
  const own = visits.flatMap((visit, i) => (visit.officerId === officerId ? [{ visit, way: came[i] }] : []))
  const count = (of: readonly { readonly way: Way | undefined }[]) => ({
    walkIn: of.filter(o => o.way === 'walkIn').length,
    booked: of.filter(o => o.way === 'booked').length,
    sentOn: of.filter(o => o.way === 'sentOn').length,
  })
  const services = [
    ...grouped(
      own.filter(o => o.way !== undefined),
      o => o.visit.serviceId,
    ),
  ].map(([serviceId, of]) => ({ serviceId, ...count(of) }))
  const counters = [...grouped(own, o => o.visit.counterId)].map(([counterId, of]) => ({
    ...{ counterId, served: of.filter(o => o.way !== undefined).length },
    days: new Set(of.map(o => o.visit.date)).size,
  }))
  return {
    ...count(own),
    services: services.sort((a, b) => (a.serviceId < b.serviceId ? -1 : 1)),
    transferredIn: transferredTo(officerId, visits),
    counters: counters.sort((a, b) => b.served - a.served || (a.counterId < b.counterId ? -1 : 1)),
  }
}

/** Visits that a colleague sent on and the officer got. */
function transferredTo(officerId: string, visits: readonly VisitFact[]): number {
  const before = new Map<string, VisitFact>()
  let n = 0
  for (const visit of visits) {
    const last = before.get(ticketKey(visit))
    before.set(ticketKey(visit), visit)
    if (visit.officerId === officerId && last?.outcome === 'transferred' && last.officerId !== officerId) n++
  }
  return n
}
