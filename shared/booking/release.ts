import type { Release } from '../office/office.ts'
import { addDays, atClock, type ClockTime, type Instant, type LocalDate, type Zone } from '../kit/time.ts'
import type { Stretch } from '../office/doors.ts'
import { wholePlaces } from './slots.ts'

/** The golden part of a circle. */
const GOLDEN = (Math.sqrt(5) - 1) / 2

/**
 * When which share of the places for `date` is given out, rising to 1; empty when all are from the beginning, or from the
 * result of a draw on.
 */
export function openingsOf(release: Release, date: LocalDate, zone: Zone, releaseTime: ClockTime): readonly Opening[] {
  const at = (daysAhead: number) => atClock(addDays(date, -daysAhead), releaseTime, zone)
  if (release.kind !== 'waves') return []
  let share = 0
  return [...release.waves]
    .sort((a, b) => b.daysAhead - a.daysAhead)
    .map((wave, i, { length }) => {
      share += wave.share
      // The last wave gives out whatever thirds and tenths have left over.
      return { at: at(wave.daysAhead), share: i === length - 1 ? 1 : Math.min(1, share) }
    })
}

/** The window within which everybody has the same chance for `date`; `null` where there is no draw. */
export function drawWindow(release: Release, date: LocalDate, zone: Zone, releaseTime: ClockTime): Stretch | null {
  if (release.kind !== 'draw') return null
  const at = (daysAhead: number) => atClock(addDays(date, -daysAhead), releaseTime, zone)
  return { from: at(release.opensDaysAhead), to: at(release.closesDaysAhead) }
}

/**
 * The share (0 to 1) of the places that is out at `now`.
 * @example releasedShare([{ at: 10, share: 0.5 }, { at: 20, share: 1 }], 15) // 0.5
 */
export function releasedShare(openings: readonly Opening[], now: Instant): number {
  return openings.length === 0 ? 1 : openings.reduce((share, o) => (o.at <= now ? Math.max(share, o.share) : share), 0)
}

/**
 * How many places of each slot are out at a share (0 to 1) of the day: its whole part in all, spread evenly over the
 * day, and for no slot ever fewer at a greater share.
 * @example releasedPlaces([2, 2, 2], 0.5) // [1, 1, 1]
 */
export function releasedPlaces(places: readonly number[], share: number): readonly number[] {
  if (share >= 1) return places
  const total = sum(places)
  const out = wholePlaces(share * total)
  if (out <= 0) return places.map(() => 0)
  // Somewhere near the share lies the level at which exactly so many are out; each slot only ever rises with it.
  let low = (out - places.length) / total
  let high = (out + places.length) / total
  for (;;) {
    const level = (low + high) / 2
    if (level <= low || level >= high) return inTurn(places, low, high, out)
    const released = atLevel(places, level)
    const missing = out - sum(released)
    if (missing === 0) return released
    if (missing > 0) low = level
    else high = level
  }
}

function atLevel(places: readonly number[], level: number): number[] {
  // The golden phase brings neighbouring slots far apart, so that a few places are not all in the morning.
  return places.map((n, slot) => Math.min(n, Math.max(0, Math.floor(level * n + (((slot + 1) * GOLDEN) % 1)))))
}

/** Slots that rise at the very same level do so from the morning on. */
function inTurn(places: readonly number[], low: number, high: number, out: number): readonly number[] {
  const before = atLevel(places, low)
  const after = atLevel(places, high)
  let missing = out - sum(before)
  return before.map((n, slot) => {
    const more = Math.min(missing, after[slot]! - n)
    missing -= more
    return n + more
  })
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((all, n) => all + n, 0)
}

/** From an instant on, a share of the places (0 to 1) is given out. */
export interface Opening {
  readonly at: Instant
  readonly share: number
}
