import { LIVE_STATES } from '../queue/states.ts'
import type { QueueDay, Ticket } from '../queue/day.ts'
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
  const { by: _by, ...open } = seen
  switch (open.type) {
    case 'ticketTaken': {
      const { id: _id, promised: _p, ...rest } = open
      return rest
    }
    case 'ticketCalled': {
      const { officerId: _o, because, ...rest } = open
      const { reason: _r, ...shown } = because
      return { ...rest, because: shown }
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

/** The day as an audience may see it: for hall and public only tickets that still matter, and nobody's id. */
export function projectDay(day: QueueDay, audience: Audience): QueueDay {
  if (audience === 'staff') return day
  return {
    ...day,
    tickets: day.tickets.map(chunk => chunk.map(t => (t && LIVE_STATES.includes(t.state) ? openTicket(t) : null))),
    counters: Object.fromEntries(
      Object.entries(day.counters).map(([id, counter]) => {
        const { officerId: _o, ...open } = counter
        return [id, open]
      }),
    ),
  }
}

function openTicket(ticket: Ticket): Ticket {
  const { id: _id, officerId: _o, promised: _p, ...open } = ticket
  return open
}
