import type { HolderApplication } from '../../../shared/contracts/application-routes.ts'
import { daysOf } from '../../../shared/office/agency-days.ts'
import { partsOf } from '../../../shared/office/life-events.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { QueueDay, Ticket } from '../../../shared/queue/day.ts'
import { queuedAt } from '../../../shared/queue/line.ts'
import type { Part } from '../../../shared/queue/steps/part.ts'
import { LIVE_STATES } from '../../../shared/queue/states.ts'
import type { OwnTicket } from '../../../shared/ticket/own-ticket.ts'
import { stepsToCome } from '../../../shared/ticket/visits/visit-ahead.ts'

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
  const { been = [], later = [], dropped = [], state, counterId } = ticket
  const over = state === 'done'
  const todo = over ? [] : stepsToCome(office, day, ticket)
  if (been.length + later.length + dropped.length === 0 && todo.flat().length < 2) return null
  const missing = dropped.filter(p => !todo.flat().some(t => t.serviceId === p.serviceId))
  const words = (parts: readonly Part[]) =>
    parts.flatMap(p => {
      const service = office.services.find(s => s.id === p.serviceId)
      return service ? [service.name] : []
    })
  const nameOf = (id: string | undefined) => office.counters.find(c => c.id === id)?.name ?? null
  const event = office.lifeEvents.find(e => e.id === ticket.lifeEvent)
  const wished = [ticket, ...been.flatMap(step => step.parts), ...later, ...dropped].map(p => p.serviceId)
  const offered = event ? partsOf(event, office.services) : []
  const without = offered.filter(p => p.optional && !wished.includes(p.serviceId))
  // Before its holder has come, and once it has ended, no step is at hand.
  const isHere = LIVE_STATES.includes(state)
  return {
    eventId: event?.id ?? null,
    event: event?.name ?? null,
    ...(without.length > 0 ? { without: without.map(p => p.serviceId) } : {}),
    steps: [
      ...been.map(({ parts, counterId: at, officerId: _, ...times }) => ({
        ...{ services: words(parts), state: 'done' as const, counter: nameOf(at) },
        ...times,
      })),
      ...todo.map((parts, i) => ({
        ...{ services: words(parts), state: i === 0 && isHere ? ('now' as const) : ('later' as const) },
        counter: i === 0 ? nameOf(counterId) : null,
        ...(i === 0 ? timesAt(ticket) : {}),
      })),
    ],
    dropped: missing.flatMap(p => {
      const service = office.services.find(s => s.id === p.serviceId)
      return service ? [{ service: service.name, days: [...(daysOf(office, service) ?? [])] }] : []
    }),
    documents: documents.map(d => ({ name: d.document, state: d.state, date: dateOf(d) })),
  }
}

/** The times of the step at hand: its line, and while somebody has called or serves it, since when. */
function timesAt(ticket: Ticket) {
  const { state, calledAt, startedAt } = ticket
  const line = queuedAt(ticket)
  return {
    ...(line === undefined ? {} : { queuedAt: line }),
    ...((state === 'called' || state === 'serving') && calledAt !== undefined ? { calledAt } : {}),
    ...(state === 'serving' && startedAt !== undefined ? { startedAt } : {}),
  }
}

function dateOf({ promisedOn, delay }: HolderApplication): string {
  return delay?.date ?? promisedOn
}
