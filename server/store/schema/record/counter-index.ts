import { sql, type Kysely } from 'kysely'

/** Step `0043-counter-events`: when who was at which counter is read over months without the days. */
export async function counterIndex(db: Kysely<unknown>): Promise<void> {
  await sql`create index journal_counters on journal (office, date, seq) where type in
    ('counterOpened', 'counterClosed', 'counterLeft', 'counterMinded', 'counterTakenOver', 'breakStarted')`.execute(db)
}
