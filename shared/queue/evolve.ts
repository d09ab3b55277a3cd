import { foundIn } from '../kit/found-in.ts'
import { pick } from '../kit/pick.ts'
import { ticketAt, type QueueDay, type Ticket } from './day.ts'
import {
  arrived,
  awaitedAgain,
  bookingChange,
  cleared,
  counted,
  joined,
  offered,
  quotaOf,
  takenTicket,
} from './evolve-booking.ts'
import {
  attended,
  away,
  countersOf,
  freed,
  opened,
  putBack,
  servedOn,
  shownCall,
  takenOver,
  withCounter,
} from './evolve-counters.ts'
import { dequeue, enqueue, numbered, put, recent, requeue } from './evolve-lists.ts'
import type { DayEvent } from './events.ts'
import { lineLeft, partLeft } from './line.ts'
import { ended, planned, steppedOn, transferred } from './evolve-steps.ts'
import { TRANSITIONS, type TicketChange } from './states.ts'
import { calledBefore, givenBack, remembered, undone } from './undone.ts'

/**
 * The day after one event. Total: it never refuses, because an event has already happened. Everybody folds with it:
 * server, console, hall, kiosk and phone; where an audience lacks a ticket, the rest of the event still counts.
 */
export function evolve(day: QueueDay, event: DayEvent): QueueDay {
  const after = attended(day, event, change(day, event))
  const lastActs =
    event.type === 'actUndone' || event.type === 'takeoverUndone' ? after.lastActs : remembered(day, event, after)
  return { ...after, lastActs, calledBefore: calledBefore(day, event), seq: event.seq }
}

/** A day folded from its events. */
export function fold(day: QueueDay, events: readonly DayEvent[]): QueueDay {
  return events.reduce(evolve, day)
}

function change(day: QueueDay, event: DayEvent): QueueDay {
  switch (event.type) {
    case 'slotHeld':
    case 'holdEnded':
    case 'drawOpened':
    case 'drawHeld':
    case 'serviceClosed':
    case 'serviceOpened':
      return bookingChange(day, event)
    case 'ticketBooked':
    case 'waitlistJoined':
      return joined(day, event)
    case 'placeOffered':
      return changed(
        day,
        event,
        event.no,
        t => offered(t, event),
        t => cleared(day, t, event),
      )
    case 'offerTaken':
      return changed(day, event, event.no, ({ offeredUntil: _, ...t }) => ({ ...t, due: event.due }))
    case 'ticketRescheduled':
      return changed(
        day,
        event,
        event.no,
        ({ unclaimed: _, ...t }) => ({ ...t, slot: event.slot, due: event.due }),
        t => cleared(day, t, event),
      )
    case 'ticketReleased':
      return changed(
        day,
        event,
        event.no,
        t => t,
        t => cleared(day, t, event),
      )
    case 'ticketCheckedIn':
      return arrived(day, event)
    case 'checkInUndone':
      return changed(
        day,
        event,
        event.no,
        t => awaitedAgain(t, event.due),
        t => ({ waiting: dequeue(day, t.serviceId, event.no) }),
      )
    case 'turnDelayed':
      return changed(
        day,
        event,
        event.no,
        ({ promisedStep: _, ...t }) => ({ ...t, due: event.due }),
        t => ({ waiting: requeue(day, t, event.due) }),
      )
    case 'caseChosen':
      return said(day, event.no, ({ case: _, ...t }) => ({ ...t, ...pick(event, ['case']) }))
    case 'ticketHere':
      return said(day, event.no, t => ({ ...t, hereAt: event.at }))
    case 'dayPlanned':
      return { ...stillSettled(day, event), plan: event.plan, counters: countersOf(day, event) }
    case 'ticketTaken':
      return {
        ...day,
        tickets: put(day.tickets, takenTicket(event)),
        taken: Math.max(day.taken, event.no + 1),
        lastNumber: numbered(day.lastNumber, event.number),
        waiting: enqueue(day, event),
        counted: counted(day, event.serviceId, 1),
      }
    case 'ticketCalled':
      return called(day, event)
    case 'ticketRecalled':
      return changed(day, event, event.no, t => ({ ...t, calls: t.calls + 1 }), shownCall(day, event))
    case 'ticketReturned':
      return changed(
        day,
        event,
        event.no,
        t => ({ ...away(t), due: event.due, joined: event.late ? 'late' : 'returned' }),
        t => ({ waiting: enqueue(day, { ...away(t), due: event.due }) }),
      )
    case 'ticketStarted':
      return changed(day, event, event.no, t => ({ ...t, startedAt: event.at }))
    case 'ticketTransferred':
      return changed(
        day,
        event,
        event.no,
        t => transferred(t, event),
        t => ({ ...freed(day, event), waiting: enqueue(day, transferred(t, event)) }),
      )
    case 'ticketFinished':
      return changed(
        day,
        event,
        event.no,
        t => ended(t, event),
        () => freed(day, event),
      )
    case 'stepFinished':
      return changed(
        day,
        event,
        event.no,
        t => steppedOn(t, event),
        t => ({ ...freed(day, event), waiting: enqueue(day, steppedOn(t, event)) }),
      )
    case 'stepsPlanned':
      return said(day, event.no, t => planned(t, event))
    case 'ticketSkipped':
    case 'ticketParked':
      return changed(
        day,
        event,
        event.no,
        t => t,
        () => freed(day, event),
      )
    case 'actUndone':
      return undone(day, event)
    case 'takeoverUndone':
      return givenBack(day, event)
    case 'ticketUnserved':
      return changed(
        day,
        event,
        event.no,
        t => t,
        t => ({
          ...(t.state === 'waiting' ? { waiting: dequeue(day, t.serviceId, event.no) } : {}),
          ...freed(day, event),
        }),
      )
    case 'holderRefused':
      return changed(
        day,
        event,
        event.no,
        t => ({ ...t, ...pick(event, ['why']) }),
        () => freed(day, event),
      )
    case 'ticketCancelled':
      return changed(
        day,
        event,
        event.no,
        t => ({ ...t, ...(event.why === undefined ? {} : { why: event.why }) }),
        t => ({
          ...(t.state === 'waiting' ? { waiting: dequeue(day, t.serviceId, event.no) } : {}),
          ...cleared(day, t, event),
        }),
      )
    case 'ticketTakenOver':
      return changed(
        day,
        event,
        event.no,
        t => servedOn(t, event),
        () => takenOver(day, event),
      )
    case 'ticketPutBack':
      return changed(day, event, event.no, putBack, t => ({
        ...freed(day, event),
        waiting: enqueue(day, putBack(t)),
        // Nobody is to be sent to that counter any more.
        calls: day.calls.filter(c => c.no !== event.no),
      }))
    case 'counterLeft':
      return withCounter(day, event.counterId, c => ({ ...c, leftAt: event.at }))
    case 'counterNudged':
      return withCounter(day, event.counterId, c => ({ ...c, nudgedAt: event.at }))
    case 'counterMinded':
    case 'counterTakenOver':
      return day
    case 'counterOpened':
      return withCounter(day, event.counterId, c => opened(day.plan, c, event))
    case 'counterClosed':
      return withCounter(day, event.counterId, c => ({
        id: c.id,
        state: 'closed',
        since: event.at,
        services: c.services,
      }))
    case 'daySettled':
      return { ...day, settledAt: event.at }
    case 'breakStarted':
      return withCounter(day, event.counterId, c => ({ ...c, state: 'break', since: event.at, until: event.until }))
  }
}

