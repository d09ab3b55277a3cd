import type { QueueDay, Ticket } from '../day.ts'
import { plannedParts } from '../steps/planning.ts'

/** What a visit that comes into line is for after its first part, by the plan of the day. */
export function comingParts(
  { plan }: QueueDay,
  { serviceId, later = [] }: Pick<Ticket, 'serviceId' | 'later'>,
): Pick<Ticket, 'later'> {
  const [, ...parts] = plannedParts(plan?.services ?? [], [{ serviceId }, ...later])
  return parts.length === 0 ? {} : { later: parts }
}
