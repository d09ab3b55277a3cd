import { AppError } from '../../../shared/kit/errors.ts'
import type { Command, Request } from '../../../shared/queue/command.ts'
import { ticketAt, type Actor, type Counter, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'

/** What a command brought about; the same command id gives the same outcome, for ever. */
export interface Outcome {
  readonly verb: Command['verb'] | undefined
  readonly by: Actor
  readonly events: readonly DayEvent[]
  /** The ticket and the counter as they stood right after. */
  readonly ticket?: Ticket
  readonly counter?: Counter
}

/** A known id answers as before, if it is the same act of the same actor; else somebody reuses ids. */
export function repeated(known: Outcome, command: Command): Outcome {
  if (known.by !== command.by || (known.verb && known.verb !== command.verb)) throw new AppError('COMMAND_ID_REUSED')
  if (!known.verb && !matches(command, known.events)) throw new AppError('COMMAND_ID_REUSED')
  return known
}

/** Events that each verb ends with; tells a verb again after a restart, when only the events are left. */
const LAST_EVENT: Readonly<Record<Request['verb'], DayEvent['type']>> = {
  planDay: 'dayPlanned',
  takeTicket: 'ticketTaken',
  callNext: 'ticketCalled',
  resume: 'ticketCalled',
  recall: 'ticketRecalled',
  skip: 'ticketSkipped',
  start: 'ticketStarted',
  finish: 'ticketFinished',
  transfer: 'ticketTransferred',
  park: 'ticketParked',
  wrongHolder: 'ticketCancelled',
  return: 'ticketReturned',
  cancel: 'ticketCancelled',
  openCounter: 'counterOpened',
  closeCounter: 'counterClosed',
  takeBreak: 'breakStarted',
  book: 'ticketBooked',
  reschedule: 'ticketRescheduled',
  checkIn: 'ticketCheckedIn',
  holdSlot: 'slotHeld',
  endHold: 'holdEnded',
  joinWaitlist: 'waitlistJoined',
  takeOffer: 'offerTaken',
  letPass: 'turnDelayed',
  closeService: 'serviceClosed',
  openService: 'serviceOpened',
  passOn: 'placeOffered',
}

function matches(command: Command, events: readonly DayEvent[]): boolean {
  return events.at(-1)?.type === LAST_EVENT[command.verb]
}

export function outcomeOf(
  verb: Command['verb'] | undefined,
  by: Actor,
  events: readonly DayEvent[],
  after: QueueDay,
  counterId: string | undefined,
): Outcome {
  const last = events.at(-1)
  const ticket = last && 'no' in last ? ticketAt(after, last.no) : undefined
  const at = counterId ?? (last && 'counterId' in last ? last.counterId : undefined)
  const counter = at === undefined ? undefined : after.counters[at]
  return { verb, by, events, ...(ticket ? { ticket } : {}), ...(counter ? { counter } : {}) }
}
