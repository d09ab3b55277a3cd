import type { Follower } from '../../bench/lib/follow.ts'
import { Refused, type Client } from '../../bench/lib/client.ts'
import { mean } from '../../shared/kit/stats.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { waitingFor } from '../../shared/queue/policy.ts'
import { MISSED_MS, type SimulatedCounter, type SimulatedDay, type SimulatedVisitor } from './simulated-day.ts'
import type { Log } from './log.ts'
import type { Pace } from './pace.ts'

/** Who plays: the desks where numbers are given, one officer per counter, and the front desk that books and puts people back. */
export interface Cast {
  readonly office: string
  readonly takers: readonly Client[]
  readonly officers: readonly Client[]
  readonly frontDesk: Client
  readonly citizen: Client
  /** The paired tablet of the counters. */
  readonly tablet: Client
  readonly hall: Follower
}

const LOOK_AGAIN_MS = 12_000
/** Minutes of rest even for an officer whose last visit ran long into the break. */
const SHORTEST_BREAK = 10
/** Somebody who was in line before the play began. */
const UNKNOWN: Partial<SimulatedVisitor> = { wayMs: 20_000, serveMs: 3 * MINUTE, turnMs: 15_000 }

/** Plays the day to its end: everybody comes at their time, every counter works until nobody is left; `links` are bookings. */
export async function playDay(
  plan: SimulatedDay,
  links: ReadonlyMap<SimulatedVisitor, string>,
  cast: Cast,
  pace: Pace,
  log: Log,
): Promise<void> {
  const visitors = new Map<string, SimulatedVisitor>()
  const { office } = cast
  let still = plan.visitors.length
  let onTheirWayBack = 0
  let putAside = 0
  const typical = mean(plan.visitors.map(v => v.wayMs + v.serveMs + v.turnMs)) ?? MINUTE

  async function arrive(visitor: SimulatedVisitor, index: number): Promise<void> {
    try {
      const link = links.get(visitor)
      if (link !== undefined && !visitor.booked!.comes) return
      await pace.until(Math.max(visitor.at, link === undefined ? plan.doors.from : visitor.booked!.opens))
      const day = cast.hall.day()
      const waiting = day ? waitingFor(day, Object.keys(day.waiting)) : 0
      const counters = Object.values(day?.counters ?? {}).filter(c => c.state !== 'closed').length
      const usual = { waiting, counters, meanMs: mean(log.handledMs.slice(-100)) ?? typical }
      const { serviceId, priority } = visitor
      const taker = cast.takers[index % cast.takers.length]!
      if (link !== undefined) {
        const { ticket, range, late } = await taker.call('POST /api/offices/:office/check-in', {
          params: { office },
          body: { token: link },
        })
        visitors.set(ticket.id, visitor)
        const { id, number, takenAt } = ticket
        const kind = late ? ('late' as const) : ('booked' as const)
        log.taken.push({ id, number, kind, at: pace.ofServer(takenAt), slotStart: visitor.booked!.start, range, usual })
        return
      }
      const reply = await taker.call('POST /api/offices/:office/tickets', {
        params: { office },
        body: { serviceId, priority },
      })
      const { id, number, takenAt } = reply.ticket
      visitors.set(id, visitor)
      log.taken.push({ id, number, kind: 'walkIn', at: pace.ofServer(takenAt), range: reply.range, usual })
    } finally {
      still--
    }
  }

  /** Back at the front desk after a missed call. */
  async function comeBack(id: string, afterMs: number): Promise<void> {
    onTheirWayBack++
    try {
      await pace.wait(afterMs)
      log.again.push({ id, at: pace.now() })
      await cast.frontDesk.call('POST /api/offices/:office/tickets/:ticket/return', { params: { office, ticket: id } })
      log.returned++
    } finally {
      onTheirWayBack--
    }
  }

  async function speak(visitor: SimulatedVisitor, surveyPath: string): Promise<void> {
    const { rating, reasons, answers } = visitor
    const params = { token: surveyPath.split('/').at(-1)! }
    if (rating !== undefined) {
      await cast.citizen.call('POST /api/surveys/:token/rating', { params, body: { rating, reasons: [...reasons] } })
      log.ratings.push(rating)
    }
    if (answers) {
      await cast.citizen.call('POST /api/surveys/:token/answers', { params, body: { answers } })
      log.answers.push(answers)
    }
  }

  async function work(counter: SimulatedCounter, officer: Client): Promise<void> {
    const params = { office, counter: counter.id }
    const parked: { id: string; at: number }[] = []
    const seen = new Set<string>()
    let rested = false

    const act = (verb: 'start' | 'skip' | 'recall') =>
      officer.call(`POST /api/offices/:office/counters/:counter/${verb}`, { params, body: {} })
    const open = () => officer.call('POST /api/offices/:office/counters/:counter/open', { params, body: {} })

    /** The next ticket: one put aside whose time has come, else the next by the rule; `undefined` when nobody waits. */
    async function next() {
      const aside = parked.findIndex(p => p.at <= pace.now())
      const ticketId = aside === -1 ? undefined : parked.splice(aside, 1)[0]!.id
      try {
        const { ticket } = ticketId
          ? await officer.call('POST /api/offices/:office/counters/:counter/resume', { params, body: { ticketId } })
          : await officer.call('POST /api/offices/:office/counters/:counter/call-next', { params, body: {} })
        const at = pace.ofServer(ticket.calledAt!)
        log.calls.push({ id: ticket.id, at, serverAt: ticket.calledAt!, counter: counter.id })
        return { ticket, at, resumed: ticketId !== undefined }
      } catch (error) {
        if (error instanceof Refused && error.code === 'QUEUE_EMPTY') return undefined
        throw error
      }
    }

    async function serve(): Promise<boolean> {
      const called = await next()
      if (!called) return false
      const { ticket, at } = called
      const visitor = visitors.get(ticket.id) ?? (UNKNOWN as SimulatedVisitor)
      const again = seen.has(ticket.id)
      seen.add(ticket.id)
      if (called.resumed) putAside--
      // On a clock that does not run with the day nobody has time to hear a call, and nobody is passed over.
      if (visitor.missesCall && pace.inStep && !missedOnce.has(ticket.id)) {
        missedOnce.add(ticket.id)
        await pace.wait(MISSED_MS / 8)
        await act('recall')
        log.recalled++
        // More than the minute within which a call may be heard.
        await pace.wait((MISSED_MS * 7) / 8)
        await act('skip')
        log.missed++
        if (visitor.backAfterMs !== undefined) background(comeBack(ticket.id, visitor.backAfterMs))
        return true
      }
      // Each step by the clock of the call, so that the time of the answers makes no visit longer.
      const started = at + visitor.wayMs
      await pace.until(started)
      await act('start')
      const aside = visitor.parkedMs !== undefined && !called.resumed && !again
      const ended = started + (aside || called.resumed ? visitor.serveMs / 2 : visitor.serveMs)
      await pace.until(ended)
      if (aside) {
        await officer.call('POST /api/offices/:office/counters/:counter/park', { params, body: { reason: 'copy' } })
        parked.push({ id: ticket.id, at: pace.now() + visitor.parkedMs! })
        putAside++
        log.parked++
      } else if (visitor.sentTo !== undefined && !sentOnce.has(ticket.id) && ticket.serviceId !== visitor.sentTo) {
        sentOnce.add(ticket.id)
        const body = { serviceId: visitor.sentTo }
        // Before it is answered: another counter may call at once.
        log.again.push({ id: ticket.id, at: pace.now() })
        await officer.call('POST /api/offices/:office/counters/:counter/transfer', { params, body })
        log.transferred++
      } else {
        await officer.call('POST /api/offices/:office/counters/:counter/finish', { params, body: {} })
        log.served++
        const survey = await cast.tablet.call('GET /api/offices/:office/counters/:counter/survey', { params })
        if (survey.path !== null) background(speak(visitor, survey.path))
      }
      await pace.until(ended + visitor.turnMs)
      log.handledMs.push(pace.now() - at)
      return true
    }

    await open()
    for (;;) {
      if (counter.break && !rested && pace.now() >= counter.break.at) {
        rested = true
        const end = counter.break.at + counter.break.minutes * MINUTE
        const minutes = Math.max(SHORTEST_BREAK, Math.round((end - pace.now()) / MINUTE))
        await officer.call('POST /api/offices/:office/counters/:counter/break', { params, body: { minutes } })
        await pace.wait(minutes * MINUTE)
        await open()
      }
      if (await serve()) continue
      if (still === 0 && onTheirWayBack === 0 && putAside === 0 && working.size <= 1) break
      working.delete(counter.id)
      await pace.wait(LOOK_AGAIN_MS)
      working.add(counter.id)
    }
    working.delete(counter.id)
    await officer.call('POST /api/offices/:office/counters/:counter/close', { params })
  }

  const missedOnce = new Set<string>()
  const sentOnce = new Set<string>()
  /** Counters where somebody stands, who may yet be sent on to another. */
  const working = new Set(plan.counters.map(c => c.id))
  const asides: Promise<void>[] = []
  const background = (task: Promise<void>) => void asides.push(task.catch(noted))
  const noted = (error: unknown) => {
    if ((error as Error).name !== 'AbortError') log.errors.push(String(error))
  }

  await Promise.all([
    ...plan.counters.map((counter, i) => work(counter, cast.officers[i]!).catch(noted)),
    ...plan.visitors.map((visitor, i) => arrive(visitor, i).catch(noted)),
  ])
  await Promise.all(asides)
}
