import type { CompiledQuery } from 'kysely'
import type { Database } from '../open/database.ts'
import type { PublicationsTable } from '../schema/survey/publication-tables.ts'

/** All versions of an office, or of one of its periods, the latest version of a period first. */
export async function publicationsOf(
  { kysely }: Database,
  office: string,
  period?: string,
): Promise<readonly PublicationsTable[]> {
  return kysely
    .selectFrom('publications')
    .selectAll()
    .where('office', '=', office)
    .$if(period !== undefined, q => q.where('period', '=', period!))
    .orderBy('period')
    .orderBy('version', 'desc')
    .execute()
}

/** Whether an office published anything. */
export async function hasPublished({ kysely }: Database, office: string): Promise<boolean> {
  const row = await kysely
    .selectFrom('publications')
    .select('version')
    .where('office', '=', office)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** Nothing where this version was published before, by whomever. */
export function publicationRow({ kysely }: Database, row: PublicationsTable): CompiledQuery {
  return kysely
    .insertInto('publications')
    .values(row)
    .onConflict(taken => taken.columns(['office', 'period', 'version']).doNothing())
    .compile()
}
