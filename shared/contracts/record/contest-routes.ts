import { z } from 'zod'
import { CONTEST_CAUSES, CONTEST_OUTCOMES, PARTS_OF_DAY } from '../../officer/contest/contest.ts'
import { REMINDERS } from '../../officer/contest/reminders.ts'
import type { ToldVersion } from '../../officer/score/told.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

const MOST_COUNTERS = 200
const MOST_EVIDENCE = 5
const period = z.string().regex(/^\d{4}-[QS]\d$/)
const causes = z.array(z.enum(CONTEST_CAUSES)).min(1).max(CONTEST_CAUSES.length)
const excluded = z.strictObject({
  from: s.localDate,
  to: s.localDate,
  /** No parts of the day and no counters mean all of them. */
  hours: z.array(z.enum(PARTS_OF_DAY)).max(PARTS_OF_DAY.length),
  counters: z.array(s.id).max(MOST_COUNTERS),
})
const text = s.seen.trim().min(1).max(2_000)
const line = s.line.trim().min(1).max(300)
const evidence = z.array(line).max(MOST_EVIDENCE)
const effect = z.object({
  n: z.number().int(),
  meant: z.number().int(),
  left: z.number().int(),
  enough: z.boolean(),
})

const contest = z.object({
  id: z.string(),
  officer: z.object({ id: z.string(), name: z.string() }),
  period: z.string(),
  causes,
  excluded,
  words: z.string(),
  evidence,
  state: z.enum(['asked', 'answered', 'overdue', 'raised', 'decided', 'withdrawn']),
  lateDays: z.number().int(),
  until: z.object({ answer: s.localDate, decide: s.localDate, raise: s.localDate }),
  /** The first day on which it may be decided. */
  decidableFrom: s.localDate,
  objectedAt: s.instant,
  withdrawnAt: s.instant.nullable(),
  /** What was added to the evidence since. */
  added: z.array(z.object({ line: z.string(), at: s.instant })),
  /** How many ratings are meant and left; before a decision no figure is told, to nobody. */
  effect,
  answer: z.object({ words: z.string(), by: z.string(), at: s.instant }).nullable(),
  decision: z
    .object({
      outcome: z.enum(CONTEST_OUTCOMES),
      reasons: z.string(),
      part: excluded.optional(),
      by: z.string(),
      behalf: z.string().nullable(),
      at: s.instant,
    })
    .nullable(),
  decider: z.string().nullable(),
  may: z.object({ answer: z.boolean(), decide: z.boolean(), add: z.boolean() }),
})
export type Contest = z.infer<typeof contest>

/** Of what the reader was reminded and what still waits. */
const reminder = z.object({ contest: z.string(), kind: z.enum(REMINDERS), day: s.localDate })

const objecting = ['CONTEST_EARLY', 'CONTEST_LATE', 'CONTEST_UNTOLD'] as const
const ofOne = { params: z.strictObject({ contest: s.id }), reply: z.object({ contest }) }

/** Objections of officers to the figures of a closed period. */
export const contestRoutes = {
  'GET /api/me/contests': route({
    summary: 'Own objections, and those that I may answer or decide, the latest first; and of what I was reminded',
    access: { staff: 'team.lead' },
    reply: z.object({ contests: z.array(contest), reminders: z.array(reminder) }),
    errors: [],
  }),
  'GET /api/me/contests/:contest': route({
    summary:
      'One objection, for its officer, assessors and whoever decides; once it is decided with all versions of the score, as far as they are open',
    access: { staff: 'team.lead' },
    params: ofOne.params,
    reply: ofOne.reply.extend({
      /** The latest first; none before the decision. */
      versions: z.array(s.shaped<ToldVersion>('One version')),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/undecided': route({
    summary:
      'Objections that nobody may decide: of whom, since when, and below whom somebody has to be named; nothing of what they are about',
    access: { staff: 'staff.manage' },
    params: office,
    reply: z.object({
      cases: z.array(z.object({ officer: z.string(), since: s.localDate, below: z.string().nullable() })),
    }),
    errors: [],
  }),
  'POST /api/me/contests/meant': route({
    summary: 'How many of the own ratings an objection would mean, and until when it may be made; no figure',
    access: { staff: 'officer.read.own' },
    body: z.strictObject({ period, excluded }),
    reply: effect.extend({ until: s.localDate }),
    errors: [...objecting],
  }),
  'POST /api/me/contests': route({
    summary: 'Object to the figure of a closed period within fourteen days of its opening',
    access: { staff: 'officer.read.own' },
    command: true,
    status: 201,
    body: z.strictObject({ period, causes, excluded, words: text, evidence }),
    reply: z.object({ contest }),
    errors: [...objecting, 'CONTEST_NONE', 'CONTESTED_ALREADY'],
  }),
  'POST /api/me/contests/:contest/answer': route({
    summary: 'The words of the assessor, once, within seven days',
    access: { staff: 'team.lead' },
    command: true,
    ...ofOne,
    body: z.strictObject({ words: text }),
    errors: ['NOT_FOUND', 'CONTEST_ANSWERED', 'CONTEST_LATE', 'CONTEST_ENDED'],
  }),
  'POST /api/me/contests/:contest/evidence': route({
    summary: 'The officer adds a piece of evidence, until it is decided',
    access: { staff: 'officer.read.own' },
    command: true,
    ...ofOne,
    body: z.strictObject({ line }),
    errors: ['NOT_FOUND', 'CONTEST_ENDED', 'CONTEST_FULL', 'COMMAND_ID_REUSED'],
  }),
  'POST /api/me/contests/:contest/withdraw': route({
    summary: 'The officer takes an objection back before it is decided; it stays on record',
    access: { staff: 'officer.read.own' },
    command: true,
    ...ofOne,
    errors: ['NOT_FOUND', 'CONTEST_ENDED'],
  }),
  'POST /api/me/contests/:contest/part': route({
    summary: 'How many ratings would remain if a part of it were upheld, for whoever decides; no figure',
    access: { staff: 'team.lead' },
    params: ofOne.params,
    body: z.strictObject({ part: excluded }),
    reply: effect,
    errors: ['NOT_FOUND', 'CONTEST_OWN', 'CONTEST_AGAINST', 'CONTEST_UNHEARD', 'CONTEST_ENDED'],
  }),
  'POST /api/me/contests/:contest/decide': route({
    summary:
      'The decision of the superior of the assessor; attempts in an own case or against own assessments are on record',
    access: { staff: 'team.lead' },
    command: true,
    ...ofOne,
    body: z.strictObject({ outcome: z.enum(CONTEST_OUTCOMES), reasons: text, part: excluded.optional() }),
    errors: ['NOT_FOUND', 'CONTEST_OWN', 'CONTEST_AGAINST', 'CONTEST_UNHEARD', 'CONTEST_ENDED'],
  }),
} as const
