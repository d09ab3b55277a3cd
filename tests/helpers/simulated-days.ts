import { seeded, type Random } from '../../shared/kit/random.ts'
import { MINUTE, type Instant } from '../../shared/kit/time.ts'
import { currentAt, emptyDay, type DayPlan, type QueueDay, type Range } from '../../shared/queue/day.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { decide } from '../../shared/queue/decide.ts'
import { estimate } from '../../shared/queue/estimate/estimate.ts'
import { fold } from '../../shared/queue/evolve.ts'
import { waitingFor } from '../../shared/queue/policy.ts'
import { Agenda } from '../../scripts/backtest/agenda.ts'
import { aPlan, DATE, OFFICE, OPENING } from './days.ts'

/** What one person was shown on taking a number, and when they were really called; `undefined` when they never were. */
export interface Shown {
  readonly priority: boolean
  readonly takenAt: Instant
  /** The range of the service just before the number was taken. */
  readonly before: Range | null
  /** The range of the very ticket just after. */
  readonly after: Range | undefined
  readonly called: Instant | undefined
}

/** How an office really is; the estimate knows none of it but what the journal tells. */
interface Truth {
  /** Mean minutes at the counter per service. */
  readonly meanMinutes: Readonly<Record<string, number>>
  /** People per minute at the quietest and at the peak. */
  readonly arrivals: number
}

const PLAN: DayPlan = aPlan({
  services: [
    { id: 'ktp', letter: 'A', typicalMs: 6 * MINUTE, open: true },
    { id: 'kk', letter: 'B', typicalMs: 10 * MINUTE, open: true },
    { id: 'akta', letter: 'C', typicalMs: 12 * MINUTE, open: true },
  ],
  counters: [
    { id: '1', services: ['ktp'] },
    { id: '2', services: ['ktp', 'kk'] },
    { id: '3', services: ['kk', 'akta'] },
    { id: '4', services: ['ktp', 'kk', 'akta'] },
  ],
})

/**
 * One office day as it happens: a morning peak, lognormal service times that differ from the usual ones, people who walk,
 * who do not come, who come back, who are sent on or parked, officers who need a moment and take a break.
 */
export function simulatedDay(seed: number): readonly Shown[] {
  const random = seeded(seed)
  const truth: Truth = {
    meanMinutes: Object.fromEntries(PLAN.services.map(s => [s.id, (s.typicalMs / MINUTE) * (0.7 + 0.6 * random())])),
    arrivals: 0.28 + 0.14 * random(),
  }
  const agenda = new Agenda()
  const shown: (Shown & { called: Instant | undefined })[] = []
  let day: QueueDay = emptyDay(OFFICE, DATE)
  let commands = 0

  const act = (by: string, request: Request, now: Instant) => {
    const events = decide(day, { id: `c${commands++}`, by, ...request } as Command, now)
    day = fold(day, events)
    for (const e of events) if (e.type === 'ticketCalled') shown[e.no]!.called ??= e.at
  }

  const arrive = (now: Instant) => {
    const serviceId = pickOne(['ktp', 'ktp', 'ktp', 'kk', 'kk', 'akta'], random)
    const priority = random() < 0.12
    const no = day.taken
    const before = estimate(day, now, random).services[serviceId] ?? null
    act('device:kiosk', { verb: 'takeTicket', serviceId, priority, ticketId: `t${no}` }, now)
    const after = estimate(day, now, random).tickets[no]
    shown.push({ priority, takenAt: now, before, after, called: undefined })
    const idle = Object.values(day.counters).find(
      c => c.state === 'open' && c.current === undefined && c.services.includes(serviceId),
    )
    if (idle) agenda.at(now + seconds(3, 15, random), at => callAt(idle.id, at))
  }

  const callAt = (counterId: string, now: Instant) => {
    const counter = day.counters[counterId]!
    if (counter.state !== 'open' || counter.current !== undefined || waitingFor(day, counter.services) === 0) return
    const by = `staff:o${counterId}`
    act(by, { verb: 'callNext', counterId }, now)
    const { no } = currentAt(day, counterId)!
    if (random() < 0.06) {
      agenda.at(now + seconds(60, 120, random), at => {
        act(by, { verb: 'skip', counterId }, at)
        if (random() < 0.6)
          agenda.at(at + seconds(60, 1500, random), then => act('holder', { verb: 'return', no }, then))
        free(counterId, at)
      })
      return
    }
    agenda.at(now + seconds(15, 60, random), at => serve(counterId, at))
  }

  const serve = (counterId: string, now: Instant) => {
    const by = `staff:o${counterId}`
    act(by, { verb: 'start', counterId }, now)
    const { serviceId } = currentAt(day, counterId)!
    agenda.at(now + lognormal(truth.meanMinutes[serviceId]! * MINUTE, 0.55, random), at => {
      const sentOn = serviceId !== 'akta' && random() < 0.03
      act(by, sentOn ? { verb: 'transfer', counterId, serviceId: 'akta' } : { verb: 'finish', counterId }, at)
      free(counterId, at)
    })
  }

  const free = (counterId: string, now: Instant) => {
    const by = `staff:o${counterId}`
    if (random() < 0.01) {
      act(by, { verb: 'takeBreak', counterId, minutes: 10 }, now)
      agenda.at(now + 10 * MINUTE + seconds(0, 60, random), at => {
        act(by, { verb: 'openCounter', counterId }, at)
        callAt(counterId, at)
      })
      return
    }
    agenda.at(now + seconds(5, 45, random), at => callAt(counterId, at))
  }

  act('system', { verb: 'planDay', plan: PLAN }, OPENING)
  for (const { id } of PLAN.counters) act(`staff:o${id}`, { verb: 'openCounter', counterId: id }, OPENING)
  for (
    let at = OPENING;
    (at += (-Math.log(1 - random()) / (truth.arrivals * peak(at))) * MINUTE) < OPENING + 390 * MINUTE;
  )
    agenda.at(at, arrive)
  agenda.run()
  return shown
}

/** A crowd in the first two hours, then fewer. */
function peak(at: Instant): number {
  const hour = (at - OPENING) / (60 * MINUTE)
  return hour < 2 ? 1.5 : hour < 4 ? 1 : 0.7
}

function seconds(from: number, to: number, random: Random): number {
  return Math.round((from + (to - from) * random()) * 1000)
}

function lognormal(meanMs: number, sigma: number, random: Random): number {
  const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  return Math.round(meanMs * Math.exp(sigma * normal - (sigma * sigma) / 2))
}

function pickOne<T>(list: readonly T[], random: Random): T {
  return list[Math.floor(random() * list.length)]!
}
