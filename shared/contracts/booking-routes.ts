import { z } from 'zod'
import { office, ok, route, token } from './route.ts'
import * as s from './schemas.ts'

const service = z.strictObject({ office: s.id, service: s.id })
const drawOf = z.strictObject({ office: s.id, service: s.id, date: s.localDate })
const slotId = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/)

/** A phone as people type it; it is kept in one spelling. */
const phone = z
  .string()
  .trim()
  .regex(/^[+\d][\d ().-]{7,20}$/)
const nik = z
  .string()
  .trim()
  .regex(/^\d{16}$/)

/** Who books: all of it optional, none of it shown to others. */
export const contact = z.strictObject({
  name: z.string().trim().min(1).max(60).optional(),
  phone: phone.optional(),
  nik: nik.optional(),
  /** Messages by this channel; none unless asked for. */
  channel: z.enum(['whatsapp', 'sms', 'telegram']).optional(),
  lang: z.enum(['id', 'en']).optional(),
})
export type Contact = z.infer<typeof contact>

/** What stands in for a proof where a busy hour asks for one: solved work, or patience where there are no scripts. */
const proof = z.string().max(4_000)
const asked = { contact: contact.optional(), proof: proof.optional(), priority: z.boolean().optional() }

const booked = z.object({
  ticket: z.object({
    number: z.string(),
    serviceId: z.string(),
    state: s.ticketState,
    priority: z.boolean(),
    slot: s.slot,
  }),
  token: z.string(),
  /** Address of the ticket's page, path only. */
  path: z.string(),
})
const bookErrors = [
  'SERVICE_UNKNOWN',
  'SERVICE_CLOSED',
  'NOT_BOOKABLE',
  'SLOT_UNKNOWN',
  'SLOT_PAST',
  'SLOT_FULL',
  'NOT_RELEASED',
  'ALREADY_BOOKED',
  'TOO_MANY_BOOKINGS',
  'PROOF_REQUIRED',
] as const

