import { z } from 'zod'
import type { ImportWord } from '../../office/file/import-problem.ts'
import type { AnswersWord } from '../../survey/collect/import-table.ts'
import { BODY_ORDER } from '../../survey/instruments.ts'
import { MOST_LETTERS, MOST_NUMBER } from '../../survey/collect/sheet.ts'
import { office, ok, route } from '../route.ts'
import { words } from '../schemas/parts.ts'
import * as s from '../schemas.ts'

const no = s.seen.trim().min(1).max(MOST_NUMBER)
const form = office.extend({ year: z.string().regex(/^2\d{3}$/), form: no })
const word = z
  .custom<ImportWord | AnswersWord>(one => typeof one === 'string')
  .describe('What is wrong, by its sentence')

/** Answers of the official survey that do not come from the citizen's own hand: forms of paper, and files. */
export const collectRoutes = {
  'GET /api/offices/:office/paper-forms': route({
    summary:
      'The forms of paper that were typed in last, without what they say, since which visit forms may come, and what stands on them',
    access: { staff: 'survey.enter' },
    params: office,
    reply: z.object({
      since: s.localDate,
      today: s.localDate,
      /** The newest version of the office's SKM: the nine in its order, and by name what it asks beside them. */
      asked: z.object({
        version: z.number().int(),
        order: z.array(z.enum(BODY_ORDER)),
        extra: z.array(words),
      }),
      forms: z.array(
        z.object({
          no: z.string(),
          year: z.string(),
          date: s.localDate,
          serviceId: z.string(),
          at: s.instant,
          by: z.string(),
          scan: z.boolean(),
          /** Whoever asks may still take it back. */
          undo: z.boolean(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/paper-forms': route({
    summary: 'Type in a form of paper: its number once a year, on record with who did it',
    access: { staff: 'survey.enter' },
    command: true,
    status: 201,
    params: office,
    body: z.strictObject({
      no,
      date: s.localDate,
      service: s.id,
      answers: s.skmAnswers,
      suggestion: z.string().trim().max(MOST_LETTERS).optional(),
      profile: s.skmProfile,
    }),
    reply: ok,
    errors: ['NOT_FOUND', 'FORM_KNOWN', 'FORM_LATE'],
  }),
  'POST /api/offices/:office/paper-forms/:year/:form/undo': route({
    summary: 'Take an own form back within ten minutes',
    access: { staff: 'survey.enter' },
    command: true,
    params: form,
    body: z.strictObject({}),
    reply: ok,
    errors: ['FORM_FIXED'],
  }),
  'GET /api/offices/:office/answer-imports': route({
    summary: 'The files of answers that were taken in, and those taken back',
    access: { staff: 'survey.decide' },
    params: office,
    reply: z.object({
      imports: z.array(
        z.object({
          id: z.string(),
          name: z.string(),
          at: s.instant,
          by: z.string(),
          rows: z.number().int(),
          from: s.localDate,
          to: s.localDate,
          taken: z.boolean(),
          reason: z.string().nullable(),
          /** Published or decided by now: it stays. */
          fixed: z.boolean(),
        }),
      ),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/answer-imports/:import/take-back': route({
    summary: 'Take a file of answers back, whole, with a reason and on record',
    access: { staff: 'survey.decide' },
    command: true,
    params: office.extend({ import: s.id }),
    body: z.strictObject({ reason: s.seen.trim().min(10).max(500) }),
    reply: ok,
    errors: ['NOT_FOUND', 'IMPORT_FIXED'],
  }),
} as const

/** A file of answers as it is shown before it is taken in. */
export const answersPreview = z.object({
  rows: z.number().int(),
  from: s.localDate.nullable(),
  to: s.localDate.nullable(),
  services: z.array(z.object({ id: z.string(), n: z.number().int() })),
  /** Columns that mean nothing here. */
  ignored: z.array(z.string()),
  /** The same answers are there already. */
  known: z.boolean(),
  problems: z.array(
    z.object({
      row: z.number().int(),
      column: z.string(),
      word,
      values: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  ),
  /** Problems that are not listed. */
  more: z.number().int(),
})
export type AnswersPreview = z.infer<typeof answersPreview>
