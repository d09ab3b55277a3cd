import { setImmediate as nextTurn } from 'node:timers/promises'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { PersonScore } from '../../../shared/officer/score/score.ts'
import {
  gateOf,
  SCORED,
  type Gate,
  type LeftOutCells,
  mostTold,
  type ScoreCause,
  type ScoredKind,
} from '../../../shared/officer/score/versions.ts'
import type { Answered } from '../../../shared/survey/answered.ts'
import { fixedPeriod, periodAt, periodsWithin, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import type { Beside } from '../../../shared/survey/parts-shown.ts'
import { partsShown, type Wanted } from '../../../shared/survey/showing.ts'
import type { Database } from '../../store/open/database.ts'
import { leftOutThere, sharedBy, type Shared } from '../../store/record/score-inputs.ts'
import { scoresUntil } from '../../store/record/scores.ts'
import type { ScoreRunsTable, ScoresTable } from '../../store/schema/record/score-tables.ts'
import { hashOf } from '../identity/secrets.ts'

/** A result with which ratings were left out of what its officer and each counter (or the other way round) share, by quarter; of old ones how many. */
export type KeptResult = PersonScore & { readonly shared?: Readonly<Record<string, LeftOutCells | number>> }

/** What officers and counters share in a quarter, and what of it was left out after it was written. */
export interface SharedQuarter {
  readonly key: string
  readonly shared: readonly (Shared & { readonly gone: LeftOutCells })[]
}

/** What the ratings of each quarter of a period are, and of whom figures may be told. */
interface Known {
  readonly quarters: readonly SharedQuarter[]
  readonly shown: ReadonlySet<string>
  causeOf(row: Pick<ScoresTable, 'period' | 'version'>): ScoreCause | undefined
}

/** What officers and counters share in each quarter of a period. */
export async function quartersOf(db: Database, office: string, period: FixedPeriod): Promise<readonly SharedQuarter[]> {
  return Promise.all(
    periodsWithin('quarter', period).map(async q => {
      const [shared, gone] = await Promise.all([sharedBy(db, office, q, []), leftOutThere(db, office, q)])
      const by = grouped(gone, one => `${one.officer} ${one.counter}`)
      const cellsOf = ({ officer, counter }: Shared): LeftOutCells =>
        Object.fromEntries(
          (by.get(`${officer} ${counter}`) ?? []).map(one => [
            hashOf(`${officer} ${counter} ${one.circumstances}`).slice(0, 10),
            one.n,
          ]),
        )
      return { key: q.key, shared: shared.map(one => ({ ...one, gone: cellsOf(one) })) }
    }),
  )
}

/** Whether a version told figures. */
export function tellsFigures({ gate, status }: Pick<ScoresTable, 'gate' | 'status'>): boolean {
  return gate === 'shown' && status !== 'fewRatings'
}

/** How many ratings are left out, by officer or counter. */
export function leftOutOf(shared: readonly Shared[], kind: ScoredKind): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const one of shared) if (one.leftOut > 0) sums.set(one[kind], (sums.get(one[kind]) ?? 0) + one.leftOut)
  return sums
}

/**
 * Of whom figures of a period may be told: by all their ratings, since those are told as sums, and by those that count in a score.
 * Of nobody where what an earlier version tells of others, of whom nothing was left out since, could not stand beside it.
 */
