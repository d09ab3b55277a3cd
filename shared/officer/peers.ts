import { grouped } from '../kit/grouped.ts'
import { addDays, MINUTE, type LocalDate } from '../kit/time.ts'
import { wholeShares } from '../kit/whole-shares.ts'
import { ANSWER_DAYS } from '../survey/fixed-periods.ts'
import type { OfficeInfo } from '../office/office.ts'
import { BIN_MINUTES, LAST_BIN, spread, type Spread } from './record.ts'
import { WAYS, type Way } from './ways.ts'
import type { DayWork, WorkPart } from './work-parts.ts'

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
  readonly isKnown: (of: { readonly officerId: string; readonly date: LocalDate }) => boolean
}

/** Service times of colleagues, weighted as the own services are, so that it is the same mix. */
export interface Peers {
  /** Services that are compared, by id. */
  readonly services: readonly string[]
  /** How many service times of others it rests on. */
  readonly n: number
  /** Their middle in milliseconds, to half a minute. */
  readonly p50: number
  /** Whole per cent in bins of `BIN_MINUTES`, 100 in all. */
  readonly bins: readonly number[]
  /** In which of the ways their visitors came, in whole per cent, 100 in all. */
  readonly ways: Readonly<Record<Way, number>>
  /** Of the services that publish a standard: kept, in whole per cent; `null` where none does. */
  readonly within: number | null
  /** The own times on the same services. */
  readonly own: Spread
}

/** First and last day, both included. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Service times of one person. */
interface Times {
  readonly officerId: string
  readonly n: number
}

/**
 * Whether the times of a month and service may stand beside the record of an officer, by those of others alone: enough people, enough
 * times, and no one person who gave nearly all of them.
 * @example mayCompare([]) // false
 */
export function mayCompare(others: readonly Times[]): boolean {
  const each = [...grouped(others, o => o.officerId).values()].map(sumOf)
  const n = sumOf(others)
  return n >= PEER_TIMES_FROM && each.length >= PEERS_FROM && Math.max(...each) < ONE_PERSON_FROM * n
}

const sumOf = (times: readonly Pick<Times, 'n'>[]) => times.reduce((sum, { n }) => sum + n, 0)

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

/** Service times counted: by way, by standard, in bins, and by what they are rounded to. */
interface Counts {
  n: number
  within: number
  readonly ways: Record<Way, number>
  /** How many have the time that is its place, in bins of `BIN_MINUTES`. */
  readonly bins: number[]
  readonly rounded: number[]
}

/**
 * Colleagues beside an officer. It grows by the work of whole days of the unit that may be read, each day once; `told` has of each own
 * service the settled months that may be told, and each service with the weight of the own times in it, or is undefined where no service
 * may be compared. Whoever reads the record of somebody else and knows some of the others each by itself is told of them only together
 * with as many whom they do not know. `today` is the office's date, and standards are minutes.
 */
export function peersBeside(
  officerId: string,
  { office, today, ...period }: Days & { readonly office: Pick<OfficeInfo, 'services'>; readonly today: LocalDate },
  { days, isKnown }: Reader = { days: [period], isKnown: () => false },
) {
  const standards = new Map(office.services.map(s => [s.id, s.standardMinutes]))
  const months = new Set(days.flatMap(of => settledMonths(of, today)))
  const mine = new Map<string, number[]>()
  const others = new Map<string, { serviceId: string; counts: Counts; all: Times[]; unknown: Times[] }>()

  function told(): Peers | undefined {
    const groups = grouped(
      [...others.values()].filter(
        ({ serviceId, all, unknown }) =>
          mine.has(serviceId) && mayCompare(all) && (unknown.length === 0 || mayCompare(unknown)),
      ),
      of => of.serviceId,
    )
    const services = [...groups.keys()].sort()
    if (services.length === 0) return undefined
    const own = spread(services.flatMap(id => mine.get(id)!))
    const mix = services.map(id => {
      const of = groups.get(id)!.map(g => g.counts)
      return { id, of, n: sumOf(of), weight: mine.get(id)!.length / sumOf(of) }
    })
    const weigh = (some: typeof mix, count: (of: Counts) => number) =>
      some.reduce((sum, { of, weight }) => sum + weight * of.reduce((n, counts) => n + count(counts), 0), 0)
    // Weights are quotients: what is short of a half by less than their last digits is a half.
    const share = (part: number, whole: number) => Math.round((part / whole) * 100 + 1e-9)
    const judged = mix.filter(({ id }) => standards.get(id) !== undefined)
    const [walkIn, booked, sentOn] = wholeShares(WAYS.map(way => weigh(mix, of => of.ways[way])))
    return {
      ...{ services, n: sumOf(mix), own },
      ways: { walkIn: walkIn!, booked: booked!, sentOn: sentOn! },
      within:
        judged.length === 0
          ? null
          : share(
              weigh(judged, of => of.within),
              weigh(judged, of => of.n),
            ),
      p50: middleOf(i => weigh(mix, of => of.rounded[i] ?? 0), own.n) * ROUNDED_TO,
      bins: wholeShares(own.bins.map((_, i) => weigh(mix, of => of.bins[i] ?? 0))),
    }
  }

  return {
    told,
    add({ date, parts }: DayWork): void {
      const month = date.slice(0, 7)
      for (const { officerId: id, serviceId, times } of parts) {
        const n = times.walkIn.length + times.booked.length + times.sentOn.length
        if (n === 0) continue
        if (id === officerId) {
          const own = mine.get(serviceId) ?? []
          mine.set(serviceId, own)
          for (const way of WAYS) own.push(...times[way])
        } else if (months.has(month)) {
          const key = `${serviceId} ${month}`
          const group = others.get(key) ?? { serviceId, counts: nothing(), all: [], unknown: [] }
          others.set(key, group)
          count(group.counts, times, standards.get(serviceId))
          group.all.push({ officerId: id, n })
          if (!isKnown({ officerId: id, date })) group.unknown.push({ officerId: id, n })
        }
      }
    },
  }
}

function nothing(): Counts {
  return { n: 0, within: 0, ways: { walkIn: 0, booked: 0, sentOn: 0 }, bins: [], rounded: [] }
}

function count(counts: Counts, times: WorkPart['times'], standard = 0): void {
  const add = (to: number[], place: number) => (to[place] = (to[place] ?? 0) + 1)
  for (const way of WAYS) {
    counts.n += times[way].length
    counts.ways[way] += times[way].length
    for (const time of times[way]) {
      const ms = Math.max(0, time)
      add(counts.bins, Math.min(LAST_BIN, Math.floor(ms / (BIN_MINUTES * MINUTE))))
      add(counts.rounded, Math.round(ms / ROUNDED_TO))
      if (ms <= standard * MINUTE) counts.within += 1
    }
  }
}

/** The least place up to which half of a weight lies: rounding keeps the order of times, so that the rounded ones are enough. */
function middleOf(weightAt: (place: number) => number, whole: number): number {
  for (let place = 0, weight = 0; ; place += 1) if ((weight += weightAt(place)) >= whole / 2 - 1e-9) return place
}

/** The first day of the month after a date. */
function monthAfter(date: LocalDate): LocalDate {
  return `${addDays(`${date.slice(0, 7)}-28`, 4).slice(0, 7)}-01`
}
