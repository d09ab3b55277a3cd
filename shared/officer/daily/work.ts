import type { Instant } from '../../kit/time.ts'
import type { CloseReason } from '../../queue/day.ts'
import type { DayEvent } from '../../queue/events.ts'
import { isServed, type Visit } from '../record.ts'
import { visitOf, type Stay } from '../stays.ts'

/** A stretch in which an officer was at a counter; `to` is `null` while that goes on. */
export interface AtCounter {
  readonly what: 'counter' | 'break'
  readonly counterId: string
  readonly from: Instant
  readonly to: Instant | null
}

/** One line of a day's work as the system knows it. */
export interface WorkLine {
  readonly what: 'counter' | 'break' | 'outage'
  readonly from: Instant
  readonly to: Instant | null
  /** `null` of an outage. */
  readonly counterId: string | null
  /** Services served there, or those that stood still. */
  readonly services: readonly { readonly id: string; readonly served: number }[]
  readonly served: number
  readonly priority: number
  /** Of how many services with a standard it was kept. */
  readonly within: number
  readonly judged: number
  /** Why a service stood still. */
  readonly reason: CloseReason | null
}

/** What the system knows of an officer's day, and its sum: the same figures as the record's. */
export interface DayWork {
  readonly lines: readonly WorkLine[]
  readonly served: number
  readonly within: number
  readonly judged: number
  readonly priority: number
  /** Milliseconds at counters, breaks left out, up to now. */
  readonly atCountersMs: number
}

/** A service that was closed for a while that day. */
export interface ServiceOutage {
  readonly serviceId: string
  readonly since: Instant
  readonly until: Instant | null
  readonly reason: CloseReason
}

/** When an officer was at which counter and on a break, by the events of the day in order; shorter than a minute is nothing. */
export function atCounters(events: readonly DayEvent[], officerId: string): readonly AtCounter[] {
  const done: AtCounter[] = []
  const open = new Map<string, { what: AtCounter['what']; from: Instant }>()
  const mine = new Set<string>()
  const end = (counterId: string, at: Instant) => {
    const stretch = open.get(counterId)
    open.delete(counterId)
    if (stretch) done.push({ ...stretch, counterId, to: at })
  }
  for (const event of events) {
    if (!('counterId' in event) || event.counterId === undefined) continue
    const { counterId, at } = event
    const is = (what: AtCounter['what']) => {
      end(counterId, at)
      open.set(counterId, { what, from: at })
    }
    switch (event.type) {
      case 'counterOpened':
        if (event.officerId === officerId) {
          mine.add(counterId)
          if (open.get(counterId)?.what !== 'counter') is('counter')
        } else {
          end(counterId, at)
          mine.delete(counterId)
        }
        break
      case 'breakStarted':
        if (mine.has(counterId)) is('break')
        break
      case 'counterMinded':
        if (mine.has(counterId) && !open.has(counterId)) is('counter')
        break
      case 'counterLeft':
        end(counterId, at)
        break
      case 'counterClosed':
      case 'counterTakenOver':
        end(counterId, at)
        mine.delete(counterId)
        break
      default:
    }
  }
  const going = [...open].map(([counterId, stretch]) => ({ ...stretch, counterId, to: null }))
  return [...done, ...going].filter(s => s.to === null || s.to - s.from >= 60_000).sort((a, b) => a.from - b.from)
}

/** The day's work of one officer in lines, by when each began: stays of that officer and day, standards in minutes by service. */
export function dayWork(
  stays: readonly Stay[],
  at: {
    readonly stretches: readonly AtCounter[]
    readonly outages: readonly ServiceOutage[]
    readonly standards: ReadonlyMap<string, number | undefined>
    readonly now: Instant
  },
): DayWork {
  const visits = stays.map(stay => ({ stay, visit: visitOf(stay, at.standards.get(stay.serviceId)) }))
  const counters = at.stretches.filter(s => s.what === 'counter')
  const left = new Set(visits)
  const lines = counters.map(stretch => {
    const here = [...left].filter(
      ({ stay }) =>
        stay.counterId === stretch.counterId &&
        (stretch.to === null || stay.endedAt <= stretch.to) &&
        stay.endedAt >= stretch.from,
    )
    for (const one of here) left.delete(one)
    return lineOf(
      stretch,
      here.map(h => h.visit),
    )
  })
  // What was finished beside any known stretch, as in a journal that names no officer, still counts.
  for (const counterId of new Set([...left].map(({ stay }) => stay.counterId))) {
    const here = [...left].filter(({ stay }) => stay.counterId === counterId)
    const from = Math.min(...here.map(({ stay }) => stay.calledAt))
    const to = Math.max(...here.map(({ stay }) => stay.endedAt))
    lines.push(
      lineOf(
        { what: 'counter', counterId, from, to },
        here.map(h => h.visit),
      ),
    )
  }
  const breaks = at.stretches.filter(s => s.what === 'break').map(s => lineOf(s, []))
  const mine = new Set(stays.map(s => s.serviceId))
  const touched = (o: ServiceOutage) =>
    mine.has(o.serviceId) || counters.some(c => (c.to === null || o.since < c.to) && (o.until ?? at.now) > c.from)
  const outages = joined(at.outages.filter(touched))
  const all = visits.map(v => v.visit)
  return {
    lines: [...lines, ...breaks, ...outages].sort((a, b) => a.from - b.from),
    ...sums(all),
    atCountersMs: counters.reduce((sum, c) => sum + Math.max(0, (c.to ?? at.now) - c.from), 0),
  }
}

function lineOf({ what, counterId, from, to }: AtCounter, visits: readonly Visit[]): WorkLine {
  const served = new Map<string, number>()
  for (const v of visits) if (isServed(v.outcome)) served.set(v.serviceId, (served.get(v.serviceId) ?? 0) + 1)
  const services = [...served]
    .map(([id, n]) => ({ id, served: n }))
    .sort((a, b) => b.served - a.served || (a.id < b.id ? -1 : 1))
  return { what, from, to, counterId, services, ...sums(visits), reason: null }
}

/** Services that stood still at one time and for one reason are one line. */
function joined(outages: readonly ServiceOutage[]): readonly WorkLine[] {
  const keys = new Map<string, ServiceOutage[]>()
  for (const o of outages) {
    const key = `${o.since} ${o.until} ${o.reason}`
    keys.set(key, [...(keys.get(key) ?? []), o])
  }
  return [...keys.values()].map(same => {
    const { since: from, until: to, reason } = same[0]!
    const services = same.map(o => ({ id: o.serviceId, served: 0 })).sort((a, b) => (a.id < b.id ? -1 : 1))
    return { what: 'outage', from, to, counterId: null, services, ...sums([]), reason }
  })
}

function sums(visits: readonly Visit[]) {
  const done = visits.filter(v => isServed(v.outcome))
  const judged = done.filter(v => v.withinStandard !== undefined)
  return {
    served: done.length,
    priority: done.filter(v => v.priority).length,
    within: judged.filter(v => v.withinStandard).length,
    judged: judged.length,
  }
}
