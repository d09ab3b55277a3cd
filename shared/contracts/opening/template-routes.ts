import { z } from 'zod'
import { MOST } from '../../office/structure/sound.ts'
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
          offers: z.array(z.object({ id: s.id, letter: z.string(), name: s.words })),
        }),
      ),
    }),
    errors: [],
  }),
  'POST /api/offices/:office/template': route({
    summary:
      'Begin with a template, or with some of its services: they, counters, hours and rules take the place of those that are there',
    access: { staff: 'office.configure' },
    params: office,
    body: z.strictObject({
      template: s.id,
      /** Only these of its services, at so many counters. */
      services: z.array(s.id).min(1).max(MOST.services).optional(),
      counters: z.number().int().min(1).max(MOST.counters).optional(),
    }),
    reply: z.object({ office: s.officeInfo }),
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN', 'OFFICE_IS_OPEN'],
  }),
  'POST /api/offices/:office/logo': route({
    summary: 'Keep a PNG as a logo, drawn anew; it is shown once the setting `logo` names it',
    access: { staff: 'office.configure' },
    params: office,
    body: z.strictObject({ content: z.base64().min(1).max(60_000) }),
    reply: z.object({ logo: z.string(), width: z.number().int(), height: z.number().int() }),
    errors: ['LOGO_UNFIT'],
  }),
} as const
