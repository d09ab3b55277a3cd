import { z } from 'zod'
import { VOID_REASONS } from '../queue/day.ts'
import { OPENING_REASONS } from '../queue/opening.ts'
import { bookErrors, booked, phone, service, slotId } from './booking-routes.ts'
import { office, route } from './route.ts'
import * as s from './schemas.ts'

/** Why a name or a scan is opened. */
export const openingReason = z.enum(OPENING_REASONS)

/** What the desk does for those who book: groups, preparation, closing a service, voiding what brokers hold. */
export const frontRoutes = {
  'POST /api/offices/:office/bookings/group': route({
    serves: true,
    summary: 'Book for several people at once, from a slot on',
    access: { staff: 'booking.help' },
    agency: 'service',
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({
      serviceId: s.id,
      slotId,
      case: s.id.optional(),
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
  'POST /api/offices/:office/services/:service/close': route({
    summary: 'Close a service for a while: kiosk, hall and today’s bookings learn of it at once',
    access: { staff: 'queue.close' },
    agency: 'service',
    command: true,
    serves: true,
    params: service,
    body: z.strictObject({ reason: s.closeReason, until: s.instant.optional() }),
    reply: z.object({ closedSince: s.instant.nullable(), told: z.number().int() }),
    errors: ['SERVICE_UNKNOWN'],
  }),
  'POST /api/offices/:office/services/:service/open': route({
    summary: 'Open a closed service again',
    access: { staff: 'queue.close' },
    agency: 'service',
    command: true,
    params: service,
    reply: z.object({ closedSince: s.instant.nullable(), told: z.number().int() }),
    errors: ['SERVICE_UNKNOWN'],
  }),
  'GET /api/offices/:office/bookings': route({
    summary: 'Bookings of a day for the desk: who comes next, with their checklists; names are masked, scans unnamed',
    access: { staff: 'queue.take' },
    agency: 'part',
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
          case: z.string().optional(),
          /** Its first letter only. */
          name: z.string().nullable(),
          papers: z.array(s.id),
          files: z.array(z.object({ id: z.string(), bytes: z.number().int(), type: z.string() })),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/bookings/:ticket/open': route({
    summary:
      'Open whom a booking is for, by whoever needs it now: the officer who serves or prepares it, the front desk. On record with the reason',
    access: { staff: 'queue.take' },
    agency: 'ticket',
    params: z.strictObject({ office: s.id, ticket: s.id }),
    body: z.strictObject({ reason: openingReason }),
    reply: z.object({ number: z.string(), name: z.string().nullable(), phoneEnd: z.string().nullable() }),
    errors: ['TICKET_UNKNOWN', 'FORBIDDEN'],
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
    body: z.strictObject({ cluster: z.string().max(120), reason: z.enum(VOID_REASONS) }),
    reply: z.object({ voided: z.number().int() }),
    errors: ['NOT_FOUND'],
  }),
} as const
