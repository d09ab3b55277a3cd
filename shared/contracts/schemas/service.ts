import { z } from 'zod'
import { isSound } from '../../office/papers.ts'
import { documentSettings, serviceSettings } from '../../office/settings/service-settings.ts'
import { INNER_COMPONENTS, type InnerComponent } from '../../office/standard.ts'
import { id, keywords, letters, longWords, shapeOf, words } from './parts.ts'

const wave = z.strictObject({ daysAhead: z.number().int().min(0).max(60), share: z.number().positive().max(1) })

/** When places are given out; the shares of waves total 1. */
export const release = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('open') }),
  z.strictObject({
    kind: z.literal('waves'),
    waves: z
      .array(wave)
      .min(1)
      .max(10)
      .refine(all => Math.abs(all.reduce((sum, w) => sum + w.share, 0) - 1) < 1e-9, 'the shares must total 1'),
  }),
  z
    .strictObject({
      kind: z.literal('draw'),
      opensDaysAhead: z.number().int().min(1).max(60),
      closesDaysAhead: z.number().int().min(0).max(59),
    })
    .refine(d => d.opensDaysAhead > d.closesDaysAhead, 'a draw opens before it closes'),
])

const requirements = z.array(z.strictObject({ id, name: words, note: words.nullable() })).max(60)

/** Cases of a service; their papers are ids of its requirements. */
const cases = z
  .array(
    z.strictObject({
      id,
      label: words,
      detail: words.nullable(),
      papers: z.array(id).max(60),
      spare: words.nullable(),
    }),
  )
  .max(12)

/** Papers and cases together, as an office writes them. */
export const asking = z.strictObject({ requirements, cases }).refine(isSound, 'papers and cases that can be told apart')

/** What the standard says beside what is published. */
const standard = z.strictObject(
  Object.fromEntries(INNER_COMPONENTS.map(c => [c, longWords])) as Record<InnerComponent, typeof longWords>,
)

export const serviceInfo = z.object({
  id,
  letter: letters,
  name: words,
  detail: words,
  icon: z.string().max(40),
  requirements,
  cases,
  procedure: z.array(words).max(40),
  product: words,
  fee: words,
  free: z.boolean(),
  complaints: words,
  typicalMinutes: z.number().positive().max(240),
  standardMinutes: z.number().positive().max(480),
  waitPromiseMinutes: z.number().positive().max(480),
  keywords,
  open: z.boolean(),
  advises: z.boolean(),
  booking: z.strictObject({ release, ...shapeOf(serviceSettings) }).nullable(),
  document: z.strictObject({ name: words, ...shapeOf(documentSettings) }).nullable(),
  agency: id.nullable(),
  next: id.nullable(),
  retired: z.boolean(),
  standard,
})

/** A service among hundreds: without what its standard says at length. */
export const hallService = serviceInfo
  .pick({
    id: true,
    letter: true,
    name: true,
    detail: true,
    icon: true,
    requirements: true,
    cases: true,
    fee: true,
    free: true,
    typicalMinutes: true,
    standardMinutes: true,
    waitPromiseMinutes: true,
    keywords: true,
    open: true,
    advises: true,
    agency: true,
    next: true,
    retired: true,
  })
  .extend({
    booking: z.object({}).nullable().describe('Empty where it can be booked'),
    document: z.object({ name: words }).nullable(),
  })
