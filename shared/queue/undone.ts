import { foundIn } from '../kit/found-in.ts'
import type { Instant } from '../kit/time.ts'
import { STEPS, UNDOABLE, type ActStep, type Call, type UndoableStep, type UndoableVerb } from './act.ts'
import { ticketAt, type Counter, type QueueDay, type Ticket } from './day.ts'
import { quotaOf } from './evolve-booking.ts'
import { withCounter } from './evolve-counters.ts'
import { dequeue, enqueue, put } from './evolve-lists.ts'
import type { DayEvent } from './events.ts'

/** What changes the calls that the hall shows. */
const SHOWN: readonly UndoableStep[] = ['ticketCalled', 'ticketPutBack']

/** The last acts with what `event` brought, when it was the act of an officer at a counter. Who may not see verbs keeps none. */
export function remembered(before: QueueDay, event: DayEvent, after: QueueDay): QueueDay['lastActs'] {
  if (event.verb === 'takeOver') return freeing(before, event, after)
  // A counter that was freed before the day was closed would have been closed with it.
  if (event.type === 'daySettled') return withoutFreed(before.lastActs)
  const act = actOf(event)
  const ticket = act && ticketAt(before, act.no)
  const counter = act && foundIn(before.counters, act.counterId)
  if (!act || !ticket || !counter) return overtaken(before, event, after)
  const step = stepOf(before, act, ticket, after)
  const known = foundIn(before.lastActs, counter.id)
  // Who calls the next one finishes by the same act.
  const whole = known?.verb === act.verb && known.steps.at(-1)?.seq === act.seq - 1 && act.joins ? known.steps : []
  const steps = [...whole, step]
  const last = { seq: steps[0]!.seq, verb: act.verb, at: act.at, since: counter.since, steps }
  return { ...before.lastActs, [counter.id]: last }
}

/** The last acts with what a takeover brought, under the counter that it freed; the act before it at its own seat stays done. */
function freeing(before: QueueDay, event: DayEvent, after: QueueDay): QueueDay['lastActs'] {
  const { lastActs: known } = before
  const { seq, at, by } = event
  if (event.type === 'counterTakenOver') {
    const left = foundIn(before.counters, event.counterId)
    if (!left || by === undefined) return known
    const freed = { by, upTo: seq, before: [left], after: [left] }
    return { ...known, [left.id]: { seq, verb: 'takeOver', at, since: left.since, steps: [], freed } }
  }
  const [id, act] = Object.entries(known).find(([, { freed }]) => freed?.upTo === seq - 1) ?? []
  if (id === undefined || !act?.freed) return known
  const seat = event.type === 'ticketTakenOver' ? event.to : event.type === 'ticketCalled' ? event.counterId : id
  const { [seat]: _, ...others } = known
  const counters = seat === id ? act.freed.before : [...act.freed.before, foundIn(before.counters, seat)!]
  const freed = { ...act.freed, upTo: seq, before: counters, after: counters.map(c => foundIn(after.counters, c.id)!) }
  const ticket = isStep(event) ? ticketAt(before, event.no) : undefined
  const step = isStep(event) && ticket ? [stepOf(before, { counterId: id, ...event }, ticket, after)] : []
  return { ...others, [id]: { ...act, steps: [...act.steps, ...step], freed } }
}

/**
 * What brings somebody to or from a counter without being such an act leaves nothing there to be undone, nor does its
 * officer's leaving. What others do with a visit that stood there before leaves the act alone.
 */
function overtaken({ lastActs: known, counters }: QueueDay, event: DayEvent, after: QueueDay): QueueDay['lastActs'] {
  const goes = event.type === 'counterLeft' || isStep(event)
  const at = event.type === 'ticketTakenOver' ? event.to : goes ? event.counterId : undefined
  if (at === undefined || !known[at]) return known
  if (isStep(event) && counters[at]?.current === after.counters[at]?.current) return known
  const { [at]: _, ...rest } = known
  return rest
}

/** The tickets called before, with the one whose call `event` took back, or that it put back in line. */
export function calledBefore({ calledBefore: known }: QueueDay, event: DayEvent): QueueDay['calledBefore'] {
  const isAgain = event.type === 'ticketPutBack' || (event.type === 'actUndone' && event.undone === 'ticketCalled')
  // Who may not see who did it keeps none.
  return isAgain && event.by !== undefined && !known.includes(event.no) ? [...known, event.no] : known
}

function withoutFreed(known: QueueDay['lastActs']): QueueDay['lastActs'] {
  const kept = Object.entries(known).filter(([, { freed }]) => !freed)
  return kept.length === Object.keys(known).length ? known : Object.fromEntries(kept)
}

