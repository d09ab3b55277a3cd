import type { HolderApplication } from '../../../shared/contracts/application-routes.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { QueueDay, Ticket } from '../../../shared/queue/day.ts'
import { isAttended } from '../../../shared/queue/leaving.ts'
import { queuedAt } from '../../../shared/queue/line.ts'
import { stepsOf } from '../../../shared/queue/steps/groups.ts'
import type { Part } from '../../../shared/queue/steps/part.ts'
import type { OwnTicket } from '../../../shared/ticket/own-ticket.ts'

/** The documents of a visit, in the order in which they were asked for. */
export type DocumentsOf = (ticketId: string) => Promise<readonly HolderApplication[]>

/** The document for which one comes last: on that day all can be collected at once. */
export function lastOf(documents: readonly HolderApplication[]): HolderApplication | null {
  const open = documents.filter(d => d.state !== 'handedOver')
  return [...(open.length > 0 ? open : documents)].sort((a, b) => (dateOf(a) < dateOf(b) ? 1 : -1))[0] ?? null
}

/** The steps of a visit as its holder sees them; `null` where it has only one. */
export function visitOf(
  office: OfficeInfo,
  day: QueueDay,
  ticket: Ticket,
  documents: readonly HolderApplication[],
): OwnTicket['visit'] {
  const { been = [], later = [], serviceId, state, counterId } = ticket
  if (been.length + later.length === 0) return null
  const over = state === 'done'
  const attended = Object.values(day.counters).filter(isAttended)
  // Whoever stands at a counter has the step there; who waits, the one that most likely comes.
  const here = counterId === undefined ? undefined : day.counters[counterId]
  const todo = over ? [] : stepsOf([{ serviceId }, ...later], [...(here ? [[here]] : []), attended, office.counters])
  const words = (parts: readonly Part[]) =>
    parts.flatMap(p => {
      const service = office.services.find(s => s.id === p.serviceId)
      return service ? [service.name] : []
    })
  const nameOf = (id: string | undefined) => office.counters.find(c => c.id === id)?.name ?? null
  const line = queuedAt(ticket)
  return {
    event: office.lifeEvents.find(e => e.id === ticket.lifeEvent)?.name ?? null,
    steps: [
      ...been.map(({ parts, counterId: at, officerId: _, ...times }) => ({
        ...{ services: words(parts), state: 'done' as const, counter: nameOf(at) },
        ...times,
      })),
      ...todo.map((parts, i) => ({
        ...{ services: words(parts), state: i === 0 ? ('now' as const) : ('later' as const) },
        counter: i === 0 ? nameOf(counterId) : null,
        ...(i === 0 && line !== undefined ? { queuedAt: line } : {}),
      })),
    ],
    documents: documents.map(d => ({ name: d.document, state: d.state, date: dateOf(d) })),
  }
}

function dateOf({ promisedOn, delay }: HolderApplication): string {
  return delay?.date ?? promisedOn
}
