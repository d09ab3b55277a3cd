import { compareNames } from '../kit/by-name.ts'
import type { UnitFigures } from './figures.ts'
import { grouped } from '../kit/grouped.ts'
import { mean } from '../kit/stats.ts'
import { HOUR, MINUTE, minuteOfDay, type Instant, type LocalDate } from '../kit/time.ts'
import { CLASS_ENDS, classOf } from '../queue/range-steps.ts'
import type { OpeningTable } from '../office/hours.ts'
import type { OfficeInfo } from '../office/office.ts'
import { endingsOf, isPartly } from './endings.ts'
import { closedMs, ticketKey, type TicketFact, type UnitRows } from './facts.ts'
import { timesOf } from './few.ts'
import { staysOf, workOf, type Stay } from './stays.ts'
import { linesOf, promisedMs, waitFigures, waitsOf, type DoorsByDate, type Wait } from './waits.ts'

/** What the rows are read against: period, clock, office with its hours, and the names of its staff. */
export interface UnitFrame {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly now: Instant
  readonly office: OpeningTable & Pick<OfficeInfo, 'services' | 'counters'>
  readonly staff: readonly { readonly id: string; readonly name: string }[]
  /** Of the days that had a plan. */
  readonly doors?: DoorsByDate
}

/**
 * The figures of the unit. Services and counters keep the office's order, officers the order of the counters at which they
 * mostly sat, then of their names. Nothing here says how citizens rated one person.
 */
export function unitFigures(rows: UnitRows, frame: UnitFrame): UnitFigures {
  const { office } = frame
  const stays = staysOf(rows.visits, rows.outages)
  const waits = waitsOf(rows, frame)
  return {
    from: frame.from,
    to: frame.to,
    ...endingsOf(rows.tickets),
    wait: waitFigures(waits),
    ...promises(linesOf(rows).own, waits, office),
    services: perService(rows.tickets, stays, waits, office),
    counters: perGroup(
      office.counters.map(c => c.id),
      grouped(stays, s => s.counterId),
    ),
    officers: perOfficer(stays, frame),
    heat: heatOf(waits, office),
    estimates: estimatesOf(rows),
  }
}

/** Whoever waited longer than a service promises, called or not, and whoever waited until the day ended, of all who stood in line. */
function promises(
  tickets: readonly TicketFact[],
  waits: readonly Wait[],
  { services }: UnitFrame['office'],
): Pick<UnitFigures, 'inLine' | 'pastPromise'> {
  const promised = new Map(services.map(s => [s.id, s.waitPromiseMinutes * MINUTE]))
  const late = waits.filter(w => promisedMs(w) > (promised.get(w.serviceId) ?? Infinity))
  const unserved = tickets.filter(
    t => t.state === 'unserved' && !isPartly(t) && t.arrivedAt !== null && promised.has(t.serviceId),
  )
  const people = (of: readonly (Wait | TicketFact)[]) => new Set(of.map(ticketKey)).size
  return { inLine: people([...waits, ...unserved]), pastPromise: people([...late, ...unserved]) }
}

function perService(
  tickets: readonly TicketFact[],
  stays: readonly Stay[],
  waits: readonly Wait[],
  office: UnitFrame['office'],
): UnitFigures['services'] {
  const cameFor = new Map<string, string>()
  for (const s of stays) if (!cameFor.has(ticketKey(s))) cameFor.set(ticketKey(s), s.serviceId)
  const taken = grouped(tickets, t => cameFor.get(ticketKey(t)) ?? t.serviceId)
  const seen = grouped(stays, s => s.serviceId)
  const waited = grouped(waits, w => w.serviceId)
  const ids = new Set([...office.services.map(s => s.id), ...taken.keys(), ...seen.keys(), ...waited.keys()])
  return [...ids].map(id => {
    const { tickets: came, bookings } = endingsOf(taken.get(id) ?? [])
    // What a service publishes is the time of its visitor, through however many hands it went.
    const work = workOf(seen.get(id) ?? [], 'wholeMs')
    return { id, tickets: came, bookings, wait: waitFigures(waited.get(id) ?? []), ...work }
  })
}

