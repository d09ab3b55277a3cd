import { isOtherHolder, isPartly } from './endings.ts'
import type { TicketFact } from './facts.ts'

/** What became of the numbers taken on a day: each stands in exactly one of the parts, so they add up to all of them. */
export interface DaySheet {
  /** Numbers taken and bookings that came. */
  readonly taken: number
  readonly served: number
  /** Called and not come, neither then nor later. */
  readonly missed: number
  /** Came and went before they were served, by their own wish or let go by the office. */
  readonly left: number
  /** Served in part: the visit ended without a finish. */
  readonly partly: number
  /** Somebody else came than the one who booked. */
  readonly otherHolder: number
  /** The office did not get to them. */
  readonly unserved: number
  /** Still in line. */
  readonly waiting: number
  /** Called, served or put aside, without an end: the visits that the close of the day asks about. */
  readonly open: number
}

/** How a number that was taken has ended; whatever has no end is open. */
const PART: Readonly<Record<string, Exclude<keyof DaySheet, 'taken'>>> = {
  done: 'served',
  missed: 'missed',
  cancelled: 'left',
  unserved: 'unserved',
  waiting: 'waiting',
}

/** The sheet of a day's tickets. A booking whose holder did not come took no number, and stands in none of its parts. */
export function sheetOf(tickets: readonly TicketFact[]): DaySheet {
  const sheet = { taken: 0, served: 0, missed: 0, left: 0, partly: 0, otherHolder: 0, unserved: 0, waiting: 0, open: 0 }
  for (const ticket of tickets) {
    if (ticket.arrivedAt === null) continue
    sheet.taken++
    sheet[isOtherHolder(ticket) ? 'otherHolder' : isPartly(ticket) ? 'partly' : (PART[ticket.state] ?? 'open')]++
  }
  return sheet
}
