import { AppError } from '../../kit/errors.ts'
import type { CommandOf } from '../command.ts'
import { ticketAt, type QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { AWAITED_STATES, LIVE_STATES } from '../states.ts'

/** What a ticket is for, said anew while its visit is not over; its place in line is the same. */
export function chooseCase(day: QueueDay, command: CommandOf<'chooseCase'>): readonly Happening[] {
  const ticket = ticketAt(day, command.no)
  if (!ticket) throw new AppError('TICKET_UNKNOWN')
  const { state, number } = ticket
  if (![...AWAITED_STATES, ...LIVE_STATES].includes(state)) throw new AppError('TICKET_STATE', { number, state })
  if (ticket.case === command.case) return []
  return [{ type: 'caseChosen', no: ticket.no, ...(command.case === undefined ? {} : { case: command.case }) }]
}
