import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from './database.ts'

/** Tickets from a date on whose holders want to be told: by a phone's channel or in a browser. */
export async function listenersFrom({ kysely }: Database, office: string, from: LocalDate): Promise<readonly string[]> {
  const phones = await kysely
    .selectFrom('holders')
    .select('ticket_id')
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('channel', 'is not', null)
    .execute()
  const browsers = await kysely
    .selectFrom('push_subscriptions')
    .innerJoin('tickets', 'tickets.id', 'push_subscriptions.ticket_id')
    .select('push_subscriptions.ticket_id')
    .where('tickets.office', '=', office)
    .where('tickets.date', '>=', from)
    .execute()
  return [...phones, ...browsers].map(r => r.ticket_id)
}
