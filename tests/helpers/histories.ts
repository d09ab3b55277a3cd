import fc from 'fast-check'
import { AppError } from '../../shared/kit/errors.ts'
import { HOUR, MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Command, Request, Verb } from '../../shared/queue/command.ts'
import {
  currentAt,
  emptyDay,
  PARK_REASONS,
  PICK_REASONS,
  ticketsOf,
  type Actor,
  type DayPlan,
  type QueueDay,
} from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { waitingFor } from '../../shared/queue/policy.ts'
import { DATE, deepFreeze, OFFICE, OPENING } from './days.ts'

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

export const OFFICERS = ['officer-sari', 'officer-budi', 'officer-tini', 'officer-joko'] as const
const SERVICES = ['ktp', 'kk', 'akta'] as const
const COUNTERS = ['1', '2', '3', '4'] as const

/** Raw material of one command: what somebody would like to do. The state of the day decides what becomes of it. */
interface Step {
  readonly wish: Verb | 'nonsense'
  readonly waitMs: number
  readonly who: number
  readonly which: number
  readonly coin: boolean
}

const wishes: readonly (readonly [Step['wish'], number])[] = [
  ['takeTicket', 32],
  ['callNext', 30],
  ['start', 12],
  ['finish', 10],
  ['openCounter', 8],
  ['skip', 8],
  ['return', 6],
  ['park', 6],
  ['resume', 6],
  ['transfer', 6],
  ['recall', 4],
  ['cancel', 3],
  ['takeBreak', 2],
  ['closeCounter', 2],
  ['planDay', 1],
  ['nonsense', 4],
]

const step: fc.Arbitrary<Step> = fc.record({
  wish: fc.oneof(...wishes.map(([wish, weight]) => ({ arbitrary: fc.constant(wish), weight }))),
  // Often no time at all, so that dues tie; sometimes long enough for a grace to end.
  waitMs: fc.oneof(
    { arbitrary: fc.constant(0), weight: 4 },
    { arbitrary: fc.integer({ min: 1, max: 3 * MINUTE }), weight: 6 },
    { arbitrary: fc.integer({ min: 5 * MINUTE, max: 30 * MINUTE }), weight: 1 },
  ),
  who: fc.nat({ max: OFFICERS.length - 1 }),
  which: fc.nat({ max: 999 }),
  coin: fc.boolean(),
})

/** Random days of an office: several officers, counters and services, mostly sensible commands, a clock that goes on. */
export const histories: fc.Arbitrary<History> = fc
  .array(step, { minLength: 1, maxLength: 160, size: 'max' })
  .map(steps => play(steps))

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

/** The wish made concrete: the officer's own counter, a ticket in a fitting state, where there is one. */
function commandOf(day: QueueDay, now: Instant, { wish, who, which, coin }: Step): readonly [Actor, Request] {
  const able = OFFICERS.filter(o => suits(day, o, wish))
  const officer = able.length > 0 ? pick(able, who) : OFFICERS[who]!
  const by: Actor = `staff:${officer}`
  const counterId = counterOf(day, officer)?.id ?? pick(COUNTERS, which)
  const serviceId = pick(SERVICES, which)
  const ticket = (...states: readonly string[]) =>
    pick(
      [...ticketsOf(day)].filter(t => states.includes(t.state)).map(t => t.no),
      which,
    ) ?? which
  switch (wish) {
    case 'takeTicket': {
      // Odd milliseconds, so that a promise can be told from every other instant of the day.
      const promised = { from: now * 10 + 3, to: now * 10 + 7 }
      const ticketId = `ticket-id-${day.taken}-${which}`
      return [
        'device:kiosk-7',
        { verb: wish, serviceId, priority: which % 4 === 0, ticketId, ...(coin && { promised }) },
      ]
    }
    case 'callNext':
      return which % 8 > 0
        ? [by, { verb: wish, counterId }]
        : [by, { verb: wish, counterId, pick: { no: ticket('waiting'), reason: pick(PICK_REASONS, which >> 3) } }]
    case 'transfer':
      return [by, { verb: wish, counterId, serviceId }]
    case 'park':
      return [by, { verb: wish, counterId, reason: pick(PARK_REASONS, which) }]
    case 'resume':
      return [by, { verb: wish, counterId, no: ticket('parked', 'missed') }]
    case 'return':
      return [coin ? 'holder' : by, { verb: wish, no: ticket('missed') }]
    case 'cancel':
      return ['holder', { verb: wish, no: ticket('waiting', 'parked', 'missed') }]
    case 'openCounter': {
      const services = SERVICES.filter((_, i) => (which >> i) & 1)
      return [by, { verb: wish, counterId: pick(COUNTERS, which), ...(coin && services.length > 0 && { services }) }]
    }
    case 'takeBreak':
      return [by, { verb: wish, counterId, minutes: 1 + (which % 30) }]
    case 'planDay':
      return ['system', { verb: wish, plan: plan(which) }]
    case 'nonsense':
      return [by, { verb: coin ? 'finish' : 'callNext', counterId: pick([...COUNTERS, '99'], which) }]
    case 'recall':
    case 'skip':
    case 'start':
    case 'finish':
    case 'closeCounter':
      return [by, { verb: wish, counterId }]
    default:
      return ['system', { verb: 'passOn', offerMs: MINUTE }]
  }
}

/** Whether an officer's counter is such that the wish makes sense there. */
function suits(day: QueueDay, officer: string, wish: Step['wish']): boolean {
  const counter = counterOf(day, officer)
  const state = counter && currentAt(day, counter.id)?.state
  switch (wish) {
    case 'openCounter':
      return counter?.state !== 'open'
    case 'callNext':
      return counter?.state === 'open' && state !== 'called' && waitingFor(day, counter.services) > 0
    case 'start':
    case 'skip':
    case 'recall':
      return state === 'called'
    case 'finish':
    case 'transfer':
    case 'park':
      return state !== undefined
    default:
      return counter?.state === 'open' && state === undefined
  }
}

/** Plan 0 has everything; others strike a counter, close or strike a service, swap letters, or change the times. */
function plan(variant: number): DayPlan {
  const letters = variant % 7 === 1 ? ['B', 'A', 'C'] : ['A', 'B', 'C']
  const services = SERVICES.map((id, i) => ({
    id,
    letter: letters[i]!,
    typicalMs: (5 + i) * MINUTE,
    open: variant % 5 !== 1 || i !== 2,
  }))
  const counters = COUNTERS.map((id, i) => ({ id, services: i === 0 ? [...SERVICES] : [SERVICES[i - 1]!, 'ktp'] }))
  return {
    doors: { from: OPENING, to: OPENING + 16 * HOUR, breaks: [] },
    services: variant % 11 === 1 ? services.slice(0, 2) : services,
    counters: variant % 3 === 1 ? counters.slice(1) : counters,
    priorityCreditMs: (variant % 2 === 1 ? 5 : 15) * MINUTE,
    returnGraceMs: 20 * MINUTE,
    returnPlaces: 3 - (variant % 3),
  }
}

function pick<T>(list: readonly T[], which: number): T {
  return list[which % list.length]!
}
