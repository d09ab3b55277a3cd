import { z } from 'zod'
import type { CounterScore, OwnScores, PersonRow } from '../../officer/score/told.ts'
import type { FixedPeriod } from '../../survey/fixed-periods.ts'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'

const key = z.string().regex(/^2\d{3}-(Q[1-4]|S[12])$/)
const query = z.strictObject({ period: key.describe('A quarter 2026-Q2 or a semester 2026-S1').optional() })

/** Rows of one closed period. */
const rowsOf = <T>(what: string) =>
  z.object({
    period: s.shaped<FixedPeriod>('The period of the rows').nullable(),
    /** The periods that have scores, the latest first. */
    periods: z.array(z.string()),
    rows: z.array(s.shaped<T>(what)),
  })

/** The citizens’ score of closed periods. No route tells one of a running period, or of days of one’s choice. */
export const scoreRoutes = {
  'GET /api/me/scores': route({
    summary:
      'The own score of a closed quarter or semester with its versions, or how many ratings there are so far below the minimum',
    access: { staff: 'officer.read.own' },
    query,
    reply: s.shaped<OwnScores>('Words and figures, or only how many rated'),
    errors: [],
  }),
  'POST /api/me/scores/:period/release': route({
    summary: 'Open the own score of a closed period for the assessor before its day; it stays open',
    access: { staff: 'officer.read.own' },
    params: z.strictObject({ period: key }),
    reply: ok,
    errors: ['NOT_FOUND'],
  }),
  'GET /api/me/team/scores': route({
    summary:
      'The scores of the officers whom one assesses, or of one of them, by name, each once it is open; each reading is on record',
    access: 'signedIn',
    query: query.extend({ officer: z.string().describe('One of them').optional() }),
    reply: rowsOf<PersonRow>('One officer; without versions until it is open'),
    errors: [],
  }),
  'GET /api/offices/:office/officer-scores': route({
    summary:
      'The scores of officers, by name, where the office lets whoever reads the unit see them; each reading is on record',
    access: { staff: 'unit.read' },
    params: office,
    query,
    reply: rowsOf<PersonRow>('One officer; without versions until it is open').extend({
      /** The office lets whoever reads the unit see them; if not, nothing is told. */
      allowed: z.boolean(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/counter-scores': route({
    summary:
      'The scores of counters, by their numbers, under the same minimum; one that a single officer holds follows that officer',
    access: { staff: 'unit.read' },
    params: office,
    query,
    reply: rowsOf<CounterScore>('One counter; without versions until it is open'),
    errors: ['NOT_FOUND'],
  }),
} as const
