import { foundIn } from '../../kit/found-in.ts'
import { drawWindow } from '../../booking/release.ts'
import { addDays, officeDate, type Instant, type LocalDate } from '../../kit/time.ts'
import { absentOn } from '../../office/agency-days.ts'
import { doorsTold, publishedHours } from '../../office/hours.ts'
import { takesPeople } from '../../office/offered.ts'
import { isOpened } from '../../office/opened.ts'
import type { OfficeInfo, ServiceInfo } from '../../office/office.ts'
import { papersOf } from '../../office/papers.ts'
import { same } from '../../office/structure/change.ts'
import { unheardAreas } from '../../office/unheard.ts'
import { ticketsOf, type Counter, type DayPlan, type QueueDay, type Ticket } from '../day.ts'
import { walkInsLeft } from '../places.ts'

/** What a change of the office does to the day that is running, beside those who have booked. */
export const CONSEQUENCES = [
  'waitingServed',
  'waitingStranded',
  'laterServed',
  'laterStranded',
  'bookedStranded',
  'wishesStranded',
  'noCounter',
  'partsFall',
  'partsEnd',
  'partsCome',
  'quotaFull',
  'checkInShorter',
  'returnShorter',
  'offerShorter',
  'papersChanged',
  'renamed',
  'numbersStay',
  'laterNumbersStay',
  'officerFollows',
  'officerKeeps',
  'sentAlong',
  'shiftsLost',
  'documentsStay',
  'bookingsStay',
  'daysDrawn',
  'lineServed',
  'lineEnds',
  'clockMoves',
  'secondOwed',
  'unheard',
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
  /** Those of them that are for later days. */
  readonly later: Readonly<Record<string, number>>
  /** How many bookings come to a service after their first part, by that service. */
  readonly onward: Readonly<Record<string, number>>
  /** Entries of draws that are not drawn yet, by service. */
  readonly entries: Readonly<Record<string, number>>
  /** Bookings that would lose a part of what they are for, by the service of that part. */
  readonly parts: Readonly<Record<string, number>>
  /** Bookings that go on to a service no longer, or newly, that the changed office offers. */
  readonly ending: Readonly<Record<string, number>>
  readonly coming: Readonly<Record<string, number>>
  /** Who waits for a place, and entries of draws, of days that would have none any more. */
  readonly unplaced: Readonly<Record<string, number>>
  readonly undrawn: Readonly<Record<string, number>>
  /** Bookings whose papers are others by the changed office, by the service that asks for them. */
  readonly papers: Readonly<Record<string, number>>
  /** How many wait for a place, on any day. */
  readonly wishes: number
  /** Shifts planned from today on whose person can have the counter no longer, by counter. */
  readonly shifts: Readonly<Record<string, number>>
  /** The plan of today by the changed office. */
  readonly plan: DayPlan
  /** Accounts that owe a second factor by the changed office and not by the present one. */
  readonly owing: number
  readonly kiosks: number
  /** The area of each display; `null`: the whole hall. */
  readonly displays: readonly (string | null)[]
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
    ...allServices(before, after).flatMap(id => ofService(id, before, after, day, tickets, around)),
    ...before.counters.flatMap(c => ofCounter(foundIn(day.counters, c.id), before, after, tickets)),
    ...before.counters.map(({ id }) => ({
      kind: 'shiftsLost' as const,
      of: id,
      count: foundIn(around.shifts, id) ?? 0,
    })),
    ...ofOffice(before, after, day, tickets, around),
    ...ofAreas(before, after, around.displays),
    ...(same(before, after)
      ? []
      : [
          { kind: 'kiosks' as const, of: '', count: around.kiosks },
          { kind: 'displays' as const, of: '', count: around.displays.length },
        ]),
  ].filter(c => c.count > 0)
}

/** Those of both, the new ones last. */
function allServices(before: OfficeInfo, after: OfficeInfo): readonly string[] {
  return [...new Set([...before.services, ...after.services].map(s => s.id))]
}

/** Whether anybody but the screens notices it. */
export function reachesPeople(all: readonly Consequence[]): boolean {
  return all.some(c => c.kind !== 'kiosks' && c.kind !== 'displays')
}

