import type { Kysely } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'

/** An office that an administrator of another one sets up besides their own. */
export interface AdministrationsTable {
  readonly staff_id: string
  readonly office: string
  readonly decided_by: string
  readonly decided_at: Instant
}

/** A picture that offices show, under a hash of its content. */
export interface PicturesTable {
  readonly id: string
  /** Base64. */
  readonly content: string
  readonly made_at: Instant
}

/** Step `0028-administration`: who sets up which further offices, at which of them somebody is signed in, and logos. */
export async function administrationTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('administrations')
    .addColumn('staff_id', 'text', c => c.notNull().references('staff.id').onDelete('cascade'))
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('decided_by', 'text', c => c.notNull())
    .addColumn('decided_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('administrations_pk', ['staff_id', 'office'])
    .execute()
  await db.schema.createIndex('administrations_office').on('administrations').column('office').execute()
  await db.schema
    .createTable('pictures')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('content', 'text', c => c.notNull())
    .addColumn('made_at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.alterTable('sessions').addColumn('office', 'text').execute()
}
