import type { ShowHistory } from '../../shared/booking/overbook.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { TicketsTable } from './schema/tables.ts'

/** A ticket as a row, with its first call. */
export type StoredTicket = TicketsTable

/** Where a ticket stands: its office, its day and its place in that day. */
export async function ticketById(
  { kysely }: Database,
  id: string,
): Promise<{ readonly office: string; readonly date: LocalDate; readonly no: number } | undefined> {
  return kysely.selectFrom('tickets').select(['office', 'date', 'no']).where('id', '=', id).executeTakeFirst()
}

/** Dates from one on for which somebody has booked. */
export async function bookedDates(
  { kysely }: Database,
  office: string,
  from: LocalDate,
): Promise<readonly LocalDate[]> {
  const rows = await kysely
    .selectFrom('tickets')
    .select('date')
    .distinct()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('booked_at', 'is not', null)
    .execute()
  return rows.map(r => r.date)
}

const STILL_OPEN = ['waitlisted', 'offered', 'booked', 'waiting', 'called', 'serving', 'parked'] as const

/** Dates, from one on and before another, on which a ticket has not ended. */
export async function openDates(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  before: LocalDate,
): Promise<readonly LocalDate[]> {
  const rows = await kysely
    .selectFrom('tickets')
    .select('date')
    .distinct()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<', before)
    .where('state', 'in', STILL_OPEN)
    .execute()
  return rows.map(r => r.date)
}

/** Of the bookings of past days, for each service: how many there were, and how many of them came. */
export async function shownOf(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  before: LocalDate,
): Promise<ReadonlyMap<string, ShowHistory>> {
  const rows = await kysely
    .selectFrom('tickets')
    .select(e => ['service_id', e.fn.countAll().as('booked'), e.fn.count('arrived_at').as('came')])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<', before)
    .where('slot_start', 'is not', null)
    // Whom the office did not get to says nothing of those who come.
    .where('state', 'not in', ['cancelled', 'unserved'])
    .groupBy('service_id')
    .execute()
  return new Map(rows.map(r => [r.service_id, { booked: Number(r.booked), cameCount: Number(r.came) }]))
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
