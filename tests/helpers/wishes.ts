import { HOUR, MINUTE, type Instant } from '../../shared/kit/time.ts'
import type { Finishing, Request, Verb } from '../../shared/queue/command.ts'
import {
  CANCEL_REASONS,
  CLOSE_REASONS,
  currentAt,
  PARK_REASONS,
  PICK_REASONS,
  ticketsOf,
  type Actor,
  type QueueDay,
  type Ticket,
} from '../../shared/queue/day.ts'
import { mayBeOther } from '../../shared/queue/commands/booking/wrong-holder.ts'
import { skippableAt } from '../../shared/queue/commands/skip.ts'
import { undoableBy } from '../../shared/queue/commands/undo.ts'
import { counterOf } from '../../shared/queue/guards.ts'
import { LEFT_WHYS, SETTLE_ENDS, TAKEOVER_ENDS, TAKEOVER_REASONS } from '../../shared/queue/leaving.ts'
import { waitingFor } from '../../shared/queue/policy.ts'
import { OTHER_PAPER, REFUSAL_REASONS, type VisitResult } from '../../shared/queue/result.ts'
import type { Part } from '../../shared/queue/steps/part.ts'
import { bookingRequest, pick, promised } from './booking-wishes.ts'
import { fc } from './property.ts'
import { COUNTERS, OFFICERS, plan, SERVICES } from './random-plans.ts'

/** Raw material of one command: what somebody would like to do. The state of the day decides what becomes of it. */
export interface Step {
  readonly wish: Verb | 'nonsense'
  readonly waitMs: number
  readonly who: number
  readonly which: number
  readonly coin: boolean
}

const wishes: readonly (readonly [Step['wish'], number])[] = [
  ['takeTicket', 32],
  ['callNext', 36],
  ['start', 12],
  ['finish', 12],
  ['openCounter', 8],
  ['skip', 8],
  ['undo', 10],
  ['return', 6],
  ['here', 6],
  ['park', 6],
  ['resume', 6],
  ['transfer', 6],
  ['recall', 4],
  ['wrongHolder', 3],
  ['cancel', 4],
  ['takeBreak', 2],
  ['closeCounter', 2],
  ['leaveCounter', 3],
  ['mindCounter', 1],
  ['nudgeCounter', 1],
  ['takeOver', 5],
  ['settle', 3],
  ['planSteps', 4],
  ['planDay', 1],
  ['nonsense', 4],
  ['book', 18],
  ['checkIn', 16],
  ['undoCheckIn', 4],
  ['holdSlot', 5],
  ['endHold', 2],
  ['reschedule', 4],
  ['joinWaitlist', 6],
  ['openDraw', 1],
  ['holdDraw', 14],
  ['takeOffer', 6],
  ['letPass', 5],
  ['chooseCase', 4],
  ['passOn', 10],
  ['closeService', 1],
  ['openService', 3],
  ['settleDay', 1],
  ['endDay', 2],
]

export const step: fc.Arbitrary<Step> = fc.record({
  wish: fc.oneof(...wishes.map(([wish, weight]) => ({ arbitrary: fc.constant(wish), weight }))),
  // Often no time at all, so that dues tie; sometimes long enough for a grace to end.
  waitMs: fc.oneof(
    { arbitrary: fc.constant(0), weight: 4 },
    { arbitrary: fc.integer({ min: 1, max: 3 * MINUTE }), weight: 6 },
    { arbitrary: fc.integer({ min: 5 * MINUTE, max: 30 * MINUTE }), weight: 1 },
  ),
  who: fc.nat({ max: OFFICERS.length - 1 }),
  which: fc.nat({ max: 999 }),
  coin: fc.boolean(),
})

