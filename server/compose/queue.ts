import { mountLeave } from '../http/api/leave.ts'
import { mountQueue } from '../http/api/queue.ts'
import type { Door } from '../http/mount.ts'
import type { OwnTickets } from '../services/booking/own-tickets.ts'
import type { AccountTurn } from '../services/identity/account-turn.ts'
import { createSealer, randomId } from '../services/identity/secrets.ts'
import { drawing, invitingJournal } from '../services/integrity/invited.ts'
import type { Offices } from '../services/office/offices.ts'
import { createClosures } from '../services/queue/closures.ts'
import { createDayEnds } from '../services/queue/day-ends.ts'
import { createEstimateBook } from '../services/queue/estimates.ts'
import { createNotes } from '../services/queue/notes.ts'
import { createMinding } from '../services/queue/minding.ts'
import { createLearning } from '../services/queue/learning.ts'
import { createPresence } from '../services/queue/presence.ts'
import { createPassingOn } from '../services/queue/passing-on.ts'
import { createQueueDays } from '../services/queue/queue-days.ts'
import { createQueue } from '../services/queue/queue.ts'
import { createResults } from '../services/queue/results.ts'
import { createTakeovers } from '../services/queue/takeovers.ts'
import type { Ground } from './ground.ts'

const PASS_ON_MS = 2_000
const END_DAYS_MS = 30_000
const MIND_MS = 10_000

/** The queue days and what acts on them. */
export function composeQueue(
  { around, db, accounts, key, now, tickets, surveyLinks, every, turns, failed }: Ground,
  offices: Offices,
) {
  const draw = drawing(key, office => offices.get(office).inviteOneIn)
  const journal = invitingJournal(around.journal ?? db.journal, draw)
  const days = createQueueDays({
    journal,
    calendar: offices,
    now,
    newId: randomId,
    failed: error => failed(error, 'commit'),
  })
  const learning = createLearning(db, error => failed(error, 'ranges'))
  const estimates = createEstimateBook(now, Math.random, turns.calm, learning.of)
  const notes = createNotes({ db, offices, texts: createSealer(key, 'notes'), now })
  const results = createResults(offices, notes)
  const queue = createQueue({ db, offices, days, estimates, notes, tickets, surveys: surveyLinks, now })
  const takeovers = createTakeovers({ db, notes, now })
  const closures = createClosures(days)
  const passOn = createPassingOn({ db, offices, days, now })
  const passing = every(PASS_ON_MS, passOn, error => failed(error, 'pass-on'))
  const endDays = createDayEnds({ db, offices, days, now })
  const ending = every(END_DAYS_MS, endDays, error => failed(error, 'day-ends'))
  const presence = createPresence(now)
  const mind = createMinding({ db: accounts, offices, days, presence, now })
  const minding = every(MIND_MS, mind, error => failed(error, 'minding'))
  return {
    offices,
    days,
    estimates,
    learning,
    takeovers,
    queue,
    notes,
    results,
    closures,
    passOn,
    endDays,
    mind,
    presence,
    mount(door: Door, own: OwnTickets, taking: AccountTurn['taking']) {
      mountQueue(door, queue, own, results, taking)
      mountLeave(door, queue, takeovers)
    },
    async stop() {
      await Promise.all([passing.stop(), ending.stop(), minding.stop()])
    },
  }
}

/** The queue with the offices that it serves. */
export type Hall = ReturnType<typeof composeQueue>
