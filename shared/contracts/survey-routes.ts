import { z } from 'zod'
import { MOST_EXTRA } from '../survey/asked.ts'
import { counter, office, ok, route, token } from './route.ts'
import * as s from './schemas.ts'

/** The survey of one visit. */
export const surveyRoutes = {
  'GET /api/offices/:office/counters/:counter/survey': route({
    summary: 'The survey of the last visit that this counter finished, for a tablet at the counter',
    access: { device: 'tablet' },
    params: counter,
    reply: z.object({
      path: z.string().nullable(),
      number: z.string().nullable(),
      /** Somebody is served at the counter now: whoever stood there before has left the tablet. */
      serving: z.boolean(),
    }),
    errors: ['NOT_FOUND', 'COUNTER_UNKNOWN', 'SURVEY_NOT_HERE'],
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
      /** The office's date now: the phone forgets its tickets of days before. */
      today: s.localDate,
      /** Until then it may be answered. */
      until: s.instant,
      zone: s.officeInfo.shape.zone,
      /** The service costs nothing: Biaya scores 4 by definition and is not asked. */
      free: z.boolean(),
      /** The visit was drawn: it is invited to the nine questions, not only to the rating. */
      questions: z.boolean(),
      /** The office asks in an order of its own, or more than the nine; else they come as in the regulation's annex. */
      asked: z
        .object({
          order: z.array(z.string()),
          extra: z.array(
            z.object({
              key: z.string(),
              question: s.words.readonly(),
              answers: z.array(s.words.readonly()).readonly(),
            }),
          ),
        })
        .optional(),
      /** A complaint was written: its page says what became of it. */
      complained: z.literal(true).optional(),
      demo: z.boolean(),
    }),
    errors: ['SURVEY_UNKNOWN', 'TICKET_STATE', 'SURVEY_NOT_HERE'],
  }),
  'POST /api/surveys/:token/rating': route({
    summary: 'One tap: rate the service of this visit, once; for a minute another one `instead`, by whoever gave it',
    access: 'holder',
    command: true,
    status: 201,
    params: token,
    body: z.strictObject({
      rating: s.rating,
      reasons: s.reasons.optional(),
      /** The rating that this one replaces: its request's id, its content, and the `change` that answered it. */
      instead: z
        .strictObject({
          key: z.string().max(80),
          rating: s.rating,
          reasons: s.reasons.optional(),
          change: z.string().max(200),
        })
        .optional(),
    }),
    reply: z.object({ ok: z.literal(true), change: z.string().optional() }),
    errors: ['SURVEY_UNKNOWN', 'TICKET_STATE', 'SURVEY_USED', 'SURVEY_EXPIRED', 'SURVEY_NOT_HERE'],
  }),
  'POST /api/surveys/:token/answers': route({
    summary: 'The nine questions of the SKM, a suggestion and the profile of the respondent, once',
    access: 'holder',
    command: true,
    status: 201,
    params: token,
    body: z.strictObject({
      answers: s.skmAnswers,
      /** Marks of what the office asks beside the nine, by key; what was not asked is not kept. */
      extra: z
        .record(s.id.max(40), s.rating)
        .refine(all => Object.keys(all).length <= MOST_EXTRA, 'a few')
        .optional(),
      suggestion: z.string().trim().max(1000).optional(),
      /** Kept apart from the answers, never joined to them. */
      profile: s.skmProfile.optional(),
      /** Seconds from the first display to sending, and when that was by the phone's clock. */
      took: z.number().int().min(0).max(86_400).optional(),
      at: s.instant.optional(),
    }),
    reply: ok,
    errors: ['SURVEY_UNKNOWN', 'TICKET_STATE', 'SURVEY_USED', 'SURVEY_EXPIRED', 'SURVEY_NOT_HERE', 'SURVEY_NOT_CHOSEN'],
  }),
  'GET /api/offices/:office/answer-flags': route({
    summary: 'Answers of the last days that came in a burst or from a network of the desk; how many, never what',
    access: { staff: 'survey.read' },
    params: office,
    reply: z.object({
      flags: z.array(
        z.discriminatedUnion('kind', [
          z.object({ kind: z.literal('burst'), counterId: z.string(), from: s.instant, answers: z.number().int() }),
          z.object({
            kind: z.literal('desk'),
            counterId: z.string(),
            answers: z.number().int(),
            of: z.number().int(),
          }),
        ]),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
} as const
