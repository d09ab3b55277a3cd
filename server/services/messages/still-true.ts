import type { MessageKind } from '../../../shared/messages/message.ts'
import type { Instant, Zone } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { ticketAt } from '../../../shared/queue/day.ts'
import { isLost } from '../../../shared/queue/lost-time.ts'
import type { TicketState } from '../../../shared/queue/states.ts'
import { dateText, timeText } from '../../../shared/text/ui.ts'
import type { StoredMessage } from '../../store/messages.ts'
import type { Database } from '../../store/open/database.ts'
import { invitation } from '../../store/surveys.ts'
import { ticketById } from '../../store/tickets.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import { asksFor, occasionOf } from './survey-asks.ts'

/** The states of a ticket in which a message about its booking is still true; the other kinds soon lose their point. */
const TRUE_IN: Readonly<Partial<Record<MessageKind, readonly TicketState[]>>> = {
  booked: ['booked', 'released', 'waiting'],
  reminder: ['booked'],
  drawn: ['booked', 'waitlisted'],
  placeOffered: ['offered'],
  serviceClosed: ['booked'],
  serviceOpened: ['booked'],
  timeLost: ['cancelled'],
  // Who was called at another counter meanwhile is told of that.
  putBack: ['waiting'],
  // An undone call was none.
  called: ['called', 'serving', 'done', 'missed'],
}
const NAMES_THE_SLOT: readonly MessageKind[] = ['booked', 'reminder', 'drawn', 'placeOffered']

/** A slot as messages name it. */
export const slotText = (start: Instant, zone: Zone, lang: Lang): string =>
  `${dateText(start, zone, lang)}, ${timeText(start, zone, lang)}`

/** Whether a message may still be sent. */
export type StillTrue = (
  message: Pick<StoredMessage, 'ticketId' | 'kind' | 'occasion' | 'lang' | 'values'>,
) => Promise<boolean>

/** Looks at the ticket as it is at the moment of sending, which may be long after the message was written. */
export function createStillTrue(deps: { db: Database; offices: Offices; days: QueueDays }): StillTrue {
  return async ({ ticketId, kind, occasion, lang, values }) => {
    if (kind === 'survey') {
      const invited = await invitation(deps.db, ticketId)
      return invited !== undefined && asksFor(invited, deps.offices) && occasion === occasionOf(invited)
    }
    const states = TRUE_IN[kind]
    const found = states && (await ticketById(deps.db, ticketId))
    if (!found) return true
    const { office, date, no } = found
    const ticket = ticketAt(await deps.days.read(office, date), no)
    if (!ticket || !states.includes(ticket.state)) return false
    // Who has moved meanwhile has another time.
    if (kind === 'timeLost' && !isLost(ticket)) return false
    if (!ticket.slot || !NAMES_THE_SLOT.includes(kind)) return true
    return values.time === slotText(ticket.slot.start, deps.offices.get(office).zone, lang)
  }
}
