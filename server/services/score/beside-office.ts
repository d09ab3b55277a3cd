import { grouped } from '../../../shared/kit/grouped.ts'
import { isWideApart, unsolved, type RatedInQuarter } from '../../../shared/officer/score/unsolved.ts'
import { periodAt, periodsWithin, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Database } from '../../store/open/database.ts'
import { sharedBy, type Shared } from '../../store/record/score-inputs.ts'
import { exclusionsOf, scoresUntil } from '../../store/record/scores.ts'
import type { ScoreRunsTable } from '../../store/schema/record/score-tables.ts'
import { tellsFigures } from './kept-parts.ts'

/** What the figures of a period must stand beside, whose sums are told: the office as a whole. */
export interface BesideOffice {
  /** Of which of these officers figures may be told. */
  officers(candidates: ReadonlySet<string>): ReadonlySet<string>
  /** Officers with ratings in the period of whom in some part of it nothing is told, once it is computed for officers. */
  readonly hidden: readonly string[]
  /** Whether figures of counters may be told at all. */
  readonly mayCounters: boolean
}

/** Reads what is told of the half year that holds a period. */
export async function besideOffice(
  db: Database,
  office: string,
  period: FixedPeriod,
  runs: readonly ScoreRunsTable[],
): Promise<BesideOffice> {
  const half = periodAt('semester', period.from)
  const quarters = periodsWithin('quarter', half)
  const [rows, exclusions] = await Promise.all([scoresUntil(db, office, 'officer', half.to), exclusionsOf(db, office)])
  // What was learnt before a quarter was computed was never in a figure of it.
  const after = (key: string) => {
    const first = runs.find(run => run.period === key && run.version === 1)
    return first ? exclusions.filter(({ at }) => at >= first.at).map(({ id }) => id) : []
  }
  const shared = await Promise.all(quarters.map(q => sharedBy(db, office, q, after(q.key))))
  const toldOf = (key: string) => new Set(rows.filter(row => row.period === key && tellsFigures(row)).map(r => r.who))
  const people = shared.map(peopleOf)
  const told = {
    quarters: quarters.map(({ key }, i) => ({ people: people[i]!, told: toldOf(key) })),
    half: toldOf(half.key),
  }
  const at = quarters.findIndex(q => q.key === period.key)
  const inside = quarters.map((q, i) => ({ ...q, people: people[i]! })).filter((_, i) => at < 0 || i === at)
  const toldHere = toldOf(period.key)
  return {
    officers: candidates => unsolved(told, at < 0 ? 'half' : at, candidates),
    hidden: [
      ...new Set(
        inside.flatMap(q => {
          const toldThen = toldOf(q.key)
          return q.people.map(p => p.who).filter(who => !(toldThen.has(who) && toldHere.has(who)))
        }),
      ),
    ],
    mayCounters: inside.every(q => isWideApart(q.people)),
  }
}

function peopleOf(shared: readonly Shared[]): readonly RatedInQuarter[] {
  return [...grouped(shared, one => one.officer)].map(([who, own]) => ({
    who,
    counted: own.reduce((sum, { counted }) => sum + counted, 0),
    leftOut: own.reduce((sum, { leftOut }) => sum + leftOut, 0),
    never: own.reduce((sum, { never }) => sum + never, 0),
  }))
}
