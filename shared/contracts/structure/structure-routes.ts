import { z } from 'zod'
import { effects, foreseen, reason } from '../office-routes.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

const number = z.string().regex(/^[1-9]\d{0,8}$/)
const version = office.extend({ version: number })

const made = z.object({
  version: z.number().int(),
  at: s.instant,
  /** Id of who saved it, or `system`; the name is asked for by it. */
  by: z.string(),
  /** Fields in which it differs from the one before, as in a change: `services.ktp-el.letter`, `order.counters`. */
  fields: z.array(z.string()),
  reason: z.string().nullable(),
  /** The version that it brought back. */
  restores: z.number().int().nullable(),
})

/** The standing structure of an office, and every version of it. */
export const structureRoutes = {
  'GET /api/offices/:office/structure': route({
    summary: 'All that an office has set, with the version that it is; changed by its settings',
    access: { staff: 'office.configure' },
    params: office,
    reply: z.object({
      office: s.officeInfo,
      last: made,
      /** The version that undoes the last change; `null` where that was itself a step back, nothing would change, or there is none. */
      undo: z.number().int().nullable(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/versions': route({
    summary: 'Versions of the settings, newest first, fifty at a time',
    access: { staff: 'office.configure' },
    params: office,
    query: z.strictObject({ before: number.optional() }),
    reply: z.object({ versions: z.array(made) }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/versions/:version/compare': route({
    summary: 'In which fields a version differs from another one, with what both hold; absent where it is not there',
    access: { staff: 'office.configure' },
    params: version,
    query: z.strictObject({ with: number }),
    reply: z.object({
      fields: z.array(z.object({ field: z.string(), here: z.unknown().optional(), there: z.unknown().optional() })),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/versions/:version/effects': route({
    summary: 'What bringing a version back would do; nothing is saved',
    access: { staff: 'office.configure' },
    params: version,
    reply: effects,
    errors: ['NOT_FOUND', 'STRUCTURE_UNSOUND', 'SETTINGS_CHANGED'],
  }),
  'POST /api/offices/:office/versions/:version/restore': route({
    summary: 'Bring a version back, as a change of its own; a service used since is retired, not taken away',
    access: { staff: 'office.configure' },
    params: version,
    body: z.strictObject({
      /** The last version when this was decided; refused where another one came since. */
      last: z.number().int(),
      foreseen,
      reason,
    }),
    reply: z.object({ office: s.officeInfo, touched: z.number().int() }),
    errors: ['NOT_FOUND', 'STRUCTURE_UNSOUND', 'SETTINGS_CHANGED', 'BOOKINGS_TOUCHED'],
  }),
} as const