/** The wish made concrete: the officer's own counter, a ticket in a fitting state, where there is one. */
export function commandOf(day: QueueDay, now: Instant, it: Step): readonly [Actor, Request] {
  const { wish, who, which, coin } = it
  const able = OFFICERS.filter(o => suits(day, o, wish, now))
  const officer = able.length > 0 ? pick(able, who) : OFFICERS[who]!
  const by: Actor = `staff:${officer}`
  const counterId = counterOf(day, officer)?.id ?? pick(COUNTERS, which)
  const serviceId = pick(SERVICES, which)
  const ticket = (...states: readonly Ticket['state'][]) =>
    pick(
      [...ticketsOf(day)].filter(t => states.includes(t.state)).map(t => t.no),
      which,
    ) ?? which
  switch (wish) {
    case 'takeTicket': {
      const ticketId = `ticket-id-${day.taken}-${which}`
      const why = which % 3 === 0 ? { case: 'lost' } : {}
      const wished = { verb: wish, serviceId, priority: which % 4 === 0, ticketId, ...why, ...promised(now, coin) }
      if (which % 4 === 1) return ['device:kiosk-7', { ...wished, later: others(serviceId, which), lifeEvent: 'lahir' }]
      return ['device:kiosk-7', wished]
    }
    case 'callNext':
      return which % 8 > 0
        ? [by, { verb: wish, counterId, ...(coin && { document: false }), ...ending(which) }]
        : [by, { verb: wish, counterId, pick: { no: ticket('waiting'), reason: pick(PICK_REASONS, which >> 3) } }]
    case 'transfer':
      return [by, { verb: wish, counterId, serviceId, ...(coin && { sentTo: pick(COUNTERS, which >> 2) }) }]
    case 'park':
      return [by, { verb: wish, counterId, reason: pick(PARK_REASONS, which) }]
    case 'resume':
      return [by, { verb: wish, counterId, no: ticket('parked', 'missed') }]
    case 'chooseCase':
      return [
        'holder',
        { verb: wish, no: ticket('waiting', 'booked', 'waitlisted'), ...(coin ? { case: 'first' } : {}) },
      ]
    case 'here':
      return ['holder', { verb: wish, no: ticket('waiting', 'called', 'missed') }]
    case 'return':
      return [coin ? 'holder' : by, { verb: wish, no: ticket('missed') }]
    case 'cancel': {
      const no =
        which % 3 === 0 ? ticket('waiting', 'parked', 'missed') : ticket('waitlisted', 'offered', 'booked', 'released')
      return [
        'holder',
        {
          verb: wish,
          no,
          ...(coin ? { heldBackMs: (1 + (which % 10)) * MINUTE } : { why: pick(CANCEL_REASONS, which) }),
        },
      ]
    }
    case 'openCounter': {
      const services = SERVICES.filter((_, i) => (which >> i) & 1)
      return [by, { verb: wish, counterId: pick(COUNTERS, which), ...(coin && services.length > 0 && { services }) }]
    }
    case 'takeBreak':
      return [by, { verb: wish, counterId, minutes: 1 + (which % 30) }]
    case 'planDay':
      return ['system', { verb: wish, plan: plan(which) }]
    case 'nonsense':
      return [by, { verb: coin ? 'finish' : 'callNext', counterId: pick([...COUNTERS, '99'], which) }]
    case 'closeService': {
      const reason = pick(CLOSE_REASONS, which >> 3)
      return [by, { verb: wish, serviceId, reason, ...(coin && { until: now + (1 + (which % 20)) * MINUTE }) }]
    }
    case 'endDay':
      // Mostly too early, for nothing comes after it; else at its hour, or so late that the visits under way end too.
      return ['system', { verb: wish, endsAt: which % 15 > 1 ? now + 1 : now - (which % 15) * 12 * HOUR }]
    case 'settleDay':
      // Mostly the doors are open still.
      return [by, { verb: wish, shutAt: which % 5 > 0 ? now + 1 : now }]
    case 'openService':
      return [by, { verb: wish, serviceId: Object.keys(day.closures)[0] ?? serviceId }]
    case 'finish':
      return [by, { verb: wish, counterId, ...(coin && { document: false }), ...ending(which) }]
    case 'leaveCounter':
      return [coin ? by : 'system', { verb: wish, counterId, why: pick(LEFT_WHYS, which) }]
    case 'takeOver': {
      // Mostly a counter at which a visit is left behind.
      const serving = COUNTERS.filter(id => currentAt(day, id)?.state === 'serving')
      const of = pick(serving.length > 0 && which % 4 > 0 ? serving : COUNTERS, which)
      const end = pick(TAKEOVER_ENDS, which >> 2)
      return [
        by,
        {
          verb: wish,
          counterId: of,
          reason: pick(TAKEOVER_REASONS, which),
          end,
          ...((coin || which % 3 > 0) && { leads: true }),
        },
      ]
    }
    case 'settle': {
      const no = ticket('parked', 'called', 'serving')
      return [by, { verb: wish, no, end: pick(SETTLE_ENDS, which), ...(coin && { dayEnded: now }) }]
    }
    case 'nudgeCounter':
      return [by, { verb: wish, counterId: pick(COUNTERS, which) }]
    case 'mindCounter':
    case 'recall':
    case 'skip':
    case 'start':
    case 'wrongHolder':
    case 'closeCounter':
      return [by, { verb: wish, counterId }]
    case 'planSteps':
      return [by, { verb: wish, counterId, later: others(currentAt(day, counterId)?.serviceId ?? serviceId, which) }]
    case 'undo':
      return [by, { verb: wish, counterId: undoableBy(day, by, now)?.counterId ?? counterId }]
    default:
      return [which % 5 === 0 ? by : 'holder', bookingRequest(day, now, { wish, which, coin })]
  }
}

/** Services beside one. */
function others(serviceId: string, which: number): readonly Part[] {
  const rest = SERVICES.filter(s => s !== serviceId).map(s =>
    which % 3 === 0 ? { serviceId: s, case: 'first' } : { serviceId: s },
  )
  return which % 8 < 4 ? rest : rest.slice(which % 3)
}

/** How a visit ends: often complete. */
function ending(which: number): Finishing {
  const results: readonly VisitResult[] = [
    { kind: 'papersMissing', papers: ['Kartu Keluarga', OTHER_PAPER] },
    { kind: 'refused', reason: pick(REFUSAL_REASONS, which >> 3) },
    { kind: 'advice' },
  ]
  const result = results[(which >> 1) % 8]
  if (result) return { result }
  return { ...(which % 5 === 0 && { parts: 1 + (which % 2) }), ...(which % 7 === 0 && { rest: 'notNeeded' }) }
}

/** Whether an officer's counter is such that the wish makes sense there. */
function suits(day: QueueDay, officer: string, wish: Step['wish'], now: Instant): boolean {
  const counter = counterOf(day, officer)
  const current = counter && currentAt(day, counter.id)
  const state = current?.state
  switch (wish) {
    case 'openCounter':
      return counter?.state !== 'open'
    case 'callNext':
      return counter?.state === 'open' && state !== 'called' && waitingFor(day, counter.services) > 0
    case 'undo':
      return undoableBy(day, `staff:${officer}`, now) !== undefined
    case 'start':
      return state === 'called'
    case 'skip':
      return current?.state === 'called' && skippableAt(day, current) <= now
    case 'recall':
      return current?.state === 'called' && current.calls < day.plan!.mostCalls
    case 'finish':
    case 'transfer':
    case 'planSteps':
    case 'wrongHolder':
      return current !== undefined && mayBeOther(current, now)
    case 'park':
      return state === 'serving'
    default:
      return counter?.state === 'open' && state === undefined
  }
}
