import { isDeepStrictEqual } from 'node:util'
import { projectDay } from '../../shared/contracts/views.ts'
import { ticketsOf, type QueueDay } from '../../shared/queue/day.ts'

/** Whether two days show the hall the same picture, whether folded from events or read as a snapshot, by anybody. */
export function sameHall(a: QueueDay | undefined, b: QueueDay | undefined): boolean {
  return a !== undefined && b !== undefined && isDeepStrictEqual(picture(a), picture(b))
}

function picture(day: QueueDay) {
  // As the public has it: the hall's account of places is not on the board that everybody reads.
  const { tickets: _, ...rest } = projectDay(day, 'public')
  return { ...rest, tickets: [...ticketsOf(projectDay(day, 'public'))] }
}
