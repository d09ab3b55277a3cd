import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import { ticketAt, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { saysHere } from '../line.ts'
import { returnTicket } from './return.ts'

/** The holder says to be in the hall: a number that waits tells the desk so, once, and one whose call was missed is back in line. */
export function here(day: QueueDay, { no, ...head }: CommandOf<'here'>, now: Instant): readonly Happening[] {
  const ticket = ticketAt(day, no)
  if (!ticket || !saysHere(ticket)) return returnTicket(day, { ...head, verb: 'return', no }, now)
  return ticket.hereAt === undefined ? [{ type: 'ticketHere', no }] : []
}
