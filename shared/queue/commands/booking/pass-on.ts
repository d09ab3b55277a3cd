import { MINUTE, type Instant } from '../../../kit/time.ts'
import { checkInUntil } from '../../check-in-window.ts'
import type { CommandOf } from '../../command.ts'
import { ticketAt, ticketsOf, type DayPlan, type PlannedService, type QueueDay, type Slot } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { freePlaces, isOpen, mayBook } from '../../places.ts'

const OFFER_GRID = 5 * MINUTE

/**
 * Gives on what was not used: releases bookings whose check-in is over, ends offers that nobody took, opens services whose
 * closing was meant to end, and offers free places to the head of each waitlist. An empty list when there is nothing to do.
 */
export function passOn(day: QueueDay, { offerMs }: CommandOf<'passOn'>, now: Instant): readonly Happening[] {
  const { plan } = day
  if (!plan) return []
  const over = ended(day, plan, now)
  return [...opened(day, now), ...over, ...plan.services.flatMap(s => offers(day, plan, s, over, offerMs, now))]
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
    if (state === 'booked' && slot && !closed.has(serviceId) && now > checkInUntil(day, serviceId, slot, slots))
      happenings.push({ type: 'ticketReleased', no })
    if (state === 'offered' && offeredUntil !== undefined && offeredUntil <= now)
      happenings.push({ type: 'ticketCancelled', no, why: 'lapsed' })
  }
  return happenings
}

/** Offers for one service: places of people who did not come, from now on; then places that were given back. */
function offers(
  day: QueueDay,
  { doors }: DayPlan,
  { id }: PlannedService,
  over: readonly Happening[],
  offerMs: number,
  now: Instant,
): readonly Happening[] {
  const line = (day.waitlist[id] ?? []).flatMap(no => ticketAt(day, no) ?? [])
  const it = mayBook(day, id)
  if (line.length === 0 || !it || !doors) return []
  const { slots } = it
  const until = now + offerMs
  const from = (start: Instant): Slot => ({ start, end: start + slots.slotMs })
  const soon = from(Math.ceil((until + slots.earlyMs) / OFFER_GRID) * OFFER_GRID)
  const released = over.filter(h => h.type === 'ticketReleased' && ticketAt(day, h.no)?.serviceId === id).length
  let unclaimed = soon.end <= doors.to ? (day.unclaimed[id] ?? 0) + released : 0

  const all = [...freePlaces(day, it, now, { priority: true, waitlist: true })]
  const open = [...freePlaces(day, it, now, { priority: false, waitlist: true })]
  return line.flatMap(({ no, priority }): readonly Happening[] => {
    if (unclaimed > 0) {
      unclaimed--
      return [{ type: 'placeOffered', no, slot: soon, until, unclaimed: true }]
    }
    const index = (priority ? all : open).findIndex((n, i) => n > 0 && slots.starts[i]! >= until)
    if (index === -1) return []
    all[index]!--
    // What people with priority get is of their own places first.
    open[index] = priority ? Math.min(open[index]!, all[index]!) : open[index]! - 1
    return [{ type: 'placeOffered', no, slot: from(slots.starts[index]!), until, unclaimed: false }]
  })
}
