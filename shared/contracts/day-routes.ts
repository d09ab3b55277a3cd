import { z } from 'zod'
import type { DayReport } from '../officer/day-report.ts'
import { ok, route } from './route.ts'
import * as s from './schemas.ts'

const day = z.strictObject({ office: s.id, date: s.localDate })

/** The close of a day, and the day on one page. */
export const dayRoutes = {
  'GET /api/offices/:office/days/:date': route({
    summary:
      'A day on one page: what has no end yet, its sheet, its figures without officers (and without counters for whoever may not read the unit), its stops and who closed it',
    access: { staff: 'queue.free' },
    agency: 'part',
    params: day,
    reply: s.shaped<DayReport>('The report of the day'),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/days/:date/close': route({
    summary: 'Close a day whose doors are shut, today or the day before; visits under way go on',
    access: { staff: 'queue.free' },
    command: true,
    params: day,
    reply: ok,
    errors: ['DAY_OPEN', 'OFFICE_CLOSED', 'NOT_FOUND'],
  }),
} as const
