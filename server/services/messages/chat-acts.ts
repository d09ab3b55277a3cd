import type { ChatSlot, ChatTicket } from '../../../shared/chat/chat-state.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { ticketAt, type Ticket } from '../../../shared/queue/day.ts'
import { aheadOf } from '../../../shared/queue/policy.ts'
import { serviceWithCase } from '../../../shared/ticket/papers-words.ts'
import { mayCancel } from '../../../shared/queue/states.ts'
import type { Score } from '../../../shared/survey/instruments.ts'
import { offersBooking } from '../../../shared/office/offered.ts'
import type { Database } from '../../store/open/database.ts'
import { holderOf, liveOfPhone, recentOfPhone } from '../../store/holders/holders.ts'
import { invitation } from '../../store/surveys.ts'
import { ticketById } from '../../store/tickets.ts'
import type { People } from '../booking/booking-people.ts'
import type { Bookings } from '../booking/bookings.ts'
import type { ChatActs } from './chat.ts'
import type { Offices } from '../office/offices.ts'
import type { OwnTickets } from '../booking/own-tickets.ts'
import { ownId } from '../queue/command-ids.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import { randomId, type Signer } from '../identity/secrets.ts'
import type { TicketLinks } from '../identity/ticket-links.ts'
import type { Slots } from '../booking/slots.ts'
import { surveyState, type Surveys } from '../survey/surveys.ts'

const SHOWN = ['booked', 'waiting', 'called', 'serving', 'missed', 'done'] as const
const RATEABLE_DAYS = 7

/** What the chat can do, through the very same services as the pages. The sender's number was proved by the gateway. */
export function createChatActs(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  slots: Slots
  bookings: Bookings
  people: People
  own: OwnTickets
  surveys: Surveys
  tickets: TicketLinks
  surveyLinks: Signer
  now: () => Instant
}): ChatActs {
  const { db, offices, days, slots, bookings, people } = deps

  async function shown(office: string, ticketId: string): Promise<ChatTicket | undefined> {
    const found = await ticketById(db, ticketId)
    if (!found) return undefined
    const today = offices.today(office)
    const day = found.date >= today ? await days.day(office, found.date) : await days.read(office, found.date)
    const ticket = ticketAt(day, found.no)
    const state = SHOWN.find(s => s === ticket?.state)
    if (!ticket || !state || (state !== 'done' && found.date < today)) return undefined
    const invited = state === 'done' ? await invitation(db, ticketId) : undefined
    return {
      ...viewOf(office, ticket, state),
      ...(state === 'waiting' ? { ahead: aheadOf(day, ticket.serviceId, ticket) } : {}),
      rateable: invited !== undefined && surveyState(invited, deps.now(), offices.get(office)) === 'open',
    }
  }

  function viewOf(office: string, ticket: Ticket, state: ChatTicket['state']): ChatTicket {
    const info = offices.get(office)
    const service = info.services.find(s => s.id === ticket.serviceId)!
    const counter = info.counters.find(c => c.id === ticket.counterId)
    return {
      ticketId: ticket.id!,
      number: ticket.number,
      service: [serviceWithCase(service, ticket.case, 'id'), serviceWithCase(service, ticket.case, 'en')],
      state,
      ...(ticket.slot ? { start: ticket.slot.start } : {}),
      ...(counter ? { counter: counter.name } : {}),
      cancellable: mayCancel(ticket.state),
      rateable: false,
    }
  }

  return {
    services: async office =>
      offices
        .get(office)
        .services.filter(offersBooking)
        .map(({ id, name, keywords, cases }) => ({
          ...{ id, name, keywords },
          cases: cases.map(c => ({ id: c.id, label: c.label })),
        })),

    async freeSlots(office, serviceId, n) {
      const { horizonDays } = offices.get(office).booking
      const listed = await slots.list(office, serviceId, { days: horizonDays + 1 })
      return listed.slots
        .filter(s => s.free > 0)
        .slice(0, n)
        .map(({ id, start }): ChatSlot => ({ id, start }))
    },

    async book(office, { serviceId, case: why, slotId }, phone) {
      const booker = {
        by: 'holder',
        helped: false,
        device: `chat ${people.phoneKey(phone)}`,
        network: `chat ${phone}`,
      } as const
      const { token } = await bookings.book(
        office,
        ownId('chat', randomId()),
        // The gateway knows who writes; nobody else needs to prove anything.
        { serviceId, slotId, case: why, contact: { phone } },
        { ...booker, known: true },
      )
      const { id } = await deps.own.opened(token, 'act')
      return (await shown(office, id))!
    },

    async status(office, phone) {
      const key = people.phoneKey(phone)
      const today = offices.today(office)
      const live = await liveOfPhone(db, office, key, today)
      const served = await recentOfPhone(db, office, key, deps.now() - RATEABLE_DAYS * 86_400_000)
      const found = await Promise.all([...live, ...served].map(({ ticketId }) => shown(office, ticketId)))
      return found.filter((t): t is ChatTicket => t !== undefined && (t.state !== 'done' || t.rateable))
    },

    async cancel(ticketId) {
      await deps.own.cancel(deps.tickets.sign(ticketId), randomId())
    },

    async rate(ticketId, rating) {
      if (!(await invitation(db, ticketId))) throw new AppError('SURVEY_UNKNOWN')
      const sender = `chat ${(await holderOf(db, ticketId))?.phone_key ?? ''}`
      await deps.surveys.rate(deps.surveyLinks.sign(ticketId), sender, randomId(), rating as Score, [])
    },
  }
}
