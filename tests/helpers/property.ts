import fc from 'fast-check'

/** Milliseconds for all runs of a property: under the minute of a test, so that the property is heard first. */
const MOST_MS = 45_000

// A failure is told at once, with its seed and path: to look for a smaller one in long histories takes minutes.
fc.configureGlobal({ endOnFailure: true, interruptAfterTimeLimit: MOST_MS, markInterruptAsFailure: true })

/** The one door to fast-check for tests; whoever imports it directly is refused by the linter. */
export { fc }
