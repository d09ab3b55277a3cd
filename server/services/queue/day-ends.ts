import { addDays, atClock, officeDate, type Instant, type LocalDate, type Zone } from '../../../shared/kit/time.ts'
import { decide } from '../../../shared/queue/decide.ts'
import type { Command } from '../../../shared/queue/command.ts'
import type { Database } from '../../store/open/database.ts'
import { openDates } from '../../store/tickets.ts'
import { randomId } from '../identity/secrets.ts'
import type { QueueDays } from './queue-days.ts'
import { ofEach } from '../office/of-each.ts'

/** Days before the last look that are looked at again, for visits under way. */
const AGAIN_DAYS = 2
/** Whoever was served in part and missed a call so many days ago is asked about it no more. */
const MISSED_DAYS = 7

/**
 * One look over the days that are over: what is still open on them ends, by the rule of the queue day. The first look is at all of
 * them, for nobody knows how long nothing ran; the next ones at those since the look before.
 */
export function createDayEnds(deps: {
  db: Database
  offices: { all(): readonly { readonly id: string; readonly zone: Zone }[]; today(office: string): LocalDate }
  days: QueueDays
  now: () => Instant
}): () => Promise<void> {
  const { db, offices, days, now } = deps
  let looked: Instant | undefined
  return async () => {
    const at = now()
    await ofEach(offices.all(), async ({ id: office, zone }) => {
      const today = offices.today(office)
      const since = looked === undefined ? undefined : addDays(officeDate(looked, zone), -AGAIN_DAYS)
      const open = await openDates(db, office, today, addDays(today, -MISSED_DAYS), since)
      // Yesterday also where every ticket has ended, for its counters.
      for (const date of new Set([...open, addDays(today, -1)])) {
        const endsAt = atClock(addDays(date, 1), '00:00', zone)
        const command: Command = { id: randomId(), by: 'system', verb: 'endDay', endsAt }
        // Mostly there is nothing to do, and then nothing is written.
        if (decide(await days.day(office, date), command, now()).length > 0) await days.execute(office, command, date)
      }
    })
    looked = at
  }
}
