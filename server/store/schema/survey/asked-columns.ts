import type { Generated, Kysely } from 'kysely'

/** On a questionnaire: the version of the SKM that it answered (null: as the regulation has it), and marks of further unsur as JSON. */
export interface AskedColumns {
  readonly version: Generated<number | null>
  readonly extra: Generated<string | null>
}

/** Step `0081-asked-skm`. Versions of the SKM saved before asked programmes alone. */
export async function askedColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('instrument_versions')
    .addColumn('asks', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema.alterTable('skm_answers').addColumn('version', 'integer').execute()
  await db.schema.alterTable('skm_answers').addColumn('extra', 'text').execute()
}
