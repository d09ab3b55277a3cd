import { z } from 'zod'
import { isMonth, type CalendarDay } from '../../officer/calendar/month.ts'
import { LEAVE_KINDS } from '../../roster/roster.ts'
import { ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const month = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .refine(isMonth, 'a month of the calendar')
const part = z.strictObject({ from: s.clockTime, to: s.clockTime }).refine(p => p.from < p.to, 'ends after it begins')
const wanted = {
  kind: z.enum(LEAVE_KINDS),
  from: s.localDate,
  /** The last day, included. */
  to: s.localDate,
  /** The same part of each day; `null` for whole days. */
  part: part.nullable(),
}
const absence = z.object({
  ...{ id: z.string(), officerId: z.string(), officer: z.string(), ...wanted },
  state: z.enum(['asked', 'agreed', 'refused', 'withdrawn']),
  ...{ askedAt: s.instant, decidedBy: z.string().nullable(), decidedAt: s.instant.nullable(), words: z.string() },
})
const monthView = z.object({
  today: s.localDate,
  days: z.array(s.shaped<CalendarDay>('One day with its state')),
  absences: z.array(absence),
})

/** The calendar of a month: what each working day was, and leave or duty that is asked for. */
export const calendarRoutes = {
  'GET /api/me/calendar/:month': route({
    summary: 'The own month: what each day was, by itself from the journal, the plan and the office’s hours',
    access: { staff: 'officer.read.own' },
    params: z.strictObject({ month }),
    reply: monthView,
    errors: [],
  }),
  'POST /api/me/absences': route({
    summary: 'Ask for leave, or say duty, illness or training; it counts once it is agreed to',
    access: { staff: 'officer.read.own' },
    command: true,
    body: z.strictObject(wanted),
    reply: z.object({ absence }),
    errors: ['DATE_PAST', 'ABSENCE_OVERLAP', 'COMMAND_ID_REUSED'],
  }),
  'POST /api/me/absences/:absence/withdraw': route({
    summary: 'Take an own one back while it waits, or before its first day',
    access: { staff: 'officer.read.own' },
    params: z.strictObject({ absence: s.id }),
    reply: ok,
    errors: ['NOT_FOUND', 'ABSENCE_DECIDED'],
  }),
  'GET /api/me/team/absences': route({
    summary: 'Absences that wait for whoever asks, by name',
    access: 'signedIn',
    reply: z.object({ absences: z.array(absence) }),
    errors: ['NOT_SIGNED_IN'],
  }),
  'POST /api/me/team/absences/:absence/decide': route({
    summary: 'Agree to an absence, or refuse it with words',
    access: 'signedIn',
    params: z.strictObject({ absence: s.id }),
    body: z
      .strictObject({ agree: z.boolean(), text: s.line.trim().max(300) })
      .refine(d => d.agree || d.text !== '', { path: ['text'], message: 'why it is refused' }),
    reply: ok,
    errors: ['NOT_SIGNED_IN', 'NOT_FOUND', 'ABSENCE_DECIDED'],
  }),
  'GET /api/me/team/calendar/:officer/:month': route({
    summary: 'The month of somebody, on the days on which one assesses them',
    access: 'signedIn',
    params: z.strictObject({ officer: s.id, month }),
    reply: monthView,
    errors: ['NOT_SIGNED_IN', 'NOT_FOUND'],
  }),
} as const
