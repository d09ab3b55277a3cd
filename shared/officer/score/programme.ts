import { grouped } from '../../kit/grouped.ts'
import type { Measured } from '../../kit/pool.ts'
import { addDays, type LocalDate } from '../../kit/time.ts'
import { periodAt, type FixedPeriod } from '../../survey/fixed-periods.ts'
import type { Cell } from './cells.ts'
import { changeOf, type Change } from './change.ts'
import { peopleIn } from './pools.ts'
import type { Scores } from './score.ts'
import { scoresOf } from './scores-of.ts'

/** Days, the first and the last one included. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** A training or another programme, from the day on which it was agreed who takes part. */
export interface Programme extends Days {
  readonly trained: readonly string[]
  /** The period for whose low score somebody was sent; `null` where it was no score. */
  readonly sentFor: Days | null
}

/** A closed period with its ratings. */
export interface RatedWindow {
  readonly period: FixedPeriod
  readonly cells: readonly Cell[]
  /** By officer, which share of the window (0 to 1) an outage stopped their work or they stood at another counter than usual. */
  readonly disturbed: ReadonlyMap<string, number>
}

/** Why nothing is told of a programme. */
export type ProgrammeRefusal =
  | 'unlikeWindows'
  | 'overlap'
  | 'sentForIt'
  | 'nobodyTrained'
  | 'fewRatings'
  | 'notComparable'
  | 'disturbed'
  | 'otherWork'
  | 'fewComparators'

/** Days after the end of a programme before which the later window does not begin. */
const SETTLING_DAYS = 14
/** A larger share of a window than this without the usual work, and it is not comparable. */
const MOST_DISTURBED = 0.2

/**
 * The last window of a kind wholly before a programme, and the first one that begins fourteen days after its end or later.
 * @example windowsAround('quarter', { from: '2026-05-04', to: '2026-05-08' }).map(w => w.key) // ['2026-Q1', '2026-Q3']
 */
export function windowsAround(kind: FixedPeriod['kind'], { from, to }: Days): readonly [FixedPeriod, FixedPeriod] {
  const before = periodAt(kind, addDays(periodAt(kind, from).from, -1))
  const settled = addDays(to, SETTLING_DAYS)
  const at = periodAt(kind, settled)
  return [before, at.from === settled ? at : periodAt(kind, addDays(at.to, 1))]
}

/**
 * By how much more those changed who took part than their colleagues of the same pool: each window is adjusted by itself, and the
 * difference of the differences is `changeOf`. Colleagues who were in a programme between the windows, have under `shownFrom` ratings
 * in one of them, or did other work than usual are no comparators; of those who took part it refuses, with the reason. Nobody is
 * matched by an earlier score (Daw and Hatfield, Health Services Research 53, 2018, 4138).
 */
export function programmeChange(
  programme: Programme,
  [before, after]: readonly [RatedWindow, RatedWindow],
  options: { readonly shownFrom: number; readonly otherProgrammes: readonly (Days & { readonly who: string })[] },
): Change | { readonly refused: ProgrammeRefusal } {
  const refused = windowRefusal(programme, before.period, after.period)
  if (refused) return { refused }
  const windows = [before, after].map(window => ({ ...window, scores: scoresOf(window.cells, options) }))
  for (const who of programme.trained) {
    const why = personRefusal(who, windows)
    if (why) return { refused: why }
  }
  const pools = programme.trained.map(who => poolsOf(who, windows))
  if (pools.some(pool => pool !== pools[0])) return { refused: 'notComparable' }
  const [gapFrom, gapTo] = [addDays(before.period.to, 1), addDays(after.period.from, -1)]
  const taught = new Set([
    ...programme.trained,
    ...options.otherProgrammes.filter(p => p.from <= gapTo && p.to >= gapFrom).map(p => p.who),
  ])
  const comparators = windows[0]!.scores.people
    .map(p => p.who)
    .filter(who => !taught.has(who) && !personRefusal(who, windows) && poolsOf(who, windows) === pools[0])
  const changed = (who: string, trained: boolean) => {
    const [earlier, later] = windows.map(w => measuredOf(who, w.scores)!)
    return { before: earlier!, after: later!, trained }
  }
  return changeOf([...programme.trained.map(who => changed(who, true)), ...comparators.map(who => changed(who, false))])
}

type Scored = RatedWindow & { readonly scores: Scores }

/** What is wrong with the windows themselves. */
function windowRefusal(
  { trained, from, to, sentFor }: Programme,
  before: FixedPeriod,
  after: FixedPeriod,
): ProgrammeRefusal | undefined {
  if (before.kind !== after.kind) return 'unlikeWindows'
  if (before.to >= from || after.from <= to || after.from < addDays(to, SETTLING_DAYS)) return 'overlap'
  if (sentFor && sentFor.from <= before.to && sentFor.to >= before.from) return 'sentForIt'
  return trained.length === 0 ? 'nobodyTrained' : undefined
}

/** Why nothing can be said of how somebody changed. */
function personRefusal(who: string, windows: readonly Scored[]): ProgrammeRefusal | undefined {
  const people = windows.map(w => w.scores.people.find(p => p.who === who))
  if (people.some(p => p === undefined || p.status === 'fewRatings')) return 'fewRatings'
  if (windows.some(w => measuredOf(who, w.scores) === undefined)) return 'notComparable'
  if (windows.some(w => (w.disturbed.get(who) ?? 0) > MOST_DISTURBED)) return 'disturbed'
  const [earlier, later] = windows.map(w => w.cells.filter(c => c.who === who))
  return isHalfAlike(earlier!, later!) ? undefined : 'otherWork'
}

/** Somebody's adjusted mean with its variance; undefined of whoever is not compared. */
function measuredOf(who: string, { people, pools }: Scores): Measured | undefined {
  const person = people.find(p => p.who === who)
  if (!person || !('pool' in person)) return undefined
  return { mean: person.adjusted, variance: pools[person.pool]!.variance / person.nEff }
}

/** In which pools somebody stands, window by window. */
function poolsOf(who: string, windows: readonly Scored[]): string {
  return windows
    .map(({ scores }) => scores.people.find(p => p.who === who))
    .map(person => (person && 'pool' in person ? person.pool : '-'))
    .join(' ')
}

/** Whether two mixes of services share half of their ratings at least; in whole numbers, so that a half is a half. */
function isHalfAlike(earlier: readonly Cell[], later: readonly Cell[]): boolean {
  const [a, b] = [servicesOf(earlier), servicesOf(later)]
  const [all, others] = [sumOf(a.values()), sumOf(b.values())]
  const shared = [...a].map(([service, n]) => Math.min(n * others, (b.get(service) ?? 0) * all))
  return 2 * sumOf(shared) >= all * others
}

function servicesOf(cells: readonly Cell[]): ReadonlyMap<string, number> {
  const services = grouped(cells, c => c.service)
  return new Map([...services].map(([service, of]) => [service, sumOf(of.map(c => peopleIn(c.counts)))]))
}

const sumOf = (numbers: Iterable<number>) => [...numbers].reduce((a, b) => a + b, 0)
