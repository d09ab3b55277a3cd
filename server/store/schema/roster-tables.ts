import type { Kysely } from 'kysely'
import type { ClockTime, Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { LeaveKind } from '../../../shared/roster/roster.ts'

/** One version of the plan of a week; the newest holds, the older ones are its history. */
export interface RosterWeeksTable {
  readonly office: string
  /** Its Monday. */
  readonly week: LocalDate
  readonly version: number
  readonly at: Instant
  readonly by_id: string
  /** JSON list of `Shift`. */
  readonly shifts: string
}

export interface LeavesTable {
  readonly office: string
  readonly id: string
  readonly staff_id: string
  readonly kind: LeaveKind
  readonly from_date: LocalDate
  readonly to_date: LocalDate
  readonly part_from: ClockTime | null
  readonly part_to: ClockTime | null
}

/** The plan of the week, and who is away. */
export async function rosterTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('roster_weeks')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('week', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('shifts', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('roster_weeks_pk', ['office', 'week', 'version'])
    .execute()
  await db.schema
    .createTable('leaves')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('id', 'text', c => c.notNull())
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('from_date', 'text', c => c.notNull())
    .addColumn('to_date', 'text', c => c.notNull())
    .addColumn('part_from', 'text')
    .addColumn('part_to', 'text')
    .addPrimaryKeyConstraint('leaves_pk', ['office', 'id'])
    .execute()
  await db.schema.createIndex('leaves_dates').on('leaves').columns(['office', 'to_date']).execute()
}
