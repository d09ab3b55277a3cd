import { z } from 'zod'
import type { Observed } from '../../oversight/observed.ts'
import type { FixedPeriod } from '../../survey/fixed-periods.ts'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'
import { typedUsername } from '../schemas/person.ts'

const term = { from: s.localDate, to: s.localDate.nullable() }
const period = z
  .string()
  .regex(/^2\d{3}(-(Q[1-4]|S[12]))?$/)
  .optional()

const observation = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  /** The office where they work. */
  home: z.string(),
  ...term,
  /** It holds on the office's own day of now. */
  now: z.boolean(),
})

const supervision = z.object({
  id: z.string(),
  officerId: z.string(),
  officer: z.string(),
  assessorId: z.string(),
  assessor: z.string(),
  ...term,
})

/** Observers of an office, the offices that an observer reads, and who assesses whom. */
export const oversightRoutes = {
  'GET /api/me/observed': route({
    summary:
      'The offices that have agreed, side by side by their names: waits, served, IKM and ratings with n and interval; nothing of people, nothing of few',
    access: { staff: 'office.observe' },
    query: z.strictObject({ period }),
    reply: z.object({
      period: s.shaped<FixedPeriod>('The period of the figures'),
      periods: z.array(z.string()),
      offices: z.array(s.shaped<Observed>('One office beside the others')),
    }),
    errors: [],
  }),
  'POST /api/me/observed/table': route({
    summary: 'The same as a file (CSV); who took which is on record',
    access: { staff: 'office.observe' },
    body: z.strictObject({ period, lang: z.enum(['id', 'en']) }),
    reply: z.object({ name: z.string(), type: z.string(), /** The file in Base64. */ content: z.string() }),
    errors: [],
  }),
  'GET /api/offices/:office/observers': route({
    summary: 'Who reads the figures of this office from elsewhere, from when to when, also what is over',
    access: { staff: 'staff.manage' },
    params: office,
    reply: z.object({ observers: z.array(observation) }),
    errors: [],
  }),
  'POST /api/offices/:office/observers': route({
    summary: 'Agree that an observer, of whatever office, reads the figures of this one',
    access: { staff: 'staff.manage' },
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({ username: typedUsername, ...term }),
    reply: z.object({ observer: observation }),
    errors: ['OBSERVER_UNKNOWN', 'OBSERVED_ALREADY', 'DATE_PAST'],
  }),
  'POST /api/offices/:office/observers/:observation/end': route({
    summary: 'No longer from now on; what was agreed stays on record',
    access: { staff: 'staff.manage' },
    params: office.extend({ observation: s.id }),
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/supervisions': route({
    summary: 'Who assesses whom, from when to when, also what is over',
    access: { staff: 'staff.manage' },
    params: office,
    reply: z.object({ supervisions: z.array(supervision) }),
    errors: [],
  }),
  'POST /api/offices/:office/supervisions': route({
    summary: 'Say who assesses whom; one that goes on is ended on the day before by whoever names it in `ends`',
    access: { staff: 'staff.manage' },
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({ officerId: s.id, assessorId: s.id, ...term, ends: s.id.exactOptional() }),
    reply: z.object({ supervision }),
    errors: [
      ...(['NOT_FOUND', 'SUPERVISION_SELF', 'SUPERVISION_CIRCLE', 'SUPERVISION_OVERLAP', 'SUPERVISION_OPEN'] as const),
    ],
  }),
  'POST /api/offices/:office/supervisions/:supervision/end': route({
    summary: 'The last day on which somebody assesses somebody; nothing is deleted',
    access: { staff: 'staff.manage' },
    params: office.extend({ supervision: s.id }),
    body: z.strictObject({ to: s.localDate }),
    reply: z.object({ supervision }),
    errors: ['NOT_FOUND', 'SUPERVISION_ENDED', 'DATE_PAST'],
  }),
} as const
