import { grouped } from '../kit/grouped.ts'
import { addDays, MINUTE, type LocalDate } from '../kit/time.ts'
import { ANSWER_DAYS } from '../survey/fixed-periods.ts'
import { BIN_MINUTES, spread, type Spread } from './record.ts'
import type { Way } from './ways.ts'

/** From how many others on, and how many service times of theirs, a month of a service is laid beside an own record. */
export const PEERS_FROM = 4
export const PEER_TIMES_FROM = 20

/** From which share of the others' service times on they are those of one person, and tell of that person. */
export const ONE_PERSON_FROM = 0.8

/** What colleagues' times are told in, in milliseconds: no single one is read from a median. */
const ROUNDED_TO = MINUTE / 2

/** Whose record is read by somebody else: on which days of the period, and whose times the reader knows each by itself. */
export interface Reader {
  readonly days: readonly Days[]
  readonly isKnown: (stay: Pick<TimedStay, 'officerId' | 'date'>) => boolean
}

/** Service times of colleagues, weighted as the own services are, so that it is the same mix. */
export interface Peers {
  /** Services that are compared, by id. */
  readonly services: readonly string[]
  /** How many service times of others it rests on. */
  readonly n: number
  /** Their middle in milliseconds, to half a minute. */
  readonly p50: number
  /** Whole per cent in bins of `BIN_MINUTES`. */
  readonly bins: readonly number[]
  /** In which of the ways their visitors came, in whole per cent. */
  readonly ways: Readonly<Record<Way, number>>
  /** Of the services that publish a standard: kept, in whole per cent; `null` where none does. */
  readonly within: number | null
  /** The own times on the same services. */
  readonly own: Spread
}

/** A stay at a counter; without a service time, in milliseconds, where none was measured. */
export interface TimedStay {
  readonly officerId: string
  readonly serviceId: string
  readonly date: LocalDate
  readonly serveMs: number | undefined
  readonly way?: Way | undefined
  /** Undefined where no standard is published. */
  readonly isWithin?: boolean | undefined
}

/** First and last day, both included. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/**
 * Whether the times of a month and service may stand beside the record of an officer, by those of others alone: enough people, enough
 * times, and no one person who gave nearly all of them.
 * @example mayCompare([]) // false
 */
export function mayCompare(others: readonly Pick<TimedStay, 'officerId'>[]): boolean {
  const each = [...grouped(others, o => o.officerId).values()].map(of => of.length)
  if (others.length < PEER_TIMES_FROM || each.length < PEERS_FROM) return false
  return Math.max(...each) < ONE_PERSON_FROM * others.length
}

/**
 * The months of the calendar that lie in a period as a whole and in which no clock can be marked any more, such as `2026-05`. What is
 * compared is made of such months alone, each of which may be told by itself: no two periods differ by what few people did.
 */
export function settledMonths({ from, to }: Days, today: LocalDate): readonly string[] {
  const months: string[] = []
  for (let first = monthAfter(addDays(from, -1)); ; first = monthAfter(first)) {
    const last = addDays(monthAfter(first), -1)
    if (last > to || addDays(last, ANSWER_DAYS) >= today) return months
    months.push(first.slice(0, 7))
  }
}

/**
 * Colleagues beside an officer, from stays of the whole unit in a period: of each own service the settled months that may be told, and
 * each service with the weight of the own times in it. Undefined where no service may be compared. Whoever reads the record of somebody
 * else and knows some of the others each by itself is told of them only together with as many whom they do not know.
 */
export function peersOf(
  officerId: string,
  stays: readonly TimedStay[],
  period: Days,
  today: LocalDate,
  { days, isKnown }: Reader = { days: [period], isKnown: () => false },
): Peers | undefined {
  const own = stays.filter(s => s.officerId === officerId && s.serveMs !== undefined)
  const months = new Set(days.flatMap(of => settledMonths(of, today)))
  const others = grouped(
    stays.filter(s => s.officerId !== officerId && s.serveMs !== undefined && months.has(s.date.slice(0, 7))),
    s => `${s.serviceId} ${s.date.slice(0, 7)}`,
  )
  const told = [...others.values()].filter(of => {
    const unknown = of.filter(stay => !isKnown(stay))
    return mayCompare(of) && (unknown.length === 0 || mayCompare(unknown))
  })
  const times = grouped(told.flat(), s => s.serviceId)
  const mine = grouped(own, s => s.serviceId)
  const services = [...mine.keys()].filter(id => times.has(id)).sort()
  if (services.length === 0) return undefined
  const weighted = services.flatMap(id => {
    const of = times.get(id)!
    const weight = mine.get(id)!.length / of.length
    return of.map(s => ({ ms: s.serveMs!, way: s.way, isWithin: s.isWithin, weight }))
  })
  const compared = services.flatMap(id => mine.get(id)!.map(s => s.serveMs))
  const ownSpread = spread(compared)
  const sum = compared.length
  const bins = ownSpread.bins.map(() => 0)
  for (const { ms, weight } of weighted)
    bins[Math.min(bins.length - 1, Math.floor(ms / (BIN_MINUTES * MINUTE)))]! += weight
  const weightOf = (some: typeof weighted) => some.reduce((all, t) => all + t.weight, 0)
  const share = (some: typeof weighted, of: typeof weighted) => Math.round((weightOf(some) / weightOf(of)) * 100)
  const judged = weighted.filter(t => t.isWithin !== undefined)
  const came = (way: Way) =>
    share(
      weighted.filter(t => t.way === way),
      weighted,
    )
  return {
    ...{ services, n: weighted.length, own: ownSpread },
    ways: { walkIn: came('walkIn'), booked: came('booked'), sentOn: came('sentOn') },
    within:
      judged.length === 0
        ? null
        : share(
            judged.filter(t => t.isWithin),
            judged,
          ),
    p50: Math.round(weightedMiddle(weighted) / ROUNDED_TO) * ROUNDED_TO,
    bins: bins.map(n => Math.round((n / sum) * 100)),
  }
}

/** The least time up to which half of the weight lies. */
function weightedMiddle(times: readonly { readonly ms: number; readonly weight: number }[]): number {
  const half = times.reduce((sum, t) => sum + t.weight, 0) / 2
  const sorted = [...times].sort((a, b) => a.ms - b.ms)
  let weight = 0
  // Weights are quotients: what is short of a half by less than their last digits is a half.
  return sorted.find(t => (weight += t.weight) >= half - 1e-9)!.ms
}

/** The first day of the month after a date. */
function monthAfter(date: LocalDate): LocalDate {
  return `${addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}
