import { AppError, type ErrorCode } from '../../shared/kit/errors.ts'
import { atClock, HOUR, MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import {
  currentAt,
  emptyDay,
  ticketAt,
  type Actor,
  type DayPlan,
  type QueueDay,
  type Ticket,
} from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import type { DayEvent } from '../../shared/queue/events.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { DEFAULT_RULES } from '../../shared/queue/whole-plan.ts'

export const OFFICE = 'samarinda'
export const DATE = '2026-06-09'
/** Eight in the morning in Samarinda. */
export const OPENING: Instant = atClock(DATE, '08:00', 'WITA')

/** Two services and three counters: 1 serves identity cards, 2 family cards, 3 both. */
export function aPlan(change: Partial<DayPlan> = {}): DayPlan {
  return {
    doors: { from: OPENING, to: OPENING + 7 * HOUR, breaks: [] },
    services: [
      { id: 'ktp', letter: 'A', typicalMs: 6 * MINUTE, open: true },
      { id: 'kk', letter: 'B', typicalMs: 10 * MINUTE, open: true },
    ],
    counters: [
      { id: '1', services: ['ktp'] },
      { id: '2', services: ['kk'] },
      { id: '3', services: ['ktp', 'kk'] },
    ],
    ...DEFAULT_RULES,
    // A call is heard at once where a test does not say otherwise.
    skipAfterMs: 0,
    priorityCreditMs: 15 * MINUTE,
    returnGraceMs: 20 * MINUTE,
    returnPlaces: 3,
    ...change,
  }
}

/** A hall with a clock that tests set; every act goes through `decide`, every event through `evolve`. */
export interface Hall {
  readonly day: QueueDay
  readonly now: Instant
  readonly events: readonly DayEvent[]
  /** Lets minutes pass. */
  wait(minutes: number): void
  /** Waits until an instant. */
  until(at: Instant): void
  /** Gives a command and returns what it made happen. */
  ask(by: Actor, request: Request): readonly DayEvent[]
  /** An officer acts; `sari` stands for `staff:sari`. */
  staff(officer: string, request: Request): readonly DayEvent[]
  /** The kiosk gives a number; returns its `no`. */
  take(serviceId: string, priority?: boolean): number
  /** An officer calls the next ticket and returns its number. */
  /** Somebody loses a draw and waits, whatever is free; as if none of this day had been held before. */
  lose(serviceId: string, priority: boolean): void
  next(officer: string, counterId: string): string
  ticket(no: number): Ticket
  at(counterId: string): Ticket | undefined
}

/** A hall on the morning of the day, with these officers sitting at these counters. */
export function openHall(
  seats: Readonly<Record<string, string>> = {},
  plan: DayPlan = aPlan(),
  from: Instant = OPENING,
): Hall {
  let day = emptyDay(OFFICE, DATE)
  let now = from
  const events: DayEvent[] = []
  function asked(of: QueueDay, by: Actor, request: Request): readonly DayEvent[] {
    const made = decide(of, { id: `c${events.length}`, by, ...request } as Command, now)
    day = fold(day, made)
    events.push(...made)
    return made
  }
  const hall: Hall = {
    get day() {
      return day
    },
    get now() {
      return now
    },
    events,
    wait(minutes) {
      now += minutes * MINUTE
    },
    until(at) {
      now = at
    },
    ask: (by, request) => asked(day, by, request),
    lose(serviceId, priority) {
      const entries = [{ ticketId: `t${day.taken}`, wishes: [], anySlot: false, priority }]
      asked({ ...day, draws: {} }, 'system', { verb: 'holdDraw', serviceId, starts: [], slotMs: 0, entries })
    },
    staff: (officer, request) => hall.ask(`staff:${officer}`, request),
    take(serviceId, priority = false) {
      const no = day.taken
      hall.ask('device:kiosk', { verb: 'takeTicket', serviceId, priority, ticketId: `t${no}` })
      return no
    },
    next(officer, counterId) {
      hall.staff(officer, { verb: 'callNext', counterId })
      return currentAt(day, counterId)!.number
    },
    ticket: no => ticketAt(day, no)!,
    at: counterId => currentAt(day, counterId),
  }
  hall.ask('system', { verb: 'planDay', plan })
  for (const [counterId, officer] of Object.entries(seats)) hall.staff(officer, { verb: 'openCounter', counterId })
  return hall
}

/** The code with which an act is refused; `undefined` when it is not. Anything but a refusal of the office is thrown on. */
export function refusalOf(act: () => unknown): ErrorCode | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
}

/** Makes a value and all it holds unchangeable, so that a rule that writes into it is caught. */
export function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    Object.values(value).forEach(deepFreeze)
  }
  return value
}

/** A day on which `waiting` tickets of one service wait, an officer sits at counter 1, folded without `decide`. */
export function dayWith(waiting: number): QueueDay {
  const taken = Array.from({ length: waiting }, (_, no): DayEvent => {
    const number = `A-${String(no + 1).padStart(3, '0')}`
    const head = { seq: no + 3, at: OPENING + no, type: 'ticketTaken' } as const
    return { ...head, no, number, serviceId: 'ktp', priority: false, due: OPENING + no, ahead: no }
  })
  return fold(openHall({ 1: 'sari' }).day, taken)
}
