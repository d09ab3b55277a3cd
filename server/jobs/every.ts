/** A timer that is at work. */
export interface Job {
  /** Ends the timer; resolved once the pass under way is over. */
  stop(): Promise<void>
}

/** Runs `work` again and again with a pause between, never twice at once; a failure is told and the next turn comes. */
export function every(pauseMs: number, work: () => Promise<unknown>, failed: (error: unknown) => void): Job {
  let running: Promise<unknown> = Promise.resolve()
  let busy = false
  const timer = setInterval(() => {
    if (busy) return
    busy = true
    running = work()
      .catch(failed)
      .finally(() => (busy = false))
  }, pauseMs)
  timer.unref()
  return {
    async stop() {
      clearInterval(timer)
      await running
    },
  }
}
