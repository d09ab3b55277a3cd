import type { LocalDate } from '../kit/time.ts'
import { sum, within, type Answered } from './answered.ts'
import type { FixedPeriod } from './fixed-periods.ts'
import { isOfEnough } from './parts-shown.ts'
import type { Part, Showing } from './showing.ts'

/**
 * What of the parts that may be shown waits `until` a day, as far as `keptBack` says; nothing where there is no such day.
 */
export function waitingParts(
  rows: readonly Answered[],
  kind: string,
  around: {
    readonly period: FixedPeriod
    readonly of: (part: Part) => Showing
    readonly until: LocalDate | undefined
  },
): (id: string) => Showing | undefined {
  const { period, of, until } = around
  if (until === undefined) return () => undefined
  const own = within(rows, period)
  const ids = [...new Set(own.map(row => row.of[kind]!))]
  const back = keptBack(
    own,
    kind,
    ids.filter(id => 'through' in of({ kind, id })),
  )
  return id => (back.has(id) ? { why: 'officer', on: until } : undefined)
}

/** Whether one officer served all of these people, or all but fewer than ten of a question. */
export function isOfOneOfficer(rows: readonly Pick<Answered, 'by' | 'counts'>[]): boolean {
  const officers = [...new Set(rows.flatMap(({ by = [] }) => by))].filter(who => who.startsWith('officer '))
  return !isOfEnough(rows, { floor: 0, alone: 0, hidden: officers })
}

/**
 * Which of the parts that may be shown wait until others may read of their officers: those that one officer served alone, or all but fewer than
 * ten people of a question, and the smallest others while the whole less those shown would still be one officer's.
 */
export function keptBack(rows: readonly Answered[], kind: string, shown: readonly string[]): ReadonlySet<string> {
  const of = (id: string) => rows.filter(row => row.of[kind] === id)
  const back = new Set(shown.filter(id => isOfOneOfficer(of(id))))
  const people = (id: string) => Math.max(0, ...sum(of(id)))
  const others = shown.filter(id => !back.has(id)).sort((a, b) => people(a) - people(b))
  const rest = () => rows.filter(row => !others.includes(row.of[kind]!))
  while (others.length > 0 && rest().length > 0 && isOfOneOfficer(rest())) back.add(others.shift()!)
  return back
}
