import type { Instant } from '../../shared/kit/time.ts'
import type { Lang } from '../../shared/kit/words.ts'
import type { Database } from './open/database.ts'

const MOST_PER_TICKET = 5
const BATCH = 200

/** A browser that asked to be told about one ticket. */
export interface Subscription {
  readonly ticketId: string
  readonly endpointHash: string
  readonly sealed: string
  readonly lang: Lang
}

/** Keeps a browser's subscription; the same browser again replaces its own, and the oldest of too many goes. */
export async function saveSubscription(db: Database, subscription: Subscription, at: Instant): Promise<void> {
  const { ticketId, endpointHash, sealed, lang } = subscription
  const { kysely } = db
  const newest = kysely
    .selectFrom('push_subscriptions')
    .select('endpoint_hash')
    .where('ticket_id', '=', ticketId)
    .orderBy('created_at', 'desc')
    .orderBy('endpoint_hash')
    .limit(MOST_PER_TICKET)
  await db.atomic([
    kysely
      .insertInto('push_subscriptions')
      .values({ ticket_id: ticketId, endpoint_hash: endpointHash, sealed, lang, created_at: at })
      .onConflict(c => c.columns(['ticket_id', 'endpoint_hash']).doUpdateSet({ sealed, lang, created_at: at }))
      .compile(),
    kysely
      .deleteFrom('push_subscriptions')
      .where('ticket_id', '=', ticketId)
      .where('endpoint_hash', 'not in', newest)
      .compile(),
  ])
}

export async function subscriptionsOf({ kysely }: Database, ticketId: string): Promise<readonly Subscription[]> {
  const rows = await kysely
    .selectFrom('push_subscriptions')
    .selectAll()
    .where('ticket_id', '=', ticketId)
    .orderBy('created_at')
    .execute()
  return rows.map(r => ({ ticketId, endpointHash: r.endpoint_hash, sealed: r.sealed, lang: r.lang }))
}

/** A browser that no longer asks to be told about one ticket; it may still ask about others. */
export async function deleteSubscription({ kysely }: Database, ticketId: string, endpointHash: string): Promise<void> {
  await kysely
    .deleteFrom('push_subscriptions')
    .where('ticket_id', '=', ticketId)
    .where('endpoint_hash', '=', endpointHash)
    .execute()
}

/** Forgets a browser that its push service no longer knows. */
export async function deleteEndpoint({ kysely }: Database, endpointHash: string): Promise<void> {
  await kysely.deleteFrom('push_subscriptions').where('endpoint_hash', '=', endpointHash).execute()
}

/** Removes every address and word kept for these tickets; that there was a message, and how it ended, stays. */
export async function forgetAddresses(db: Database, ticketIds: readonly string[]): Promise<void> {
  const { kysely } = db
  for (let from = 0; from < ticketIds.length; from += BATCH) {
    const some = ticketIds.slice(from, from + BATCH)
    await db.atomic([
      kysely.deleteFrom('push_subscriptions').where('ticket_id', 'in', some).compile(),
      kysely
        .updateTable('messages')
        .set({ state: 'dropped', address: null, values: '{}', last_error: 'FORGOTTEN' })
        .where('ticket_id', 'in', some)
        .where('state', '=', 'queued')
        .compile(),
    ])
  }
}
