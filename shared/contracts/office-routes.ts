import { z } from 'zod'
import { office, route } from './route.ts'
import * as s from './schemas.ts'

const { booking, document } = s.serviceInfo.shape

const serviceChange = z.strictObject({ id: s.id, booking: booking.optional(), document: document.optional() })
export type ServiceChange = z.infer<typeof serviceChange>

/** The office itself: its health, what everybody may know of it, its settings. */
export const officeRoutes = {
  'GET /api/health': route({
    summary: 'Is the server well?',
    access: 'anybody',
    reply: z.object({
      ok: z.boolean(),
      version: z.string(),
      now: s.instant,
      demo: z.boolean(),
      database: z.string(),
      /** How far each follower is behind the journal: events not followed, and the age of the oldest in seconds. */
      followers: z.array(z.object({ follower: z.string(), events: z.number(), seconds: z.number() })),
    }),
    errors: [],
  }),
  'GET /api/offices': route({
    summary: 'Offices with their services, standards, counters and hours',
    access: 'anybody',
    reply: z.object({ offices: z.array(s.officeInfo), demo: z.boolean() }),
    errors: [],
  }),
  'PATCH /api/offices/:office/settings': route({
    summary: 'Change settings of the office; the running day follows at once',
    access: { staff: 'office.configure' },
    params: office,
    body: s.settings
      .partial()
      .extend({
        closedServices: z.array(s.id).max(300).optional(),
        /** How these services are booked and what document they yield; what is absent stays. */
        services: z.array(serviceChange).max(300).optional(),
      })
      .strict(),
    reply: z.object({ office: s.officeInfo }),
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN'],
  }),
  'POST /api/demo/clock': route({
    summary: 'In demo mode, on the same machine: play a past day in fast motion; null ends it',
    access: { staff: 'office.configure' },
    body: z.strictObject({
      play: z.strictObject({ from: s.instant, to: s.instant, speed: z.number().int().min(1).max(1_000) }).nullable(),
    }),
    reply: z.object({ now: s.instant }),
    errors: ['DEMO_ONLY'],
  }),
} as const
