import type { Kysely } from 'kysely'
import type { Instant } from '../../../../shared/kit/time.ts'

/** What people decided of the report of a period, as it was saved; a row is never changed. */
export interface ReportVersionsTable {
  readonly office: string
  readonly period: string
  readonly version: number
  /** The draft as JSON. */
  readonly body: string
  readonly by_id: string
  readonly at: Instant
}

export interface ReportTables {
  readonly report_versions: ReportVersionsTable
}

/** Step `0065-reports`. */
export async function reportTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report_versions')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('report_versions_pk', ['office', 'period', 'version'])
    .execute()
}
