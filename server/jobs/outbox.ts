const EVERY = 1_000

/** A timer that is at work. */
export interface Job {
  /** Ends the timer; resolved once the pass under way is over. */
  stop(): Promise<void>
}

/** Looks into the outbox every second; a pass that lasts longer is waited for. */
export function startOutbox(deps: { deliver: () => Promise<unknown>; failed: (error: unknown) => void }): Job {
  let pass: Promise<void> | undefined
  const timer = setInterval(() => {
    pass ??= deps
      .deliver()
      .catch(deps.failed)
      .then(() => (pass = undefined))
  }, EVERY)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await pass
    },
  }
}
