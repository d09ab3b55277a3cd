import { foundIn } from '../../../shared/kit/found-in.ts'
import { slotId } from '../../../shared/booking/slots.ts'
import { SOON } from '../../../shared/ticket/own-ticket.ts'
import { isStale, type MessageKind, type MessageValues } from '../../../shared/messages/message.ts'
import { atClock, HOUR, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { checkInUntil } from '../../../shared/queue/check-in-window.ts'
import { LOST_REASONS, ticketAt, ticketsOf, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { say } from '../../../shared/text/text.ts'
import { preparing, stepName } from './visit-words.ts'
import { addressText } from '../../../shared/ticket/where-part.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { dateText, timeText } from '../../../shared/text/ui.ts'
import type { Database } from '../../store/open/database.ts'
import { holderOf } from '../../store/holders/holders.ts'
import { listenersFrom } from '../../store/open/listeners.ts'
import type { People } from '../booking/booking-people.ts'
import { isOwnId } from '../queue/command-ids.ts'
import type { Follower } from '../queue/followers.ts'
import type { Messages } from './messages.ts'
import { slotText } from './still-true.ts'
import type { Offices } from '../office/offices.ts'
import type { TicketLinks } from '../identity/ticket-links.ts'

/** Tells people on their phones what happens to their ticket, each thing once. */
export interface Notices {
  /** Tells of each commit of a day. */
  readonly follower: Follower
  /** Reminds of bookings that begin within two hours. */
  remind(day: QueueDay): Promise<void>
  /** A browser or a phone asked to be told of this ticket. */
  listens(ticketId: string): void
  /** Tells whoever follows a ticket of its document. */
  ofDocument(document: {
    readonly office: string
    readonly ticketId: string
    readonly number: string
    readonly serviceId: string
    readonly kind: 'documentReady' | 'documentReturned' | 'documentDelayed'
    /** The day of the visit. */
    readonly visitedOn: LocalDate
    /** The new date of one that is late. */
    readonly date?: LocalDate
    readonly occasion: string
  }): Promise<void>
}

const REMIND_MS = 2 * HOUR

/** Events of a ticket that its holder is told of. */
const KINDS: Readonly<Partial<Record<DayEvent['type'], MessageKind>>> = {
  ticketBooked: 'booked',
  ticketRescheduled: 'booked',
  offerTaken: 'booked',
  placeOffered: 'placeOffered',
  ticketReleased: 'released',
  ticketCalled: 'called',
  ticketPutBack: 'putBack',
}

/** Messages by which people prepare: they name what the ticket is for, and with it which papers. */
const PREPARES: readonly MessageKind[] = ['booked', 'reminder', 'drawn']

export async function createNotices(deps: {
  db: Database
  offices: Offices
  messages: Messages
  people: People
  tickets: TicketLinks
  now: () => Instant
}): Promise<Notices> {
  const { db, offices, messages, people, now } = deps
  // Most tickets of a busy hall have nobody to tell: they cost a look into this set.
  const listening = new Set<string>()
  for (const { id, zone } of offices.all()) {
    const from = slotId(now() - 24 * HOUR, zone).slice(0, 10)
    for (const ticketId of await listenersFrom(db, id, from)) listening.add(ticketId)
  }

  function valuesOf(day: QueueDay, ticket: Ticket, lang: Lang, counterId = ticket.counterId): MessageValues {
    const info = offices.get(day.office)
    const service = info.services.find(s => s.id === ticket.serviceId)
    const counter = info.counters.find(c => c.id === counterId)
    const start = ticket.slot?.start
    return {
      number: ticket.number,
      service: service ? stepName(info, service, day, ticket, lang) : '',
      ...(start === undefined ? {} : { time: slotText(start, info.zone, lang) }),
      ...(counter ? { counter: counter.name } : {}),
    }
  }

  async function send(
    office: string,
    ticketId: string,
    kind: MessageKind,
    occasion: string,
    valuesIn: (lang: Lang) => MessageValues,
  ): Promise<void> {
    const holder = await holderOf(db, ticketId)
    const lang: Lang = holder?.lang ?? 'id'
    const values = { ...valuesIn(lang), path: `/t/${deps.tickets.sign(ticketId)}` }
    const message = { office, ticketId, kind, occasion, lang, values }
    const address = people.phoneOf(holder)
    if (holder?.channel && address) await messages.queue({ ...message, channel: holder.channel, address })
    await messages.queue({ ...message, channel: 'push' })
  }

  async function one(
    day: QueueDay,
    ticket: Ticket | undefined,
    kind: MessageKind,
    occasion: string,
    counterId?: string,
  ): Promise<void> {
    if (!ticket?.id || !listening.has(ticket.id)) return
    const { office } = day
    const info = offices.get(office)
    const service = info.services.find(s => s.id === ticket.serviceId)
    await send(office, ticket.id, kind, occasion, lang => ({
      ...valuesOf(day, ticket, lang, counterId),
      ...(service && PREPARES.includes(kind)
        ? {
            place: addressText(info, lang) || info.name,
            ...preparing(info, service, ticket, lang),
          }
        : {}),
    }))
  }

  /** Another reason or another end is no news to those who were told: the occasion is the closure's first event. */
  async function closureOf(office: string, date: LocalDate, closed: DayEvent & { serviceId: string }): Promise<string> {
    let first: DayEvent | undefined
    for (const event of await db.journal.read(office, date)) {
      if (event.type !== 'serviceClosed' && event.type !== 'serviceOpened') continue
      if (event.serviceId !== closed.serviceId) continue
      first = event.type === 'serviceOpened' ? undefined : (first ?? event)
      if (event.seq === closed.seq) break
    }
    return `${office}/${date}/${first?.seq ?? closed.seq}`
  }

  /** Whoever was told to wait is told until when the place is kept. */
  async function opened(office: string, event: DayEvent & { serviceId: string }, day: QueueDay): Promise<void> {
    const slots = day.plan?.slots
    const { zone } = offices.get(office)
    for (const ticket of ticketsOf(day)) {
      const { id, state, serviceId, slot } = ticket
      if (!id || !slots || !slot || state !== 'booked' || serviceId !== event.serviceId || !listening.has(id)) continue
      const until = checkInUntil(day, serviceId, slot, slots)
      await send(office, id, 'serviceOpened', String(event.seq), lang => ({
        ...valuesOf(day, ticket, lang),
        time: timeText(until, zone, lang),
      }))
    }
  }

  /** Whoever only waited for a place had a day and no time yet. */
  async function letGo(day: QueueDay, { seq, at }: DayEvent, ticket: Ticket | undefined) {
    if (!ticket?.id || !listening.has(ticket.id) || isStale('timeLost', at, now())) return
    const { office, date } = day
    const { zone } = offices.get(office)
    await send(office, ticket.id, 'timeLost', String(seq), lang => ({
      time: dateText(atClock(date, '12:00', zone), zone, lang),
      ...valuesOf(day, ticket, lang),
    }))
  }

  async function told(office: string, date: LocalDate, event: DayEvent, day: QueueDay): Promise<void> {
    if (event.type === 'serviceClosed') {
      if (isStale('serviceClosed', event.at, now())) return
      const closure = await closureOf(office, date, event)
      for (const t of ticketsOf(day)) {
        if (t.serviceId === event.serviceId && t.state === 'booked') await one(day, t, 'serviceClosed', closure)
      }
      return
    }
    if (event.type === 'serviceOpened') {
      if (!isStale('serviceOpened', event.at, now())) await opened(office, event, day)
      return
    }
    // Nobody is told at night that the day has ended: the ticket's page says it.
    if (!('no' in event) || event.verb === 'endDay') return
    const ticket = ticketAt(day, event.no)
    const bySystem = event.by === 'system' && (event.type === 'ticketBooked' || event.type === 'waitlistJoined')
    // The answer of a chat has told the number already.
    if (event.type === 'ticketBooked' && isOwnId(event.commandId, 'chat')) return
    if (event.type === 'ticketCancelled' && LOST_REASONS.some(reason => reason === event.why))
      return letGo(day, event, ticket)
    const kind = bySystem ? 'drawn' : KINDS[event.type]
    const counterId = event.type === 'ticketCalled' || event.type === 'ticketPutBack' ? event.counterId : undefined
    if (kind && !isStale(kind, event.at, now())) await one(day, ticket, kind, String(event.seq), counterId)
  }

  /** "3 lagi": once, when so few stand before somebody who listens. */
  async function near(day: QueueDay, services: ReadonlySet<string>): Promise<void> {
    for (const service of services) {
      // Whoever came before the slot began stands ahead on paper only: the news must not wait for them.
      let ahead = 0
      for (const { no, opens } of foundIn(day.waiting, service) ?? []) {
        if (ahead > SOON) break
        const ticket = ticketAt(day, no)
        // Once in each line: a visit of several steps waits anew.
        const step = ticket?.been?.length
        await one(day, ticket, 'threeLeft', step === undefined ? 'once' : `step ${step + 1}`)
        if (opens === undefined || opens <= now()) ahead++
      }
    }
  }

  const follow: Follower['follow'] = async (office, date, events, day) => {
    for (const event of events) {
      if (event.type === 'ticketBooked' || event.type === 'waitlistJoined') {
        const holder = event.id ? await holderOf(db, event.id) : undefined
        if (event.id && holder?.channel) listening.add(event.id)
      }
      await told(office, date, event, day)
    }
    // Each message is a row of its own, known by ticket, kind and occasion.
    if (listening.size === 0 || date !== offices.today(office)) return []
    const moved = events.flatMap(e => ('no' in e ? [ticketAt(day, e.no)?.serviceId] : []))
    await near(day, new Set(moved.filter(s => s !== undefined)))
    return []
  }

  return {
    follower: { name: 'notices', follow },
    listens: ticketId => void listening.add(ticketId),

    async remind(day) {
      for (const ticket of ticketsOf(day)) {
        const start = ticket.slot?.start
        if (ticket.state !== 'booked' || start === undefined || start - now() > REMIND_MS || start < now()) continue
        // Whoever booked within these two hours needs no reminder.
        if ((ticket.bookedAt ?? 0) > start - REMIND_MS - HOUR) continue
        await one(day, ticket, 'reminder', String(start))
      }
    },

    async ofDocument({ office, ticketId, number, visitedOn, serviceId, kind, occasion, date }) {
      const { zone } = offices.get(office)
      const day = (on: LocalDate, lang: Lang) => dateText(atClock(on, '12:00', zone), zone, lang)
      const service = offices.get(office).services.find(s => s.id === serviceId)
      await send(office, ticketId, kind, occasion, lang => ({
        // It comes days later, when others have had the same number.
        number: `${number}, ${day(visitedOn, lang)}`,
        service: service ? say(service.name, lang) : '',
        ...(date === undefined ? {} : { time: day(date, lang) }),
      }))
    },
  }
}
