import { z } from 'zod'
import { DEVICE_CLASSES } from '../../survey/integrity/flag.ts'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const month = z
  .string()
  .regex(/^2\d{3}-(0[1-9]|1[0-2])$/)
  .describe('A month 2026-06')
const flag = z.object({
  kind: z.enum(['minutes', 'day', 'alike', 'fast', 'response', 'invitation', 'end', 'same']),
  key: z.enum(['phone', 'device', 'network']).optional(),
  device: z.enum(DEVICE_CLASSES).optional(),
  counterId: z.string().optional(),
  on: s.localDate.optional(),
  answers: z.number().int().optional(),
  percent: z.number().int().optional(),
  others: z.number().int().optional(),
})
const figure = z.object({
  n: z.number().int(),
  ikm: z.number(),
  mutu: z.enum(['A', 'B', 'C', 'D']),
  low: z.number(),
  high: z.number(),
})
/** How many visits of the month ended with an outcome, were invited to the nine questions, and answered. */
const reached = z.object({ finished: z.number().int(), invited: z.number().int(), answered: z.number().int() })
const choice = z.enum(['count', 'leaveOut'])

/** Answers of closed months that should be looked at, with and without them, and what the head decides. */
export const integrityRoutes = {
  'GET /api/offices/:office/integrity': route({
    summary:
      'What should be looked at in the answers of a closed month, and bursts of the running one; never an answer by itself',
    access: { staff: 'survey.read' },
    params: office,
    query: z.strictObject({ month: month.optional() }),
    reply: z.object({
      months: z.array(z.string()).readonly(),
      month: z
        .object({
          month: z.string(),
          closedAt: s.instant,
          looked: z.number().int(),
          flags: z.array(flag).readonly(),
          compared: z.object({
            with: figure.optional(),
            without: figure.optional(),
            /** Why the figure without what is marked is held back. */
            why: z.enum(['none', 'few', 'alone', 'officer', 'shown', 'quarter']).optional(),
            on: s.localDate.optional(),
          }),
          decisions: z.array(z.object({ choice, reason: z.string(), by: z.string(), at: s.instant })).readonly(),
          reached: z.object({
            unit: reached,
            services: z.array(reached.extend({ id: z.string() })).readonly(),
            channels: z.array(reached.extend({ id: z.enum(['booked', 'walkIn']) })).readonly(),
          }),
        })
        .nullable(),
      running: z.array(flag).readonly(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/integrity/:month': route({
    summary:
      'Decide, with a reason and on record, whether the figures of the unit count what is marked in a closed month',
    access: { staff: 'survey.decide' },
    command: true,
    params: office.extend({ month }),
    body: z.strictObject({ choice, reason: s.seen.trim().min(10).max(500), seen: s.counted }),
    reply: ok,
    errors: ['NOT_FOUND', 'COMPLAINT_STATE', 'FORBIDDEN', 'IMPORT_UNDER_WAY'],
  }),
} as const
