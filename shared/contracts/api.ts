import { z } from 'zod'
import type { ErrorCode } from '../kit/errors.ts'
import type { Permission } from '../office/permissions.ts'
import type { QueueDay } from '../queue/day.ts'
import type { Estimates } from '../queue/estimate.ts'
import type { IkmView, RecordView, UnitFigures } from './figures.ts'
import * as s from './schemas.ts'

/** Who may ask: anybody, the holder of a link, a paired device or staff with the right, staff with the right, any staff. */
export type Access =
  'anybody' | 'holder' | 'signedIn' | { readonly staff: Permission; readonly device?: 'kiosk' | 'display' }

/** One route: everything that the server, the typed client and the OpenAPI document need to know of it. */
export interface Route {
  readonly summary: string
  readonly access: Access
  /** Status of a good answer; 200 unless given. */
  readonly status?: 201
  /** A command carries an `Idempotency-Key`: the same key again gives the same answer. */
  readonly command?: true
  readonly params?: z.ZodObject
  readonly query?: z.ZodObject
  readonly body?: z.ZodObject
  readonly reply: z.ZodType
  readonly errors: readonly ErrorCode[]
}

const route = <const R extends Route>(r: R): R => r

const office = z.strictObject({ office: s.id })
const counter = z.strictObject({ office: s.id, counter: s.id })
const ticket = z.strictObject({ office: s.id, ticket: s.id })
const token = z.strictObject({
  token: z
    .string()
    .min(20)
    .max(80)
    .regex(/^[\w.-]+$/),
})
const device = z.strictObject({ office: s.id, device: s.id })
const period = z.strictObject({ from: s.localDate.optional(), to: s.localDate.optional() })
const ok = z.object({ ok: z.literal(true) })
const ticketReply = z.object({ ticket: s.ticketView })
const counterReply = z.object({ counter: s.counterView })

const desk = { access: { staff: 'queue.call' }, command: true, params: counter } as const
const deskErrors = [
  'COUNTER_UNKNOWN',
  'COUNTER_CLOSED',
  'NOT_YOUR_COUNTER',
  'NO_CURRENT_TICKET',
  'TICKET_STATE',
] as const