const FORESEEN: readonly Consequence['kind'][] = [
  'waitingStranded',
  'laterStranded',
  'bookedStranded',
  'wishesStranded',
  'officerFollows',
  'lineEnds',
  'clockMoves',
  'secondOwed',
]

/** How many people and officers a change reaches whose maker must have been told of them before it is saved. */
export function mustBeForeseen(all: readonly Consequence[]): number {
  return all.filter(c => FORESEEN.includes(c.kind)).reduce((n, c) => n + c.count, 0)
}

/** Everybody whom a change reaches and of whom its maker is told: lost bookings, entries of draws, and whoever else must be foreseen. */
export function reachOf({
  touched: { total, entries },
  consequences,
}: {
  readonly touched: { readonly total: number; readonly entries: number }
  readonly consequences: readonly Consequence[]
}): number {
  return total + entries + mustBeForeseen(consequences)
}

/**
 * Whether a change reaches more by now than its maker was told (`reachOf`), so that it is asked once more: any where nobody was
 * told, else more than twice as many. Each asking doubles what is borne, so no busy day keeps a change from being saved.
 */
export function isWorse(reached: number, told: number): boolean {
  return reached > 2 * told
}

/** Whether somebody who booked has other papers to bring by the changed office; nobody of a service that is there no longer. */
export function otherPapers(
  before: OfficeInfo,
  after: OfficeInfo,
  { serviceId, case: id }: Pick<Ticket, 'serviceId' | 'case'>,
): boolean {
  const [was, is] = [before, after].map(office => office.services.find(s => s.id === serviceId))
  return was !== undefined && is !== undefined && !same(papersOf(was, id), papersOf(is, id))
}

const inLine = ({ state }: Ticket) => state === 'waiting' || state === 'called' || state === 'parked'

/** Whether somebody who missed their call may still come back into line. */
function mayReturn({ state, since }: Ticket, { plan }: QueueDay, now: Instant): boolean {
  return state === 'missed' && now - since <= (plan?.returnGraceMs ?? 0)
}

function ofService(
  id: string,
  before: OfficeInfo,
  after: OfficeInfo,
  day: QueueDay,
  tickets: readonly Ticket[],
  around: Around,
): readonly Consequence[] {
  const { now, documents, booked, later, onward, entries, plan } = around
  const was = before.services.find(s => s.id === id)
  const is = after.services.find(s => s.id === id)
  const own = tickets.filter(t => t.serviceId === id)
  const people = own.filter(inLine).length
  const away = own.filter(t => mayReturn(t, day, now)).length
  // Whoever is served elsewhere comes here next.
  const coming = tickets.filter(
    t => (inLine(t) || t.state === 'serving' || mayReturn(t, day, now)) && t.later?.some(p => p.serviceId === id),
  ).length
  const kept = keptBy(day, before).some(c => c.services.includes(id))
  const isServed = (office: OfficeInfo) => kept || office.counters.some(c => c.services.includes(id))
  const tell = (kind: Consequence['kind'], count: number, when: boolean) => (when ? [{ kind, of: id, count }] : [])
  const takes = (office: OfficeInfo) =>
    office.services.some(s => s.id === id && takesPeople(s)) && !absentOn(office, day.date).has(id)
  const ends = takes(before) && !takes(after)
  const loses = isServed(before) && !isServed(after)
  // Nobody is told that they are still served where no counter does it any more, or did before.
  const stranded = loses || (ends && !isServed(after))
  const lettered = was !== undefined && is !== undefined && was.letter !== is.letter
  const began = was === undefined || !takes(before)
  return [
    ...tell('waitingServed', people, ends && !stranded),
    ...tell('waitingStranded', people + away, stranded),
    ...tell('laterServed', coming, ends && !stranded),
    ...tell('laterStranded', coming, stranded),
    ...tell('bookedStranded', (booked[id] ?? 0) + (onward[id] ?? 0) + (entries[id] ?? 0), loses && takes(after)),
    ...tell('wishesStranded', (around.unplaced[id] ?? 0) + (loses ? 0 : (around.undrawn[id] ?? 0)), takes(after)),
    // Kiosks go on giving numbers for it.
    ...tell('noCounter', 1, isOpened(after) && takes(after) && !isServed(after) && (began || loses)),
    ...tell('partsFall', around.parts[id] ?? 0, true),
    ...tell('partsEnd', around.ending[id] ?? 0, true),
    ...tell('partsCome', around.coming[id] ?? 0, true),
    ...tell(
      'quotaFull',
      foundIn(day.counted, id) ?? 0,
      gives(day, id, now) && !gives({ ...day, plan }, id, now) && takes(after),
    ),
    ...tell('renamed', people, was !== undefined && is !== undefined && !same(was.name, is.name)),
    ...tell('numbersStay', own.length, lettered),
    ...tell('laterNumbersStay', later[id] ?? 0, lettered),
    ...tell('bookingsStay', booked[id] ?? 0, was !== undefined && was.booking !== null && is?.booking === null),
    ...tell(
      'daysDrawn',
      takes(after) ? daysDrawn(is!, after, day.date, now) : 0,
      was?.booking?.release.kind !== 'draw',
    ),
    ...tell('papersChanged', around.papers[id] ?? 0, true),
    ...tell('documentsStay', documents[id] ?? 0, ends || !same(was?.document ?? null, is?.document ?? null)),
  ]
}

