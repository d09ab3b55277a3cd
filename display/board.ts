import { takesPeople } from '../shared/office/offered.ts'
import { MINUTE, officeDate, type Instant } from '../shared/kit/time.ts'
import { isOpened } from '../shared/office/opened.ts'
import { doorsOf, isWholeDay, nextOpening } from '../shared/office/hours.ts'
import type { Doors } from '../shared/office/doors.ts'
import { isThere } from '../shared/office/agency-days.ts'
import type { Agency } from '../shared/office/agencies.ts'
import type { HallOffice, HallService } from '../shared/office/office.ts'
import type { Call } from '../shared/queue/act.ts'
import { currentAt, ticketAt, ticketsOf, type CloseReason, type QueueDay } from '../shared/queue/day.ts'
import type { Estimates } from '../shared/queue/estimate/estimate.ts'
import type { DayEvent } from '../shared/queue/events.ts'
import { isAttended } from '../shared/queue/leaving.ts'
import { waitTeller, waitTelling, type Telling } from '../shared/queue/range-steps.ts'
import { waitingFor } from '../shared/queue/policy.ts'
import type { Words } from '../shared/kit/words.ts'
import type { VoiceCall } from '../shared/voice/call-queue.ts'

/** One call as it stands on the wall. */
export interface BoardCall {
  readonly seq: number
  readonly number: string
  readonly counterName: string
  readonly service: Words | undefined
  readonly at: Instant
  /** Called a moment ago: it still wears amber. */
  readonly fresh: boolean
}

/** What the large panel says. */
export type Panel =
  | { readonly kind: 'call'; readonly call: BoardCall }
  | { readonly kind: 'empty' }
  | { readonly kind: 'break'; readonly until: Instant }
  /** `allDay` where this day has no service hours at all, such as a holiday. */
  | { readonly kind: 'preparing' }
  | { readonly kind: 'closed'; readonly opens: Instant | undefined; readonly allDay: boolean }

export interface BoardCounter {
  readonly id: string
  readonly name: string
  readonly state: 'serving' | 'called' | 'free' | 'break' | 'closed'
  readonly number: string | undefined
  /** End of a break that still lies ahead. */
  readonly until: Instant | undefined
}

export interface BoardWait {
  readonly id: string
  readonly letter: string
  readonly name: Words
  readonly waiting: number
  /** When somebody who took a number now would be called. */
  readonly told: Telling | undefined
  /** Closed for a while. */
  readonly closure: BoardClosure | undefined
}

/** Why a service is closed for a while, and until when as far as that lies ahead. */
export interface BoardClosure {
  readonly name: Words
  readonly reason: CloseReason
  readonly until: Instant | undefined
}

/** Everything that the hall shows, reckoned once. */
export interface Board {
  readonly panel: Panel
  readonly recent: readonly BoardCall[]
  readonly counters: readonly BoardCounter[]
  readonly waits: readonly BoardWait[]
  /** Services that are closed for a while, those closed last first. */
  readonly closures: readonly BoardClosure[]
  /** Somebody has booked for today, or could: the hall shows where to check in. */
  readonly checkIn: boolean
  /** The doors are closed for today, while people who hold a number are still served. */
  readonly shut: boolean
  /** The hours of this date; `null` where it has none, or a trial office's doors stand open all day. */
  readonly hours: Doors | null
}

export interface BoardInput {
  readonly day: QueueDay
  readonly estimates: Estimates | undefined
  readonly office: HallOffice
  /** The server's clock. */
  readonly now: Instant
  /** The connection is gone: nothing is new and nothing can be expected. */
  readonly stale: boolean
}

export const FRESH_MS = 12_000
export const PAGE_MS = 10_000
const SHIFT_MS = 10 * MINUTE
const RECENT = 4
/** More counters than this, and the closed ones leave the wall. */
const ALL_COUNTERS = 8
/** Pixels by which the picture wanders, so that nothing burns into a panel that shows it for years. */
const SHIFTS = [
  [0, 0],
  [3, 1],
  [2, 3],
  [-1, 3],
  [-3, 1],
  [-3, -2],
  [0, -3],
  [3, -2],
] as const

