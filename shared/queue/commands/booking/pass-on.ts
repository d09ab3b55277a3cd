import { foundIn } from '../../../kit/found-in.ts'
import type { Instant } from '../../../kit/time.ts'
import { checkInUntil, offerUntil } from '../../check-in-window.ts'
import type { CommandOf } from '../../command.ts'
import { ticketAt, ticketsOf, type DayPlan, type PlannedService, type QueueDay, type Slot } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { firstOpen, letGo } from '../../lost-time.ts'
import { awaitsDraw, freeNow, inTurn, isOpen, lineOf, mayBook, soldOver } from '../../places.ts'

/**
 * Gives on what was not used: lets go whom the plan leaves no time, releases bookings whose check-in is over, ends offers that
 * nobody took, opens services whose closing was meant to end, and offers free places to the head of each waitlist. An empty
 * list when there is nothing to do.
 */
export function passOn(day: QueueDay, _: CommandOf<'passOn'>, now: Instant): readonly Happening[] {
  const { plan } = day
  if (!plan) return []
  const lost = letGo(day, plan)
  const over = [...lost, ...ended(day, plan, now, new Set(lost.map(h => h.no)))]
  return [...opened(day, now), ...over, ...plan.services.flatMap(s => offers(day, plan, s, over, now))]
}

function opened(day: QueueDay, now: Instant): readonly Happening[] {
  return Object.entries(day.closures).flatMap(([serviceId, { until }]) =>
    until !== undefined && until <= now ? [{ type: 'serviceOpened' as const, serviceId }] : [],
  )
}

/** Bookings past their check-in, and offers past their time. */
function ended(
  day: QueueDay,
  { slots, services }: DayPlan,
  now: Instant,
  lost: ReadonlySet<number>,
): readonly Happening[] {
  if (!slots) return []
  const closed = new Set(services.filter(s => !isOpen(day, s)).map(s => s.id))
  const happenings: Happening[] = []
  for (const ticket of ticketsOf(day)) {
    const { no, state, slot, serviceId } = ticket
    if (lost.has(no)) continue
    // Whoever cannot be served is not blamed for staying away.
    if (state === 'booked' && slot && !closed.has(serviceId) && now > checkInUntil(day, serviceId, slot, slots))
      happenings.push({ type: 'ticketReleased', no })
    if (state === 'offered' && !closed.has(serviceId) && offerUntil(day, ticket, slots) <= now)
      happenings.push({ type: 'ticketCancelled', no, why: 'lapsed' })
  }
  return happenings
}

/**
 * Offers for one service: places of people who did not come, from now on, but those that were sold over what there is; then
 * places that were given back.
 */
function offers(
  day: QueueDay,
  { doors }: DayPlan,
  { id }: PlannedService,
  over: readonly Happening[],
  now: Instant,
): readonly Happening[] {
  const line = lineOf(day, id)
  const it = mayBook(day, id)
  if (line.length === 0 || !it || !doors || awaitsDraw(day, id, now)) return []
  const { slots } = it
  const until = now + slots.offerMs
  const from = (start: Instant): Slot => ({ start, end: start + slots.slotMs })
  const soon = firstOpen(doors, until + slots.earlyMs, slots.slotMs)
  const released = over.filter(h => h.type === 'ticketReleased' && ticketAt(day, h.no)?.serviceId === id).length
  const free = freeNow(day, it, now)
  const numbers = free.numbers + released
  const toGive = (foundIn(day.unclaimed, id) ?? 0) + released - soldOver(day, it, now)
  const unclaimed = soon ? Math.max(0, Math.min(toGive, numbers)) : 0
  const next = line.slice(unclaimed)
  const turns = inTurn({ ...free, numbers: numbers - unclaimed }, it, next, now)
  return [
    ...line.slice(0, unclaimed).flatMap(({ no }) => (soon ? [offer(no, soon, until, true)] : [])),
    ...next.flatMap(({ no }, i) => (turns[i] === undefined ? [] : [offer(no, from(turns[i]), until, false)])),
  ]
}

function offer(no: number, slot: Slot, until: Instant, unclaimed: boolean): Happening {
  return { type: 'placeOffered', no, slot, until, unclaimed }
}
