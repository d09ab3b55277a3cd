import type { Random } from '../../shared/kit/random.ts'
import { mean } from '../../shared/kit/stats.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import { slotGrid } from '../../shared/booking/slots.ts'
import type { Doors } from '../../shared/office/doors.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import type { SkmAnswers } from '../../shared/survey/ikm.ts'
import { asksReason, REASON_KEYS, type Reason } from '../../shared/survey/rating.ts'

/** One person of a simulated day, from taking a number to what they say afterwards. Times in milliseconds. */
export interface SimulatedVisitor {
  /** When they come to the office. */
  readonly at: Instant
  /** The slot that they book beforehand; absent for those who just come. */
  readonly booked: SimulatedBooking | undefined
  readonly serviceId: string
  readonly priority: boolean
  /** From the call to standing at the counter. */
  readonly wayMs: number
  readonly serveMs: number
  /** What the same visit asks for after that, in order, each with its time. */
  readonly later?: readonly { readonly serviceId: string; readonly serveMs: number }[]
  /** The officer's own time before the next call. */
  readonly turnMs: number
  /** Does not come when called, and asks to be put back after `backAfterMs`, or never. */
  readonly missesCall: boolean
  readonly backAfterMs: number | undefined
  /** Sent on to another service, where it takes `serveMs` again. */
  readonly sentTo: string | undefined
  /** Put aside for so long before the visit is ended. */
  readonly parkedMs: number | undefined
  readonly rating: Score | undefined
  readonly reasons: readonly Reason[]
  readonly answers: SkmAnswers | undefined
}

export interface SimulatedBooking {
  readonly start: Instant
  /** From when on it can be checked in. */
  readonly opens: Instant
  /** Whether the person comes at all. */
  readonly comes: boolean
}

/** One counter of a simulated day with the break of its officer. */
export interface SimulatedCounter {
  readonly id: string
  readonly break: { readonly at: Instant; readonly minutes: number } | undefined
}

export interface SimulatedDay {
  readonly doors: Doors
  /** In the order of their arrival. */
  readonly visitors: readonly SimulatedVisitor[]
  readonly counters: readonly SimulatedCounter[]
}

/** Share of their time for which the counters are meant to be busy. */
const BUSY = 0.87
/** Nobody is served much slower than usual only because few come. */
const SLOWEST = 1.5
const SPREAD = 0.5
const WAY_MS = 25_000
const TURN_MS = 18_000
/** How long a caller waits for somebody who does not come, the second call included. */
export const MISSED_MS = 80_000

export const SHARE = {
  priority: 0.08,
  missesCall: 0.08,
  comesBack: 0.5,
  sentOn: 0.03,
  parked: 0.02,
  rates: 0.45,
  answers: 0.2,
  noShow: 0.17,
  late: 0.08,
}
/** Booked people mean to be there a little before their slot. */
const AHEAD_MS = 8 * MINUTE
const AHEAD_SPREAD_MS = 5 * MINUTE
const RATED: readonly number[] = [0.02, 0.07, 0.42, 0.49]

/** What makes a day, where it is not the usual one. */
export interface Wanted {
  readonly tickets: number
  readonly counters: number
  /** Share (0 to 1) of those who want a bookable service that books the slot in which they would have come. */
  readonly booked?: number
  /** Share of their time for which the counters are busy; `usual`: whatever the usual visit times of the office give. */
  readonly load?: number | 'usual'
  readonly shares?: Partial<typeof SHARE>
  /** Place of one arrival in the day, from 0 to 1. */
  readonly arrives?: (random: Random) => number
  /** By what one visit differs from the usual time of its service. */
  readonly differs?: (random: Random) => number
}

/** How many come, by twentieths of the day: a crowd in the morning, few before the doors close. */
const CROWD = [1, 1.5, 1.7, 1.7, 1.6, 1.5, 1.3, 1.2, 1.1, 1, 1, 0.8, 0.8, 0.9, 0.9, 0.8, 0.6, 0.5, 0.2, 0]

/** A seeded office day: who comes when, wants what and says what, so that `counters` counters are busy but cope. */
export function simulatedDay(
  office: Pick<OfficeInfo, 'services' | 'counters' | 'booking'>,
  doors: Doors,
  wanted: Wanted,
  random: Random,
): SimulatedDay {
  const { arrives = crowded, differs = random => spread(random) } = wanted
  const share = { ...SHARE, ...wanted.shares }
  const counters = office.counters.slice(0, wanted.counters)
  const services = demandOf(office, counters)
  const resting = doors.breaks.reduce((sum, b) => sum + b.to - b.from, 0)
  const busy = typeof wanted.load === 'number' ? wanted.load : BUSY
  const perTicket = (counters.length * (doors.to - doors.from - resting) * busy) / wanted.tickets
  const total = services.reduce((sum, s) => sum + s.weight, 0)
  const usual = services.reduce((sum, s) => sum + (s.weight / total) * s.typicalMs, 0)
  const missed = share.missesCall * MISSED_MS
  const fitting = perTicket / (usual * (1 + share.sentOn) + WAY_MS + TURN_MS + missed)
  const scale = wanted.load === undefined ? Math.min(SLOWEST, fitting) : wanted.load === 'usual' ? 1 : fitting

  const arrivals = Array.from({ length: wanted.tickets }, () =>
    Math.round(doors.from + arrives(random) * (doors.to - doors.from)),
  ).sort((a, b) => a - b)
  const visitors = arrivals.map((at): SimulatedVisitor => {
    const service =
      services[
        weighted(
          services.map(s => s.weight),
          random,
        )
      ]!
    const missesCall = random() < share.missesCall
    const others = services.filter(s => s.id !== service.id)
    const said = opinion(random)
    return {
      at,
      booked: undefined,
      serviceId: service.id,
      priority: random() < share.priority,
      wayMs: lognormal(WAY_MS * Math.min(1, scale), random),
      serveMs: Math.round(service.typicalMs * scale * differs(random)),
      turnMs: lognormal(TURN_MS * Math.min(1, scale), random),
      missesCall,
      backAfterMs: missesCall && random() < share.comesBack ? (2 + 10 * random()) * MINUTE : undefined,
      sentTo: random() < share.sentOn ? others[Math.floor(random() * others.length)]?.id : undefined,
      parkedMs: random() < share.parked ? (5 + 10 * random()) * MINUTE : undefined,
      ...said,
    }
  })
  const coming = visitors.map(v =>
    bookedOr(v, office, doors, { booked: wanted.booked ?? 0, noShow: share.noShow }, random),
  )
  return {
    doors,
    visitors: coming.sort((a, b) => a.at - b.at),
    counters: counters.map(({ id }) => ({ id, break: breakOf(doors) })),
  }
}

