import { z } from 'zod'
import { PROOF } from '../booking/check-in-proof.ts'
import { bookErrors, booked, slotId } from './booking-routes.ts'
import { office, ok, route, token } from './route.ts'
import * as s from './schemas.ts'

/** What a holder does with a booking or a place in line, and coming to the office. */
export const comingRoutes = {
  'POST /api/tickets/:token/check-in': route({
    summary: 'I am here: check in with the code of the hall screen',
    access: 'holder',
    command: true,
    params: token,
    body: z.strictObject({ code: z.string().trim().max(12).optional() }),
    reply: z.object({ state: s.ticketState, late: z.boolean() }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'TIME_LOST', 'CHECK_IN_EARLY', 'CHECK_IN_CODE', 'OFFICE_CLOSED'],
  }),
  'POST /api/tickets/:token/undo-check-in': route({
    summary: 'That was not me: take back a check-in by number',
    access: 'holder',
    command: true,
    params: token,
    reply: z.object({ state: s.ticketState }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE'],
  }),
  'POST /api/tickets/:token/reschedule': route({
    summary: 'Move a booking to another slot, also of another day; the place is changed in one act',
    access: 'holder',
    command: true,
    params: token,
    body: z.strictObject({ slotId }),
    reply: booked,
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', ...bookErrors],
  }),
  'POST /api/tickets/:token/case': route({
    summary: 'Say anew what the ticket is for; an id that is no case of the service says that it is none of them',
    access: 'holder',
    command: true,
    params: token,
    body: z.strictObject({ case: s.id }),
    reply: z.object({ case: z.string().nullable() }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE'],
  }),
  'POST /api/tickets/:token/let-pass': route({
    summary: 'I need time: let some people pass',
    access: 'holder',
    command: true,
    params: token,
    body: z.strictObject({ people: z.number().int().min(1).max(20) }),
    reply: z.object({ state: s.ticketState, ahead: z.number().int() }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'NOBODY_TO_PASS'],
  }),
  'POST /api/tickets/:token/here': route({
    summary: 'I am here: the desk is told of a number that waits, and after a missed call it is back in line',
    access: 'holder',
    command: true,
    params: token,
    reply: z.object({ state: s.ticketState, late: z.boolean(), ahead: z.number().int() }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'DAY_CLOSED'],
  }),
  'POST /api/tickets/:token/offer': route({
    summary: 'Take a place that was offered',
    access: 'holder',
    command: true,
    params: token,
    reply: booked,
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'OFFER_ENDED', 'SERVICE_CLOSED'],
  }),
  'POST /api/offices/:office/check-in': route({
    serves: true,
    summary:
      'Check in at the kiosk or the desk: by the QR code or the link of the ticket, or by its number, which the kiosk takes with a proof only',
    access: { staff: 'queue.take', device: 'kiosk' },
    agency: 'part',
    command: true,
    params: office,
    body: z.strictObject({
      token: z.string().min(20).max(80).optional(),
      number: z.string().trim().max(12).optional(),
      /** The last digits of the phone, or the booking code; needed beside a number at the kiosk, and wherever its holder said that somebody else came. */
      proof: z.string().regex(PROOF).optional(),
    }),
    reply: z.object({
      ticket: s.ticketView,
      /** The link that was shown to the kiosk, else one that only looks. */
      token: z.string(),
      path: z.string(),
      ahead: z.number().int(),
      range: s.range.nullable(),
      late: z.boolean(),
      visit: s.visitAhead,
    }),
    errors: [
      'TICKET_UNKNOWN',
      'TICKET_STATE',
      'TIME_LOST',
      'CHECK_IN_EARLY',
      'CHECK_IN_PROOF',
      'LINK_LOOKS',
      'TOO_MANY_ATTEMPTS',
      'OFFICE_CLOSED',
    ],
  }),
  'GET /api/offices/:office/check-in-code': route({
    summary: 'The code that the hall screen shows now; whoever reads it is in the hall',
    access: { staff: 'queue.take', device: 'display' },
    agency: 'hall',
    params: office,
    reply: z.object({ code: z.string(), until: s.instant, now: s.instant }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/tickets/:token/files/remove': route({
    summary: 'Take an uploaded file back',
    access: 'holder',
    command: true,
    params: token,
    body: z.strictObject({ file: s.id }),
    reply: ok,
    errors: ['TICKET_UNKNOWN', 'NOT_FOUND'],
  }),
} as const
