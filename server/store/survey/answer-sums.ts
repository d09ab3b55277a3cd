import { setImmediate as nextTurn } from 'node:timers/promises'
import { sql } from 'kysely'
import { addDays, type LocalDate } from '../../../shared/kit/time.ts'
import { UNKNOWN_CHANNEL, type ToldChannel } from '../../../shared/survey/collect/channels.ts'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import { adding, together, type Adding, type Sums } from '../../../shared/survey/statistics/sheet.ts'
import { inParts, type Part } from '../days/in-parts.ts'
import type { Database } from '../open/database.ts'
import type { Dialect } from '../schema/dialect.ts'

/** How many answered each of the nine questions of a service at a counter on a day. */
export interface PlaceCounts {
  readonly date: LocalDate
  readonly serviceId: string
  readonly counterId: string
  /** The road on which they came, where that is told apart. */
  readonly channel?: ToldChannel
  readonly counts: readonly number[]
}

/** Questionnaires of some days added up, by service, and how many there were at each place. */
export interface AnswerSums {
  readonly services: ReadonlyMap<string, Sums>
  /** Of each service by the road on which they came. */
  readonly channels: ReadonlyMap<string, ReadonlyMap<ToldChannel, Sums>>
  readonly places: readonly PlaceCounts[]
}

/** Visits of a day and service that may answer. */
export interface InvitedVisits {
  readonly date: LocalDate
  readonly serviceId: string
  readonly n: number
  /** How many of them were invited to the nine questions. */
  readonly invited: number
}

const UNSUR = BODY_ORDER.length

/** All nine marks of a questionnaire in one number, a digit each, 0 for no answer: a row is read in a quarter of the time. */
export const PATTERN = sql<number>`${sql.join(
  BODY_ORDER.map((unsur, u) => sql`coalesce(${sql.ref(unsur)}, 0) * ${sql.lit(10 ** (UNSUR - 1 - u))}`),
  sql` + `,
)}`

/**
 * The marks and the road of each questionnaire of a group in one text: a row for each would take four times as long to read, and again to
 * hand over to a thread.
 */
function listed(dialect: Dialect) {
  const sheet = sql<string>`cast(${PATTERN} as text) || ' ' || coalesce(channel, ${sql.lit(UNKNOWN_CHANNEL)})`
  return dialect === 'sqlite' ? sql<string>`group_concat(${sheet})` : sql<string>`string_agg(${sheet}, ',')`
}

/** How often each stands among them: most people mark alike. */
function timesEach(sheets: string): ReadonlyMap<string, number> {
  const times = new Map<string, number>()
  for (const sheet of sheets.split(',')) times.set(sheet, (times.get(sheet) ?? 0) + 1)
  return times
}

/**
 * The questionnaires between two dates, both included, of those services on those days that are to be `kept`, added up day by day, so that
 * a million of them stop nobody and take no room.
 */
export async function answerSums(
  { kysely, dialect }: Database,
  office: string,
  { from, to }: Part,
  kept: (service: string, date: LocalDate) => boolean = () => true,
): Promise<AnswerSums> {
  const services = new Map<string, Map<ToldChannel, Adding>>()
  const places: PlaceCounts[] = []
  const marks = new Uint8Array(UNSUR)
  // A day of a large hall is some 4,000 questionnaires, and each place of it a row: a counter waits a few thousandths of a second.
  const read = (date: LocalDate) =>
    kysely
      .selectFrom('skm_answers')
      .where('office', '=', office)
      .where('date', '=', date)
      .select(['service_id', 'counter_id', listed(dialect).as('sheets')])
      .groupBy(['service_id', 'counter_id'])
      .orderBy('service_id')
      .orderBy('counter_id')
      .execute()
  for (let date = from; date <= to; date = addDays(date, 1)) {
    if (date !== from) await nextTurn()
    for (const { service_id: serviceId, counter_id: counterId, sheets } of await read(date)) {
      if (!kept(serviceId, date)) continue
      let roads = services.get(serviceId)
      if (roads === undefined) services.set(serviceId, (roads = new Map()))
      const counts = new Map<ToldChannel, number[]>()
      for (const [sheet, n] of timesEach(sheets)) {
        const [pattern, road] = sheet.split(' ') as [string, ToldChannel]
        let of = roads.get(road)
        if (of === undefined) roads.set(road, (of = adding(UNSUR)))
        digits(Number(pattern), marks)
        of.add(date, marks, n)
        let own = counts.get(road)
        if (own === undefined) counts.set(road, (own = BODY_ORDER.map(() => 0)))
        for (let u = 0; u < UNSUR; u += 1) if (marks[u]! > 0) own[u]! += n
      }
      for (const [channel, own] of counts) places.push({ date, serviceId, counterId, channel, counts: own })
    }
  }
  const channels = new Map(
    [...services].map(([id, roads]) => [id, new Map([...roads].map(([road, of]) => [road, of.sums()]))]),
  )
  const all = new Map([...channels].map(([id, roads]) => [id, allOf([...roads.values()])]))
  return { services: all, channels, places }
}

