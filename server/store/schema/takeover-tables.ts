import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { TakeoverEnd, TakeoverReason } from '../../../shared/queue/leaving.ts'

/** A counter that was taken over: for its absent officer to read, and to answer. */
export interface TakeoversTable {
  /** Made of its event, so that it is written once. */
  readonly id: string
  readonly office: string
  readonly date: LocalDate
  readonly at: Instant
  readonly counter_id: string
  readonly officer_id: string
  readonly by_id: string
  readonly reason: TakeoverReason
  readonly number: string | null
  readonly ticket_end: TakeoverEnd | null
  /** What the two wrote, sealed; it may name people, so it stands in no journal and goes after a while. */
  readonly note: string | null
  readonly answer: string | null
  readonly seen_at: Instant | null
}

/** The table of counters that were taken over. */
export async function takeoverTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('takeovers')
    .addColumn('id', 'text', c => c.notNull().primaryKey())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('counter_id', 'text', c => c.notNull())
    .addColumn('officer_id', 'text', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('number', 'text')
    .addColumn('ticket_end', 'text')
    .addColumn('note', 'text')
    .addColumn('answer', 'text')
    .addColumn('seen_at', 'bigint')
    .execute()
  await db.schema.createIndex('takeovers_officer').on('takeovers').columns(['officer_id', 'at']).execute()
}
