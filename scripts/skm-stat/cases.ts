import { z } from 'zod'

const numbers = z.array(z.number())
const count = z.number().int().min(0)
const counts = z.array(count)
const share = z.number().gt(0)
const FIGURES = /^[1-4-]+$/

/** A row for each respondent: a mark for each unsur, `-` where it was not answered. */
const answers = z.array(z.string().regex(FIGURES, 'marks are 1 to 4, and - for no answer')).min(1)
const alike = (...lists: readonly (readonly unknown[])[]) => lists.every(list => list.length === lists[0]!.length)
const sameWidth = (rows: readonly string[], width = rows[0]!.length) => rows.every(row => row.length === width)
const eachAnswered = (rows: readonly string[]) => [...rows[0]!].every((_, u) => rows.some(row => row[u] !== '-'))
const UNANSWERED = 'an unsur that nobody answered has no mean'
const WIDTH = 'each respondent has a mark for each unsur'
const UNEVEN = 'the lists must be equally long'

const dated = z
  .object({ answers, day: counts })
  .refine(one => alike(one.answers, one.day), UNEVEN)
  .refine(one => sameWidth(one.answers), WIDTH)
  .refine(one => eachAnswered(one.answers), UNANSWERED)
const served = z
  .object({ answers, day: counts, service: counts })
  .refine(one => alike(one.answers, one.day, one.service), UNEVEN)
  .refine(one => sameWidth(one.answers), WIDTH)
  .refine(one => eachAnswered(one.answers), UNANSWERED)

const knownDays = (day: readonly number[], days: readonly unknown[] | null) =>
  days === null || day.every(d => d < days.length)
const UNKNOWN_DAY = 'a day beyond the list of dayVisits'
const UNKNOWN_SERVICE = 'a service beyond the list of serviceVisits'

const interval = z
  .object({
    answers,
    day: counts,
    dayVisits: counts.nullable(),
    visits: count.nullable(),
    weights: z.array(share).min(1),
  })
  .refine(one => alike(one.answers, one.day), UNEVEN)
  .refine(one => sameWidth(one.answers, one.weights.length), 'each respondent has a mark for each weight')
  .refine(one => eachAnswered(one.answers), UNANSWERED)
  .refine(one => knownDays(one.day, one.dayVisits), UNKNOWN_DAY)
const unit = z
  .object({ answers, day: counts, service: counts, serviceVisits: counts, dayVisits: counts })
  .refine(one => alike(one.answers, one.day, one.service), UNEVEN)
  .refine(one => sameWidth(one.answers), WIDTH)
  .refine(one => eachAnswered(one.answers), UNANSWERED)
  .refine(one => knownDays(one.day, one.dayVisits), UNKNOWN_DAY)
  .refine(one => knownDays(one.service, one.serviceVisits), UNKNOWN_SERVICE)
const compare = z
  .object({ earlier: dated, later: dated, fixedUnsur: counts })
  .refine(one => sameWidth(one.later.answers, one.earlier.answers[0]!.length), 'both periods have the same unsur')
const compareMix = z
  .object({ earlier: served, later: served, laterServiceVisits: counts })
  .refine(one => sameWidth(one.later.answers, one.earlier.answers[0]!.length), 'both periods have the same unsur')
  .refine(
    one => [one.earlier, one.later].every(period => knownDays(period.service, one.laterServiceVisits)),
    UNKNOWN_SERVICE,
  )
const lowest = z
  .object({ answers, day: counts, dayVisits: counts.nullable(), visits: count.nullable() })
  .refine(one => alike(one.answers, one.day), UNEVEN)
  .refine(one => sameWidth(one.answers), WIDTH)
  .refine(one => eachAnswered(one.answers), UNANSWERED)
  .refine(one => knownDays(one.day, one.dayVisits), UNKNOWN_DAY)
const burst = z
  .object({
    key: z.enum(['phone', 'device', 'network']),
    answersAt: numbers,
    baseAt: numbers,
    dailyKey: counts.nullable(),
    dailyBase: counts.nullable(),
    looks: z.number().int().min(1),
  })
  .refine(one => alike(one.dailyKey ?? [], one.dailyBase ?? []), UNEVEN)
const shares = z
  .object({ hits: z.array(counts), of: z.array(counts), twoSided: z.boolean() })
  .refine(one => alike(one.hits, one.of) && one.hits.every((days, i) => alike(days, one.of[i]!)), UNEVEN)
  .refine(one => one.hits.flat().every((hit, i) => hit <= one.of.flat()[i]!), 'more hits than cases')
const monthEnd = z
  .object({ answers: counts, invitations: counts, last: z.number().int().min(1) })
  .refine(one => alike(one.answers, one.invitations), UNEVEN)
  .refine(one => one.last < one.answers.length, 'the last days are not the whole month')
const response = z
  .object({
    finished: count,
    invited: count,
    answered: count,
    ikm: z.number().min(25).max(100),
    gap: z.number().min(0),
  })
  .refine(one => one.finished > 0 && one.invited > 0, 'nobody was invited')

const id = z.string()

/** A file of cases: unsur, services and days count from 0, times are seconds of a day, null is none or unlimited. */
export const casesFile = z.object({
  cases: z.array(
    z.discriminatedUnion('kind', [
      z.object({ id, kind: z.literal('interval'), input: interval }),
      z.object({ id, kind: z.literal('unit'), input: unit }),
      z.object({ id, kind: z.literal('plan'), input: z.object({ serviceVisits: z.array(counts) }) }),
      z.object({ id, kind: z.literal('compare'), input: compare }),
      z.object({ id, kind: z.literal('compareMix'), input: compareMix }),
      z.object({ id, kind: z.literal('lowest'), input: lowest }),
      z.object({ id, kind: z.literal('burst'), input: burst }),
      z.object({ id, kind: z.literal('share'), input: shares }),
      z.object({ id, kind: z.literal('monthEnd'), input: monthEnd }),
      z.object({ id, kind: z.literal('sameText'), input: z.object({ texts: z.array(z.string()) }) }),
      z.object({ id, kind: z.literal('response'), input: response }),
    ]),
  ),
})

export type Case = z.infer<typeof casesFile>['cases'][number]
