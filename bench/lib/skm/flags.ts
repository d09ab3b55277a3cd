import { grouped } from '../../../shared/kit/grouped.ts'
import { addDays, atClock, DAY } from '../../../shared/kit/time.ts'
import { flagsOfMonth, type ClosedMonth } from '../../../shared/survey/integrity/month.ts'
import type { Month } from './months.ts'

/** How many marks of each kind a month has. */
export interface Flags {
  readonly phone: number
  readonly tablet: number
  readonly network: number
  readonly slow: number
  readonly alike: number
  readonly fast: number
  readonly monthEnd: number
  readonly response: number
  readonly invitation: number
}

const FIRST = '2026-06-01'
const START = atClock(FIRST, '00:00', 'WIB')

/** All marks of a month, as the program computes them when it is closed. */
export function flagsOf(month: Month): Flags {
  const { flags } = flagsOfMonth(closed(month))
  const count = (...kinds: readonly string[]) =>
    flags.filter(flag => kinds.includes('key' in flag ? `${flag.kind} ${flag.key}` : flag.kind)).length
  return {
    phone: count('minutes phone'),
    tablet: count('minutes device'),
    network: count('minutes network'),
    slow: count('day phone'),
    alike: count('alike'),
    fast: count('fast'),
    monthEnd: count('end'),
    response: count('response'),
    invitation: count('invitation'),
  }
}

/** The month as the program finds it in its tables. */
function closed(month: Month): ClosedMonth {
  const days = Array.from({ length: month.days }, (_, day) => addDays(FIRST, day))
  const minted = grouped(month.minted, at => `${Math.floor(at / DAY)}`)
  const left = new Map([...minted].map(([day, at]) => [day, [...at]]))
  const answered = grouped(month.answers, one => `${one.counter} ${one.day}`)
  return {
    zone: 'WIB',
    days,
    answers: month.answers.map((one, i) => ({
      ...{ id: `${i}`, date: days[one.day]!, counterId: `${one.counter}`, at: START + one.at },
      ...{ device: one.device === 'tablet' ? 'office' : 'phone', key: one.key, network: one.network },
      ...{ seconds: one.fast ? 5 : 60, asked: 9, marks: one.alike ? Array(9).fill(4) : [3, ...Array(8).fill(4)] },
      suggestion: null,
    })),
    visits: month.finished.flatMap((counts, counter) =>
      counts.map((finished, day) => ({
        ...{ date: days[day]!, counterId: `${counter}`, finished },
        answered: answered.get(`${counter} ${day}`)?.length ?? 0,
        minted: (left.get(`${day}`) ?? []).splice(0, month.invited[counter]![day]).map(at => START + at),
      })),
    ),
  }
}