/** Hours made longer after the close open the day again: it is to be closed once more. */
function stillSettled(day: QueueDay, { plan, at }: Of<'dayPlanned'>): QueueDay {
  const { settledAt, ...open } = day
  return settledAt !== undefined && plan.doors && at < plan.doors.to ? open : day
}

type Of<T extends DayEvent['type']> = Extract<DayEvent, { type: T }>

function called(day: QueueDay, event: Of<'ticketCalled'>): QueueDay {
  const counter = foundIn(day.counters, event.counterId)
  const gap = counter?.freeSince === undefined ? undefined : event.at - counter.freeSince
  const next = changed(
    day,
    event,
    event.no,
    t => {
      const { startedAt: _, ...rest } = t
      return {
        ...rest,
        counterId: event.counterId,
        ...(event.officerId === undefined ? {} : { officerId: event.officerId }),
        calledAt: event.at,
        // A visit is called so often and no more, also where it was put aside or skipped in between.
        calls: event.calls ?? 1,
        heldMs: t.state === 'parked' ? event.at - t.since : 0,
      }
    },
    t => ({
      waiting: t.state === 'waiting' ? dequeue(day, t.serviceId, event.no) : day.waiting,
      // A gap counts only while somebody was already waiting; else the counter was idle, not slow.
      gaps: gap !== undefined && t.since <= counter!.freeSince! ? recent(day.gaps, gap) : day.gaps,
      ...shownCall(day, event)(t),
    }),
  )
  return withCounter(next, event.counterId, c => ({ ...c, current: event.no }))
}

/** What is said of a ticket, which stays where it is. */
function said(day: QueueDay, no: number | undefined, update: (t: Ticket) => Ticket): QueueDay {
  const ticket = no === undefined ? undefined : ticketAt(day, no)
  return ticket ? { ...day, tickets: put(day.tickets, update(ticket)) } : day
}

/** The ticket moves to the state of the table; `rest` says what else of the day moves with it. */
function changed(
  day: QueueDay,
  event: DayEvent & { readonly type: TicketChange },
  no: number,
  update: (t: Ticket) => Ticket,
  rest: (t: Ticket) => Partial<QueueDay> = () => ({}),
): QueueDay {
  const ticket = ticketAt(day, no)
  if (!ticket) return 'counterId' in event ? { ...day, ...freed(day, event) } : day
  const to = TRANSITIONS[event.type].to
  const { queuedAt: _, ...next } = update(ticket)
  const since = ticket.state === to ? ticket.since : event.at
  const moved = { ...next, ...lineLeft(ticket, to, event.type), ...partLeft(ticket, to, event.type), state: to, since }
  return { ...day, ...rest(ticket), ...quotaOf(day, ticket, moved), tickets: put(day.tickets, moved) }
}
