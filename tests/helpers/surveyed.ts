import type { InvitationRow, TicketRow, VisitRow } from '../../server/journal/journal.ts'
import type { Database } from '../../server/store/open/database.ts'
import { answerSkm, rate } from '../../server/store/surveys.ts'
import { atClock, type LocalDate } from '../../shared/kit/time.ts'
import type { SkmAnswers } from '../../shared/survey/ikm.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import type { Profile } from '../../shared/survey/profile/profile.ts'
import type { Reason } from '../../shared/survey/rating.ts'
import { DATE, entry, invitationRow, taken, ticketRow, visitRow } from './entries.ts'

const OFFICE = 'samarinda'

/** Every question of the SKM answered alike. */
export const nine = (score: Score): SkmAnswers => Object.fromEntries(UNSUR.map(unsur => [unsur, score]))

/** Writes finished visits and what was said of them straight to the database of an office. */
export function surveyed(db: Database) {
  let seq = 0
  return {
    /** Visits of an officer at a counter on a date, ten minutes of service each; returns their ticket ids. */
    async visits(
      count: number,
      officer: string,
      counter: string,
      date: LocalDate = DATE,
      service = 'ktp-el',
    ): Promise<readonly string[]> {
      const at = (clock: string) => atClock(date, clock, 'WITA')
      const where = { office: OFFICE, date, service_id: service }
      const rows = Array.from({ length: count }, (_, i) => {
        const no = seq + i
        const stay = { ...where, counter_id: counter, officer_id: officer }
        const times = { queued_at: at('09:00'), called_at: at('09:20'), started_at: at('09:21'), ended_at: at('09:31') }
        const ticket: TicketRow = ticketRow(no, {
          ...where,
          state: 'done',
          taken_at: at('09:00'),
          arrived_at: at('09:00'),
          queued_at: null,
          called_at: at('09:20'),
          ended_at: times.ended_at,
          promised_from: at('09:10'),
          promised_to: at('09:30'),
        })
        const visit: VisitRow = visitRow(no, no + 1, { ...stay, ...times, outcome: 'done' })
        const invited: InvitationRow = { ...invitationRow(no, stay), ticket_id: ticket.id }
        return { ticket, visit, invited, event: { ...taken(no + 1), id: ticket.id } }
      })
      seq += count
      await db.journal.append([
        {
          ...entry({ events: rows.map(r => r.event) }),
          office: OFFICE,
          date,
          tickets: rows.map(r => r.ticket),
          visits: rows.map(r => r.visit),
          invitations: rows.map(r => r.invited),
        },
      ])
      return rows.map(r => r.ticket.id)
    },
    async rated(ids: readonly string[], rating: Score, reasons: readonly Reason[] = []): Promise<void> {
      for (const id of ids) await rate(db, id, { key: `tap-${id}`, rating, reasons })
    },
    async answered(
      ids: readonly string[],
      answers: SkmAnswers = nine(3),
      suggestion?: string,
      profile?: Profile,
    ): Promise<void> {
      for (const id of ids) {
        const sheet = { key: `skm-${id}`, id: `a-${id}`, answers, suggestion, profile }
        await answerSkm(db, id, sheet)
      }
    },
  }
}
