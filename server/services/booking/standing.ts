import { MINUTE, type LocalDate } from '../../../shared/kit/time.ts'
import { doorsOf } from '../../../shared/office/hours.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { checkInUntil, offerUntil } from '../../../shared/queue/check-in-window.ts'
import type { QueueDay, Ticket } from '../../../shared/queue/day.ts'
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
  const { state, serviceId, no } = ticket
  const over = isOver(day, ticket, today)
  const waits = state === 'waiting' && !over
  const closure = over ? undefined : day.closures[serviceId]
  const shut = !over && !doorsOf(office, day.date)
  const ranged = day.date === today && (waits ? !closure && !shut : state === 'booked')
  const known = ranged ? ranges() : undefined
  const held = waits && known !== undefined && standstillOf(day, known.at) !== undefined
  return {
    ticket: { ...holderView(ticket, looks), ...untilOf(day, ticket) },
    counters: office.counters
      .filter(c => servesNow(day, c.id, serviceId))
      .map(({ id: counter, name }) => ({ id: counter, name })),
    ahead: waits ? aheadOf(day, serviceId, ticket) : 0,
    range: ranged && !held ? (known?.tickets[no] ?? ticket.promised ?? null) : null,
    held,
    returnUntil: state === 'missed' && !over ? ticket.since + office.rules.returnGraceMinutes * MINUTE : null,
    checkIn: windowOf(office, day, ticket),
    closed: closure ? { since: closure.since, reason: closure.reason, until: closure.until ?? null } : null,
    shut,
    waitlistPlace: state === 'waitlisted' ? (day.waitlist[serviceId] ?? []).indexOf(no) + 1 : null,
  }
}

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
  const counter = day.counters[counterId]
  return counter !== undefined && isAttended(counter) && counter.services.includes(serviceId)
}
