import type { Kysely } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'

/** Whose a service or a counter was until the end of a day; never changed. */
export interface FormerAgenciesTable {
  readonly office: string
  readonly kind: 'service' | 'counter'
  readonly id: string
  /** `null`: of the whole hall. */
  readonly agency: string | null
  readonly until: LocalDate
}

/**
 * Step `0027-agencies`: whose services and counters were before, and from when to when somebody reads the figures of an office,
 * of which nothing was written so far.
 */
export async function agencyTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('former_agencies')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('agency', 'text')
    .addColumn('until', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('former_agencies_pk', ['office', 'kind', 'id', 'until'])
    .execute()
  await db.schema.dropTable('observations').execute()
  await db.schema
    .createTable('observations')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('from_date', 'text', c => c.notNull())
    .addColumn('to_date', 'text')
    .addColumn('decided_by', 'text', c => c.notNull())
    .addColumn('decided_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('observations_staff').on('observations').column('staff_id').execute()
}
