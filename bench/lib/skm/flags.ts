import { burstOf, type KeyAnswers } from '../../../shared/survey/statistics/bursts.ts'
import { monthEnd } from '../../../shared/survey/statistics/month-end.ts'
import { outlyingShares } from '../../../shared/survey/statistics/outlying-shares.ts'
import type { Month, MonthAnswer } from './months.ts'

/** How many marks of each kind a month has. */
export interface Flags {
  readonly phone: number
  readonly tablet: number
  readonly network: number
  readonly alike: number
  readonly fast: number
  readonly monthEnd: number
  readonly response: number
  readonly invitation: number
}

const LAST_DAYS = 3

/** All marks of a month, as they are computed when it is closed. */
export function flagsOf(month: Month): Flags {
  const { answers, counters, finished, invited } = month
  const shares = (hits: number[][], of: number[][], twoSided: boolean) =>
    outlyingShares(
      hits.map((own, i) => ({ hits: own, of: of[i]! })),
      twoSided,
    ).counters.filter(one => one.flagged).length
  const table = (keep: (one: MonthAnswer) => boolean) => {
    const counts = Array.from({ length: counters }, () => Array<number>(month.days).fill(0))
    for (const one of answers) if (keep(one)) counts[one.counter]![one.day]! += 1
    return counts
  }
  const apart = (mark: 'alike' | 'fast') =>
    (['tablet', 'phone'] as const).reduce((sum, device) => {
      const of = (one: MonthAnswer) => one.device === device
      return (
        sum +
        shares(
          table(one => of(one) && one[mark]),
          table(of),
          false,
        )
      )
    }, 0)
  const byDay = (tables: number[][]) =>
    Array.from({ length: month.days }, (_, day) => tables.reduce((sum, own) => sum + own[day]!, 0))
  return {
    ...burstsOf(month),
    alike: apart('alike'),
    fast: apart('fast'),
    monthEnd: Number(monthEnd(byDay(table(() => true)), byDay(invited), LAST_DAYS)?.flagged ?? false),
    response: shares(
      table(() => true),
      invited,
      true,
    ),
    invitation: shares(invited, finished, true),
  }
}

function burstsOf(month: Month): Pick<Flags, 'phone' | 'tablet' | 'network'> {
  const { answers, days } = month
  const flagged = (
    key: KeyAnswers['key'],
    groups: ReadonlyMap<string, readonly MonthAnswer[]>,
    beside: readonly number[],
    rest?: (own: readonly MonthAnswer[]) => number[],
  ) => {
    let found = 0
    for (const own of groups.values()) {
      if (own.length < 8) continue
      const others = rest?.(own) ?? beside
      const daily = key === 'phone' ? [] : dailyOf(own, others, days)
      const burst = burstOf({ key, at: own.map(one => one.at), beside: others, daily, looks: answers.length })
      if (burst.flagged.length > 0) found += 1
    }
    return found
  }
  const onPhones = answers.filter(one => one.device === 'phone')
  const times = onPhones.map(one => ({ at: one.at, network: one.network })).sort((a, b) => a.at - b.at)
  return {
    phone: flagged(
      'phone',
      grouped(onPhones, one => one.key),
      [],
    ),
    tablet: flagged(
      'device',
      grouped(
        answers.filter(one => one.device === 'tablet'),
        one => one.key,
      ),
      month.minted,
    ),
    network: flagged(
      'network',
      grouped(onPhones, one => one.network ?? ''),
      [],
      own => times.filter(one => one.network !== own[0]!.network).map(one => one.at),
    ),
  }
}

const DAY_MS = 86_400_000

function dailyOf(own: readonly MonthAnswer[], beside: readonly number[], days: number): KeyAnswers['daily'] {
  const daily = Array.from({ length: days }, () => ({ own: 0, beside: 0 }))
  const at = (instant: number) => daily[Math.min(days - 1, Math.floor(instant / DAY_MS))]!
  for (const one of own) at(one.at).own += 1
  for (const instant of beside) at(instant).beside += 1
  return daily
}

function grouped(
  answers: readonly MonthAnswer[],
  by: (one: MonthAnswer) => string,
): ReadonlyMap<string, readonly MonthAnswer[]> {
  const groups = new Map<string, MonthAnswer[]>()
  for (const one of answers) {
    const group = groups.get(by(one))
    if (group === undefined) groups.set(by(one), [one])
    else group.push(one)
  }
  return groups
}
