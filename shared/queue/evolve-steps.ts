import { pick } from '../kit/pick.ts'
import type { Ticket } from './day.ts'
import { away } from './evolve-counters.ts'
import type { DayEvent } from './events.ts'
import { queuedAt } from './line.ts'
import type { Part, StepDone } from './steps/part.ts'

type Of<T extends DayEvent['type']> = Extract<DayEvent, { type: T }>

/** A ticket in the line of its next step, with the due that it had; notes and wishes for one counter were for the last. */
export function steppedOn(ticket: Ticket, event: Of<'stepFinished'>): Ticket {
  const { sentTo: _s, noteId: _n, case: _c, later: _l, ...t } = away(ticket)
  const been = [...(ticket.been ?? []), stepOf(ticket, event)]
  const { promised } = event
  return {
    ...{ ...t, ...pick(event, ['serviceId', 'case', 'later']), been, ...cameFor(ticket), joined: 'step', heldMs: 0 },
    ...(promised === undefined ? {} : { promisedStep: promised }),
  }
}

/** A ticket whose visit is over, with how it ended, its last step, and what of it was left undone. */
export function ended(ticket: Ticket, event: Of<'ticketFinished'>): Ticket {
  const { later = [], ...t } = { ...ticket, ...pick(event, ['result']) }
  if (later.length === 0 && !ticket.been) return t
  const left = event.rest ? [] : later.slice((event.done ?? 1) - 1)
  const been = [...(ticket.been ?? []), stepOf(ticket, event)]
  return { ...t, been, ...(left.length > 0 ? { later: left } : {}) }
}

/** A ticket on its way to another line; its note stays with it, unless a newer one comes. */
export function transferred(ticket: Ticket, { serviceId, sentTo, noteId }: Of<'ticketTransferred'>): Ticket {
  const { sentTo: _, case: own, ...t } = away(ticket)
  // What it is sent to is not still to come.
  const others = (t.later ?? []).filter(p => p.serviceId !== serviceId)
  return {
    ...stillFor({ ...t, serviceId }, others),
    // A case is one of its service.
    ...(own === undefined || serviceId !== t.serviceId ? {} : { case: own }),
    ...{ ...cameFor(ticket), joined: 'transferred', heldMs: 0 },
    ...(sentTo === undefined ? {} : { sentTo }),
    ...(noteId === undefined ? {} : { noteId }),
  }
}

/** The service for which a ticket came stays known where it goes on. */
function cameFor({ cameFor: first, serviceId }: Ticket): Pick<Ticket, 'cameFor'> {
  return { cameFor: first ?? serviceId }
}

/** A ticket of which was said anew what it is still for. */
export function planned(ticket: Ticket, { later }: Of<'stepsPlanned'>): Ticket {
  return stillFor(ticket, later)
}

/** A ticket with what is still to come; what fell away and is part of it after all has not fallen away. */
function stillFor({ later: _, dropped = [], ...ticket }: Ticket, later: readonly Part[]): Ticket {
  const fallen = dropped.filter(d => ![ticket, ...later].some(p => p.serviceId === d.serviceId))
  return { ...ticket, ...(later.length > 0 ? { later } : {}), ...(fallen.length > 0 ? { dropped: fallen } : {}) }
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
