import { HOUR, type Instant } from '../../../shared/kit/time.ts'
import { isAttended, silenceAt, type LeftWhy } from '../../../shared/queue/leaving.ts'
import { signedInOf } from '../../store/leave/signed-in.ts'
import type { Database } from '../../store/open/database.ts'
import { randomId } from '../identity/secrets.ts'
import type { Presence } from './presence.ts'
import type { QueueDays } from './queue-days.ts'

/** A session unused for so long is over. */
const IDLE = 4 * HOUR

/**
 * One look over the counters of today: where the officer is not signed in any more, or did not answer that somebody is there,
 * the counter is held for left and counts no more. A break that was announced is kept until it is over.
 */
export function createMinding(deps: {
  db: Database
  offices: { all(): readonly { readonly id: string }[] }
  days: QueueDays
  presence: Pick<Presence, 'goneSince'>
  now: () => Instant
}): () => Promise<void> {
  const { db, offices, days, presence, now } = deps
  return async () => {
    for (const { id: office } of offices.all()) {
      const day = await days.today(office)
      const counters = Object.values(day.counters).filter(isAttended)
      const officers = counters.flatMap(c => c.officerId ?? [])
      const at = now()
      const signedIn = await signedInOf(db, officers, { now: at, usedSince: at - IDLE })
      for (const counter of counters) {
        const { officerId = '', state, until = 0 } = counter
        const rests = state === 'break' && at < until
        const cutAt = presence.goneSince(officerId)
        const why: LeftWhy | undefined =
          !signedIn.has(officerId) && !rests
            ? 'signedOut'
            : silenceAt(day, counter, at, cutAt) === 'left'
              ? cutAt === undefined
                ? 'silent'
                : 'cut'
              : undefined
        if (why === undefined) continue
        const command = { id: randomId(), by: 'system', verb: 'leaveCounter', counterId: counter.id, why } as const
        await days.execute(office, command, day.date)
      }
    }
  }
}
