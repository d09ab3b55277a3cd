import { addDays, atClock, type Instant, type LocalDate, type Zone } from '../../kit/time.ts'
import type { DayEvent } from '../../queue/events.ts'
import type { Hours } from '../figures.ts'
import { atCounters } from './work.ts'

/** A stretch in which a service was closed. */
interface Closed {
  readonly serviceId: string
  readonly since: Instant
  readonly until: Instant | null
}

/** What is known of one day: the events of its counters in order, and the services that the officer did on it. */
export interface CounterDay {
  readonly date: LocalDate
  readonly events: readonly DayEvent[]
  readonly services: ReadonlySet<string>
}

/**
 * An officer's hours at counters over some days, in milliseconds: by the same stretches as the daily report's. What goes on is counted
 * up to now, and on a day that is over up to its midnight. Left out as closed is the time at a counter in which a service that the
 * officer did on that day was closed; of several at one time it counts once.
 */
export function hoursOf(
  days: readonly CounterDay[],
  officerId: string,
  closings: readonly Closed[],
  at: { readonly now: Instant; readonly zone: Zone },
): Hours {
  const hours = { days: 0, countersMs: 0, breaks: 0, breaksMs: 0, closedMs: 0 }
  for (const { date, events, services } of days) {
    const end = Math.min(at.now, atClock(addDays(date, 1), '00:00', at.zone))
    const stretches = atCounters(events, officerId).map(s => ({ ...s, to: s.to ?? Math.max(s.from, end) }))
    const counters = stretches.filter(s => s.what === 'counter')
    const breaks = stretches.filter(s => s.what === 'break')
    const closed = closings
      .filter(c => services.has(c.serviceId))
      .map(({ since, until }) => ({ from: since, to: until ?? end }))
    if (counters.length > 0) hours.days += 1
    hours.countersMs += lengthOf(counters)
    hours.breaks += breaks.length
    hours.breaksMs += lengthOf(breaks)
    hours.closedMs += lengthOf(shared(joined(closed), joined(counters)))
  }
  return hours
}

interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

function lengthOf(stretches: readonly Stretch[]): number {
  return joined(stretches).reduce((sum, { from, to }) => sum + to - from, 0)
}

/** The same time as stretches that do not touch, the earliest first. */
function joined(stretches: readonly Stretch[]): readonly Stretch[] {
  const all: Stretch[] = []
  for (const next of [...stretches].filter(s => s.to > s.from).sort((a, b) => a.from - b.from)) {
    const last = all.at(-1)
    if (last && next.from <= last.to) all[all.length - 1] = { from: last.from, to: Math.max(last.to, next.to) }
    else all.push({ from: next.from, to: next.to })
  }
  return all
}

/** The time that lies in both. */
function shared(some: readonly Stretch[], others: readonly Stretch[]): readonly Stretch[] {
  return some.flatMap(a => others.map(b => ({ from: Math.max(a.from, b.from), to: Math.min(a.to, b.to) })))
}
