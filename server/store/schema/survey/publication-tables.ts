import type { Kysely } from 'kysely'
import type { Instant } from '../../../../shared/kit/time.ts'

/** What an office published of a period; a row is never changed or removed. */
export interface PublicationsTable {
  readonly office: string
  readonly period: string
  readonly version: number
  /** The figures as JSON, as they were then. */
  readonly body: string
  /** JSON list of where it is made known. */
  readonly media: string
  /** Why it replaces the version before; `null` of the first. */
  readonly reason: string | null
  readonly by_id: string
  readonly at: Instant
}

export interface PublicationTables {
  readonly publications: PublicationsTable
}

/** Step `0067-publications`. */
export async function publicationTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('publications')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('media', 'text', c => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('publications_pk', ['office', 'period', 'version'])
    .execute()
}
