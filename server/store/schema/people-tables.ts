import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'

/** Who assesses whom, from one date to another, both included; nothing of it is ever overwritten but the end. */
export interface SupervisionsTable {
  readonly id: string
  readonly office: string
  readonly officer_id: string
  readonly assessor_id: string
  readonly from_date: LocalDate
  /** `null` while it goes on. */
  readonly to_date: LocalDate | null
  readonly decided_by: string
  readonly decided_at: Instant
}

/** Somebody reads the unit figures of an office, from one date of it to another, both included. */
export interface ObservationsTable {
  readonly id: string
  readonly staff_id: string
  readonly office: string
  readonly from_date: LocalDate
  /** `null` while it goes on. */
  readonly to_date: LocalDate | null
  readonly decided_by: string
  readonly decided_at: Instant
}

/** Step `0025-people`: of which agency somebody is, who assesses whom, and who reads the figures of which offices. */
export async function peopleTables(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('staff').addColumn('agency', 'text').execute()
  await db.schema
    .createTable('supervisions')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('officer_id', 'text', c => c.notNull())
    .addColumn('assessor_id', 'text', c => c.notNull())
    .addColumn('from_date', 'text', c => c.notNull())
    .addColumn('to_date', 'text')
    .addColumn('decided_by', 'text', c => c.notNull())
    .addColumn('decided_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('supervisions_office').on('supervisions').column('office').execute()
  await db.schema
    .createTable('observations')
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('decided_by', 'text', c => c.notNull())
    .addColumn('decided_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('observations_pk', ['staff_id', 'office'])
    .execute()
}
