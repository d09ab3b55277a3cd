import type { CompiledQuery } from 'kysely'
import { weekOf, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
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

/** All shifts from a date on, of the newest version of each week. */
export async function shiftsFrom({ kysely }: Database, office: string, date: LocalDate): Promise<readonly Shift[]> {
  const rows = await kysely
    .selectFrom('roster_weeks')
    .select(['week', 'shifts'])
    .where('office', '=', office)
    .where('week', '>=', weekOf(date))
    .where('week', '!=', PATTERN_WEEK)
    .orderBy('version')
    .execute()
  const newest = new Map(rows.map(row => [row.week, row.shifts]))
  return [...newest.values()].flatMap(text => JSON.parse(text) as Shift[]).filter(s => s.date >= date)
}

/** Keeps a version of a week; changes no row where somebody else has saved one of this number. */
export function weekRow(
  { kysely }: Database,
  { office, week, version, at, byId, shifts }: StoredWeek & { readonly office: string; readonly week: LocalDate },
): CompiledQuery {
  return kysely
    .insertInto('roster_weeks')
    .values({ office, week, version, at, by_id: byId, shifts: JSON.stringify(shifts) })
    .onConflict(taken => taken.columns(['office', 'week', 'version']).doNothing())
    .compile()
}

/** Forgets weeks before one, with their history; the usual week stays. */
export async function eraseWeeks({ kysely }: Database, before: LocalDate): Promise<void> {
  await kysely.deleteFrom('roster_weeks').where('week', '<', before).where('week', '!=', PATTERN_WEEK).execute()
}
