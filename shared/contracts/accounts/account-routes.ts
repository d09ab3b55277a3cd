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
