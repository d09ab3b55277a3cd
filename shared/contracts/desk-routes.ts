import { z } from 'zod'
import { MOST_PARTS } from '../queue/steps/part.ts'
import { counter, office, route, ticketReply } from './route.ts'
import * as s from './schemas.ts'

const counterReply = z.object({ counter: s.counterView })

const desk = { access: { staff: 'queue.call' }, agency: 'counter', command: true, params: counter } as const
const deskErrors = [
  'COUNTER_UNKNOWN',
  'COUNTER_CLOSED',
  'NOT_YOUR_COUNTER',
  'NO_CURRENT_TICKET',
  'TICKET_STATE',
  'TICKET_OTHER',
] as const

/** The ticket that the officer means to stand at the counter; an act that comes late or again touches no other one. */
const meant = { ticketId: s.id.optional() }
/** How a service ends; a document is what is not declined. */
const ending = {
  document: z.boolean().optional(),
  result: s.saidResult.optional(),
  /** How many parts of the visit were done here; where nobody says, all that the counter serves in a row. */
  parts: z.number().int().min(1).max(MOST_PARTS).optional(),
  /** What the visit asks for beside them is not needed. */
  rest: z.literal('notNeeded').optional(),
}
const meaning = { body: z.strictObject(meant) }

/** An officer at a counter. */
export const deskRoutes = {
  'GET /api/offices/:office/unfinished': route({
    summary: 'Visits of the day before that whoever asks has not finished, also after midnight',
    access: { staff: 'queue.call' },
    agency: 'own',
    params: office,
    reply: z.object({ date: s.localDate, tickets: z.array(s.ticketView) }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/counters/:counter/note': route({
    summary: 'The note that came with the ticket at the own counter',
    access: { staff: 'queue.call' },
    agency: 'counter',
    params: counter,
    reply: z.object({ number: z.string(), note: z.string().nullable() }),
    errors: ['COUNTER_UNKNOWN', 'COUNTER_CLOSED', 'NOT_YOUR_COUNTER', 'NO_CURRENT_TICKET'],
  }),
  'POST /api/offices/:office/counters/:counter/open': route({
    ...desk,
    serves: true,
    summary: 'Sit down at a counter, or come back from a break',
    body: z.strictObject({ services: z.array(s.id).min(1).max(300).optional() }),
    reply: counterReply,
    errors: ['COUNTER_UNKNOWN', 'COUNTER_TAKEN', 'OFFICER_ELSEWHERE', 'SERVICE_UNKNOWN'],
  }),
  'POST /api/offices/:office/counters/:counter/close': route({
    ...desk,
    summary: 'Leave a counter',
    reply: counterReply,
    errors: ['COUNTER_UNKNOWN', 'COUNTER_BUSY', 'NOT_YOUR_COUNTER'],
  }),
  'POST /api/offices/:office/counters/:counter/break': route({
    ...desk,
    summary: 'Take a break of some minutes',
    body: z.strictObject({ minutes: z.number().int().min(1).max(180) }),
    reply: counterReply,
    errors: ['COUNTER_UNKNOWN', 'COUNTER_CLOSED', 'COUNTER_BUSY', 'NOT_YOUR_COUNTER'],
  }),
  'POST /api/offices/:office/counters/:counter/call-next': route({
    ...desk,
    summary: 'Call the next ticket by the rule; a ticket in service is finished by the same act',
    body: z.strictObject({
      pick: z.strictObject({ ticketId: s.id, reason: s.pickReason }).optional(),
      ...ending,
      /** The same; `null` where nobody stands there. */
      ticketId: s.id.nullable().optional(),
    }),
    reply: ticketReply,
    errors: [
      'TICKET_OTHER',
      'NO_CURRENT_TICKET',
      'QUEUE_EMPTY',
      'COUNTER_CLOSED',
      'COUNTER_ON_BREAK',
      'COUNTER_BUSY',
      'NOT_YOUR_COUNTER',
      'FORBIDDEN',
    ],
  }),
  'POST /api/offices/:office/counters/:counter/recall': route({
    ...desk,
    ...meaning,
    summary: 'Call the same ticket once more',
    reply: ticketReply,
    errors: deskErrors,
  }),
  'POST /api/offices/:office/counters/:counter/skip': route({
    ...desk,
    ...meaning,
    summary: 'Pass over a called ticket whose holder did not come',
    reply: ticketReply,
    errors: [...deskErrors, 'TICKET_RATED'],
  }),
  'POST /api/offices/:office/counters/:counter/start': route({
    ...desk,
    ...meaning,
    summary: 'The holder stands at the counter: service begins',
    reply: ticketReply,
    errors: deskErrors,
  }),
  'POST /api/offices/:office/counters/:counter/finish': route({
    ...desk,
    summary:
      'Service ends, as complete or with another result; the survey of this visit opens, and of a complete one the application of its document unless it is declined',
    body: z.strictObject({ ...meant, ...ending }),
    reply: ticketReply,
    errors: deskErrors,
  }),
  'POST /api/offices/:office/counters/:counter/steps': route({
    ...desk,
    summary: 'Say anew what the visit at the counter is still for: add a part, drop one, put them in another order',
    body: z.strictObject({
      ...meant,
      later: z.array(z.strictObject({ serviceId: s.id, case: s.id.exactOptional() })).max(MOST_PARTS - 1),
    }),
    reply: ticketReply,
    errors: [...deskErrors, 'SERVICE_UNKNOWN', 'SERVICE_CLOSED', 'SAME_SERVICE'],
  }),
  'POST /api/offices/:office/counters/:counter/transfer': route({
    ...desk,
    summary: 'Send the ticket to another service, or to another counter, with its place in time',
    body: z.strictObject({ ...meant, serviceId: s.id, sentTo: s.id.optional(), note: s.note.optional() }),
    reply: ticketReply,
    errors: [...deskErrors, 'COUNTER_BUSY', 'SERVICE_UNKNOWN', 'SERVICE_CLOSED', 'SAME_SERVICE', 'DAY_CLOSED'],
  }),
  'POST /api/offices/:office/counters/:counter/park': route({
    ...desk,
    summary: 'Put the visit aside',
    body: z.strictObject({ ...meant, reason: s.parkReason }),
    reply: ticketReply,
    errors: deskErrors,
  }),
  'POST /api/offices/:office/counters/:counter/wrong-holder': route({
    ...desk,
    ...meaning,
    summary:
      'Somebody else came than the one who booked: the visit ends and the booking is void; called, or soon after the start',
    reply: ticketReply,
    errors: [...deskErrors, 'HOLDER_LATE'],
  }),
  'POST /api/offices/:office/counters/:counter/undo': route({
    ...desk,
    // Whoever took a counter over takes that back, also where they serve at none.
    access: { staff: 'queue.take' },
    agency: 'counter',
    summary: 'Take the last act at this counter back, with its effects, within 30 seconds',
    body: z.strictObject({
      /** `seq` of the first event of the act that is meant, so that no later one is touched. */
      act: z.number().int().min(1).optional(),
    }),
    /** `null` where a counter was given back at which nobody stood. */
    reply: z.object({ ticket: s.ticketView.nullable() }),
    errors: ['COUNTER_UNKNOWN', 'COUNTER_CLOSED', 'NOT_YOUR_COUNTER', 'UNDO_NOTHING', 'UNDO_LATE', 'UNDO_OVERTAKEN'],
  }),
  'POST /api/offices/:office/counters/:counter/resume': route({
    ...desk,
    summary: 'Call a parked ticket back, or one skipped by mistake',
    body: z.strictObject({ ticketId: s.id }),
    reply: ticketReply,
    errors: [
      'COUNTER_CLOSED',
      'COUNTER_ON_BREAK',
      'COUNTER_BUSY',
      'NOT_YOUR_COUNTER',
      'TICKET_UNKNOWN',
      'TICKET_STATE',
    ],
  }),
} as const
