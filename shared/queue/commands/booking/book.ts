import { AppError } from '../../../kit/errors.ts'
import { pick } from '../../../kit/pick.ts'
import type { Instant } from '../../../kit/time.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import { slotKey } from '../../slots.ts'
import type { Happening } from '../../events.ts'
import { bookingNumber, nextOfSeries } from '../../numbers/numbering.ts'
import { lostTicket } from '../../lost-time.ts'
import { freePlaces, mustBook, slotIndex, type Bookable } from '../../places.ts'
import { bookedDue } from '../../policy.ts'
import { wishedParts } from '../coming-parts.ts'
import { mustBeOneVisit } from '../plan-steps.ts'

/** Gives a place in a slot with its number, at once and before the day; a place held for this form counts as free to it. */
export function book(day: QueueDay, command: CommandOf<'book'>, now: Instant): readonly Happening[] {
  const it = mustBook(day, command.serviceId, now)
  const { service, slots } = it
  const index = slotIndex(it, command.start, now)
  const hold = ownHold(day, command, now)
  mustBeOneVisit(day, command.serviceId, command.later)
  if (!hold) mustBeFree(day, it, index, command, now)
  return [
    ...moved(day, command),
    {
      type: 'ticketBooked',
      no: day.taken,
      id: command.ticketId,
      number: bookingNumber(service.letter, nextOfSeries(day, service.letter, index)),
      serviceId: service.id,
      priority: command.priority,
      slot: { start: command.start, end: command.start + slots.slotMs },
      due: bookedDue(command.start, slots.creditMs),
      ...(command.case === undefined ? {} : { case: command.case }),
      ...pick(command, ['lifeEvent']),
      ...wishedParts(day, command),
      ...(hold ? { holdId: hold.id!, held: hold.seq } : {}),
    },
  ]
}

/** The booking of this day that gives way to the new one. */
function moved(day: QueueDay, { insteadOf }: CommandOf<'book'>): readonly Happening[] {
  return insteadOf === undefined ? [] : [{ type: 'ticketCancelled', no: lostTicket(day, insteadOf).no, why: 'moved' }]
}

function mustBeFree(day: QueueDay, it: Bookable, index: number, command: CommandOf<'book'>, now: Instant): void {
  const { openings } = it.booking
  if (!command.ahead && openings.length > 0 && now < openings[0]!.at)
    throw new AppError('NOT_RELEASED', { at: openings[0]!.at })
  const free = freePlaces(day, it, now, { priority: command.priority, all: command.ahead === true })
  if (free[index]! <= 0) throw new AppError(command.holdId === undefined ? 'SLOT_FULL' : 'HOLD_ENDED')
}

/** The place held for this form. One held with priority may be a place that others do not get. */
function ownHold(day: QueueDay, { serviceId, start, holdId, priority }: CommandOf<'book'>, now: Instant) {
  if (holdId === undefined) return undefined
  const holds = day.slots[slotKey(serviceId, start)]?.holds ?? []
  return holds.find(h => h.id === holdId && h.until > now && (priority || !h.priority))
}
