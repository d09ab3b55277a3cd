import { expressionBuilder, type CompiledQuery } from 'kysely'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { KeptCell } from '../../../shared/officer/score/beside.ts'
import type { HourBand } from '../../../shared/officer/score/cells.ts'
import type { RatedIn } from '../../../shared/officer/score/reasons-apart.ts'
import type { LeftOut } from '../../../shared/officer/score/left-out.ts'
import type { ScoredKind } from '../../../shared/officer/score/versions.ts'
import type { Answered } from '../../../shared/survey/answered.ts'
import type { Reason } from '../../../shared/survey/rating.ts'
import type { Database } from '../open/database.ts'
import type { Tables } from '../schema/tables.ts'

/** First and last day, both included. */
interface Days {
  readonly from: LocalDate
  readonly to: LocalDate
}

/** Ratings by their circumstances, never by what they say. What is not named is not asked for. */
export interface Exclusion extends Days {
  readonly officerId?: string | undefined
  readonly services?: readonly string[] | undefined
  readonly counters?: readonly string[] | undefined
  readonly hours?: readonly HourBand[] | undefined
}

/**
 * The ratings of a period that count or once counted, as sums by their circumstances. Those of several officers at once are nobody's.
 * What an objection left out of its officer counts at the counter.
 */
export async function cellsOf(
  { kysely }: Database,
  office: string,
  { from, to }: Days,
  kind: ScoredKind,
): Promise<readonly KeptCell[]> {
  const who = `${kind}_id` as const
  const rows = await kysely
    .selectFrom('ratings')
    .select([who, 'date', 'service_id', 'channel', 'hour', 'wait', 'left_out', 'left_out_by'])
    .select(({ fn }) =>
      [1, 2, 3, 4].map(mark =>
        fn
          .countAll<number>()
          .filterWhere('rating', '=', mark)
          .as(`of${mark as 1 | 2 | 3 | 4}` as const),
      ),
    )
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where(eb => eb.or([eb('left_out', 'is', null), eb('left_out_by', 'is not', null)]))
    .where(who, '!=', '')
    .groupBy([who, 'date', 'service_id', 'channel', 'hour', 'wait', 'left_out', 'left_out_by'])
    .orderBy(who)
    .orderBy('date')
    .orderBy('service_id')
    .orderBy('channel')
    .orderBy('hour')
    .orderBy('wait')
    .orderBy('left_out_by')
    .execute()
  const cells = rows.map((row): KeptCell => ({
    ...{ who: row[who], date: row.date, service: row.service_id },
    ...{ channel: row.channel, hour: row.hour, wait: row.wait },
    leftOutBy: kind === 'counter' && row.left_out === 'contest' ? null : row.left_out_by,
    counts: [Number(row.of1), Number(row.of2), Number(row.of3), Number(row.of4)],
  }))
  const alike = grouped(cells, ({ counts: _, ...cell }) => Object.values(cell).join(' '))
  return [...alike.values()].map(same => ({ ...same[0]!, counts: countsOf(same) }))
}

function countsOf(cells: readonly KeptCell[]): KeptCell['counts'] {
  const [first, ...more] = cells
  return more.reduce((sum, { counts: [a, b, c, d] }) => [sum[0] + a, sum[1] + b, sum[2] + c, sum[3] + d], first!.counts)
}

/**
 * How many ratings one officer got at one counter: those that count, those that are left out, and of these who never counted. At the
 * counter those count, too, that an objection left out of the officer.
 */
export interface Shared {
  readonly officer: string
  readonly counter: string
  readonly counted: number
  readonly atCounter: number
  readonly leftOut: number
  readonly never: number
}

/** How many ratings of a period each officer got at each counter; what was left out by one of `once` had counted before. */
export async function sharedBy(
  { kysely }: Database,
  office: string,
  { from, to }: Days,
  once: readonly string[],
): Promise<readonly Shared[]> {
  const rows = await kysely
    .selectFrom('ratings')
    .select(({ fn }) => [
      ...(['officer_id', 'counter_id'] as const),
      fn.countAll<number>().filterWhere('left_out', 'is', null).as('counted'),
      fn.countAll<number>().filterWhere(countsAtCounter()).as('at_counter'),
      fn.countAll<number>().filterWhere('left_out', 'is not', null).as('left_out'),
      fn
        .countAll<number>()
        .filterWhere('left_out', 'is not', null)
        .filterWhere(eb => eb.or([eb('left_out_by', 'is', null), eb('left_out_by', 'not in', [...once, ''])]))
        .as('never'),
    ])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .groupBy(['officer_id', 'counter_id'])
    .execute()
  return rows.map(row => ({
    ...{ officer: row.officer_id, counter: row.counter_id },
    ...{ counted: Number(row.counted), atCounter: Number(row.at_counter) },
    ...{ leftOut: Number(row.left_out), never: Number(row.never) },
  }))
}

/** How many ratings were left out after they were written, of one officer at one counter, by all by which something can be left out. */
export interface LeftOutThere extends Pick<Shared, 'officer' | 'counter'> {
  readonly circumstances: string
  /** Whether an objection did, of the officer alone. */
  readonly isContested: boolean
  readonly n: number
}

