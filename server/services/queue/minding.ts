import { HOUR, type Instant } from '../../../shared/kit/time.ts'
import { isAttended, silenceAt, type LeftWhy } from '../../../shared/queue/leaving.ts'
import { signedInOf } from '../../store/leave/signed-in.ts'
import type { Database } from '../../store/open/database.ts'
import { randomId } from '../identity/secrets.ts'
import type { QueueDays } from './queue-days.ts'

/** A session unused for so long is over. */
const IDLE = 4 * HOUR

/**
 * One look over the counters of today: where the officer is not signed in any more, or did not answer that somebody is there,
 * the counter is held for left and counts no more.
 */
export function createMinding(deps: {
  db: Database
  offices: { all(): readonly { readonly id: string }[] }
  days: QueueDays
  now: () => Instant
}): () => Promise<void> {
  const { db, offices, days, now } = deps
  return async () => {
    for (const { id: office } of offices.all()) {
      const day = await days.today(office)
      const counters = Object.values(day.counters).filter(isAttended)
      const officers = counters.flatMap(c => c.officerId ?? [])
      const at = now()
      const signedIn = await signedInOf(db, officers, { now: at, usedSince: at - IDLE })
      for (const counter of counters) {
        const gone = !signedIn.has(counter.officerId ?? '')
        const why: LeftWhy | undefined = gone
          ? 'signedOut'
          : silenceAt(day, counter, at) === 'left'
            ? 'silent'
            : undefined
        if (why === undefined) continue
        const command = { id: randomId(), by: 'system', verb: 'leaveCounter', counterId: counter.id, why } as const
        await days.execute(office, command, day.date)
      }
    }
  }
}
