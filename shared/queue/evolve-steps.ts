import { pick } from '../kit/pick.ts'
import type { Ticket } from './day.ts'
import { away } from './evolve-counters.ts'
import type { DayEvent } from './events.ts'
import { queuedAt } from './line.ts'
import type { StepDone } from './steps/part.ts'

type Of<T extends DayEvent['type']> = Extract<DayEvent, { type: T }>

/** A ticket in the line of its next step, with the due that it had; notes and wishes for one counter were for the last. */
export function steppedOn(ticket: Ticket, event: Of<'stepFinished'>): Ticket {
  const { sentTo: _s, noteId: _n, case: _c, later: _l, ...t } = away(ticket)
  const been = [...(ticket.been ?? []), stepOf(ticket, event)]
  return { ...t, ...pick(event, ['serviceId', 'case', 'later']), been, joined: 'step', heldMs: 0 }
}

/** A ticket whose visit is over, with how it ended, its last step, and what of it was left undone. */
export function ended(ticket: Ticket, event: Of<'ticketFinished'>): Ticket {
  const { later = [], ...t } = { ...ticket, ...pick(event, ['result']) }
  if (later.length === 0 && !ticket.been) return t
  const left = event.rest ? [] : later.slice((event.done ?? 1) - 1)
  const been = [...(ticket.been ?? []), stepOf(ticket, event)]
  return { ...t, been, ...(left.length > 0 ? { later: left } : {}) }
}

function stepOf(ticket: Ticket, { counterId, done = 1, at }: Of<'stepFinished'> | Of<'ticketFinished'>): StepDone {
  const { later = [], serviceId } = ticket
  const queued = queuedAt(ticket)
  return {
    parts: [{ serviceId, ...pick(ticket, ['case']) }, ...later.slice(0, done - 1)],
    counterId,
    ...pick(ticket, ['officerId', 'calledAt', 'startedAt']),
    ...(queued === undefined ? {} : { queuedAt: queued }),
    endedAt: at,
  }
}
