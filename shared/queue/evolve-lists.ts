import { foundIn } from '../kit/found-in.ts'
import type { Instant } from '../kit/time.ts'
import { CHUNK, type QueueDay, type Ticket } from './day.ts'
import { insert, remove } from './policy.ts'
import { servicesOf } from './steps/planning.ts'

const KEPT_PACES = 40

/** What a line needs to know of a ticket. */
type InLine = Pick<Ticket, 'no' | 'serviceId' | 'due' | 'opens' | 'sentTo' | 'later'>

/** The lines with one more ticket in that of its service. */
export function enqueue(day: QueueDay, { serviceId, no, due, opens, sentTo, later }: InLine): QueueDay['waiting'] {
  const entry = {
    ...{ no, due },
    ...(opens === undefined ? {} : { opens }),
    ...(sentTo === undefined ? {} : { sentTo }),
    ...(later === undefined ? {} : { next: servicesOf(later) }),
  }
  return { ...day.waiting, [serviceId]: insert(foundIn(day.waiting, serviceId) ?? [], entry) }
}

/** The lines with a waiting ticket at another due. */
export function requeue(day: QueueDay, ticket: Ticket, due: Instant): QueueDay['waiting'] {
  return enqueue({ ...day, waiting: dequeue(day, ticket.serviceId, ticket.no) }, { ...ticket, due })
}

/** The lines without one ticket. */
export function dequeue(day: QueueDay, serviceId: string, no: number): QueueDay['waiting'] {
  return { ...day.waiting, [serviceId]: remove(foundIn(day.waiting, serviceId) ?? [], no) }
}

/** The chunks with one ticket new or changed. */
export function put(chunks: QueueDay['tickets'], ticket: Ticket): QueueDay['tickets'] {
  return at(chunks, ticket.no, ticket)
}

function at(chunks: QueueDay['tickets'], no: number, ticket: Ticket | null): QueueDay['tickets'] {
  const place = Math.floor(no / CHUNK)
  const next = chunks.slice()
  while (next.length <= place) next.push([])
  const chunk = next[place]!.slice()
  while (chunk.length < no % CHUNK) chunk.push(null)
  chunk[no % CHUNK] = ticket
  next[place] = chunk
  return next
}

/** The last values with one more; the oldest goes. */
export function recent(list: readonly number[], value: number): readonly number[] {
  return [...list.slice(-(KEPT_PACES - 1)), value]
}

/** The last numbers given, with one more. */
export function numbered(last: QueueDay['lastNumber'], number: string): QueueDay['lastNumber'] {
  const dash = number.lastIndexOf('-')
  const letter = number.slice(0, dash)
  return { ...last, [letter]: Math.max(last[letter] ?? 0, Number(number.slice(dash + 1))) }
}
