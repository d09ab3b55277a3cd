import type { CompiledQuery } from 'kysely'
import { sql } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type { AbsencesTable } from '../schema/record/calendar-tables.ts'

/** What these people asked for that touches one of these days, the first to begin first. */
export async function absencesOf(
  { kysely }: Database,
  staff: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<readonly AbsencesTable[]> {
  if (staff.length === 0) return []
  return kysely
    .selectFrom('absences')
    .selectAll()
    .where('staff_id', 'in', staff)
    .where('to_date', '>=', from)
    .where('from_date', '<=', to)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
}

export async function absenceById({ kysely }: Database, id: string): Promise<AbsencesTable | undefined> {
  return kysely.selectFrom('absences').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Keeps what is asked for, once under its id. */
export function absenceRow({ kysely }: Database, row: AbsencesTable): CompiledQuery {
  return kysely
    .insertInto('absences')
    .values(row)
    .onConflict(known => known.doNothing())
    .compile()
}

/** It has another state now; changes no row where it is not in `was` any more. */
export function absenceBecomes(
  { kysely }: Database,
  { id, was }: { readonly id: string; readonly was: AbsencesTable['state'] },
  now: Pick<AbsencesTable, 'state' | 'decided_by' | 'decided_at' | 'words'>,
): CompiledQuery {
  return kysely.updateTable('absences').set(now).where('id', '=', id).where('state', '=', was).compile()
}

/** Services that an officer finished on each of these days; a day with calls alone has 0. */
export async function servedByDay(
  { kysely }: Database,
  office: string,
  officer: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<LocalDate, number>> {
  const rows = await kysely
    .selectFrom('visits')
    .select(['date', sql<number>`sum(case when outcome in ('done', 'step') then 1 else 0 end)`.as('served')])
    .where('officer_id', '=', officer)
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .groupBy('date')
    .execute()
  return new Map(rows.map(r => [r.date, Number(r.served)]))
}
