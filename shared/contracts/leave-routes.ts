import { z } from 'zod'
import { SETTLE_ENDS, TAKEOVER_ENDS, TAKEOVER_REASONS } from '../queue/leaving.ts'
import { counter, ok, route, ticketReply } from './route.ts'
import * as s from './schemas.ts'

const takeoverEnd = z.enum(TAKEOVER_ENDS)
const takeoverReason = z.enum(TAKEOVER_REASONS)
const note = z.string().trim().max(200)
const counterReply = z.object({ counter: s.counterView })
const ticket = z.strictObject({ office: s.id, ticket: s.id })

/** Counters whose officer left, and visits without an end. */
export const leaveRoutes = {
  'POST /api/offices/:office/counters/:counter/leave': route({
    summary: 'Leave the own counter to somebody else; it counts no more until somebody acts there',
    access: { staff: 'queue.call' },
    agency: 'counter',
    command: true,
    params: counter,
    reply: counterReply,
    errors: ['COUNTER_UNKNOWN', 'COUNTER_CLOSED', 'NOT_YOUR_COUNTER'],
  }),
  'POST /api/offices/:office/counters/:counter/mind': route({
    summary: 'Answer that somebody is at the own counter',
    access: { staff: 'queue.call' },
    agency: 'counter',
    command: true,
    params: counter,
    reply: counterReply,
    errors: ['COUNTER_UNKNOWN', 'COUNTER_CLOSED', 'NOT_YOUR_COUNTER'],
  }),
  'POST /api/offices/:office/counters/:counter/nudge': route({
    summary: 'Ask the officer of a counter whether anybody is there; without an answer it is held for left',
    access: { staff: 'queue.free' },
    agency: 'counter',
    command: true,
    params: counter,
    reply: counterReply,
    errors: ['COUNTER_UNKNOWN', 'COUNTER_CLOSED', 'OWN_COUNTER'],
  }),
  'POST /api/offices/:office/counters/:counter/take-over': route({
    summary:
      'Free a counter whose officer left, with its ticket: a colleague once nobody is there, whoever leads the hall at any time',
    access: { staff: 'queue.take' },
    agency: 'counter',
    command: true,
    params: counter,
    body: z.strictObject({
      reason: takeoverReason,
      /** Read by the officer who left, and kept in no journal. */
      note: note.optional(),
      /** What becomes of the ticket that stands there. */
      end: takeoverEnd,
      /** The ticket that is meant to stand there, `null` for none. */
      ticketId: s.id.nullable().optional(),
      /** The officer who is meant to sit there. */
      from: s.id.optional(),
    }),
    reply: z.object({ counter: s.counterView, ticket: s.ticketView.nullable() }),
    errors: [
      'COUNTER_UNKNOWN',
      'COUNTER_CLOSED',
      'COUNTER_ATTENDED',
      'OWN_COUNTER',
      'OFFICER_OTHER',
      'COUNTER_BUSY',
      'COUNTER_ON_BREAK',
      'TICKET_OTHER',
      'NO_CURRENT_TICKET',
      'FORBIDDEN',
      'DAY_CLOSED',
    ],
  }),
  'POST /api/offices/:office/tickets/:ticket/settle': route({
    summary: 'Say how a visit ended of which its officer said nothing: nobody is at its counter, or its day is over',
    access: { staff: 'queue.free' },
    agency: 'ticket',
    command: true,
    params: ticket,
    body: z.strictObject({ end: z.enum(SETTLE_ENDS) }),
    reply: ticketReply,
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'TICKET_RATED', 'OWN_COUNTER', 'COUNTER_ATTENDED'],
  }),
  'GET /api/me/takeovers': route({
    summary: 'Own counters that somebody else took over, as far as not seen yet',
    access: { staff: 'queue.call' },
    reply: z.object({
      takeovers: z.array(
        z.object({
          id: z.string(),
          date: s.localDate,
          at: s.instant,
          counterId: z.string(),
          by: z.string(),
          reason: takeoverReason,
          number: z.string().nullable(),
          end: takeoverEnd.nullable(),
          note: z.string().nullable(),
        }),
      ),
    }),
    errors: [],
  }),
  'POST /api/me/takeovers/:takeover': route({
    summary: 'Seen, with an answer for the record or without',
    access: { staff: 'queue.call' },
    params: z.strictObject({ takeover: z.string().max(120) }),
    body: z.strictObject({ answer: note.optional() }),
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
} as const
