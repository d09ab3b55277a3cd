import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { CommandHead, Request } from '../../../shared/queue/command.ts'
import { staffIdOf } from '../../../shared/queue/guards.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { answerTakeover, insertTakeover, unseenTakeovers } from '../../store/leave/takeovers.ts'
import type { Database } from '../../store/open/database.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Outcome } from './outcomes.ts'
import type { QueueDays } from './queue-days.ts'

type TakeOver = Extract<Request, { verb: 'takeOver' }>
type TakenOver = Extract<DayEvent, { type: 'counterTakenOver' }>

/** Counters taken over, on record: in the journal, in the audit log, and for the officer who had left. */
export interface Takeovers {
  take(office: string, head: CommandHead, request: TakeOver, note: string | undefined): Promise<Outcome>
  /** What the officer has not seen yet. */
  unseen(officerId: string, office: string): Promise<Reply<'GET /api/me/takeovers'>>
  answer(id: string, officerId: string, answer: string | undefined): Promise<void>
}

export function createTakeovers(deps: {
  db: Database
  days: QueueDays
  record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  now: () => Instant
}): Takeovers {
  const { db, days, record, now } = deps

  async function keep(office: string, id: string, outcome: Outcome, note: string | undefined): Promise<void> {
    const event = outcome.events.find((e): e is TakenOver => e.type === 'counterTakenOver')
    if (!event) return
    const { counterId, officerId = '', reason = 'other', number = null, end = null, at } = event
    const isNew = await insertTakeover(db, {
      ...{ id, office, at, reason, number, note: note ?? null, answer: null, seen_at: null },
      date: await days.dateOf(office, id),
      counter_id: counterId,
      officer_id: officerId,
      by_id: staffIdOf(outcome.by) ?? '',
      ticket_end: end,
    })
    if (isNew) await record(outcome.by, 'counter.takenOver', { office, counterId, officerId, reason, number, end })
  }

  return {
    async take(office, head, request, note) {
      const outcome = await days.execute(office, { ...head, ...request })
      await keep(office, head.id, outcome, note)
      return outcome
    },

    async unseen(officerId, office) {
      const names = new Map((await staffOfOffice(db, office)).map(s => [s.id, s.name]))
      const rows = await unseenTakeovers(db, officerId)
      return {
        takeovers: rows.map(({ id, date, at, counter_id, by_id, reason, number, ticket_end, note }) => ({
          ...{ id, date, at, reason, number, note },
          counterId: counter_id,
          by: names.get(by_id) ?? by_id,
          end: ticket_end,
        })),
      }
    },

    async answer(id, officerId, answer) {
      const known = await answerTakeover(db, { id, officerId }, { answer: answer ?? null, at: now() })
      if (!known) throw new AppError('NOT_FOUND')
    },
  }
}
