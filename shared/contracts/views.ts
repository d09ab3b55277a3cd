import { queueSettings } from '../office/settings/queue-settings.ts'
import { serviceSettings } from '../office/settings/service-settings.ts'
import type { PlannedOf, SettingTable } from '../office/settings/setting.ts'
import type { Call } from '../queue/act.ts'
import { AWAITED_STATES, LIVE_STATES, type TicketState } from '../queue/states.ts'
import type {
  Because,
  Closure,
  Counter,
  DayPlan,
  PlannedService,
  QueueDay,
  ServedPart,
  Ticket,
  Waiting,
} from '../queue/day.ts'
import type { Draw, Hold, SlotUse } from '../queue/slots.ts'
import type { DayEvent } from '../queue/events.ts'
import type { Part, StepDone } from '../queue/steps/part.ts'
import { eventView } from './event-views.ts'
import { view, type Audience, type Room } from './reach.ts'

/** The event as an audience may see it; private fields are absent, so one `evolve` serves everybody. */
export function projectEvent(event: DayEvent, audience: Room): DayEvent {
  const seen = eventView(event, audience)
  if (seen.type === 'dayPlanned') return { ...seen, plan: planView(seen.plan, audience) }
  if (seen.type === 'ticketCalled') return { ...seen, because: becauseView(seen.because, audience) }
  if (seen.type === 'actUndone') return { ...seen, ticket: seenTicket(seen.ticket, audience) }
  if ('later' in seen && seen.later) return { ...seen, later: seen.later.map(p => wishView(p, audience)) }
  if (seen.type === 'takeoverUndone') return { ...seen, counters: seen.counters.map(c => counterView(c, audience)) }
  return seen
}

/**
 * The day as an audience may see it: for hall and public only tickets that still matter, and nobody's id. The hall counts
 * places, so it knows of bookings; thousands of phones need not.
 */
export function projectDay(day: QueueDay, audience: Audience): QueueDay {
  const { office, date, seq, taken, lastNumber, paces, gaps, pastClosures, reopened } = day
  const { slots, bookedNumbers, counted, waitlist, unclaimed, draws } = audience === 'public' ? NO_BOOKINGS : day
  return {
    office,
    date,
    seq,
    plan: day.plan && planView(day.plan, audience),
    tickets: day.tickets.map(chunk => chunk.map(t => (t && shows(audience, t.state) ? seenTicket(t, audience) : null))),
    taken,
    lastNumber,
    waiting: mapped(day.waiting, line => line.map(w => waitingView(w, audience))),
    counters: mapped(day.counters, counter => counterView(counter, audience)),
    lastActs: audience === 'staff' ? day.lastActs : {},
    calledBefore: audience === 'staff' ? day.calledBefore : [],
    calls: day.calls.map(call => callView(call, audience)),
    paces,
    gaps,
    slots: mapped(slots, use => useView(use, audience)),
    bookedNumbers,
    counted,
    waitlist,
    unclaimed,
    draws: mapped(draws, draw => drawView(draw, audience)),
    closures: mapped(day.closures, closure => closureView(closure, audience)),
    pastClosures,
    reopened,
    ...(day.settledAt === undefined ? {} : { settledAt: day.settledAt }),
  }
}

const NO_BOOKINGS = { slots: {}, bookedNumbers: {}, counted: {}, waitlist: {}, unclaimed: {}, draws: {} }

const LIVE: readonly TicketState[] = LIVE_STATES
const AWAITED: readonly TicketState[] = [...LIVE_STATES, ...AWAITED_STATES]

function shows(audience: Audience, state: TicketState): boolean {
  return audience === 'staff' || (audience === 'hall' ? AWAITED : LIVE).includes(state)
}

/** The grid of places would be most of what a phone loads. */
const openPlan = view<DayPlan>({
  doors: 'public',
  services: 'public',
  counters: 'public',
  ...publicOf(queueSettings),
  slots: 'hall',
})
const serviceView = view<PlannedService>({
  id: 'public',
  letter: 'public',
  typicalMs: 'public',
  open: 'public',
  retired: 'public',
  next: 'public',
  booking: 'hall',
  ...publicOf(serviceSettings),
})
const plannedCounterView = view<DayPlan['counters'][number]>({ id: 'public', services: 'public' })

