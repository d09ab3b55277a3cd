import { foundIn } from '../kit/found-in.ts'
import { MINUTE, type Instant } from '../kit/time.ts'
import { currentAt, ticketAt, type Counter, type QueueDay } from './day.ts'
import type { TicketState } from './states.ts'
import { inOneGo } from './steps/planning.ts'

/** How a counter came to stand without anybody: nobody acted or answered, signed out, no desk connected, left to others. */
export const LEFT_WHYS = ['silent', 'signedOut', 'cut', 'handed'] as const
export type LeftWhy = (typeof LEFT_WHYS)[number]

/** Why a counter is taken over; a closed list, because free text may name people. */
export const TAKEOVER_REASONS = ['ill', 'meeting', 'computer', 'forgot', 'other'] as const
export type TakeoverReason = (typeof TAKEOVER_REASONS)[number]

/**
 * What becomes of the ticket at a counter that is taken over: served on by whoever takes over, back in line, was finished
 * before the officer went, or left without a finish.
 */
export const TAKEOVER_ENDS = ['continue', 'back', 'done', 'left'] as const
export type TakeoverEnd = (typeof TAKEOVER_ENDS)[number]

/** How a visit ended of which its officer said nothing: finished, nobody came, went and did not come back, left by the office. */
export const SETTLE_ENDS = ['done', 'missed', 'gone', 'left'] as const
export type SettleEnd = (typeof SETTLE_ENDS)[number]

/** What may be said of a visit that stands, was called or put aside. */
const ENDS: Readonly<Partial<Record<TicketState, readonly SettleEnd[]>>> = {
  serving: ['done', 'left'],
  called: ['missed', 'done', 'left'],
  parked: ['done', 'gone', 'left'],
}

/** The true ends of a visit in this state. */
export function endsFor(state: TicketState): readonly SettleEnd[] {
  return ENDS[state] ?? []
}

/** So long an officer has for the question whether anybody is there. */
export const ANSWER_MS = 3 * MINUTE
/** A visit is silent only after so many times what its service takes. */
const LONG_VISIT = 3

/** Somebody works at this counter, or rests and comes back: only then it counts for the hall and the ranges. */
export function isAttended({ state, leftAt }: Pick<Counter, 'state' | 'leftAt'>): boolean {
  return state !== 'closed' && leftAt === undefined
}

/**
 * Since when an act at the counter is overdue: a call that nobody answered, a visit far longer than usual, people who wait
 * for a free counter, a break that is over, no desk connected (`cutAt`). `undefined` where there is nothing to do, or the counter
 * was left already.
 */
export function overdueSince(day: QueueDay, counter: Counter, now: Instant, cutAt?: Instant): Instant | undefined {
  if (!isAttended(counter)) return undefined
  const acted = counter.actedAt ?? counter.since
  if (counter.state === 'break') return Math.max(acted, counter.until ?? acted)
  const idle = idleSince(day, counter, now, acted)
  return cutAt === undefined ? idle : Math.min(idle ?? Infinity, Math.max(acted, cutAt))
}

function idleSince(day: QueueDay, counter: Counter, now: Instant, acted: Instant): Instant | undefined {
  const ticket = currentAt(day, counter.id)
  if (ticket?.state === 'serving') {
    const usual = inOneGo(counter.services, ticket).reduce((sum, id) => sum + typicalMs(day, id), 0)
    return acted + LONG_VISIT * usual
  }
  if (ticket) return acted
  const first = counter.services
    .flatMap(id => foundIn(day.waiting, id) ?? [])
    .filter(w => w.opens === undefined || w.opens <= now)
    .reduce((least, { no }) => Math.min(least, ticketAt(day, no)?.since ?? least), Infinity)
  return first === Infinity ? undefined : Math.max(acted, first)
}

/** What a counter's silence asks for, or somebody's question: nothing, the question to its officer, or to be held for left. */
export function silenceAt(day: QueueDay, counter: Counter, now: Instant, cutAt?: Instant): 'ask' | 'left' | undefined {
  const { nudgedAt } = counter
  if (nudgedAt !== undefined && isAttended(counter)) return now < nudgedAt + ANSWER_MS ? 'ask' : 'left'
  const most = day.plan?.silentMs ?? 0
  const since = overdueSince(day, counter, now, cutAt)
  if (most === 0 || since === undefined || now < since + most) return undefined
  return now < since + most + ANSWER_MS ? 'ask' : 'left'
}

function typicalMs({ plan }: QueueDay, serviceId: string): number {
  return plan?.services.find(s => s.id === serviceId)?.typicalMs ?? 0
}

/**
 * Who would wait for nobody if this counter closed or rested, by service, most first: those whose line no other counter
 * serves, and those who were sent to this one.
 */
export function leftWaiting(
  day: QueueDay,
  counter: Counter,
): readonly { readonly serviceId: string; readonly n: number }[] {
  const others = Object.values(day.counters).filter(c => c.id !== counter.id && isAttended(c))
  return counter.services
    .map(serviceId => {
      const line = foundIn(day.waiting, serviceId) ?? []
      const served = others.some(c => c.services.includes(serviceId))
      return { serviceId, n: served ? line.filter(w => w.sentTo === counter.id).length : line.length }
    })
    .filter(left => left.n > 0)
    .sort((a, b) => b.n - a.n)
}
