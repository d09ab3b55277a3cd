import { setImmediate as nextTurn } from 'node:timers/promises'
import { addDays, type LocalDate } from '../../../shared/kit/time.ts'

/** First and last day, both included. */
export interface Part {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Days read at once: of a large hall some 3,000 visits, for which a counter waits a few hundredths of a second. */
const DAYS = 2

/**
 * Reads what is between two dates, both included, a few days at a time, and lets whoever waits go first in between: a whole quarter in
 * one statement stops the program. What comes out is in the order of the days.
 */
export async function* inParts<T>(
  from: LocalDate,
  to: LocalDate,
  read: (part: Part) => Promise<readonly T[]>,
  days = DAYS,
): AsyncGenerator<readonly T[], void, undefined> {
  for (let first = from; first <= to; first = addDays(first, days)) {
    if (first !== from) await nextTurn()
    const last = addDays(first, days - 1)
    yield await read({ from: first, to: last < to ? last : to })
  }
}

/** All parts in one list. */
export async function collected<T>(parts: AsyncIterable<readonly T[]>): Promise<readonly T[]> {
  const all: T[] = []
  for await (const part of parts) for (const one of part) all.push(one)
  return all
}
