import { MINUTE, type Instant } from '../../../shared/kit/time.ts'

/** A desk that loads anew, or whose network stumbles, is back within so long. */
const CUT_MS = MINUTE

/** Which officers have a live desk at this process, and since when one that had some has none. */
export interface Presence {
  /** A live desk of somebody began; what is given back tells that it ended. */
  came(staffId: string): () => void
  /** Since when the last desk of somebody is gone, once that is a minute ago; nothing of whoever had none here. */
  goneSince(staffId: string): Instant | undefined
}

export function createPresence(now: () => Instant): Presence {
  const desks = new Map<string, { live: number; endedAt: Instant }>()
  return {
    came(staffId) {
      const known = desks.get(staffId) ?? { live: 0, endedAt: 0 }
      desks.set(staffId, known)
      known.live++
      return () => {
        known.live--
        known.endedAt = now()
      }
    },

    goneSince(staffId) {
      const known = desks.get(staffId)
      const gone = known !== undefined && known.live === 0 && now() - known.endedAt >= CUT_MS
      return gone ? known.endedAt : undefined
    },
  }
}