/** Booking a place before coming, and what the office does for it. */
export const bookingRoutes = {
  'GET /api/offices/:office/services/:service/slots': route({
    summary: 'Slots of a service with their free places',
    access: 'anybody',
    params: service,
    query: z.strictObject({
      from: s.localDate.optional(),
      days: z.coerce.number().int().min(1).max(31).optional(),
      priority: z.enum(['true', 'false']).optional(),
    }),
    reply: z.object({
      slots: z.array(z.object({ id: slotId, start: s.instant, end: s.instant, free: z.number().int() })),
      days: z.array(
        z.object({
          date: s.localDate,
          /** `open` places can be booked; `closed` doors; `later` not released yet; `draw` takes entries; `walkIn` only. */
          state: z.enum(['open', 'closed', 'later', 'draw', 'walkIn']),
          /** When the next places are given out, or the draw ends. */
          at: s.instant.nullable(),
        }),
      ),
      now: s.instant,
    }),
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN'],
  }),
  'POST /api/offices/:office/holds': route({
    summary: 'Hold a place while the form is filled',
    access: 'anybody',
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({
      serviceId: s.id,
      slotId,
      priority: z.boolean().optional(),
      proof: proof.optional(),
      /** A hold that this one replaces. */
      instead: z.string().max(80).optional(),
    }),
    reply: z.object({ hold: z.string(), until: s.instant }),
    errors: bookErrors,
  }),
  'POST /api/offices/:office/bookings': route({
    summary: 'Book a place; the number and its link come at once',
    access: 'anybody',
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({
      serviceId: s.id,
      slotId,
      ...asked,
      hold: z.string().max(80).optional(),
      /** Papers of the checklist that are in hand, by their place in the list. */
      papers: z.array(z.number().int().min(0).max(60)).max(60).optional(),
    }),
    reply: booked,
    errors: [...bookErrors, 'HOLD_ENDED'],
  }),
  'POST /api/offices/:office/bookings/group': route({
    summary: 'Book for several people at once, from a slot on',
    access: { staff: 'booking.help' },
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({
      serviceId: s.id,
      slotId,
      people: z
        .array(z.strictObject({ name: z.string().trim().min(1).max(60), phone: phone.optional() }))
        .min(1)
        .max(60),
    }),
    reply: z.object({
      booked: z.array(booked.extend({ name: z.string() })),
      /** Names for whom no place was left. */
      left: z.array(z.string()),
    }),
    errors: bookErrors,
  }),
  'POST /api/offices/:office/services/:service/waitlist': route({
    summary: 'Wait for a place of a day that is full',
    access: 'anybody',
    command: true,
    status: 201,
    params: service,
    body: z.strictObject({ date: s.localDate, ...asked }),
    reply: z.object({ number: z.string(), place: z.number().int(), token: z.string(), path: z.string() }),
    errors: bookErrors,
  }),
  'POST /api/offices/:office/services/:service/draws/:date/entries': route({
    summary: 'Ask for a place in a draw; everybody within the window has the same chance',
    access: 'anybody',
    command: true,
    status: 201,
    params: drawOf,
    body: z.strictObject({
      wishes: z.array(slotId).min(1).max(10),
      anySlot: z.boolean().optional(),
      ...asked,
      papers: z.array(z.number().int().min(0).max(60)).max(60).optional(),
    }),
    reply: z.object({ code: z.string(), token: z.string(), path: z.string(), drawAt: s.instant }),
    errors: [...bookErrors, 'DRAW_CLOSED', 'CONTACT_NEEDED'],
  }),
  'GET /api/offices/:office/services/:service/draws/:date': route({
    summary: 'The record of a draw: its commitment, and afterwards everything that is needed to compute it again',
    access: 'anybody',
    params: drawOf,
    reply: z.object({
      opensAt: s.instant,
      closesAt: s.instant,
      /** SHA-256 of the seed, published before the window closes. */
      commitment: z.string(),
      entries: z.number().int(),
      /** Present once it has been drawn. */
      drawn: z
        .object({
          at: s.instant,
          seed: z.string(),
          digest: z.string(),
          places: z.array(z.object({ id: slotId, places: z.number().int() })),
          entries: z.array(
            z.object({
              code: z.string(),
              wishes: z.array(slotId),
              anySlot: z.boolean(),
              order: z.number().int(),
              slotId: slotId.nullable(),
            }),
          ),
        })
        .nullable(),
    }),
    errors: ['DRAW_UNKNOWN', 'SERVICE_UNKNOWN'],
  }),
  'POST /api/tickets/:token/check-in': route({
    summary: 'I am here: check in with the code of the hall screen',
    access: 'holder',
    command: true,
    params: token,
    body: z.strictObject({ code: z.string().trim().max(12).optional() }),
    reply: z.object({ state: s.ticketState, late: z.boolean() }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'CHECK_IN_EARLY', 'CHECK_IN_CODE', 'OFFICE_CLOSED'],
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
    summary: 'I have come after a missed call: back in line',
    access: 'holder',
    command: true,
    params: token,
    reply: z.object({ state: s.ticketState, late: z.boolean(), ahead: z.number().int() }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE'],
  }),
  'POST /api/tickets/:token/offer': route({
    summary: 'Take a place that was offered',
    access: 'holder',
    command: true,
    params: token,
    reply: booked,
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'OFFER_ENDED'],
  }),
  'POST /api/offices/:office/check-in': route({
    summary: 'Check in at the kiosk or the desk: by the link of the ticket or by its number',
    access: { staff: 'queue.take', device: 'kiosk' },
    command: true,
    params: office,
    body: z.strictObject({
      token: z.string().min(20).max(80).optional(),
      number: z.string().trim().max(12).optional(),
    }),
    reply: z.object({
      ticket: s.ticketView,
      token: z.string(),
      path: z.string(),
      ahead: z.number().int(),
      range: s.range.nullable(),
      late: z.boolean(),
    }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'CHECK_IN_EARLY', 'OFFICE_CLOSED'],
  }),
  'GET /api/offices/:office/check-in-code': route({
    summary: 'The code that the hall screen shows now; whoever reads it is in the hall',
    access: { staff: 'queue.take', device: 'display' },
    params: office,
    reply: z.object({ code: z.string(), until: s.instant, now: s.instant }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/services/:service/close': route({
    summary: 'Close a service for a while: kiosk, hall and today’s bookings learn of it at once',
    access: { staff: 'queue.close' },
    command: true,
    params: service,
    body: z.strictObject({ reason: s.closeReason, until: s.instant.optional() }),
    reply: z.object({ closedSince: s.instant.nullable(), told: z.number().int() }),
    errors: ['SERVICE_UNKNOWN'],
  }),
  'POST /api/offices/:office/services/:service/open': route({
    summary: 'Open a closed service again',
    access: { staff: 'queue.close' },
    command: true,
    params: service,
    reply: z.object({ closedSince: s.instant.nullable(), told: z.number().int() }),
    errors: ['SERVICE_UNKNOWN'],
  }),
  'GET /api/offices/:office/bookings': route({
    summary: 'Bookings of a day for the desk: who comes next, with their checklists',
    access: { staff: 'queue.take' },
    params: office,
    query: z.strictObject({ date: s.localDate.optional() }),
    reply: z.object({
      date: s.localDate,
      bookings: z.array(
        z.object({
          ticketId: z.string(),
          number: z.string(),
          serviceId: z.string(),
          slot: s.slot.nullable(),
          state: s.ticketState,
          priority: z.boolean(),
          name: z.string().nullable(),
          papers: z.array(z.number().int()),
          files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number().int(), type: z.string() })),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/clusters': route({
    summary: 'Bookings that came together from one phone or network, for a look before they are voided',
    access: { staff: 'booking.void' },
    params: office,
    reply: z.object({
      clusters: z.array(
        z.object({
          id: z.string(),
          kind: z.enum(['device', 'network']),
          bookings: z.number().int(),
          withoutContact: z.number().int(),
          from: s.instant,
          to: s.instant,
          numbers: z.array(z.object({ date: s.localDate, number: z.string(), serviceId: z.string() })),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/clusters/void': route({
    summary: 'Void all live bookings of a cluster in one act; it goes on record',
    access: { staff: 'booking.void' },
    command: true,
    params: office,
    body: z.strictObject({ cluster: z.string().max(120), reason: z.enum(['broker', 'test', 'mistake']) }),
    reply: z.object({ voided: z.number().int() }),
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
