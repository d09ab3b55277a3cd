import { z } from 'zod'
import { ROLES } from '../../office/permissions.ts'
import { MOST_ROLES } from '../../office/roles.ts'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'
import { email, employeeNumber, personName, username } from '../schemas/person.ts'
import { sessionView } from './account-routes.ts'

const person = z.strictObject({ office: s.id, person: s.id })
/** Of those that every office has, and of its own. */
const roles = z
  .array(s.id)
  .min(1)
  .max(ROLES.length + MOST_ROLES)
const optional = <T extends z.ZodType>(schema: T) => schema.nullable().default(null)

/** The counter at which somebody was when this was decided, by whoever has read what it means there. */
const foreseen = s.id.exactOptional()

/** What is known of a person beside what they may do. */
const known = {
  name: personName,
  email: optional(email),
  employeeNumber: optional(employeeNumber),
  /** Asked, and meant: it is somebody else of that name. */
  meant: z.boolean().default(false),
}

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

/** The counter at which somebody is now, and the number they have there. */
const atWork = z.object({ counterId: z.string(), number: z.string().nullable() }).nullable()

/** The shifts of somebody in the plan of the week, from today on, that they can have as they are: how many where, and from which date. */
const planned = z.array(
  z.object({ counterId: z.string().nullable(), count: z.number().int().positive(), first: s.localDate }),
)

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
    summary: 'Everybody with an account and how it stands with it, and the roles to be given',
    access: { staff: 'staff.manage' },
    agency: 'part',
    params: office,
    reply: z.object({
      people: z.array(personView.extend({ atWork, planned })),
      /**
       * Those of every office without a name, those of its own with theirs; whether whoever asks may give them, and whether they
       * let somebody sit at a counter and stand at the front desk.
       */
      roles: z.array(
        z.object({
          ...{ id: z.string(), name: s.words.nullable(), givable: z.boolean() },
          ...{ counter: z.boolean(), front: z.boolean() },
        }),
      ),
    }),
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
      ...known,
      username,
      roles,
      agency: s.id.nullable().exactOptional(),
    }),
    reply: z.object({ person: personView, link }),
    errors: [
      ...(['RIGHT_NOT_HELD', 'USERNAME_TAKEN', 'EMAIL_TAKEN', 'EMPLOYEE_NUMBER_TAKEN', 'PERSON_LIKE'] as const),
      'COMMAND_ID_REUSED',
    ],
  }),
  'POST /api/offices/:office/people/:person/correct': route(
    act({
      summary:
        'Another name, e-mail or employee number; by another e-mail or number every session of this person ends at once, and a user name made of it goes with it',
      body: z.strictObject(known),
      reply: z.object({ person: personView }),
      errors: [
        ...(['NOT_FOUND', 'OWN_ACCOUNT', 'RIGHT_NOT_HELD', 'EMAIL_TAKEN', 'EMPLOYEE_NUMBER_TAKEN'] as const),
        'PERSON_LIKE',
      ],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/link': route(
    act({
      summary: 'Another link for a password; the one before is dead',
      status: 201,
      reply: z.object({ person: personView, link }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT', 'PERSON_OFF', 'PERSON_UNPLACED'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/deactivate': route(
    act({
      summary:
        'Keep somebody out: sessions end at once; links, second factor and rights in other offices go, the record of the work stays',
      body: z.strictObject({
        /** Further offices that nobody else sets up, which whoever does this takes over. */
        takes: z.array(s.id).max(100).default([]),
        foreseen,
      }),
      reply: z.object({ person: personView }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR', 'OFFICES_LEFT', 'RIGHT_NOT_HELD', 'PERSON_AT_COUNTER'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/reactivate': route(
    act({
      summary: 'Let somebody in again',
      reply: z.object({ person: personView }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT', 'PERSON_UNPLACED'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/roles': route(
    act({
      summary: 'Other roles; every session of this person ends at once',
      body: z.strictObject({ roles, foreseen }),
      reply: z.object({ person: personView }),
      errors: ['NOT_FOUND', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR', 'RIGHT_NOT_HELD', 'PERSON_AT_COUNTER'],
    } as const),
  ),
  'POST /api/offices/:office/people/:person/agency': route({
    summary:
      'Move somebody to another agency of the hall, or to the whole of it; every session of this person ends at once',
    access: { staff: 'staff.manage' },
    params: person,
    body: z.strictObject({ agency: s.id.nullable() }),
    reply: z.object({ person: personView }),
    errors: ['NOT_FOUND', 'OWN_ACCOUNT', 'LAST_ADMINISTRATOR', 'COUNTER_ATTENDED'],
  }),
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
    errors: [
      'ACCOUNT_LINK_ENDED',
      'PASSWORD_SHORT',
      'PASSWORD_LONG',
      'PASSWORD_COMMON',
      'PASSWORD_OWN_NAME',
      'TOO_MANY_ATTEMPTS',
    ],
  }),
} as const
