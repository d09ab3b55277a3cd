import type { Kysely } from 'kysely'
import type { ClockTime, Instant, LocalDate } from '../../../../shared/kit/time.ts'

/** Leave or duty that an officer asked for; once agreed it is a row of `leaves` with the same id, and that one counts. */
export interface AbsencesTable {
  readonly id: string
  readonly office: string
  readonly staff_id: string
  readonly kind: 'annual' | 'sick' | 'duty' | 'training'
  readonly from_date: LocalDate
  readonly to_date: LocalDate
  readonly part_from: ClockTime | null
  readonly part_to: ClockTime | null
  readonly asked_at: Instant
  readonly state: 'asked' | 'agreed' | 'refused' | 'withdrawn'
  readonly decided_by: string | null
  readonly decided_at: Instant | null
  /** What was written with the answer, sealed. */
  readonly words: string | null
}

/** Step `0040-calendar`: absences that wait for an answer or have one. */
export async function calendarTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('absences')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('from_date', 'text', c => c.notNull())
    .addColumn('to_date', 'text', c => c.notNull())
    .addColumn('part_from', 'text')
    .addColumn('part_to', 'text')
    .addColumn('asked_at', 'bigint', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('decided_by', 'text')
    .addColumn('decided_at', 'bigint')
    .addColumn('words', 'text')
    .execute()
  await db.schema.createIndex('absences_staff').on('absences').columns(['staff_id', 'to_date']).execute()
}
