import { expressionBuilder, sql } from 'kysely'
import { grouped } from '../../shared/kit/grouped.ts'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { Holding } from '../../shared/office/former.ts'
import type { Tally } from '../../shared/survey/ikm.ts'
import { BODY_ORDER, SCORES } from '../../shared/survey/instruments.ts'
import type { RatingCounts } from '../../shared/survey/mean-interval.ts'
import type { Reason } from '../../shared/survey/rating.ts'
import type { Given, Written } from '../../shared/survey/reasons.ts'
import type { Answered } from '../../shared/survey/answered.ts'
import { isBrought } from '../../shared/survey/collect/channels.ts'
import type { Database } from './open/database.ts'
import type { Tables } from './schema/tables.ts'
import { answerSums, serversOf, type PlaceCounts } from './survey/answer-sums.ts'

/** A part of the answers: a period, both dates included, and whatever of the rest is given. */
export interface Part {
  readonly from: LocalDate
  readonly to: LocalDate
  readonly officeId?: string | undefined
  readonly serviceId?: string | undefined
  readonly counterId?: string | undefined
  /** Any of these services on days on which they were held, where several are meant. */
  readonly held?: readonly Holding[] | undefined
}

/** First and last day, both included. */
export type Days = Pick<Part, 'from' | 'to'>

/** How many rated on each day, by officer and counter, or by service and whoever served. */
export async function rated(
  { kysely }: Database,
  office: string,
  days: Days,
  kind: 'officer' | 'service' = 'officer',
): Promise<readonly Answered[]> {
  const by = ['counter_id', 'officer_id'] as const
  const rows = await kysely
    .selectFrom('ratings')
    .where(within({ ...days, officeId: office }))
    .select(['date', 'service_id', ...by])
    .select(q => q.fn.countAll<number>().as('n'))
    .groupBy(['date', 'service_id', ...by])
    .execute()
  return rows.map(row => ({
    date: row.date,
    of: kind === 'service' ? { service: row.service_id } : { officer: row.officer_id, counter: row.counter_id },
    by: [`counter ${row.counter_id}`, `officer ${row.officer_id}`],
    counts: [row.n],
  }))
}

/** Which reasons the ratings of a part gave, by service. */
export async function reasonsGiven({ kysely }: Database, part: Part): Promise<readonly Given[]> {
  const rows = await kysely
    .selectFrom('ratings')
    .where(within(part))
    .select(q => ['service_id', 'reasons', q.fn.countAll<number>().as('n')])
    .groupBy(['service_id', 'reasons'])
    .execute()
  return rows.map(row => ({ serviceId: row.service_id, reasons: JSON.parse(row.reasons) as Reason[], n: row.n }))
}

/** The questionnaires of a part that say anything, each with its service and whoever may have served it, what it suggests and nothing else. */
export async function written(db: Database, part: Part & { readonly officeId: string }): Promise<readonly Written[]> {
  const officers = grouped(await serversOf(db, part.officeId, part), placeOf)
  const rows = await db.kysely
    .selectFrom('skm_answers')
    .where(within(part))
    .where(q => q.or([...BODY_ORDER, 'suggestion' as const].map(said => q(said, 'is not', null))))
    .select(['date', 'service_id', 'counter_id', 'suggestion', 'channel'])
    .execute()
  return rows.map(row => ({
    serviceId: row.service_id,
    ...(isBrought(row.channel) ? { brought: true as const } : {}),
    by: [`counter ${row.counter_id}`, ...(officers.get(placeOf(row)) ?? []).map(o => `officer ${o.officer_id}`)],
    text: row.suggestion,
  }))
}

/**
 * How many answered each of the nine questions on each day, by service and counter. No officer stands on an answer: whoever
 * served the service at that counter on that day may be the one.
 */
export async function answered(
  db: Database,
  office: string,
  days: Days,
  agencyOf?: (service: string, date: LocalDate) => string,
): Promise<readonly Answered[]> {
  const { places } = await answerSums(db, office, days)
  return servedBy(places, await serversOf(db, office, days), agencyOf)
}

