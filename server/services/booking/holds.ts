import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { slotStart } from '../../../shared/booking/slots.ts'
import { slotKey } from '../../../shared/queue/slots.ts'
import { heldPlace } from '../../../shared/queue/places.ts'
import { randomId } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { Booker } from './booking-people.ts'

/** The places that phones hold while a form is filled, found in the queue days themselves: a restart forgets none. */
export interface Holds {
  /**
   * The id under which a phone holds a place of a day. Only this installation can compute it, and the ids of two days have
   * nothing in common; without a phone it is drawn anew each time.
   */
  idOf(office: string, date: LocalDate, booker: Booker): string
  /** Until when the phone holds a place of this time; `undefined` where it holds none. */
  until(office: string, serviceId: string, slotId: string, booker: Booker): Promise<Instant | undefined>
  /** Whether the phone holds a place at this office, on whatever day. */
  holdsOne(office: string, booker: Booker): Promise<boolean>
  /** Lets go what the phone holds at this office on any day but one: it holds one place at a time. */
  letGo(office: string, booker: Booker, but: LocalDate): Promise<void>
}

export function createHolds(deps: {
  offices: Offices
  days: QueueDays
  hash: (text: string) => string
  now: () => Instant
}): Holds {
  const { offices, days, now } = deps
  const idOf: Holds['idOf'] = (office, date, { device }) =>
    device === undefined ? randomId() : deps.hash(`${office} ${date} ${device}`)

  /** What a phone holds: one place, or for a moment two. */
  async function heldBy(office: string, booker: Booker) {
    if (booker.device === undefined || booker.bare) return []
    const today = offices.today(office)
    const ahead = Array.from({ length: offices.get(office).booking.horizonDays + 1 }, (_, i) => addDays(today, i))
    const open = await Promise.all(ahead.map(date => days.day(office, date)))
    return open.flatMap(day => {
      const holdId = idOf(office, day.date, booker)
      const held = heldPlace(day, holdId, now())
      return held ? [{ date: day.date, command: { ...held, holdId } }] : []
    })
  }

  return {
    idOf,
    async until(office, serviceId, slotId, booker) {
      const { zone, booking } = offices.get(office)
      const [start, date, today] = [slotStart(slotId, zone), slotId.slice(0, 10), offices.today(office)]
      // Nobody makes the program read days on which nothing can be held.
      if (start === undefined || date < today || date > addDays(today, booking.horizonDays)) return undefined
      const { slots } = await days.day(office, date)
      const holdId = idOf(office, date, booker)
      return slots[slotKey(serviceId, start)]?.holds.find(h => h.id === holdId && h.until > now())?.until
    },
    holdsOne: async (office, booker) => (await heldBy(office, booker)).length > 0,
    async letGo(office, booker, but) {
      for (const { date, command } of await heldBy(office, booker))
        if (date !== but)
          await days.execute(office, { id: randomId(), by: booker.by, verb: 'endHold', ...command }, date)
    },
  }
}
