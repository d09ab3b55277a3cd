import { AppError } from '../../../shared/kit/errors.ts'
import type { Command, Verb } from '../../../shared/queue/command.ts'
import { ticketAt, type Actor, type Counter, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'

/** What a command brought about; the same command id gives the same outcome, for ever. */
export interface Outcome {
  /** Unknown of commands from before journals kept it. */
  readonly verb: Verb | undefined
  readonly by: Actor
  readonly events: readonly DayEvent[]
  /** The ticket and the counter as they stood right after. */
  readonly ticket?: Ticket
  readonly counter?: Counter
}

/**
 * A known id answers as before, if it is the same act of the same actor; else somebody reuses ids. Of a command from before
 * journals kept the verb nothing is guessed: whatever its actor asks under its id is answered with what came of it.
 */
export function repeated(known: Outcome, command: Command): Outcome {
  const same = known.by === command.by && (known.verb === undefined || known.verb === command.verb)
  if (!same) throw new AppError('COMMAND_ID_REUSED')
  return known
}

export function outcomeOf(
  verb: Verb | undefined,
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