/** Places with whoever may have served there, and in a hall with the agency that they were of. */
export function servedBy(
  places: readonly PlaceCounts[],
  servers: Awaited<ReturnType<typeof serversOf>>,
  agencyOf?: (service: string, date: LocalDate) => string,
): readonly Answered[] {
  const officers = grouped(servers, placeOf)
  return places.map(({ date, serviceId, counterId, channel, counts }) => {
    const served = officers.get(placeOf({ date, service_id: serviceId, counter_id: counterId })) ?? []
    return {
      date,
      of: {
        ...(agencyOf ? { agency: agencyOf(serviceId, date) } : {}),
        ...{ service: serviceId, counter: counterId },
        ...(channel ? { channel } : {}),
      },
      by: [`counter ${counterId}`, ...served.map(o => `officer ${o.officer_id}`)],
      ...(isBrought(channel) ? { brought: true as const } : {}),
      counts,
    }
  })
}

function placeOf(row: { readonly date: LocalDate; readonly service_id: string; readonly counter_id: string }): string {
  return `${row.date} ${row.service_id} ${row.counter_id}`
}

/** How many ratings of 1, 2, 3 and 4 a part holds, day by day. */
export async function ratingDays({ kysely }: Database, part: Part): Promise<readonly RatingCounts[]> {
  const rows = await kysely
    .selectFrom('ratings')
    .where(within(part))
    .select(q =>
      SCORES.map(score =>
        q.fn
          .countAll<number>()
          .filterWhere('rating', '=', score)
          .as(`of${score}` as const),
      ),
    )
    .groupBy('date')
    .orderBy('date')
    .execute()
  return rows.map(row => [row.of1, row.of2, row.of3, row.of4])
}

/**
 * The SKM answers of a part, added up; a questionnaire without any answer does not count, nor what the head left out between the days of
 * `leaving`.
 */
export async function tallySkm({ kysely }: Database, part: Part, leaving?: Days): Promise<Tally> {
  const answered = sql<number>`sum(case when coalesce(${sql.join(BODY_ORDER.map(u => sql.ref(u)))}) is null then 0 else 1 end)`
  const row = await kysely
    .selectFrom('skm_answers')
    .where(within(part))
    .$if(leaving !== undefined, q =>
      q.where(e => e.or([e('left_out', '=', 0), e('date', '<', leaving!.from), e('date', '>', leaving!.to)])),
    )
    .select(answered.as('n'))
    .select(q =>
      BODY_ORDER.flatMap(u => [
        q.fn.count<number>(u).as(`${u}_n` as const),
        q.fn.sum<number | null>(u).as(`${u}_sum` as const),
      ]),
    )
    .executeTakeFirstOrThrow()
  const sums = BODY_ORDER.map(u => [u, { n: row[`${u}_n`], sum: row[`${u}_sum`] ?? 0 }] as const)
  return { n: row.n ?? 0, unsur: Object.fromEntries(sums.filter(([, { n }]) => n > 0)) }
}

/** One of these services while it was held; none of no services. */
export function heldThen(held: readonly Holding[]) {
  const eb = expressionBuilder<Tables, 'ratings'>()
  if (held.length === 0) return sql<boolean>`1 = 0`
  return eb.or(
    held.map(({ service, from, to }) => eb('service_id', '=', service).and('date', '>=', from).and('date', '<=', to)),
  )
}

/** The part as a condition on either table of answers: their columns have the same names. */
function within(part: Part) {
  const eb = expressionBuilder<Tables, 'ratings'>()
  return eb.and([
    eb('date', '>=', part.from),
    eb('date', '<=', part.to),
    ...(part.officeId === undefined ? [] : [eb('office', '=', part.officeId)]),
    ...(part.serviceId === undefined ? [] : [eb('service_id', '=', part.serviceId)]),
    ...(part.held === undefined ? [] : [heldThen(part.held)]),
    ...(part.counterId === undefined ? [] : [eb('counter_id', '=', part.counterId)]),
  ])
}
