import { HOUR, type Instant } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { permissionsOf } from '../../../shared/office/permissions.ts'
import { hasCounter } from '../../../shared/office/scope.ts'
import { isAttended, silenceAt, type LeftWhy } from '../../../shared/queue/leaving.ts'
import { atWorkOf, type AtWork } from '../../store/leave/at-work.ts'
import type { Database } from '../../store/open/database.ts'
import { randomId } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import type { Presence } from './presence.ts'
import type { QueueDays } from './queue-days.ts'
import { ofEach } from '../office/of-each.ts'

/** A session unused for so long is over. */
const IDLE = 4 * HOUR

/**
 * One look over the counters of today: where the officer is not signed in any more, may serve there no longer, or did not answer
 * that somebody is there, the counter is held for left and counts no more. A break that was announced is kept until it is over by
 * whoever may come back.
 */
export function createMinding(deps: {
  db: Database
  offices: Pick<Offices, 'all'>
  days: QueueDays
  presence: Pick<Presence, 'goneSince'>
  now: () => Instant
}): () => Promise<void> {
  const { db, offices, days, presence, now } = deps
  return async () => {
    await ofEach(offices.all(), async known => {
      const office = known.id
      const day = await days.today(office)
      const counters = Object.values(day.counters).filter(isAttended)
      const officers = counters.flatMap(c => c.officerId ?? [])
      const at = now()
      const people = await atWorkOf(db, officers, { now: at, usedSince: at - IDLE })
      for (const counter of counters) {
        const { officerId = '', state, until = 0 } = counter
        const rests = state === 'break' && at < until
        const cutAt = presence.goneSince(officerId)
        const person = people.get(officerId)
        const serves = person !== undefined && mayServe(known, person, counter.id)
        const isIn = serves && (rests || person.signedIn)
        const why: LeftWhy | undefined = !isIn
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
    })
  }
}

function mayServe(office: OfficeInfo, { agency, roles }: AtWork, counter: string): boolean {
  return hasCounter(office, agency, counter) && permissionsOf(roles, office.roles).has('queue.call')
}