/** The hall's picture of a queue day; the call with the highest `seq` is the one now. */
export function boardOf({ day, estimates, office, now, stale }: BoardInput): Board {
  // Yesterday's numbers would send today's people away.
  const date = officeDate(now, office.zone)
  const today = day.date === date
  const calls = today ? callsOf(day, office, now, stale) : []
  const shown = today ? day : { ...day, closures: {} }
  const doors = today && day.plan ? day.plan.doors : doorsOf(office, date)
  const hours = doorsOf(office, date)
  const panel = panelOf(day, office, calls[0], doors, now)
  return {
    panel,
    shut: panel.kind !== 'closed' && panel.kind !== 'preparing' && (doors === null || now >= doors.to),
    recent: calls.slice(1, 1 + RECENT),
    counters: countersOf(day, office, now),
    waits: waitsOf(shown, office, stale ? undefined : estimates, now),
    closures: closuresOf(shown, office, now),
    checkIn: today && takesBookings(day) && doors !== null && now < doors.to,
    hours: hours && !isWholeDay(hours) ? hours : null,
  }
}

/** The calls of a snapshot, as the voice takes them. */
export function voiceCalls(day: QueueDay, office: HallOffice): readonly VoiceCall[] {
  return day.calls.map(call => voiceCall(call, office))
}

/** Those of the calls that wait to be spoken whose tickets are back in line or put aside: they were taken back, or are over. */
export function takenBack(waiting: readonly VoiceCall[], day: QueueDay): readonly VoiceCall[] {
  if (waiting.length === 0) return []
  const away = [...ticketsOf(day)].filter(t => t.state === 'waiting' || t.state === 'parked').map(t => t.number)
  return waiting.filter(({ number }) => away.includes(number))
}

/** The calls and recalls among pushed events; `day` is the day after them. A burst may hold more than a day keeps. */
export function voiceCallsIn(events: readonly DayEvent[], day: QueueDay, office: HallOffice): readonly VoiceCall[] {
  const undone = events.filter(event => event.type === 'actUndone')
  return events.flatMap(event => {
    if (event.type !== 'ticketCalled' && event.type !== 'ticketRecalled') return []
    // Whoever was away hears of both at once.
    if (undone.some(u => u.no === event.no && u.undoneSeq <= event.seq && event.seq < u.seq)) return []
    const ticket = ticketAt(day, event.no)
    return ticket ? [voiceCall({ ...event, number: ticket.number }, office)] : []
  })
}

/** The part of a long list that is shown at `now`: pages of nearly equal length, each for ten seconds. */
export function pageAt<T>(
  items: readonly T[],
  most: number,
  now: Instant,
): { readonly items: readonly T[]; readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(items.length / most))
  const size = Math.ceil(items.length / pages)
  const page = Math.floor(now / PAGE_MS) % pages
  return { items: items.slice(page * size, (page + 1) * size), page: page + 1, pages }
}

/** Where the whole picture stands at `now`, in pixels from its place; it moves on every ten minutes. */
export function shiftAt(now: Instant): readonly [x: number, y: number] {
  return SHIFTS[Math.floor(now / SHIFT_MS) % SHIFTS.length]!
}

function callsOf(day: QueueDay, office: HallOffice, now: Instant, stale: boolean): readonly BoardCall[] {
  return [...day.calls]
    .sort((a, b) => b.seq - a.seq)
    .map(call => ({
      seq: call.seq,
      number: call.number,
      counterName: counterName(office, call.counterId),
      service: office.services.find(s => s.id === call.serviceId)?.name,
      at: call.at,
      fresh: !stale && now - call.at < FRESH_MS,
    }))
}

function panelOf(
  day: QueueDay,
  office: HallOffice,
  latest: BoardCall | undefined,
  doors: Doors | null,
  now: Instant,
): Panel {
  if (latest?.fresh) return { kind: 'call', call: latest }
  const serving = Object.values(day.counters).some(c => c.current !== undefined)
  const pause = doors?.breaks.find(b => now >= b.from && now < b.to)
  if (pause && !serving) return { kind: 'break', until: pause.to }
  if (!isOpened(office) && !serving) return { kind: 'preparing' }
  // People who hold a number are served after the doors have closed; the picture stays theirs until the last one left.
  const open = doors !== null && now >= doors.from && now < doors.to
  if (!open && !serving && waitingFor(day, Object.keys(day.waiting)) === 0)
    return { kind: 'closed', opens: nextOpening(office, now), allDay: doors === null }
  return latest ? { kind: 'call', call: latest } : { kind: 'empty' }
}

