import type { Kysely } from 'kysely'
import type { LocalDate } from '../../../../shared/kit/time.ts'

/** What was finished on a day that is over, as it was counted once; it can always be counted anew. */
export interface DayWorkTable {
  readonly office: string
  readonly date: LocalDate
  /** What it was counted from: while that is the same, so is the rest. */
  readonly basis: string
  /** JSON of the parts of a `DayWork`. */
  readonly parts: string
}

/** What this part of the record adds to the tables. */
export interface WorkTables {
  readonly day_work: DayWorkTable
}

/** Step `0048-day-work`: what was finished on each day, so that a quarter is not counted from its visits each time. */
export async function workTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('day_work')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('basis', 'text', c => c.notNull())
    .addColumn('parts', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('day_work_pk', ['office', 'date'])
    .execute()
}
