import { lastedQuantile } from '../kit/stats.ts'
import { addDays, atClock, type Instant, type LocalDate } from '../kit/time.ts'
import type { Doors } from '../office/doors.ts'
import { doorsOf, type OpeningTable } from '../office/hours.ts'
import { openMs, ticketKey, type UnitRows } from './facts.ts'
import { EDGE_FROM, MEDIAN_FROM, timesOf, type Times } from './few.ts'

/**
 * One stretch in line: from the number, the check-in, the return or the transfer until the call, at the service in whose line
 * it was waited. A ticket has as many as it had lines.
 */
export interface Wait {
  readonly date: LocalDate
  readonly no: number
  readonly serviceId: string
  readonly from: Instant
  /** The call, or as long as it is known to have lasted. */
  readonly to: Instant
  /** It ended with a call. */
  readonly called: boolean
  /** Milliseconds in line while the service was not closed. */
  readonly ms: number
  /** Of those, before the booked slot began; undefined of a walk-in. */
  readonly earlyMs: number | undefined
}

/** The doors of each date by the plan of that day. */
export type DoorsByDate = ReadonlyMap<LocalDate, Doors | null>

/** A percentile of waits; `over` where so many were not called that it is only known to be longer. */
export interface WaitPercentile {
  readonly ms: number
  readonly over?: true
}

/** How long people waited; `null` where too few did. */
export interface WaitFigures {
  readonly n: number
  /** Of those, not called: they wait still, left, or the day ended. They count with what they have waited. */
  readonly uncalled: number
  readonly p50: WaitPercentile | null
  readonly p90: WaitPercentile | null
  /** Of bookings that were called: the part before their slot of those who came before it, and the part from it on. */
  readonly beforeSlot: Times
  readonly fromSlot: Times
}

/** Every stretch in line, by visits and then by tickets whose line or call has not become a visit. */
export function waitsOf(
  rows: UnitRows,
  {
    now,
    office,
    doors = new Map(),
  }: { readonly now: Instant; readonly office: OpeningTable; readonly doors?: DoorsByDate },
): readonly Wait[] {
  const { own, all } = linesOf(rows)
  const slots = new Map(all.map(t => [ticketKey(t), t.slotStart]))
  const shut = new Map<LocalDate, Instant>()
  for (const { date } of own) if (!shut.has(date)) shut.set(date, shutAt(date, doors, office))
  const wait = (of: Pick<Wait, 'date' | 'no' | 'serviceId' | 'from' | 'to' | 'called'>): Wait => {
    const { date, no, serviceId, from, to, called } = of
    const slot = slots.get(ticketKey(of)) ?? null
    const part = (until: Instant) => openMs(rows.outages, serviceId, from, until)
    const earlyMs = slot === null ? undefined : from < slot ? part(Math.min(slot, to)) : 0
    return { date, no, serviceId, from, to, called, ms: part(to), earlyMs }
  }
  const ended = rows.visits.flatMap(v =>
    v.queuedAt === null ? [] : [wait({ ...v, from: v.queuedAt, to: v.calledAt, called: true })],
  )
  const open = own.flatMap(t => {
    if (t.queuedAt === null) return []
    const to = t.calledAt ?? Math.min(t.endedAt ?? now, shut.get(t.date)!)
    return [wait({ ...t, from: t.queuedAt, to: Math.max(to, t.queuedAt), called: t.calledAt !== null })]
  })
  return [...ended, ...open]
}

/** The tickets that stand in the lines of these rows, and those among which a slot is looked for. */
export function linesOf({ tickets, lines }: UnitRows): NonNullable<UnitRows['lines']> {
  return lines ?? { own: tickets, all: tickets }
}

/** Figures of some stretches; those who were not called count with what they have waited, so that a jam does not hide. */
export function waitFigures(waits: readonly Wait[]): WaitFigures {
  const times = waits.map(w => ({ ms: w.ms, ended: w.called }))
  const percentile = (q: number, from: number) => (times.length < from ? null : lastedQuantile(times, q)!)
  const booked = waits.flatMap(w => (w.called && w.earlyMs !== undefined ? [{ ms: w.ms, earlyMs: w.earlyMs }] : []))
  return {
    n: waits.length,
    uncalled: waits.filter(w => !w.called).length,
    p50: percentile(0.5, MEDIAN_FROM),
    p90: percentile(0.9, EDGE_FROM),
    beforeSlot: timesOf(booked.filter(b => b.earlyMs > 0).map(b => b.earlyMs)),
    fromSlot: timesOf(booked.map(b => b.ms - b.earlyMs)),
  }
}

/**
 * Milliseconds that are held against the promise of a service: of a booking from its slot on.
 * @example promisedMs({ ms: 60_000, earlyMs: 20_000 }) // 40_000
 */
export function promisedMs({ ms, earlyMs }: Pick<Wait, 'ms' | 'earlyMs'>): number {
  return ms - (earlyMs ?? 0)
}

/**
 * When the doors of a date shut: whoever was not called by then has waited so long, whatever ends the day later, so that the
 * figures of a day are the same in the evening, in the night and on the next morning. They are those of the day's own plan,
 * which later settings leave alone; a date without a plan has the office's. Without doors, the end of the date.
 */
function shutAt(date: LocalDate, planned: DoorsByDate, office: OpeningTable): Instant {
  const own = planned.get(date)
  const doors = own === undefined ? doorsOf(office, date) : own
  return doors?.to ?? atClock(addDays(date, 1), '00:00', office.zone)
}
