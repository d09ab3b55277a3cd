import { z } from 'zod'
import { TOPICS } from '../../office/opening/check.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

const finding = z.object({
  level: z.enum(['must', 'later', 'done']),
  key: z.string(),
  names: z.array(s.words),
  count: z.number().int(),
  mend: z.enum(['services', 'counters', 'hours', 'office', 'staff', 'devices', 'account', 'server']).nullable(),
  service: z.string().nullable(),
})

/** The check before an office opens, and the opening. */
export const openingRoutes = {
  'GET /api/offices/:office/opening': route({
    summary: `What is missing before the office can open, what may follow and what is done (${TOPICS.join(', ')})`,
    access: { staff: 'office.configure' },
    params: office,
    reply: z.object({ openedAt: s.instant.nullable(), findings: z.array(finding) }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/opening': route({
    summary:
      'Open the office for good, unless something that is needed is missing; bookings begin by their release rules',
    access: { staff: 'office.configure' },
    command: true,
    params: office,
    reply: z.object({ openedAt: s.instant }),
    errors: ['NOT_FOUND', 'OPENING_MUST'],
  }),
} as const
