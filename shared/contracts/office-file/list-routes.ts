import { z } from 'zod'
import type { ImportWord } from '../../office/file/import-problem.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

/** A list as it lies on the disk, in base64; a page of names is far below this. */
const list = z.strictObject({ content: z.base64().min(1).max(60_000) })

const rows = z.array(z.number().int().min(2)).max(1_000).default([])

/** The same of staff, with the rows, as a spreadsheet counts, that were left out, and those meant though somebody is called so. */
const listOfStaff = list.extend({ without: rows, meant: rows })

const problems = z.array(
  z.object({
    row: z.number().int(),
    word: z.custom<ImportWord>(word => typeof word === 'string').describe('What is wrong, by its sentence'),
    values: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
)

const staffList = z.object({
  rows: z.array(
    z.object({
      row: z.number().int(),
      name: z.string(),
      username: z.string(),
      email: z.string().nullable(),
      nip: z.string().nullable(),
      roles: z.array(z.string()),
      counter: z.string().nullable(),
      agency: z.string().nullable(),
    }),
  ),
  /** The own roles that the rows name. */
  own: z.array(z.object({ id: z.string(), name: s.words })),
  problems,
})

/** Lists that somebody brings: looked at row by row, then taken whole or not at all. */
export const listRoutes = {
  'POST /api/offices/:office/lists/holidays': route({
    summary: 'A list of holidays (CSV, XLSX, iCalendar) row by row; nothing is saved',
    access: { staff: 'office.configure' },
    params: office,
    body: list,
    reply: z.object({
      rows: z.array(
        z.object({
          row: z.number().int(),
          date: s.localDate,
          name: z.string(),
          weekend: z.boolean(),
          sameAs: z.number().int().nullable(),
          known: z.boolean(),
        }),
      ),
      problems,
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/lists/staff': route({
    summary: 'A list of staff (CSV, XLSX) row by row; nothing is saved',
    access: { staff: 'staff.manage' },
    params: office,
    body: listOfStaff,
    reply: staffList,
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/lists/staff/invite': route({
    summary: 'Invites everybody of a list of staff, or nobody while a row is wrong; each link is shown this once',
    access: { staff: 'staff.manage' },
    status: 201,
    command: true,
    params: office,
    body: listOfStaff,
    reply: z.object({
      problems,
      invited: z.array(
        z.object({ id: z.string(), name: z.string(), username: z.string(), url: z.string(), until: s.instant }),
      ),
    }),
    errors: ['NOT_FOUND', 'COMMAND_ID_REUSED', 'RIGHT_NOT_HELD'],
  }),
} as const