/** What the head left out between two dates, as sums to be taken away: added to those of all, the rest remains. */
export async function leftOutSums({ kysely }: Database, office: string, { from, to }: Part): Promise<Sums> {
  const rows = await kysely
    .selectFrom('skm_answers')
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('left_out', '=', 1)
    .select(({ fn }) => ['date', PATTERN.as('pattern'), fn.countAll<number>().as('n')])
    .groupBy(['date', ...BODY_ORDER])
    .orderBy('date')
    .execute()
  const all = adding(UNSUR)
  const marks = new Uint8Array(UNSUR)
  for (const { date, pattern, n } of rows) {
    digits(pattern, marks)
    all.add(date, marks, -n)
  }
  return all.sums()
}

/** How many questionnaires there are between two dates, those without any answer, too. */
export async function countAnswers({ kysely }: Database, office: string, { from, to }: Part): Promise<number> {
  const { n } = await kysely
    .selectFrom('skm_answers')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .executeTakeFirstOrThrow()
  return n
}

/** The visits that may answer by day and service. */
export async function invitedByDay(
  { kysely }: Database,
  office: string,
  { from, to }: Part,
): Promise<readonly InvitedVisits[]> {
  const all: InvitedVisits[] = []
  const read = (days: Part) =>
    kysely
      .selectFrom('invitations')
      .select(({ fn }) => ['date', 'service_id', fn.countAll<number>().as('n'), fn.sum<number>('chosen').as('invited')])
      .where('office', '=', office)
      .where('date', '>=', days.from)
      .where('date', '<=', days.to)
      .groupBy(['date', 'service_id'])
      .execute()
  for await (const rows of inParts(from, to, read))
    for (const { date, service_id: serviceId, n, invited } of rows) all.push({ date, serviceId, n, invited })
  return all
}

/** Who served which service at which counter on each day. */
export async function serversOf({ kysely }: Database, office: string, { from, to }: Part) {
  const read = (days: Part) =>
    kysely
      .selectFrom('visits')
      .select(['date', 'service_id', 'counter_id', 'officer_id'])
      .distinct()
      .where('office', '=', office)
      .where('date', '>=', days.from)
      .where('date', '<=', days.to)
      .orderBy('date')
      .orderBy('officer_id')
      .execute()
  const all: Awaited<ReturnType<typeof read>> = []
  for await (const rows of inParts(from, to, read)) all.push(...rows)
  return all
}

/** What came on one road alone takes no room twice. */
function allOf(roads: readonly Sums[]): Sums {
  return roads.length === 1 ? roads[0]! : together(roads, UNSUR)
}

/** The marks of a pattern, the nine in the first places. */
export function digits(pattern: number, into: Uint8Array): void {
  let left = pattern
  for (let u = UNSUR - 1; u >= 0; u -= 1) {
    into[u] = left % 10
    left = Math.floor(left / 10)
  }
}
