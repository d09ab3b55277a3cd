import { foundIn } from '../kit/found-in.ts'
import type { Instant } from '../kit/time.ts'
import { pick } from '../kit/pick.ts'
import { ticketAt, type QueueDay, type Ticket } from './day.ts'
import type { SlotUse } from './slots.ts'
import { enqueue, put } from './evolve-lists.ts'
import { UNUSED, slotKey } from './slots.ts'
import type { DayEvent } from './events.ts'
import { countsInQuota } from './states.ts'

type Of<T extends DayEvent['type']> = Extract<DayEvent, { type: T }>

/** Holds, draws and closures: what changes the day without a ticket. */
export function bookingChange(
  day: QueueDay,
  event:
    Of<'slotHeld'> | Of<'holdEnded'> | Of<'drawOpened'> | Of<'drawHeld'> | Of<'serviceClosed'> | Of<'serviceOpened'>,
): QueueDay {
  switch (event.type) {
    case 'drawOpened': {
      const { serviceId, from, to } = event
      return { ...day, draws: { ...day.draws, [serviceId]: { from, to } } }
    }
    case 'drawHeld': {
      const { serviceId, at } = event
      const window = foundIn(day.draws, serviceId) ?? { from: at, to: at }
      return { ...day, draws: { ...day.draws, [serviceId]: { ...window, held: at } } }
    }
    case 'slotHeld': {
      const { holdId, until, priority } = event
      const hold = { ...(holdId === undefined ? {} : { id: holdId }), seq: event.seq, until, priority }
      return { ...day, slots: used(day, event.serviceId, event.start, u => ({ holds: [...live(u, event.at), hold] })) }
    }
    case 'holdEnded':
      return { ...day, slots: used(day, event.serviceId, event.start, u => withoutHold(u, event.held, event.at)) }
    case 'serviceClosed': {
      const { serviceId, reason, until, at } = event
      const closure = { since: at, reason, ...(until === undefined ? {} : { until }) }
      // A closure whose reason is changed goes on as another one.
      return { ...closureOver(day, event), closures: { ...day.closures, [serviceId]: closure } }
    }
    case 'serviceOpened': {
      const { [event.serviceId]: _, ...closures } = day.closures
      return { ...closureOver(day, event), closures, reopened: { ...day.reopened, [event.serviceId]: event.at } }
    }
  }
}

/** The day with the closure that an event ends among the past ones. */
function closureOver(day: QueueDay, { serviceId, at }: Of<'serviceClosed'> | Of<'serviceOpened'>): QueueDay {
  const closure = foundIn(day.closures, serviceId)
  if (!closure) return day
  const past = [...(foundIn(day.pastClosures, serviceId) ?? []), { since: closure.since, until: at }]
  return { ...day, pastClosures: { ...day.pastClosures, [serviceId]: past } }
}

/** A new booking, and what it takes of the day. */
function bookedTicket(day: QueueDay, event: Of<'ticketBooked'>): readonly [Ticket, Partial<QueueDay>] {
  const { slot, priority, held } = event
  const slots = used(day, event.serviceId, slot.start, u => ({
    taken: u.taken + 1,
    priority: u.priority + (priority ? 1 : 0),
    ...(held === undefined ? {} : withoutHold(u, held, event.at)),
  }))
  const rest = {
    slots,
    bookedNumbers: numbered(day.bookedNumbers, event.number),
    counted: counted(day, event.serviceId, 1),
  }
  return [{ ...awaited(event, 'booked'), slot, due: event.due }, rest]
}

/** Somebody waits for a place. */
function waitlisted(day: QueueDay, event: Of<'waitlistJoined'>): readonly [Ticket, Partial<QueueDay>] {
  const line = [...(foundIn(day.waitlist, event.serviceId) ?? []), event.no]
  return [
    awaited(event, 'waitlisted'),
    {
      waitlist: { ...day.waitlist, [event.serviceId]: line },
      bookedNumbers: numbered(day.bookedNumbers, event.number),
    },
  ]
}

