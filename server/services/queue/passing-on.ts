import type { Instant } from '../../../shared/kit/time.ts'
import { decide } from '../../../shared/queue/decide.ts'
import type { Command } from '../../../shared/queue/command.ts'
import type { Database } from '../../store/open/database.ts'
import { bookedDates } from '../../store/tickets.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from './queue-days.ts'
import { randomId } from '../identity/secrets.ts'
import { ofEach } from '../office/of-each.ts'

/** One look over the days at hand: what was not used is released and offered on, by the rule of the queue day. */
export function createPassingOn(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  now: () => Instant
}): () => Promise<void> {
  const { db, offices, days, now } = deps
  return async () => {
    await ofEach(offices.all(), async ({ id: office }) => {
      const today = offices.today(office)
      const dates = await bookedDates(db, office, today)
      for (const date of new Set([today, ...dates])) {
        const command: Command = { id: randomId(), by: 'system', verb: 'passOn' }
        // Mostly there is nothing to do, and then nothing is written.
        if (decide(await days.day(office, date), command, now()).length > 0) await days.execute(office, command, date)
      }
    })
  }
}
