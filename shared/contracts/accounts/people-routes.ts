import { z } from 'zod'
import { ROLES } from '../../office/permissions.ts'
import { MOST_ROLES } from '../../office/roles.ts'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'
import { line } from '../schemas/parts.ts'
import { sessionView } from './account-routes.ts'

const person = z.strictObject({ office: s.id, person: s.id })
/** Of those that every office has, and of its own. */
const roles = z
  .array(s.id)
  .min(1)
  .max(ROLES.length + MOST_ROLES)
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

const personView = z.object({
  id: z.string(),
  username: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  employeeNumber: z.string().nullable(),
  roles: z.array(z.string()),
  agency: z.string().nullable(),
  /** `invited` has chosen no password yet; `off` may not sign in. */
  state: z.enum(['active', 'invited', 'off']),
  /** Until when the link lives that was made last. */
  linkUntil: s.instant.nullable(),
  lastSignInAt: s.instant.nullable(),
  secondFactor: z.boolean(),
  owesSecond: z.boolean(),
  own: z.boolean(),
})

const link = z.object({ kind: z.enum(['invite', 'reset']), url: z.string(), until: s.instant })

/** Acts on one person of the own office. */
const act = <const R extends { readonly summary: string }>(of: R) => ({
  access: { staff: 'staff.manage' } as const,
  agency: 'part' as const,
  params: person,
  ...of,
})

/** The people of an office, for whoever manages them; and the links by which those choose their password. */
export const peopleRoutes = {
  'GET /api/offices/:office/people': route({
    summary: 'Everybody with an account, and how it stands with it',
    access: { staff: 'staff.manage' },
    agency: 'part',
    params: office,
    reply: z.object({ people: z.array(personView) }),
    errors: [],
  }),
  'POST /api/offices/:office/people': route({
    summary: 'Invite somebody; the link is shown this once and is handed over by whoever invites',
    access: { staff: 'staff.manage' },
    agency: 'part',
    status: 201,
    command: true,
    params: office,
    body: z.strictObject({
      name: line.trim().min(1).max(80),
      username: z
        .string()
        .trim()
        .toLowerCase()
        .regex(/^[a-z0-9][a-z0-9._@-]{1,79}$/),
      email: optional(z.email().max(120).toLowerCase()),
      employeeNumber: optional(
        z
          .string()
          .trim()
          .regex(/^[0-9A-Za-z./-]{3,30}$/),
      ),
      roles,
    }),
    reply: z.object({ person: personView, link }),
    errors: ['RIGHT_NOT_HELD', 'USERNAME_TAKEN', 'EMAIL_TAKEN', 'EMPLOYEE_NUMBER_TAKEN', 'COMMAND_ID_REUSED'],
  }),
  'POST /api/offices/:office/people/:person/link': route(
    act({
      summary: 'Another link for a password; the one before is dead',
      status: 201,
      reply: z.object({ person: personView, link }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT', 'PERSON_OFF'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/deactivate': route(
    act({
      summary: 'Keep somebody out: sessions end at once, links and second factor go, the record of the work stays',
      reply: z.object({ person: personView }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/reactivate': route(
    act({
      summary: 'Let somebody in again',
      reply: z.object({ person: personView }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/roles': route(
    act({
      summary: 'Other roles; every session of this person ends at once',
      body: z.strictObject({ roles }),
      reply: z.object({ person: personView }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR', 'RIGHT_NOT_HELD'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/second-factor/reset': route(
    act({
      summary: 'Take the second factor of a lost phone away; every session of this person ends at once',
      reply: z.object({ person: personView }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT'],
    } as const),
  ),
  'GET /api/offices/:office/people/:person/sessions': route(
    act({
      summary: 'Where somebody is signed in',
      reply: z.object({ sessions: z.array(sessionView) }),
      errors: ['NOT_FOUND'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/sessions/end': route(
    act({
      summary: 'End one session of somebody, or all',
      body: z.strictObject({ session: s.id.exactOptional() }),
      reply: ok,
      errors: ['NOT_FOUND', 'OWN_ACCOUNT'],
    } as const),
  ),
  'POST /api/account-links/look': route({
    summary: 'Whose link for a password it is, and until when it lives',
    access: 'anybody',
    body: z.strictObject({ secret: z.string().min(1).max(80) }),
    reply: z.object({
      kind: z.enum(['invite', 'reset']),
      name: z.string(),
      username: z.string(),
      office: z.string(),
      until: s.instant,
    }),
    errors: ['ACCOUNT_LINK_ENDED'],
  }),
  'POST /api/account-links/use': route({
    summary: 'Choose the password; the link is dead then, and every session of this person ends',
    access: 'anybody',
    body: z.strictObject({ secret: z.string().min(1).max(80), password: s.typedPassword }),
    reply: z.object({ username: z.string() }),
    errors: ['ACCOUNT_LINK_ENDED', 'PASSWORD_SHORT', 'PASSWORD_LONG', 'PASSWORD_COMMON', 'PASSWORD_OWN_NAME'],
  }),
} as const
