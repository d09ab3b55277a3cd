import { mean } from '../../kit/stats.ts'
import { MINUTE, type Instant } from '../../kit/time.ts'
import { ticketAt, type QueueDay, type Ticket } from '../day.ts'
import type { TicketState } from '../states.ts'
import { inOneGo } from '../steps/planning.ts'
import { believed, MOST_RATIO, paceAt, type ClockPace } from './clock-pace.ts'
import { expected } from './estimate-paces.ts'

const HALF_LIFE = 15 * MINUTE
/** Visits called before that weigh too little to count. */
const RECENT = 3 * HALF_LIFE
const MOST_SEEN = 600
const LEAST_RECENT = 8
const LEAST_VISITS = 20
const LEAST = 0.4
const MOST = 2.5

const AT_COUNTER: readonly TicketState[] = ['called', 'serving']
const OVER: readonly TicketState[] = ['done', 'missed', 'parked']

/**
 * How slow the last half hour is against the pool of paces, over all services together: lately called visits against the
 * mean of their service, the latest most, believed as far as chance does not explain it (James and Stein, positive part).
 */
export function recencyOf(
  day: QueueDay,
  now: Instant,
  pools: ReadonlyMap<string, readonly number[]>,
  clock: ClockPace,
): number {
  const means = new Map([...pools].map(([id, pool]) => [id, mean(pool)!] as const))
  const seen: { readonly ratio: number; readonly weight: number }[] = []
  let visits = 0
  for (let no = day.taken - 1; no >= 0 && no >= day.taken - MOST_SEEN; no--) {
    const ticket = ticketAt(day, no)
    const whole = ticket && means.get(ticket.serviceId)
    if (!whole || ticket.calledAt === undefined) continue
    const going = AT_COUNTER.includes(ticket.state)
    if ((!going && !OVER.includes(ticket.state)) || isSeveral(day, ticket)) continue
    visits++
    if (ticket.calledAt < now - RECENT) continue
    const slow = paceAt(clock, ticket.calledAt)
    const spent = (going ? now : ticket.since) - ticket.calledAt
    const usual = whole * slow
    const length = going ? expected(pools.get(ticket.serviceId)!, spent / slow) * slow : spent
    seen.push({ ratio: Math.min(MOST_RATIO, length / usual), weight: 2 ** ((ticket.calledAt - now) / HALF_LIFE) })
  }
  if (seen.length < LEAST_RECENT || visits < LEAST_VISITS) return 1
  const total = seen.reduce((sum, s) => sum + s.weight, 0)
  const ratio = seen.reduce((sum, s) => sum + s.weight * s.ratio, 0) / total
  const variance = seen.reduce((sum, s) => sum + s.weight * (s.ratio - ratio) ** 2, 0) / total
  const noise = (variance * seen.reduce((sum, s) => sum + s.weight ** 2, 0)) / total ** 2
  return Math.min(MOST, Math.max(LEAST, believed(ratio, noise)))
}

/** Whether several services are or were done in one go: how slow one of them was nobody knows. */
function isSeveral({ counters }: QueueDay, ticket: Ticket): boolean {
  if (ticket.state === 'done') return (ticket.been?.at(-1)?.parts.length ?? 1) > 1
  return inOneGo(counters[ticket.counterId ?? '']?.services, ticket).length > 1
}
