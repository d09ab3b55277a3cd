import { sql, type CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type { DayWorkTable } from '../schema/record/work-tables.ts'

/** A visit as the work of a day is counted from it. */
export interface WorkRow {
  readonly seq: number
  readonly no: number
  readonly officer_id: string
  readonly counter_id: string
  readonly service_id: string
  readonly called_at: number
  readonly started_at: number | null
  readonly ended_at: number
  readonly held_ms: number
  readonly outcome: 'done' | 'step' | 'missed' | 'transferred' | 'parked' | 'takenOver' | 'otherHolder' | 'unserved'
  readonly parts: number | null
  /** Beginning of the booked slot of its ticket; `null` of a walk-in. */
  readonly slot_start: number | null
}

/** The visits of an office on a day, in the order they ended. */
export async function workOn({ kysely }: Database, office: string, date: LocalDate): Promise<readonly WorkRow[]> {
  return kysely
    .selectFrom('visits as v')
    .innerJoin('tickets as t', join =>
      join.onRef('t.office', '=', 'v.office').onRef('t.date', '=', 'v.date').onRef('t.no', '=', 'v.no'),
    )
    .select(['v.seq', 'v.no', 'v.officer_id', 'v.counter_id', 'v.service_id', 'v.called_at', 'v.started_at'])
    .select(['v.ended_at', 'v.held_ms', 'v.outcome', 'v.parts', 't.slot_start'])
    .where('v.office', '=', office)
    .where('v.date', '=', date)
    .orderBy('v.seq')
    .execute()
}

/** The number of a day's last event, up to which its visits stand; 0 of a day without any. */
export async function lastSeq({ kysely }: Database, office: string, date: LocalDate): Promise<number> {
  const { rows } = await sql<{ seq: number | null }>`select max(seq) as seq from journal
    where office = ${office} and date = ${date}`.execute(kysely)
  return rows[0]?.seq ?? 0
}

/** What is kept of the days of an office from one date to another, both included. */
export async function keptWork(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<LocalDate, DayWorkTable>> {
  const rows = await kysely
    .selectFrom('day_work')
    .selectAll()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .execute()
  return new Map(rows.map(row => [row.date, row]))
}

/** Keeps the work of a day in place of what was kept of it. */
export function keepWork({ kysely }: Database, row: DayWorkTable): CompiledQuery {
  const { basis, parts } = row
  return kysely
    .insertInto('day_work')
    .values(row)
    .onConflict(known => known.columns(['office', 'date']).doUpdateSet({ basis, parts }))
    .compile()
}
