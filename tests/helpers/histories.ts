import { AppError } from '../../shared/kit/errors.ts'
import type { Instant } from '../../shared/kit/time.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { emptyDay, type Actor, type QueueDay } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { DATE, deepFreeze, OFFICE, OPENING } from './days.ts'
import { fc, MUTATING } from './property.ts'
import { COUNTERS, OFFICERS, plan } from './random-plans.ts'
import { commandOf, step, type Step } from './wishes.ts'

/** One command of a history with the day before and after it; `events` is `undefined` when it was refused. */
export interface Moment {
  readonly command: Command
  readonly now: Instant
  readonly before: QueueDay
  readonly events: readonly DayEvent[] | undefined
  readonly after: QueueDay
}

/** What happened at an office in one random day. Every day in it is frozen to the bottom. */
export interface History {
  readonly moments: readonly Moment[]
  readonly events: readonly DayEvent[]
  readonly day: QueueDay
  /** The longest priority credit that any plan of the day gave, in milliseconds. */
  readonly creditMs: number
  readonly [fc.toStringMethod]: () => string
}

/** Random days of an office: several officers, counters and services, mostly sensible commands, a clock that goes on. */
export const histories: fc.Arbitrary<History> = fc
  .array(step, { minLength: 1, maxLength: 160, size: 'max' })
  .map(steps => played(steps))

/** Enough for the runs of one sentence: the next one has the same steps, by the seed that all share. */
const KEPT = 200
const known = new Map<string, History>()

/** A day is played once for all sentences about it: it is frozen, and to play it costs more than to look at it. Each mutant plays its own. */
function played(steps: readonly Step[]): History {
  if (MUTATING) return play(steps)
  const key = JSON.stringify(steps)
  const history = known.get(key) ?? play(steps)
  if (known.size >= KEPT && !known.has(key)) known.clear()
  known.set(key, history)
  return history
}

function play(steps: readonly Step[]): History {
  let day = deepFreeze(emptyDay(OFFICE, DATE))
  let now = OPENING
  let creditMs = 0
  const moments: Moment[] = []
  const act = (by: Actor, request: Request) => {
    const command = { id: `command-${moments.length}`, by, ...request } as Command
    if (command.verb === 'planDay') creditMs = Math.max(creditMs, command.plan.priorityCreditMs)
    const events = attempt(day, command, now)
    const after = events ? deepFreeze(fold(day, events)) : day
    moments.push({ command, now, before: day, events, after })
    day = after
  }
  act('system', { verb: 'planDay', plan: plan(0) })
  OFFICERS.slice(0, 2).forEach((o, i) => act(`staff:${o}`, { verb: 'openCounter', counterId: COUNTERS[i]! }))
  for (const wish of steps) {
    now += wish.waitMs
    const [by, request] = commandOf(day, now, wish)
    act(by, request)
  }
  const told = () => moments.map(tell).join('\n')
  return { moments, events: moments.flatMap(m => m.events ?? []), day, creditMs, [fc.toStringMethod]: told }
}

/** One line of a failing history, as a person would retell it. */
function tell({ command: { id: _, by, ...request }, now, events }: Moment): string {
  return `${now - OPENING} ms: ${by} ${JSON.stringify(request)} → ${events?.map(e => e.type).join(', ') ?? 'refused'}`
}

function attempt(day: QueueDay, command: Command, now: Instant): readonly DayEvent[] | undefined {
  try {
    return deepFreeze(decide(day, command, now))
  } catch (error) {
    if (error instanceof AppError) return undefined
    throw error
  }
}
