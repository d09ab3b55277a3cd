import { demoOffice } from '../../server/demo/samarinda.ts'
import { planOf } from '../../server/services/office/offices.ts'
import { seeded, type Random } from '../../shared/kit/random.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import { publishedDoors } from '../../shared/office/hours.ts'
import { plannedParts } from '../../shared/queue/steps/planning.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import {
  SHARE,
  simulatedDay,
  spread,
  weighted,
  type SimulatedCounter,
  type SimulatedVisitor,
} from '../simulate/simulated-day.ts'
import type { Kind } from './kinds.ts'
import type { PlayedDay } from './replay.ts'

/** A Tuesday with the usual hours. */
export const DATE = '2026-06-09'
const SHIFTS_MS = [-30 * MINUTE, 0, 30 * MINUTE]

/** One day of a kind: what the office plans, who comes, and how long everything really takes. */
export function kindDay(kind: Kind, seed: number): PlayedDay {
  const office = {
    ...demoOffice,
    counters: countersOf(kind.counters),
    services: demoOffice.services.map(s => ({ ...s, next: kind.next?.[s.id] ?? null })),
  }
  const published = publishedDoors(office, DATE)!
  const { serviceTime = {}, opensAt = {}, unmarkedOutage } = kind
  const missed = kind.walkInsWhoMissTheCall ?? SHARE.missesCall
  const most = Math.max(missed, SHARE.missesCall)
  const random = seeded(seed)
  const drawn = simulatedDay(
    office,
    published,
    {
      tickets: kind.tickets,
      counters: kind.counters,
      booked: kind.booked,
      load: kind.load ?? 'usual',
      shares: {
        missesCall: most,
        noShow: kind.bookedWhoDoNotCome ?? SHARE.noShow,
        sentOn: kind.transferred ?? SHARE.sentOn,
      },
      ...(kind.arrivals ? { arrives: arrivesIn(kind.arrivals) } : {}),
      differs: differenceOf(serviceTime),
    },
    random,
  )
  // Those who book are no other people at the call than ever.
  const thinned = drawn.visitors.map((v): SimulatedVisitor => {
    const misses = v.missesCall && random() < (v.booked ? SHARE.missesCall : missed) / most
    return { ...v, missesCall: misses, backAfterMs: misses ? v.backAfterMs : undefined }
  })
  const visitors = thinned.map(v => (v.booked ? v : withSteps(v, kind, office, random)))
  const doors = kind.lunch === 'together' ? published : { ...published, breaks: [] }
  const plan = planOf(office, DATE, '2026-06-10')
  const minuteOf = (at: Instant) => (at - published.from) / MINUTE
  const byMinute = (at: Instant) => serviceTime.until?.find(([end]) => end === null || minuteOf(at) < end)?.[1] ?? 1
  return {
    office,
    date: DATE,
    plan: { ...plan, doors },
    doors,
    visitors,
    counters: drawn.counters.map((counter, i) => ({
      ...counter,
      break: restOf(kind.lunch, counter, i),
      opens: published.from + (opensAt[counter.id] === undefined ? -MINUTE : opensAt[counter.id]! * MINUTE),
    })),
    endOf(counterId, from, ms) {
      const takes = ms * (serviceTime.factor ?? 1) * (serviceTime.perCounter?.[counterId] ?? 1) * byMinute(from)
      return Math.round(stoodStill(unmarkedOutage, published.from, from, from + takes))
    },
  }
}

/** The counters of the office, its pattern repeated where a kind has more. */
function countersOf(count: number): OfficeInfo['counters'] {
  const { counters } = demoOffice
  return Array.from({ length: count }, (_, i) => ({ ...counters[i % counters.length]!, id: String(i + 1) }))
}

function arrivesIn(stretches: NonNullable<Kind['arrivals']>) {
  const weights = stretches.map(([share]) => share)
  return (random: Random) => {
    const [, from, to] = stretches[weighted(weights, random)]!
    return from + (to - from) * random()
  }
}

function differenceOf({ lognormal, parts, jitter }: NonNullable<Kind['serviceTime']>) {
  if (lognormal === undefined && !parts && jitter === undefined) return (random: Random) => spread(random)
  const weights = parts?.map(([share]) => share) ?? [1]
  return (random: Random) => {
    const part = parts?.[weighted(weights, random)]?.[1] ?? 1
    const around = 1 + (jitter ?? 0) * (2 * random() - 1)
    return part * around * (lognormal === undefined ? 1 : spread(random, lognormal))
  }
}

/** A visitor with all that the visit is for: one of several services together, and what follows each by itself. */
function withSteps(
  visitor: SimulatedVisitor,
  { together = [], next, serviceTime = {} }: Kind,
  { services }: Pick<OfficeInfo, 'services'>,
  random: Random,
): SimulatedVisitor {
  if (!next && together.length === 0) return visitor
  const usual = (id: string) => services.find(s => s.id === id)!.typicalMinutes * MINUTE
  const shares = together.map(([share]) => share)
  const alone = 1 - shares.reduce((sum, share) => sum + share, 0)
  const wished = together[weighted([...shares, Math.max(0, alone)], random)]?.[1] ?? [visitor.serviceId]
  const differs = differenceOf(serviceTime)
  const planned = services.map(s => ({ id: s.id, open: s.open, ...(s.next ? { next: s.next } : {}) }))
  const [first, ...later] = plannedParts(
    planned,
    wished.map(serviceId => ({ serviceId })),
  )
  const times = later.map(({ serviceId }) => ({ serviceId, serveMs: Math.round(usual(serviceId) * differs(random)) }))
  const serviceId = first!.serviceId
  const serveMs = Math.round((visitor.serveMs * usual(serviceId)) / usual(visitor.serviceId))
  return { ...visitor, serviceId, serveMs, ...(times.length > 0 ? { later: times } : {}) }
}

function restOf(lunch: Kind['lunch'], { break: rest }: SimulatedCounter, place: number): SimulatedCounter['break'] {
  if (!rest || lunch === 'none') return undefined
  return lunch === 'together' ? rest : { ...rest, at: rest.at + SHIFTS_MS[place % SHIFTS_MS.length]! }
}

/** When a visit ends over which the outage of the day may lie. */
function stoodStill(outage: Kind['unmarkedOutage'], opening: Instant, from: Instant, to: Instant): Instant {
  if (!outage) return to
  const [begin, end] = [opening + outage.from * MINUTE, opening + (outage.from + outage.minutes) * MINUTE]
  return to <= begin || from >= end ? to : to + end - Math.max(from, begin)
}
