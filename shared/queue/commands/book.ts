import { AppError } from '../../kit/errors.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import { slotKey, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { bookingNumber, nextBookingCounter } from '../numbering.ts'
import { bookable, freePlaces, isOpen, slotIndex } from '../places.ts'
import { bookedDue } from '../policy.ts'

/** Gives a place in a slot with its number, at once and before the day; a place held for this form counts as free to it. */
export function book(day: QueueDay, command: CommandOf<'book'>, now: Instant): readonly Happening[] {
  const it = bookable(day, command.serviceId)
  const { service, booking, slots } = it
  if (!isOpen(day, service)) throw new AppError('SERVICE_CLOSED', { serviceId: service.id })
  const index = slotIndex(it, command.start, now)
  const held = holds(day, service.id, command.start).some(h => h.id === command.holdId && h.until > now)
  if (!held) mustBeFree(day, it, index, command, now)
  return [
    {
      type: 'ticketBooked',
      no: day.taken,
      id: command.ticketId,
      number: bookingNumber(
        service.letter,
        nextBookingCounter(day.bookedNumbers[`${service.letter}R`] ?? [], booking.places, index),
      ),
      serviceId: service.id,
      priority: command.priority,
      slot: { start: command.start, end: command.start + slots.slotMs },
      due: bookedDue(command.start, slots.creditMs),
      ...(held ? { holdId: command.holdId! } : {}),
    },
  ]
}

function mustBeFree(
  day: QueueDay,
  it: ReturnType<typeof bookable>,
  index: number,
  command: CommandOf<'book'>,
  now: Instant,
): void {
  const { openings } = it.booking
  if (!command.ahead && openings.length > 0 && now < openings[0]!.at)
    throw new AppError('NOT_RELEASED', { at: openings[0]!.at })
  const free = freePlaces(day, it, now, { priority: command.priority, all: command.ahead === true })
  if (free[index]! <= 0) throw new AppError(command.holdId === undefined ? 'SLOT_FULL' : 'HOLD_ENDED')
}

function holds(day: QueueDay, serviceId: string, start: Instant) {
  return day.slots[slotKey(serviceId, start)]?.holds ?? []
}
