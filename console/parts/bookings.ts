import type { Reply } from '../../shared/contracts/api.ts'
import { tokenIn } from '../../shared/kit/ticket-link.ts'
import { checkInUntil } from '../../shared/queue/check-in-window.ts'
import { MINUTE, addDays, officeDate, type Instant, type LocalDate, type Zone } from '../../shared/kit/time.ts'
import { ticketsOf, type QueueDay, type Ticket } from '../../shared/queue/day.ts'
import type { TicketState } from '../../shared/queue/states.ts'
import { frontText } from '../../shared/text/front-desk.ts'
import { say } from '../../shared/text/text.ts'
import type { Lang } from '../../shared/kit/words.ts'
import { dateText } from '../../shared/text/ui.ts'
import { numberMatches } from './names.ts'

/** One booking as the server lists it. */
export type Booking = Reply<'GET /api/offices/:office/bookings'>['bookings'][number]

/** A slot with its free places. */
export type FreeSlot = Reply<'GET /api/offices/:office/services/:service/slots'>['slots'][number]

export const FILTERS = ['all', 'expected', 'late', 'here'] as const
export type Filter = (typeof FILTERS)[number]

/** A booking with the state that it has by now. */
export interface BookingRow {
  readonly booking: Booking
  readonly ticket: Ticket | undefined
  readonly state: TicketState
  /** Its slot has begun without its holder, who may still check in. */
  readonly notYet?: true
  /** Whole minutes since its slot began, once it is too late to check in with its place. */
  readonly lateBy?: number
}

/** The bookings of a day in the order of their slots; names are the server's, states are what the events say. */
export function bookingRows(bookings: readonly Booking[], day: QueueDay, now: Instant): readonly BookingRow[] {
  const tickets = new Map([...ticketsOf(day)].map(ticket => [ticket.id, ticket]))
  return bookings
    .map(booking => {
      const ticket = tickets.get(booking.ticketId)
      const state = ticket?.state ?? booking.state
      const start = (ticket?.slot ?? booking.slot)?.start
      const missing = state === 'booked' || state === 'released'
      if (!missing || start === undefined || now <= start) return { booking, ticket, state }
      const slots = day.plan?.slots
      const until = slots ? checkInUntil(day, booking.serviceId, { start, end: start }, slots) : start
      if (state === 'booked' && now <= until) return { booking, ticket, state, notYet: true as const }
      return { booking, ticket, state, lateBy: Math.floor((now - start) / MINUTE) }
    })
    .sort((a, b) => startOf(a) - startOf(b) || a.booking.number.localeCompare(b.booking.number))
}

/** Whether a row belongs to a filter: still expected, too late, or in the house. */
export function isOf(row: BookingRow, filter: Filter): boolean {
  if (filter === 'late') return row.lateBy !== undefined
  if (filter === 'expected') return row.state === 'booked' && row.lateBy === undefined
  if (filter === 'here') return ['waiting', 'called', 'serving', 'parked', 'missed'].includes(row.state)
  return true
}

/** Whether a row answers to what somebody typed: its number, or the letter with which its masked name begins. */
export function isNamed({ booking }: BookingRow, typed: string): boolean {
  const initial = [...(booking.name ?? '').toLowerCase()][0]
  const wanted = typed.trim().toLowerCase()
  return wanted === '' || numberMatches(booking.number, wanted) || [...wanted][0] === initial
}

const MOST_PREPARED = 3

/** The next bookings of a counter's services whose papers can be made ready: expected in time, or here and waiting. */
export function toPrepare(rows: readonly BookingRow[], services: readonly string[]): readonly BookingRow[] {
  const coming = (row: BookingRow) => row.state === 'waiting' || (row.state === 'booked' && row.lateBy === undefined)
  return rows.filter(row => services.includes(row.booking.serviceId) && coming(row)).slice(0, MOST_PREPARED)
}

/** Names the bookings of a day by what changes their list, so that it is read again only then. */
export function bookingsKey(day: QueueDay): string {
  let booked = 0
  for (const ticket of ticketsOf(day)) if (ticket.bookedAt !== undefined) booked++
  return `${day.date} ${booked}`
}

/** How many bookings of a service are still expected today: those who are told when it closes. */
export function expectedFor(day: QueueDay, serviceId: string): number {
  let expected = 0
  for (const ticket of ticketsOf(day)) if (ticket.serviceId === serviceId && ticket.state === 'booked') expected++
  return expected
}

/** What a booking is checked in by at the desk. */
export type DeskClaim = { readonly token: string } | { readonly number: string; readonly proof?: string }

/**
 * What somebody at the desk typed or scanned for a check-in: a code, a link, or a number, behind which the booking code or the end of
 * the phone may stand; `undefined` for anything else.
 */
export function readCheckIn(typed: string): DeskClaim | undefined {
  const text = typed.trim()
  const token = tokenIn(text)
  if (token) return { token }
  const [, letters, digits, proof] = /^([a-z]{1,3})[\s-]*0*(\d{1,4})(?:\s+(\d{3,4}))?$/i.exec(text) ?? []
  if (letters === undefined || digits === undefined) return undefined
  const series = letters.toUpperCase()
  const number = `${series}-${digits.padStart(series.endsWith('R') ? 2 : 3, '0')}`
  return proof === undefined ? { number } : { number, proof }
}

/** The ticket of the day with this number. */
export function ticketNumbered(day: QueueDay | undefined, number: string): Ticket | undefined {
  if (!day) return undefined
  for (const ticket of ticketsOf(day)) if (ticket.number === number) return ticket
  return undefined
}

/** The day of a slot as people say it: today, tomorrow, else its weekday and date. */
export function dayName(at: Instant, today: LocalDate, zone: Zone, lang: Lang): string {
  const date = officeDate(at, zone)
  if (date === today) return say(frontText['slot.today'], lang)
  return date === addDays(today, 1) ? say(frontText['slot.tomorrow'], lang) : dateText(at, zone, lang)
}

function startOf({ booking, ticket }: BookingRow): Instant {
  return (ticket?.slot ?? booking.slot)?.start ?? Infinity
}
