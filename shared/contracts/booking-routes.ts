import { z } from 'zod'
import { plainPhone } from '../kit/phone.ts'
import { isDate } from '../kit/time.ts'
import { office, route } from './route.ts'
import * as s from './schemas.ts'

export const service = z.strictObject({ office: s.id, service: s.id })
const drawOf = z.strictObject({ office: s.id, service: s.id, date: s.localDate })
export const slotId = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d$/)
  .refine(id => isDate(id.slice(0, 10)), 'a date of the calendar')

/** A phone as people type it; it is kept in one spelling. */
export const phone = z
  .string()
  .trim()
  .max(40)
  .refine(typed => plainPhone(typed) !== undefined, 'a phone number that can exist')
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
const asked = {
  contact: contact.optional(),
  proof: proof.optional(),
  priority: z.boolean().optional(),
  /** What it is for: a case of the service; one that it does not have (any more) is none. */
  case: s.id.optional(),
}

/** Papers of the checklist that are in hand, by their ids. */
const papers = z.array(s.id).max(60).optional()

export const booked = z.object({
  ticket: z.object({
    number: z.string(),
    serviceId: z.string(),
    state: s.ticketState,
    priority: z.boolean(),
    case: z.string().optional(),
    slot: s.slot,
  }),
  token: z.string(),
  /** Address of the ticket's page, path only. */
  path: z.string(),
  /** The booking code, typed at the kiosk beside the number. */
  code: z.string(),
  visit: s.visitAhead,
})
export const bookErrors = [
  'SERVICE_UNKNOWN',
  'SERVICE_CLOSED',
  'NOT_BOOKABLE',
  'SLOT_UNKNOWN',
  'SLOT_PAST',
  'SLOT_FULL',
  'NOT_RELEASED',
  'DRAW_PENDING',
  'ALREADY_BOOKED',
  'TOO_MANY_BOOKINGS',
  'CONTACT_NEEDED',
  'PROOF_REQUIRED',
] as const

/** Booking a place before coming. */
export const bookingRoutes = {
  'GET /api/offices/:office/services/:service/slots': route({
    serves: true,
    summary: 'Slots of a service with their free places',
    access: 'anybody',
    params: service,
    query: z.strictObject({
      from: s.localDate.optional(),
      days: z.coerce.number().int().min(1).max(31).optional(),
      priority: z.enum(['true', 'false']).optional(),
    }),
    reply: z.object({
      slots: z.array(
        z.object({
          id: slotId,
          start: s.instant,
          end: s.instant,
          free: z.number().int(),
          /** While a draw is to come: the places that it would give if it were held now. */
          toDraw: z.number().int().optional(),
        }),
      ),
      days: z.array(
        z.object({
          date: s.localDate,
          /** `open` places can be booked; `closed` doors; `later` not released yet; `draw` gives them; `walkIn` only. */
          state: z.enum(['open', 'closed', 'later', 'draw', 'walkIn']),
          /** When the next places are given out, or a draw takes entries no more: `null` from then until its result. */
          at: s.instant.nullable(),
        }),
      ),
      /** Times worth naming first: the two quietest of the nearest dates, and the soonest; `crowd` is how full the hall is then. */
      quiet: z.array(
        z.object({
          slotId,
          why: z.enum(['quiet', 'soonest']),
          crowd: z.enum(['none', 'few', 'half', 'many']),
        }),
      ),
      now: s.instant,
    }),
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN'],
  }),
  'POST /api/offices/:office/holds': route({
    serves: true,
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
    }),
    reply: z.object({ hold: z.string(), until: s.instant }),
    errors: [...bookErrors, 'HOLD_ENDED'],
  }),
  'POST /api/offices/:office/bookings': route({
    serves: true,
    summary: 'Book a place; the number and its link come at once',
    access: 'anybody',
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({
      serviceId: s.id,
      slotId,
      ...asked,
      ...s.lifeEvent,
      hold: z.string().max(80).optional(),
      papers,
    }),
    reply: booked,
    errors: [...bookErrors, 'HOLD_ENDED'],
  }),
  'POST /api/offices/:office/services/:service/waitlist': route({
    serves: true,
    summary: 'Wait for a place of a day that is full',
    access: 'anybody',
    command: true,
    status: 201,
    params: service,
    body: z.strictObject({ date: s.localDate, ...asked }),
    reply: z.object({ number: z.string(), place: z.number().int(), token: z.string(), path: z.string() }),
    errors: [...bookErrors, 'PLACES_FREE', 'DATE_CLOSED'],
  }),
  'POST /api/offices/:office/services/:service/draws/:date/entries': route({
    serves: true,
    summary: 'Ask for a place in a draw; everybody within the window has the same chance',
    access: 'anybody',
    command: true,
    status: 201,
    params: drawOf,
    body: z.strictObject({
      wishes: z.array(slotId).min(1).max(10),
      anySlot: z.boolean().optional(),
      ...asked,
      papers,
    }),
    reply: z.object({ code: z.string(), token: z.string(), path: z.string(), drawAt: s.instant }),
    errors: [...bookErrors, 'DRAW_CLOSED', 'DRAW_HELD', 'DRAW_UNKNOWN'],
  }),
  'GET /api/offices/:office/services/:service/draws/:date': route({
    serves: true,
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
          /** How long each slot was, of which `places` names the beginnings; absent in records of earlier versions. */
          slotMinutes: z.number().optional(),
          places: z.array(z.object({ id: slotId, places: z.number().int() })),
          entries: z.array(
            z.object({
              code: z.string(),
              /** The times that were asked for, where they were no times of the day any more. */
              asked: z.array(slotId).optional(),
              /** The slots as which they were read when the draw was held, best first. */
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
} as const
