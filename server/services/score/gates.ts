import { setImmediate as nextTurn } from 'node:timers/promises'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { KeptCell } from '../../../shared/officer/score/beside.ts'
import { peopleIn } from '../../../shared/officer/score/pools.ts'
import { fewestShown } from '../../../shared/officer/score/scores-of.ts'
import {
  gateOf,
  SCORED,
  type Gate,
  type LeftOutCells,
  mostTold,
  type ScoreCause,
  type ScoredKind,
  tellsOfOne,
} from '../../../shared/officer/score/versions.ts'
import type { Answered } from '../../../shared/survey/answered.ts'
import { fixedPeriod, periodAt } from '../../../shared/survey/fixed-periods.ts'
import type { Beside } from '../../../shared/survey/parts-shown.ts'
import { partsShown, type Wanted } from '../../../shared/survey/showing.ts'
import type { Database } from '../../store/open/database.ts'
import { scoresUntil } from '../../store/record/scores.ts'
import type { ScoreRunsTable, ScoresTable } from '../../store/schema/record/score-tables.ts'
import {
  leftOutIn,
  leftOutOf,
  less,
  tellsFigures,
  type KeptResult,
  type SharedPart,
  type SharedQuarter,
} from './kept-parts.ts'
import type { Splits } from './splits.ts'

/** What the ratings of each quarter of a period are, and of whom figures may be told. */
interface Known {
  readonly quarters: readonly SharedQuarter[]
  readonly shown: ReadonlySet<string>
  readonly splits: Splits
  causeOf(row: Pick<ScoresTable, 'period' | 'version'>): ScoreCause | undefined
}

/**
 * Of whom figures of a period may be told: by all their ratings, since those are told as sums, and by those that count at a counter.
 * Who was chosen once stays so, as long as no part that an officer and a counter share was left out as a whole. Else it is chosen
 * anew; then of nobody where what an earlier version tells of others, of whom nothing was left out since, could not stand beside it.
 */
export async function tellable(
  db: Database,
  office: string,
  of: {
    readonly kind: ScoredKind
    readonly answered: readonly Answered[]
    readonly wanted: Omit<Wanted, 'part'> & { readonly beside: Beside }
    readonly shared: readonly SharedPart[]
  },
): Promise<ReadonlySet<string>> {
  const { kind, answered, wanted, shared } = of
  const rowsOf = async (one: ScoredKind) =>
    (await scoresUntil(db, office, one, wanted.period.to)).filter(row => row.period === wanted.period.key)
  const chosen = await rowsOf(kind)
  if (chosen.length > 0 && !shared.some(isEmptied)) return heldBackNever(chosen)
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
    for (const own of grouped(await rowsOf(one), row => row.who).values()) {
      const last = own.at(-1)!
      const isUntouched = last.left_out === (leftOut.get(last.who) ?? 0)
      if (isUntouched && last.held_by === null && tellsFigures(last) && !shown.has(last.who)) return new Set()
    }
  }
  return ofKind.get(kind)!
}

/** Whether an outage left out all that counted of it. */
function isEmptied({ atCounter, gone, contested }: SharedPart): boolean {
  return atCounter === 0 && Object.keys(less(gone, contested)).length > 0
}

function heldBackNever(rows: readonly ScoresTable[]): ReadonlySet<string> {
  const by = [...grouped(rows, row => row.who)]
  return new Set(by.filter(([, own]) => own.every(row => row.gate !== 'hidden')).map(([who]) => who))
}

