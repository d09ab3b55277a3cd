import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { keptCase } from '../../../shared/office/papers.ts'
import { ticketAt } from '../../../shared/queue/day.ts'
import { isLost } from '../../../shared/queue/lost-time.ts'
import type { Database } from '../../store/open/database.ts'
import { reclaim } from '../../store/holders/claims.ts'
import { holderOf } from '../../store/holders/holders.ts'
import { meanToMove, moveHolder, stay } from '../../store/holders/moves.ts'
import type { Offices } from '../office/offices.ts'
import type { Askings } from './asking.ts'
import type { Booker } from './booking-people.ts'
import type { OwnTickets } from './own-tickets.ts'
import type { Booked, Placing } from './placing.ts'
import { askedAs } from '../queue/outcomes.ts'
import { wishedAgain } from '../queue/wished.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { Slots } from './slots.ts'

/** What a holder does with a booking that stands. */
export interface Rebooking {
  reschedule(token: string, key: string, slotId: string): Promise<Booked>
  takeOffer(token: string, key: string): Promise<Booked>
  /** What the ticket is for; a case that the service does not have is none. */
  chooseCase(token: string, key: string, id: string): Promise<Reply<'POST /api/tickets/:token/case'>>
}

export function createRebooking(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  slots: Slots
  placing: Placing
  askings: Askings
  own: OwnTickets
  /** A random while for which a place given back stays away, in milliseconds. */
  heldBackMs: (office: OfficeInfo) => number
  now: () => Instant
}): Rebooking {
  const { db, days, slots, own, now } = deps
  const { reply, known } = deps.placing
  const by = 'holder' as const
  const holder: Booker = { by, helped: false, device: undefined, network: '' }

  return {
    async reschedule(token, key, to) {
      const { id, kind, office, date, no, again } = await own.acting(token, key)
      const ticket = ticketAt(await days.day(office, date), no)
      if (!ticket) throw new AppError('TICKET_UNKNOWN')
      const slot = slots.named(office, ticket.serviceId, to)
      if (!again) slots.mustTakeBookings(slot)
      const heldBackMs = deps.heldBackMs(slot.office)
      const lost = isLost(ticket)
      if (slot.date === date && !lost) {
        const command = { id: key, by, verb: 'reschedule', no, start: slot.start, heldBackMs } as const
        const outcome = await days.execute(office, command, date)
        return reply(office, outcome.ticket ?? ticket, kind)
      }
      const asking = deps.askings.of('book', key, { booker: holder }, ['move', id, slot.start])
      const before = await known(office, slot.date, asking, holder)
      if (before) return reply(office, before, kind)
      if (ticket.state !== 'booked' && !lost)
        throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
      const ticketId = deps.askings.ticketId(office, slot.date, asking)
      const whose = await holderOf(db, id)
      if (whose)
        await meanToMove(db, id, { ...whose, ticket_id: ticketId, date: slot.date, made_at: now(), moved_to: null })
      try {
        // Whose time the office took was free to book anew, and one live booking is enough.
        if (lost && whose && !(await reclaim(db, whose, deps.offices.today(office), now())))
          throw new AppError('ALREADY_BOOKED')
        const { serviceId, priority } = ticket
        const why = keptCase(slot.service, ticket.case)
        const wished = wishedAgain(slot.office, ticket)
        const book = {
          ...asking,
          verb: 'book',
          serviceId,
          start: slot.start,
          priority,
          ticketId,
          ...why,
          ...wished,
        } as const
        const booked =
          slot.date === date
            ? await days.execute(office, { ...book, insteadOf: no }, date)
            : await days.together(office, [
                { date: slot.date, command: book },
                { date, command: { id: key, by, verb: 'cancel', no, why: 'moved', heldBackMs } },
              ])
        if (whose) await moveHolder(db, id, ticketId)
        return reply(office, booked.ticket!, kind)
      } catch (error) {
        if (whose && error instanceof AppError && error.code !== 'UNAVAILABLE') await stay(db, id, ticketId)
        throw error
      }
    },

    async chooseCase(token, key, id) {
      const { office, date, no } = await own.acting(token, key)
      const ticket = ticketAt(await days.day(office, date), no)
      const service = deps.offices.get(office).services.find(s => s.id === ticket?.serviceId)
      const why = keptCase(service ?? { cases: [] }, id)
      const act = { verb: 'chooseCase', no } as const
      const asked = askedAs({ id: key, by }, { ...act, ...(id === undefined ? {} : { case: id }) })
      await days.execute(office, { ...asked, ...act, ...why }, date)
      return { case: why.case ?? null }
    },

    async takeOffer(token, key) {
      const { kind, office, date, no } = await own.acting(token, key)
      const outcome = await days.execute(office, { id: key, by: 'holder', verb: 'takeOffer', no }, date)
      return reply(office, outcome.ticket!, kind)
    },
  }
}
