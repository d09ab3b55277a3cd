import { z } from 'zod'
import { office, ok, route } from './route.ts'
import * as s from './schemas.ts'

/** What people look for and do not find. */
export const searchRoutes = {
  'POST /api/offices/:office/unfound': route({
    summary: 'A search found nothing; its words are counted, by week and for nobody',
    access: 'anybody',
    params: office,
    body: z.strictObject({ query: z.string().max(80) }),
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/unfound': route({
    summary: 'Words that found nothing, by week, from a floor on',
    access: { staff: 'unit.read' },
    params: office,
    reply: z.object({
      words: z.array(z.object({ week: s.localDate, word: z.string(), n: z.number().int() })),
    }),
    errors: ['NOT_FOUND'],
  }),
} as const
