import { foundIn } from '../../../shared/kit/found-in.ts'
import { MINUTE, type LocalDate } from '../../../shared/kit/time.ts'
import { doorsOf } from '../../../shared/office/hours.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { checkInUntil, offerUntil } from '../../../shared/queue/check-in-window.ts'
import type { QueueDay, Range, Ticket } from '../../../shared/queue/day.ts'
import { isAttended } from '../../../shared/queue/leaving.ts'
import type { Estimates } from '../../../shared/queue/estimate/estimate.ts'
import { standstillOf } from '../../../shared/queue/standstill.ts'
import { aheadOf } from '../../../shared/queue/policy.ts'
import { holderView } from '../../../shared/ticket/own-ticket.ts'
import type { Standing } from '../../../shared/ticket/standing.ts'

/**
 * Where a ticket stands in its day, as its holder may see it, or whoever `looks` only: all that moves without the holder. The
 * same for the page, for whoever reads it again and for the stream. `ranges` is asked for only where one is shown.
 */
export function standingOf(
  office: OfficeInfo,
  day: QueueDay,
  ticket: Ticket,
  {
    today,
    looks,
    ranges,
  }: { readonly today: LocalDate; readonly looks: boolean; readonly ranges: () => Estimates | undefined },
): Standing {
  const { state, serviceId, no, counterId } = ticket
  // Whoever stands at a counter belongs there, also while its officer is away and others serve the same.
  const isAt = state === 'called' || state === 'serving'
  const over = isOver(day, ticket, today)
  const waits = state === 'waiting' && !over
  const closure = over ? undefined : foundIn(day.closures, serviceId)
  const shut = !over && !doorsOf(office, day.date)
  const ranged = day.date === today && (waits ? !closure && !shut : state === 'booked')
  const known = ranged ? ranges() : undefined
  const held = waits && known !== undefined && standstillOf(day, known.at) !== undefined
  return {
    ticket: { ...holderView(ticket, looks), ...untilOf(day, ticket) },
    counters: office.counters
      .filter(c => (isAt ? c.id === counterId : servesNow(day, c.id, serviceId)))
      .map(({ id: counter, name }) => ({ id: counter, name })),
    ahead: waits ? aheadOf(day, serviceId, ticket) : 0,
    range: ranged && !held ? rangeOf(day, ticket, known) : null,
    held,
    returnUntil: state === 'missed' && !over ? ticket.since + office.rules.returnGraceMinutes * MINUTE : null,
    checkIn: windowOf(office, day, ticket),
    closed: closure ? { since: closure.since, reason: closure.reason, until: closure.until ?? null } : null,
    shut,
    waitlistPlace: state === 'waitlisted' ? (foundIn(day.waitlist, serviceId) ?? []).indexOf(no) + 1 : null,
  }
}

/**
 * When a ticket is likely called. What was promised stands in until there are ranges that know of the ticket, and in its first
 * line alone: of a later one neither that nor ranges from before tell anything.
 */
export function rangeOf(day: QueueDay, ticket: Ticket, known: Estimates | undefined): Range | null {
  const { no, serviceId, state, joined, been, since, promised } = ticket
  const isFirst = been === undefined && !LATER.includes(joined)
  const range = isFirst || (known && known.at >= since) ? known?.tickets[no] : undefined
  if (range || !isFirst || !promised || state !== 'waiting' || day.closures[serviceId]) return range ?? null
  const isNew = !known || known.at <= since
  return isNew && Object.keys(day.counters).some(id => servesNow(day, id, serviceId)) ? promised : null
}

/** How a ticket comes into a line after its first. */
const LATER: readonly Ticket['joined'][] = ['returned', 'transferred', 'step']

/** Whether a ticket's day is over for it: by midnight, or by the close, but where its call was taken back and it may come again. */
export function isOver({ date, settledAt }: QueueDay, { state }: Ticket, today: LocalDate): boolean {
  return date < today || (settledAt !== undefined && state !== 'waiting')
}

function windowOf(office: OfficeInfo, day: QueueDay, ticket: Ticket): Standing['checkIn'] {
  const { slot, state, serviceId } = ticket
  const slots = day.plan?.slots
  if (!slot || !slots || (state !== 'booked' && state !== 'released')) return null
  const { checkInEarlyMinutes } = office.booking
  return {
    from: slot.start - checkInEarlyMinutes * MINUTE,
    until: checkInUntil(day, serviceId, slot, slots),
    codeNeeded: true,
  }
}

/** An offer whose service was closed meanwhile can be taken for longer than was said; it has ended when its ticket has. */
function untilOf(day: QueueDay, ticket: Ticket): Pick<Ticket, 'offeredUntil'> {
  const slots = day.plan?.slots
  if (!slots || ticket.offeredUntil === undefined) return {}
  const until = offerUntil(day, ticket, slots)
  return { offeredUntil: ticket.state === 'offered' ? until : Math.min(until, ticket.since) }
}

function servesNow(day: QueueDay, counterId: string, serviceId: string): boolean {
  const counter = foundIn(day.counters, counterId)
  return counter !== undefined && isAttended(counter) && counter.services.includes(serviceId)
}
