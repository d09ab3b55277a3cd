import { foundIn } from '../../../shared/kit/found-in.ts'
import type { Reply } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { MINUTE, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import type { QueueDay } from '../../../shared/queue/day.ts'
import { slotKey } from '../../../shared/queue/slots.ts'
import { freePlaces, mustBook, mustWait } from '../../../shared/queue/places.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { keptCase } from '../../../shared/office/papers.ts'
import type { Asking, Askings } from './asking.ts'
import { linkKindOf, type Booker } from './booking-people.ts'
import type { Asked, Booked, Placing } from './placing.ts'
import { ownId } from '../queue/command-ids.ts'
import { wishedOf, type AskedEvent } from '../queue/wished.ts'
import type { QueueDays } from '../queue/queue-days.ts'
import type { TicketLinks } from '../identity/ticket-links.ts'
import type { Holds } from './holds.ts'
import type { Slots } from './slots.ts'

/** What a phone has of a service before it asks for it. */
export interface Known {
  readonly held: Instant | undefined
  readonly booked: string | undefined
}

/** Bookings: a place, its number and its link at once. */
export interface Bookings {
  book(
    office: string,
    key: string,
    wish: Asked &
      AskedEvent & { readonly serviceId: string; readonly slotId: string; readonly hold?: string | undefined },
    booker: Booker,
  ): Promise<Booked>
  hold(
    office: string,
    key: string,
    wish: Asked & { readonly serviceId: string; readonly slotId: string },
    booker: Booker,
  ): Promise<Reply<'POST /api/offices/:office/holds'>>
  /** What this phone has of a service already: until when it holds the time, and the path of a booking. */
  known(office: string, serviceId: string, slotId: string | undefined, booker: Booker): Promise<Known>
  group(
    office: string,
    key: string,
    wish: {
      readonly serviceId: string
      readonly slotId: string
      readonly case?: string | undefined
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
  askings: Askings
  holds: Holds
  tickets: TicketLinks
  now: () => Instant
}): Bookings {
  const { days, slots, askings, holds, now } = deps
  const { reply, inTurn, mayAsk, admitted, before, known, place } = deps.placing
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
    const priority = wish.priority ?? false
    const why = keptCase(service, wish.case)
    const asking = askings.of('book', key, { booker, contact: wish.contact }, [
      ...[service.id, start, priority],
      ...(wish.lifeEvent === undefined ? [] : [wish.lifeEvent, ...(wish.without ?? [])]),
    ])
    const earlier = await known(officeId, date, asking, booker)
    if (earlier) return reply(officeId, earlier, linkKindOf(booker))
    slots.mustTakeBookings(slot)
    const wished = wishedOf(office, service.id, wish, date)
    const day = await days.day(officeId, date)
    // A phone's own hold is known without being named, and another phone's is of no use.
    const holdId = booker.device === undefined ? wish.hold : holds.idOf(officeId, date, booker)
    const held = isHeld(day, service.id, start, holdId, now())
    const hold = held || wish.hold !== undefined ? holdId : undefined
    // In a rush most come too late: they are told so before they work for it and before anything is written.
    const spot = `${officeId}/${date}/${slotKey(service.id, start)}`
    const others = underWay.get(spot) ?? 0
    try {
      if (!held) seemsFree(day, { serviceId: service.id, priority, start, all: booker.helped, others, hold }, now())
    } catch (full) {
      // It may be this person's own booking that took the place.
      await mayAsk(officeId, service.id, wish, booker)
      throw full
    }
    underWay.set(spot, others + 1)
    const give = async (ticketId: string) => {
      const request = { verb: 'book', serviceId: service.id, start, priority, ticketId, ...wished, ...why } as const
      const more = {
        ...(hold === undefined ? {} : { holdId: hold }),
        ...(booker.helped ? { ahead: true as const } : {}),
      }
      return (await days.execute(officeId, { ...asking, ...request, ...more }, date)).ticket!
    }
    return admitted({ office, serviceId: service.id, asking, free: held, paid: held }, wish, booker, async () =>
      reply(officeId, await place(slot, asking, wish, booker, give), linkKindOf(booker)),
    ).finally(() => {
      const left = (underWay.get(spot) ?? 1) - 1
      if (left > 0) underWay.set(spot, left)
      else underWay.delete(spot)
    })
  }

  /** The hold that an asking got before, while it lives. */
  async function stillHeld(officeId: string, date: LocalDate, event: DayEvent | undefined) {
    if (event?.type !== 'slotHeld') throw new AppError('COMMAND_ID_REUSED')
    const { slots: used } = await days.day(officeId, date)
    const hold = used[slotKey(event.serviceId, event.start)]?.holds.find(h => h.seq === event.seq && h.until > now())
    if (!hold) throw new AppError('HOLD_ENDED')
    return { hold: hold.id!, until: hold.until }
  }

  async function hold(
    officeId: string,
    key: string,
    wish: Parameters<Bookings['hold']>[2],
    booker: Booker,
  ): Promise<Reply<'POST /api/offices/:office/holds'>> {
    const slot = slots.named(officeId, wish.serviceId, wish.slotId)
    const { office, service, date, start } = slot
    slots.mustTakeBookings(slot)
    const priority = wish.priority ?? false
    const asking = askings.of('holdSlot', key, { booker }, [service.id, start, priority])
    const earlier = await before(officeId, date, asking, booker)
    if (earlier) return stillHeld(officeId, date, earlier.events.at(-1))
    const holdId = holds.idOf(officeId, date, booker)
    const paid = booker.newDevice === true && (await holds.holdsOne(officeId, booker))
    return admitted({ office, serviceId: service.id, asking, hold: true, paid }, wish, booker, async () => {
      const holdMs = office.booking.holdMinutes * MINUTE
      const request = { verb: 'holdSlot', serviceId: service.id, start, priority, holdId, holdMs } as const
      const outcome = await days.execute(officeId, { ...asking, ...request }, date)
      await holds.letGo(officeId, booker, date)
      return stillHeld(officeId, date, outcome.events.at(-1))
    })
  }

  async function waitlist(
    officeId: string,
    serviceId: string,
    key: string,
    wish: Parameters<Bookings['waitlist']>[3],
    booker: Booker,
  ): Promise<Reply<'POST /api/offices/:office/services/:service/waitlist'>> {
    const slot = slots.dated(officeId, serviceId, wish.date)
    const { office, date } = slot
    const priority = wish.priority ?? false
    const asking = askings.of('joinWaitlist', key, { booker, contact: wish.contact }, [serviceId, priority])
    const give = async (ticketId: string) => {
      const why = keptCase(slot.service, wish.case)
      const request = { verb: 'joinWaitlist', serviceId, priority, ticketId, ...why } as const
      return (await days.execute(officeId, { ...asking, ...request }, date)).ticket!
    }
    const enter = async () => {
      slots.mustTakeBookings(slot)
      // Nobody works for a turn that would not be given.
      mustWait(await days.day(officeId, date), serviceId, now(), priority)
      return admitted({ office, serviceId, asking }, wish, booker, () => place(slot, asking, wish, booker, give))
    }
    const ticket = (await known(officeId, date, asking, booker)) ?? (await enter())
    const day = await days.read(officeId, date)
    const token = deps.tickets.sign(ticket.id!, linkKindOf(booker))
    const turn = (foundIn(day.waitlist, serviceId) ?? []).indexOf(ticket.no) + 1
    return { number: ticket.number, place: turn, token, path: `/t/${token}` }
  }

  return {
    async known(office, serviceId, slotId, booker) {
      if (booker.bare) return { held: undefined, booked: undefined }
      const held = slotId === undefined ? undefined : await holds.until(office, serviceId, slotId, booker)
      return { held, booked: await deps.placing.bookedHere(office, serviceId, booker) }
    },
    book: (office, key, wish, booker) => inTurn(booker, key, () => book(office, key, wish, booker)),
    hold: (office, key, wish, booker) => inTurn(booker, key, () => hold(office, key, wish, booker)),
    waitlist: (office, service, key, wish, booker) =>
      inTurn(booker, key, () => waitlist(office, service, key, wish, booker)),

    group: (officeId, key, wish, booker) =>
      inTurn(booker, key, async () => {
        const slot = slots.named(officeId, wish.serviceId, wish.slotId)
        const done: Reply<'POST /api/offices/:office/bookings/group'> = { booked: [], left: [] }
        let { start } = slot
        for (const [i, { name, phone }] of wish.people.entries()) {
          const asked: Asked = { contact: { name, ...(phone ? { phone } : {}) } }
          // From which slot on is what is asked; which one it gets follows from who came before.
          const content = [slot.service.id, 'from', slot.start]
          const under = (id: string) => askings.of('book', id, { booker, contact: asked.contact }, content)
          const seen = (one: Asking) => known(officeId, slot.date, one, booker)
          const asking = under(ownId('group', key, i))
          // An earlier program booked it under the other id.
          const earlier = (await seen(asking)) ?? (await seen(under(`${key}.${i}`)))
          if (!earlier) slots.mustTakeBookings(slot)
          const free = earlier ? start : firstFree(await days.day(officeId, slot.date), slot.service.id, start, now())
          if (free === undefined) {
            done.left.push(name)
            continue
          }
          start = free
          try {
            const ticket =
              earlier ??
              (await place(slot, asking, asked, booker, async ticketId => {
                const why = keptCase(slot.service, wish.case)
                const { id: serviceId } = slot.service
                const request = { verb: 'book', serviceId, start, priority: false, ticketId, ...why } as const
                return (await days.execute(officeId, { ...asking, ...request, ahead: true }, slot.date)).ticket!
              }))
            done.booked.push({ ...reply(officeId, ticket, linkKindOf(booker)), name })
          } catch (error) {
            if (!(error instanceof AppError) || !['ALREADY_BOOKED', 'SLOT_FULL'].includes(error.code)) throw error
            done.left.push(name)
          }
        }
        return done
      }),
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
  const it = mustBook(day, serviceId, now)
  const index = it.slots.starts.indexOf(start)
  const [first] = it.booking.openings
  // What is not a full slot is told by the rule itself, with its own words.
  if (index === -1 || start <= now || (first && now < first.at && !all)) return
  if (freePlaces(day, it, now, { priority, all })[index]! <= wish.others)
    throw new AppError(wish.hold === undefined ? 'SLOT_FULL' : 'HOLD_ENDED')
}

function firstFree(day: QueueDay, serviceId: string, from: Instant, now: Instant): Instant | undefined {
  const it = mustBook(day, serviceId, now)
  const free = freePlaces(day, it, now, { priority: false, all: true })
  return it.slots.starts.find((start, i) => start >= from && free[i]! > 0)
}
