import { AppError } from '../kit/errors.ts'
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

function whyLost({ state, serviceId, slot }: Ticket, { doors, services }: DayPlan): LostReason | undefined {
  if (state !== 'booked' && state !== 'offered' && state !== 'waitlisted') return undefined
  if (!doors) return 'dayClosed'
  if (!services.find(s => s.id === serviceId)?.open) return 'serviceOff'
  return slot && outside(doors, slot)
}