function countersOf(day: QueueDay, office: HallOffice, now: Instant): readonly BoardCounter[] {
  const known = new Set(office.counters.map(c => c.id))
  const struck = Object.keys(day.counters).filter(id => !known.has(id))
  const all = [...known, ...struck].map(id => counterOf(day, office, id, now))
  return all.length > ALL_COUNTERS ? all.filter(c => c.state !== 'closed') : all
}

function counterOf(day: QueueDay, office: HallOffice, id: string, now: Instant): BoardCounter {
  const counter = day.counters[id]
  const ticket = currentAt(day, id)
  const until = counter?.state === 'break' && (counter.until ?? 0) > now ? counter.until : undefined
  const atDesk = counter?.current === undefined ? undefined : ticket?.state === 'called' ? 'called' : 'serving'
  const here = counter === undefined || !isAttended(counter) ? 'closed' : counter.state
  const state = here === 'closed' ? here : (atDesk ?? (here === 'open' ? 'free' : here))
  if (state === 'closed') return { id, name: counterName(office, id), state, number: undefined, until: undefined }
  return { id, name: counterName(office, id), state, number: ticket?.number, until }
}

function waitsOf(
  day: QueueDay,
  office: HallOffice,
  estimates: Estimates | undefined,
  now: Instant,
): readonly BoardWait[] {
  const agencies = office.agencies.filter(agency => isThere(agency, day.date))
  if (agencies.length > 1) return agencyWaits(day, office, agencies, estimates, now)
  return office.services
    .map(service => {
      return {
        id: service.id,
        closure: closureOf(day, service, now),
        letter: service.letter,
        name: service.name,
        waiting: waitingFor(day, [service.id]),
        told: estimates && waitTelling(day, estimates.services[service.id], now),
        open: takesPeople(service),
      }
    })
    .filter(({ open, waiting }) => open || waiting > 0)
    .map(({ open: _, ...wait }) => wait)
}

/** In a hall of agencies a row for each of them that is there: how many wait, and between which calls of its services. */
function agencyWaits(
  day: QueueDay,
  office: HallOffice,
  agencies: readonly Agency[],
  estimates: Estimates | undefined,
  now: Instant,
): readonly BoardWait[] {
  const tell = waitTeller(day, now)
  return agencies.map(({ id, code, name }) => {
    const services = office.services.filter(s => s.agency === id)
    const waiting = services.map(s => day.waiting[s.id]?.length ?? 0)
    const busy = services.filter((_, i) => waiting[i]! > 0)
    const ranges = (busy.length > 0 ? busy : services).flatMap(s => estimates?.services[s.id] ?? [])
    const range = ranges.length > 0 && {
      from: Math.min(...ranges.map(r => r.from)),
      to: Math.max(...ranges.map(r => r.to)),
    }
    const people = waiting.reduce((sum, n) => sum + n, 0)
    return { id, closure: undefined, letter: code, name, waiting: people, told: estimates && tell(range || undefined) }
  })
}

function closureOf(day: QueueDay, service: HallService, now: Instant): BoardClosure | undefined {
  const closure = day.closures[service.id]
  if (!closure) return undefined
  const until = closure.until !== undefined && closure.until > now ? closure.until : undefined
  return { name: service.name, reason: closure.reason, until }
}

function closuresOf(day: QueueDay, office: HallOffice, now: Instant): readonly BoardClosure[] {
  const since = (service: HallService) => day.closures[service.id]?.since ?? 0
  return [...office.services].sort((a, b) => since(b) - since(a)).flatMap(service => closureOf(day, service, now) ?? [])
}

/** Whether the day has slots in which somebody has booked or could. */
function takesBookings(day: QueueDay): boolean {
  if (!day.plan?.slots?.starts.length) return false
  const places = day.plan.services.some(s => s.booking?.places.some(n => n > 0))
  return places || Object.values(day.bookedNumbers).some(numbers => numbers.length > 0)
}

function voiceCall(call: Pick<Call, 'seq' | 'number' | 'counterId' | 'at'>, office: HallOffice): VoiceCall {
  return { seq: call.seq, number: call.number, counterName: counterName(office, call.counterId), at: call.at }
}

function counterName(office: HallOffice, id: string): string {
  return office.counters.find(c => c.id === id)?.name ?? `Loket ${id}`
}
