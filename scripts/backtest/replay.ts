import { AppError } from '../../shared/kit/errors.ts'
import type { Random } from '../../shared/kit/random.ts'
import { mean } from '../../shared/kit/stats.ts'
import { HOUR, MINUTE, type Instant, type LocalDate } from '../../shared/kit/time.ts'
import type { Doors } from '../../shared/office/doors.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { currentAt, emptyDay, ticketAt, type DayPlan, type QueueDay, type Range } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { UNLEARNED, type Learned } from '../../shared/queue/estimate/learned.ts'
import type { PastVisit } from '../../shared/queue/estimate/clock-pace.ts'
import { lessonOf } from '../../shared/queue/estimate/lessons.ts'
import { learn, type Tracker } from '../../shared/queue/estimate/tracker.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { inOneGo } from '../../shared/queue/steps/planning.ts'
import { nextFor, waitingFor } from '../../shared/queue/policy.ts'
import { MISSED_MS, type SimulatedCounter, type SimulatedVisitor } from '../simulate/simulated-day.ts'
import { Agenda } from './agenda.ts'

const LOOK_AGAIN_MS = 12_000
const SHORTEST_BREAK = 10
const PASS_ON_MS = 30_000
/** What takes a visitor from a counter. */
const ENDS: readonly string[] = ['ticketFinished', 'ticketSkipped', 'ticketTransferred', 'stepFinished']

/** An office day before it is played: what is planned, who comes, and how long things really take. */
export interface PlayedDay {
  readonly office: { readonly id: string }
  readonly date: LocalDate
  readonly plan: DayPlan
  readonly doors: Doors
  readonly visitors: readonly SimulatedVisitor[]
  readonly counters: readonly (SimulatedCounter & { readonly opens: Instant })[]
  /** When a service ends at a counter that began at an instant and is drawn to last so long. */
  endOf(counterId: string, from: Instant, ms: number): Instant
}

/** What one person was shown when they came into a line, and when they were called first from it; `undefined` when never. */
export interface Told {
  readonly kind: 'walkIn' | 'booked' | 'late' | 'step'
  readonly at: Instant
  readonly range: Range | null
  /** Call by the usual rule: everybody who waits, the mean time so far, the open counters; not before a booked slot. */
  readonly usual: Instant
  called: Instant | undefined
}

/** A replayed day: the promises, and what became of the bookings. */
export interface Replay {
  readonly promises: readonly Told[]
  readonly booked: number
  readonly arrived: number
  readonly released: number
  readonly full: number
  readonly day: QueueDay
  /** What other days learn from this one. */
  readonly visits: readonly PastVisit[]
  readonly tracker: Tracker
}

