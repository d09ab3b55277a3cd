import type { CompiledQuery } from 'kysely'
import type { Database } from '../open/database.ts'
import type { RecordReadingsTable } from '../schema/record/proof-tables.ts'

/** Keeps a reading; one that is known changes nothing. */
export function readingRow({ kysely }: Database, reading: RecordReadingsTable): CompiledQuery {
  return kysely
    .insertInto('record_readings')
    .values(reading)
    .onConflict(known => known.column('id').doNothing())
    .compile()
}

/** Who read what belongs to an officer, the latest first. */
export async function readingsOf(
  { kysely }: Database,
  officer: string,
  most: number,
): Promise<readonly (RecordReadingsTable & { readonly reader: string | null; readonly for: string | null })[]> {
  return kysely
    .selectFrom('record_readings as r')
    .leftJoin('staff as s', 's.id', 'r.reader_id')
    .leftJoin('staff as f', 'f.id', 'r.for_id')
    .selectAll('r')
    .select(['s.name as reader', 'f.name as for'])
    .where('r.officer_id', '=', officer)
    .orderBy('r.at', 'desc')
    .orderBy('r.id')
    .limit(most)
    .execute()
}
