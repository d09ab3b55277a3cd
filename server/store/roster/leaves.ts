import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Leave } from '../../../shared/roster/roster.ts'
import type { Database } from '../open/database.ts'

/** Who is away on any of these dates, both included. */
export async function leavesBetween(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly Leave[]> {
  const rows = await kysely
    .selectFrom('leaves')
    .selectAll()
    .where('office', '=', office)
    .where('to_date', '>=', from)
    .where('from_date', '<=', to)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
  return rows.map(r => ({
    ...{ id: r.id, staffId: r.staff_id, kind: r.kind, from: r.from_date, to: r.to_date },
    part: r.part_from !== null && r.part_to !== null ? { from: r.part_from, to: r.part_to } : null,
  }))
}

/** Keeps a leave, once under its id; changes no row where it is not new. */
export function leaveRow({ kysely }: Database, office: string, leave: Leave): CompiledQuery {
  return kysely
    .insertInto('leaves')
    .values({
      ...{ office, id: leave.id, staff_id: leave.staffId, kind: leave.kind },
      ...{ from_date: leave.from, to_date: leave.to },
      ...{ part_from: leave.part?.from ?? null, part_to: leave.part?.to ?? null },
    })
    .onConflict(known => known.columns(['office', 'id']).doNothing())
    .compile()
}

/** Whose a leave is, where there is one. */
export async function staffOfLeave({ kysely }: Database, office: string, id: string): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('leaves')
    .select('staff_id')
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst()
  return row?.staff_id
}

/** Takes a leave away; changes no row where there is none. */
export function noLeave({ kysely }: Database, office: string, id: string): CompiledQuery {
  return kysely.deleteFrom('leaves').where('office', '=', office).where('id', '=', id).compile()
}

/** Forgets leaves that ended before a date. */
export async function eraseLeaves({ kysely }: Database, before: LocalDate): Promise<void> {
  await kysely.deleteFrom('leaves').where('to_date', '<', before).execute()
}
