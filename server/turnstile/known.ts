const MOST_KNOWN = 2_000
/** As long as a session lives without being used. */
const KNOWN_MS = 4 * 3_600_000
const MOST_LETTERS = 4_096

/**
 * Cookies that the identity has proved to be the desk's. They decide who goes first, never who may: whatever they ask for is
 * proved anew.
 */
export interface Known {
  has(cookies: string | undefined): boolean
  /** What the identity found out about them. */
  learn(cookies: string | undefined, ofDesk: boolean): void
  /** Somebody's right ended: everybody proves it once more. */
  forget(): void
}

export function createKnown(now: () => number): Known {
  const proved = new Map<string, number>()
  return {
    has(cookies) {
      const at = cookies === undefined ? undefined : proved.get(cookies)
      return at !== undefined && now() - at < KNOWN_MS
    },
    learn(cookies, ofDesk) {
      if (cookies === undefined || cookies.length > MOST_LETTERS) return
      // The one that was proved longest ago stands first, and goes when there are too many.
      proved.delete(cookies)
      if (!ofDesk) return
      proved.set(cookies, now())
      if (proved.size > MOST_KNOWN) proved.delete(proved.keys().next().value!)
    },
    forget: () => proved.clear(),
  }
}
