import { sql, type Kysely } from 'kysely'

/**
 * Step `0007-journal-guard`, for SQLite alone: its REPLACE deletes past the triggers of a connection that does not want
 * them asked. Asked before an insert, whatever program makes it, the journal refuses.
 */
export async function guardJournal(db: Kysely<unknown>): Promise<void> {
  await sql`create trigger journal_no_replace before insert on journal
    when exists (select 1 from journal where office = new.office and date = new.date and seq = new.seq)
    begin select raise(abort, 'the journal is only ever added to'); end`.execute(db)
}
