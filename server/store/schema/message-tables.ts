import type { Kysely } from 'kysely'

/** The outbox, the browsers that asked to be told, and the chat messages seen lately. */
export async function messageTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('messages')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('ticket_id', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('occasion', 'text', c => c.notNull())
    .addColumn('channel', 'text', c => c.notNull())
    .addColumn('address', 'text')
    .addColumn('lang', 'text', c => c.notNull())
    .addColumn('values', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('tries', 'integer', c => c.notNull())
    .addColumn('next_at', 'bigint', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addColumn('sent_at', 'bigint')
    .addColumn('last_error', 'text')
    .addUniqueConstraint('messages_once', ['ticket_id', 'kind', 'occasion'])
    .execute()
  await db.schema.createIndex('messages_due').on('messages').columns(['state', 'next_at']).execute()
  await db.schema.createIndex('messages_office').on('messages').columns(['office', 'kind', 'state']).execute()

  await db.schema
    .createTable('push_subscriptions')
    .addColumn('ticket_id', 'text', c => c.notNull())
    .addColumn('endpoint_hash', 'text', c => c.notNull())
    .addColumn('sealed', 'text', c => c.notNull())
    .addColumn('lang', 'text', c => c.notNull())
    .addColumn('created_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('push_subscriptions_pk', ['ticket_id', 'endpoint_hash'])
    .execute()
  await db.schema.createIndex('push_subscriptions_endpoint').on('push_subscriptions').column('endpoint_hash').execute()

  await db.schema
    .createTable('inbound')
    .addColumn('id_hash', 'text', c => c.primaryKey().notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('inbound_at').on('inbound').column('at').execute()
}
