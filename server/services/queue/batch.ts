import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Command } from '../../../shared/queue/command.ts'
import type { QueueDay } from '../../../shared/queue/day.ts'
import { decide } from '../../../shared/queue/decide.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { evolve } from '../../../shared/queue/evolve.ts'
import { askedBy, outcomeOf, repeated, type Outcome } from './outcomes.ts'
import { collect, rowsOf, type Collector, type Rows } from './projection.ts'

/** A day at hand. */
export interface Live {
  readonly office: string
  readonly date: LocalDate
  /** The date on which the plan was written last: the plan of a day to come is made anew when it has come. */
  plannedOn: LocalDate | undefined
  /** On disk. */
  day: QueueDay
  lastAt: Instant
  readonly seen: Map<string, Outcome>
  readonly recent: DayEvent[]
}

/** A command on its day. */
export interface Act {
  readonly live: Live
  readonly command: Command
}

/** A day as the batch at hand has made it, not on disk yet. */
export interface Working {
  day: QueueDay
  at: Instant
  readonly rows: Collector
  readonly seen: Map<string, Outcome>
}

/** What an act makes of its day, before any of it counts. */
interface Foreseen {
  readonly live: Live
  readonly command: Command
  readonly at: Instant
  readonly day: QueueDay
  readonly steps: readonly (readonly [DayEvent, Rows])[]
  readonly outcome: Outcome
}

const KEPT_EVENTS = 2_000

/**
 * Carries out acts that are one, under the id of the first: all of them or none, once. Whatever can fail is done before
 * anything counts, so that a command that breaks leaves no trace in the batch of the others.
 */
export function performAll(acts: readonly Act[], working: Map<Live, Working>, now: Instant): Outcome {
  const seenBy = ({ live, command }: Act) => live.seen.get(command.id) ?? working.get(live)?.seen.get(command.id)
  const asked = acts.map(({ live, command }) => ({ live, command: { ...command, asked: askedBy(command) } }))
  const [first, ...others] = asked
  const known = seenBy(first!)
  if (known) return repeated(known, first!.command)
  if (others.some(seenBy)) throw new AppError('COMMAND_ID_REUSED')
  const foreseen = asked.map(act => foresee(act, working.get(act.live), now))
  for (const { live, command, at, day, steps, outcome } of foreseen) {
    const work = working.get(live) ?? begun(live)
    working.set(live, work)
    for (const [event, rows] of steps) work.rows.add(event, rows)
    work.day = day
    if (steps.length === 0) continue
    work.at = at
    work.seen.set(command.id, outcome)
  }
  return foreseen[0]!.outcome
}

function foresee({ live, command }: Act, work: Working | undefined, now: Instant): Foreseen {
  const at = Math.max(now, work?.at ?? live.lastAt)
  let day = work?.day ?? live.day
  const events = decide(day, command, at)
  const steps: [DayEvent, Rows][] = []
  for (const event of events) {
    const after = evolve(day, event)
    steps.push([event, rowsOf(live, event, day, after)])
    day = after
  }
  const outcome = outcomeOf({ ...command, asked: command.asked }, events, day, command)
  return { live, command, at, day, steps, outcome }
}

function begun(live: Live): Working {
  return { day: live.day, at: live.lastAt, rows: collect(live.office, live.date), seen: new Map() }
}

/** The day goes on from what was just written. */
export function settle(live: Live, work: Working, events: readonly DayEvent[]): void {
  live.day = work.day
  live.lastAt = work.at
  keep(live, events)
  for (const [id, outcome] of work.seen) live.seen.set(id, outcome)
}

/** Folds events read from the journal, and learns which commands they answered. */
export function absorb(live: Live, events: readonly DayEvent[]): void {
  for (let i = 0; i < events.length;) {
    const { commandId, by, verb, asked } = events[i]!
    const group: DayEvent[] = []
    while (i < events.length && events[i]!.commandId === commandId) {
      live.day = evolve(live.day, events[i]!)
      group.push(events[i++]!)
    }
    live.lastAt = Math.max(live.lastAt, group.at(-1)!.at)
    if (commandId && by) live.seen.set(commandId, outcomeOf({ verb, asked, by }, group, live.day, undefined))
  }
  keep(live, events)
}

function keep(live: Live, events: readonly DayEvent[]): void {
  live.recent.push(...events)
  if (live.recent.length > 2 * KEPT_EVENTS) live.recent.splice(0, live.recent.length - KEPT_EVENTS)
}
