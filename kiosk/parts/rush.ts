/** So many numbers may be taken at one kiosk within a minute: a family of six, each with a number of their own. */
export const MOST_IN_A_RUSH = 6
const RUSH_MS = 60_000

/**
 * Whether a kiosk rests before it gives another number: one finger that takes number after number fills the hall with people
 * who are not there. `taken` are the times of the numbers before, the oldest first.
 */
export function isRush(taken: readonly number[], now: number): boolean {
  return recent(taken, now).length >= MOST_IN_A_RUSH
}

/** The numbers of the last minute, all that has to be remembered. */
export function recent(taken: readonly number[], now: number): readonly number[] {
  return taken.filter(at => at > now - RUSH_MS)
}
