/**
 * Changes of an office, and acts upon what it has: each act comes before a change, whole, or after it. So nothing that a change
 * takes away is given to anybody in the same moment, and an act is decided by the office as it stands.
 */
export interface OfficeTurn {
  /** Acts while nobody changes the office; acts do not wait for each other. Nothing inside asks for another turn. */
  acting<T>(office: string, act: () => Promise<T>): Promise<T>
  /** Changes the office, one change after another, while nobody acts upon it. */
  changing<T>(office: string, change: () => Promise<T>): Promise<T>
}

export function createOfficeTurn(): OfficeTurn {
  /** The last change that was asked for, until it is over. */
  const changes = new Map<string, Promise<unknown>>()
  const acts = new Map<string, Set<Promise<unknown>>>()

  function actsOf(office: string): Set<Promise<unknown>> {
    const known = acts.get(office) ?? new Set()
    acts.set(office, known)
    return known
  }

  return {
    async acting(office, act) {
      for (let change = changes.get(office); change; change = changes.get(office)) await change
      const under = actsOf(office)
      const mine = act()
      under.add(mine)
      return mine.finally(() => under.delete(mine))
    },
    changing(office, change) {
      const before = changes.get(office)
      const mine = (async () => {
        await before
        await Promise.allSettled(actsOf(office))
        return change()
      })()
      const over: Promise<unknown> = mine
        .catch(() => undefined)
        .finally(() => {
          if (changes.get(office) === over) changes.delete(office)
        })
      changes.set(office, over)
      return mine
    },
  }
}