/** The visitor with a slot, when they are one who books: there a little before it, late, or never. */
function bookedOr(
  visitor: SimulatedVisitor,
  { services, booking }: Pick<OfficeInfo, 'services' | 'booking'>,
  doors: Doors,
  { booked, noShow }: { readonly booked: number; readonly noShow: number },
  random: Random,
): SimulatedVisitor {
  if (booked === 0 || random() >= booked || !services.find(s => s.id === visitor.serviceId)?.booking) return visitor
  const start = slotGrid(doors, booking.slotMinutes)
    .filter(at => at <= visitor.at)
    .at(-1)
  if (start === undefined) return visitor
  const grace = booking.checkInGraceMinutes * MINUTE
  const ahead = Math.max(-grace, AHEAD_MS + AHEAD_SPREAD_MS * normal(random))
  const at = random() < SHARE.late ? start + grace + (1 + 14 * random()) * MINUTE : start - ahead
  const opens = start - booking.checkInEarlyMinutes * MINUTE
  return { ...visitor, at: Math.round(at), booked: { start, opens, comes: random() >= noShow } }
}

/** Services of these counters, weighted so that every counter gets the same work. */
function demandOf(office: Pick<OfficeInfo, 'services'>, counters: OfficeInfo['counters']) {
  return office.services.flatMap(service => {
    const work = counters.reduce((sum, c) => sum + (c.services.includes(service.id) ? 1 / c.services.length : 0), 0)
    const typicalMs = service.typicalMinutes * MINUTE
    return work > 0 && service.open ? [{ id: service.id, typicalMs, weight: work / typicalMs }] : []
  })
}

function crowded(random: Random): number {
  return (weighted(CROWD, random) + random()) / CROWD.length
}

/** Officers rest in the published break, each after the visit at hand. */
function breakOf({ breaks }: Doors): SimulatedCounter['break'] {
  const first = breaks[0]
  return first && { at: first.from, minutes: Math.max(1, Math.round((first.to - first.from) / MINUTE)) }
}

function opinion(random: Random): Pick<SimulatedVisitor, 'rating' | 'reasons' | 'answers'> {
  const rating = random() < SHARE.rates ? ((weighted(RATED, random) + 1) as Score) : undefined
  const reason = REASON_KEYS[Math.floor(random() * REASON_KEYS.length)]!
  const reasons = rating !== undefined && asksReason(rating) && random() < 0.6 ? [reason] : []
  if (random() >= SHARE.answers) return { rating, reasons, answers: undefined }
  const mood = 3.3 + 0.45 * normal(random)
  const answers = UNSUR.flatMap(unsur => {
    const score = Math.min(4, Math.max(1, Math.round(mood + 0.4 * normal(random))))
    return random() < 0.03 ? [] : [[unsur, score] as const]
  })
  return { rating, reasons, answers: Object.fromEntries(answers) }
}

/** Share of the counters' open time that the visitors of a day need, breaks left out (about 0.9 is a full house). */
export function loadOf(day: SimulatedDay): number {
  const { doors, visitors, counters } = day
  const resting = doors.breaks.reduce((sum, b) => sum + b.to - b.from, 0)
  const perVisitor = visitors.map(
    v => v.turnMs + v.wayMs + v.serveMs * (v.sentTo ? 2 : 1) + (v.missesCall ? MISSED_MS : 0),
  )
  return ((mean(perVisitor) ?? 0) * visitors.length) / (counters.length * (doors.to - doors.from - resting))
}

/** The place of one of these weights, by chance. */
export function weighted(weights: readonly number[], random: Random): number {
  let left = random() * weights.reduce((sum, w) => sum + w, 0)
  const found = weights.findIndex(w => (left -= w) < 0)
  return found === -1 ? weights.length - 1 : found
}

function lognormal(meanMs: number, random: Random): number {
  return Math.round(meanMs * spread(random))
}

/** A factor with mean 1, lognormal. */
export function spread(random: Random, sigma = SPREAD): number {
  return Math.exp(sigma * normal(random) - (sigma * sigma) / 2)
}

function normal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}
