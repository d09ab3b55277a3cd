import { z } from 'zod'
import { office, route } from './route.ts'
import * as s from './schemas.ts'

/** The tables that may be taken along. */
export const TABLES = [
  'services',
  'counters',
  'officers',
  'documentServices',
  'documentOfficers',
  'applications',
  'missingPapers',
  'heat',
  'unsur',
  'methods',
  'ratings',
  'reasons',
  'suggestions',
  'searches',
] as const
export type TableName = (typeof TABLES)[number]

const id = z
  .string()
  .regex(/^2\d{3}(-(W\d{2}|\d{2}|Q[1-4]|S[12]))?$/)
  .optional()

/** Tables as files. */
export const tableRoutes = {
  'POST /api/offices/:office/tables': route({
    summary: 'A table of the manager’s pages as a file, the same figures to the digit; who took which is on record',
    access: { staff: 'unit.read' },
    agency: 'part',
    params: office,
    body: z.strictObject({
      table: z.enum(TABLES),
      format: z.enum(['xlsx', 'csv']),
      lang: z.enum(['id', 'en']),
      /** Days of tables of work. */
      from: s.localDate.optional(),
      to: s.localDate.optional(),
      /** Period and part of what citizens said. */
      period: id,
      service: s.id.optional(),
      counter: s.id.optional(),
    }),
    reply: z.object({ name: z.string(), type: z.string(), /** The file in Base64. */ content: z.string() }),
    errors: ['NOT_FOUND', 'FORBIDDEN'],
  }),
} as const
