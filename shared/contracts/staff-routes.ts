import { z } from 'zod'
import { ok, route } from './route.ts'
import * as s from './schemas.ts'

/** Signing in and out. */
export const staffRoutes = {
  'POST /api/login': route({
    summary: 'Sign in',
    access: 'anybody',
    // Bounded by what guesses may do: a crowd in the hall keeps nobody from the desk.
    unlimited: true,
    body: z.strictObject({ username: z.string().min(1).max(80), password: s.typedPassword }),
    reply: z.union([z.object({ staff: s.staffView }), z.object({ next: z.literal('code') })]),
    errors: ['WRONG_PASSWORD', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/login/code': route({
    summary: 'The second step: a code of the authenticator, or a recovery code; each is accepted once',
    access: 'anybody',
    unlimited: true,
    body: z.strictObject({ code: s.typedCode }),
    reply: z.object({ staff: s.staffView }),
    errors: ['SIGN_IN_AGAIN', 'WRONG_CODE', 'CODE_USED', 'TOO_MANY_ATTEMPTS'],
  }),
  'POST /api/logout': route({ summary: 'Sign out', access: 'anybody', reply: ok, errors: [] }),
  'GET /api/me': route({
    summary: 'Who is signed in',
    access: 'signedIn',
    reply: z.object({ staff: s.staffView }),
    errors: ['NOT_SIGNED_IN'],
  }),
} as const
