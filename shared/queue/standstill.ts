import { foundIn } from '../kit/found-in.ts'
import { mean } from '../kit/stats.ts'
import type { Instant } from '../kit/time.ts'
import { currentAt, type QueueDay } from './day.ts'
import { isAttended } from './leaving.ts'
import { inOneGo } from './steps/planning.ts'

/** So many visits would usually have ended: three times what 19 in 20 gaps between two ends stay under (e to the -3 is 1 in 20). */
const ENDS_MISSED = 9
/** Paces of today from which their own mean is known. */
const ENOUGH = 6

/**
 * Since when no visit has ended, where by the pace of the day many should have: nobody has said so, but something stands still.
 * `undefined` while everything goes on, and where nobody is served.
 */
export function standstillOf(day: QueueDay, now: Instant): Instant | undefined {
  // A counter whose officer left stands still by itself.
  const counters = Object.values(day.counters).filter(isAttended)
  const last = counters.reduce((latest, { freeSince = 0 }) => Math.max(latest, freeSince), 0)
  let missed = 0
  let since = Infinity
  for (const { id, services } of counters) {
    const ticket = currentAt(day, id)
    if (ticket?.calledAt === undefined) continue
    const from = Math.max(last, ticket.calledAt)
    since = Math.min(since, from)
    const usual = inOneGo(services, ticket).reduce((sum, service) => sum + usualMs(day, service), 0)
    missed += (now - from) / usual
  }
  return missed >= ENDS_MISSED ? since : undefined
}

function usualMs(day: QueueDay, serviceId: string): number {
  const paces = foundIn(day.paces, serviceId) ?? []
  const typical = day.plan?.services.find(s => s.id === serviceId)?.typicalMs ?? mean(paces) ?? Infinity
  return paces.length >= ENOUGH ? Math.max(typical / 2, mean(paces)!) : typical
}
