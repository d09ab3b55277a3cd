import { AWAITED_STATES, LIVE_STATES, type TicketState } from '../queue/states.ts'
import type { DayPlan, QueueDay, Ticket } from '../queue/day.ts'
import type { DayEvent } from '../queue/events.ts'

/**
 * Who looks: `staff` signed in at the desk; `hall` the paired displays and kiosks; `public` every phone.
 * Hall and public see the same facts; they differ in how often they are told.
 */
export type Audience = 'staff' | 'hall' | 'public'

/** The event as an audience may see it; its type stays, private fields are absent, so one `evolve` serves everybody. */
export function projectEvent(event: DayEvent, audience: Audience): DayEvent {
  const { commandId: _c, ...seen } = event
  if (audience === 'staff') return seen
  const { by: _by, verb: _v, ...open } = seen
  switch (open.type) {
    case 'dayPlanned':
      return audience === 'public' ? { ...open, plan: withoutPlaces(open.plan) } : open
    case 'ticketTaken': {
      const { id: _id, promised: _p, ...rest } = open
      return rest
    }
    case 'ticketBooked': {
      const { id: _id, holdId: _h, ...rest } = open
      return rest
    }
    case 'ticketCheckedIn': {
      const { promised: _p, ...rest } = open
      return rest
    }
    case 'waitlistJoined': {
      const { id: _id, ...rest } = open
      return rest
    }
    case 'slotHeld':
    case 'holdEnded': {
      const { holdId: _h, ...rest } = open
      return rest
    }
    case 'ticketCancelled': {
      const { why: _w, backAt: _b, ...rest } = open
      return audience === 'hall' && open.backAt !== undefined ? { ...rest, backAt: open.backAt } : rest
    }
    case 'ticketRescheduled': {
      const { backAt, ...rest } = open
      return audience === 'hall' && backAt !== undefined ? { ...rest, backAt } : rest
    }
    case 'ticketCalled': {
      const { officerId: _o, because, ...rest } = open
      const { reason: _r, ...shown } = because
      return { ...rest, because: shown }
    }
    case 'ticketFinished': {
      const { document: _d, ...rest } = open
      return rest
    }
    case 'ticketParked': {
      const { reason: _r, ...rest } = open
      return rest
    }
    case 'counterOpened': {
      const { officerId: _o, ...rest } = open
      return rest
    }
    default:
      return open
  }
}

/**
 * The day as an audience may see it: for hall and public only tickets that still matter, and nobody's id. The hall counts
 * places, so it knows of bookings; thousands of phones need not.
 */
export function projectDay(day: QueueDay, audience: Audience): QueueDay {
  if (audience === 'staff') return day
  const shown: readonly TicketState[] = audience === 'hall' ? [...LIVE_STATES, ...AWAITED_STATES] : LIVE_STATES
  return {
    ...day,
    ...(audience === 'hall' ? { slots: withoutIds(day.slots) } : NO_BOOKINGS),
    ...(audience === 'public' && day.plan ? { plan: withoutPlaces(day.plan) } : {}),
    tickets: day.tickets.map(chunk => chunk.map(t => (t && shown.includes(t.state) ? openTicket(t) : null))),
    counters: Object.fromEntries(
      Object.entries(day.counters).map(([id, counter]) => {
        const { officerId: _o, ...open } = counter
        return [id, open]
      }),
    ),
  }
}

const NO_BOOKINGS = { slots: {}, bookedNumbers: {}, counted: {}, waitlist: {}, unclaimed: {} }

/** The grid of places would be most of what a phone loads. */
function withoutPlaces({ slots: _, ...plan }: DayPlan): DayPlan {
  return { ...plan, services: plan.services.map(({ booking: _b, ...service }) => service) }
}

function withoutIds(slots: QueueDay['slots']): QueueDay['slots'] {
  return Object.fromEntries(
    Object.entries(slots).map(([key, use]) => [key, { ...use, holds: use.holds.map(({ id: _, ...hold }) => hold) }]),
  )
}

function openTicket(ticket: Ticket): Ticket {
  const { id: _id, officerId: _o, promised: _p, why: _w, ...open } = ticket
  return open
}
