import { createHash } from 'node:crypto'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Command, CommandHead, Request, Verb } from '../../../shared/queue/command.ts'
import { ticketAt, type Actor, type Counter, type QueueDay, type Ticket } from '../../../shared/queue/day.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'

/** What a command brought about; the same command id gives the same outcome, for ever. */
export interface Outcome {
  /** Unknown of commands from before journals kept it, and so is what was asked. */
  readonly verb: Verb | undefined
  readonly asked: string | undefined
  readonly by: Actor
  readonly events: readonly DayEvent[]
  /** The ticket and the counter as they stood right after. */
  readonly ticket?: Ticket
  readonly counter?: Counter
}

/** What the office adds to a command by itself: chance, a setting or a right of the moment. The same request brings it otherwise. */
const ADDED = [
  ...['id', 'ticketId', 'promised', 'heldBackMs', 'holdId', 'holdMs', 'ahead', 'plan', 'dayEnded'],
  ...['shutAt', 'leads'],
]

/** The head of a command of which an asked value is kept only as far as the office knows it now: the digest is of what was asked. */
export function askedAs(head: CommandHead, request: Request): CommandHead {
  return { ...head, asked: askedBy({ ...head, ...request }) }
}

/** A short digest of what a command asks, the same for the same request made again. */
export function askedBy(command: Command): string {
  if (command.asked !== undefined) return command.asked
  const asked = Object.entries(command).filter(([name, value]) => !ADDED.includes(name) && value !== undefined)
  asked.sort(([a], [b]) => (a < b ? -1 : 1))
  return digest(asked)
}

/** 128 bits of a hash over plain values. */
export function digest(values: unknown): string {
  return createHash('sha256').update(JSON.stringify(values)).digest('base64url').slice(0, 22)
}

/**
 * A known id answers as before, if it is the same act of the same actor; else somebody reuses ids. Of a command from before
 * journals kept what was asked nothing is guessed: its verb and its actor are compared as far as they are known.
 */
export function repeated(known: Outcome, { by, verb, asked }: Omit<CommandHead, 'id'> & { verb: Verb }): Outcome {
  const same = <T>(kept: T | undefined, now: T | undefined) => kept === undefined || kept === now
  if (known.by !== by || !same(known.verb, verb) || !same(known.asked, asked)) throw new AppError('COMMAND_ID_REUSED')
  return known
}

export function outcomeOf(
  { verb, asked, by }: { verb: Verb | undefined; asked: string | undefined; by: Actor },
  events: readonly DayEvent[],
  after: QueueDay,
  command: Command | undefined,
): Outcome {
  const last = events.at(-1)
  const own = command && 'counterId' in command ? command.counterId : undefined
  const at = own ?? (last && 'counterId' in last ? last.counterId : undefined)
  const counter = at === undefined ? undefined : after.counters[at]
  // What was so already is answered with the ticket that was meant.
  const named = command && 'no' in command ? command.no : counter?.current
  const meant = events.length === 0 ? named : undefined
  const no = events.flatMap(event => ('no' in event ? event.no : [])).at(-1) ?? meant
  const ticket = no === undefined ? undefined : ticketAt(after, no)
  return { verb, asked, by, events, ...(ticket ? { ticket } : {}), ...(counter ? { counter } : {}) }
}
