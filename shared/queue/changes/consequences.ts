import type { Instant } from '../../kit/time.ts'
import { absentOn } from '../../office/agency-days.ts'
import { doorsTold } from '../../office/hours.ts'
import { takesPeople } from '../../office/offered.ts'
import type { OfficeInfo } from '../../office/office.ts'
import { same } from '../../office/structure/change.ts'
import { ticketsOf, type Counter, type QueueDay, type Ticket } from '../day.ts'

/** What a change of the office does to the day that is running, beside those who have booked. */
export const CONSEQUENCES = [
  'waitingServed',
  'waitingStranded',
  'renamed',
  'numbersStay',
  'officerFollows',
  'officerKeeps',
  'sentAlong',
  'documentsStay',
  'bookingsStay',
  'lineServed',
  'clockMoves',
  'kiosks',
  'displays',
] as const

/** One of them: of which service or counter (empty: of the office), and how many. */
export interface Consequence {
  readonly kind: (typeof CONSEQUENCES)[number]
  readonly of: string
  readonly count: number
}

/** What else is known: documents being made and bookings that keep their time, by service, and screens that show the office. */
export interface Around {
  readonly now: Instant
  readonly documents: Readonly<Record<string, number>>
  readonly booked: Readonly<Record<string, number>>
  readonly kiosks: number
  readonly displays: number
}

/** What a change does to whoever waits, serves or is shown something now, worked out of the present day. */
export function consequencesOf(
  before: OfficeInfo,
  after: OfficeInfo,
  day: QueueDay,
  around: Around,
): readonly Consequence[] {
  const tickets = [...ticketsOf(day)]
  return [
    ...before.services.flatMap(s => ofService(s.id, before, after, day, tickets, around)),
    ...before.counters.flatMap(c => ofCounter(day.counters[c.id], before, after, tickets)),
    ...ofOffice(before, after, day, tickets, around),
    ...(same(before, after)
      ? []
      : [
          { kind: 'kiosks' as const, of: '', count: around.kiosks },
          { kind: 'displays' as const, of: '', count: around.displays },
        ]),
  ].filter(c => c.count > 0)
}

const FORESEEN: readonly Consequence['kind'][] = ['waitingStranded', 'officerFollows', 'clockMoves']

/** How many people and officers a change reaches whose maker must have been told of them before it is saved. */
export function mustBeForeseen(all: readonly Consequence[]): number {
  return all.filter(c => FORESEEN.includes(c.kind)).reduce((n, c) => n + c.count, 0)
}

const inLine = ({ state }: Ticket) => state === 'waiting' || state === 'called' || state === 'parked'

function ofService(
  id: string,
  before: OfficeInfo,
  after: OfficeInfo,
  day: QueueDay,
  tickets: readonly Ticket[],
  { documents, booked }: Around,
): readonly Consequence[] {
  const was = before.services.find(s => s.id === id)!
  const is = after.services.find(s => s.id === id)
  const own = tickets.filter(t => t.serviceId === id)
  const people = own.filter(inLine).length
  const kept = keptBy(day, before).some(c => c.services.includes(id))
  const isServed = (office: OfficeInfo) => kept || office.counters.some(c => c.services.includes(id))
  const tell = (kind: Consequence['kind'], count: number, when: boolean) => (when ? [{ kind, of: id, count }] : [])
  const takes = (office: OfficeInfo) =>
    office.services.some(s => s.id === id && takesPeople(s)) && !absentOn(office, day.date).has(id)
  const ends = takes(before) && !takes(after)
  return [
    ...tell('waitingServed', people, ends),
    ...tell('waitingStranded', people, isServed(before) && !isServed(after)),
    ...tell('renamed', people, is !== undefined && !same(was.name, is.name)),
    ...tell('numbersStay', own.length, is !== undefined && was.letter !== is.letter),
    ...tell('bookingsStay', booked[id] ?? 0, was.booking !== null && is?.booking === null),
    ...tell('documentsStay', documents[id] ?? 0, ends || !same(was.document, is?.document ?? null)),
  ]
}

/** The doors of today and the clock are of the whole office. */
function ofOffice(
  before: OfficeInfo,
  after: OfficeInfo,
  day: QueueDay,
  tickets: readonly Ticket[],
  { now, booked }: Around,
): readonly Consequence[] {
  const isOpen = (office: OfficeInfo) => {
    const doors = doorsTold(office, day.date, day.date)
    return doors !== null && doors.from <= now && now < doors.to
  }
  const closes = isOpen(before) && !isOpen(after)
  const times = before.zone === after.zone ? 0 : Object.values(booked).reduce((n, count) => n + count, 0)
  return [
    { kind: 'lineServed', of: '', count: closes ? tickets.filter(inLine).length : 0 },
    { kind: 'clockMoves', of: '', count: times },
  ]
}

function ofCounter(
  counter: Counter | undefined,
  before: OfficeInfo,
  after: OfficeInfo,
  tickets: readonly Ticket[],
): readonly Consequence[] {
  if (!counter) return []
  const [was, is] = [before, after].map(office => office.counters.find(c => c.id === counter.id)?.services ?? [])
  if (same(was, is)) return []
  const sent = tickets.filter(t => t.state === 'waiting' && t.sentTo === counter.id && !is!.includes(t.serviceId))
  const along: Consequence = { kind: 'sentAlong', of: counter.id, count: sent.length }
  if (counter.state === 'closed') return [along]
  return choseOwn(counter, was!)
    ? [{ kind: 'officerKeeps', of: counter.id, count: 1 }]
    : [{ kind: 'officerFollows', of: counter.id, count: 1 }, along]
}

/** Counters whose officer chose what to serve: a change of the plan leaves them that. */
function keptBy(day: QueueDay, office: OfficeInfo): readonly Counter[] {
  return Object.values(day.counters).filter(counter => {
    const planned = office.counters.find(c => c.id === counter.id)
    return counter.state !== 'closed' && planned !== undefined && choseOwn(counter, planned.services)
  })
}

function choseOwn(counter: Counter, planned: readonly string[]): boolean {
  return counter.services.join() !== [...new Set(planned)].join()
}
