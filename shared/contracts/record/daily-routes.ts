import { z } from 'zod'
import { isBackwards } from '../../officer/daily/activity.ts'
import { ANSWERS, MOST_ACTIVITIES } from '../../officer/daily/report.ts'
import type { DayWork } from '../../officer/daily/work.ts'
import { ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const date = z.strictObject({ date: s.localDate })
const ofOfficer = z.strictObject({ officer: s.id, date: s.localDate })
const shortLine = s.line.trim().max(200)
const clock = z.union([s.clockTime, z.literal('')])
const link = s.line
  .trim()
  .max(500)
  .refine(l => l === '' || /^https?:\/\/[^\s]+$/i.test(l), 'a link of the web')
/** Random and made on the device: it names no person and no model. */
const device = z.string().regex(/^[\w-]{10,40}$/)
/** As it is typed: a link may be half there, and the end still before the beginning. */
const typed = z.strictObject({
  id: z.string().regex(/^[\w-]{1,40}$/),
  what: shortLine,
  from: clock,
  to: clock,
  quantity: s.line.trim().max(80),
  output: shortLine,
  skp: shortLine,
  link: s.line.trim().max(500),
  files: z.array(s.id).max(6),
})
const activity = typed.extend({ link }).refine(a => !isBackwards(a), { path: ['to'], message: 'before the beginning' })
const note = s.line.trim().max(500)
const text = z.strictObject({ activities: z.array(typed).max(MOST_ACTIVITIES), note })
const sent = z.strictObject({ activities: z.array(activity).max(MOST_ACTIVITIES), note })
/** Before 1 January 2020 no report was written here. */
const deviceTime = s.instant.min(1_577_836_800_000).max(4_102_444_800_000)
const times = { begunAt: deviceTime, writtenAt: deviceTime }
const rev = z.number().int().min(1).max(1_000_000_000)
const draft = z.object({
  ...{ device, kind: z.enum(['phone', 'computer']), rev, ...times },
  receivedAt: s.instant,
  text,
})
const drafts = z.object({ drafts: z.array(draft) })
const said = s.line.trim().max(500)

const head = {
  officerId: z.string(),
  officer: z.string(),
  date: s.localDate,
  state: z.enum(['open', 'waiting', 'accepted', 'fix', 'ask']),
  due: s.instant,
  late: z.boolean(),
  excusedBy: z.object({ since: s.instant, until: s.instant.nullable() }).nullable(),
  /** In order; a correction is the next one. */
  versions: z.array(
    z.object({ version: z.number().int(), begunAt: s.instant, writtenAt: s.instant, receivedAt: s.instant, text }),
  ),
  entries: z.array(
    z.object({
      ...{ id: z.string(), kind: z.enum([...ANSWERS, 'reply']), version: z.number().int() },
      ...{ byId: z.string(), by: z.string(), at: s.instant, text: z.string() },
    }),
  ),
  files: z.array(
    z.object({ id: z.string(), name: z.string(), type: z.string(), bytes: z.number().int(), at: s.instant }),
  ),
}
const view = {
  ...head,
  work: s.shaped<DayWork>('What the system knows of the day by itself'),
  assessor: z.object({ id: z.string(), name: z.string() }).nullable(),
}

/** Daily reports: the own, and those of whom one assesses on the day. */
export const dailyRoutes = {
  'GET /api/me/reports': route({
    summary: 'The own reports of the thirty-one days before a day, the newest first',
    access: { staff: 'officer.read.own' },
    query: z.strictObject({ before: s.localDate }),
    reply: z.object({ reports: z.array(z.object(head)) }),
    errors: [],
  }),
  'GET /api/me/reports/:date': route({
    summary: 'The own report of a day: the work that is known already, what was sent and said, and drafts',
    access: { staff: 'officer.read.own' },
    params: date,
    reply: z.object({ ...view, today: s.localDate, drafts: z.array(draft) }),
    errors: ['NOT_FOUND', 'DATE_PAST'],
  }),
  'POST /api/me/reports/:date/draft': route({
    summary: 'Keep what is typed on one device; an older state than the one kept changes nothing',
    access: { staff: 'officer.read.own' },
    params: date,
    body: z.strictObject({
      ...{ device, kind: z.enum(['phone', 'computer']), rev, ...times, text },
      /** The draft of another device with which this one began: it goes, unless it was changed since. */
      replaces: z.strictObject({ device, rev }).exactOptional(),
    }),
    reply: drafts,
    errors: ['NOT_FOUND', 'DATE_PAST'],
  }),
  'POST /api/me/reports/:date/draft/discard': route({
    summary: 'Throw the draft of a device away, unless it was changed since',
    access: { staff: 'officer.read.own' },
    params: date,
    body: z.strictObject({ device, rev }),
    reply: ok,
    errors: [],
  }),
  'POST /api/me/reports/:date/send': route({
    summary: 'Send the report of a day, or a correction as its next version',
    access: { staff: 'officer.read.own' },
    command: true,
    params: date,
    body: z.strictObject({
      ...{ device, rev, ...times, text: sent },
      /** The newest version that was seen; 0 where none was sent. */
      seen: z.number().int().min(0),
    }),
    reply: ok,
    errors: ['NOT_FOUND', 'DATE_PAST', 'REPORT_CHANGED', 'REPORT_TOO_LONG', 'COMMAND_ID_REUSED'],
  }),
  'POST /api/me/reports/:date/files/:file/remove': route({
    summary: 'Take an own evidence file away, unless it stands in a report that was sent',
    access: { staff: 'officer.read.own' },
    command: true,
    params: z.strictObject({ date: s.localDate, file: s.id }),
    reply: z.object({ removed: z.boolean() }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/me/reports/:date/reply': route({
    summary: 'Answer in the thread under the own report',
    access: { staff: 'officer.read.own' },
    command: true,
    params: date,
    body: z.strictObject({ text: said.min(1) }),
    reply: ok,
    errors: ['NOT_FOUND', 'COMMAND_ID_REUSED'],
  }),
  'GET /api/me/team/reports': route({
    summary: 'Reports that wait for the answer of whoever asks, by name and day',
    access: 'signedIn',
    reply: z.object({ reports: z.array(z.object(head)) }),
    errors: ['NOT_SIGNED_IN'],
  }),
  'GET /api/me/team/reports/:officer/:date': route({
    summary: 'The report of a day of somebody whom one assesses on that day',
    access: 'signedIn',
    params: ofOfficer,
    reply: z.object(view),
    errors: ['NOT_SIGNED_IN', 'NOT_FOUND'],
  }),
  'POST /api/me/team/reports/:officer/:date/answer': route({
    summary: 'Accept a report, ask for a correction, or ask a question; a question needs words',
    access: 'signedIn',
    command: true,
    params: ofOfficer,
    body: z
      .strictObject({ kind: z.enum(ANSWERS), version: z.number().int().min(1), text: said })
      .refine(a => a.kind !== 'ask' || a.text !== '', { path: ['text'], message: 'a question' }),
    reply: ok,
    errors: ['NOT_SIGNED_IN', 'NOT_FOUND', 'REPORT_CHANGED', 'COMMAND_ID_REUSED'],
  }),
} as const
