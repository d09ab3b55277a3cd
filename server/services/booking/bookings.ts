import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { MINUTE, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { slotKey, type QueueDay } from '../../../shared/queue/day.ts'
import { bookable, freePlaces } from '../../../shared/queue/places.ts'
import { linkKindOf, type Booker } from './booking-people.ts'
import type { Asked, Booked, Placing } from './placing.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { TicketLinks } from '../identity/ticket-links.ts'
import type { Holds } from './holds.ts'
import type { Slots } from './slots.ts'

/** Bookings: a place, its number and its link at once. */
export interface Bookings {
  book(
    office: string,
    key: string,
    wish: Asked & { readonly serviceId: string; readonly slotId: string; readonly hold?: string | undefined },
    booker: Booker,
  ): Promise<Booked>
  hold(
    office: string,
    key: string,
    wish: Asked & { readonly serviceId: string; readonly slotId: string; readonly instead?: string | undefined },
    booker: Booker,
  ): Promise<Reply<'POST /api/offices/:office/holds'>>
  group(
    office: string,
    key: string,
    wish: {
      readonly serviceId: string
      readonly slotId: string
      readonly people: readonly { readonly name: string; readonly phone?: string | undefined }[]
    },
    booker: Booker,
  ): Promise<Reply<'POST /api/offices/:office/bookings/group'>>
  waitlist(
    office: string,
    serviceId: string,
    key: string,
    wish: Asked & { readonly date: LocalDate },
    booker: Booker,
  ): Promise<Reply<'POST /api/offices/:office/services/:service/waitlist'>>
}

export function createBookings(deps: {
  days: QueueDays
  slots: Slots
  placing: Placing
  holds: Holds
  tickets: TicketLinks
  now: () => Instant
}): Bookings {
  const { days, slots, holds, now } = deps
  const { reply, admitted, known, place } = deps.placing
  /** Places that somebody is just about to get: in a rush the others are told at once, not after they have written. */
  const underWay = new Map<string, number>()

  async function book(
    officeId: string,
    key: string,
    wish: Parameters<Bookings['book']>[2],
    booker: Booker,
  ): Promise<Booked> {
    const slot = slots.named(officeId, wish.serviceId, wish.slotId)
    const { office, service, date, start } = slot
    const before = await known(officeId, date, key, booker)
    if (before) return reply(before, linkKindOf(booker))
    const priority = wish.priority ?? false
    const day = await days.day(officeId, date)
    const held = isHeld(day, service.id, start, wish.hold, now())
    const at = { office: officeId, serviceId: service.id, act: `${key}/${wish.slotId}`, free: held }
    // In a rush most come too late: they are told so before they work for it and before anything is written.
    const spot = `${officeId}/${date}/${slotKey(service.id, start)}`
    const others = underWay.get(spot) ?? 0
    if (!held) seemsFree(day, { ...wish, priority, start, all: booker.helped, others }, now())
    underWay.set(spot, others + 1)
    return admitted(at, wish, booker, office.booking, async () => {
      const ticket = await place(slot, key, wish, booker, async ticketId => {
        const outcome = await days.execute(
          officeId,
          {
            id: key,
            by: booker.by,
            verb: 'book',
            serviceId: service.id,
            start,
            priority,
            ticketId,
            ...(wish.hold === undefined ? {} : { holdId: wish.hold }),
            ...(booker.helped ? { ahead: true as const } : {}),
          },
          date,
        )
        return outcome.ticket!
      })
      return reply(ticket, linkKindOf(booker))
    }).finally(() => {
      const left = (underWay.get(spot) ?? 1) - 1
      if (left > 0) underWay.set(spot, left)
      else underWay.delete(spot)
    })
  }

  return {
    book,

    async hold(officeId, key, wish, booker) {
      const slot = slots.named(officeId, wish.serviceId, wish.slotId)
      const { office, service, date, start } = slot
      const at = { office: officeId, serviceId: service.id, act: `hold ${key}/${wish.slotId}`, counts: false }
      const give = async () => {
        const outcome = await days.execute(
          officeId,
          {
            id: key,
            by: booker.by,
            verb: 'holdSlot',
            serviceId: service.id,
            start,
            priority: wish.priority ?? false,
            holdId: holds.idOf(officeId, date, booker),
            holdMs: office.booking.holdMinutes * MINUTE,
          },
          date,
        )
        const event = outcome.events.at(-1)!
        if (event.type !== 'slotHeld') throw new AppError('COMMAND_ID_REUSED')
        return { hold: event.holdId!, until: event.until }
      }
      // Asked again after a lost answer it is the same hold, which must not let itself go.
      if (await days.answered(officeId, date, key)) return give()
      await holds.letGo(officeId, booker)
      return admitted(at, wish, booker, office.booking, give)
    },

    async group(officeId, key, wish, booker) {
      const slot = slots.named(officeId, wish.serviceId, wish.slotId)
      const done: Reply<'POST /api/offices/:office/bookings/group'> = { booked: [], left: [] }
      let { start } = slot
      for (const [i, { name, phone }] of wish.people.entries()) {
        const one = `${key}.${i}`
        const asked: Asked = { contact: { name, ...(phone ? { phone } : {}) } }
        const before = await known(officeId, slot.date, one, booker)
        const free = before ? start : firstFree(await days.day(officeId, slot.date), slot.service.id, start, now())
        if (free === undefined) {
          done.left.push(name)
          continue
        }
        start = free
        try {
          const ticket =
            before ??
            (await place(slot, one, asked, booker, async ticketId => {
              const command = { verb: 'book', serviceId: slot.service.id, start, priority: false, ticketId } as const
              return (await days.execute(officeId, { ...command, id: one, by: booker.by, ahead: true }, slot.date))
                .ticket!
            }))
          done.booked.push({ ...reply(ticket, linkKindOf(booker)), name })
        } catch (error) {
          if (!(error instanceof AppError) || !['ALREADY_BOOKED', 'SLOT_FULL'].includes(error.code)) throw error
          done.left.push(name)
        }
      }
      return done
    },

    async waitlist(officeId, serviceId, key, wish, booker) {
      const slot = slots.dated(officeId, serviceId, wish.date)
      const before = await known(officeId, slot.date, key, booker)
      const at = { office: officeId, serviceId, act: `${key}/${wish.date}` }
      const give = () =>
        place(slot, key, wish, booker, async ticketId => {
          const command = { verb: 'joinWaitlist', serviceId, priority: wish.priority ?? false, ticketId } as const
          return (await days.execute(officeId, { ...command, id: key, by: booker.by }, slot.date)).ticket!
        })
      const ticket = before ?? (await admitted(at, wish, booker, slot.office.booking, give))
      const day = await days.day(officeId, slot.date)
      const token = deps.tickets.sign(ticket.id!, linkKindOf(booker))
      const turn = (day.waitlist[serviceId] ?? []).indexOf(ticket.no) + 1
      return { number: ticket.number, place: turn, token, path: `/t/${token}` }
    },
  }
}

function isHeld(day: QueueDay, serviceId: string, start: Instant, hold: string | undefined, now: Instant): boolean {
  const live = day.slots[slotKey(serviceId, start)]?.holds ?? []
  return hold !== undefined && live.some(h => h.id === hold && h.until > now)
}

function seemsFree(
  day: QueueDay,
  wish: {
    serviceId: string
    start: Instant
    priority: boolean
    all: boolean
    others: number
    hold?: string | undefined
  },
  now: Instant,
): void {
  const { serviceId, start, priority, all } = wish
  const it = bookable(day, serviceId)
  const index = it.slots.starts.indexOf(start)
  const [first] = it.booking.openings
  // What is not a full slot is told by the rule itself, with its own words.
  if (index === -1 || start <= now || (first && now < first.at && !all)) return
  if (freePlaces(day, it, now, { priority, all })[index]! <= wish.others)
    throw new AppError(wish.hold === undefined ? 'SLOT_FULL' : 'HOLD_ENDED')
}

function firstFree(day: QueueDay, serviceId: string, from: Instant, now: Instant): Instant | undefined {
  const it = bookable(day, serviceId)
  const free = freePlaces(day, it, now, { priority: false, all: true })
  return it.slots.starts.find((start, i) => start >= from && free[i]! > 0)
}
