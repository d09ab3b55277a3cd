import type { Span } from '../answered.ts'
import { periodsWithin } from '../fixed-periods.ts'

/**
 * The whole months among some days, of which the head may have left out what is marked; undefined where there is none. A week of a month
 * keeps all of its answers, for what is marked in it may be of few.
 * @example wholeMonths({ from: '2026-03-16', to: '2026-06-14' }) // { from: '2026-04-01', to: '2026-05-31' }
 */
export function wholeMonths({ from, to }: Span): Span | undefined {
  const months = periodsWithin('month', { from, to }).filter(month => month.from >= from && month.to <= to)
  const [first, last] = [months[0], months.at(-1)]
  return first && last ? { from: first.from, to: last.to } : undefined
}
