import { z } from 'zod'
import {
  MOST_LINE,
  MOST_STAGES,
  MOST_TEXT,
  TEXT_IDS,
  type ReportDraft,
  type TextId,
} from '../../survey/report/draft.ts'
import { office, route } from '../route.ts'
import * as s from '../schemas.ts'

const ofPeriod = office.extend({
  period: z
    .string()
    .regex(/^2\d{3}(-(Q[1-4]|S[12]))?$/)
    .describe('A quarter 2026-Q2, a semester 2026-S1 or a year 2026'),
})
const id = z.enum(TEXT_IDS as readonly [TextId, ...TextId[]])
const line = s.seen.trim().max(MOST_LINE)
const stage = z.strictObject({ activity: line, when: line, days: line })
const draft = z.strictObject({
  texts: z.partialRecord(id, s.seen.trim().max(MOST_TEXT)),
  titles: z.partialRecord(id, line),
  stages: z.array(stage).max(MOST_STAGES).nullable(),
  signedOn: s.localDate.nullable(),
  on: z.partialRecord(id, s.seen.trim().max(MOST_TEXT)).optional(),
})

/** The formats of a report. */
export const REPORT_FORMATS = ['pdf', 'html', 'xlsx', 'csv'] as const

/** The official report of a closed period. */
export const reportRoutes = {
  'GET /api/offices/:office/reports/:period': route({
    summary:
      'The report of a closed period: its texts as decided and as proposed, its versions, and what it still lacks',
    access: { staff: 'survey.read' },
    params: ofPeriod,
    reply: z.object({
      draft: s.shaped<ReportDraft>('The newest version; nothing decided before the first'),
      version: z.number().int(),
      versions: z.array(z.object({ version: z.number().int(), at: s.instant, by: z.string() })).readonly(),
      proposals: s.shaped<Readonly<Record<TextId, string>>>('What each text says while nobody has decided it'),
      stages: z.array(stage).readonly(),
      /** Its figures are open. */
      shown: z.boolean(),
      n: z.number().int(),
      target: z.number().int(),
      ikm: z.number().nullable(),
      mutu: z.enum(['A', 'B', 'C', 'D']).nullable(),
      /** Each respondent has a row in the files of rows. */
      rows: z.boolean(),
      /** Lines of the plan of this period, and of the one before it. */
      planned: z.number().int(),
      followed: z.number().int(),
      forumOn: s.localDate.nullable(),
      minutes: z.string(),
      /** Who signs stands among the settings. */
      signatory: z.boolean(),
      /** This server can make a PDF. */
      pdf: z.boolean(),
    }),
    errors: ['NOT_FOUND', 'SKM_EARLY'],
  }),
  'POST /api/offices/:office/reports/:period': route({
    summary: 'Save what was decided of a report as the version after the one that was seen',
    access: { staff: 'survey.read' },
    command: true,
    params: ofPeriod,
    body: z.strictObject({ draft, version: s.counted }),
    reply: z.object({ version: z.number().int() }),
    errors: ['NOT_FOUND', 'SKM_EARLY', 'SKM_CHANGED', 'IMPORT_UNDER_WAY'],
  }),
  'POST /api/offices/:office/reports/:period/file': route({
    summary: 'The report as a file, or the answers of its respondents; who took which is on record',
    access: { staff: 'survey.read' },
    params: ofPeriod,
    body: z.strictObject({
      format: z.enum(REPORT_FORMATS),
      /** With the answers attached to the PDF (PDF/A-3a). */
      attached: z.boolean().optional(),
    }),
    reply: z.object({ name: z.string(), type: z.string(), /** The file in Base64. */ content: z.string() }),
    errors: ['NOT_FOUND', 'SKM_EARLY', 'PAPER_AWAY', 'PAPER_BUSY'],
  }),
} as const
