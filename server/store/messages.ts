import { sql } from 'kysely'
import type { Channel, MessageKind, MessageState, MessageValues } from '../../shared/messages/message.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { Lang } from '../../shared/kit/words.ts'
import type { Database } from './open/database.ts'
import type { MessagesTable } from './schema/tables.ts'

/** One message of the outbox with its address still sealed. */
export interface StoredMessage {
  readonly id: string
  readonly office: string
  readonly ticketId: string
  readonly kind: MessageKind
  readonly occasion: string
  readonly channel: Channel
  readonly sealedAddress: string | null
  readonly lang: Lang
  readonly values: MessageValues
  readonly tries: number
  readonly nextAt: Instant
  readonly createdAt: Instant
}

export type NewMessage = Omit<StoredMessage, 'tries'>

/** `false` when the same occasion of the same ticket was written before. */
export async function insertMessage({ kysely }: Database, message: NewMessage): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto('messages')
    .values({
      id: message.id,
      office: message.office,
      ticket_id: message.ticketId,
      kind: message.kind,
      occasion: message.occasion,
      channel: message.channel,
      address: message.sealedAddress,
      lang: message.lang,
      values: JSON.stringify(message.values),
      state: 'queued',
      tries: 0,
      next_at: message.nextAt,
      created_at: message.createdAt,
      last_error: null,
    })
    .onConflict(c => c.columns(['ticket_id', 'kind', 'occasion']).doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Messages whose time has come, the longest due first. */
export async function dueMessages({ kysely }: Database, now: Instant, most: number): Promise<readonly StoredMessage[]> {
  const rows = await kysely
    .selectFrom('messages')
    .selectAll()
    .where('state', '=', 'queued')
    .where('next_at', '<=', now)
    .orderBy('next_at')
    .limit(most)
    .execute()
  return rows.map(messageOf)
}

/** Takes a message for one try, until `nextAt`; of several processes one gets it. */
export async function claimMessage({ kysely }: Database, message: StoredMessage, nextAt: Instant): Promise<boolean> {
  const { numUpdatedRows } = await kysely
    .updateTable('messages')
    .set({ next_at: nextAt, tries: message.tries + 1 })
    .where('id', '=', message.id)
    .where('state', '=', 'queued')
    .where('tries', '=', message.tries)
    .where('next_at', '=', message.nextAt)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

export async function postponeMessage({ kysely }: Database, id: string, nextAt: Instant, code: string): Promise<void> {
  await kysely
    .updateTable('messages')
    .set({ next_at: nextAt, last_error: code })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}

/** Ends a message; from then on neither its address nor its words are needed. */
export async function endMessage(
  { kysely }: Database,
  id: string,
  end: { readonly state: Exclude<MessageState, 'queued'>; readonly at: Instant; readonly code: string | null },
): Promise<void> {
  await kysely
    .updateTable('messages')
    .set({
      state: end.state,
      address: null,
      values: '{}',
      last_error: end.code,
      ...(end.state === 'sent' ? { sent_at: end.at } : {}),
    })
    .where('id', '=', id)
    .where('state', '=', 'queued')
    .execute()
}

/** How many messages of each kind and state an office has, and how they fared. */
export async function messageCounts({ kysely }: Database, office: string) {
  const rows = await kysely
    .selectFrom('messages')
    .select(['kind', 'state', 'last_error'])
    .select(e => [
      e.fn.countAll<number>().as('n'),
      e.fn.min('created_at').as('oldest'),
      sql<number>`sum(case when tries > 1 then tries - 1 else 0 end)`.as('retries'),
    ])
    .where('office', '=', office)
    .groupBy(['kind', 'state', 'last_error'])
    .execute()
  return rows.map(r => ({
    kind: r.kind,
    state: r.state,
    code: r.last_error,
    n: Number(r.n),
    oldest: Number(r.oldest),
    retries: Number(r.retries),
  }))
}

/** Messages of all offices by state. */
export async function messagesByState({ kysely }: Database): Promise<Readonly<Record<string, number>>> {
  const rows = await kysely
    .selectFrom('messages')
    .select('state')
    .select(e => e.fn.countAll<number>().as('n'))
    .groupBy('state')
    .execute()
  return Object.fromEntries(rows.map(r => [r.state, Number(r.n)]))
}

function messageOf(row: MessagesTable): StoredMessage {
  return {
    id: row.id,
    office: row.office,
    ticketId: row.ticket_id,
    kind: row.kind,
    occasion: row.occasion,
    channel: row.channel,
    sealedAddress: row.address,
    lang: row.lang,
    values: JSON.parse(row.values) as MessageValues,
    tries: row.tries,
    nextAt: row.next_at,
    createdAt: row.created_at,
  }
}
