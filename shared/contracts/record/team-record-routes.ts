import { z } from 'zod'
import { CLOCK_REASONS } from '../../officer/clock/clock-marks.ts'
import type { RecordView } from '../../officer/figures.ts'
import { route } from '../route.ts'
import * as s from '../schemas.ts'

const period = z.strictObject({ from: s.localDate.optional(), to: s.localDate.optional() })
const marks = {
  /** Services finished on those days. */
  served: z.number().int(),
  /** So many of them are marked that one should ask why. */
  many: z.boolean(),
  /** The latest day first. */
  visits: z.array(
    z.object({
      ...{ date: s.localDate, number: z.string(), serviceId: z.string(), counterId: z.string() },
      reason: z.enum(CLOCK_REASONS),
    }),
  ),
}

/** Records of work as others than their officers read them; each reading is on record, and told to the officer. */
export const teamRecordRoutes = {
  'GET /api/me/team/records/:officer': route({
    summary:
      'The work record of somebody, on the days on which one assesses them or decides over that; of any days for whoever reads the unit, where the office lets them',
    access: { staff: 'team.lead' },
    params: z.strictObject({ officer: s.id }),
    query: period,
    reply: z.object({
      officer: z.object({ id: z.string(), name: z.string() }),
      as: z.enum(['assessor', 'superior', 'unit']),
      /** For whom I stand in. */
      behalf: z.string().nullable(),
      /** The days that it is of. */
      days: z.array(z.object({ from: s.localDate, to: s.localDate })),
      record: s.shaped<RecordView>('Counts, and times as distributions'),
      marks: z.object(marks),
    }),
    errors: ['NOT_OF_TEAM'],
  }),
  'GET /api/me/team/clock-marks': route({
    summary: 'Visits with a wrong clock of those whom I assess, on those days alone, by name',
    access: { staff: 'team.lead' },
    query: period,
    reply: z.object({ rows: z.array(z.object({ officerId: z.string(), name: z.string(), ...marks })) }),
    errors: [],
  }),
} as const
