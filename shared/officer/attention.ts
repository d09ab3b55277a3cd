import { quantile } from '../kit/stats.ts'
import { MINUTE } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import type { QueueDay } from '../queue/day.ts'
import type { LiveUnit } from './live-unit.ts'
import { promisedMs } from './waits.ts'

/** Something in the hall that asks for a decision of somebody in charge; times in whole minutes. */
export type Attention =
  | {
      readonly kind: 'pastPromise'
      readonly serviceId: string
      readonly number: string
      readonly waited: number
      readonly promise: number
      /** A closed counter, or one on a break, that usually serves it; undefined when all of them are open. */
      readonly helper: string | undefined
    }
  | {
      readonly kind: 'nobody'
      readonly serviceId: string
      readonly waiting: number
      readonly helper: string | undefined
    }
  | {
      readonly kind: 'long'
      readonly counterId: string
      readonly number: string
      readonly served: number
      readonly usual: number
    }

/** A visit is long when it takes this many times the usual one, and longer than its published standard. */
const LONG = 1.5
const ENOUGH_PACES = 6

/**
 * What to look at, the most pressing kind first: people past the promise of their service, people for whom nobody works, and
 * visits much longer than usual. Facts of this moment only; nothing is said of how good somebody is.
 */
export function attention(
  day: QueueDay,
  unit: LiveUnit,
  office: Pick<OfficeInfo, 'services' | 'counters'>,
): readonly Attention[] {
  const served = new Set(unit.counters.filter(c => c.state !== 'closed').flatMap(c => c.services))
  const helper = (serviceId: string) =>
    office.counters.find(
      c => c.services.includes(serviceId) && unit.counters.find(now => now.id === c.id)?.state !== 'open',
    )?.id
  const promiseOf = (id: string) => office.services.find(s => s.id === id)!.waitPromiseMinutes
  return [
    ...unit.services.flatMap((s): readonly Attention[] =>
      s.late
        ? [
            {
              kind: 'pastPromise',
              serviceId: s.id,
              number: s.late.number,
              waited: Math.floor(promisedMs(s.late) / MINUTE),
              promise: promiseOf(s.id),
              helper: helper(s.id),
            },
          ]
        : [],
    ),
    ...unit.services.flatMap((s): readonly Attention[] =>
      s.waiting > 0 && !s.late && !served.has(s.id)
        ? [{ kind: 'nobody', serviceId: s.id, waiting: s.waiting, helper: helper(s.id) }]
        : [],
    ),
    ...unit.counters.flatMap((c): readonly Attention[] => {
      const service = c.ticket?.state === 'serving' && office.services.find(s => s.id === c.ticket!.serviceId)
      if (!service || c.forMs === undefined) return []
      const usual = usualMinutes(day, service.id, service.typicalMinutes)
      return isLong(c.forMs / MINUTE, usual, service.standardMinutes)
        ? [
            {
              kind: 'long',
              counterId: c.id,
              number: c.ticket!.number,
              served: Math.floor(c.forMs / MINUTE),
              usual: Math.round(usual),
            },
          ]
        : []
    }),
  ]
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
  const paces = day.paces[serviceId] ?? []
  return paces.length < ENOUGH_PACES ? typicalMinutes : quantile(paces, 0.5)! / MINUTE
}