export function offered(ticket: Ticket, event: Of<'placeOffered'>): Ticket {
  const { slot, until, unclaimed } = event
  return { ...ticket, slot, offeredUntil: until, ...(unclaimed ? { unclaimed } : {}) }
}

/** The ticket of a check-in, as the event tells it to somebody who has not followed the booking. */
function checkedIn(event: Of<'ticketCheckedIn'>): Ticket {
  return {
    no: event.no,
    number: event.number,
    serviceId: event.serviceId,
    priority: event.priority,
    joined: event.late ? 'late' : 'booked',
    state: 'waiting',
    takenAt: event.at,
    bookedAt: event.bookedAt,
    due: event.due,
    since: event.at,
    calls: 0,
    heldMs: 0,
    ahead: event.ahead,
    slot: event.slot,
    ...(event.opens === undefined ? {} : { opens: event.opens }),
    ...(event.promised === undefined ? {} : { promised: event.promised }),
    ...pick(event, ['byNumber', 'later', 'dropped']),
  }
}

/** A ticket in line that is a booking to come again, as it was before its check-in. */
export function awaitedAgain(ticket: Ticket, due: Instant): Ticket {
  const { opens: _o, promised: _p, byNumber: _n, ...rest } = ticket
  return { ...rest, takenAt: ticket.bookedAt ?? ticket.takenAt, due, ahead: 0, byLinkOnly: true }
}

/** What of the day's places, offers and waitlist follows from a change of a ticket that is not in line. */
export function cleared(
  day: QueueDay,
  t: Ticket,
  event: Of<'ticketCancelled'> | Of<'ticketReleased'> | Of<'ticketRescheduled'> | Of<'placeOffered'>,
): Partial<QueueDay> {
  const { serviceId, slot } = t
  const unclaimed = (by: number) => ({
    unclaimed: { ...day.unclaimed, [serviceId]: Math.max(0, (foundIn(day.unclaimed, serviceId) ?? 0) + by) },
  })
  const left = (u: SlotUse, back: Instant | undefined): Partial<SlotUse> => ({
    taken: Math.max(0, u.taken - 1),
    priority: Math.max(0, u.priority - (t.priority ? 1 : 0)),
    ...(back === undefined ? {} : { back: [...u.back.filter(at => at > event.at), back] }),
  })
  const taking = (u: SlotUse): Partial<SlotUse> => ({
    taken: u.taken + 1,
    priority: u.priority + (t.priority ? 1 : 0),
  })
  switch (event.type) {
    case 'ticketReleased':
      return unclaimed(1)
    case 'placeOffered':
      return {
        waitlist: withoutWaiting(day, t),
        ...(event.unclaimed ? unclaimed(-1) : { slots: used(day, serviceId, event.slot.start, taking) }),
      }
    case 'ticketRescheduled': {
      if (t.unclaimed) return { ...unclaimed(1), slots: used(day, serviceId, event.slot.start, taking) }
      const slots = slot ? used(day, serviceId, slot.start, u => left(u, event.backAt)) : day.slots
      return { slots: used({ ...day, slots }, serviceId, event.slot.start, taking) }
    }
    case 'ticketCancelled':
      if (t.state === 'waitlisted') return { waitlist: withoutWaiting(day, t) }
      if (t.state !== 'booked' && t.state !== 'offered') return {}
      // A place that counts in no slot goes back to where it came from.
      if (!slot || t.unclaimed) return unclaimed(1)
      return { slots: used(day, serviceId, slot.start, u => left(u, event.backAt)) }
  }
}

/** What a change of state means for the quota of the ticket's service; a visit of several steps counts where it began. */
export function quotaOf(day: QueueDay, before: Ticket, after: Ticket): Partial<QueueDay> {
  const [was, is] = [countedAt(before), countedAt(after)]
  if (was === is) return {}
  const without = was === undefined ? day : { counted: counted(day, was, -1) }
  return { counted: is === undefined ? without.counted : counted(without, is, 1) }
}

