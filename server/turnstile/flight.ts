/** Acts under way. One that takes longer than `mostMs` counts no more: a slow sender must not hold up everybody else. */
export interface Flight {
  /** Counts one more until the answer is called. */
  enter(): () => void
  size(): number
}

export function createFlight(now: () => number, mostMs: number): Flight {
  const under = new Set<{ readonly at: number }>()
  return {
    enter() {
      const act = { at: now() }
      under.add(act)
      return () => void under.delete(act)
    },
    size() {
      const since = now() - mostMs
      for (const act of under) {
        if (act.at >= since) break
        under.delete(act)
      }
      return under.size
    },
  }
}
