import type { Respondent } from '../../shared/survey/statistics/sheet.ts'
import { fc } from './property.ts'

/** The nine unsur alike. */
export const EVEN: readonly number[] = Array.from({ length: 9 }, () => 1 / 9)

/** A mark of 1 to 4, mostly good, or none. */
const mark = fc.constantFrom(undefined, 1, 2, 3, 3, 3, 4, 4)

/** Questionnaires of some days, each unsur answered at least once. */
export const questionnaires = (least: number, most: number, unsur = 9): fc.Arbitrary<readonly Respondent[]> =>
  fc
    .array(
      fc.record({
        day: fc.integer({ min: 1, max: 28 }).map(day => `2026-02-${String(day).padStart(2, '0')}`),
        marks: fc.array(mark, { minLength: unsur, maxLength: unsur }),
      }),
      { minLength: least, maxLength: most },
    )
    .filter(all => Array.from({ length: unsur }, (_, u) => u).every(u => all.some(one => one.marks[u] !== undefined)))

/** The visits of each day: `times` as many as answered. */
export function visitsOf(respondents: readonly Respondent[], times: number) {
  const byDay = new Map<string, number>()
  for (const { day, marks } of respondents)
    if (marks.some(mark => mark !== undefined)) byDay.set(day, (byDay.get(day) ?? 0) + times)
  return { visits: [...byDay.values()].reduce((sum, n) => sum + n, 0), byDay }
}
