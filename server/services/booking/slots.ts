import type { Reply } from '../../../shared/contracts/api.ts'
import { QUIET_DATES, quietTimes, type SlotLoad } from '../../../shared/booking/quiet.ts'
import { slotId, slotStart } from '../../../shared/booking/slots.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { OfficeInfo, ServiceInfo } from '../../../shared/office/office.ts'
import type { QueueDay } from '../../../shared/queue/day.ts'
import { awaitsDraw, bookable, drawOf, freePlaces, mayBook, placesToDraw } from '../../../shared/queue/places.ts'
import { slotLoads } from '../../../shared/queue/estimate/slot-loads.ts'
import type { Offices } from '../office/offices.ts'
import type { QueueDays } from '../queue/queue-days.ts'

type SlotsReply = Reply<'GET /api/offices/:office/services/:service/slots'>

const DAYS_SHOWN = 7

/** A slot that somebody names: its office, service, date and beginning. */
export interface NamedSlot {
  readonly office: OfficeInfo
  readonly service: ServiceInfo
  readonly date: LocalDate
  readonly start: Instant
}

/** The schedule of bookable places. */
export interface Slots {
  list(
    office: string,
    service: string,
    query: {
      readonly from?: LocalDate | undefined
      readonly days?: number | undefined
      readonly priority?: string | undefined
    },
    /** Counts places that are not given out to everybody yet: for the desk. */
    all?: boolean,
  ): Promise<SlotsReply>
  /** Throws `SERVICE_UNKNOWN` or `SLOT_UNKNOWN`. */
  named(office: string, serviceId: string, slot: string): NamedSlot
  /** Throws as `named`. */
  dated(office: string, serviceId: string, date: LocalDate): Omit<NamedSlot, 'start'>
  /**
   * Throws `NOT_BOOKABLE`, `SLOT_PAST` or, beyond the horizon, `NOT_RELEASED`, where no booking may be made now. Asked only
   * once it is clear that this is no repetition: what was answered before is answered again, whatever the time.
   */
  mustTakeBookings(at: Omit<NamedSlot, 'start'>): void
}

export function createSlots(deps: { offices: Offices; days: QueueDays; now: () => Instant }): Slots {
  const { offices, days, now } = deps

  function serviceOf(office: OfficeInfo, id: string): ServiceInfo {
    const service = office.services.find(s => s.id === id)
    if (!service) throw new AppError('SERVICE_UNKNOWN', { serviceId: id })
    return service
  }

  function dated(officeId: string, serviceId: string, date: LocalDate) {
    const office = offices.get(officeId)
    return { office, service: serviceOf(office, serviceId), date }
  }

  function mustTakeBookings({ office, service, date }: Omit<NamedSlot, 'start'>): void {
    if (!service.booking) throw new AppError('NOT_BOOKABLE', { serviceId: service.id })
    const today = offices.today(office.id)
    if (date < today) throw new AppError('SLOT_PAST')
    if (date > addDays(today, office.booking.horizonDays)) throw new AppError('NOT_RELEASED')
  }

  function stateOf(service: ServiceInfo, day: QueueDay): SlotsReply['days'][number] {
    const { date, plan } = day
    if (!plan?.slots || plan.slots.starts.length === 0) return { date, state: 'closed', at: null }
    const { booking } = mayBook(day, service.id) ?? {}
    if (!booking) return { date, state: 'walkIn', at: null }
    if (awaitsDraw(day, service.id, now())) {
      const { from, to } = drawOf(day, service.id)!
      if (now() < from) return { date, state: 'later', at: from }
      return { date, state: 'draw', at: now() < to ? to : null }
    }
    const next = booking.openings.find(o => o.at > now())
    const begun = booking.openings.length === 0 || booking.openings[0]!.at <= now()
    return { date, state: begun ? 'open' : 'later', at: next?.at ?? null }
  }

  return {
    dated,
    mustTakeBookings,
    named(officeId, serviceId, slot) {
      const { office, service, date } = dated(officeId, serviceId, slot.slice(0, 10))
      const start = slotStart(slot, office.zone)
      if (start === undefined) throw new AppError('SLOT_UNKNOWN')
      return { office, service, date, start }
    },

    async list(officeId, serviceId, query, all = false) {
      const office = offices.get(officeId)
      const service = serviceOf(office, serviceId)
      const today = offices.today(officeId)
      const last = addDays(today, office.booking.horizonDays)
      const first = query.from && query.from > today ? query.from : today
      const count = query.days ?? DAYS_SHOWN
      const reply: SlotsReply = { slots: [], days: [], quiet: [], now: now() }
      const loads: SlotLoad[] = []
      let looked = 0
      for (let i = 0; i < count && addDays(first, i) <= last; i++) {
        const day = await days.day(officeId, addDays(first, i))
        const shown = service.booking ? stateOf(service, day) : ({ date: day.date, state: 'walkIn', at: null } as const)
        reply.days.push(shown)
        if (shown.state === 'closed' || shown.state === 'walkIn') continue
        const it = bookable(day, serviceId)
        const free = freePlaces(day, it, now(), { priority: query.priority === 'true', all })
        const toDraw = shown.state === 'draw' ? placesToDraw(day, it, now()) : undefined
        const gives = shown.state === 'open' && free.some(n => n > 0)
        // Beyond the nearest dates with a place nothing is looked for.
        const load = gives && ++looked <= QUIET_DATES ? slotLoads(day, now()) : undefined
        it.slots.starts.forEach((start, k) => {
          if (start <= now()) return
          const slot = { id: slotId(start, office.zone), start, end: start + it.slots.slotMs, free: free[k]! }
          if (load) loads.push({ id: slot.id, start, date: day.date, free: slot.free, load: load[k]! })
          reply.slots.push(toDraw ? { ...slot, toDraw: toDraw[k]! } : slot)
        })
      }
      reply.quiet.push(...quietTimes(loads).map(({ id, ...of }) => ({ slotId: id, ...of })))
      return reply
    },
  }
}
