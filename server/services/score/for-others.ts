import { grouped } from '../../../shared/kit/grouped.ts'
import { notToldOf, type KeptCell } from '../../../shared/officer/score/beside.ts'
import { periodAt, periodsWithin, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { tellsFigures } from './kept-parts.ts'
import type { ScoreRunsTable, ScoresTable } from '../../store/schema/record/score-tables.ts'

/** A computation that is being written, by its name and what it is by. */
type Run = Pick<ScoreRunsTable, 'period' | 'kind' | 'version' | 'by'>

/**
 * Whether ratings that were left out still count in the figures of everybody but their officer or counter. What counts of a quarter is
 * the same beside every period that holds it: a semester would tell the rest. `figures` are those of whom the run itself tells some.
 */
export function forOthers(
  run: Run,
  around: {
    readonly runs: readonly Run[]
    readonly before: readonly ScoresTable[]
    readonly figures: ReadonlySet<string>
  },
): (cell: KeptCell) => boolean {
  const { before, figures } = around
  const runs = [...around.runs.filter(one => one.kind === run.kind), run]

  function notTold(quarter: string, who: string): ReadonlySet<string> {
    // A quarter so long ago that it was never computed goes by the period itself.
    const period = runs.some(one => one.period === quarter) ? quarter : run.period
    const told = before
      .filter(row => row.period === period && row.who === who && tellsFigures(row))
      .map(row => row.version)
    const now = period === run.period && figures.has(who) ? [run.version] : []
    return notToldOf(
      runs.filter(one => one.period === period),
      [...told, ...now],
    )
  }

  return ({ who, date, leftOutBy }) => leftOutBy !== null && notTold(periodAt('quarter', date).key, who).has(leftOutBy)
}

/** Whether figures of somebody are told of a period or of each quarter of it in which they have ratings, now or in an earlier version. */
export function toldIn(
  { key, from, to }: FixedPeriod,
  around: {
    readonly cells: readonly KeptCell[]
    readonly rows: readonly ScoresTable[]
    readonly figures: ReadonlySet<string>
  },
): (who: string) => boolean {
  const { cells, rows, figures } = around
  const told = new Set(rows.filter(tellsFigures).map(row => `${row.period} ${row.who}`))
  const quarters = periodsWithin('quarter', { from, to })
  const isTold = (who: string, own: readonly KeptCell[]) =>
    figures.has(who) ||
    told.has(`${key} ${who}`) ||
    quarters.filter(q => own.some(({ date }) => date >= q.from && date <= q.to)).every(q => told.has(`${q.key} ${who}`))
  // Once for each: asked of every cell, looking through all of them stopped the program for a minute.
  const people = new Set(
    [...grouped(cells, cell => cell.who)].filter(([who, own]) => isTold(who, own)).map(([who]) => who),
  )
  return who => people.has(who)
}
