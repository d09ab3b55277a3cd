import { foundIn } from '../../../kit/found-in.ts'
import { givenOut } from '../../../booking/draw.ts'
import type { SlotGrid } from '../../../booking/slots.ts'
import { AppError } from '../../../kit/errors.ts'
import type { Instant } from '../../../kit/time.ts'
import type { CommandOf } from '../../command.ts'
import { ticketsOf, type QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { plannedService } from '../../guards.ts'
import { bookingNumber, nextOfSeries } from '../../numbers/numbering.ts'
import { mayBook, placesToDraw } from '../../places.ts'
import { bookedDue } from '../../policy.ts'

/** A draw begins to take entries: its window and that it is the only way in are promised from now on. */
export function openDraw(day: QueueDay, command: CommandOf<'openDraw'>, now: Instant): readonly Happening[] {
  const { serviceId, from, to } = command
  if (foundIn(day.draws, serviceId)) return []
  if (now < from || now >= to) throw new AppError('DRAW_CLOSED')
  return [{ type: 'drawOpened', serviceId, from, to }]
}

/**
 * The stroke of a draw, whole: the free places, and each entry in turn with its place or its turn on the waitlist. A service
 * that takes nobody has no places to give. Throws `SETTINGS_CHANGED` where the wishes were read in times that the day has no more.
 */
export function holdDraw(day: QueueDay, command: CommandOf<'holdDraw'>, now: Instant): readonly Happening[] {
  const { serviceId, starts, slotMs } = command
  if (foundIn(day.draws, serviceId)?.held !== undefined) throw new AppError('DRAW_HELD')
  const { letter } = plannedService(day, serviceId)
  const it = mayBook(day, serviceId)
  if (it && !isOf(it.slots, { starts, slotMs })) throw new AppError('SETTINGS_CHANGED')
  const free = it ? placesToDraw(day, it, now) : []
  const places = starts.map(start => free[it?.slots.starts.indexOf(start) ?? -1] ?? 0)
  // Whoever has a ticket of this entry already gets no second one.
  const known = new Set([...ticketsOf(day)].map(t => t.id))
  const entries = command.entries.filter(e => !known.has(e.ticketId))
  const slots = givenOut(entries, places)
  const series = `${letter}R`
  const used = [...(foundIn(day.bookedNumbers, series) ?? [])]
  const joining = (turn: number, index: number) => {
    const { ticketId, priority, case: which } = entries[turn]!
    const counter = nextOfSeries(day, letter, index, used)
    used.push(counter)
    return {
      id: ticketId,
      number: bookingNumber(letter, counter),
      serviceId,
      priority,
      ...(which === undefined ? {} : { case: which }),
    }
  }
  const turns = entries.map((_, turn) => turn)
  // In the order of the slots, so that their numbers rise with them.
  const won = turns.filter(turn => slots[turn] !== null).sort((a, b) => slots[a]! - slots[b]! || a - b)
  const happenings = [
    ...won.map((turn): Unnumbered => {
      const start = starts[slots[turn]!]!
      const { creditMs } = it!.slots
      const slot = { start, end: start + it!.slots.slotMs }
      const index = it!.slots.starts.indexOf(start)
      return { type: 'ticketBooked', ...joining(turn, index), slot, due: bookedDue(start, creditMs) }
    }),
    ...turns
      .filter(turn => slots[turn] === null)
      .map((turn): Unnumbered => ({ type: 'waitlistJoined', ...joining(turn, -1) })),
  ]
  return [
    { type: 'drawHeld', serviceId, places: starts.map((start, i) => ({ start, places: places[i]! })), slotMs },
    ...happenings.map((happening, i) => ({ ...happening, no: day.taken + i })),
  ]
}

/** Whether these are times of the day. */
function isOf(day: SlotGrid, { starts, slotMs }: SlotGrid): boolean {
  return starts.every(start => day.starts.includes(start)) && (starts.length === 0 || slotMs === day.slotMs)
}

type Joining = Extract<Happening, { type: 'ticketBooked' } | { type: 'waitlistJoined' }>
type Unnumbered = { [T in Joining['type']]: Omit<Extract<Joining, { type: T }>, 'no'> }[Joining['type']]
