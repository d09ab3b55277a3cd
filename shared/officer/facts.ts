import type { Instant, LocalDate } from '../kit/time.ts'
import type { Range } from '../queue/day.ts'
import type { Outcome } from './record.ts'

/** What the figures need to know of a ticket: of somebody who came, or of a booking. */
export interface TicketFact {
  readonly date: LocalDate
  readonly no: number
  readonly serviceId: string
  readonly state: string
  /** Beginning of the booked slot; `null` of a walk-in. */
  readonly slotStart: Instant | null
  /** When its holder came; `null` of a booking that has not (yet). */
  readonly arrivedAt: Instant | null
  /** When it came into the line in which it waits, or from which it was called or left; `null` outside of one. */
  readonly queuedAt: Instant | null
  /** Its latest call; `null` while it waits and was not called from there. */
  readonly calledAt: Instant | null
  readonly endedAt: Instant | null
  /** Its holder was invited to rate: it was served, or a part of it was. */
  readonly invited?: boolean
  /** A part of it was served, and its holder missed a later call. */
  readonly leftPart?: boolean
  /** Why it was cancelled; `null` where its holder did it. */
  readonly why: string | null
  /** The range first shown to its holder; `null` when nothing was promised. */
  readonly promised: Range | null
}

/** What the figures need to know of one stay at a counter, written when it ends. */
export interface VisitFact {
  readonly date: LocalDate
  readonly no: number
  readonly officerId: string
  readonly counterId: string
  readonly serviceId: string
  /** When it came into the line from which it was called; `null` of one that was fetched without a line. */
  readonly queuedAt: Instant | null
  readonly calledAt: Instant
  /** `null` when service never began. */
  readonly startedAt: Instant | null
  readonly endedAt: Instant
  /** Milliseconds for which it was put aside before. */
  readonly heldMs: number
  readonly priority: boolean
  /** Its ticket is a booking. */
  readonly booked?: boolean
  readonly outcome: Outcome
  /** Services done in one go; absent where it was one. */
  readonly parts?: number
  /** What was promised of its line, where that was the line of a later step. */
  readonly promised?: Range
  /** How its ticket stands by now. */
  readonly ticketState: string
  /** A part of its ticket was served, and its holder missed a later call. */
  readonly ticketLeftPart?: boolean
  /** Its officer has marked its clock as wrong: it counts, its times do not. */
  readonly clockWrong?: boolean
}

/** A stretch during which a service was closed; `until` is `null` while it still is. */
export interface Outage {
  readonly serviceId: string
  readonly since: Instant
  readonly until: Instant | null
}

/** What was written down of a period: tickets in the order taken, visits in the order in which they ended. */
export interface UnitRows {
  readonly tickets: readonly TicketFact[]
  readonly visits: readonly VisitFact[]
  readonly outages: readonly Outage[]
  /** Where these are the rows of a part of the hall: the tickets whose present line is its own, and all that were in the hall. */
  readonly lines?: { readonly own: readonly TicketFact[]; readonly all: readonly TicketFact[] }
}

/**
 * Milliseconds between two instants during which a service was closed.
 * @example closedMs([{ serviceId: 'ktp', since: 10, until: 30 }], 'ktp', 20, 50) // 10
 */
export function closedMs(outages: readonly Outage[], serviceId: string, from: Instant, to: Instant): number {
  return outages.reduce((sum, o) => {
    if (o.serviceId !== serviceId) return sum
    return sum + Math.max(0, Math.min(to, o.until ?? to) - Math.max(from, o.since))
  }, 0)
}

/**
 * Milliseconds between two instants but those during which a service was closed, for which nobody is blamed.
 * @example openMs([{ serviceId: 'ktp', since: 10, until: 30 }], 'ktp', 20, 50) // 20
 */
export function openMs(outages: readonly Outage[], serviceId: string, from: Instant, to: Instant): number {
  return Math.max(0, to - from - closedMs(outages, serviceId, from, to))
}

/** The name of a ticket among those of several days. */
export function ticketKey({ date, no }: Pick<TicketFact, 'date' | 'no'>): string {
  return `${date} ${no}`
}

/** The measured ones. */
export function known(values: readonly (number | undefined)[]): readonly number[] {
  return values.filter(v => v !== undefined)
}
