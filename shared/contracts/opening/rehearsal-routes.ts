import { z } from 'zod'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const running = z.object({
  /** When it ends by itself. */
  until: s.instant,
  now: s.instant,
  /** How many citizens are made up, and of them have come, are waiting, and were served. */
  people: z.number().int(),
  came: z.number().int(),
  waiting: z.number().int(),
  served: z.number().int(),
})

/** The rehearsal day of an installation that has not opened yet. */
export const rehearsalRoutes = {
  'GET /api/offices/:office/rehearsal': route({
    summary: 'How far the rehearsal day of this office is; nothing while none runs, or that of another',
    access: { staff: 'office.configure' },
    params: office,
    reply: z.object({ running: running.nullable() }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/rehearsal': route({
    summary:
      'Begin a rehearsal day: on the same addresses, screens and accounts, with made-up citizens, on a copy that is thrown away',
    access: { staff: 'office.configure' },
    command: true,
    rehearses: true,
    params: office,
    reply: ok,
    errors: ['NOT_FOUND', 'REHEARSAL', 'REHEARSAL_OPEN', 'REHEARSAL_NOBODY'],
  }),
  'POST /api/offices/:office/rehearsal/end': route({
    summary: 'End the rehearsal day of this office: all that was written in it is gone; one that has ended stays ended',
    access: { staff: 'office.configure' },
    command: true,
    rehearses: true,
    params: office,
    reply: ok,
    errors: ['NOT_FOUND', 'REHEARSAL'],
  }),
} as const
