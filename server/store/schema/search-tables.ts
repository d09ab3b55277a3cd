import type { Kysely } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'

/** That a word found nothing at one place within one hour; word and place only under keyed hashes. */
export interface UnfoundTable {
  readonly office: string
  /** Its Monday. */
  readonly week: LocalDate
  readonly word: string
  readonly place: string
}

/** A word that found nothing often enough to be read, by its hash. */
export interface UnfoundWordsTable {
  readonly office: string
  readonly week: LocalDate
  readonly word: string
  readonly text: string
}

/** Step `0011-unfound`: what was looked for and not found, kept for some weeks. */
export async function searchTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unfound')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('week', 'text', c => c.notNull())
    .addColumn('word', 'text', c => c.notNull())
    .addColumn('place', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('unfound_pk', ['office', 'week', 'word', 'place'])
    .execute()
  await db.schema
    .createTable('unfound_words')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('week', 'text', c => c.notNull())
    .addColumn('word', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('unfound_words_pk', ['office', 'week', 'word'])
    .execute()
}
