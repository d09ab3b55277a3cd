import type { DayEvent, EventHead, Happening } from '../queue/events.ts'
import { only, seenOf, type Room, type Reaches, type Seen } from './reach.ts'

type Type = Happening['type']
type Told<T extends Type> = Omit<Extract<Happening, { type: T }>, 'type'>

const HEAD: Reaches<EventHead> = {
  seq: 'public',
  at: 'public',
  by: 'staff',
  commandId: 'server',
  verb: 'staff',
  asked: 'server',
}

const TICKET = { no: 'public' } as const
const AT_COUNTER = { no: 'public', counterId: 'public' } as const
const STEPS = { later: 'public', dropped: 'staff', lifeEvent: 'staff' } as const
const NUMBERED = { ...TICKET, id: 'staff', number: 'public', serviceId: 'public', priority: 'public' } as const

/** Every field of every event with its reach. What is told of an event stands here or is not told. */
const EVENTS: { readonly [T in Type]: Reaches<Told<T>> } = {
  dayPlanned: { plan: 'public', reaches: 'public' },
  ticketTaken: { ...NUMBERED, due: 'public', ahead: 'public', promised: 'staff', case: 'staff', ...STEPS },
  ticketCalled: { ...AT_COUNTER, officerId: 'staff', because: 'public', calls: 'public' },
  ticketRecalled: AT_COUNTER,
  ticketSkipped: AT_COUNTER,
  ticketReturned: { ...TICKET, due: 'public', late: 'public' },
  ticketHere: { no: 'staff' },
  ticketStarted: AT_COUNTER,
  ticketFinished: {
    ...AT_COUNTER,
    document: 'staff',
    result: 'staff',
    untimed: 'public',
    done: 'public',
    rest: 'staff',
  },
  stepFinished: {
    ...AT_COUNTER,
    serviceId: 'public',
    case: 'staff',
    later: 'public',
    promised: 'staff',
    document: 'staff',
    untimed: 'public',
    done: 'public',
  },
  stepsPlanned: { ...AT_COUNTER, later: 'public' },
  ticketTransferred: { ...AT_COUNTER, serviceId: 'public', sentTo: 'public', noteId: 'staff' },
  ticketParked: { ...AT_COUNTER, reason: 'staff' },
  actUndone: {
    ...AT_COUNTER,
    undone: 'public',
    undoneSeq: 'public',
    ticket: 'public',
    current: 'public',
    freeSince: 'public',
    call: 'public',
    pace: 'public',
    gap: 'public',
  },
  takeoverUndone: { counterId: 'public', undoneSeq: 'public', counters: 'public' },
  holderRefused: { ...AT_COUNTER, why: 'staff' },
  ticketUnserved: AT_COUNTER,
  ticketCancelled: { ...TICKET, why: 'staff', reason: 'staff', backAt: 'hall' },
  ticketBooked: {
    ...NUMBERED,
    slot: 'public',
    due: 'public',
    holdId: 'server',
    held: 'public',
    case: 'staff',
    ...STEPS,
  },
  ticketRescheduled: { ...TICKET, slot: 'public', due: 'public', backAt: 'hall' },
  ticketCheckedIn: {
    ...TICKET,
    number: 'public',
    serviceId: 'public',
    priority: 'public',
    bookedAt: 'public',
    slot: 'public',
    due: 'public',
    late: 'public',
    opens: 'public',
    ahead: 'public',
    promised: 'staff',
    byNumber: 'public',
    later: 'public',
    dropped: 'staff',
  },
  checkInUndone: { ...TICKET, due: 'public' },
  ticketReleased: TICKET,
  waitlistJoined: { ...NUMBERED, case: 'staff' },
  drawOpened: { serviceId: 'public', from: 'public', to: 'public' },
  drawHeld: { serviceId: 'public', places: 'public', slotMs: 'public' },
  placeOffered: { ...TICKET, slot: 'public', until: 'public', unclaimed: 'public' },
  offerTaken: { ...TICKET, due: 'public' },
  caseChosen: { ...TICKET, case: 'staff' },
  turnDelayed: { ...TICKET, due: 'public', people: 'public' },
  slotHeld: { serviceId: 'public', start: 'public', priority: 'public', holdId: 'server', until: 'public' },
  holdEnded: { serviceId: 'public', start: 'public', holdId: 'server', held: 'public' },
  serviceClosed: { serviceId: 'public', reason: 'public', until: 'public' },
  serviceOpened: { serviceId: 'public' },
  counterOpened: { counterId: 'public', officerId: 'staff', services: 'public', chosen: 'public' },
  counterClosed: { counterId: 'public' },
  counterLeft: { counterId: 'public', why: 'staff' },
  counterMinded: { counterId: 'public' },
  counterNudged: { counterId: 'public' },
  counterTakenOver: {
    counterId: 'public',
    officerId: 'staff',
    reason: 'staff',
    number: 'staff',
    end: 'staff',
    noteId: 'staff',
  },
  ticketTakenOver: { ...AT_COUNTER, to: 'public', officerId: 'staff' },
  ticketPutBack: AT_COUNTER,
  daySettled: {},
  breakStarted: { counterId: 'public', until: 'public' },
}

const SEEN: Readonly<Record<string, Seen>> = Object.fromEntries(
  Object.entries(EVENTS).map(([type, fields]) => [type, seenOf({ type: 'public', ...HEAD, ...fields })]),
)

/** The fields of an event that an audience may see; its plan and its reason for a call have views of their own. */
export function eventView(event: DayEvent, audience: Room): DayEvent {
  return only(event, SEEN[event.type]![audience])
}
