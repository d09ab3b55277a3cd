import type { UnitFigures } from './figures.ts'
import { grouped } from '../kit/grouped.ts'
import { mean, quantile } from '../kit/stats.ts'
import { HOUR, MINUTE, minuteOfDay, type Instant, type LocalDate } from '../kit/time.ts'
import type { OfficeInfo } from '../office/office.ts'
import { known, serveTimes, waitOf, workOf, type TicketFact, type VisitFact } from './facts.ts'
import { spread } from './record.ts'

/** What was written down of a period. */
export interface UnitRows {
  readonly tickets: readonly TicketFact[]
  readonly visits: readonly VisitFact[]
}

/** What the rows are read against: period, clock, office and the names of its staff. */
export interface UnitFrame {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly today: LocalDate
  readonly now: Instant
  readonly office: Pick<OfficeInfo, 'zone' | 'services' | 'counters'>
  readonly staff: readonly { readonly id: string; readonly name: string }[]
}

/**
 * The figures of the unit. Services and counters keep the office's order, officers the order of the counters at which they
 * mostly sat, then of their names. Nothing here says how citizens rated one person.
 */
export function unitFigures(rows: UnitRows, frame: UnitFrame): UnitFigures {
  const { tickets, visits } = rows
  const { office } = frame
  const waits = known(tickets.map(waitOf))
  const inState = (state: string) => tickets.filter(t => t.state === state).length
  return {
    from: frame.from,
    to: frame.to,
    tickets: tickets.length,
    done: inState('done'),
    cancelled: inState('cancelled'),
    missed: inState('missed'),
    unserved: inState('unserved'),
    waitMs: { mean: mean(waits) ?? null, p50: quantile(waits, 0.5) ?? null, p90: quantile(waits, 0.9) ?? null },
    pastPromise: tickets.filter(t => pastPromise(t, frame)).length,
    services: perService(rows, office),
    counters: perGroup(
      office.counters.map(c => c.id),
      grouped(visits, v => v.counterId),
    ),
    officers: perOfficer(visits, frame),
    heat: heatOf(tickets, office),
    estimates: estimatesOf(tickets),
  }
}

/** Waited longer than the service promises, also while still waiting today, or until its day ended. */
function pastPromise(ticket: TicketFact, { office, today, now }: UnitFrame): boolean {
  const promise = office.services.find(s => s.id === ticket.serviceId)?.waitPromiseMinutes
  const waits = ticket.state === 'waiting' && ticket.date === today
  const waited = waitOf(ticket) ?? (waits ? now - ticket.takenAt : 0)
  return promise !== undefined && (ticket.state === 'unserved' || waited > promise * MINUTE)
}

function perService({ tickets, visits }: UnitRows, office: UnitFrame['office']): UnitFigures['services'] {
  const taken = grouped(tickets, t => t.serviceId)
  const seen = grouped(visits, v => v.serviceId)
  const ids = new Set([...office.services.map(s => s.id), ...taken.keys(), ...seen.keys()])
  return [...ids].map(id => {
    const waits = known((taken.get(id) ?? []).map(waitOf))
    return {
      id,
      tickets: taken.get(id)?.length ?? 0,
      waitMs: quantile(waits, 0.5) ?? null,
      waitP90Ms: quantile(waits, 0.9) ?? null,
      ...workOf(seen.get(id) ?? []),
    }
  })
}

/** The known ids in their order, then those that only the past knows. */
function perGroup(ids: readonly string[], groups: ReadonlyMap<string, readonly VisitFact[]>): UnitFigures['counters'] {
  return [...new Set([...ids, ...groups.keys()])].map(id => ({ id, ...workOf(groups.get(id) ?? []) }))
}

function perOfficer(visits: readonly VisitFact[], { office, staff }: UnitFrame): UnitFigures['officers'] {
  const place = (counterId: string) => {
    const at = office.counters.findIndex(c => c.id === counterId)
    return at < 0 ? office.counters.length : at
  }
  return [...grouped(visits, v => v.officerId)]
    .map(([id, own]) => ({
      seat: seatOf(own.map(v => place(v.counterId))),
      figures: {
        id,
        name: staff.find(s => s.id === id)?.name ?? id,
        ...workOf(own),
        serve: spread(serveTimes(own)),
      },
    }))
    .sort((a, b) => a.seat - b.seat || a.figures.name.localeCompare(b.figures.name, 'id', { numeric: true }))
    .map(o => o.figures)
}

/** The place that comes up most often; of equals the first. */
function seatOf(places: readonly number[]): number {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  return [...counts].reduce((a, b) => (b[1] > a[1] || (b[1] === a[1] && b[0] < a[0]) ? b : a))[0]
}

function heatOf(tickets: readonly TicketFact[], office: UnitFrame['office']): UnitFigures['heat'] {
  const called = grouped(
    tickets.filter(t => t.firstCalledAt !== null),
    t => t.serviceId,
  )
  return office.services.flatMap(({ id }) => {
    const hours = grouped(called.get(id) ?? [], t => String(hourOf(t.firstCalledAt!, office.zone)))
    return [...hours]
      .map(([hour, of]) => ({
        serviceId: id,
        hour: Number(hour),
        waitMs: quantile(known(of.map(waitOf)), 0.5)!,
        n: of.length,
      }))
      .sort((a, b) => a.hour - b.hour)
  })
}

function hourOf(at: Instant, zone: OfficeInfo['zone']): number {
  return Math.floor((minuteOfDay(at, zone) * MINUTE) / HOUR)
}

/** A promise that a closing overtook says nothing of the rule that made it. */
function estimatesOf(tickets: readonly TicketFact[]): UnitFigures['estimates'] {
  const judged = tickets.flatMap(t =>
    t.promised && t.firstCalledAt !== null && !t.closedMs ? [{ ...t.promised, at: t.firstCalledAt }] : [],
  )
  const earlier = judged.filter(j => j.at < j.from).length
  const later = judged.filter(j => j.at > j.to).length
  return { n: judged.length, inside: judged.length - earlier - later, earlier, later }
}
