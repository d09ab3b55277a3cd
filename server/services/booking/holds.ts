import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
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

  return {
    idOf,
    async letGo(office, booker, but) {
      if (booker.device === undefined || booker.newDevice) return
      const today = offices.today(office)
      const ahead = Array.from({ length: offices.get(office).booking.horizonDays + 1 }, (_, i) => addDays(today, i))
      const open = await Promise.all(ahead.filter(date => date !== but).map(date => days.day(office, date)))
      for (const day of open) {
        const holdId = idOf(office, day.date, booker)
        const held = heldPlace(day, holdId, now())
        if (held)
          await days.execute(office, { id: randomId(), by: booker.by, verb: 'endHold', ...held, holdId }, day.date)
      }
    },
  }
}
