import { z } from 'zod'
import type { Readable } from '../../oversight/team.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

const days = { from: s.localDate, to: s.localDate }
const openEnded = { from: s.localDate, to: s.localDate.nullable() }

const superior = z.object({
  id: z.string(),
  assessorId: z.string(),
  assessor: z.string(),
  superiorId: z.string(),
  superior: z.string(),
  ...openEnded,
})

const delegation = z.object({
  id: z.string(),
  personId: z.string(),
  person: z.string(),
  delegateId: z.string(),
  delegate: z.string(),
  ...days,
  /** The day from which on it no longer holds, where it was taken back. */
  endedOn: s.localDate.nullable(),
})

const delegationErrors = [
  ...(['NOT_FOUND', 'DATE_PAST'] as const),
  ...(['DELEGATION_SELF', 'DELEGATION_RIGHT', 'DELEGATION_UP', 'DELEGATION_OVERLAP', 'DELEGATION_LONG'] as const),
]

/** Whom somebody leads, who decides over assessments, and who stands in for whom. */
export const teamRoutes = {
  'GET /api/me/team': route({
    summary: 'Whom I assess today, in my own right or for somebody, by name; on which day of the office that is',
    access: { staff: 'team.lead' },
    reply: z.object({
      date: s.localDate,
      /** I lead or led somebody, or decide over assessments. */
      leads: z.boolean(),
      members: z.array(
        z.object({ id: z.string(), name: z.string(), /** For whom I stand in. */ behalf: z.string().nullable() }),
      ),
      /** Over whose assessments I decide today, by name, and who assesses them. */
      below: z.array(z.object({ id: z.string(), name: z.string(), assessor: z.string() })),
      /** Colleagues to whom I could hand it over, by name. */
      colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
      /** Who stands in for me, from when to when, also what is over. */
      delegations: z.array(delegation),
    }),
    errors: [],
  }),
  'GET /api/me/team/within': route({
    summary: 'Of whom I may read days of a period, by name, with those days',
    access: { staff: 'team.lead' },
    query: z.strictObject(days),
    reply: z.object({
      members: z.array(
        z.object({ id: z.string(), name: z.string(), days: z.array(s.shaped<Readable>('Days, and in whose right')) }),
      ),
    }),
    errors: [],
  }),
  'GET /api/me/team/work': route({
    summary:
      'What those whom I may read finished in a quarter or semester, on those days alone, by name; each reading is on record',
    access: { staff: 'team.lead' },
    query: z.strictObject({ period: z.string().regex(/^2\d{3}-(Q[1-4]|S[12])$/) }),
    reply: z.object({
      rows: z.array(
        z.object({
          ...{ officerId: z.string(), name: z.string(), served: z.number().int() },
          /** Of how many the service time is held against a standard, and how many were within it. */
          ...{ judged: z.number().int(), within: z.number().int() },
        }),
      ),
    }),
    errors: [],
  }),
  'POST /api/me/delegations': route({
    summary: 'Somebody else reads and acts for me, from a day to a day',
    access: { staff: 'team.lead' },
    command: true,
    status: 201,
    body: z.strictObject({ delegateId: s.id, ...days }),
    reply: z.object({ delegation }),
    errors: [...delegationErrors],
  }),
  'POST /api/me/delegations/:delegation/end': route({
    summary: 'Take back a delegation of mine, from now on; it stays on record',
    access: { staff: 'team.lead' },
    params: z.strictObject({ delegation: s.id }),
    reply: z.object({ delegation }),
    errors: ['NOT_FOUND', 'DELEGATION_ENDED'],
  }),
  'GET /api/offices/:office/superiors': route({
    summary: 'Who decides over the assessments of whom, where nobody here assesses the assessor; also what is over',
    access: { staff: 'staff.manage' },
    params: office,
    reply: z.object({ superiors: z.array(superior) }),
    errors: [],
  }),
  'POST /api/offices/:office/superiors': route({
    summary:
      'Say who decides over the assessments of an assessor; one that goes on is ended by whoever names it in `ends`',
    access: { staff: 'staff.manage' },
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({ assessorId: s.id, superiorId: s.id, ...openEnded, ends: s.id.exactOptional() }),
    reply: z.object({ superior }),
    errors: [
      ...(['NOT_FOUND', 'SUPERVISION_SELF', 'SUPERVISION_CIRCLE', 'SUPERVISION_OVERLAP', 'SUPERVISION_OPEN'] as const),
    ],
  }),
  'POST /api/offices/:office/superiors/:superior/end': route({
    summary: 'The last day on which somebody decides over assessments; nothing is deleted',
    access: { staff: 'staff.manage' },
    params: office.extend({ superior: s.id }),
    body: z.strictObject({ to: s.localDate }),
    reply: z.object({ superior }),
    errors: ['NOT_FOUND', 'SUPERVISION_ENDED', 'DATE_PAST'],
  }),
  'GET /api/offices/:office/delegations': route({
    summary: 'Who reads and acts for whom, from when to when, also what is over',
    access: { staff: 'staff.manage' },
    params: office,
    reply: z.object({ delegations: z.array(delegation) }),
    errors: [],
  }),
  'POST /api/offices/:office/delegations': route({
    summary: 'Say who reads and acts for somebody who is away',
    access: { staff: 'staff.manage' },
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({ personId: s.id, delegateId: s.id, ...days }),
    reply: z.object({ delegation }),
    errors: [...delegationErrors],
  }),
  'POST /api/offices/:office/delegations/:delegation/end': route({
    summary: 'Take back a delegation, from now on; it stays on record',
    access: { staff: 'staff.manage' },
    params: office.extend({ delegation: s.id }),
    reply: z.object({ delegation }),
    errors: ['NOT_FOUND', 'DELEGATION_ENDED'],
  }),
} as const
