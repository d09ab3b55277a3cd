import { z } from 'zod'
import { MEDIA, MOST_REASON, type Published } from '../../survey/publication/publication.ts'
import type { EvaluationFacts } from '../../survey/publication/evaluation.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

const ofPeriod = office.extend({
  period: z
    .string()
    .regex(/^2\d{3}(-(Q[1-4]|S[12]))?$/)
    .describe('A quarter 2026-Q2, a semester 2026-S1 or a year 2026'),
})
const published = s.shaped<Published>('What everybody reads of a period, frozen')
const medium = z.enum(MEDIA)

/** What an office publishes of its IKM. */
export const publicationRoutes = {
  'GET /api/offices/:office/evaluation': route({
    summary: 'What the product can prove of what evaluators of digital services and PEKPPP ask for, also as CSV',
    access: { staff: 'survey.read' },
    params: office,
    query: z.object({ lang: z.enum(['id', 'en']).optional() }),
    reply: z.object({
      facts: s.shaped<EvaluationFacts>('What is known of each item'),
      file: z.object({ name: z.string(), type: z.string(), content: z.string().describe('Base64') }),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/publications': route({
    summary: 'All that the office published of its IKM, with every version, the latest period first',
    access: { staff: 'survey.read' },
    params: office,
    reply: z.object({
      versions: z
        .array(
          z.object({
            version: z.number().int(),
            at: s.instant,
            reason: z.string().nullable(),
            body: published,
            by: z.string(),
            media: z.array(medium).readonly(),
          }),
        )
        .readonly(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/publications/:period': route({
    summary: 'What would be published of a closed period now, or why nothing can',
    access: { staff: 'survey.read' },
    params: ofPeriod,
    reply: z.object({
      now: published.nullable(),
      why: z.enum(['heldBack', 'few', 'incomplete']).nullable(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/publications/:period': route({
    summary:
      'Publish the version of a period after the one that was seen; later ones with the reason, all of them stay',
    access: { staff: 'survey.read' },
    command: true,
    params: ofPeriod,
    body: z.strictObject({
      version: s.counted,
      reason: s.seen.trim().max(MOST_REASON),
      media: z
        .array(medium)
        .max(MEDIA.length)
        .refine(all => new Set(all).size === all.length, 'each once'),
    }),
    reply: z.object({ version: z.number().int() }),
    errors: ['NOT_FOUND', 'NOT_PUBLISHED', 'PUBLICATION_STATE', 'IMPORT_UNDER_WAY'],
  }),
} as const
