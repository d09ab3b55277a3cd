import { foundIn } from '../../../kit/found-in.ts'
import { AppError } from '../../../kit/errors.ts'
import type { CommandOf } from '../../command.ts'
import type { QueueDay } from '../../day.ts'
import type { Happening } from '../../events.ts'
import { ticketFor } from '../../guards.ts'
import { delayedDue } from '../../policy.ts'

/** The holder needs time and lets some people pass, instead of missing the call. */
export function letPass(day: QueueDay, { no, people }: CommandOf<'letPass'>): readonly Happening[] {
  const ticket = ticketFor(day, no, 'turnDelayed')
  const due = delayedDue(foundIn(day.waiting, ticket.serviceId) ?? [], ticket, people)
  if (due === undefined) throw new AppError('NOBODY_TO_PASS')
  return [{ type: 'turnDelayed', no, due, people }]
}
