import type { LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './database.ts'
import type { TicketsTable } from './tables.ts'

/** A ticket as a row, with its first call. */
export type StoredTicket = TicketsTable

/** Where a ticket stands: its office, its day and its place in that day. */
export async function ticketById(
  { kysely }: Database,
  id: string,
): Promise<{ readonly office: string; readonly date: LocalDate; readonly no: number } | undefined> {
  return kysely.selectFrom('tickets').select(['office', 'date', 'no']).where('id', '=', id).executeTakeFirst()
}

/** The tickets of an office whose holders came, from one date to another, both included, in the order taken. */
export async function ticketsBetween(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly StoredTicket[]> {
  return kysely
    .selectFrom('tickets')
    .selectAll()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('arrived_at', 'is not', null)
    .orderBy('date')
    .orderBy('no')
    .execute()
}
