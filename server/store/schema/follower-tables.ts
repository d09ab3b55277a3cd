import { sql, type Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'

/** How far a follower has come on a queue day. */
export interface FollowersTable {
  readonly follower: string
  readonly office: string
  readonly date: LocalDate
  /** The journal's `seq` of the last event that it has followed. */
  readonly seq: number
}

/** An event that a follower could not follow yet, or one of the same thing that came after it. */
export interface SetAsideTable {
  readonly follower: string
  readonly office: string
  readonly date: LocalDate
  readonly seq: number
  /** What the event is about, for example a ticket by its `no`: events of one thing keep their order. */
  readonly thing: string
  /** When it happened. */
  readonly at: Instant
  /** Tries that failed. */
  readonly tries: number
}

/** A step of an application whose holder is told of it once it has stood for a while. */
export interface DocumentNewsTable {
  readonly application_id: string
  readonly step: number
  readonly due: Instant
  /** Tries that failed. */
  readonly tries: number
}

/** Step `0005-followers`. What is in the journal by then was followed by the program before: followers begin behind it. */
export async function followerTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('followers')
    .addColumn('follower', 'text', c => c.notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('seq', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('followers_pk', ['office', 'date', 'follower'])
    .execute()
  await db.schema
    .createTable('document_news')
    .addColumn('application_id', 'text', c => c.notNull().references('applications.id').onDelete('cascade'))
    .addColumn('step', 'integer', c => c.notNull())
    .addColumn('due', 'bigint', c => c.notNull())
    .addColumn('tries', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('document_news_pk', ['application_id', 'step'])
    .execute()
  await db.schema.createIndex('document_news_due').on('document_news').column('due').execute()
  await beginNow(db, ['documents', 'outages', 'notices'])
}

/** Followers that are new begin behind what is in the journal. Looks from day to day by the key, never over all events. */
export async function beginNow(db: Kysely<unknown>, followers: readonly string[]): Promise<void> {
  for (const follower of followers)
    await sql`
      with recursive days(office, date) as (
        select id, (select min(j.date) from journal j where j.office = offices.id) from offices
        union all
        select office, (select min(j.date) from journal j where j.office = days.office and j.date > days.date)
        from days where date is not null
      )
      insert into followers (follower, office, date, seq)
      select ${sql.lit(follower)}, office, date,
        (select max(j.seq) from journal j where j.office = days.office and j.date = days.date)
      from days where date is not null`.execute(db)
}

/** Step `0008-set-aside`. */
export async function setAsideTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('set_aside')
    .addColumn('follower', 'text', c => c.notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('seq', 'integer', c => c.notNull())
    .addColumn('thing', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('tries', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('set_aside_pk', ['office', 'date', 'follower', 'seq'])
    .execute()
}
