import { AppError } from '../kit/errors.ts'
import { MINUTE, type Instant } from '../kit/time.ts'
import type { Doors } from '../office/doors.ts'
import {
  LOST_REASONS,
  ticketAt,
  ticketsOf,
  type CancelReason,
  type DayPlan,
  type LostReason,
  type QueueDay,
  type Slot,
  type Ticket,
} from './day.ts'
import type { Happening } from './events.ts'

/** A booking, an offer or a wish for a place that the office's own plan has taken the time from. */
export interface Lost {
  readonly ticket: Ticket
  readonly why: LostReason
}

/** Who cannot be served any more as they were told, by a plan of their day: nobody who is in line, or came too late. */
export function lostBy(day: QueueDay, plan: DayPlan): readonly Lost[] {
  return [...ticketsOf(day)].flatMap(ticket => {
    const why = whyLost(ticket, plan)
    return why ? [{ ticket, why }] : []
  })
}

/** The end of every booking, offer and wish that a plan leaves no time. */
export function letGo(day: QueueDay, plan: DayPlan): readonly Extract<Happening, { type: 'ticketCancelled' }>[] {
  return lostBy(day, plan).map(({ ticket, why }) => ({ type: 'ticketCancelled', no: ticket.no, why }))
}

/** Whether the office itself took the time of this booking, and its holder has not moved it yet. */
export function isLost({
  state,
  why,
}: {
  readonly state: Ticket['state']
  readonly why?: CancelReason | undefined
}): boolean {
  return state === 'cancelled' && LOST_REASONS.some(reason => reason === why)
}

/** A booking whose time the office took; throws `TICKET_STATE` for any other. */
export function lostTicket(day: QueueDay, no: number): Ticket {
  const ticket = ticketAt(day, no)
  if (!ticket) throw new AppError('TICKET_UNKNOWN')
  if (!isLost(ticket)) throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
  return ticket
}

/** Throws `TIME_LOST` for a booking whose time the office took: whoever comes with it is told so, and what to do. */
export function mayCome(day: QueueDay, no: number): void {
  const ticket = ticketAt(day, no)
  if (ticket && isLost(ticket)) throw new AppError('TIME_LOST', { number: ticket.number })
}

/** Why a slot cannot be kept on a day with these doors; `undefined` when it lies wholly within them and outside the breaks. */
export function outside(doors: Doors | null, { start, end }: Slot): LostReason | undefined {
  if (!doors) return 'dayClosed'
  if (start < doors.from || end > doors.to) return 'hours'
  return doors.breaks.some(b => b.from < end && b.to > start) ? 'breakTime' : undefined
}

const OFFER_GRID = 5 * MINUTE

/** The first stretch of `slotMs` from an instant on that lies within the doors and in no break; `undefined` when the day is too short. */
export function firstOpen(doors: Doors, from: Instant, slotMs: number): Slot | undefined {
  const start = Math.ceil(from / OFFER_GRID) * OFFER_GRID
  const slot = { start, end: start + slotMs }
  const why = outside(doors, slot)
  if (why !== 'breakTime') return why ? undefined : slot
  const rest = doors.breaks.find(b => b.from < slot.end && b.to > start)
  return rest && firstOpen(doors, rest.to, slotMs)
}

function whyLost({ state, serviceId, slot }: Ticket, { doors, services }: DayPlan): LostReason | undefined {
  if (state !== 'booked' && state !== 'offered' && state !== 'waitlisted') return undefined
  if (!doors) return 'dayClosed'
  const service = services.find(s => s.id === serviceId)
  if (!service?.open) return 'serviceOff'
  // What is booked or offered stays; a wish would wait for a place that nobody gives any more.
  if (state === 'waitlisted' && !service.booking) return 'bookingOff'
  return slot && outside(doors, slot)
}