/** How many of the days that can be booked a draw is the only way to. */
function daysDrawn({ booking }: ServiceInfo, office: OfficeInfo, today: LocalDate, now: Instant): number {
  const { horizonDays, releaseTime } = office.booking
  const isDrawn = (date: LocalDate) => {
    const window = booking && drawWindow(booking.release, date, office.zone, releaseTime)
    return window !== null && now < window.to && publishedHours(office, date) !== null
  }
  return Array.from({ length: horizonDays + 1 }, (_, i) => addDays(today, i)).filter(isDrawn).length
}

/** Whether there are numbers left for whoever comes now. */
function gives(day: QueueDay, id: string, now: Instant): boolean {
  return day.plan?.services.some(s => s.id === id) === true && walkInsLeft(day, id, now) > 0
}

/** The doors of today and the clock are of the whole office. */
function ofOffice(
  before: OfficeInfo,
  after: OfficeInfo,
  day: QueueDay,
  tickets: readonly Ticket[],
  { now, booked, wishes, plan, owing }: Around,
): readonly Consequence[] {
  const isOpen = (office: OfficeInfo) => {
    const doors = doorsTold(office, day.date, day.date)
    return doors !== null && doors.from <= now && now < doors.to
  }
  const closes = isOpen(before) && !isOpen(after)
  // By the new clock this day is over, or has not begun: it is closed at once, and with it whoever waits.
  const ends = officeDate(now, after.zone) !== officeDate(now, before.zone)
  const all = Object.values(booked).reduce((n, count) => n + count, 0)
  const times = before.zone === after.zone ? 0 : all
  const [was, is] = [day.plan?.slots, plan.slots]
  const shorter = was && is && (is.graceMs < was.graceMs || is.earlyMs < was.earlyMs)
  const [back, sooner] = [day.plan?.returnGraceMs ?? 0, plan.returnGraceMs]
  const away = tickets.filter(t => mayReturn(t, day, now))
  return [
    { kind: 'returnShorter', of: '', count: sooner < back ? away.length : 0 },
    // An offer that is out keeps the time that it was made with.
    { kind: 'offerShorter', of: '', count: was && is && is.offerMs < was.offerMs ? wishes : 0 },
    { kind: 'lineServed', of: '', count: closes && !ends ? tickets.filter(inLine).length : 0 },
    { kind: 'lineEnds', of: '', count: ends ? tickets.filter(inLine).length : 0 },
    { kind: 'clockMoves', of: '', count: times },
    { kind: 'secondOwed', of: '', count: owing },
    { kind: 'checkInShorter', of: '', count: shorter ? all : 0 },
  ]
}

/** Areas whose calls nobody hears from then on. */
function ofAreas(before: OfficeInfo, after: OfficeInfo, displays: Around['displays']): readonly Consequence[] {
  const was = new Set(unheardAreas(before, displays).map(a => a.id))
  return unheardAreas(after, displays)
    .filter(a => !was.has(a.id))
    .map(({ id }) => ({ kind: 'unheard', of: id, count: after.counters.filter(c => c.area === id).length }))
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
