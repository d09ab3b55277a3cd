import { grouped } from '../../../shared/kit/grouped.ts'
import { staysWhole, type Lot, type OtherOfficers, type Stand } from '../../../shared/officer/score/split.ts'
import type { LeftOutCells } from '../../../shared/officer/score/versions.ts'
import { fixedPeriod, periodAt } from '../../../shared/survey/fixed-periods.ts'
import type { ScoresTable } from '../../store/schema/record/score-tables.ts'
import { leftOutIn, tellsFigures, type SharedPart, type SharedQuarter } from './kept-parts.ts'

/** What was left out of a part, and what of that by an objection. */
type Out = Pick<SharedPart, 'gone' | 'contested'>

/** What objections left out of officers, beside the counters. */
export interface Splits {
  /** Whether another version of an officer may tell figures. */
  mayTell(officer: string): boolean
  /** Whether the versions that tell figures may still stand, after what was left out or came back meanwhile. */
  readonly mayStand: boolean
}

/** Looks at all versions of officers (`rows`) of these quarters and of their half years. */
export function splitsIn(quarters: readonly SharedQuarter[], rows: readonly ScoresTable[]): Splits {
  const may = quarters.map(quarter => maySplitIn(quarter, rows))
  const officers = new Set(quarters.flatMap(({ shared }) => shared.map(part => part.officer)))
  return {
    mayTell: officer => may.every(inQuarter => inQuarter(officer, true)),
    mayStand: [...officers].every(officer => may.every(inQuarter => inQuarter(officer, false))),
  }
}

function maySplitIn({ key, shared }: SharedQuarter, rows: readonly ScoresTable[]) {
  const keys = [key, periodAt('semester', fixedPeriod(key)!.from).key]
  const versions = grouped(
    rows
      .filter(row => keys.includes(row.period))
      .map(row => ({ who: row.who, tells: tellsFigures(row), out: leftOutIn(row) })),
    row => row.who,
  )
  const parts = grouped(shared, part => part.officer)
  const outOf = (part: SharedPart): readonly Out[] => {
    const name = `${key} ${part.counter}`
    const before = (versions.get(part.officer) ?? []).map(({ out }) => ({
      gone: out.shared[name] ?? {},
      contested: out.contested[name] ?? {},
    }))
    return [...before, part]
  }
  const othersOf = (who: string): OtherOfficers =>
    [...parts]
      .filter(([officer]) => officer !== who && officer !== '')
      .map(([, own]) => new Map(own.map(part => [part.counter, restOf(part, outOf(part))])))

  return (who: string, isNew: boolean): boolean => {
    const own = parts.get(who) ?? []
    const isContested = own.some(part => outOf(part).some(out => Object.keys(out.contested).length > 0))
    if (!isContested) return true
    const lots = own.flatMap(part => lotsOf(part, outOf(part)))
    const told = (versions.get(who) ?? []).map(({ tells }) => tells)
    return staysWhole(lots, [...told, isNew], othersOf(who))
  }
}

/** All that was left out of a part in some version, by circumstances. */
const everOut = (outs: readonly Out[]): LeftOutCells =>
  Object.assign({}, ...outs.map(({ gone }) => gone)) as LeftOutCells

/** How many count in all versions. */
function restOf({ counted, gone }: SharedPart, outs: readonly Out[]): number {
  const back = Object.entries(everOut(outs)).filter(([cell]) => !(cell in gone))
  return Math.max(0, counted - back.reduce((sum, [, n]) => sum + n, 0))
}

function lotsOf(part: SharedPart, outs: readonly Out[]): readonly Lot[] {
  const standOf = (cell: string, { gone, contested }: Out): Stand => {
    if (!(cell in gone)) return 'in'
    return cell in contested ? 'contest' : 'out'
  }
  const { counter } = part
  const cells = Object.entries(everOut(outs)).map(([cell, n]) => ({
    ...{ counter, n },
    stands: outs.map(out => standOf(cell, out)),
  }))
  return [...cells, { counter, n: restOf(part, outs), stands: outs.map((): Stand => 'in') }]
}