/** Which ratings of a period were left out by an outage or objection. */
export async function leftOutThere(
  { kysely }: Database,
  office: string,
  { from, to }: Days,
): Promise<readonly LeftOutThere[]> {
  const rows = await kysely
    .selectFrom('ratings')
    .select(['officer_id', 'counter_id', 'date', 'service_id', 'hour', 'left_out'])
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('left_out_by', 'is not', null)
    .groupBy(['officer_id', 'counter_id', 'date', 'service_id', 'hour', 'left_out'])
    .execute()
  return rows.map(row => ({
    ...{ officer: row.officer_id, counter: row.counter_id, n: Number(row.n) },
    circumstances: `${row.date} ${row.service_id} ${row.hour}`,
    isContested: row.left_out === 'contest',
  }))
}

/** How many rated on each day, by officer and counter: all of them, and those that count at the counter. */
export async function ratedAndCounted(
  { kysely }: Database,
  office: string,
  { from, to }: Days,
): Promise<readonly Answered[]> {
  const rows = await kysely
    .selectFrom('ratings')
    .select(({ fn }) => [
      ...(['date', 'officer_id', 'counter_id'] as const),
      fn.countAll<number>().as('n'),
      fn.countAll<number>().filterWhere(countsAtCounter()).as('counted'),
    ])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .groupBy(['date', 'officer_id', 'counter_id'])
    .execute()
  return rows.map(row => ({
    date: row.date,
    of: { officer: row.officer_id, counter: row.counter_id },
    by: [`counter ${row.counter_id}`, `officer ${row.officer_id}`],
    counts: [Number(row.n), Number(row.counted)],
  }))
}

/** How often each list of reasons was given in the ratings of a period that count, by officer. */
export async function reasonsBy(
  { kysely }: Database,
  office: string,
  { from, to }: Days,
): Promise<readonly { readonly who: string; readonly reasons: readonly Reason[]; readonly n: number }[]> {
  const rows = await kysely
    .selectFrom('ratings')
    .select(({ fn }) => ['officer_id', 'reasons', fn.countAll<number>().as('n')])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('left_out', 'is', null)
    .groupBy(['officer_id', 'reasons'])
    .execute()
  return rows.map(row => ({ who: row.officer_id, reasons: JSON.parse(row.reasons) as Reason[], n: Number(row.n) }))
}

/** How many rated each officer in each service and month, those that count in a score apart from the others. */
export async function ratedByService(
  { kysely }: Database,
  office: string,
  { from, to }: Days,
): Promise<readonly RatedIn[]> {
  const rows = await kysely
    .selectFrom('ratings')
    .select(({ fn }) => [
      ...(['officer_id', 'service_id', 'date'] as const),
      fn.countAll<number>().as('n'),
      fn.countAll<number>().filterWhere('left_out', 'is', null).as('counted'),
    ])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .groupBy(['officer_id', 'service_id', 'date'])
    .execute()
  return rows.flatMap(({ officer_id: officer, service_id: service, date, n, counted }) => {
    const own = { officer, service, month: date.slice(0, 7) }
    return [
      { ...own, n: Number(counted), counts: true },
      { ...own, n: Number(n) - Number(counted), counts: false },
    ]
  })
}

/** How many finished visits each officer gave at each counter. */
export async function visitsAtCounters({ kysely }: Database, office: string, { from, to }: Days) {
  const rows = await kysely
    .selectFrom('visits')
    .select(({ fn }) => ['counter_id', 'officer_id', fn.countAll<number>().as('n')])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('outcome', 'in', ['done', 'step'])
    .groupBy(['counter_id', 'officer_id'])
    .execute()
  return rows.map(row => ({ counter: row.counter_id, officer: row.officer_id, n: Number(row.n) }))
}

/** How many ratings that count an exclusion means. */
export async function meantBy({ kysely }: Database, office: string, exclusion: Exclusion): Promise<number> {
  const row = await kysely
    .selectFrom('ratings')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('office', '=', office)
    .where(within(exclusion))
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Marks what an exclusion means with its cause and by what; what is left out already keeps its own. */
export function leavesOut(
  { kysely }: Database,
  office: string,
  exclusion: Exclusion,
  why: { readonly cause: LeftOut; readonly by: string },
): CompiledQuery {
  return kysely
    .updateTable('ratings')
    .set({ left_out: why.cause, left_out_by: why.by })
    .where('office', '=', office)
    .where(within(exclusion))
    .compile()
}

function countsAtCounter() {
  const eb = expressionBuilder<Tables, 'ratings'>()
  return eb.or([eb('left_out', 'is', null), eb('left_out', '=', 'contest')])
}

function within({ from, to, officerId, services, counters, hours }: Exclusion) {
  const eb = expressionBuilder<Tables, 'ratings'>()
  return eb.and([
    eb('date', '>=', from),
    eb('date', '<=', to),
    eb('left_out', 'is', null),
    ...(officerId === undefined ? [] : [eb('officer_id', '=', officerId)]),
    ...(services === undefined ? [] : [eb('service_id', 'in', [...services, ''])]),
    ...(counters === undefined ? [] : [eb('counter_id', 'in', [...counters, ''])]),
    // Of older ratings the part of the day is not known: they are meant by any.
    ...(hours === undefined ? [] : [eb('hour', 'in', [...hours, 'unknown'])]),
  ])
}
