import type { LocalDate } from '../../../shared/kit/time.ts'
import { FLOOR, within, type Answered } from '../../../shared/survey/answered.ts'
import type { FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { BLANK, type ProfileTable } from '../../../shared/survey/figures/period-figures.ts'
import { profileTable } from '../../../shared/survey/figures/profile-table.ts'
import { PROFILE_KEYS, valuesOf, type ProfileKey } from '../../../shared/survey/profile/profile.ts'
import { showings, type Showing } from '../../../shared/survey/showing.ts'
import type { ProfileCounts } from '../../store/survey/profile-counts.ts'

/**
 * The profile of a period that is shown from and through some days: each item by itself under the floors of any figure, its values being
 * parts of the whole. `counts` are of all months that decide about it.
 */
export function profilesOf(
  counts: readonly ProfileCounts[],
  of: {
    readonly period: FixedPeriod
    readonly shown: Extract<Showing, { through: LocalDate }>
    readonly today: LocalDate
  },
): readonly ProfileTable[] {
  const { period, shown, today } = of
  return PROFILE_KEYS.map(item => {
    const rows = counts.filter(one => one.item === item).map(rowOf)
    const showing = showings(rows, { period, today, floors: { whole: FLOOR, parts: { [item]: FLOOR } } })
    const own = within(rows, { from: shown.from, to: shown.through })
    const values = [...valuesOf(item as ProfileKey), BLANK]
    const counted = values.map(value => {
      const so = showing({ kind: item, id: value })
      return {
        value,
        n: own.reduce((all, row) => (row.of[item] === value ? all + row.counts[0]! : all), 0),
        shown: 'through' in so && so.from === shown.from && so.through === shown.through,
      }
    })
    return profileTable(item, counted)
  })
}

function rowOf({ month, item, value, brought, n }: ProfileCounts): Answered {
  return { date: month, of: { [item]: value ?? BLANK }, ...(brought ? { brought } : {}), counts: [n] }
}
