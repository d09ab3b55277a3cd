import { z } from 'zod'
import type { RecordView, UnitFigures } from '../officer/figures.ts'
import { office, route } from './route.ts'
import * as s from './schemas.ts'

const period = z.strictObject({ from: s.localDate.optional(), to: s.localDate.optional() })

/** Figures of work: of the unit, and the officer’s own record. */
export const officerRoutes = {
  'GET /api/me/record': route({
    summary: 'The own record of an officer',
    access: { staff: 'officer.read.own' },
    query: period,
    reply: s.shaped<RecordView>('Counts, and times as distributions'),
    errors: [],
  }),
  'GET /api/offices/:office/figures': route({
    summary: 'Figures of the unit over a day or a period',
    access: { staff: 'unit.read' },
    agency: 'part',
    params: office,
    query: period,
    reply: s.shaped<UnitFigures>('Per service, counter and officer'),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/missing-papers': route({
    summary: 'Papers that were missing, by month and service, each of how many finished visits',
    access: { staff: 'unit.read' },
    agency: 'part',
    params: office,
    query: period,
    reply: z.object({
      papers: z.array(
        z.object({
          month: z.string(),
          serviceId: z.string(),
          case: z.string().nullable(),
          paper: z.string(),
          n: z.number().int(),
          of: z.number().int(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/services/:service/standing': route({
    summary:
      'How many wait for a service now, and how many of its visits lacked papers, by case, in the last month that is over; a case of few visits stands with those of which nobody said',
    access: { staff: 'office.configure' },
    agency: 'service',
    params: office.extend({ service: s.id }),
    reply: z.object({
      waiting: z.number().int(),
      /** `2026-05`. */
      month: z.string(),
      missing: z.array(z.object({ case: z.string().nullable(), n: z.number().int(), of: z.number().int() })),
    }),
    errors: ['NOT_FOUND'],
  }),
} as const