/** The known ids in their order, then those that only the past knows. */
function perGroup(ids: readonly string[], groups: ReadonlyMap<string, readonly Stay[]>): UnitFigures['counters'] {
  return [...new Set([...ids, ...groups.keys()])].map(id => ({ id, ...workOf(groups.get(id) ?? []) }))
}

function perOfficer(stays: readonly Stay[], { office, staff }: UnitFrame): UnitFigures['officers'] {
  const place = (counterId: string) => {
    const at = office.counters.findIndex(c => c.id === counterId)
    return at < 0 ? office.counters.length : at
  }
  return [...grouped(stays, s => s.officerId)]
    .map(([id, own]) => ({
      seat: seatOf(own.map(s => place(s.counterId))),
      figures: { id, name: staff.find(s => s.id === id)?.name ?? id, ...workOf(own) },
    }))
    .sort((a, b) => a.seat - b.seat || compareNames(a.figures.name, b.figures.name))
    .map(o => o.figures)
}

/** The place that comes up most often; of equals the first. */
function seatOf(places: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0]
}

function heatOf(waits: readonly Wait[], office: UnitFrame['office']): UnitFigures['heat'] {
  const called = grouped(
    waits.filter(w => w.called),
    w => w.serviceId,
  )
  return office.services.flatMap(({ id }) => {
    const hours = grouped(called.get(id) ?? [], w => String(hourOf(w.to, office.zone)))
    return [...hours]
      .map(([hour, of]) => ({
        serviceId: id,
        hour: Number(hour),
        waitMs: timesOf(of.map(w => w.ms)).p50,
        n: of.length,
      }))
      .sort((a, b) => a.hour - b.hour)
  })
}

function hourOf(at: Instant, zone: OfficeInfo['zone']): number {
  return Math.floor((minuteOfDay(at, zone) * MINUTE) / HOUR)
}

/** A promise that a closing overtook says nothing of the rule that made it. */
function estimatesOf({ tickets, visits, outages }: UnitRows): UnitFigures['estimates'] {
  const first = new Map<string, { readonly serviceId: string; readonly at: Instant }>()
  for (const v of visits) if (!first.has(ticketKey(v))) first.set(ticketKey(v), { ...v, at: v.calledAt })
  const firstLines = tickets.flatMap(t => {
    const call = first.get(ticketKey(t)) ?? (t.calledAt === null ? undefined : { ...t, at: t.calledAt })
    if (!call || !t.promised || t.arrivedAt === null) return []
    return closedMs(outages, call.serviceId, t.arrivedAt, call.at) > 0
      ? []
      : [{ ...t.promised, at: call.at, toldAt: t.arrivedAt }]
  })
  const laterLines = visits.flatMap(({ promised, queuedAt, calledAt, serviceId }) =>
    promised && queuedAt !== null && closedMs(outages, serviceId, queuedAt, calledAt) === 0
      ? [{ ...promised, at: calledAt, toldAt: queuedAt }]
      : [],
  )
  const judged = [...firstLines, ...laterLines]
  const earlier = judged.filter(j => j.at < j.from).length
  const later = judged.filter(j => j.at > j.to).length
  const classes = CLASS_ENDS.map((end, i) => {
    const own = judged.filter(j => classOf((j.from + j.to) / 2 - j.toldAt) === i)
    const inside = own.filter(j => j.at >= j.from && j.at <= j.to).length
    const upToMinutes = end === Infinity ? null : end
    return { upToMinutes, n: own.length, inside, widthMs: mean(own.map(j => j.to - j.from)) ?? null }
  })
  return { n: judged.length, inside: judged.length - earlier - later, earlier, later, classes }
}
