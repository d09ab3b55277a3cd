import { demoOffice } from '../../server/demo/samarinda.ts'
import { planOf } from '../../server/services/offices.ts'
import { seeded } from '../../shared/kit/random.ts'
import { mean } from '../../shared/kit/stats.ts'
import { HOUR, MINUTE, type Instant } from '../../shared/kit/time.ts'
import { publishedDoors } from '../../shared/office/hours.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { currentAt, emptyDay, ticketAt, type QueueDay, type Range } from '../../shared/queue/day.ts'
import { decide } from '../../shared/queue/decide.ts'
import { estimate } from '../../shared/queue/estimate.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { waitingFor } from '../../shared/queue/policy.ts'
import { MISSED_MS, simulatedDay, type SimulatedDay, type SimulatedVisitor } from '../../shared/queue/simulated-day.ts'
import { Agenda } from './agenda.ts'
import { refusalOf } from './days.ts'

const DATE = '2026-06-09'
const LOOK_AGAIN_MS = 12_000
const SHORTEST_BREAK = 10
const PASS_ON_MS = 30_000
const OFFER_MS = 10 * MINUTE

/** What one person was shown when they came, and when they were called first; `undefined` when they never were. */
export interface Promise {
  readonly kind: 'walkIn' | 'booked' | 'late'
  readonly at: Instant
  readonly range: Range | null
  /** Call by the usual rule: everybody who waits, the mean time so far, the open counters; not before a booked slot. */
  readonly usual: Instant
  called: Instant | undefined
}

/** A replayed day: the promises, and what became of the bookings. */
export interface Replay {
  readonly promises: readonly Promise[]
  readonly booked: number
  readonly arrived: number
  readonly released: number
  readonly full: number
  readonly day: QueueDay
}

/** The day that `npm run simulate` plays, without a server: the same visitors under the same rules, at once. */
export function replay(seed: number, wanted = { tickets: 500, counters: 8, booked: 0 }): Replay {
  const doors = publishedDoors(demoOffice, DATE)!
  const plan = simulatedDay(demoOffice, doors, wanted, seeded(seed))
  const run = new Run(plan, seeded(seed + 1_000_000))
  return run.play()
}

class Run {
  private day: QueueDay = emptyDay(demoOffice.id, DATE)
  private readonly agenda = new Agenda()
  private readonly visitors = new Map<number, SimulatedVisitor>()
  private readonly promises = new Map<number, Promise>()
  private readonly handled: number[] = []
  private readonly once = new Set<string>()
  private commands = 0
  private full = 0

  constructor(
    private readonly plan: SimulatedDay,
    private readonly random: () => number,
  ) {}

  play(): Replay {
    const { doors, visitors, counters } = this.plan
    const dawn = doors.from - HOUR
    this.act('system', { verb: 'planDay', plan: planOf(demoOffice, DATE, '2026-06-10') }, dawn)
    for (const v of visitors) if (v.booked) this.book(v, dawn)
    for (const c of counters) this.agenda.at(doors.from - MINUTE, at => this.open(c.id, at))
    for (const v of visitors) if (!v.booked) this.agenda.at(v.at, at => this.take(v, at))
    for (let at = doors.from; at < doors.to; at += PASS_ON_MS)
      this.agenda.at(at, now => this.act('system', { verb: 'passOn', offerMs: OFFER_MS }, now))
    for (const c of counters) if (c.break) this.agenda.at(c.break.at, () => this.once.add(`due ${c.id}`))
    this.agenda.run()
    const booked = [...this.visitors].filter(([, v]) => v.booked).map(([no]) => ticketAt(this.day, no)!)
    const came = booked.filter(t => t.slot && t.takenAt > t.bookedAt!).length
    return {
      promises: [...this.promises.values()],
      booked: booked.filter(t => t.slot).length,
      arrived: came,
      released: booked.filter(t => t.state === 'released').length,
      full: this.full,
      day: this.day,
    }
  }

  private act(by: string, request: Request, now: Instant): void {
    const events = decide(this.day, { id: `c${this.commands++}`, by, ...request } as Command, now)
    this.day = fold(this.day, events)
    for (const e of events) {
      const promise = e.type === 'ticketCalled' ? this.promises.get(e.no) : undefined
      if (promise) promise.called ??= e.at
    }
  }

  private usual(now: Instant, from: Instant): Instant {
    const counters = Object.values(this.day.counters).filter(c => c.state !== 'closed').length
    const typical = mean(this.plan.visitors.map(v => v.wayMs + v.serveMs + v.turnMs))!
    const waiting = waitingFor(this.day, Object.keys(this.day.waiting))
    const wait = counters === 0 ? 0 : (waiting * (mean(this.handled.slice(-100)) ?? typical)) / counters
    return Math.max(from, now + wait)
  }

