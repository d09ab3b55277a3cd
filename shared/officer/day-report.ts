import { foundIn } from '../kit/found-in.ts'
import type { Instant, LocalDate } from '../kit/time.ts'
import { currentAt, ticketsOf, type CloseReason, type QueueDay, type Ticket } from '../queue/day.ts'
import type { DayEvent } from '../queue/events.ts'
import { staffIdOf } from '../queue/guards.ts'
import { endsFor, isAttended, type SettleEnd } from '../queue/leaving.ts'
import type { ResultKind } from '../queue/result.ts'
import type { DaySheet } from './day-sheet.ts'
import type { UnitFigures } from './figures.ts'

/** A visit that has no end yet, with the ends that are true of it. */
export interface OpenVisit {
  readonly ticketId: string
  readonly number: string
  readonly state: Ticket['state']
  readonly since: Instant
  readonly counterId: string | null
  readonly calls: number
  readonly ends: readonly SettleEnd[]
  /** Its officer sits there, and so ends it; after the day anybody who leads may. */
  readonly attended: boolean
  /** Its officer acted there after the doors shut, which answers the question. */
  readonly answered: boolean
}

/** A visit that somebody else ended than its officer; `by` is `null` where nobody did and the day did it: without a statement. */
export interface SettledVisit {
  readonly number: string
  readonly end: SettleEnd
  readonly at: Instant
  readonly by: string | null
}

/** Something that stood still for a while; `to` is `null` where it lasted to the end. */
export interface Stop {
  readonly what: 'service' | 'break' | 'left'
  readonly id: string
  readonly from: Instant
  readonly to: Instant | null
  readonly reason?: CloseReason
}

/** What the journal of a day says beside its figures. */
export interface DayLog {
  readonly settled: readonly SettledVisit[]
  readonly stops: readonly Stop[]
  /** When and by whom the day was closed. */
  readonly closed: { readonly at: Instant; readonly by: string | null } | null
}

/** A day on one page. */
export interface DayReport extends DayLog {
  readonly date: LocalDate
  readonly doors: { readonly from: Instant; readonly to: Instant } | null
  readonly sheet: DaySheet
  /** Without officers, and without counters for whoever may not read the unit's: a day's sheet is read by all who lead the hall. */
  readonly figures: UnitFigures
  /** How visits ended that were finished. */
  readonly results: Readonly<Record<ResultKind, number>>
  /** How many were invited to say how it was, and how many have rated by now: a day has no score. */
  readonly survey: { readonly invited: number; readonly rated: number }
  readonly open: readonly OpenVisit[]
  /** Its doors are shut and nobody has closed it, or somebody waits since, so somebody may. */
  readonly closable: boolean
  /** Nobody closed it, and nobody can any more. */
  readonly unstated: boolean
}

/** Whether a day that is over still asks for somebody: to be closed, or to give its visits their ends. */
export function isPending({ closable, open }: Pick<DayReport, 'closable' | 'open'>): boolean {
  return closable || open.length > 0
}

/** Visits under way: at a counter, or put aside. */
export function openVisits(day: QueueDay, shutAt: Instant, now: Instant): readonly OpenVisit[] {
  return [...ticketsOf(day)].flatMap(ticket => {
    const ends = endsFor(ticket.state)
    if (ends.length === 0 || ticket.id === undefined) return []
    const { id: ticketId, number, state, since, counterId, calls, no } = ticket
    const counter = counterId === undefined ? undefined : foundIn(day.counters, counterId)
    const here = counter !== undefined && currentAt(day, counter.id)?.no === no
    const attended = here && isAttended(counter)
    const answered = now >= shutAt && here && (counter.actedAt ?? 0) >= shutAt
    return [{ ticketId, number, state, since, counterId: counterId ?? null, calls, ends, attended, answered }]
  })
}

/** What stood still within the doors of a day: what went on after they shut held up nobody, whoever ended it later. */
export function stopsWithin(stops: readonly Stop[], shutAt: Instant, now: Instant): readonly Stop[] {
  return stops
    .filter(stop => stop.from < shutAt)
    .map(stop => ({ ...stop, to: stop.to === null && now < shutAt ? null : Math.min(stop.to ?? shutAt, shutAt) }))
}

/** What the events of a day say of its stops, of visits that others ended, and of who closed it. */
export function dayLog(events: readonly DayEvent[]): DayLog {
  const numbers = new Map<number, string>()
  const aside = new Set<number>()
  const settled: SettledVisit[] = []
  const stops: { -readonly [K in keyof Stop]: Stop[K] }[] = []
  let closed: DayLog['closed'] = null
  const end = (at: Instant, id: string, ...of: readonly Stop['what'][]) => {
    for (const stop of stops) if (stop.to === null && stop.id === id && of.includes(stop.what)) stop.to = at
  }
  for (const event of events) {
    const by = event.by === undefined ? undefined : staffIdOf(event.by)
    if ('no' in event && 'number' in event) numbers.set(event.no, event.number)
    const how = endSaid(event, aside)
    if (event.type === 'ticketParked') aside.add(event.no)
    else if (event.type === 'ticketCalled' || event.type === 'actUndone') aside.delete(event.no)
    if (how && 'no' in event)
      settled.push({ number: numbers.get(event.no) ?? '', end: how, at: event.at, by: by ?? null })
    // A counter stands still for one reason at a time: whoever does not come back from a break has left it.
    if ('counterId' in event && event.counterId !== undefined)
      end(event.at, event.counterId, 'break', ...(event.type === 'counterLeft' ? [] : (['left'] as const)))
    if (event.type === 'daySettled') closed = { at: event.at, by: by ?? null }
    else if (event.type === 'serviceOpened') end(event.at, event.serviceId, 'service')
    else if (event.type === 'serviceClosed')
      stops.push({ what: 'service', id: event.serviceId, from: event.at, to: null, reason: event.reason })
    else if (event.type === 'breakStarted') stops.push({ what: 'break', id: event.counterId, from: event.at, to: null })
    else if (event.type === 'counterLeft') stops.push({ what: 'left', id: event.counterId, from: event.at, to: null })
  }
  return { settled, stops, closed }
}

/** The end that somebody said in an officer's place, or that came by itself because nobody said any. */
function endSaid(event: DayEvent, aside: ReadonlySet<number>): SettleEnd | undefined {
  const { verb, type } = event
  if (verb === 'endDay') {
    if (type === 'ticketFinished') return 'done'
    // Who waited for a call is no visit without an end: those the sheet counts.
    return type === 'ticketUnserved' && (event.counterId !== undefined || aside.has(event.no)) ? 'left' : undefined
  }
  if (verb !== 'settle') return undefined
  switch (type) {
    case 'ticketFinished':
    case 'stepFinished':
      return 'done'
    case 'ticketSkipped':
      return 'missed'
    case 'ticketCancelled':
      return 'gone'
    case 'ticketUnserved':
      return 'left'
    default:
      return undefined
  }
}
