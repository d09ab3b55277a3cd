import { z } from 'zod'
import { ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const office = z.strictObject({ office: s.id })
const one = z.strictObject({ office: s.id, outage: s.id })
const words = s.seen.trim().min(1).max(2_000)
const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const late = z.strictObject({
  serviceId: s.id,
  date: s.localDate,
  from: clock.describe('HH:MM by the clock of the office'),
  to: clock.describe('HH:MM, later on that day'),
  reason: s.closeReason,
})
const told = z.object({
  id: z.string(),
  serviceId: z.string(),
  date: s.localDate,
  since: s.instant,
  until: s.instant,
  reason: s.closeReason,
  state: z.enum(['waits', 'stands', 'leaving', 'gone']),
  acts: z.array(
    z.object({
      what: z.enum(['marked', 'agreed', 'back', 'gone', 'objected', 'kept']),
      by: z.string().nullable(),
      at: s.instant,
      words: z.string().optional(),
    }),
  ),
  /** It touches what whoever asks served, or somebody for whom they stand in; `false` of one that is gone. */
  own: z.boolean(),
  may: z.object({ agree: z.boolean(), takeBack: z.boolean(), keep: z.boolean() }),
})

/** Outages that are marked after their day: one person marks, another agrees. */
export const outageRoutes = {
  'GET /api/offices/:office/late-outages': route({
    summary: 'Outages that were marked after their day, with who did what and when',
    access: { staff: 'unit.read' },
    params: office,
    reply: z.object({ outages: z.array(told) }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/late-outages': route({
    summary: 'Mark that a service stood still on a day that is over; nothing follows until somebody else agrees',
    access: { staff: 'unit.read' },
    command: true,
    params: office,
    body: late,
    reply: ok,
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN', 'COMMAND_ID_REUSED', 'OUTAGE_OWN'],
  }),
  'POST /api/offices/:office/late-outages/meant': route({
    summary: 'Which parts of the day such an outage would leave out, and how many ratings of how many; no figure',
    access: { staff: 'unit.read' },
    params: office,
    body: late,
    reply: z.object({
      parts: z.array(
        z.object({
          part: z.enum(['pagi', 'siang', 'sore']),
          visits: z.number().int(),
          touched: z.number().int(),
          out: z.boolean(),
        }),
      ),
      /** `null` while no period that holds the day was computed. */
      ratings: z.object({ meant: z.number().int(), of: z.number().int() }).nullable(),
    }),
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN'],
  }),
  'POST /api/offices/:office/late-outages/:outage/agree': route({
    summary:
      'Agree, as a second person, that it stood still, or to taking that back; scores are computed anew, both versions stay',
    access: { staff: 'unit.read' },
    command: true,
    params: one,
    reply: ok,
    errors: ['NOT_FOUND', 'OUTAGE_SECOND', 'OUTAGE_ENDED', 'OUTAGE_OWN'],
  }),
  'POST /api/offices/:office/late-outages/:outage/take-back': route({
    summary: 'Take back one that waits, or ask that one that stands be taken back',
    access: { staff: 'unit.read' },
    command: true,
    params: one,
    reply: ok,
    errors: ['NOT_FOUND', 'OUTAGE_ENDED', 'OUTAGE_OWN'],
  }),
  'POST /api/offices/:office/late-outages/:outage/keep': route({
    summary: 'Say that one stays though its officer says that it is mistaken; by neither of the two who made it stand',
    access: { staff: 'unit.read' },
    command: true,
    params: one,
    body: z.strictObject({ words }),
    reply: ok,
    errors: ['NOT_FOUND', 'OUTAGE_SECOND', 'OUTAGE_ENDED', 'OUTAGE_OWN'],
  }),
  'POST /api/me/late-outages/:outage/object': route({
    summary: 'Say that an outage that left out own ratings is mistaken, within fourteen days; a third person decides',
    access: { staff: 'officer.read.own' },
    command: true,
    params: z.strictObject({ outage: s.id }),
    body: z.strictObject({ words }),
    reply: ok,
    errors: ['NOT_FOUND', 'OUTAGE_ENDED', 'CONTEST_LATE'],
  }),
} as const
