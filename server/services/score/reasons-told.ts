import { reasonsApart } from '../../../shared/officer/score/reasons-apart.ts'
import { fewestShown } from '../../../shared/officer/score/scores-of.ts'
import type { KeptScore } from '../../../shared/officer/score/told.ts'
import type { FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Database } from '../../store/open/database.ts'
import { ratedByService, reasonsBy } from '../../store/record/score-inputs.ts'
import type { ScoresTable } from '../../store/schema/record/score-tables.ts'
import { tellsFigures } from './kept-parts.ts'

/**
 * Reasons beside the scores of these rows, of whom some may be told: of officers, of a quarter, and once. A half year, a counter or
 * a later version would stand beside them as one more sum.
 */
export async function withReasons(
  db: Database,
  office: string,
  of: { readonly period: FixedPeriod; readonly minRatings: number },
  rows: readonly ScoresTable[],
): Promise<readonly ScoresTable[]> {
  const { period, minRatings } = of
  const first = rows.filter(row => row.kind === 'officer' && row.version === 1 && tellsFigures(row))
  if (period.kind !== 'quarter' || first.length === 0) return rows
  const rated = await ratedByService(db, office, period)
  const told = reasonsApart(rated, new Set(first.map(({ who }) => who)), fewestShown(minRatings))
  const counts = new Map<string, NonNullable<KeptScore['reasons']>>()
  for (const { who, reasons, n } of await reasonsBy(db, office, period)) {
    const own = counts.get(who) ?? {}
    counts.set(
      who,
      reasons.reduce((all, reason) => ({ ...all, [reason]: (all[reason] ?? 0) + n }), own),
    )
  }
  return rows.map(row => (told.has(row.who) ? { ...row, reasons: JSON.stringify(counts.get(row.who) ?? {}) } : row))
}