/** A step that is over stays counted, whatever becomes of the visit. */
function countedAt({ state, serviceId, been }: Ticket): string | undefined {
  return been?.[0]?.parts[0]?.serviceId ?? (countsInQuota(state) ? serviceId : undefined)
}

export function counted(day: Pick<QueueDay, 'counted'>, serviceId: string, by: number): QueueDay['counted'] {
  return { ...day.counted, [serviceId]: Math.max(0, (foundIn(day.counted, serviceId) ?? 0) + by) }
}

function awaited(event: Of<'ticketBooked'> | Of<'waitlistJoined'>, state: 'booked' | 'waitlisted'): Ticket {
  return {
    no: event.no,
    ...(event.id === undefined ? {} : { id: event.id }),
    number: event.number,
    serviceId: event.serviceId,
    priority: event.priority,
    ...(event.case === undefined ? {} : { case: event.case }),
    ...(event.type === 'ticketBooked' ? pick(event, ['later', 'dropped', 'lifeEvent']) : {}),
    joined: 'booked',
    state,
    takenAt: event.at,
    bookedAt: event.at,
    due: event.at,
    since: event.at,
    calls: 0,
    heldMs: 0,
    ahead: 0,
  }
}

function used(
  day: QueueDay,
  serviceId: string,
  start: Instant,
  change: (use: SlotUse) => Partial<SlotUse>,
): QueueDay['slots'] {
  const key = slotKey(serviceId, start)
  const use = day.slots[key] ?? UNUSED
  return { ...day.slots, [key]: { ...use, ...change(use) } }
}

function withoutHold(use: SlotUse, held: number, at: Instant): Pick<SlotUse, 'holds'> {
  return { holds: live(use, at).filter(h => h.seq !== held) }
}

function live(use: SlotUse, at: Instant): SlotUse['holds'] {
  return use.holds.filter(h => h.until > at)
}

function withoutWaiting(day: QueueDay, t: Ticket): QueueDay['waitlist'] {
  return { ...day.waitlist, [t.serviceId]: (foundIn(day.waitlist, t.serviceId) ?? []).filter(no => no !== t.no) }
}

function numbered(given: QueueDay['bookedNumbers'], number: string): QueueDay['bookedNumbers'] {
  const dash = number.lastIndexOf('-')
  const series = number.slice(0, dash)
  return { ...given, [series]: [...(given[series] ?? []), Number(number.slice(dash + 1))] }
}

/** A number taken in the hall: it waits at once. */
export function takenTicket(event: Of<'ticketTaken'>): Ticket {
  return {
    no: event.no,
    ...(event.id === undefined ? {} : { id: event.id }),
    number: event.number,
    serviceId: event.serviceId,
    priority: event.priority,
    ...pick(event, ['case', 'later', 'dropped', 'lifeEvent']),
    joined: event.priority ? 'priority' : 'walkIn',
    state: 'waiting',
    takenAt: event.at,
    due: event.due,
    since: event.at,
    calls: 0,
    heldMs: 0,
    ahead: event.ahead,
    ...(event.promised === undefined ? {} : { promised: event.promised }),
  }
}

/** A booking or a place on the waitlist: a ticket that is not in line yet. */
export function joined(day: QueueDay, event: Of<'ticketBooked'> | Of<'waitlistJoined'>): QueueDay {
  const [ticket, rest] = event.type === 'ticketBooked' ? bookedTicket(day, event) : waitlisted(day, event)
  return { ...day, ...rest, tickets: put(day.tickets, ticket), taken: Math.max(day.taken, event.no + 1) }
}

/** A booking comes into line; who has not followed it learns of it now. */
export function arrived(day: QueueDay, event: Of<'ticketCheckedIn'>): QueueDay {
  const known = ticketAt(day, event.no)
  const ticket = checkedIn(event)
  return {
    ...day,
    ...(known ? quotaOf(day, known, ticket) : {}),
    taken: Math.max(day.taken, event.no + 1),
    tickets: put(day.tickets, known ? { ...ticket, ...pick(known, ['id', 'case', 'lifeEvent']) } : ticket),
    waiting: enqueue(day, event),
  }
}
