import type { LocalDate } from '../../../shared/kit/time.ts'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import { adding, type Adding, type Sums } from '../../../shared/survey/statistics/sheet.ts'
import { inParts, type Part } from '../days/in-parts.ts'
import type { Database } from '../open/database.ts'
import { digits, PATTERN, type PlaceCounts } from './answer-sums.ts'

/** Questionnaires with further unsur added up: the nine first, then those of the office in the order of their keys. */
export interface ExtraSums {
  readonly services: ReadonlyMap<string, Sums>
  readonly places: readonly PlaceCounts[]
}

const NINE = BODY_ORDER.length

/**
 * The questionnaires between two dates, both included, with the marks of further unsur (`keys`), of services on days that are `kept`. Who
 * answered none of the nine is no respondent.
 */
export async function extraSums(
  { kysely }: Database,
  office: string,
  of: {
    readonly days: Part
    readonly keys: readonly string[]
    readonly kept?: ((service: string, date: LocalDate) => boolean) | undefined
  },
): Promise<ExtraSums> {
  const { days, keys, kept = () => true } = of
  const wide = NINE + keys.length
  const services = new Map<string, Adding>()
  const places: (PlaceCounts & { readonly counts: number[] })[] = []
  const marks = new Uint8Array(wide)
  const read = (part: Part) =>
    kysely
      .selectFrom('skm_answers')
      .where('office', '=', office)
      .where('date', '>=', part.from)
      .where('date', '<=', part.to)
      .select(({ fn }) => {
        const n = fn.countAll<number>().as('n')
        return ['date', 'service_id', 'counter_id', 'extra', PATTERN.as('pattern'), n]
      })
      .groupBy(['date', 'service_id', 'counter_id', ...BODY_ORDER, 'extra'])
      .orderBy('date')
      .orderBy('service_id')
      .orderBy('counter_id')
      .execute()
  for await (const rows of inParts(days.from, days.to, read, 1))
    for (const { date, service_id: serviceId, counter_id: counterId, extra, pattern, n } of rows) {
      if (pattern === 0 || !kept(serviceId, date)) continue
      digits(pattern, marks)
      further(extra, keys, marks)
      let all = services.get(serviceId)
      if (all === undefined) services.set(serviceId, (all = adding(wide)))
      all.add(date, marks, n)
      let place = places.at(-1)
      if (place?.date !== date || place.serviceId !== serviceId || place.counterId !== counterId) {
        place = { date, serviceId, counterId, counts: Array.from(marks, () => 0) }
        places.push(place)
      }
      for (let u = 0; u < wide; u += 1) if (marks[u]! > 0) place.counts[u]! += n
    }
  return { services: new Map([...services].map(([id, all]) => [id, all.sums()])), places }
}

/** Puts the marks of further unsur behind those of the nine. */
function further(extra: string | null, keys: readonly string[], marks: Uint8Array): void {
  const given = extra === null ? {} : (JSON.parse(extra) as Readonly<Record<string, number>>)
  for (const [i, key] of keys.entries()) marks[NINE + i] = given[key] ?? 0
}
