import { sql, type CompiledQuery } from 'kysely'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { FollowersTable } from './schema/follower-tables.ts'

/** How far the journal of a day has come. */
export interface Head {
  readonly date: LocalDate
  readonly seq: number
}

/** Days of an office from a date on with the `seq` of their last event; looks from day to day, whatever their length. */
export async function headsFrom({ kysely }: Database, office: string, from: LocalDate): Promise<readonly Head[]> {
  const { rows } = await sql<Head>`
    with recursive days(date) as (
      select min(j.date) from journal j where j.office = ${office} and j.date >= ${from}
      union all
      select (select min(j.date) from journal j where j.office = ${office} and j.date > days.date)
      from days where date is not null
    )
    select date, (select max(j.seq) from journal j where j.office = ${office} and j.date = days.date) as seq
    from days where date is not null`.execute(kysely)
  return rows
}

/** Where the followers stand on the days of an office from a date on. */
export async function followedFrom(
  { kysely }: Database,
  office: string,
  from: LocalDate,
): Promise<readonly FollowersTable[]> {
  return kysely.selectFrom('followers').selectAll().where('office', '=', office).where('date', '>=', from).execute()
}

/** Notes how far followers have come; never back. */
export function followedQuery({ kysely }: Database, rows: readonly FollowersTable[]): CompiledQuery {
  return kysely
    .insertInto('followers')
    .values([...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)))
    .onConflict(known =>
      known
        .columns(['office', 'date', 'follower'])
        .doUpdateSet({ seq: q => q.ref('excluded.seq') })
        .whereRef('excluded.seq', '>', 'followers.seq'),
    )
    .compile()
}

/** Every process takes its rows in the same order, so that two of them cannot hold what the other needs. */
function keyOf({ office, date, follower }: FollowersTable): string {
  return `${office}/${date}/${follower}`
}
