import type { LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { Outage, VisitFact } from './facts.ts'
import type { Period } from './own-record.ts'
import { isServed } from './record.ts'
import { staysOf, visitOf } from './stays.ts'

/** Services finished; of how many the time is held against a standard, and how many were within it. */
export interface Work {
  readonly served: number
  readonly judged: number
  readonly within: number
}

/** An officer, and the days of whom alone the work counts. */
export interface Worked {
  readonly id: string
  readonly days: readonly Period[]
}

/** A visit without what its line, its booking and its ticket say. */
export type WorkFact = Omit<
  VisitFact,
  'queuedAt' | 'priority' | 'booked' | 'promised' | 'ticketState' | 'ticketLeftPart'
>

/** How the ticket stands tells apart who came back, which is no service done. */
const NO_TICKET = { queuedAt: null, priority: false, ticketState: 'done' } as const

const asVisit = (visit: WorkFact): VisitFact => ({ ...visit, ...NO_TICKET })

/** What each of some officers finished; it grows by the visits of whole days of the unit, each day once. */
export function teamWork(members: readonly Worked[], office: Pick<OfficeInfo, 'services'>) {
  const standards = new Map(office.services.map(s => [s.id, s.standardMinutes]))
  const sums = new Map(members.map(m => [m.id, { served: 0, judged: 0, within: 0 }]))
  const days = new Map(members.map(m => [m.id, m.days]))
  const counts = (officer: string, date: LocalDate) => days.get(officer)?.some(d => d.from <= date && date <= d.to)
  return {
    sums: sums as ReadonlyMap<string, Work>,
    /** Adds `visits` in the order in which they ended. */
    add(visits: readonly WorkFact[], outages: readonly Outage[]): void {
      for (const stay of staysOf(visits.map(asVisit), outages)) {
        const sum = sums.get(stay.officerId)
        if (!sum || !isServed(stay.outcome) || !counts(stay.officerId, stay.date)) continue
        const { withinStandard } = visitOf(stay, standards.get(stay.serviceId))
        sum.served += 1
        if (withinStandard === undefined) continue
        sum.judged += 1
        if (withinStandard) sum.within += 1
      }
    },
  }
}
