import type { Kysely } from 'kysely'

/** Step `0023-steps`: how many services a visit did in one go. */
export async function stepColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('visits').addColumn('parts', 'integer').execute()
}
