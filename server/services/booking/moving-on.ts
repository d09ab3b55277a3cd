import { foundIn } from '../../../shared/kit/found-in.ts'
import { slotId, slotStart } from '../../../shared/booking/slots.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { ticketsOf, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import { isLost } from '../../../shared/queue/lost-time.ts'
import { freePlaces, mayBook } from '../../../shared/queue/places.ts'
import type { OwnTicket } from '../../../shared/ticket/own-ticket.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from '../queue/queue-days.ts'

/** Where a booking goes by one tap that the office itself stopped; `null` where it did not, or nothing is free. */
export type MovingOn = (office: OfficeInfo, ticket: Ticket, day: QueueDay) => Promise<OwnTicket['moveTo']>

/** Somebody who may move on, with the dates to which they would, best first. */
interface Turn {
  readonly ticket: Ticket
  readonly dates: readonly LocalDate[]
}

/**
 * A free slot on one of the dates of each turn, as near to the same time of day as there is. Everybody gets a place of their own,
 * by their turn, so that all who tap at the same moment find theirs free.
 */
export function createMovingOn(deps: { offices: Offices; days: QueueDays; now: () => Instant }): MovingOn {
  const { offices, days, now } = deps

  /** The dates that can be booked. */
  function horizonOf({ id, booking }: OfficeInfo): readonly LocalDate[] {
    return Array.from({ length: booking.horizonDays + 1 }, (_, i) => addDays(offices.today(id), i))
  }

  /** Whose service is closed for a while goes to a later day. */
  function closedTurns(office: OfficeInfo, { serviceId }: Ticket, day: QueueDay): readonly Turn[] {
    const dates = horizonOf(office).filter(date => date > day.date)
    const booked = [...ticketsOf(day)].filter(t => t.serviceId === serviceId && t.state === 'booked' && t.slot)
    return booked.map(ticket => ({ ticket, dates }))
  }

  /** Whose time is gone, on whatever day, stays on it if there is room, else goes to the next one, else to the one before. */
  async function lostTurns(office: OfficeInfo, { serviceId }: Ticket, day: QueueDay): Promise<readonly Turn[]> {
    const dates = horizonOf(office)
    const turns: Turn[] = []
    for (const date of new Set([...dates, day.date])) {
      const nearest = [...dates.filter(d => d >= date), ...dates.filter(d => d < date).reverse()]
      for (const ticket of ticketsOf(await days.day(office.id, date)))
        if (ticket.serviceId === serviceId && isLost(ticket) && ticket.slot) turns.push({ ticket, dates: nearest })
    }
    return turns
  }

  async function placeOf(office: OfficeInfo, own: Ticket, turns: readonly Turn[]): Promise<OwnTicket['moveTo']> {
    const known = new Map<LocalDate, Awaited<ReturnType<typeof freeOn>>>()
    for (const { ticket, dates } of turns) {
      for (const date of dates) {
        if (!known.has(date)) known.set(date, await freeOn(office, own, date))
        const on = known.get(date)
        const start = on && taken(on, ticket, date, office)
        if (start === undefined) continue
        if (ticket.id === own.id)
          return { slotId: slotId(start, office.zone), slot: { start, end: start + on!.slotMs }, date }
        break
      }
      if (ticket.id === own.id) return null
    }
    return null
  }

  async function freeOn(office: OfficeInfo, { serviceId, priority }: Ticket, date: LocalDate) {
    const day = await days.day(office.id, date)
    const it = mayBook(day, serviceId)
    if (!it || !day.plan?.doors) return undefined
    return { starts: it.slots.starts, slotMs: it.slots.slotMs, free: [...freePlaces(day, it, now(), { priority })] }
  }

  return async (office, ticket, day) => {
    if (!ticket.slot) return null
    if (isLost(ticket)) return placeOf(office, ticket, await lostTurns(office, ticket, day))
    if (ticket.state !== 'booked' || !foundIn(day.closures, ticket.serviceId)) return null
    return placeOf(office, ticket, closedTurns(office, ticket, day))
  }
}

/** Takes the first place from the old time of day on, else the last one before it; gives when it begins. */
function taken(
  { starts, free }: { readonly starts: readonly Instant[]; readonly free: number[] },
  { slot }: Ticket,
  date: LocalDate,
  { zone }: OfficeInfo,
): Instant | undefined {
  const clock = slotId(slot!.start, zone).slice(11)
  const wished = slotStart(`${date}T${clock}`, zone) ?? 0
  const open = starts.flatMap((_, i) => (free[i]! > 0 ? [i] : []))
  const index = open.find(i => starts[i]! >= wished) ?? open.at(-1)
  if (index === undefined) return undefined
  free[index]!--
  return starts[index]
}
