import type { CompiledQuery } from 'kysely'
import type { Former } from '../../../shared/office/former.ts'
import type { Database } from '../open/database.ts'

/** Whose the services and counters of an office were before. */
export async function formerAgencies({ kysely }: Database, office: string): Promise<readonly Former[]> {
  const rows = await kysely.selectFrom('former_agencies').selectAll().where('office', '=', office).execute()
  return rows.map(({ kind, id, agency, until }) => ({ kind, id, agency, until }))
}

/** Rows of what moves; of several moves on one day the first says whose the days before were. */
export function formerRows({ kysely }: Database, office: string, moves: readonly Former[]): CompiledQuery[] {
  return moves.map(move =>
    kysely
      .insertInto('former_agencies')
      .values({ office, ...move })
      .onConflict(known => known.columns(['office', 'kind', 'id', 'until']).doNothing())
      .compile(),
  )
}
