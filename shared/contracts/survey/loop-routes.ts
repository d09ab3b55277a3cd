import { z } from 'zod'
import { COMPLAINT_KINDS, COMPLAINT_STATES, MOST_WORDS } from '../../survey/loop/complaint.ts'
import { isUnsur, MOST_EXTRA } from '../../survey/asked.ts'
import { BODY_ORDER } from '../../survey/instruments.ts'
import { MOST_PLANNED, type Plan } from '../../survey/loop/plan.ts'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const complaint = z.object({
  id: z.string(),
  service: z.string(),
  /** What was written, without what names anybody. */
  words: z.string(),
  kind: z.enum(COMPLAINT_KINDS),
  state: z.enum(COMPLAINT_STATES),
  owner: z.string().nullable(),
  due: s.localDate,
  late: z.boolean(),
  /** Who was told that it is late; nobody until then. */
  told: z.array(z.string()).readonly(),
  answer: z.string().nullable(),
  answeredOn: s.localDate.nullable(),
  doneOn: s.localDate.nullable(),
  laporNumber: z.string().nullable(),
  laporState: z.string().nullable(),
  steps: z.number().int(),
})
const act = z.discriminatedUnion('do', [
  z.strictObject({ do: z.literal('sort'), kind: z.enum(COMPLAINT_KINDS) }),
  z.strictObject({ do: z.literal('assign'), owner: s.id }),
  z.strictObject({ do: z.literal('answer'), text: s.seen.trim().min(1).max(MOST_WORDS) }),
  z.strictObject({ do: z.enum(['close', 'reopen']) }),
  z.strictObject({ do: z.literal('lapor'), number: s.line.trim().max(40), state: s.line.trim().max(80) }),
])

const line = s.seen.trim().max(MOST_PLANNED)
const planRow = z
  .strictObject({
    /** One of the nine, or the key of one of the office, then with its name. */
    unsur: z.union([z.enum(BODY_ORDER), s.id]),
    name: z.tuple([line, line]).readonly().optional(),
    program: line,
    quarters: z
      .array(z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4)]))
      .max(4)
      .refine(all => all.every((one, i) => i === 0 || one > all[i - 1]!), 'rising'),
    owner: line,
    evidence: line,
    percent: z.number().int().min(0).max(100),
    hurdle: line.optional(),
    told: line,
  })
  .refine(row => isUnsur(row.unsur) || row.name !== undefined, 'one of the nine, or with its name')
const plan = z.strictObject({
  rows: z
    .array(planRow)
    .max(BODY_ORDER.length + MOST_EXTRA)
    .refine(rows => new Set(rows.map(row => row.unsur)).size === rows.length, 'each unsur once'),
  forumOn: s.localDate.nullable(),
  minutes: line,
})
const planned = z.object({ unsur: z.string(), name: z.tuple([z.string(), z.string()]).readonly().optional() })
const ofPeriod = office.extend({
  period: z
    .string()
    .regex(/^2\d{3}(-(Q[1-4]|S[12]))?$/)
    .describe('A quarter 2026-Q2, a semester 2026-S1 or a year 2026'),
})

/** Complaints after a low rating, for those who handle them, and the plan of what is done about a period. */
export const loopRoutes = {
  'GET /api/offices/:office/complaints': route({
    summary: 'Complaints of the days before, the earliest deadline first; of no ticket, counter, officer or time',
    access: { staff: 'survey.read' },
    agency: 'part',
    params: office,
    reply: z.object({
      complaints: z.array(complaint).readonly(),
      /** Who may have a complaint. */
      owners: z.array(z.object({ id: z.string(), name: z.string() })).readonly(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/complaints/:complaint': route({
    summary: 'Sort a complaint, give it to somebody, answer on its own link, end it, or note its LAPOR number',
    access: { staff: 'survey.read' },
    agency: 'part',
    command: true,
    params: office.extend({ complaint: s.id }),
    body: z.strictObject({ act, steps: s.counted }),
    reply: ok,
    errors: ['NOT_FOUND', 'COMPLAINT_STATE'],
  }),
  'GET /api/offices/:office/plans/:period': route({
    summary: 'The plan of what is done about a period, and the unsur that it begins with, as far as they may be shown',
    access: { staff: 'survey.read' },
    params: ofPeriod,
    reply: z.object({
      plan: s.shaped<Plan>('The newest version; null before the first').nullable(),
      version: z.number().int(),
      savedAt: s.instant.nullable(),
      savedBy: z.string().nullable(),
      /** The lowest first; none while the figures are held back or too few answered. */
      lowest: z.array(planned.extend({ nrr: z.number() })).readonly(),
      /** Unsur of the office that count in the period beside the nine. */
      own: z.array(planned).readonly(),
      /** The third and the fourth lowest cannot be told apart. */
      thirdUnsure: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/plans/:period': route({
    summary: 'Save the plan as a new version after the one that was seen; what is told of it is public',
    access: { staff: 'survey.read' },
    command: true,
    params: ofPeriod,
    body: z.strictObject({ plan, version: s.counted }),
    reply: z.object({ version: z.number().int() }),
    errors: ['NOT_FOUND', 'SKM_CHANGED'],
  }),
} as const