/** What a table brings into the plan is for everybody: an office publishes its settings. */
function publicOf<T extends SettingTable>(table: T): Readonly<Record<keyof PlannedOf<T>, 'public'>> {
  const names = Object.values(table).flatMap(({ plan }) => plan ?? [])
  return Object.fromEntries(names.map(name => [name, 'public'])) as Readonly<Record<keyof PlannedOf<T>, 'public'>>
}

/** A ticket as an audience may see it. */
export function seenTicket(ticket: Ticket, audience: Audience): Ticket {
  const seen = ticketFields(ticket, audience)
  return {
    ...seen,
    ...(seen.part ? { part: partView(seen.part, audience) } : {}),
    ...(seen.later ? { later: seen.later.map(p => wishView(p, audience)) } : {}),
    ...(seen.been ? { been: seen.been.map(step => beenView(step, audience)) } : {}),
  }
}

function planView(plan: DayPlan, audience: Audience): DayPlan {
  return {
    ...openPlan(plan, audience),
    services: plan.services.map(service => serviceView(service, audience)),
    counters: plan.counters.map(counter => plannedCounterView(counter, audience)),
  }
}

const wishView = view<Part>({ serviceId: 'public', case: 'staff' })
const stepFields = view<StepDone>({
  parts: 'public',
  counterId: 'public',
  officerId: 'staff',
  queuedAt: 'public',
  calledAt: 'public',
  startedAt: 'public',
  endedAt: 'public',
})

function beenView(step: StepDone, audience: Audience): StepDone {
  return { ...stepFields(step, audience), parts: step.parts.map(p => wishView(p, audience)) }
}

const partView = view<ServedPart>({ counterId: 'public', officerId: 'staff', serviceId: 'public' })
const ticketFields = view<Ticket>({
  no: 'public',
  id: 'staff',
  number: 'public',
  serviceId: 'public',
  cameFor: 'public',
  priority: 'public',
  case: 'staff',
  later: 'public',
  dropped: 'staff',
  been: 'public',
  lifeEvent: 'staff',
  joined: 'public',
  state: 'public',
  takenAt: 'public',
  hereAt: 'staff',
  bookedAt: 'public',
  due: 'public',
  since: 'public',
  queuedAt: 'public',
  counterId: 'public',
  officerId: 'staff',
  calledAt: 'public',
  startedAt: 'public',
  calls: 'public',
  heldMs: 'public',
  ahead: 'public',
  promised: 'staff',
  promisedStep: 'staff',
  slot: 'public',
  opens: 'public',
  offeredUntil: 'public',
  unclaimed: 'public',
  why: 'staff',
  sentTo: 'public',
  noteId: 'staff',
  part: 'public',
  result: 'staff',
  byNumber: 'public',
  byLinkOnly: 'public',
})
const counterView = view<Counter>({
  id: 'public',
  state: 'public',
  since: 'public',
  services: 'public',
  chosen: 'public',
  officerId: 'staff',
  current: 'public',
  until: 'public',
  freeSince: 'public',
  actedAt: 'public',
  leftAt: 'public',
  nudgedAt: 'public',
})
const becauseView = view<Because>({ kind: 'public', due: 'public', among: 'public', reason: 'staff' })
const waitingView = view<Waiting>({ no: 'public', due: 'public', opens: 'public', sentTo: 'public', next: 'public' })
const callView = view<Call>({
  seq: 'public',
  no: 'public',
  number: 'public',
  counterId: 'public',
  serviceId: 'public',
  at: 'public',
})
const drawView = view<Draw>({ from: 'public', to: 'public', held: 'public' })
const closureView = view<Closure>({ since: 'public', reason: 'public', until: 'public' })
const holdView = view<Hold>({ id: 'server', seq: 'public', until: 'public', priority: 'public' })

function useView({ taken, priority, holds, back }: SlotUse, audience: Audience): SlotUse {
  return { taken, priority, holds: holds.map(hold => holdView(hold, audience)), back }
}

function mapped<T>(record: Readonly<Record<string, T>>, seen: (value: T) => T): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, seen(value)]))
}
