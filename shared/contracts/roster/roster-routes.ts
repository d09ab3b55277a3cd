import { z } from 'zod'
import { weekday } from '../../kit/time.ts'
import { LEAVE_KINDS } from '../../roster/roster.ts'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const turn = z.strictObject({ from: s.clockTime, to: s.clockTime }).refine(t => t.from < t.to, 'ends after it begins')
const place = {
  /** `null` is the front desk. */
  counterId: s.id.nullable(),
  from: s.clockTime,
  to: s.clockTime,
  /** The break in turn. */
  rest: turn.nullable(),
  /** For whom it is a substitute. */
  insteadOf: s.id.nullable(),
}
const MOST_SHIFTS = 6
const placed = z
  .strictObject(place)
  .refine(p => p.from < p.to, 'ends after it begins')
  .refine(p => !p.rest || (p.from <= p.rest.from && p.rest.to <= p.to), 'a break within the shift')
const cell = z.array(placed).max(MOST_SHIFTS)
const shift = z.object({ staffId: z.string(), date: s.localDate, ...place })
const leaveParts = {
  staffId: s.id,
  kind: z.enum(LEAVE_KINDS),
  from: s.localDate,
  /** The last day, included. */
  to: s.localDate,
  /** The same part of each day; `null` for whole days. */
  part: turn.nullable(),
}
const leave = z.object({ id: z.string(), ...leaveParts })
const week = z.strictObject({
  office: s.id,
  week: s.localDate
    .refine(d => weekday(d) === 1, 'a Monday')
    .describe('The Monday of a week; 0001-01-01 is the usual week'),
})
const planned = z.object({
  week: s.localDate,
  /** Rises with each save; 0 where nothing was saved yet. */
  version: z.number().int(),
  /** Who saved it last, and when. */
  saved: z.object({ at: s.instant, by: z.string() }).nullable(),
  shifts: z.array(shift),
})

/** The plan of the week, and who is away. */
export const rosterRoutes = {
  'GET /api/offices/:office/roster/:week': route({
    summary: 'The plan of a week, who can be planned and who is away',
    access: { staff: 'roster.plan' },
    agency: 'part',
    params: week,
    reply: planned.extend({
      leaves: z.array(leave),
      people: z.array(
        z.object({
          ...{ id: z.string(), name: z.string(), active: z.boolean(), counter: z.boolean(), front: z.boolean() },
          agency: z.string().nullable(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/roster/:week': route({
    summary:
      'Save what changed in a week, person by person and day by day; a part that holds by now something else than was seen is refused, and nothing saved',
    access: { staff: 'roster.plan' },
    agency: 'part',
    params: week,
    body: z.strictObject({
      cells: z
        .array(
          z.strictObject({
            staffId: s.id,
            date: s.localDate,
            /** What stood there when the change was made. */
            seen: cell,
            shifts: cell,
          }),
        )
        .min(1)
        .max(700),
    }),
    reply: planned,
    errors: ['NOT_FOUND', 'COUNTER_UNKNOWN', 'DATE_PAST', 'ROSTER_CHANGED'],
  }),
  'GET /api/offices/:office/served': route({
    summary: 'Which services each of the staff has served in the last thirty days, for the choice of a substitute',
    access: { staff: 'roster.plan' },
    agency: 'part',
    params: office,
    reply: z.object({ served: z.array(z.object({ staffId: z.string(), services: z.array(z.string()) })) }),
    errors: [],
  }),
  'POST /api/offices/:office/leaves': route({
    summary: 'Somebody is away: leave, illness, duty elsewhere or training',
    access: { staff: 'roster.plan' },
    agency: 'part',
    command: true,
    params: office,
    body: z.strictObject(leaveParts).refine(l => l.from <= l.to, 'ends after it begins'),
    reply: z.object({ leave }),
    errors: ['NOT_FOUND', 'COMMAND_ID_REUSED'],
  }),
  'POST /api/offices/:office/leaves/:leave/remove': route({
    summary: 'Take a leave away; also when it is gone already',
    access: { staff: 'roster.plan' },
    agency: 'part',
    params: z.strictObject({ office: s.id, leave: z.string().min(1).max(100) }),
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
  'GET /api/me/roster': route({
    summary: 'The own plan of this week and the next, and when oneself is away',
    access: 'signedIn',
    reply: z.object({ today: s.localDate, shifts: z.array(shift), leaves: z.array(leave) }),
    errors: ['NOT_SIGNED_IN'],
  }),
} as const