export async function tellable(
  db: Database,
  office: string,
  of: {
    readonly kind: ScoredKind
    readonly answered: readonly Answered[]
    readonly wanted: Omit<Wanted, 'part'> & { readonly beside: Beside }
    readonly shared: readonly Shared[]
  },
): Promise<ReadonlySet<string>> {
  const { kind, answered, wanted, shared } = of
  const all = answered.map(row => ({ ...row, counts: row.counts.slice(0, 1) }))
  const shownOf = async (one: ScoredKind) => {
    // In a large office each takes half a second: whoever waits at a counter comes between.
    await nextTurn()
    const sums = partsShown(all, one, wanted)
    await nextTurn()
    return new Set([...partsShown(answered, one, wanted)].filter(who => sums.has(who)))
  }
  const ofKind = new Map<ScoredKind, ReadonlySet<string>>()
  for (const one of SCORED) {
    const shown = await shownOf(one)
    ofKind.set(one, shown)
    const leftOut = leftOutOf(shared, one)
    const rows = (await scoresUntil(db, office, one, wanted.period.to)).filter(row => row.period === wanted.period.key)
    for (const own of grouped(rows, row => row.who).values()) {
      const last = own.at(-1)!
      const isUntouched = last.left_out === (leftOut.get(last.who) ?? 0)
      if (isUntouched && last.held_by === null && tellsFigures(last) && !shown.has(last.who)) return new Set()
    }
  }
  return ofKind.get(kind)!
}

/** What may be told of somebody's next version, and what was left out in it; `before` are all earlier ones of its kind. */
export function gateAndShared(
  { kind, period, cause }: Pick<ScoreRunsTable, 'kind' | 'period' | 'cause'>,
  who: string,
  known: Known,
  before: readonly ScoresTable[],
): { readonly gate: Gate; readonly shared: NonNullable<KeptResult['shared']> } {
  const versions = before
    .filter(row => row.who === who)
    .map(row => ({ ...{ period: row.period, gate: row.gate, cause: known.causeOf(row) }, ...sharedOf(row) }))
  const versionsOf = (key: string) => versions.filter(version => version.period === key)
  const own = known.quarters.flatMap(({ key, shared }) =>
    shared
      .filter(one => one[kind] === who)
      .map(one => ({ ...one, quarter: key, name: `${key} ${kind === 'officer' ? one.counter : one.officer}` })),
  )
  // A half year less its other quarter is a version of the quarter as well.
  const quarters = known.quarters.map(({ key }) => ({
    now: together(own.filter(one => one.quarter === key).map(one => one.gone)),
    before: [...versionsOf(key), ...versionsOf(periodAt('semester', fixedPeriod(key)!.from).key)].map(version => ({
      ...{ isKnown: version.isKnown, isTold: version.gate === 'shown', cause: version.cause },
      out: together(
        Object.entries(version.shared).flatMap(([name, cells]) => (name.startsWith(`${key} `) ? [cells] : [])),
      ),
    })),
  }))
  const leftOut = quarters.map(quarter => [...quarter.before.map(({ out }) => out), quarter.now])
  const earlier = versionsOf(period)
  const shared = own.map(one => ({
    counted: one.counted,
    leftOut: [...earlier.map(version => version.shared[one.name] ?? {}), one.gone],
  }))
  // What was held back once stays so: it would stand beside figures that were told without it.
  const isShown = known.shown.has(who) && earlier.every(version => version.gate !== 'hidden')
  const isKnown = [...earlier, ...quarters.flatMap(quarter => quarter.before)].every(version => version.isKnown)
  const isOften = quarters.some(({ now, before: all }) => {
    const told = all.filter(({ isTold }) => isTold)
    return new Set([...told.map(({ out }) => out), now].map(nameOf)).size > mostTold(cause, told)
  })
  const gate = gateOf(isShown, leftOut, shared)
  return {
    gate: gate === 'shown' && (!isKnown || isOften) ? 'words' : gate,
    shared: Object.fromEntries(own.filter(one => Object.keys(one.gone).length > 0).map(one => [one.name, one.gone])),
  }
}

/** What a version kept of what was left out; of an old one it is not known which ratings these were. */
function sharedOf({ result }: ScoresTable) {
  const kept = Object.entries((JSON.parse(result) as KeptResult).shared ?? {})
  const cells = kept.filter((one): one is [string, LeftOutCells] => typeof one[1] !== 'number')
  return { shared: Object.fromEntries(cells), isKnown: cells.length === kept.length }
}

/** Two versions that left out the same ratings are one. */
const nameOf = (out: LeftOutCells) => JSON.stringify(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)))

const together = (cells: readonly LeftOutCells[]): LeftOutCells => Object.assign({}, ...cells) as LeftOutCells
