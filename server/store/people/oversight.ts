import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type { ObservationsTable, SupervisionsTable } from '../schema/people-tables.ts'

/** Observations of an office, or of somebody, the first to begin first. */
export async function observationsOf(
  { kysely }: Database,
  of: { readonly office: string } | { readonly staffId: string },
): Promise<readonly ObservationsTable[]> {
  const rows = kysely.selectFrom('observations').selectAll().orderBy('from_date').orderBy('id')
  return 'office' in of
    ? rows.where('office', '=', of.office).execute()
    : rows.where('staff_id', '=', of.staffId).execute()
}

/** In whatever office it is. */
export async function observationById({ kysely }: Database, id: string): Promise<ObservationsTable | undefined> {
  return kysely.selectFrom('observations').selectAll().where('id', '=', id).executeTakeFirst()
}

export function observationRow({ kysely }: Database, row: ObservationsTable): CompiledQuery {
  return kysely.insertInto('observations').values(row).compile()
}

export function observationEnds({ kysely }: Database, id: string, to: LocalDate): CompiledQuery {
  return kysely.updateTable('observations').set({ to_date: to }).where('id', '=', id).compile()
}

/** Who assesses whom in an office, the first to begin first. */
export async function supervisionsOf({ kysely }: Database, office: string): Promise<readonly SupervisionsTable[]> {
  return kysely
    .selectFrom('supervisions')
    .selectAll()
    .where('office', '=', office)
    .orderBy('from_date')
    .orderBy('id')
    .execute()
}

/** In whatever office it is. */
export async function supervisionById({ kysely }: Database, id: string): Promise<SupervisionsTable | undefined> {
  return kysely.selectFrom('supervisions').selectAll().where('id', '=', id).executeTakeFirst()
}

export function supervisionRow({ kysely }: Database, row: SupervisionsTable): CompiledQuery {
  return kysely.insertInto('supervisions').values(row).compile()
}

export function supervisionEnds({ kysely }: Database, id: string, to: LocalDate): CompiledQuery {
  return kysely.updateTable('supervisions').set({ to_date: to }).where('id', '=', id).compile()
}
