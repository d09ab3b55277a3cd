import { sql } from 'kysely'
import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'

/** Booked for at most sixty days ahead; the day before is still appended to. */
const DAYS = 62

/** The instant of the newest event of any office. Looks at the last event of each office's latest days alone. */
export async function newestEvent({ kysely }: Database): Promise<Instant | undefined> {
  const offices = await kysely.selectFrom('offices').select('id').execute()
  const found = await Promise.all(
    offices.map(async ({ id }) => {
      const { rows } = await sql<{ at: Instant | null }>`
        with recursive days (date) as (
          select max(date) from journal where office = ${id}
          union all
          select (select max(date) from journal where office = ${id} and date < days.date) from days where date is not null)
        select max(at) as at from (
          select (select at from journal where office = ${id} and date = days.date order by seq desc limit 1) as at
          from days limit ${DAYS}) as latest`.execute(kysely)
      return rows[0]?.at ?? undefined
    }),
  )
  return found.reduce(
    (newest, at) => (newest === undefined || (at !== undefined && at > newest) ? at : newest),
    undefined,
  )
}
