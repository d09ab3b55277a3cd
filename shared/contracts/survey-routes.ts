import { z } from 'zod'
import { counter, ok, route, token } from './route.ts'
import * as s from './schemas.ts'

/** The survey of one visit. */
export const surveyRoutes = {
  'GET /api/offices/:office/counters/:counter/survey': route({
    summary: 'The survey of the last visit that this counter finished, for a tablet at the counter',
    access: { staff: 'queue.call' },
    params: counter,
    reply: z.object({ path: z.string().nullable(), number: z.string().nullable() }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/surveys/:token': route({
    summary: 'The survey of one visit',
    access: 'holder',
    params: token,
    reply: z.object({
      state: z.enum(['open', 'rated', 'complete', 'expired']),
      office: s.officeInfo.pick({ id: true, name: true, city: true }),
      service: s.serviceInfo.pick({ id: true, name: true }),
      date: s.localDate,
      /** The service costs nothing: Biaya scores 4 by definition and is not asked. */
      free: z.boolean(),
      demo: z.boolean(),
    }),
    errors: ['SURVEY_UNKNOWN'],
  }),
  'POST /api/surveys/:token/rating': route({
    summary: 'One tap: rate the service of this visit, once',
    access: 'holder',
    command: true,
    status: 201,
    params: token,
    body: z.strictObject({ rating: s.rating, reasons: s.reasons.optional() }),
    reply: ok,
    errors: ['SURVEY_UNKNOWN', 'SURVEY_USED', 'SURVEY_EXPIRED'],
  }),
  'POST /api/surveys/:token/answers': route({
    summary: 'The nine questions of the SKM and a suggestion, once',
    access: 'holder',
    command: true,
    status: 201,
    params: token,
    body: z.strictObject({ answers: s.skmAnswers, suggestion: z.string().trim().max(1000).optional() }),
    reply: ok,
    errors: ['SURVEY_UNKNOWN', 'SURVEY_USED', 'SURVEY_EXPIRED'],
  }),
} as const
