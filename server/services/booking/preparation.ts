import type { Reply } from '../../../shared/contracts/api.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import { hasService, type Scope } from '../../../shared/office/scope.ts'
import { maskedName } from '../../../shared/queue/opening.ts'
import { ticketsOf } from '../../../shared/queue/day.ts'
import { filesOn } from '../../store/files.ts'
import type { Database } from '../../store/open/database.ts'
import { holdersOn, ticksOf } from '../../store/holders/holders.ts'
import type { People } from './booking-people.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from '../queue/queue-days.ts'

type Prepared = Reply<'GET /api/offices/:office/bookings'>

/** The bookings of a day with what the desk needs to be ready before the citizen is. */
export function createPreparation(deps: {
  db: Database
  offices: Offices
  days: QueueDays
  people: People
}): (office: string, date: LocalDate | undefined, scope: Scope) => Promise<Prepared> {
  const { db, offices, days, people } = deps
  return async (office, wished, scope) => {
    const date = wished ?? offices.today(office)
    // Read alone: a day that is looked at need not be planned.
    const day = await days.read(office, date)
    const holders = new Map((await holdersOn(db, office, date)).map(h => [h.ticket_id, h]))
    const files = await filesOn(db, office, date)
    const bookings: Prepared['bookings'] = []
    for (const t of ticketsOf(day)) {
      if (t.bookedAt === undefined || t.id === undefined) continue
      if (!hasService(offices.get(office), scope, t.serviceId)) continue
      const holder = holders.get(t.id)
      bookings.push({
        ticketId: t.id,
        number: t.number,
        serviceId: t.serviceId,
        slot: t.slot ? { start: t.slot.start, end: t.slot.end } : null,
        state: t.state,
        priority: t.priority,
        ...(t.case === undefined ? {} : { case: t.case }),
        name: masked(people.nameOf(holder)),
        papers: holder ? ticksOf(holder) : [],
        files: files.filter(f => f.ticket_id === t.id).map(f => ({ id: f.id, bytes: f.bytes, type: f.type })),
      })
    }
    bookings.sort((a, b) => (a.slot?.start ?? Infinity) - (b.slot?.start ?? Infinity) || (a.number < b.number ? -1 : 1))
    return { date, bookings }
  }
}

const masked = (name: string | null) => (name === null ? null : maskedName(name))