  private book(visitor: SimulatedVisitor, now: Instant): void {
    const no = this.day.taken
    const { serviceId, priority, booked } = visitor
    const request: Request = { verb: 'book', serviceId, start: booked!.start, priority, ticketId: `t${no}` }
    // Whoever gets no place comes without one.
    if (refusalOf(() => this.act('holder', request, now)) !== undefined) {
      this.full++
      this.agenda.at(Math.max(visitor.at, this.plan.doors.from), at => this.take(visitor, at))
      return
    }
    this.visitors.set(no, visitor)
    if (booked!.comes) this.agenda.at(Math.max(visitor.at, booked!.opens), at => this.checkIn(no, at))
  }

  private checkIn(no: number, now: Instant): void {
    const range = estimate(this.day, now, this.random).tickets[no] ?? null
    const usual = this.usual(now, ticketAt(this.day, no)!.slot!.start)
    this.act('device:kiosk', { verb: 'checkIn', no }, now)
    const kind = ticketAt(this.day, no)!.joined === 'late' ? 'late' : 'booked'
    this.promises.set(no, { kind, at: now, range, usual, called: undefined })
  }

  private take(visitor: SimulatedVisitor, now: Instant): void {
    const no = this.day.taken
    const { serviceId, priority } = visitor
    const credit = priority ? this.day.plan!.priorityCreditMs : 0
    const range = estimate(this.day, now, this.random, credit).services[serviceId] ?? null
    const usual = this.usual(now, now)
    this.act('device:kiosk', { verb: 'takeTicket', serviceId, priority, ticketId: `t${no}` }, now)
    this.visitors.set(no, visitor)
    this.promises.set(no, { kind: 'walkIn', at: now, range, usual, called: undefined })
  }

  private open(counterId: string, now: Instant): void {
    this.act(`staff:o${counterId}`, { verb: 'openCounter', counterId }, now)
    this.next(counterId, now)
  }

  private next(counterId: string, now: Instant): void {
    const by = `staff:o${counterId}`
    const rest = this.plan.counters.find(c => c.id === counterId)!.break
    if (rest && this.once.delete(`due ${counterId}`)) {
      const minutes = Math.max(SHORTEST_BREAK, Math.round((rest.at - now) / MINUTE + rest.minutes))
      this.act(by, { verb: 'takeBreak', counterId, minutes }, now)
      return this.agenda.at(now + minutes * MINUTE, at => this.open(counterId, at))
    }
    const counter = this.day.counters[counterId]!
    if (waitingFor(this.day, counter.services) === 0) {
      if (now < this.plan.doors.to + 2 * HOUR) this.agenda.at(now + LOOK_AGAIN_MS, at => this.next(counterId, at))
      return
    }
    this.act(by, { verb: 'callNext', counterId }, now)
    const { no } = currentAt(this.day, counterId)!
    const visitor = this.visitors.get(no)!
    const done = (at: Instant) => {
      this.handled.push(at + visitor.turnMs - now)
      this.agenda.at(at + visitor.turnMs, then => this.next(counterId, then))
    }
    if (visitor.missesCall && !this.once.has(`missed ${no}`)) {
      this.once.add(`missed ${no}`)
      return this.agenda.at(now + MISSED_MS, at => {
        this.act(by, { verb: 'skip', counterId }, at)
        if (visitor.backAfterMs !== undefined)
          this.agenda.at(at + visitor.backAfterMs, then => this.act('holder', { verb: 'return', no }, then))
        this.handled.push(at - now)
        this.next(counterId, at)
      })
    }
    this.agenda.at(now + visitor.wayMs, at => {
      this.act(by, { verb: 'start', counterId }, at)
      this.agenda.at(at + visitor.serveMs, then => {
        const to = visitor.sentTo
        if (to !== undefined && !this.once.has(`sent ${no}`) && ticketAt(this.day, no)!.serviceId !== to) {
          this.once.add(`sent ${no}`)
          this.act(by, { verb: 'transfer', counterId, serviceId: to }, then)
        } else this.act(by, { verb: 'finish', counterId }, then)
        done(then)
      })
    })
  }
}

/** How often the call fell within, and how wide the range was in minutes on average; and the width that the usual rule needs for it. */
export function scoreOf(promises: readonly Promise[]) {
  const met = promises.flatMap(p =>
    p.called !== undefined && p.range ? [{ ...p, called: p.called, range: p.range }] : [],
  )
  const inside = met.filter(p => p.range.from <= p.called && p.called <= p.range.to).length
  const later = met.filter(p => p.called > p.range.to).length
  const missBy = met.map(p => Math.abs(p.called - p.usual)).sort((a, b) => a - b)
  const need = missBy[Math.min(missBy.length - 1, Math.max(0, inside - 1))] ?? 0
  return {
    n: promises.length,
    shown: met.length,
    held: inside / Math.max(1, met.length),
    later: later / Math.max(1, met.length),
    width: (mean(met.map(p => p.range.to - p.range.from)) ?? 0) / MINUTE,
    usualWidth: (2 * need) / MINUTE,
    wait: (mean(met.map(p => p.called - p.at)) ?? 0) / MINUTE,
  }
}
