import { z } from 'zod'
import { ok, route } from '../route.ts'
import * as s from '../schemas.ts'

export const sessionView = z.object({
  id: z.string(),
  device: z.string().nullable(),
  how: z.enum(['password', 'password+code', 'oidc']),
  since: s.instant,
  seenAt: s.instant,
})

const ownSession = sessionView.extend({ own: z.boolean() })

const recoveryCodes = z.object({ codes: z.array(z.string()) })

/** The own account of whoever is signed in: password and sessions. */
export const accountRoutes = {
  'GET /api/me/account': route({
    summary: 'The own account',
    access: 'signedIn',
    reply: z.object({
      username: z.string(),
      name: z.string(),
      email: z.string().nullable(),
      employeeNumber: z.string().nullable(),
      passwordChangedAt: s.instant,
      secondFactor: z.object({
        since: s.instant.nullable(),
        codesLeft: z.number().int(),
        /** This account has to have one. */
        obligatory: z.boolean(),
      }),
    }),
    errors: ['NOT_SIGNED_IN'],
  }),
  'POST /api/me/password': route({
    summary: 'Another password; every other session of this person ends at once',
    access: 'signedIn',
    body: z.strictObject({ present: s.typedPassword, password: s.typedPassword }),
    reply: ok,
    errors: [
      'NOT_SIGNED_IN',
      'PRESENT_PASSWORD_WRONG',
      'PASSWORD_SHORT',
      'PASSWORD_LONG',
      'PASSWORD_COMMON',
      'PASSWORD_OWN_NAME',
      'TOO_MANY_ATTEMPTS',
    ],
  }),
  'POST /api/me/second-factor': route({
    summary: 'What an authenticator needs; nothing changes until its first code is confirmed',
    access: 'signedIn',
    body: z.strictObject({ present: s.typedPassword.exactOptional() }),
    reply: z.object({ address: z.string(), key: z.string(), enrolment: z.string() }),
    errors: ['NOT_SIGNED_IN', 'PRESENT_PASSWORD_WRONG', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/me/second-factor/confirm': route({
    summary: 'Confirm the authenticator by its first code; ten recovery codes, shown this once; other sessions end',
    access: 'signedIn',
    body: z.strictObject({ enrolment: z.string().min(1).max(1_000), code: s.typedCode }),
    reply: recoveryCodes,
    errors: ['NOT_SIGNED_IN', 'ENROLMENT_ENDED', 'WRONG_CODE', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/me/second-factor/remove': route({
    summary: 'Take the second factor away, where it is not obligatory',
    access: 'signedIn',
    body: z.strictObject({ present: s.typedPassword }),
    reply: ok,
    errors: ['NOT_SIGNED_IN', 'PRESENT_PASSWORD_WRONG', 'SECOND_FACTOR_OWED', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/me/recovery-codes': route({
    summary: 'Ten other recovery codes, shown this once; those of before are dead',
    access: 'signedIn',
    body: z.strictObject({ present: s.typedPassword }),
    reply: recoveryCodes,
    errors: ['NOT_SIGNED_IN', 'PRESENT_PASSWORD_WRONG', 'SECOND_FACTOR_NEEDED', 'TOO_MANY_ATTEMPTS'],
  }),
  'GET /api/me/sessions': route({
    summary: 'Where this person is signed in, the newest first, and after how many hours a session ends',
    access: 'signedIn',
    reply: z.object({ sessions: z.array(ownSession), idleHours: z.number(), mostHours: z.number() }),
    errors: ['NOT_SIGNED_IN'],
  }),
  'POST /api/me/sessions/:session/end': route({
    summary: 'End one own session',
    access: 'signedIn',
    params: z.strictObject({ session: s.id }),
    reply: ok,
    errors: ['NOT_SIGNED_IN', 'NOT_FOUND'],
  }),
  'POST /api/me/sessions/end-others': route({
    summary: 'End every own session but this one',
    access: 'signedIn',
    reply: ok,
    errors: ['NOT_SIGNED_IN'],
  }),
} as const
