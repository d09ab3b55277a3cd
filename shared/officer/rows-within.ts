import { grouped } from '../kit/grouped.ts'
import type { LocalDate } from '../kit/time.ts'
import type { Holding } from '../office/former.ts'
import { ticketKey, type TicketFact, type UnitRows, type VisitFact } from './facts.ts'

/**
 * The rows of some services on the days on which they were held, all of them where none are named. A stay counts for the service that it was of, and a ticket for
 * the one that its holder came for: whoever is sent on to another agency came for the first, and is served by both.
 */
export function rowsWithin(rows: UnitRows, held: readonly Holding[] | undefined): UnitRows {
  if (held === undefined) return rows
  const of = grouped(held, h => h.service)
  const own = (service: string, date: LocalDate) => of.get(service)?.some(h => h.from <= date && date <= h.to) === true
  const cameFor = cameForOf(rows.visits)
  return {
    tickets: rows.tickets.filter(t => own(cameFor(t), t.date)),
    visits: rows.visits.filter(v => own(v.serviceId, v.date)),
    // Whoever came for one agency may stand in the line of another: the wait is that one's.
    lines: { own: rows.tickets.filter(t => own(t.serviceId, t.date)), all: rows.tickets },
    outages: rows.outages.filter(o => of.has(o.serviceId)),
  }
}

/** For which service the holder of a ticket came: the first of its visits, and its present one before any; visits in their order. */
export function cameForOf(
  visits: readonly Pick<VisitFact, 'date' | 'no' | 'serviceId'>[],
): (ticket: Pick<TicketFact, 'date' | 'no' | 'serviceId'>) => string {
  const first = new Map<string, string>()
  for (const visit of visits) if (!first.has(ticketKey(visit))) first.set(ticketKey(visit), visit.serviceId)
  return ticket => first.get(ticketKey(ticket)) ?? ticket.serviceId
}
