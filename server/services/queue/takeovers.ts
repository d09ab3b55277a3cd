import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { staffIdOf } from '../../../shared/queue/guards.ts'
import { appendAuditOnce } from '../../store/audit.ts'
import {
  answerTakeover,
  isTakeoverKept,
  noTakeover,
  takeoverRow,
  unseenTakeovers,
} from '../../store/leave/takeovers.ts'
import type { Database } from '../../store/open/database.ts'
import { staffOfOffice } from '../../store/staff.ts'
import type { Follower } from './followers.ts'
import type { Notes } from './notes.ts'
import { digest } from './outcomes.ts'

/** Counters taken over, on record: in the journal, in the audit log, and for the officer who had left. */
export interface Takeovers {
  /** Keeps each takeover on record, once: the audit log first, then the row with the position of the follower. */
  readonly follower: Follower
  /** What the officer has not seen yet. */
  unseen(officerId: string, office: string): Promise<Reply<'GET /api/me/takeovers'>>
  answer(id: string, officerId: string, answer: string | undefined): Promise<void>
}

export function createTakeovers(deps: {
  db: Database
  notes: Pick<Notes, 'sealed' | 'texts'>
  now: () => Instant
}): Takeovers {
  const { db, notes, now } = deps

  return {
    follower: {
      name: 'takeovers',
      async follow(office, date, events) {
        const rows = []
        for (const event of events) {
          if (event.type === 'takeoverUndone') {
            const { at, by = 'system', counterId } = event
            const id = idOf(office, date, event.undoneSeq)
            const detail = { id, office, counterId }
            await appendAuditOnce(db, { at, who: by, what: 'counter.takeoverUndone', detail })
            rows.push(noTakeover(db, id))
          }
          if (event.type !== 'counterTakenOver') continue
          const {
            seq,
            at,
            by = 'system',
            counterId,
            officerId = '',
            reason = 'other',
            number = null,
            end = null,
          } = event
          // Also one of before it had a key of its own.
          if (await isTakeoverKept(db, { office, date, counterId, at })) continue
          const id = idOf(office, date, seq)
          const detail = { id, office, counterId, officerId, reason, number, end }
          await appendAuditOnce(db, { at, who: by, what: 'counter.takenOver', detail })
          const note = event.noteId === undefined ? null : await notes.sealed(office, event.noteId)
          rows.push(
            takeoverRow(db, {
              ...{ id, office, date, at, reason, number, note, answer: null, seen_at: null },
              ...{ counter_id: counterId, officer_id: officerId, by_id: staffIdOf(by) ?? '', ticket_end: end },
            }),
          )
        }
        return rows
      },
    },

    async unseen(officerId, office) {
      const names = new Map((await staffOfOffice(db, office)).map(s => [s.id, s.name]))
      const rows = await unseenTakeovers(db, officerId)
      return {
        takeovers: rows.map(({ id, date, at, counter_id, by_id, reason, number, ticket_end, note }) => ({
          ...{ id, date, at, reason, number },
          // One of before notes were sealed here is plain.
          note: note === null ? null : (notes.texts.open(note) ?? note),
          counterId: counter_id,
          by: names.get(by_id) ?? by_id,
          end: ticket_end,
        })),
      }
    },

    async answer(id, officerId, answer) {
      const sealed = answer === undefined ? null : notes.texts.seal(answer)
      const known = await answerTakeover(db, { id, officerId }, { answer: sealed, at: now() })
      if (!known) throw new AppError('NOT_FOUND')
    },
  }
}

function idOf(office: string, date: LocalDate, seq: number): string {
  return digest(['takeover', office, date, seq])
}
