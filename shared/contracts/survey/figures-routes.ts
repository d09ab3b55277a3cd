import { z } from 'zod'
import type { PeriodFigures } from '../../survey/figures/period-figures.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

/** All figures of a closed period. */
export const figuresRoutes = {
  'GET /api/offices/:office/period-figures': route({
    summary:
      'All figures of a closed period: IKM with interval and certainty, weighted by visits, plan of the sample, comparison, response, profile',
    access: { staff: 'survey.read' },
    agency: 'part',
    params: office,
    query: z.strictObject({
      period: z
        .string()
        .regex(/^2\d{3}(-(W\d{2}|\d{2}|Q[1-4]|S[12]))?$/)
        .describe('A week 2026-W24, a month 2026-06, a quarter 2026-Q2, a semester 2026-S1 or a year 2026')
        .optional(),
    }),
    reply: s.shaped<PeriodFigures>('Figures in full precision, or why they are held back and until when'),
    errors: ['NOT_FOUND', 'FIGURES_BUSY', 'FIGURES_READING'],
  }),
} as const