interface OfficersAct {
  readonly seq: number
  readonly at: Instant
  readonly type: UndoableStep
  readonly verb: UndoableVerb
  readonly no: number
  readonly counterId: string
  /** It is the second half of calling the next. */
  readonly joins: boolean
}

function actOf(event: DayEvent): OfficersAct | undefined {
  if (!isStep(event)) return undefined
  const verb = UNDOABLE.find(v => v === event.verb)
  if (verb === undefined || !event.by?.startsWith('staff:')) return undefined
  const { seq, at, type, no, counterId } = event
  if (counterId === undefined) return undefined
  return { seq, at, type, verb, no, counterId, joins: verb === 'callNext' && type === 'ticketCalled' }
}

function isStep(event: DayEvent): event is Extract<DayEvent, { type: UndoableStep }> {
  return STEPS.some(type => type === event.type)
}

function stepOf(
  before: QueueDay,
  { seq, type, no, counterId }: Pick<OfficersAct, 'seq' | 'type' | 'no' | 'counterId'>,
  ticket: Ticket,
  after: QueueDay,
): ActStep<Ticket> {
  const { current, freeSince } = foundIn(before.counters, counterId)!
  const { state, since, due, serviceId } = ticketAt(after, no)!
  const call = SHOWN.includes(type) ? before.calls.find(c => c.no === no) : undefined
  const pace = added(foundIn(before.paces, ticket.serviceId), foundIn(after.paces, ticket.serviceId))
  const gap = added(before.gaps, after.gaps)
  return {
    ...{ seq, type, ticket, left: { state, since, due, serviceId } },
    ...(current === undefined ? {} : { current }),
    ...(freeSince === undefined ? {} : { freeSince }),
    ...(call === undefined ? {} : { call }),
    ...(pace === undefined ? {} : { pace }),
    ...(gap === undefined ? {} : { gap }),
  }
}

function added(before: readonly number[] | undefined, after: readonly number[] | undefined): number | undefined {
  return before === after ? undefined : after?.at(-1)
}

/** The day after one step of an act was taken back: as if it had not been, whatever others did meanwhile. */
export function undone(day: QueueDay, event: Extract<DayEvent, { type: 'actUndone' }>): QueueDay {
  const { no, ticket, counterId, current, freeSince } = event
  const known = ticketAt(day, no)
  const waiting = known?.state === 'waiting' ? dequeue(day, known.serviceId, no) : day.waiting
  const { [counterId]: _, ...lastActs } = day.lastActs
  const restored = {
    ...day,
    ...(known ? quotaOf(day, known, ticket) : {}),
    tickets: put(day.tickets, ticket),
    waiting: ticket.state === 'waiting' ? enqueue({ ...day, waiting }, ticket) : waiting,
    calls: SHOWN.includes(event.undone) ? callsWithout(day, event) : day.calls,
    paces: event.pace === undefined ? day.paces : pacesWithout(day.paces, ticket.serviceId, event.pace),
    gaps: event.gap === undefined ? day.gaps : without(day.gaps, event.gap),
    lastActs,
  }
  return withCounter(restored, counterId, ({ current: _c, freeSince: _f, ...counter }) => ({
    ...counter,
    ...(current === undefined ? {} : { current }),
    ...(freeSince === undefined ? {} : { freeSince }),
  }))
}

/** The counters before a takeover; whoever went on at the own one has acted there, and whoever had left is away again. */
export function givenBack(day: QueueDay, event: Extract<DayEvent, { type: 'takeoverUndone' }>): QueueDay {
  const { counterId, counters, at } = event
  const { [counterId]: _, ...lastActs } = day.lastActs
  const stood = ({ leftAt: _, nudgedAt: _n, ...seat }: Counter) => ({ ...seat, actedAt: at })
  const back = counters.map(c => [c.id, c.id === counterId ? c : stood(c)] as const)
  return { ...day, lastActs, counters: { ...day.counters, ...Object.fromEntries(back) } }
}

/** The hall takes the call back, with those that repeated it; an earlier one of the ticket is shown at its place. */
function callsWithout({ calls }: QueueDay, { no, call }: Extract<DayEvent, { type: 'actUndone' }>): readonly Call[] {
  return [...calls.filter(c => c.no !== no), ...(call ? [call] : [])].sort((a, b) => b.seq - a.seq)
}

function pacesWithout(paces: QueueDay['paces'], serviceId: string, pace: number): QueueDay['paces'] {
  const { [serviceId]: known = [], ...others } = paces
  const rest = without(known, pace)
  return rest.length === 0 ? others : { ...paces, [serviceId]: rest }
}

/** The values without the newest of this size; equal ones cannot be told apart. */
function without(values: readonly number[], value: number): readonly number[] {
  const place = values.lastIndexOf(value)
  return place < 0 ? values : [...values.slice(0, place), ...values.slice(place + 1)]
}
