import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'

/** What an officer wrote about a visit, for its holder or for the next officer: sealed, erased like whose ticket it was. */
export interface NotesTable {
  readonly id: string
  readonly office: string
  readonly date: LocalDate
  readonly made_at: Instant
  /** Sealed. */
  readonly text: string
}

/** Step `0012-visit-results`: how a visit ended, and notes beside the journal. */
export async function visitResults(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('visits').addColumn('result', 'text').execute()
  await db.schema
    .createTable('notes')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('made_at', 'bigint', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .execute()
}
