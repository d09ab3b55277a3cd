import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { SetAsideTable } from './schema/follower-tables.ts'

/** What followers have set aside on the days of an office from a date on, in the order of each day. */
export async function asideFrom(
  { kysely }: Database,
  office: string,
  from: LocalDate,
): Promise<readonly SetAsideTable[]> {
  return kysely
    .selectFrom('set_aside')
    .selectAll()
    .where('office', '=', office)
    .where('date', '>=', from)
    .orderBy('seq')
    .execute()
}

/** Sets an event aside, or notes that it was tried once more. */
export function asideQuery({ kysely }: Database, row: SetAsideTable): CompiledQuery {
  return kysely
    .insertInto('set_aside')
    .values(row)
    .onConflict(known => known.columns(['office', 'date', 'follower', 'seq']).doUpdateSet({ tries: row.tries }))
    .compile()
}

/** An event that was set aside is followed. */
export function followedAsideQuery({ kysely }: Database, of: SetAsideTable): CompiledQuery {
  return kysely
    .deleteFrom('set_aside')
    .where('office', '=', of.office)
    .where('date', '=', of.date)
    .where('follower', '=', of.follower)
    .where('seq', '=', of.seq)
    .compile()
}
