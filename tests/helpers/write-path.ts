import { createQueueDays, type QueueDays } from '../../server/services/queue/queue-days.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Command } from '../../shared/queue/command.ts'
import type { DayPlan } from '../../shared/queue/day.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'

export const DATE = '2026-06-09'
/** Two services, two counters for the first, doors that never close. */
export const plan: DayPlan = {
  doors: { from: 0, to: 1e15, breaks: [] },
  services: [
    { id: 'ktp', letter: 'A', typicalMs: 5 * MINUTE, open: true },
    { id: 'kk', letter: 'B', typicalMs: 5 * MINUTE, open: true },
  ],
  counters: [
    { id: '1', services: ['ktp'] },
    { id: '2', services: ['ktp'] },
  ],
  ...DEFAULT_RULES,
  // A call is heard at once where a test does not say otherwise.
  skipAfterMs: 0,
  priorityCreditMs: 0,
  returnGraceMs: 15 * MINUTE,
  returnPlaces: 3,
}

/** The write path over a database in memory; `wrap` stands between it and the journal. */
export async function office(wrap: (journal: Journal) => Journal = j => j) {
  const db = await openSqlite(':memory:')
  const clock = { now: 1_000_000_000, date: DATE, plan, planOf: (): DayPlan | Promise<DayPlan> => clock.plan }
  const failures: unknown[] = []
  /** Dates for which a plan was made, in order. */
  const planned: string[] = []
  let ids = 0
  const again = (): QueueDays =>
    createQueueDays({
      journal: wrap(db.journal),
      calendar: { today: () => clock.date, planOf: (_, date) => (planned.push(date), clock.planOf()) },
      now: () => clock.now++,
      newId: () => `plan-${ids++}`,
      failed: error => failures.push(error),
    })
  return { db, clock, failures, planned, days: again(), again }
}

/** A number of the first service, taken at a kiosk. */
export const take = (id: string): Command => ({
  id,
  by: 'device:k',
  verb: 'takeTicket',
  serviceId: 'ktp',
  priority: false,
  ticketId: `t-${id}`,
})
export const open: Command = { id: 'open', by: 'staff:a', verb: 'openCounter', counterId: '1' }
export const next = (id: string): Command => ({ id, by: 'staff:a', verb: 'callNext', counterId: '1' })
export const numberOf = async (days: QueueDays, command: Command) => (await days.execute('o', command)).ticket?.number
