import type { CompiledQuery } from 'kysely'
import type { Database } from '../open/database.ts'
import type { PlanVersionsTable } from '../schema/survey/loop-tables.ts'

/** The newest version of the plan of a period. */
export async function planOf(
  { kysely }: Database,
  office: string,
  period: string,
): Promise<PlanVersionsTable | undefined> {
  return kysely
    .selectFrom('plan_versions')
    .selectAll()
    .where('office', '=', office)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** The newest version of each period of an office, the latest period first. */
export async function plansOf({ kysely }: Database, office: string): Promise<readonly PlanVersionsTable[]> {
  const rows = await kysely
    .selectFrom('plan_versions as p')
    .selectAll()
    .where('office', '=', office)
    .where('version', '=', q =>
      q
        .selectFrom('plan_versions as later')
        .select(({ fn }) => fn.max<number>('later.version').as('version'))
        .whereRef('later.office', '=', 'p.office')
        .whereRef('later.period', '=', 'p.period'),
    )
    .execute()
  return rows.sort((a, b) => (a.period < b.period ? 1 : -1))
}

/** Nothing where this version was saved before, by whomever. */
export function planRow({ kysely }: Database, row: PlanVersionsTable): CompiledQuery {
  return kysely
    .insertInto('plan_versions')
    .values(row)
    .onConflict(taken => taken.columns(['office', 'period', 'version']).doNothing())
    .compile()
}
