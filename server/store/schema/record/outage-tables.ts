import { sql, type Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'

/** An outage that somebody marked after its day, with what became of it. It is among the outages only while it stands. */
export interface LateOutagesTable {
  readonly id: string
  readonly office: string
  readonly date: LocalDate
  readonly service_id: string
  readonly reason: string
  readonly since: Instant
  readonly until: Instant
  /** Empty of one from before this was kept. */
  readonly marked_by: string
  readonly marked_at: Instant
  readonly agreed_by: string | null
  readonly agreed_at: Instant | null
  /** Who wants it taken back. */
  readonly back_by: string | null
  readonly back_at: Instant | null
  readonly gone_by: string | null
  readonly gone_at: Instant | null
  /** The officer who said that it is mistaken, in their words; once for each outage. */
  readonly objected_by: string | null
  readonly objected_at: Instant | null
  readonly objected_words: string | null
  /** Who said that it stays all the same, and why. */
  readonly kept_by: string | null
  readonly kept_at: Instant | null
  readonly kept_words: string | null
  /** The scores know that it stands, and that it is gone; `null` while that is still to be done. */
  readonly applied_at: Instant | null
  readonly gone_applied_at: Instant | null
}

/** What outages that are marked after their day add to the tables. */
export interface OutageTables {
  readonly late_outages: LateOutagesTable
}

/** Step `0050-late-outages`: a second person agrees to an outage that is marked after its day, and to taking it back. Those of before stand. */
export async function lateOutageTables(db: Kysely<unknown>): Promise<void> {
  let table = db.schema.createTable('late_outages').addColumn('id', 'text', c => c.primaryKey().notNull())
  for (const column of ['office', 'date', 'service_id', 'reason', 'marked_by'])
    table = table.addColumn(column, 'text', c => c.notNull())
  for (const column of ['since', 'until', 'marked_at']) table = table.addColumn(column, 'bigint', c => c.notNull())
  for (const column of ['agreed_by', 'back_by', 'gone_by']) table = table.addColumn(column, 'text')
  for (const column of ['agreed_at', 'back_at', 'gone_at', 'applied_at', 'gone_applied_at'])
    table = table.addColumn(column, 'bigint')
  await table.execute()
  await sql`insert into late_outages (id, office, date, service_id, reason, since, until, marked_by, marked_at, agreed_by, agreed_at, applied_at)
    select id, office, date, service_id, reason, since, until, '', until, '', until, until from outages where id like 'late/%'`.execute(
    db,
  )
}

/** Step `0076-late-objections`: an officer may say that an outage is mistaken, and a third person that it stays. */
export async function lateObjectionColumns(db: Kysely<unknown>): Promise<void> {
  for (const column of ['objected_by', 'objected_words', 'kept_by', 'kept_words'])
    await db.schema.alterTable('late_outages').addColumn(column, 'text').execute()
  for (const column of ['objected_at', 'kept_at'])
    await db.schema.alterTable('late_outages').addColumn(column, 'bigint').execute()
}