/** Plays a day without a server: the visitors under the very rules of the product, at once. */
export function replay(plan: PlayedDay, random: Random, learned: Learned = UNLEARNED): Replay {
  const agenda = new Agenda()
  const visitors = new Map<number, SimulatedVisitor>()
  /** Those who wait to be called, and all. */
  const promises = new Map<number, Told>()
  const told: Told[] = []
  const handled: number[] = []
  const once = new Set<string>()
  const typical = mean(plan.visitors.map(v => v.wayMs + v.serveMs + v.turnMs))!
  let day: QueueDay = emptyDay(plan.office.id, plan.date)
  const visits: PastVisit[] = []
  let tracker = learned.tracker
  let commands = 0
  let full = 0

  function act(by: string, request: Request, now: Instant): void {
    const events = decide(day, { id: `c${commands++}`, by, ...request } as Command, now)
    const before = day
    day = fold(day, events)
    for (const e of events) {
      const lesson = lessonOf(day, e)
      if (lesson) tracker = learn(tracker, lesson)
      const promise = e.type === 'ticketCalled' ? promises.get(e.no) : undefined
      if (promise) promise.called ??= e.at
      if (e.type === 'stepFinished')
        shown(e.no, { kind: 'step', at: e.at, range: e.promised ?? null, usual: usualCall(e.at, e.at) })
      const visit = ENDS.includes(e.type) && 'no' in e && e.no !== undefined ? ticketAt(before, e.no) : undefined
      if (visit?.calledAt === undefined) continue
      const { serviceId, calledAt, queuedAt = calledAt } = visit
      visits.push({
        ...{ date: plan.date, counterId: visit.counterId!, serviceId, queuedAt, calledAt, endedAt: e.at },
        ...('done' in e && e.done !== undefined ? { parts: e.done } : {}),
      })
    }
  }

  function shown(no: number, what: Omit<Told, 'called'>): void {
    const one = { ...what, called: undefined }
    promises.set(no, one)
    told.push(one)
  }

  const ranges = (now: Instant, credit = 0) => estimate(day, now, random, credit, { ...learned, tracker })

  function usualCall(now: Instant, from: Instant): Instant {
    const counters = Object.values(day.counters).filter(c => c.state !== 'closed').length
    const waiting = waitingFor(day, Object.keys(day.waiting))
    const wait = counters === 0 ? 0 : (waiting * (mean(handled.slice(-100)) ?? typical)) / counters
    return Math.max(from, now + wait)
  }

  function book(visitor: SimulatedVisitor, now: Instant): void {
    const no = day.taken
    const { serviceId, priority, booked } = visitor
    try {
      act('holder', { verb: 'book', serviceId, start: booked!.start, priority, ticketId: `t${no}` }, now)
    } catch (error) {
      // Whoever gets no place comes without one.
      if (!(error instanceof AppError)) throw error
      full++
      agenda.at(Math.max(visitor.at, plan.doors.from), at => take(visitor, at))
      return
    }
    visitors.set(no, visitor)
    if (booked!.comes) agenda.at(Math.max(visitor.at, booked!.opens), at => checkIn(no, at))
  }

  function checkIn(no: number, now: Instant): void {
    const range = ranges(now).tickets[no] ?? null
    const usual = usualCall(now, ticketAt(day, no)!.slot!.start)
    act('device:kiosk', { verb: 'checkIn', no, ...(range ? { promised: range } : {}) }, now)
    const kind = ticketAt(day, no)!.joined === 'late' ? 'late' : 'booked'
    shown(no, { kind, at: now, range, usual })
  }

  function take(visitor: SimulatedVisitor, now: Instant): void {
    const no = day.taken
    const { serviceId, priority } = visitor
    const credit = priority ? day.plan!.priorityCreditMs : 0
    const range = ranges(now, credit).services[serviceId] ?? null
    const usual = usualCall(now, now)
    const promised = range ? { promised: range } : {}
    const wished = visitor.later ? { later: visitor.later.map(p => ({ serviceId: p.serviceId })) } : {}
    act('device:kiosk', { verb: 'takeTicket', serviceId, priority, ticketId: `t${no}`, ...wished, ...promised }, now)
    visitors.set(no, visitor)
    shown(no, { kind: 'walkIn', at: now, range, usual })
  }

  function open(counterId: string, now: Instant): void {
    act(`staff:o${counterId}`, { verb: 'openCounter', counterId }, now)
    next(counterId, now)
  }

  function next(counterId: string, now: Instant): void {
    const by = `staff:o${counterId}`
    const rest = plan.counters.find(c => c.id === counterId)!.break
    if (rest && once.delete(`due ${counterId}`)) {
      const minutes = Math.max(SHORTEST_BREAK, Math.round((rest.at - now) / MINUTE + rest.minutes))
      act(by, { verb: 'takeBreak', counterId, minutes }, now)
      return agenda.at(now + minutes * MINUTE, at => open(counterId, at))
    }
    const counter = day.counters[counterId]!
    if (!nextFor(day, counter, now)) {
      if (now < plan.doors.to + 2 * HOUR) agenda.at(now + LOOK_AGAIN_MS, at => next(counterId, at))
      return
    }
    act(by, { verb: 'callNext', counterId }, now)
    const { no } = currentAt(day, counterId)!
    const visitor = visitors.get(no)!
    const done = (at: Instant) => {
      handled.push(at + visitor.turnMs - now)
      agenda.at(at + visitor.turnMs, then => next(counterId, then))
    }
    if (visitor.missesCall && !once.has(`missed ${no}`)) {
      once.add(`missed ${no}`)
      return agenda.at(now + MISSED_MS, at => {
        act(by, { verb: 'skip', counterId }, at)
        if (visitor.backAfterMs !== undefined)
          agenda.at(at + visitor.backAfterMs, then => act('holder', { verb: 'return', no }, then))
        handled.push(at - now)
        next(counterId, at)
      })
    }
    agenda.at(now + visitor.wayMs, at => {
      act(by, { verb: 'start', counterId }, at)
      const go = inOneGo(day.counters[counterId]!.services, ticketAt(day, no)!)
      const ms = go.reduce(
        (sum, id) => sum + (visitor.later?.find(p => p.serviceId === id)?.serveMs ?? visitor.serveMs),
        0,
      )
      agenda.at(plan.endOf(counterId, at, ms), then => {
        const to = visitor.sentTo
        if (to !== undefined && !once.has(`sent ${no}`) && ticketAt(day, no)!.serviceId !== to) {
          once.add(`sent ${no}`)
          act(by, { verb: 'transfer', counterId, serviceId: to }, then)
        } else {
          const promised = ticketAt(day, no)!.later ? ranges(then).onward[no] : undefined
          act(by, { verb: 'finish', counterId, ...(promised ? { promised } : {}) }, then)
        }
        done(then)
      })
    })
  }

  const { doors, counters } = plan
  const dawn = doors.from - HOUR
  act('system', { verb: 'planDay', plan: plan.plan }, dawn)
  for (const v of plan.visitors) if (v.booked) book(v, dawn)
  for (const c of counters) agenda.at(c.opens, at => open(c.id, at))
  for (const v of plan.visitors) if (!v.booked) agenda.at(v.at, at => take(v, at))
  for (let at = doors.from; at < doors.to; at += PASS_ON_MS)
    agenda.at(at, now => act('system', { verb: 'passOn' }, now))
  for (const c of counters) if (c.break && c.break.at > c.opens) agenda.at(c.break.at, () => once.add(`due ${c.id}`))
  agenda.run()
  const booked = [...visitors].filter(([, v]) => v.booked).map(([no]) => ticketAt(day, no)!)
  const came = booked.filter(t => t.slot && t.takenAt > t.bookedAt!).length
  return {
    promises: told,
    booked: booked.filter(t => t.slot).length,
    arrived: came,
    released: booked.filter(t => t.state === 'released').length,
    full,
    day,
    visits,
    tracker,
  }
}
