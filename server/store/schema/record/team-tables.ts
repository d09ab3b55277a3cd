import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'

/** Who decides over the assessments of an assessor whom nobody here assesses, both days included; nothing of it is overwritten but the end. */
export interface SuperiorsTable {
  readonly id: string
  readonly office: string
  readonly assessor_id: string
  readonly superior_id: string
  readonly from_date: LocalDate
  /** `null` while it goes on. */
  readonly to_date: LocalDate | null
  readonly decided_by: string
  readonly decided_at: Instant
}

/** Who reads and acts for whom, both days included; nothing of it is overwritten but that it was taken back. */
export interface DelegationsTable {
  readonly id: string
  readonly office: string
  readonly person_id: string
  readonly delegate_id: string
  readonly from_date: LocalDate
  readonly to_date: LocalDate
  /** The day from which on it no longer holds, where it was taken back. */
  readonly ended_on: LocalDate | null
  readonly decided_by: string
  readonly decided_at: Instant
}

/** Step `0034-team`: superiors of assessors, and who stands in for whom. */
export async function teamTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('superiors')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('assessor_id', 'text', c => c.notNull())
    .addColumn('superior_id', 'text', c => c.notNull())
    .addColumn('from_date', 'text', c => c.notNull())
    .addColumn('to_date', 'text')
    .addColumn('decided_by', 'text', c => c.notNull())
    .addColumn('decided_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('superiors_office').on('superiors').column('office').execute()
  await db.schema
    .createTable('delegations')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('delegate_id', 'text', c => c.notNull())
    .addColumn('from_date', 'text', c => c.notNull())
    .addColumn('to_date', 'text', c => c.notNull())
    .addColumn('ended_on', 'text')
    .addColumn('decided_by', 'text', c => c.notNull())
    .addColumn('decided_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('delegations_office').on('delegations').column('office').execute()
}
