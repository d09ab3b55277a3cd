import { z } from 'zod'
import type { IkmView, RatingsView } from '../survey/quality.ts'
import type { ReasonsView } from '../survey/reasons.ts'
import { office, route } from './route.ts'
import * as s from './schemas.ts'

const period = z
  .string()
  .regex(/^2\d{3}(-(W\d{2}|\d{2}|Q[1-4]|S[12]))?$/)
  .describe('A week 2026-W24, a month 2026-06, a quarter 2026-Q2, a semester 2026-S1 or a year 2026')
  .optional()
const ratings = s.shaped<RatingsView>('Mean, interval and counts, or why they are held back and until when')

const month = z
  .string()
  .regex(/^2\d{3}-\d{2}$/)
  .describe('A month 2026-06')

/** What citizens said, added up: for fixed periods only, and only where nobody can be subtracted out of it. */
export const qualityRoutes = {
  'GET /api/offices/:office/ikm': route({
    summary: 'IKM of the office, or of one service or one counter over a quarter, a semester or a year',
    access: { staff: 'survey.read' },
    agency: 'part',
    params: office,
    query: z.strictObject({ period, service: s.id.optional(), counter: s.id.optional() }),
    reply: s.shaped<IkmView>('IKM with method, audit line and sample, or why it is held back and until when'),
    errors: ['NOT_FOUND', 'FIGURES_BUSY', 'FIGURES_READING'],
  }),
  'GET /api/offices/:office/ratings': route({
    summary: 'One-tap ratings of the whole unit over a period',
    access: { staff: 'survey.read' },
    params: office,
    query: z.strictObject({ period }),
    reply: ratings,
    errors: ['NOT_FOUND', 'FIGURES_BUSY', 'FIGURES_READING'],
  }),
  'GET /api/offices/:office/reasons': route({
    summary: 'Reasons of low ratings and how many suggestions there are, by service in a closed month',
    access: { staff: 'survey.read' },
    agency: 'part',
    params: office,
    query: z.strictObject({ month }),
    reply: s.shaped<ReasonsView>('Counts of each reason by service, or why they are held back and until when'),
    errors: ['NOT_FOUND', 'FIGURES_BUSY', 'FIGURES_READING'],
  }),
  'POST /api/offices/:office/suggestions': route({
    summary: 'Open the suggestions of a service in a closed month, in no order of time; who read which is on record',
    access: { staff: 'survey.read' },
    agency: 'part',
    params: office,
    body: z.strictObject({ month, service: s.id }),
    reply: z.object({ suggestions: z.array(z.string()).readonly() }),
    errors: ['NOT_FOUND', 'FORBIDDEN', 'FIGURES_BUSY', 'FIGURES_READING'],
  }),
} as const
