import { z } from 'zod'
import { ok, route } from './route.ts'
import * as s from './schemas.ts'
import { typedUsername } from './schemas/person.ts'

/** Signing in and out. */
export const staffRoutes = {
  'POST /api/login': route({
    summary: 'Sign in',
    access: 'anybody',
    rehearses: true,
    // Bounded by what guesses may do: a crowd in the hall keeps nobody from the desk.
    unlimited: true,
    body: z.strictObject({ username: typedUsername, password: s.typedPassword }),
    reply: z.union([z.object({ staff: s.staffView }), z.object({ next: z.literal('code') })]),
    errors: ['WRONG_PASSWORD', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/login/code': route({
    summary: 'The second step: a code of the authenticator, or a recovery code; each is accepted once',
    access: 'anybody',
    rehearses: true,
    unlimited: true,
    body: z.strictObject({ code: s.typedCode }),
    reply: z.object({ staff: s.staffView }),
    errors: ['SIGN_IN_AGAIN', 'WRONG_CODE', 'CODE_USED', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/login/oidc/begin': route({
    summary: 'Where to sign in with an account of the office’s provider (OpenID Connect)',
    access: 'anybody',
    rehearses: true,
    // Bounded by how often a network may try: a crowd in the hall keeps nobody from the desk.
    unlimited: true,
    reply: z.object({ address: z.url() }),
    errors: ['NOT_FOUND', 'OIDC_AWAY', 'HOST_UNKNOWN', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/login/oidc': route({
    summary: 'Sign in by what the provider gave the browser; once, within ten minutes, in the browser that began',
    access: 'anybody',
    rehearses: true,
    unlimited: true,
    body: z.strictObject({ returned: z.string().startsWith('?').max(4_000) }),
    reply: z.union([z.object({ staff: s.staffView }), z.object({ next: z.literal('code') })]),
    errors: [
      'NOT_FOUND',
      'OIDC_AGAIN',
      'OIDC_AWAY',
      'OIDC_REFUSED',
      'OIDC_CLOCK',
      'OIDC_UNVERIFIED',
      'OIDC_UNKNOWN',
      'OIDC_PERSON_OFF',
      'TOO_MANY_ATTEMPTS',
    ],
  }),
  'POST /api/logout': route({ summary: 'Sign out', access: 'anybody', rehearses: true, reply: ok, errors: [] }),
  'GET /api/me': route({
    summary: 'Who is signed in',
    access: 'signedIn',
    reply: z.object({ staff: s.staffView }),
    errors: ['NOT_SIGNED_IN'],
  }),
  'POST /api/me/office': route({
    summary: 'Go to work, in this browser, in another of the offices that one sets up',
    access: 'signedIn',
    body: z.strictObject({ office: s.id }),
    reply: z.object({ staff: s.staffView }),
    errors: ['NOT_SIGNED_IN', 'FORBIDDEN'],
  }),
} as const
