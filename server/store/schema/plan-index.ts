import { sql, type Kysely } from 'kysely'

/** Step `0019-plans`: the plans of many days are read without the days. */
export async function planIndex(db: Kysely<unknown>): Promise<void> {
  await sql`create index journal_plans on journal (office, date, seq) where type = 'dayPlanned'`.execute(db)
}
