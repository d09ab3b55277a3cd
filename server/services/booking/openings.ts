import type { Readable } from 'node:stream'
import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { ticketAt } from '../../../shared/queue/day.ts'
import { mayOpen, type Opener, type OpeningReason } from '../../../shared/queue/opening.ts'
import { fileById } from '../../store/files.ts'
import { holderOf } from '../../store/holders/holders.ts'
import type { Database } from '../../store/open/database.ts'
import { ticketById } from '../../store/tickets.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { People } from './booking-people.ts'
import type { Uploads } from './uploads.ts'

const DIGITS_SHOWN = 3

/** What a booker told, opened one by one by whoever needs it now; each opening is on record before it is answered. */
export interface Openings {
  name(
    office: string,
    ticketId: string,
    who: Opener,
    reason: OpeningReason,
  ): Promise<Reply<'POST /api/offices/:office/bookings/:ticket/open'>>
  file(
    office: string,
    fileId: string,
    who: Opener,
    reason: OpeningReason,
  ): Promise<{ type: string; bytes: number; stream: Readable }>
}

export function createOpenings(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  people: People
  uploads: Uploads
  record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  now: () => Instant
}): Openings {
  const { db, offices, days, people } = deps

  /** The booking, if this person may open it now. Throws `FORBIDDEN`, also for a day that is over. */
  async function opened(office: string, ticketId: string, who: Opener, reason: OpeningReason) {
    const found = await ticketById(db, ticketId)
    if (!found || found.office !== office) throw new AppError('TICKET_UNKNOWN')
    if (found.date < offices.today(office)) throw new AppError('FORBIDDEN', { reason })
    const day = await days.day(office, found.date)
    const ticket = ticketAt(day, found.no)
    if (!ticket || !mayOpen(day, ticket, who, reason, deps.now())) throw new AppError('FORBIDDEN', { reason })
    return ticket
  }

  return {
    async name(office, ticketId, who, reason) {
      const ticket = await opened(office, ticketId, who, reason)
      await deps.record(`staff:${who.staffId}`, 'booking.name', { office, ticket: ticketId, reason })
      const holder = await holderOf(db, ticketId)
      const phone = people.phoneOf(holder)
      return { number: ticket.number, name: people.nameOf(holder), phoneEnd: phone?.slice(-DIGITS_SHOWN) ?? null }
    },

    async file(office, fileId, who, reason) {
      const file = await fileById(db, fileId)
      if (!file || file.office !== office) throw new AppError('NOT_FOUND')
      await opened(office, file.ticket_id, who, reason)
      await deps.record(`staff:${who.staffId}`, 'booking.file', {
        office,
        ticket: file.ticket_id,
        file: fileId,
        reason,
      })
      return deps.uploads.read(office, fileId)
    },
  }
}
