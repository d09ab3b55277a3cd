import { z } from 'zod'
import { PHONE_CHANNELS } from '../messages/message.ts'
import type { QueueDay } from '../queue/day.ts'
import type { Estimates } from '../queue/estimate/estimate.ts'
import { applicationState, holderApplication } from './application-routes.ts'
import { office, route, ticketReply, token } from './route.ts'
import * as s from './schemas.ts'

const ticket = z.strictObject({ office: s.id, ticket: s.id })

/** The queue: numbers, the board, the holder’s ticket. */
export const queueRoutes = {
  'GET /api/offices/:office/board': route({
    serves: true,
    summary: 'The hall now: open numbers, counters, last calls, ranges. Nothing about people',
    access: 'anybody',
    params: office,
    reply: z.object({
      seq: z.number().int(),
      date: s.localDate,
      now: s.instant,
      waiting: z.record(z.string(), z.number().int()),
      day: s.shaped<QueueDay>('The public queue day that live events continue'),
      estimates: s.shaped<Estimates>('Ranges per service and waiting ticket'),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/tickets': route({
    serves: true,
    summary: 'Take a number',
    access: { staff: 'queue.take', device: 'kiosk' },
    agency: 'service',
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({ serviceId: s.id, priority: z.boolean().optional(), case: s.id.optional(), ...s.lifeEvent }),
    reply: z.object({
      ticket: s.ticketView,
      token: z.string(),
      /** Address of the ticket's live page, path only. */
      path: z.string(),
      ahead: z.number().int(),
      range: s.range.nullable(),
      visit: s.visitAhead,
    }),
    errors: ['OFFICE_CLOSED', 'SERVICE_UNKNOWN', 'SERVICE_CLOSED'],
  }),
  'POST /api/offices/:office/tickets/:ticket/return': route({
    summary: 'Put somebody who missed their call back in line',
    access: { staff: 'queue.call' },
    agency: 'ticket',
    command: true,
    params: ticket,
    reply: ticketReply,
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'DAY_CLOSED'],
  }),
  'POST /api/offices/:office/tickets/:ticket/cancel': route({
    summary: 'Give a number back at the desk',
    access: { staff: 'queue.call' },
    agency: 'ticket',
    command: true,
    params: ticket,
    reply: ticketReply,
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'TICKET_PARKED'],
  }),
  'GET /api/offices/:office/day': route({
    summary: 'The whole queue day for the desk',
    access: { staff: 'queue.take' },
    agency: 'part',
    params: office,
    reply: z.object({
      now: s.instant,
      day: s.shaped<QueueDay>('The staff queue day'),
      estimates: s.shaped<Estimates>('Ranges per service and waiting ticket'),
      staff: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/tickets/:token': route({
    summary: 'A ticket, for whoever holds its link',
    access: 'holder',
    params: token,
    reply: z.object({
      ticket: z.object({
        no: z.number().int(),
        number: z.string(),
        serviceId: z.string(),
        state: s.ticketState,
        priority: z.boolean(),
        /** What it is for: a case of its service. */
        case: z.string().optional(),
        takenAt: s.instant,
        /** When its holder said to be in the hall. */
        hereAt: s.instant.optional(),
        due: s.instant,
        since: s.instant,
        counterId: z.string().optional(),
        calledAt: s.instant.optional(),
        joined: z.enum(['walkIn', 'priority', 'booked', 'returned', 'late', 'transferred', 'step']),
        bookedAt: s.instant.optional(),
        slot: s.slot.optional(),
        /** Checked in before the slot: not called before this unless nobody else waits. */
        opens: s.instant.optional(),
        offeredUntil: s.instant.optional(),
        why: s.cancelReason.optional(),
        byNumber: z.literal(true).optional(),
      }),
      office: s.officeInfo.pick({
        id: true,
        name: true,
        city: true,
        zone: true,
        rules: true,
        address: true,
        addressEn: true,
        mapPoint: true,
        phone: true,
        entrance: true,
        entranceEn: true,
        accent: true,
        logo: true,
      }),
      /** The published hours of its day; `null` where the office is closed. */
      doors: z.object({ from: s.instant, to: s.instant }).nullable(),
      service: s.serviceInfo.pick({
        id: true,
        letter: true,
        name: true,
        requirements: true,
        cases: true,
        standardMinutes: true,
        waitPromiseMinutes: true,
      }),
      /** Counters where its service is served now, by name. */
      counters: z.array(z.object({ id: z.string(), name: z.string() })),
      date: s.localDate,
      now: s.instant,
      /** The service day is over. */
      over: z.boolean(),
      ahead: z.number().int(),
      range: s.range.nullable(),
      returnUntil: s.instant.nullable(),
      /** When check-in is open; `null` for a ticket that was not booked. */
      checkIn: z.object({ from: s.instant, until: s.instant, codeNeeded: z.boolean() }).nullable(),
      /** The booking code, while the booking is still to come. */
      code: z.string().nullable(),
      /** The service is closed for a while. */
      closed: z.object({ since: s.instant, reason: s.closeReason, until: s.instant.nullable() }).nullable(),
      /** The office is closed on its day. */
      shut: z.boolean(),
      /** The next free slot to move to, when the service is closed. */
      moveTo: z.object({ slotId: z.string(), slot: s.slot, date: s.localDate }).nullable(),
      /** Place on the waitlist, from 1. */
      waitlistPlace: z.number().int().nullable(),
      held: z.boolean(),
      /** The draw in which this ticket is entered, or by which it came once that was `held`. */
      draw: z.object({ code: z.string(), at: s.instant, path: z.string(), held: z.boolean() }).nullable(),
      /** Where a ticket that was moved to another day is followed now. */
      movedTo: z.string().nullable(),
      /** Whose time the office took has booked this service anew: where, for the phone that booked both. */
      anew: z.object({ path: z.string().nullable() }).nullable(),
      /** A link for the family that only looks; `null` where this page is that link. */
      sharePath: z.string().nullable(),
      /** By which road its holder is told of what happens; `null` for a link that only looks. */
      told: z
        .object({
          /** The last two digits, never the number; without a channel it is known, and no message goes there. */
          phone: z
            .object({
              channel: z.enum(PHONE_CHANNELS).nullable(),
              end: z.string().max(2),
              /** The link of the survey comes there after the visit. */
              survey: z.literal(true).optional(),
            })
            .nullable(),
          /** A browser asked to be told. */
          push: z.boolean(),
        })
        .nullable(),
      /** Papers of the checklist in hand, as the booker said. */
      papers: z.array(s.id),
      files: z.array(z.object({ id: z.string(), name: z.string(), bytes: z.number().int() })),
      mayUpload: z.boolean(),
      /** Whether this link leads to the survey once the visit is complete. */
      mayRate: z.boolean(),
      survey: z.object({ path: z.string(), state: z.enum(['open', 'rated', 'complete', 'expired']) }).nullable(),
      /** How the visit ended, where it was not simply complete; nothing of it for a link that only looks. */
      result: s.toldResult.nullable(),
      /** The file of the document that the visit asked for. */
      application: holderApplication.nullable(),
      /** When one of the documents of a visit that has ended last took a step; `null` once nothing more is to come of any. */
      document: s.instant.nullable(),
      /** A visit of several steps: those that are over, the one at hand and those to come; `null` where there is one. */
      visit: z
        .object({
          /** The event of life. */
          eventId: z.string().nullable(),
          event: s.words.nullable(),
          /** Services of the event that its holder left out. */
          without: z.array(z.string()).exactOptional(),
          steps: z.array(
            z.object({
              services: z.array(s.words),
              state: z.enum(['done', 'now', 'later']),
              counter: z.string().nullable(),
              queuedAt: s.instant.optional(),
              calledAt: s.instant.optional(),
              startedAt: s.instant.optional(),
              endedAt: s.instant.optional(),
            }),
          ),
          /** What it was wished for and its day does not offer, with the weekdays on which its agency is there, if it has any. */
          dropped: z.array(z.object({ service: s.words, days: z.array(z.number().int()) })),
          documents: z.array(z.object({ name: s.words, state: applicationState, date: s.localDate })),
        })
        .nullable(),
      demo: z.boolean(),
    }),
    errors: ['TICKET_UNKNOWN'],
  }),
  'POST /api/tickets/:token/cancel': route({
    summary: 'Give the number back',
    access: 'holder',
    command: true,
    params: token,
    reply: z.object({ state: s.ticketState }),
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE', 'DRAW_CLOSED'],
  }),
} as const
