import type { QueueDay } from '../day.ts'

/**
 * A ticket number: the letters of its series and daily counter, three digits at least. An identity, never an order promise.
 * @example ticketNumber('A', 12) // 'A-012'
 */
export function ticketNumber(letter: string, counter: number): string {
  return `${letter}-${String(counter).padStart(3, '0')}`
}

/**
 * A booking's number: the series of its own per service, two digits at least, so that both series rise in order on the hall
 * screen.
 * @example bookingNumber('A', 7) // 'AR-07'
 */
export function bookingNumber(letter: string, counter: number): string {
  return `${letter}R-${String(counter).padStart(2, '0')}`
}

/**
 * The counter of the next booking number: the first free one of its slot's own stretch (so that earlier slots have smaller
 * numbers), else the next one after all that were planned or given.
 */
export function nextBookingCounter(used: readonly number[], places: readonly number[], slot: number): number {
  if (slot >= 0) {
    const before = places.slice(0, slot).reduce((sum, n) => sum + n, 0)
    const taken = new Set(used)
    for (let n = before + 1; n <= before + places[slot]!; n++) if (!taken.has(n)) return n
  }
  const planned = places.reduce((sum, n) => sum + n, 0)
  return used.reduce((most, n) => Math.max(most, n), planned) + 1
}

/**
 * The counter of the next booking of a series in a slot; -1 for no slot. Services that share a series share the stretches of
 * its slots too, so that its numbers rise with them. `used` are the counters given so far.
 */
export function nextOfSeries(
  day: QueueDay,
  letter: string,
  slot: number,
  used: readonly number[] = day.bookedNumbers[`${letter}R`] ?? [],
): number {
  const places: number[] = []
  for (const service of day.plan?.services ?? [])
    if (service.letter === letter) service.booking?.places.forEach((n, i) => (places[i] = (places[i] ?? 0) + n))
  return nextBookingCounter(used, places, slot)
}
