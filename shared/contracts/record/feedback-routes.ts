import { z } from 'zod'
import { isSoundAbout, MESSAGE_KINDS, MOST_TAGS, MOST_TEXT } from '../../officer/feedback/feedback.ts'
import type { Changed } from '../../officer/feedback/changed.ts'
import { GUIDES } from '../../officer/feedback/guides.ts'
import { ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const text = s.seen.trim().min(1).max(MOST_TEXT)
const guides = z.array(z.enum(GUIDES)).max(MOST_TAGS)
const about = z
  .strictObject({
    kind: z.enum(['visit', 'report', 'day', 'period']),
    /** The number of the visit, the key of the period, else the date. */
    ref: s.line.trim().min(1).max(40),
    from: s.localDate,
    to: s.localDate,
  })
  .refine(isSoundAbout, 'a visit, a report and a day are of one day, a period of its own days')
const message = z.object({
  id: z.string(),
  kind: z.enum(MESSAGE_KINDS),
  about,
  /** Of what the program wrote in Indonesian; `changed` says it in any language. */
  text: z.string(),
  changed: s.shaped<Changed>('What figure the program changed, and why').optional(),
  tags: guides.readonly(),
  /** The earlier message that it corrects. */
  corrects: z.string().nullable(),
  at: s.instant,
  mine: z.boolean(),
  /** `null`: the program, or a citizen. */
  author: z.string().nullable(),
  /** In whose name. */
  behalf: z.string().nullable(),
  /** When the other one said that they have read it. */
  readAt: s.instant.nullable(),
  waits: z.boolean(),
})
const thread = z.object({ messages: z.array(message) })
const person = z.strictObject({ person: s.id })

/** What officers and who assesses them say to each other. */
export const feedbackRoutes = {
  'GET /api/me/feedback': route({
    summary: 'All that was said to me and by me, the first first',
    access: { staff: 'officer.read.own' },
    reply: thread.extend({ colleagues: z.array(z.object({ id: z.string(), name: z.string() })) }),
    errors: [],
  }),
  'POST /api/me/feedback': route({
    summary: 'Answer, or note a talk for two; never changed afterwards, a correction names the earlier one',
    access: { staff: 'officer.read.own' },
    command: true,
    status: 201,
    body: z.strictObject({ kind: z.enum(['reply', 'note']), about, text, corrects: s.id.nullable() }),
    reply: z.object({ message }),
    errors: ['NOT_FOUND', 'NOT_OF_TEAM'],
  }),
  'POST /api/me/thanks': route({
    summary: 'Thank a colleague; they and who assesses them read it',
    access: { staff: 'officer.read.own' },
    command: true,
    status: 201,
    body: z.strictObject({ officerId: s.id, text }),
    reply: ok,
    errors: ['NOT_FOUND', 'THANKS_SELF', 'THANKS_MANY'],
  }),
  'POST /api/me/feedback/:message/read': route({
    summary: 'Say that I have read a message; its author is shown when',
    access: { staff: 'team.lead' },
    params: z.strictObject({ message: s.id }),
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
  'GET /api/me/team/:person/feedback': route({
    summary: 'What was said to somebody of my team, for my days; the reading is on record and told to them',
    access: { staff: 'team.lead' },
    params: person,
    reply: thread,
    errors: ['NOT_OF_TEAM'],
  }),
  'POST /api/me/team/:person/feedback': route({
    summary: 'Write to somebody of my team about a visit, a report, a day or a period',
    access: { staff: 'team.lead' },
    command: true,
    status: 201,
    params: person,
    body: z.strictObject({
      ...{ kind: z.enum(['feedback', 'reply', 'note']), about, text, tags: guides },
      corrects: s.id.nullable(),
    }),
    reply: z.object({ message }),
    errors: ['NOT_FOUND', 'NOT_OF_TEAM'],
  }),
  'POST /api/me/team/:person/kudos': route({
    summary:
      'Give an officer of my team a citizen’s words of a closed month, without names; what they were before is not kept',
    access: { staff: 'survey.read' },
    command: true,
    status: 201,
    params: person,
    body: z.strictObject({
      month: z.string().regex(/^2\d{3}-(0[1-9]|1[0-2])$/),
      service: s.id,
      original: z.string().min(1).max(4_000),
      text,
    }),
    reply: ok,
    errors: ['NOT_FOUND', 'FORBIDDEN', 'NOT_OF_TEAM', 'KUDOS_NAMES', 'KUDOS_CHANGED', 'KUDOS_SERVICE', 'KUDOS_GIVEN'],
  }),
  'GET /api/me/news': route({
    summary:
      'How many messages, own reports, outages and objections wait for me, whether I lead anybody today, and how often my screens were told of news',
    access: { staff: 'team.lead' },
    reply: z.object({
      waiting: z.number().int(),
      /** In whose threads these are, one for each; the own id for own messages. */
      threads: z.array(z.string()),
      reports: z.number().int(),
      /** Outages of past days that I may agree to. */
      outages: z.number().int(),
      /** Objections that I may answer or decide. */
      contests: z.number().int(),
      leads: z.boolean(),
      told: z.number().int(),
    }),
    errors: [],
  }),
} as const