/** Every route of the server, by method and path. */
export const api = {
  'GET /api/health': route({
    summary: 'Is the server well?',
    access: 'anybody',
    reply: z.object({ ok: z.boolean(), version: z.string(), now: s.instant, demo: z.boolean(), database: z.string() }),
    errors: [],
  }),
  'GET /api/offices': route({
    summary: 'Offices with their services, standards, counters and hours',
    access: 'anybody',
    reply: z.object({ offices: z.array(s.officeInfo), demo: z.boolean() }),
    errors: [],
  }),
  'GET /api/offices/:office/board': route({
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
    summary: 'Take a number',
    access: { staff: 'queue.take', device: 'kiosk' },
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({ serviceId: s.id, priority: z.boolean().optional() }),
    reply: z.object({
      ticket: s.ticketView,
      token: z.string(),
      /** Address of the ticket's live page, path only. */
      path: z.string(),
      ahead: z.number().int(),
      range: s.range.nullable(),
    }),
    errors: ['OFFICE_CLOSED', 'SERVICE_UNKNOWN', 'SERVICE_CLOSED'],
  }),
  'POST /api/offices/:office/tickets/:ticket/return': route({
    summary: 'Put somebody who missed their call back in line',
    access: { staff: 'queue.call' },
    command: true,
    params: ticket,
    reply: ticketReply,
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE'],
  }),
  'POST /api/offices/:office/tickets/:ticket/cancel': route({
    summary: 'Give a number back at the desk',
    access: { staff: 'queue.call' },
    command: true,
    params: ticket,
    reply: ticketReply,
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE'],
  }),
  'GET /api/offices/:office/day': route({
    summary: 'The whole queue day for the desk',
    access: { staff: 'queue.take' },
    params: office,
    reply: z.object({
      now: s.instant,
      day: s.shaped<QueueDay>('The staff queue day'),
      estimates: s.shaped<Estimates>('Ranges per service and waiting ticket'),
      staff: z.array(z.object({ id: z.string(), name: z.string() })),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/counters/:counter/open': route({
    ...desk,
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
    body: z.strictObject({ pick: z.strictObject({ ticketId: s.id, reason: s.pickReason }).optional() }),
    reply: ticketReply,
    errors: ['QUEUE_EMPTY', 'COUNTER_CLOSED', 'COUNTER_ON_BREAK', 'COUNTER_BUSY', 'NOT_YOUR_COUNTER', 'FORBIDDEN'],
  }),
  'POST /api/offices/:office/counters/:counter/recall': route({
    ...desk,
    summary: 'Call the same ticket once more',
    reply: ticketReply,
    errors: deskErrors,
  }),
  'POST /api/offices/:office/counters/:counter/skip': route({
    ...desk,
    summary: 'Pass over a called ticket whose holder did not come',
    reply: ticketReply,
    errors: deskErrors,
  }),
  'POST /api/offices/:office/counters/:counter/start': route({
    ...desk,
    summary: 'The holder stands at the counter: service begins',
    reply: ticketReply,
    errors: deskErrors,
  }),
  'POST /api/offices/:office/counters/:counter/finish': route({
    ...desk,
    summary: 'Service ends; the survey of this visit opens',
    reply: z.object({ ticket: s.ticketView, surveyPath: z.string() }),
    errors: deskErrors,
  }),
  'POST /api/offices/:office/counters/:counter/transfer': route({
    ...desk,
    summary: 'Send the ticket to another service with its place in time',
    body: z.strictObject({ serviceId: s.id }),
    reply: ticketReply,
    errors: [...deskErrors, 'SERVICE_UNKNOWN', 'SAME_SERVICE'],
  }),
  'POST /api/offices/:office/counters/:counter/park': route({
    ...desk,
    summary: 'Put the visit aside',
    body: z.strictObject({ reason: s.parkReason }),
    reply: ticketReply,
    errors: deskErrors,
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
  'GET /api/offices/:office/counters/:counter/survey': route({
    summary: 'The survey of the last visit that this counter finished, for a tablet at the counter',
    access: { staff: 'queue.call' },
    params: counter,
    reply: z.object({ path: z.string().nullable(), number: z.string().nullable() }),
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
        takenAt: s.instant,
        due: s.instant,
        since: s.instant,
        counterId: z.string().optional(),
        calledAt: s.instant.optional(),
      }),
      office: s.officeInfo.pick({ id: true, name: true, city: true, zone: true, rules: true }),
      service: s.serviceInfo.pick({
        id: true,
        letter: true,
        name: true,
        requirements: true,
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
      survey: z.object({ path: z.string(), state: z.enum(['open', 'rated', 'complete', 'expired']) }).nullable(),
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
    errors: ['TICKET_UNKNOWN', 'TICKET_STATE'],
  }),
  'GET /api/surveys/:token': route({
    summary: 'The survey of one visit',
    access: 'holder',
    params: token,
    reply: z.object({
      state: z.enum(['open', 'rated', 'complete', 'expired']),
      office: s.officeInfo.pick({ id: true, name: true, city: true }),
      service: s.serviceInfo.pick({ id: true, name: true }),
      date: s.localDate,
      /** The service costs nothing: Biaya scores 4 by definition and is not asked. */
      free: z.boolean(),
      demo: z.boolean(),
    }),
    errors: ['SURVEY_UNKNOWN'],
  }),
  'POST /api/surveys/:token/rating': route({
    summary: 'One tap: rate the service of this visit, once',
    access: 'holder',
    command: true,
    status: 201,
    params: token,
    body: z.strictObject({ rating: s.rating, reasons: s.reasons.optional() }),
    reply: ok,
    errors: ['SURVEY_UNKNOWN', 'SURVEY_USED', 'SURVEY_EXPIRED'],
  }),
  'POST /api/surveys/:token/answers': route({
    summary: 'The nine questions of the SKM and a suggestion, once',
    access: 'holder',
    command: true,
    status: 201,
    params: token,
    body: z.strictObject({ answers: s.skmAnswers, suggestion: z.string().trim().max(1000).optional() }),
    reply: ok,
    errors: ['SURVEY_UNKNOWN', 'SURVEY_USED', 'SURVEY_EXPIRED'],
  }),
  'POST /api/login': route({
    summary: 'Sign in',
    access: 'anybody',
    body: z.strictObject({ username: z.string().min(1).max(80), password: z.string().min(1).max(200) }),
    reply: z.object({ staff: s.staffView }),
    errors: ['WRONG_PASSWORD', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/logout': route({ summary: 'Sign out', access: 'anybody', reply: ok, errors: [] }),
  'GET /api/me': route({
    summary: 'Who is signed in',
    access: 'signedIn',
    reply: z.object({ staff: s.staffView }),
    errors: ['NOT_SIGNED_IN'],
  }),
  'GET /api/me/record': route({
    summary: 'The own record of an officer',
    access: { staff: 'officer.read.own' },
    query: period,
    reply: s.shaped<RecordView>('Counts, times as distributions, ratings when there are enough'),
    errors: [],
  }),
  'GET /api/offices/:office/figures': route({
    summary: 'Figures of the unit over a day or a period',
    access: { staff: 'unit.read' },
    params: office,
    query: period,
    reply: s.shaped<UnitFigures>('Per service, counter and officer'),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/ikm': route({
    summary: 'IKM of the office, a service or a counter over a period',
    access: { staff: 'survey.read' },
    params: office,
    query: period.extend({ service: s.id.optional(), counter: s.id.optional() }),
    reply: s.shaped<IkmView>('IKM with method, audit line and sample'),
    errors: ['NOT_FOUND'],
  }),
  'PATCH /api/offices/:office/settings': route({
    summary: 'Change settings of the office; the running day follows at once',
    access: { staff: 'office.configure' },
    params: office,
    body: s.settings
      .partial()
      .extend({ closedServices: z.array(s.id).max(300).optional() })
      .strict(),
    reply: z.object({ office: s.officeInfo }),
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN'],
  }),
  'POST /api/devices/pairings': route({
    summary: 'A new kiosk or display asks to be paired and gets a code to show',
    access: 'anybody',
    status: 201,
    body: z.strictObject({ kind: s.deviceKind }),
    reply: z.object({
      pairingId: z.string(),
      secret: z.string(),
      code: z.string(),
      expiresAt: s.instant,
      pollMs: z.number(),
    }),
    errors: [],
  }),
  'POST /api/devices/pairings/claim': route({
    summary: 'The device asks whether it was approved; the answer sets its cookie',
    access: 'anybody',
    body: z.strictObject({ pairingId: s.id, secret: z.string().min(10).max(80) }),
    reply: z.object({ device: s.deviceView }),
    errors: ['PAIRING_PENDING', 'PAIRING_UNKNOWN'],
  }),
  'POST /api/devices/demo': route({
    summary: 'In demo mode a kiosk or display on the same machine pairs itself',
    access: 'anybody',
    body: z.strictObject({ kind: s.deviceKind }),
    reply: z.object({ device: s.deviceView }),
    errors: ['DEMO_ONLY'],
  }),
  'POST /api/demo/clock': route({
    summary: 'In demo mode, on the same machine: play a past day in fast motion; null ends it',
    access: { staff: 'office.configure' },
    body: z.strictObject({
      play: z.strictObject({ from: s.instant, to: s.instant, speed: z.number().int().min(1).max(1_000) }).nullable(),
    }),
    reply: z.object({ now: s.instant }),
    errors: ['DEMO_ONLY'],
  }),
  'GET /api/devices/me': route({
    summary: 'The device behind this browser',
    access: 'anybody',
    query: z.strictObject({ kind: s.deviceKind }),
    reply: z.object({ device: s.deviceView.nullable() }),
    errors: [],
  }),
  'GET /api/offices/:office/devices': route({
    summary: 'Paired devices',
    access: { staff: 'device.approve' },
    params: office,
    reply: z.object({ devices: z.array(s.deviceView) }),
    errors: [],
  }),
  'POST /api/offices/:office/devices': route({
    summary: 'Approve the device that shows this code',
    access: { staff: 'device.approve' },
    status: 201,
    params: office,
    body: z.strictObject({ code: z.string().min(4).max(16), name: z.string().trim().min(1).max(60) }),
    reply: z.object({ device: s.deviceView }),
    errors: ['PAIRING_UNKNOWN'],
  }),
  'POST /api/offices/:office/devices/:device/revoke': route({
    summary: 'Take a device out of the hall; it hears nothing from then on',
    access: { staff: 'device.approve' },
    params: device,
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
} as const

export type Api = typeof api
export type RouteKey = keyof Api
type Part<R, K extends string> = R extends { readonly [P in K]: infer S extends z.ZodType } ? z.input<S> : undefined
/** What a caller gives: path parameters, query and body, as far as the route has them. */
export type Input<K extends RouteKey> = {
  params: Part<Api[K], 'params'>
  query: Part<Api[K], 'query'>
  body: Part<Api[K], 'body'>
}
/** What a good answer carries. */
export type Reply<K extends RouteKey> = z.output<Api[K]['reply']>
