import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Call } from '../../../shared/officer/score/cells.ts'
import type { RatedStay } from '../../../shared/officer/score/circumstances.ts'
import type { Database } from '../open/database.ts'

/** Whether a ticket was booked, and its stays at counters in the order in which they ended. */
export async function staysOfTicket(
  { kysely }: Database,
  ticketId: string,
): Promise<{ readonly booked: boolean; readonly stays: readonly RatedStay[] } | undefined> {
  const ticket = await kysely
    .selectFrom('tickets')
    .select(['office', 'date', 'no', 'booked_at'])
    .where('id', '=', ticketId)
    .executeTakeFirst()
  if (!ticket) return undefined
  const { office, date, no } = ticket
  const rows = await kysely
    .selectFrom('visits as v')
    .select(['v.service_id', 'v.queued_at', 'v.called_at', 'v.ended_at'])
    .where('v.office', '=', office)
    .where('v.date', '=', date)
    .where('v.no', '=', no)
    .orderBy('v.seq')
    .execute()
  const stays = rows.map(row => ({
    serviceId: row.service_id,
    queuedAt: row.queued_at,
    calledAt: row.called_at,
    endedAt: row.ended_at,
  }))
  return { booked: ticket.booked_at !== null, stays }
}

/** Who called numbers out of the line of a service from one instant until before another; of visits that have ended by now. */
export async function callsBetween(
  { kysely }: Database,
  at: { readonly office: string; readonly date: LocalDate; readonly service: string },
  from: Instant,
  until: Instant,
): Promise<readonly Call[]> {
  const rows = await kysely
    .selectFrom('visits')
    .select(['officer_id', 'called_at'])
    .where('office', '=', at.office)
    .where('date', '=', at.date)
    .where('service_id', '=', at.service)
    .where('called_at', '>=', from)
    .where('called_at', '<', until)
    .where('queued_at', 'is not', null)
    .execute()
  return rows.map(row => ({ who: row.officer_id, service: at.service, at: row.called_at }))
}
