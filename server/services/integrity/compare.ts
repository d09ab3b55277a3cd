import type { LocalDate } from '../../../shared/kit/time.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import { isBrought } from '../../../shared/survey/collect/channels.ts'
import { computeIkm, type Method, type Mutu, type SkmAnswers } from '../../../shared/survey/ikm.ts'
import { BODY_ORDER, UNSUR } from '../../../shared/survey/instruments.ts'
import { periodAt, settlesOn, type FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { notCompared, type Cell, type NotCompared } from '../../../shared/survey/integrity/without.ts'
import { decidingDays, type Showing } from '../../../shared/survey/showing.ts'
import { ikmInterval } from '../../../shared/survey/statistics/ikm-interval.ts'
import { fewestAnswers } from '../../../shared/survey/weakest.ts'
import { collected, inParts } from '../../store/days/in-parts.ts'
import type { Database } from '../../store/open/database.ts'
import { mintedOf, sheetsOf } from '../../store/survey/integrity.ts'

/** An IKM with its interval, of how many questionnaires. */
export interface Told {
  readonly n: number
  readonly ikm: number
  readonly mutu: Mutu
  readonly low: number
  readonly high: number
}

/** The IKM of a month with all questionnaires and without those against which something is said, or why they are held back. */
export interface Compared {
  readonly with?: Told | undefined
  readonly without?: Told | undefined
  readonly why?: NotCompared | 'shown' | 'quarter' | undefined
  /** From when on it is told. */
  readonly on?: LocalDate | undefined
}

type Sheets = Awaited<ReturnType<typeof sheetsOf>>
type Row = Sheets[number]

export interface Comparing {
  readonly office: string
  readonly period: FixedPeriod
  readonly method: Method
  readonly minRatings: number
  /** What may be shown of the whole month. */
  readonly showing: Showing
  readonly today: LocalDate
  /** Counters that are marked as a whole, by month of the quarter. */
  readonly counters: ReadonlyMap<string, readonly string[]>
  /** Others read what is said of one officer from that day on. */
  readonly opensOn: LocalDate | undefined
  /** Whoever may have served on a date. */
  readonly serversOf: (row: Pick<Row, 'date' | 'service_id' | 'counter_id'>) => readonly string[]
  /** In a hall, the agency of a service on a date: figures of an agency are divided by it, within a week too. */
  readonly agencyOf: ((service: string, date: LocalDate) => string) | undefined
}

/**
 * Both figures of a month, as far as nobody can be subtracted out of them: once its quarter has settled, for what still comes to it would
 * else be the rest of a counter's figure; and beside what the other months of the quarter tell so, whose marked ones count for nobody here.
 */
export async function comparedMonth(db: Database, of: Comparing): Promise<Compared> {
  const { office, period, showing, counters, minRatings } = of
  const days = decidingDays(period)
  if (settlesOn(days.to) > of.today) return { why: 'quarter', on: settlesOn(days.to) }
  if (!('through' in showing) || showing.from !== period.from || showing.through !== period.to) return { why: 'shown' }
  const isIn = (row: Row) => row.date >= period.from && row.date <= period.to
  const isMarked = (row: Row) =>
    row.marks !== null || (counters.get(periodAt('month', row.date).key) ?? []).includes(row.counter_id)
  const isAgainst = (row: Row) => isIn(row) && isMarked(row)
  const cells = new Map<string, Counting>()
  const month: Row[] = []
  for await (const rows of inParts(days.from, days.to, part => sheetsOf(db, office, part)))
    for (const row of rows) {
      if (BODY_ORDER.every(unsur => row[unsur] === null)) continue
      // Whoever brought answers in knows them: they hide nobody.
      if (!isBrought(row.channel) && (isIn(row) || !isMarked(row))) countIn(cells, row, isAgainst(row), of)
      if (isIn(row)) month.push(row)
    }
  const visits = await collected(inParts(period.from, period.to, part => mintedOf(db, office, part)))
  const population = {
    visits: visits.length,
    byDay: new Map([...grouped(visits, v => v.date)].map(([day, own]) => [day, own.length])),
  }
  const told = (own: readonly Row[]) => toldOf(own, of.method, population)
  const floor = fewestAnswers(minRatings, visits.length)
  const left = month.filter(row => !isAgainst(row))
  if (month.length < floor || left.length < floor) return { why: month.length === left.length ? 'none' : 'few' }
  const all = told(month)
  if (!all) return { why: 'few' }
  const why = notCompared([...cells.values()], { alone: minRatings, waits: of.opensOn !== undefined })
  if (why !== undefined) return { why, with: all, on: why === 'officer' ? of.opensOn : undefined }
  const without = told(left)
  return without ? { with: all, without } : { why: 'few', with: all }
}

function toldOf(rows: readonly Row[], method: Method, population: Parameters<typeof ikmInterval>[0]['population']) {
  const answers = rows.map(
    row => Object.fromEntries(UNSUR.flatMap(u => (row[u] === null ? [] : [[u, row[u]]]))) as SkmAnswers,
  )
  const { ikm, mutu } = computeIkm(answers, method)
  if (ikm === undefined || mutu === undefined) return undefined
  const weight = method === 'exact' ? 1 / UNSUR.length : Number(method)
  const { low, high } = ikmInterval({
    respondents: rows.map(row => ({ day: row.date, marks: UNSUR.map(u => row[u] ?? undefined) })),
    weights: UNSUR.map(() => weight),
    population,
  })
  return { n: rows.length, ikm, mutu, low, high }
}

type Counting = Cell & { readonly kept: number[]; readonly marked: number[] }

/** Counts a questionnaire by all that another figure goes by: the week of the month, service, road, agency and counter, and whoever may have served. */
function countIn(
  cells: Map<string, Counting>,
  row: Row,
  isAgainst: boolean,
  { serversOf, agencyOf }: Pick<Comparing, 'serversOf' | 'agencyOf'>,
): void {
  const { date, counter_id: counter } = row
  const service = JSON.stringify([row.service_id, row.channel, agencyOf?.(row.service_id, date)])
  const week = `${periodAt('month', date).key} ${periodAt('week', date).key}`
  const by = [`counter ${counter}`, ...serversOf(row)]
  const key = JSON.stringify([week, service, by])
  let cell = cells.get(key)
  if (cell === undefined)
    cells.set(key, (cell = { week, service, counter, by, kept: NOBODY.slice(), marked: NOBODY.slice() }))
  const counts = isAgainst ? cell.marked : cell.kept
  for (const [u, unsur] of BODY_ORDER.entries()) if (row[unsur] !== null) counts[u]! += 1
}

const NOBODY: readonly number[] = BODY_ORDER.map(() => 0)
