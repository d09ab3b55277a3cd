import { z } from 'zod'

const numbers = z.array(z.number())
const count = z.number().int().min(0)

const row = z.tuple([
  z.string(),
  z.string(),
  z.string(),
  z.enum(['daring', 'datang', 'unknown']),
  z.enum(['pagi', 'siang', 'sore', 'unknown']),
  z.enum(['0-15', '15-30', '>30', 'unknown']),
  count,
  count,
  count,
  count,
])
const alike = (lists: readonly (readonly unknown[])[]) => lists.every(list => list.length === lists[0]!.length)
const UNEVEN = 'the lists must be equally long'

const pool = z
  .object({ y: numbers.min(4), v: z.array(z.number().positive()) })
  .refine(({ y, v }) => alike([y, v]), UNEVEN)
const office = z.object({ nMin: z.number().int().min(1), rows: z.array(row) })
const change = z
  .object({
    before: numbers,
    varBefore: numbers,
    after: numbers,
    varAfter: numbers,
    trained: z.array(z.boolean()),
  })
  .refine(lists => alike(Object.values(lists)), UNEVEN)
const audit = z
  .object({ judgement: numbers, evidence: numbers, variance: numbers })
  .refine(lists => alike(Object.values(lists)), UNEVEN)

const id = z.string()

/** A file of cases: rows of an office are officer, day, service, channel, hour, wait and the counts of 1, 2, 3 and 4. */
export const casesFile = z.object({
  cases: z.array(
    z.discriminatedUnion('kind', [
      z.object({ id, kind: z.literal('pool'), input: pool }),
      z.object({ id, kind: z.literal('office'), input: office }),
      z.object({ id, kind: z.literal('change'), input: change }),
      z.object({ id, kind: z.literal('audit'), input: audit }),
    ]),
  ),
})

export type Case = z.infer<typeof casesFile>['cases'][number]
