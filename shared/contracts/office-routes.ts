import { z } from 'zod'
import { PHONE_CHANNELS } from '../messages/message.ts'
import { CONSEQUENCES } from '../queue/changes/consequences.ts'
import { LOST_REASONS } from '../queue/day.ts'
import { office, route } from './route.ts'
import * as s from './schemas.ts'

/** What a change does, told before it is saved. */
export const effects = z.object({
  touched: z.object({
    total: z.number().int(),
    /** Of those, who are told by a message. */
    told: z.number().int(),
    priority: z.number().int(),
    /** Of those, who only wait for a place. */
    wishes: z.number().int(),
    /** Entries of draws to come that lose a time they asked for, or their day; told with the result, and not in `total`. */
    entries: z.number().int(),
    days: z.array(z.object({ date: s.localDate, count: z.number().int() })),
    services: z.array(z.object({ serviceId: s.id, count: z.number().int() })),
    reasons: z.array(z.object({ why: z.enum(LOST_REASONS), count: z.number().int() })),
  }),
  /** Who waits, serves or is shown it now: of which service or counter, and how many. */
  consequences: z.array(z.object({ kind: z.enum(CONSEQUENCES), of: z.string(), count: z.number().int() })),
})

/** How many it is known to touch, and why it is made. */
export const foreseen = z.number().int().min(0).optional()
export const reason = z.string().trim().min(1).max(200).optional()

/** The office itself: its health, what everybody may know of it, its settings. */
export const officeRoutes = {
  'GET /api/health': route({
    summary: 'Is the server well? 503 with what is wrong, when it is not; never throttled',
    access: 'anybody',
    unlimited: true,
    reply: z.object({
      ok: z.boolean(),
      /** Nothing can be written, little disk is left, the clock jumped, or the data are not this process's own any more. */
      wrong: z.array(z.enum(['writes', 'disk', 'clock', 'data'])),
      version: z.string(),
      now: s.instant,
      demo: z.boolean(),
      database: z.string(),
      /**
       * How far each follower is behind the journal: events not followed, the age of the oldest in seconds, and how many of
       * them stand aside because they could not be followed.
       */
      followers: z.array(
        z.object({ follower: z.string(), events: z.number(), seconds: z.number(), aside: z.number() }),
      ),
    }),
    errors: [],
  }),
  'GET /api/offices': route({
    summary:
      'What the offices of this installation are called and whether they have opened; each is read by a route of its own',
    access: 'anybody',
    reply: z.object({
      offices: z.array(s.officeInfo.pick({ id: true, name: true, city: true, zone: true, openedAt: true })),
      demo: z.boolean(),
      /** The server's clock, by which every page goes. */
      now: s.instant,
      /** By what name the staff know the provider of their accounts, where there is one. */
      oidc: z.string().nullable(),
      /** By which channels this installation sends messages to a phone number. */
      channels: z.array(z.enum(PHONE_CHANNELS)),
    }),
    errors: [],
  }),
  'GET /api/offices/:office': route({
    summary:
      'An office with its services, standards, counters and hours, as its settings and those who read them need it',
    access: 'anybody',
    params: office,
    reply: z.object({ office: s.officeInfo }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/hall': route({
    summary:
      'An office as its kiosk, displays and desks need it: all that is worked with, without the standards at length',
    access: 'anybody',
    params: office,
    reply: z.object({
      office: s.hallOffice,
      /** The services that people came for most on the last closed days, most first. */
      often: z.array(s.id),
      /** The newest published IKM, where the hall screen is to show it. */
      published: z
        .object({ period: z.string(), ikm: z.number(), mutu: z.enum(['A', 'B', 'C', 'D']), n: z.number().int() })
        .nullable(),
      demo: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'PATCH /api/offices/:office/settings': route({
    summary: 'Change settings of the office, only those named; the running day follows at once',
    access: { staff: 'office.configure' },
    agency: 'part',
    params: office,
    body: s.officeChange.extend({
      /** What each of these fields held when the change was made; one that was not seen, or holds something else by now, is refused. */
      seen: s.seenChange,
      /** How many people and bookings its maker was told that it reaches (`reachOf`); a change that reaches any is refused without it. */
      foreseen,
      /** Why, for the history of changes; no names of people. */
      reason,
    }),
    /** `touched`: how many bookings, offers and wishes for a place it left no time, also those made in between. */
    reply: z.object({ office: s.officeInfo, touched: z.number().int() }),
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN', 'STRUCTURE_UNSOUND', 'SETTINGS_CHANGED', 'BOOKINGS_TOUCHED', 'LOGO_UNFIT'],
  }),
  'POST /api/offices/:office/settings/effects': route({
    summary: 'What a change would do to those who booked, wait or serve; nothing is saved',
    access: { staff: 'office.configure' },
    agency: 'part',
    params: office,
    body: s.officeChange.extend({ seen: s.seenChange }),
    reply: effects,
    errors: ['NOT_FOUND', 'SERVICE_UNKNOWN', 'STRUCTURE_UNSOUND', 'SETTINGS_CHANGED'],
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
