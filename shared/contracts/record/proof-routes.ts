import { z } from 'zod'
import { CLOCK_REASONS } from '../../officer/clock/clock-marks.ts'
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
    summary: 'Who read the own record, and when; the latest first',
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
    }),
    errors: [],
  }),
} as const
