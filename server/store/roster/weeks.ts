import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { PATTERN_WEEK, type Shift } from '../../../shared/roster/roster.ts'
import type { Database } from '../open/database.ts'

/** The plan of a week as it was last saved, and by whom. */
export interface StoredWeek {
  readonly version: number
  readonly at: Instant
  readonly byId: string
  readonly shifts: readonly Shift[]
}

export async function newestWeek(
  { kysely }: Database,
  office: string,
  week: LocalDate,
): Promise<StoredWeek | undefined> {
  const row = await kysely
    .selectFrom('roster_weeks')
    .selectAll()
    .where('office', '=', office)
    .where('week', '=', week)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { version: row.version, at: row.at, byId: row.by_id, shifts: JSON.parse(row.shifts) as Shift[] }
}

/** Keeps a version of a week; `false` where somebody else has saved one of this number. */
export async function insertWeek(
  { kysely }: Database,
  { office, week, version, at, byId, shifts }: StoredWeek & { readonly office: string; readonly week: LocalDate },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto('roster_weeks')
    .values({ office, week, version, at, by_id: byId, shifts: JSON.stringify(shifts) })
    .onConflict(taken => taken.columns(['office', 'week', 'version']).doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** Forgets weeks before one, with their history; the usual week stays. */
export async function eraseWeeks({ kysely }: Database, before: LocalDate): Promise<void> {
  await kysely.deleteFrom('roster_weeks').where('week', '<', before).where('week', '!=', PATTERN_WEEK).execute()
}
