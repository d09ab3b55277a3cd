/** A source of numbers in [0, 1). Rules take it as an argument, so a test can seed it. */
export type Random = () => number

/**
 * A small seeded generator (mulberry32) for simulations and tests; never for secrets.
 * @example seeded(1)() === seeded(1)() // true
 */
export function seeded(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}
