import { MINUTE, type Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import { ticketAt, ticketsOf, type DayPlan, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { freePlaces, isOpen } from '../places.ts'

const OFFER_GRID = 5 * MINUTE

/**
 * Gives on what was not used: releases bookings whose check-in is over, ends offers that nobody took, opens services whose
 * closing was meant to end, and offers free places to the head of each waitlist. An empty list when there is nothing to do.
 */
export function passOn(day: QueueDay, { offerMs }: CommandOf<'passOn'>, now: Instant): readonly Happening[] {
  const { plan } = day
  if (!plan) return []
  return [
    ...opened(day, now),
    ...ended(day, plan, now),
    ...plan.services.flatMap(s => offers(day, plan, s.id, offerMs, now)),
  ]
}

function opened(day: QueueDay, now: Instant): readonly Happening[] {
  return Object.entries(day.closures).flatMap(([serviceId, { until }]) =>
    until !== undefined && until <= now ? [{ type: 'serviceOpened' as const, serviceId }] : [],
  )
}

/** Bookings past their check-in, and offers past their time. */
function ended(day: QueueDay, { slots, services }: DayPlan, now: Instant): readonly Happening[] {
  if (!slots) return []
  const closed = new Set(services.filter(s => !isOpen(day, s)).map(s => s.id))
  const happenings: Happening[] = []
  for (const { no, state, slot, offeredUntil, serviceId } of ticketsOf(day)) {
    // Whoever cannot be served is not blamed for staying away.
    if (state === 'booked' && slot && now > slot.start + slots.graceMs && !closed.has(serviceId))
      happenings.push({ type: 'ticketReleased', no })
    if (state === 'offered' && offeredUntil !== undefined && offeredUntil <= now)
      happenings.push({ type: 'ticketCancelled', no, why: 'lapsed' })
  }
  return happenings
}

/** Offers for one service: places of people who did not come, from now on; then places that were given back. */
function offers(
  day: QueueDay,
  { services, slots, doors }: DayPlan,
  serviceId: string,
  offerMs: number,
  now: Instant,
): readonly Happening[] {
  const service = services.find(s => s.id === serviceId)!
  const line = (day.waitlist[serviceId] ?? []).flatMap(no => ticketAt(day, no) ?? [])
  if (line.length === 0 || !service.booking || !slots || !doors || !isOpen(day, service)) return []
  const until = now + offerMs
  const happenings: Happening[] = []
  let place = 0
  const soon = Math.ceil((until + slots.earlyMs) / OFFER_GRID) * OFFER_GRID
  if (soon + slots.slotMs <= doors.to) {
    for (let left = day.unclaimed[serviceId] ?? 0; left > 0 && place < line.length; left--)
      happenings.push({
        type: 'placeOffered',
        no: line[place++]!.no,
        slot: { start: soon, end: soon + slots.slotMs },
        until,
        unclaimed: true,
      })
  }
  const free = freePlaces(day, { service, booking: service.booking, slots }, now, {
    priority: true,
    waitlist: true,
  }).slice()
  for (let i = 0; i < free.length && place < line.length; i++) {
    const start = slots.starts[i]!
    if (start < until) continue
    for (; free[i]! > 0 && place < line.length; free[i]!--)
      happenings.push({
        type: 'placeOffered',
        no: line[place++]!.no,
        slot: { start, end: start + slots.slotMs },
        until,
        unclaimed: false,
      })
  }
  return happenings
}
