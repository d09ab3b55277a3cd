import fc from 'fast-check'

/** Milliseconds for all runs of a property: under the minute of a test, so that the property is heard first. */
const MOST_MS = 45_000

/** What is green stays green for the same files; `TANGGAP_SEED=random` looks at others, and a number at those of that run. */
const SEED = process.env.TANGGAP_SEED ?? '20261130'

// A failure is told at once, with its seed and path: to look for a smaller one in long histories takes minutes.
fc.configureGlobal({
  endOnFailure: true,
  interruptAfterTimeLimit: MOST_MS,
  markInterruptAsFailure: true,
  ...(SEED === 'random' ? {} : { seed: Number(SEED) }),
})

const SHARE = process.env.TANGGAP_PROPERTY_SHARE

/** Whether one mutant of the rules after another is tried in this process, so that nothing of theirs may be kept. */
export const MUTATING = SHARE !== undefined

/** How often a costly property is tried: `times`, or a part of it where every mutant of a rule has to be tried (`npm run mutate`). */
export function runs(times: number): number {
  return Math.ceil(times * Number(SHARE ?? 1))
}

/** The one door to fast-check for tests; whoever imports it directly is refused by the linter. */
export { fc }
