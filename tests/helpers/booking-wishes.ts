import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Request, Verb } from '../../shared/queue/command.ts'
import { ticketsOf, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { slotOf } from '../../shared/queue/slots.ts'
import { SERVICES, SLOTS } from './random-plans.ts'

interface BookingStep {
  readonly wish: Verb
  readonly which: number
  readonly coin: boolean
}

/** What holders of bookings do: mostly for one of the next slots, and with a ticket in a fitting state. */
export function bookingRequest(day: QueueDay, now: Instant, { wish, which, coin }: BookingStep): Request {
  const serviceId = pick(SERVICES, which)
  const priority = which % 4 === 0
  const ticketId = `ticket-id-${day.taken}-${which}`
  const next = SLOTS.starts.findIndex(at => at > now)
  const start = pick(SLOTS.starts.slice(next, next + 3), which >> 2) ?? SLOTS.starts[0]!
  const ticket = (fits: (t: Ticket) => boolean) => pick([...ticketsOf(day)].filter(fits), which)?.no ?? which
  const hold = pick(holdsOf(day, now), which)
  switch (wish) {
    case 'book':
      return coin && hold
        ? { verb: wish, ...hold, priority, ticketId }
        : { verb: wish, serviceId, start, priority, ticketId, ...(which % 7 === 0 && { ahead: true }) }
    case 'holdSlot': {
      const holdMs = (1 + (which % 19)) * MINUTE
      return { verb: wish, serviceId, start, priority, holdId: `hold-id-${day.seq}-${which}`, holdMs }
    }
    case 'endHold':
      return { verb: wish, ...(hold ?? { serviceId, start, holdId: 'hold-id-none' }) }
    case 'reschedule':
      return { verb: wish, no: ticket(t => t.state === 'booked'), start }
    case 'checkIn': {
      const no = ticket(t => t.state === 'released' || (t.state === 'booked' && t.slot!.start - SLOTS.earlyMs <= now))
      return { verb: wish, no, ...promised(now, coin), ...(which % 2 === 0 && { byNumber: true }) }
    }
    case 'undoCheckIn':
      return { verb: wish, no: ticket(t => t.state === 'waiting' && t.byNumber === true) }
    case 'joinWaitlist':
      return { verb: wish, serviceId, priority, ticketId }
    case 'openDraw':
      return { verb: wish, serviceId, from: now, to: now + (1 + (which % 20)) * MINUTE }
    case 'holdDraw': {
      const held = (id: string) => day.draws[id]?.held !== undefined
      const due = SERVICES.find(id => id in day.draws && !held(id)) ?? SERVICES.find(id => !held(id))
      if (due === undefined && which % 4 > 0) return { verb: 'passOn' }
      const entries = Array.from({ length: which % 40 }, (_, i) => ({
        ticketId: `${ticketId}-${i}`,
        wishes: [(which >> 2) % SLOTS.starts.length, next + i],
        anySlot: coin,
        priority: i % 4 === 3,
      }))
      return { verb: wish, serviceId: due ?? serviceId, starts: SLOTS.starts, slotMs: SLOTS.slotMs, entries }
    }
    case 'takeOffer':
      return { verb: wish, no: ticket(t => t.state === 'offered') }
    case 'letPass':
      return { verb: wish, no: ticket(t => t.state === 'waiting'), people: 1 + (which % 4) }
    default:
      return { verb: 'passOn' }
  }
}

/** Odd milliseconds, so that a promise can be told from every other instant of the day. */
export function promised(now: Instant, made: boolean) {
  return made ? { promised: { from: now * 10 + 3, to: now * 10 + 7 } } : {}
}

/** One of a list; `undefined` only from an empty one. */
export function pick<T>(list: readonly T[], which: number): T {
  return list[which % list.length]!
}

function holdsOf(day: QueueDay, now: Instant) {
  return Object.entries(day.slots).flatMap(([key, { holds }]) => {
    return holds.filter(h => h.until > now).map(h => ({ ...slotOf(key), holdId: h.id! }))
  })
}
