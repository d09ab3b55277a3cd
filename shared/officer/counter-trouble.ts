import { foundIn } from '../kit/found-in.ts'
import { quantile } from '../kit/stats.ts'
import { MINUTE, type Instant } from '../kit/time.ts'
import type { ServiceInfo } from '../office/office.ts'
import { ticketAt, type QueueDay } from '../queue/day.ts'
import { lineFor } from '../queue/policy.ts'
import { inOneGo } from '../queue/steps/planning.ts'
import type { CounterNow } from './live-unit.ts'

/** How many people something holds up, and since when: its harm is people times minutes. */
export interface Harm {
  readonly people: number
  readonly since: Instant
}

/**
 * A counter at which nothing goes on: nobody is there, a break that is over, a call that nobody answers, a visit far longer than
 * usual, or nobody called although people wait. `minutes` is how long, in whole minutes.
 */
export type CounterTrouble = { readonly counterId: string; readonly minutes: number } & (
  | { readonly kind: 'left' | 'breakOver' | 'idle'; readonly number: string | undefined }
  | { readonly kind: 'called'; readonly number: string; readonly calls: number }
  | { readonly kind: 'long'; readonly number: string; readonly usual: number }
)

/** A counter that could call and does not is idle after so long. */
export const IDLE_MS = 3 * MINUTE
/** A call is too long after so long, recalls counted in. */
export const CALLED_MS = 5 * MINUTE
/** A break is overrun after so long. */
export const BREAK_OVER_MS = 3 * MINUTE
/** A visit is long when it takes this many times the usual one, and longer than its published standard. */
const LONG = 1.5
const ENOUGH_PACES = 6

/** What is wrong at a counter, if anything; one thing at a time, since it is in one state. */
export function counterTrouble(
  day: QueueDay,
  counter: CounterNow,
  services: readonly Pick<ServiceInfo, 'id' | 'typicalMinutes' | 'standardMinutes'>[],
  now: Instant,
): (Harm & CounterTrouble) | undefined {
  const { id, state, ticket, leftAt, until, freeSince, forMs } = counter
  if (state === 'closed') return undefined
  const line = lineFor(day, counter, now).filter(w => w.opens === undefined || w.opens <= now)
  const of = (since: Instant, people: number) => ({
    ...{ counterId: id, minutes: Math.floor((now - since) / MINUTE), number: ticket?.number },
    ...{ since, people },
  })
  if (leftAt !== undefined) return { kind: 'left', ...of(leftAt, line.length + (ticket ? 1 : 0)) }
  if (state === 'break') {
    if (until === undefined || now - until <= BREAK_OVER_MS) return undefined
    return { kind: 'breakOver', ...of(until, line.length) }
  }
  if (ticket?.state === 'called') {
    const since = ticket.calledAt!
    const { number, calls } = ticket
    return now - since > CALLED_MS ? { kind: 'called', ...of(since, line.length + 1), number, calls } : undefined
  }
  if (ticket) {
    // Several services in one go take as long as all of them.
    const own = inOneGo(counter.services, ticket).flatMap(service => services.find(s => s.id === service) ?? [])
    if (own.length === 0 || forMs === undefined) return undefined
    const usual = own.reduce((sum, s) => sum + usualMinutes(day, s.id, s.typicalMinutes), 0)
    const standard = own.reduce((sum, s) => sum + s.standardMinutes, 0)
    if (!isLong(forMs / MINUTE, usual, standard)) return undefined
    const since = now - forMs + usual * MINUTE
    const told = { number: ticket.number, minutes: Math.floor(forMs / MINUTE), usual: Math.round(usual) }
    return { kind: 'long', ...of(since, line.length + 1), ...told }
  }
  const first = Math.min(...line.map(w => Math.max(w.opens ?? 0, ticketAt(day, w.no)?.since ?? now)))
  const since = Math.max(freeSince ?? 0, first)
  return line.length > 0 && now - since > IDLE_MS ? { kind: 'idle', ...of(since, line.length) } : undefined
}

/**
 * Whether a visit of `minutes` is long enough to ask: well over the usual one and over its standard.
 * @example isLong(18, 8, 15) // true
 */
export function isLong(minutes: number, usual: number, standard: number): boolean {
  return minutes > standard && minutes > LONG * usual
}

/** Minutes that a visit of this service takes today, or the office's own guess while there are few. */
function usualMinutes(day: QueueDay, serviceId: string, typicalMinutes: number): number {
  const paces = foundIn(day.paces, serviceId) ?? []
  return paces.length < ENOUGH_PACES ? typicalMinutes : quantile(paces, 0.5)! / MINUTE
}
