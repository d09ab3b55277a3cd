import { z } from 'zod'
import { route } from '../route.ts'
import * as s from '../schemas.ts'
import { email, personName } from '../schemas/person.ts'

/** The secret of a set-up link: 128 bits. */
const link = z.string().max(80)

/** The way of an installation to its first administrator; closed for good once there is one. */
export const setupRoutes = {
  'POST /api/setup/look': route({
    summary:
      'What the page behind a set-up link shows: until when the link is good, and the second factor to be scanned',
    access: 'anybody',
    body: z.strictObject({ link }),
    reply: z.object({ now: s.instant, until: s.instant, secret: z.string(), address: z.string() }),
    errors: ['SETUP_LINK'],
  }),
  'POST /api/setup/administrator': route({
    summary: 'Make the first administrator and an office in preparation, and sign in; the link is dead with it',
    access: 'anybody',
    body: z.strictObject({
      link,
      name: personName,
      email,
      password: s.typedPassword,
      code: s.typedCode,
    }),
    reply: z.object({ recoveryCodes: z.array(z.string()) }),
    errors: [
      'SETUP_LINK',
      'PASSWORD_SHORT',
      'PASSWORD_LONG',
      'PASSWORD_COMMON',
      'PASSWORD_OWN_NAME',
      'EMAIL_TAKEN',
      'WRONG_CODE',
    ],
  }),
} as const
