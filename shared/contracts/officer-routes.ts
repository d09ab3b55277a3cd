import { z } from 'zod'
import type { IkmView, RecordView, UnitFigures } from '../officer/figures.ts'
import { office, route } from './route.ts'
import * as s from './schemas.ts'

const period = z.strictObject({ from: s.localDate.optional(), to: s.localDate.optional() })

/** Figures of the unit and the officer’s own record. */
export const officerRoutes = {
  'GET /api/me/record': route({
    summary: 'The own record of an officer',
    access: { staff: 'officer.read.own' },
    query: period,
    reply: s.shaped<RecordView>('Counts, times as distributions, ratings when there are enough'),
    errors: [],
  }),
  'GET /api/offices/:office/figures': route({
    summary: 'Figures of the unit over a day or a period',
    access: { staff: 'unit.read' },
    params: office,
    query: period,
    reply: s.shaped<UnitFigures>('Per service, counter and officer'),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/ikm': route({
    summary: 'IKM of the office, a service or a counter over a period',
    access: { staff: 'survey.read' },
    params: office,
    query: period.extend({ service: s.id.optional(), counter: s.id.optional() }),
    reply: s.shaped<IkmView>('IKM with method, audit line and sample'),
    errors: ['NOT_FOUND'],
  }),
} as const
