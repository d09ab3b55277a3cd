import { ticketKey, type UnitRows } from './facts.ts'

/**
 * The rows of some services, all of them where none are named. A stay counts for the service that it was of, and a ticket for
 * the one that its holder came for: whoever is sent on to another agency came for the first, and is served by both.
 */
export function rowsWithin(rows: UnitRows, services: readonly string[] | undefined): UnitRows {
  if (services === undefined) return rows
  const own = new Set(services)
  const cameFor = new Map<string, string>()
  for (const visit of rows.visits) if (!cameFor.has(ticketKey(visit))) cameFor.set(ticketKey(visit), visit.serviceId)
  return {
    tickets: rows.tickets.filter(t => own.has(cameFor.get(ticketKey(t)) ?? t.serviceId)),
    visits: rows.visits.filter(v => own.has(v.serviceId)),
    outages: rows.outages.filter(o => own.has(o.serviceId)),
  }
}
