import { z } from 'zod'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

/** Templates by which an office begins. */
export const templateRoutes = {
  'GET /api/offices/:office/templates': route({
    summary: 'Kinds of office to begin with, and how much each brings along',
    access: { staff: 'office.configure' },
    params: office,
    reply: z.object({
      templates: z.array(
        z.object({
          id: z.string(),
          services: z.number().int(),
          cases: z.number().int(),
          lifeEvents: z.number().int(),
          agencies: z.number().int(),
          counters: z.number().int(),
        }),
      ),
    }),
    errors: [],
  }),
  'POST /api/offices/:office/template': route({
    summary: 'Begin with a template: its services, counters, hours and rules take the place of those that are there',
    access: { staff: 'office.configure' },
    params: office,
    body: z.strictObject({ template: s.id }),
    reply: z.object({ office: s.officeInfo }),
    errors: ['NOT_FOUND', 'OFFICE_IS_OPEN'],
  }),
} as const
