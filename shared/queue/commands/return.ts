import { foundIn } from '../../kit/found-in.ts'
import type { Instant } from '../../kit/time.ts'
import type { CommandOf } from '../command.ts'
import type { QueueDay } from '../day.ts'
import type { Happening } from '../events.ts'
import { mustHaveLines, plannedDay, ticketFor } from '../guards.ts'
import { returnDue } from '../policy.ts'

/** Puts somebody who missed their call back in line: a few places behind the head within the grace, else at the end. */
export function returnTicket(day: QueueDay, { no }: CommandOf<'return'>, now: Instant): readonly Happening[] {
  const plan = plannedDay(day)
  const ticket = ticketFor(day, no, 'ticketReturned')
  mustHaveLines(day)
  const line = foundIn(day.waiting, ticket.serviceId) ?? []
  return [{ type: 'ticketReturned', no, ...returnDue(line, ticket, plan.returnPlaces, plan.returnGraceMs, now) }]
}
