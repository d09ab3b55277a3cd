import { sql } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Doors } from '../../../shared/office/doors.ts'
import type { Database } from '../open/database.ts'

/**
 * The doors of each date by its own plan: the last one written, for a day that is over is never planned anew. A date that
 * nobody used has none.
 */
export async function plannedDoors(
  { kysely, dialect }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<LocalDate, Doors | null>> {
  // So that the days' other events are not read: SQLite goes by the key otherwise, and finds a part of a table only by its words.
  const byPlans = sql.raw(dialect === 'sqlite' ? 'indexed by journal_plans' : '')
  const { rows } = await sql<{ date: LocalDate; body: string }>`
    select date, body from journal ${byPlans}
    where type = 'dayPlanned' and office = ${office} and date >= ${from} and date <= ${to}
    order by date, seq`.execute(kysely)
  const last = new Map(rows.map(({ date, body }) => [date, body]))
  return new Map([...last].map(([date, body]) => [date, (JSON.parse(body) as Planned).plan.doors]))
}

interface Planned {
  readonly plan: { readonly doors: Doors | null }
}
