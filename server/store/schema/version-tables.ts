import type { Kysely } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'

/** One version of all that an office has set, written with the save that made it and never changed. */
export interface OfficeVersionsTable {
  readonly office: string
  /** From 1, without a gap. */
  readonly version: number
  readonly at: Instant
  /** Id of who saved it, or `system`. */
  readonly made_by: string
  /** JSON list of the fields in which it differs from the one before. */
  readonly fields: string
  /** Why, in the words of who saved it. */
  readonly reason: string | null
  /** The version that it brought back. */
  readonly restores: number | null
  /** JSON of `OfficeInfo`. */
  readonly body: string
}

/** Step `0021-versions`: every version of an office's settings, and whose a counter is. */
export async function officeVersions(db: Kysely<unknown>): Promise<void> {
  for (const column of ['agency', 'area']) await db.schema.alterTable('counters').addColumn(column, 'text').execute()
  await db.schema
    .createTable('office_versions')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('made_by', 'text', c => c.notNull())
    .addColumn('fields', 'text', c => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('restores', 'integer')
    .addColumn('body', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('office_versions_pk', ['office', 'version'])
    .execute()
}
