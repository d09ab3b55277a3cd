import type { Instant } from '../kit/time.ts'
import { slotAt, type SlotGrid } from './slots.ts'

/**
 * The draw: everybody who asks within the window has the same chance, and anybody can recompute it.
 *
 * 1. Before the window opens the office publishes the SHA-256 of a secret random seed, so it cannot choose it later.
 * 2. When the window closes the entries are written as {@link entriesText}; their digest is the SHA-256 of that text.
 * 3. The seed is published with the text and the places, and {@link draw} runs with
 *    `key = SHA-256 of keyText(seed, digest, code)`.
 *
 * Texts are hashed as UTF-8 and hashes written as 64 small hexadecimal digits. Nobody can tell their key before the
 * window has closed, for it depends on everybody's entry; whoever keeps the seed must not be able to add entries.
 */

/** What somebody asks for. Codes are unique within a draw and name nobody: letters, digits and hyphens. */
export interface DrawEntry {
  readonly code: string
  /** Indices of slots of the day from 0, best first. */
  readonly wishes: readonly number[]
  /** Takes the earliest slot with a place when no wish can be met. */
  readonly anySlot: boolean
}

/** What an entry got. */
export interface DrawOutcome {
  readonly code: string
  /** Turn in the order of the draw, from 1. */
  readonly turn: number
  /** Index of the slot; `null` when there was no place left. */
  readonly slot: number | null
  /** Turn on the waitlist from 1; `null` for those who got a slot. */
  readonly waitlist: number | null
}

/** The outcomes in the order of the draw. */
export type DrawResult = readonly DrawOutcome[]

/**
 * Gives out `places` (one number per slot of the day) by rising `keyOf(code)`, ties by code. Each in turn gets the
 * first wished slot that still has a place, else with `anySlot` the earliest slot with a place, else the next turn on
 * the waitlist. The order in which the entries came in decides nothing.
 */
export function draw(
  entries: readonly DrawEntry[],
  places: readonly number[],
  keyOf: (code: string) => string,
): DrawResult {
  const order = inOrder(entries, keyOf)
  let waiting = 0
  return givenOut(order, places).map((slot, i) => ({
    code: order[i]!.code,
    turn: i + 1,
    slot,
    waitlist: slot === null ? ++waiting : null,
  }))
}

/** The slot of each entry of an order, `null` where no place was left. */
export function givenOut(
  order: readonly Pick<DrawEntry, 'wishes' | 'anySlot'>[],
  places: readonly number[],
): readonly (number | null)[] {
  const left = [...places]
  let earliest = 0
  const anyLeft = () => {
    while (earliest < left.length && left[earliest]! <= 0) earliest++
    return earliest < left.length ? earliest : null
  }
  return order.map(({ wishes, anySlot }) => {
    const slot = wishes.find(wish => (left[wish] ?? 0) > 0) ?? (anySlot ? anyLeft() : null)
    if (slot !== null) left[slot]!--
    return slot
  })
}

/**
 * What times that were asked for are in the slots of the day as they are when the draw is held: their indices, best first. A
 * time belongs to the slot within which it lies; one that lies in none any more comes after those, for the nearest slot.
 */
export function wishesIn(grid: SlotGrid, asked: readonly Instant[]): readonly number[] {
  const { starts, slotMs } = grid
  if (starts.length === 0) return []
  const stands = (at: Instant) => starts.some(start => start <= at && at < start + slotMs)
  const best = [...asked.filter(stands), ...asked.filter(at => !stands(at))]
  return [...new Set(best.map(at => slotAt(grid, at)))]
}

/** The entries by rising `keyOf(code)`, ties by code. */
export function inOrder<E extends { readonly code: string }>(
  entries: readonly E[],
  keyOf: (code: string) => string,
): readonly E[] {
  return entries
    .map(entry => ({ entry, key: keyOf(entry.code) }))
    .sort((a, b) => compare(a.key, b.key) || compare(a.entry.code, b.entry.code))
    .map(({ entry }) => entry)
}

/**
 * The entries as one text: sorted by code (by its characters' numbers), each as `code;wishes;any` or `code;wishes;-`
 * with the wishes as numbers between commas, lines separated by one line feed, none after the last.
 * @example entriesText([{ code: 'B', wishes: [], anySlot: true }, { code: 'A', wishes: [2, 0], anySlot: false }]) // 'A;2,0;-\nB;;any'
 */
export function entriesText(entries: readonly DrawEntry[]): string {
  return [...entries]
    .sort((a, b) => compare(a.code, b.code))
    .map(({ code, wishes, anySlot }) => `${code};${wishes.join(',')};${anySlot ? 'any' : '-'}`)
    .join('\n')
}

/**
 * The text whose SHA-256 is the key of an entry.
 * @example keyText('5eed', 'd19e57', 'K7Q2') // '5eed:d19e57:K7Q2'
 */
export function keyText(seed: string, digest: string, code: string): string {
  return `${seed}:${digest}:${code}`
}

// Not by the rules of a language: they differ between machines.
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
