import { addDays, type LocalDate, type Zone } from '../../../shared/kit/time.ts'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import type { FixedPeriod } from '../../../shared/survey/fixed-periods.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import {
  burstsOf,
  checksOf,
  together,
  type CounterDay,
  type Found,
  type TracedAnswer,
} from '../../../shared/survey/integrity/month.ts'
import type { Flag, MonthFlags } from '../../../shared/survey/integrity/flag.ts'
import type { Database } from '../../store/open/database.ts'
import { mintedOf } from '../../store/survey/integrity.ts'
import { ownNetworks, runningTraces, tracedRows, type TracedRow } from '../../store/survey/traces.ts'

/** So many questionnaires are read at once; others are served between two readings. */
const AT_ONCE = 2_000

/** What the office says of its services: whether each is free of charge, so that the law sets a mark. */
export interface Looked {
  readonly office: string
  readonly period: FixedPeriod
  readonly zone: Zone
  readonly free: (service: string) => boolean
}

const turn = () => new Promise<void>(resolve => setImmediate(resolve))

/** Looks at a month: in parts, so that nobody at the desk waits for it. */
export async function lookedAt(
  db: Database,
  { office, period, zone, free }: Looked,
): Promise<MonthFlags & { readonly looked: number }> {
  const own = await ownNetworks(db, office, period.key)
  const answers: TracedAnswer[] = []
  for (let after = ''; ;) {
    const rows = await tracedRows(db, office, period.key, { after, most: AT_ONCE })
    for (const row of rows) answers.push(traced(row, own, free(row.service_id)))
    await turn()
    if (rows.length < AT_ONCE) break
    after = rows.at(-1)!.id
  }
  const month = { zone, days: daysOf(period), answers, visits: await visitsOf(db, office, period) }
  const found: Found[] = []
  for (const one of checksOf(month)) {
    found.push(one)
    await turn()
  }
  return { ...together(found), looked: answers.length }
}

function traced(row: TracedRow, own: ReadonlySet<string>, free: boolean): TracedAnswer {
  const asked = BODY_ORDER.filter(unsur => !(free && unsur === 'biaya'))
  return {
    ...{ id: row.id, date: row.date, counterId: row.counter_id, at: row.minute },
    ...{ device: row.device_class, key: row.device, network: own.has(row.network) ? undefined : row.network },
    ...{ seconds: row.seconds ?? undefined, asked: asked.length, suggestion: row.suggestion },
    marks: asked.flatMap(unsur => row[unsur] ?? []),
  }
}

export function daysOf({ from, to }: Pick<FixedPeriod, 'from' | 'to'>): readonly LocalDate[] {
  const days: LocalDate[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

async function visitsOf(db: Database, office: string, period: FixedPeriod): Promise<readonly CounterDay[]> {
  const visits: CounterDay[] = []
  for (const date of daysOf(period)) {
    const rows = await mintedOf(db, office, { from: date, to: date })
    for (const [counterId, own] of grouped(rows, row => row.counter_id))
      visits.push({
        ...{ date, counterId, finished: own.length },
        minted: own.filter(row => row.chosen === 1).map(row => row.minted_at),
        answered: own.filter(row => row.answered_key !== null).length,
      })
    await turn()
  }
  return visits
}

/** Bursts of a month that still runs: their limit counts all looks, so that looking often finds no more. */
export async function runningBursts(db: Database, { office, period, zone }: Looked): Promise<readonly Flag[]> {
  const rows = await runningTraces(db, office, period.key)
  const own = await ownNetworks(db, office, period.key)
  const answers = rows.map(row => ({
    ...{ id: row.id, counterId: row.counter_id, at: row.minute, device: row.device_class, key: row.device },
    network: own.has(row.network) ? undefined : row.network,
  }))
  const minted = (await visitsOf(db, office, period)).flatMap(day => day.minted)
  return together([...burstsOf({ zone, answers, minted })]).flags
}
