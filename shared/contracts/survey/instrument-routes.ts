import { z } from 'zod'
import { MOST_QUESTIONS, type Instrument } from '../../survey/instrument/instrument.ts'
import { MOST_ABOUT, MOST_NAME, MOST_PLACES, MOST_POPULATION } from '../../survey/instrument/programme.ts'
import { office, ok, route } from '../route.ts'
import * as s from '../schemas.ts'

/** Weights as reports write them: up to four decimals. */
const weight = z
  .number()
  .min(0.0001)
  .max(1)
  .refine(w => /^\d(\.\d{1,4})?$/.test(String(w)), 'four decimals at most')
const wordsUpTo = (most: number) => z.tuple([s.seen.trim().max(most), s.seen.trim().max(most)])
const instrument = z.strictObject({
  name: wordsUpTo(120),
  steps: z.union([z.literal(4), z.literal(6)]),
  questions: z
    .array(
      z.strictObject({
        key: s.id.max(40),
        name: wordsUpTo(120),
        wording: wordsUpTo(400),
        answers: z.array(wordsUpTo(120)).max(6),
        weight: weight.nullable(),
      }),
    )
    .min(1)
    .max(MOST_QUESTIONS),
})
const programme = z.strictObject({
  name: wordsUpTo(MOST_NAME).refine(([indonesian]) => indonesian !== '', 'a name'),
  about: wordsUpTo(MOST_ABOUT),
  instrument: s.id,
  version: s.counted,
  from: s.localDate,
  to: s.localDate,
  population: z.number().int().min(1).max(MOST_POPULATION).nullable(),
  places: z
    .array(s.line.trim().min(1).max(60))
    .max(MOST_PLACES)
    .refine(all => new Set(all).size === all.length, 'each place once'),
})
const ofInstrument = office.extend({ instrument: s.id })
const ofProgramme = office.extend({ programme: s.id })
const version = z.object({ version: z.number().int(), savedAt: s.instant, savedBy: z.string() })
const figures = z.object({
  state: z.literal('open'),
  n: z.number().int(),
  questions: z
    .array(
      z.object({
        key: z.string(),
        n: z.number().int(),
        mean: z.number().nullable().describe('On the own scale'),
        value: z.number().nullable().describe('The same from 1 to 4'),
      }),
    )
    .readonly(),
  perception: z.number().nullable(),
  index: z.number().nullable(),
  mutu: z.enum(['A', 'B', 'C', 'D']).nullable(),
  range: z.object({ low: z.number(), high: z.number() }).nullable(),
  /** Index of each place that may be told. */
  places: z.array(z.object({ place: z.string(), n: z.number().int(), index: z.number().nullable() })).readonly(),
  /** Answers from places on the network that sent eight and more; null once that is erased. */
  together: z.number().int().nullable(),
})

/** Questionnaires as data, and surveys about what an office does that hang on no ticket. */
export const instrumentRoutes = {
  'GET /api/offices/:office/instruments': route({
    summary: 'The questionnaires of an office in their newest version: those of the regulations first',
    access: { staff: 'survey.read' },
    params: office,
    reply: z.object({
      instruments: z
        .array(
          z.object({
            id: z.string(),
            official: z.boolean(),
            /** 0: as the regulation has it. */
            version: z.number().int(),
            versions: z.array(version).readonly(),
            instrument: s.shaped<Instrument>('The newest version'),
          }),
        )
        .readonly(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'GET /api/offices/:office/instruments/:instrument/versions/:version': route({
    summary: 'One version of a questionnaire, as it was answered',
    access: { staff: 'survey.read' },
    params: ofInstrument.extend({ version: z.coerce.number().int().min(0).max(100_000) }),
    reply: z.object({ instrument: s.shaped<Instrument>('That version') }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/instruments/:instrument': route({
    summary: 'Save a questionnaire as a new version after the one that was seen; an id that is new begins one',
    access: { staff: 'survey.read' },
    command: true,
    params: ofInstrument,
    body: z.strictObject({ instrument, version: s.counted }),
    reply: z.object({ version: z.number().int() }),
    errors: ['NOT_FOUND', 'SETTINGS_CHANGED'],
  }),
  'GET /api/offices/:office/programmes': route({
    summary: 'Programme surveys with how many answered each, and nothing of what they said',
    access: { staff: 'survey.read' },
    params: office,
    reply: z.object({
      programmes: z
        .array(
          z.object({
            id: z.string(),
            /** Its public page. */
            path: z.string(),
            programme,
            state: z.enum(['coming', 'running', 'closed']),
            answered: z.number().int(),
            steps: z.number().int(),
          }),
        )
        .readonly(),
    }),
    errors: ['NOT_FOUND'],
  }),
  'POST /api/offices/:office/programmes/:programme': route({
    summary:
      'Begin a programme survey, or change one: before its first day all of it, then its last day and population',
    access: { staff: 'survey.read' },
    command: true,
    params: ofProgramme,
    body: z.strictObject({ programme, steps: s.counted }),
    reply: ok,
    errors: ['NOT_FOUND', 'SETTINGS_CHANGED', 'PROGRAMME_FIXED'],
  }),
  'GET /api/offices/:office/programmes/:programme/result': route({
    summary:
      'The figures of a programme survey that is over, of ten people and more; until then that they are held back',
    access: { staff: 'survey.read' },
    params: ofProgramme,
    reply: z.discriminatedUnion('state', [figures, z.object({ state: z.enum(['running', 'few']) })]),
    errors: ['NOT_FOUND'],
  }),
} as const
