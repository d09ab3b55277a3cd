import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'

/** A booking that stands, with the marks of where it came from; nothing of who made it. */
export interface LiveBooking {
  readonly no: number
  readonly date: LocalDate
  readonly number: string
  readonly serviceId: string
  readonly madeAt: Instant
  readonly device: string | null
  readonly network: string | null
  readonly hasContact: boolean
}

/** Bookings of the public that stand, from a date on. */
export async function liveBookings(
  { kysely }: Database,
  office: string,
  from: LocalDate,
): Promise<readonly LiveBooking[]> {
  const rows = await kysely
    .selectFrom('holders')
    .innerJoin('tickets', 'tickets.id', 'holders.ticket_id')
    .select([
      'tickets.no',
      'tickets.date',
      'tickets.number',
      'tickets.service_id',
      'holders.made_at',
      'holders.device',
      'holders.network',
      'holders.phone_key',
    ])
    .where('holders.office', '=', office)
    .where('holders.date', '>=', from)
    .where('holders.helped_by', 'is', null)
    .where('tickets.state', 'in', ['booked', 'offered', 'waitlisted'])
    .orderBy('holders.made_at')
    .execute()
  return rows.map(r => ({
    no: r.no,
    date: r.date,
    number: r.number,
    serviceId: r.service_id,
    madeAt: r.made_at,
    device: r.device,
    network: r.network,
    hasContact: r.phone_key !== null,
  }))
}
