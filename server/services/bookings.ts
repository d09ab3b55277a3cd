import type { Reply } from '../../shared/contracts/api.ts'
import type { Contact } from '../../shared/contracts/booking-routes.ts'
import { AppError } from '../../shared/kit/errors.ts'
import { MINUTE, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import { slotKey, ticketAt, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import { bookable, freePlaces } from '../../shared/queue/places.ts'
import type { Database } from '../store/database.ts'
import { holderOf, insertHolder, moveHolder, removeHolder } from '../store/holders.ts'
import type { Booker, People } from './booking-people.ts'
import type { Gate } from './gate.ts'
import type { OwnTickets } from './own-tickets.ts'
import type { QueueDays } from './queue-days.ts'
import { randomId, type Signer } from './secrets.ts'
import type { NamedSlot, Slots } from './slots.ts'

export type Booked = Reply<'POST /api/offices/:office/bookings'>

/** What every way of asking for a place carries. */
export interface Asked {
  readonly contact?: Contact | undefined
  readonly priority?: boolean | undefined
  readonly papers?: readonly number[] | undefined
  readonly proof?: string | undefined
  /** Patience in place of proof, for a browser without scripts. */
  readonly patience?: string | undefined
}

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
  reschedule(token: string, key: string, slotId: string): Promise<Booked>
  takeOffer(token: string, key: string): Promise<Booked>
}

export function createBookings(deps: {
  db: Database
  days: QueueDays
  slots: Slots
  people: People
  gate: Gate
  own: OwnTickets
  tickets: Signer
  /** A ticket's id from the command that makes it: a repeated command means the same ticket. */
  ticketId: (office: string, key: string) => string
  today: (office: string) => LocalDate
  now: () => Instant
}): Bookings {
  const { db, days, slots, people, gate, own, now } = deps
  /** The hold of each phone: a new one lets the old one go. */
  const holds = new Map<string, { office: string; date: LocalDate; serviceId: string; start: Instant; id: string }>()

  function reply(ticket: Ticket): Booked {
    const token = deps.tickets.sign(ticket.id!)
    const { number, serviceId, state, priority } = ticket
    return { ticket: { number, serviceId, state, priority, slot: ticket.slot! }, token, path: `/t/${token}` }
  }

  /** Lets somebody in, carries the act out, and gives the network's place back when nothing new came of it. */
  async function admitted<T>(
    at: { office: string; serviceId: string; act: string; free?: boolean },
    asked: Asked,
    booker: Booker,
    rules: NamedSlot['office']['booking'],
    act: () => Promise<T>,
    counts = true,
  ): Promise<T> {
    if (booker.helped || booker.known) return act()
    const admission = await gate.admit({
      office: at.office,
      rules: at.free ? { ...rules, proof: 'never' } : rules,
      network: booker.network,
      device: booker.device,
      subject: `${at.office}/${at.serviceId}`,
      act: at.act,
      proof: asked.proof,
      patience: asked.patience,
    })
    let made = false
    try {
      const done = await act()
      made = counts
      return done
    } finally {
      await admission.settle(made)
    }
  }

  async function known(office: string, date: LocalDate, key: string, booker: Booker): Promise<Ticket | undefined> {
    const before = await days.answered(office, date, key)
    if (!before?.ticket) return undefined
    if (before.by !== booker.by) throw new AppError('COMMAND_ID_REUSED')
    // The ticket as it stands now: the same answer, whatever became of it.
    return ticketAt(await days.day(office, date), before.ticket.no) ?? before.ticket
  }

  /** Writes whose the ticket is, gives the place, and takes the writing back when there was none. */
  async function place(
    slot: Omit<NamedSlot, 'start'>,
    key: string,
    asked: Asked,
    booker: Booker,
    give: (ticketId: string) => Promise<Ticket>,
  ): Promise<Ticket> {
    const { office, service, date } = slot
    const ticketId = deps.ticketId(office.id, key)
    const whose = { ticketId, office: office.id, serviceId: service.id, date, contact: asked.contact }
    await people.admit(
      { ...whose, papers: asked.papers ?? [] },
      booker,
      office.booking.perDevice,
      deps.today(office.id),
    )
    try {
      return await give(ticketId)
    } catch (error) {
      // An unknown outcome may have given the place: whose it is stays written until it is known.
      if (!(error instanceof AppError) || error.code !== 'UNAVAILABLE') await people.dismiss(ticketId)
      throw error
    }
  }

  async function book(
    officeId: string,
    key: string,
    wish: Parameters<Bookings['book']>[2],
    booker: Booker,
  ): Promise<Booked> {
    const slot = slots.named(officeId, wish.serviceId, wish.slotId)
    const { office, service, date, start } = slot
    const before = await known(officeId, date, key, booker)
    if (before) return reply(before)
    const priority = wish.priority ?? false
    const day = await days.day(officeId, date)
    const held = isHeld(day, service.id, start, wish.hold, now())
    const at = { office: officeId, serviceId: service.id, act: `${key}/${wish.slotId}`, free: held }
    return admitted(at, wish, booker, office.booking, async () => {
      // In a rush most come too late: they are told so before anything is written.
      if (!held) seemsFree(day, { ...wish, priority, start, all: booker.helped }, now())
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
      return reply(ticket)
    })
  }

  return {
    book,

    async hold(officeId, key, wish, booker) {
      const slot = slots.named(officeId, wish.serviceId, wish.slotId)
      const { office, service, date, start } = slot
      const before = booker.device ? holds.get(booker.device) : undefined
      if (before) {
        const { id, serviceId, start: old } = before
        holds.delete(booker.device!)
        const end = { id: randomId(), by: booker.by, verb: 'endHold', serviceId, start: old, holdId: id } as const
        await days.execute(before.office, end, before.date)
      }
      const at = { office: officeId, serviceId: service.id, act: `hold ${key}/${wish.slotId}` }
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
            holdId: randomId(),
            holdMs: office.booking.holdMinutes * MINUTE,
          },
          date,
        )
        const event = outcome.events.at(-1)!
        if (event.type !== 'slotHeld') throw new AppError('COMMAND_ID_REUSED')
        if (booker.device)
          holds.set(booker.device, { office: officeId, date, serviceId: service.id, start, id: event.holdId! })
        return { hold: event.holdId!, until: event.until }
      }
      return admitted(at, wish, booker, office.booking, give, false)
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
          done.booked.push({ ...reply(ticket), name })
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
      const token = deps.tickets.sign(ticket.id!)
      const turn = (day.waitlist[serviceId] ?? []).indexOf(ticket.no) + 1
      return { number: ticket.number, place: turn, token, path: `/t/${token}` }
    },

    async reschedule(token, key, to) {
      const { id, office, date, no } = await own.opened(token, 'act')
      const ticket = ticketAt(await days.day(office, date), no)
      if (!ticket) throw new AppError('TICKET_UNKNOWN')
      const slot = slots.named(office, ticket.serviceId, to)
      const by = 'holder' as const
      if (slot.date === date) {
        const outcome = await days.execute(office, { id: key, by, verb: 'reschedule', no, start: slot.start }, date)
        return reply(outcome.ticket ?? ticket)
      }
      const before = await known(office, slot.date, key, { by, helped: false, device: undefined, network: '' })
      if (before) return reply(before)
      if (ticket.state !== 'booked') throw new AppError('TICKET_STATE', { number: ticket.number, state: ticket.state })
      const ticketId = deps.ticketId(office, key)
      const holder = await holderOf(db, id)
      if (holder) await insertHolder(db, { ...holder, ticket_id: ticketId, date: slot.date, made_at: now() })
      try {
        const { serviceId, priority } = ticket
        const [booked] = await days.together(office, [
          { date: slot.date, command: { id: key, by, verb: 'book', serviceId, start: slot.start, priority, ticketId } },
          { date, command: { id: `${key}.from`, by, verb: 'cancel', no, why: 'moved' } },
        ])
        if (holder) await moveHolder(db, id, ticketId)
        return reply(booked!.ticket!)
      } catch (error) {
        if (holder && error instanceof AppError && error.code !== 'UNAVAILABLE') await removeHolder(db, ticketId)
        throw error
      }
    },

    async takeOffer(token, key) {
      const { office, date, no } = await own.opened(token, 'act')
      const outcome = await days.execute(office, { id: key, by: 'holder', verb: 'takeOffer', no }, date)
      return reply(outcome.ticket!)
    },
  }
}

function isHeld(day: QueueDay, serviceId: string, start: Instant, hold: string | undefined, now: Instant): boolean {
  const live = day.slots[slotKey(serviceId, start)]?.holds ?? []
  return hold !== undefined && live.some(h => h.id === hold && h.until > now)
}

function seemsFree(
  day: QueueDay,
  wish: { serviceId: string; start: Instant; priority: boolean; all: boolean; hold?: string | undefined },
  now: Instant,
): void {
  const { serviceId, start, priority, all } = wish
  const it = bookable(day, serviceId)
  const index = it.slots.starts.indexOf(start)
  const [first] = it.booking.openings
  // What is not a full slot is told by the rule itself, with its own words.
  if (index === -1 || start <= now || (first && now < first.at && !all)) return
  if (freePlaces(day, it, now, { priority, all })[index]! <= 0)
    throw new AppError(wish.hold === undefined ? 'SLOT_FULL' : 'HOLD_ENDED')
}

function firstFree(day: QueueDay, serviceId: string, from: Instant, now: Instant): Instant | undefined {
  const it = bookable(day, serviceId)
  const free = freePlaces(day, it, now, { priority: false, all: true })
  return it.slots.starts.find((start, i) => start >= from && free[i]! > 0)
}