/** What may be told of somebody's next version, and what was left out in it; `before` are all earlier ones of its kind. */
export function gateAndShared(
  { kind, period, cause }: Pick<ScoreRunsTable, 'kind' | 'period' | 'cause'>,
  who: string,
  known: Known,
  before: readonly ScoresTable[],
): Pick<KeptResult, 'shared' | 'contested'> & { readonly gate: Gate; readonly isAgain: boolean } {
  const isOfficer = kind === 'officer'
  const versions = before
    .filter(row => row.who === who)
    .map(row => ({
      ...{ period: row.period, gate: row.gate, tells: tellsFigures(row), cause: known.causeOf(row) },
      ...leftOutIn(row),
    }))
  const versionsOf = (key: string) => versions.filter(version => version.period === key)
  const own = known.quarters.flatMap(({ key, shared }) =>
    shared
      .filter(one => one[kind] === who)
      .map(one => ({
        ...{ quarter: key, name: `${key} ${isOfficer ? one.counter : one.officer}`, counted: one.atCounter },
        // An objection leaves nothing out of a counter.
        gone: isOfficer ? one.gone : less(one.gone, one.contested),
        contested: isOfficer ? one.contested : {},
      })),
  )
  // A half year less its other quarter is a version of the quarter as well.
  const quarters = known.quarters.map(({ key }) => ({
    key,
    now: together(own.filter(one => one.quarter === key).map(one => one.gone)),
    before: [...versionsOf(key), ...versionsOf(periodAt('semester', fixedPeriod(key)!.from).key)].map(version => ({
      ...{ isKnown: version.isKnown, isTold: version.gate === 'shown', cause: version.cause },
      shared: version.shared,
      out: together(
        Object.entries(version.shared).flatMap(([name, cells]) => (name.startsWith(`${key} `) ? [cells] : [])),
      ),
    })),
  }))
  const leftOut = quarters.map(quarter => [...quarter.before.map(({ out }) => out), quarter.now])
  const earlier = versionsOf(period)
  const shared = own.map(one => ({
    counted: one.counted,
    leftOut: [
      ...earlier.map(version => less(version.shared[one.name] ?? {}, version.contested[one.name] ?? {})),
      less(one.gone, one.contested),
    ],
  }))
  const now = nameOf(together(own.map(one => one.gone)))
  const isAgain = earlier.some(
    version => version.tells && version.isKnown && nameOf(together(Object.values(version.shared))) === now,
  )
  // What was held back once stays so: it would stand beside figures that were told without it.
  const isShown = known.shown.has(who) && earlier.every(version => version.gate !== 'hidden')
  const isKnown = [...earlier, ...quarters.flatMap(quarter => quarter.before)].every(version => version.isKnown)
  const isOften = quarters.some(({ now, before: all }) => {
    const told = all.filter(({ isTold }) => isTold)
    return new Set([...told.map(({ out }) => out), now].map(nameOf)).size > mostTold(cause, told)
  })
  const isOfOne = quarters.some(({ key, before: all }) => {
    const told = all.filter(({ isTold }) => isTold)
    const parts = own.filter(one => one.quarter === key)
    return tellsOfOne(parts.map(one => [...told.map(({ shared }) => shared[one.name] ?? {}), one.gone]))
  })
  const maySplit = (!isOfficer || known.splits.mayTell(who)) && (cause === 'contest' || known.splits.mayStand)
  const gate = gateOf(isShown, leftOut, shared)
  return {
    isAgain,
    gate: isAgain
      ? 'shown'
      : gate === 'shown' && (!isKnown || isOften || !maySplit || (!isOfficer && isOfOne))
        ? 'words'
        : gate,
    shared: byName(own.map(({ name, gone }) => [name, gone])),
    ...(isOfficer ? { contested: byName(own.map(({ name, contested }) => [name, contested])) } : {}),
  }
}

function byName(parts: readonly (readonly [string, LeftOutCells])[]) {
  return Object.fromEntries(parts.filter(([, cells]) => Object.keys(cells).length > 0))
}

/** Of whom the next version tells figures, as far as their numbers decide it, and of whom just those that an earlier one told. */
export function figuresOf(
  run: Pick<ScoreRunsTable, 'kind' | 'period' | 'cause'>,
  around: {
    readonly known: Known & { readonly cells: readonly KeptCell[] }
    readonly before: readonly ScoresTable[]
    readonly from: number
  },
): { readonly enough: ReadonlySet<string>; readonly again: ReadonlySet<string> } {
  const { known, before, from } = around
  const counted = grouped(
    known.cells.filter(cell => cell.leftOutBy === null),
    cell => cell.who,
  )
  const told = [...counted]
    .filter(([, own]) => own.reduce((sum, { counts }) => sum + peopleIn(counts), 0) >= fewestShown(from))
    .map(([who]) => ({ who, ...gateAndShared(run, who, known, before) }))
    .filter(({ gate }) => gate === 'shown')
  return {
    enough: new Set(told.map(({ who }) => who)),
    again: new Set(told.filter(({ isAgain }) => isAgain).map(({ who }) => who)),
  }
}

/** Two versions that left out the same ratings are one. */
const nameOf = (out: LeftOutCells) => JSON.stringify(Object.entries(out).sort(([a], [b]) => (a < b ? -1 : 1)))

const together = (cells: readonly LeftOutCells[]): LeftOutCells => Object.assign({}, ...cells) as LeftOutCells
