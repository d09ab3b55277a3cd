import type { Kysely } from 'kysely'

/** Step `0029-areas`: the area of the hall whose calls a device shows and speaks; none for the whole hall. */
export async function areaColumns(db: Kysely<unknown>): Promise<void> {
  for (const table of ['devices', 'pairings']) await db.schema.alterTable(table).addColumn('area', 'text').execute()
}
