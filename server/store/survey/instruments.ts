import type { CompiledQuery } from 'kysely'
import type { Database } from '../open/database.ts'
import type { InstrumentVersionsTable } from '../schema/survey/instrument-tables.ts'

/** Every version that an office saved, by instrument, the newest first. */
export async function instrumentVersions(
  { kysely }: Database,
  office: string,
): Promise<readonly InstrumentVersionsTable[]> {
  return kysely
    .selectFrom('instrument_versions')
    .selectAll()
    .where('office', '=', office)
    .orderBy('id')
    .orderBy('version', 'desc')
    .execute()
}

export async function instrumentVersion(
  { kysely }: Database,
  office: string,
  id: string,
  version: number,
): Promise<InstrumentVersionsTable | undefined> {
  return kysely
    .selectFrom('instrument_versions')
    .selectAll()
    .where('office', '=', office)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
}

/** The number of the newest version; 0 before the first. */
export async function newestVersion({ kysely }: Database, office: string, id: string): Promise<number> {
  const row = await kysely
    .selectFrom('instrument_versions')
    .select(({ fn }) => fn.max<number | null>('version').as('version'))
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst()
  return Number(row?.version ?? 0)
}

/** Nothing where this version was saved before, by whomever. */
export function instrumentRow({ kysely }: Database, row: InstrumentVersionsTable): CompiledQuery {
  return kysely
    .insertInto('instrument_versions')
    .values(row)
    .onConflict(taken => taken.columns(['office', 'id', 'version']).doNothing())
    .compile()
}
