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

/** Keeps a leave, once under its id; whether it is new. */
export async function insertLeave({ kysely }: Database, office: string, leave: Leave): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto('leaves')
    .values({
      ...{ office, id: leave.id, staff_id: leave.staffId, kind: leave.kind },
      ...{ from_date: leave.from, to_date: leave.to },
      ...{ part_from: leave.part?.from ?? null, part_to: leave.part?.to ?? null },
    })
    .onConflict(known => known.columns(['office', 'id']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Takes a leave away; whether there was one. */
export async function deleteLeave({ kysely }: Database, office: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await kysely
    .deleteFrom('leaves')
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Forgets leaves that ended before a date. */
export async function eraseLeaves({ kysely }: Database, before: LocalDate): Promise<void> {
  await kysely.deleteFrom('leaves').where('to_date', '<', before).execute()
}
