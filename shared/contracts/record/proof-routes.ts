import { z } from 'zod'
import { CLOCK_REASONS } from '../../officer/clock/clock-marks.ts'
import { evidencePeriod, type Evidence } from '../../officer/evidence/evidence.ts'
import { ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const mark = z.object({ id: z.string(), reason: z.enum(CLOCK_REASONS), at: s.instant })
const visit = z.object({
  date: s.localDate,
  /** Its place in the journal of its date. */
  seq: z.number().int(),
  number: z.string(),
  serviceId: z.string(),
  counterId: z.string(),
  calledAt: s.instant,
  startedAt: s.instant.nullable(),
  endedAt: s.instant,
  outcome: z.string(),
  /** `null` unless its clock is marked as wrong. */
  mark: mark.nullable(),
})

/** A date, a month, a quarter or a year. */
const named = z
  .string()
  .max(10)
  .refine(name => evidencePeriod(name) !== undefined, 'a date, a month, a quarter or a year')
const period = z.strictObject({ period: named })
const version = z.object({
  version: z.number().int(),
  /** Of the page that says whether it is valid. */
  code: z.string(),
  at: s.instant,
  sums: z.object({
    served: z.number().int(),
    judged: z.number().int(),
    within: z.number().int(),
    shut: z.number().int(),
    unclocked: z.number().int(),
    others: z.number().int(),
  }),
  /** It says what the journal says now. */
  current: z.boolean(),
})

/** Own visits and their clock, and who read the own record. */
export const proofRoutes = {
  'GET /api/me/visits': route({
    summary: 'The own visits of a day with their times, and whether their clock is marked as wrong',
    access: { staff: 'officer.read.own' },
    query: z.strictObject({ date: s.localDate }),
    reply: z.object({
      visits: z.array(visit),
      /** The last day on which these may be marked. */
      until: s.localDate,
    }),
    errors: [],
  }),
  'POST /api/me/visits/:date/:seq/clock': route({
    summary: 'The clock of an own visit is wrong: it stays counted, its times are left out of every figure',
    access: { staff: 'officer.read.own' },
    command: true,
    status: 201,
    params: z.strictObject({ date: s.localDate, seq: z.coerce.number().int().min(1).max(1_000_000) }),
    body: z.strictObject({ reason: z.enum(CLOCK_REASONS) }),
    reply: z.object({ mark }),
    errors: ['NOT_FOUND', 'TICKET_STATE', 'MARK_LATE', 'MARKED_ALREADY'],
  }),
  'POST /api/me/clock-marks/:mark/take-back': route({
    summary: 'The clock of that visit was right after all; that it was marked stays on record',
    access: { staff: 'officer.read.own' },
    params: z.strictObject({ mark: s.id }),
    reply: ok,
    errors: ['NOT_FOUND', 'MARK_LATE'],
  }),
  'GET /api/me/readings': route({
    summary: 'Who may read the own record, and who did, and when; the latest first',
    access: { staff: 'officer.read.own' },
    reply: z.object({
      readings: z.array(
        z.object({
          reader: z.string(),
          /** For whom the reader acted; `null` for themselves. */
          for: z.string().nullable(),
          what: z.enum(['record', 'score', 'report', 'thread', 'calendar', 'evidence']),
          period: z.string(),
          at: s.instant,
        }),
      ),
      /** Who may read it because of today, by name; `behalf`: for whom they stand in. */
      people: z.array(
        z.object({ name: z.string(), as: z.enum(['assessor', 'superior']), behalf: z.string().nullable() }),
      ),
      /** Whoever reads the unit may, too. */
      unit: z.boolean(),
    }),
    errors: [],
  }),
  'GET /api/me/evidence/:period': route({
    summary:
      'The own work of a day, month, quarter or year, line by line for e-Kinerja, and what was taken along of it',
    access: { staff: 'officer.read.own' },
    params: period,
    reply: z.object({
      evidence: s.shaped<Evidence>('Lines in the order of time, and sums'),
      /** Finished services as the database alone counts them. */
      journal: z.number().int(),
      versions: z.array(version),
    }),
    errors: [],
  }),
  'POST /api/me/evidence/:period/version': route({
    summary: 'A version of it as it is now, with the code of its check page; the same as before where nothing changed',
    access: { staff: 'officer.read.own' },
    params: period,
    reply: z.object({ version }),
    errors: [],
  }),
  'POST /api/me/skp/:year': route({
    summary: 'The line of the SKP under which the own work at counters of a year stands in the evidence',
    access: { staff: 'officer.read.own' },
    params: z.strictObject({ year: z.string().regex(/^20\d\d$/) }),
    body: z.strictObject({ line: s.line.trim().max(200) }),
    reply: ok,
    errors: [],
  }),
  'POST /api/me/evidence/:period/file': route({
    summary: 'Its lines as a file (PDF, XLSX or CSV), with a version of their own',
    access: { staff: 'officer.read.own' },
    params: period,
    body: z.strictObject({ format: z.enum(['csv', 'xlsx', 'pdf']), lang: z.enum(['id', 'en']) }),
    reply: z.object({ name: z.string(), type: z.string(), /** The file in Base64. */ content: z.string() }),
    errors: [],
  }),
} as const
