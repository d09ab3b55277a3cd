import { z } from 'zod'
import { APPLICATION_STATES, RETURN_REASONS } from '../documents/application.ts'
import { DELAY_CAUSES } from '../documents/delay.ts'
import type { DocumentFigures, UnitDocuments } from '../officer/document-figures.ts'
import { LEAST_LETTERS } from '../search/name-words.ts'
import { office, route, type Fixed } from './route.ts'
import * as s from './schemas.ts'

export const applicationState = z.enum(APPLICATION_STATES)
const returnReason = z.enum(RETURN_REASONS)
const delay = z.object({
  date: s.localDate,
  cause: z.enum(DELAY_CAUSES),
  note: z.string().nullable(),
  at: s.instant,
})

/** An application as the desk sees it. */
const applicationView = z.object({
  id: z.string(),
  number: z.string(),
  serviceId: z.string(),
  state: applicationState,
  /** The state that the last step left, to which a slip may be taken back. */
  before: applicationState.nullable(),
  reason: returnReason.nullable(),
  /** Date of the visit, whose number it is. */
  visitedOn: s.localDate,
  openedAt: s.instant,
  promisedOn: s.localDate,
  changedAt: s.instant,
  readyAt: s.instant.nullable(),
  handedAt: s.instant.nullable(),
  /** The new date that was given when the promise had passed. */
  delay: delay.nullable(),
  /** Working days past the promise. */
  late: z.number().int(),
  /** Nothing is owed now: ready, handed over, or waiting for the citizen. */
  settled: z.boolean(),
})
export type ApplicationView = Fixed<z.infer<typeof applicationView>>

/** An application as the holder of its ticket sees it. */
export const holderApplication = z.object({
  document: s.words,
  state: applicationState,
  promisedOn: s.localDate,
  reason: returnReason.optional(),
  readyAt: s.instant.optional(),
  changedAt: s.instant,
  late: z.number().int(),
  /** The new date of one that is late, as long as it lies ahead. */
  delay: delay.optional(),
  /** When it can be collected, by weekday from Sunday on. */
  hours: s.officeInfo.shape.hours,
})
export type HolderApplication = Fixed<z.infer<typeof holderApplication>>

const period = z.strictObject({ from: s.localDate.optional(), to: s.localDate.optional() })
const applicationReply = z.object({ application: applicationView })

/** Applications: the files of documents that visits asked for. */
export const applicationRoutes = {
  'GET /api/offices/:office/applications': route({
    summary:
      'Applications of the office by state, number, service, day of the visit and lateness; without any of them all that are open',
    access: { staff: 'queue.take' },
    agency: 'part',
    params: office,
    query: z.strictObject({
      state: applicationState.optional(),
      q: z
        .string()
        .regex(/^[A-Za-z0-9-]{1,12}$/)
        .optional(),
      service: s.id.optional(),
      /** The day of the visit. */
      date: s.localDate.optional(),
      /** Only what is owed and past its promise. */
      late: z.literal('yes').optional(),
    }),
    reply: z.object({
      today: s.localDate,
      counts: z.record(applicationState, z.number().int()),
      applications: z.array(applicationView),
      /** There are more than are shown. */
      more: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/applications/search': route({
    summary:
      'Find documents by the name of their holder, where it is kept, those of the latest visits first; on record without the name',
    access: { staff: 'booking.open' },
    agency: 'part',
    params: office,
    body: z.strictObject({
      name: z.string().trim().min(LEAST_LETTERS).max(60),
      service: s.id.optional(),
      /** The day of the visit. */
      date: s.localDate.optional(),
    }),
    reply: z.object({
      /** Each with the first letter of its holder's name. */
      applications: z.array(applicationView.extend({ holder: z.string() })),
      /** Names that were looked at. */
      looked: z.number().int(),
      /** The day of the earliest visit that was looked at, where there are earlier ones. */
      since: s.localDate.nullable(),
      /** More were found than are shown. */
      more: z.boolean(),
    }),
    errors: ['NOT_FOUND', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/offices/:office/applications/:application/advance': route({
    summary: 'Take an application to its next state, return it with a reason, or take the last step back',
    access: { staff: 'queue.call' },
    agency: 'application',
    command: true,
    params: z.strictObject({ office: s.id, application: s.id }),
    body: z.strictObject({ to: applicationState, reason: returnReason.optional() }),
    reply: applicationReply,
    errors: ['APPLICATION_UNKNOWN', 'APPLICATION_STATE', 'COMMAND_ID_REUSED'],
  }),
  'POST /api/offices/:office/applications/:application/new-date': route({
    summary: 'Give a late document a new date with its cause; its holder is told',
    access: { staff: 'queue.call' },
    agency: 'application',
    command: true,
    params: z.strictObject({ office: s.id, application: s.id }),
    body: z.strictObject({ date: s.localDate, cause: z.enum(DELAY_CAUSES), note: s.note.optional() }),
    reply: applicationReply,
    errors: ['APPLICATION_UNKNOWN', 'APPLICATION_STATE', 'DATE_PAST', 'DATE_CLOSED', 'COMMAND_ID_REUSED'],
  }),
  'POST /api/offices/:office/tickets/:ticket/application': route({
    summary:
      'Open the application of a visit that ended complete and has none, by whoever served it or leads the hall; an opened one is answered again',
    access: { staff: 'queue.call' },
    agency: 'ticket',
    command: true,
    params: z.strictObject({ office: s.id, ticket: s.id }),
    reply: applicationReply,
    errors: [
      'TICKET_UNKNOWN',
      'TICKET_STATE',
      'VISIT_INCOMPLETE',
      'NOT_YOUR_VISIT',
      'APPLICATION_STATE',
      'COMMAND_ID_REUSED',
    ],
  }),
  'GET /api/offices/:office/application-figures': route({
    summary: 'Documents against their promise, per service and officer, without ratings',
    access: { staff: 'unit.read' },
    agency: 'part',
    params: office,
    query: period,
    reply: s.shaped<UnitDocuments>('Counts and working days'),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/me/application-figures': route({
    summary: 'Documents of the own visits against their promise',
    access: { staff: 'officer.read.own' },
    query: period,
    reply: s.shaped<DocumentFigures>('Counts and working days'),
    errors: [],
  }),
} as const
