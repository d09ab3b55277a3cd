import { setImmediate as nextTurn } from 'node:timers/promises'
import type { LocalDate } from '../../../shared/kit/time.ts'
import { PROFILE_COLUMNS, PROFILE_KEYS, valuesOf, type ProfileKey } from '../../../shared/survey/profile/profile.ts'
import type { Database } from '../open/database.ts'

/** How many of a month said what of themselves: a value of an item, or `null` where it was not filled in. */
export interface ProfileCounts {
  /** The first day of the month. */
  readonly month: LocalDate
  readonly item: ProfileKey
  readonly value: string | null
  /** Somebody of the office brought these in. */
  readonly brought: true | undefined
  readonly n: number
}

/** The profiles of a month by its first day, each item by itself, as many as there are questionnaires. */
export async function profileCounts(
  { kysely }: Database,
  office: string,
  month: LocalDate,
): Promise<readonly ProfileCounts[]> {
  const counts = new Map<string, ProfileCounts & { n: number }>()
  const columns = PROFILE_KEYS.map(key => PROFILE_COLUMNS[key])
  // One sex after the other, so that a month of a large hall stops nobody.
  for (const sex of [null, ...valuesOf('sex')]) {
    const rows = await kysely
      .selectFrom('skm_profiles')
      .where('office', '=', office)
      .where('date', '=', month)
      .where('sex', sex === null ? 'is' : '=', sex)
      .select(({ fn }) => [...columns, 'brought', fn.countAll<number>().as('n')])
      .groupBy([...columns, 'brought'])
      .execute()
    for (const row of rows)
      for (const item of PROFILE_KEYS) {
        const value = row[PROFILE_COLUMNS[item]]
        const key = `${item} ${row.brought} ${value}`
        const known = counts.get(key)
        if (known) known.n += row.n
        else counts.set(key, { month, item, value, brought: row.brought === 1 || undefined, n: row.n })
      }
    await nextTurn()
  }
  return [...counts.values()]
}
