import { isDeepStrictEqual } from 'node:util'
import { projectDay } from '../../shared/contracts/views.ts'
import { ticketsOf, type QueueDay } from '../../shared/queue/day.ts'

/** Whether two days show the hall the same picture, whether folded from events or read as a snapshot. */
export function sameHall(a: QueueDay | undefined, b: QueueDay | undefined): boolean {
  return a !== undefined && b !== undefined && isDeepStrictEqual(picture(a), picture(b))
}

function picture(day: QueueDay) {
  const { tickets: _, ...rest } = projectDay(day, 'hall')
  return { ...rest, tickets: [...ticketsOf(projectDay(day, 'hall'))] }
}
