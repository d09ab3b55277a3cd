import { sql, type Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'
import type { ClockReason } from '../../../../shared/officer/clock/clock-marks.ts'

/** An officer said that the clock of an own visit is wrong; of a mark only its end is ever written again. */
export interface ClockMarksTable {
  readonly id: string
  readonly office: string
  /** The visit: its date, and the journal's `seq` of the event that ended it. */
  readonly date: LocalDate
  readonly seq: number
  readonly officer_id: string
  readonly reason: ClockReason
  readonly marked_at: Instant
  /** `null` while it stands. */
  readonly taken_back_at: Instant | null
}

/** Somebody has read what belongs to one officer: once for each hour, kind and period. */
export interface RecordReadingsTable {
  readonly id: string
  readonly office: string
  readonly officer_id: string
  readonly reader_id: string
  /** For whom the reader acted; `null` for themselves. */
  readonly for_id: string | null
  readonly what: string
  /** The name of a period, a date, or two dates with `..` between. */
  readonly period: string
  readonly at: Instant
}

/** What this part of the record adds to the tables. */
export interface ProofTables {
  readonly clock_marks: ClockMarksTable
  readonly record_readings: RecordReadingsTable
}

/** Step `0036-proof`: visits whose clock is wrong, and who read which officer's record. */
export async function proofTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('clock_marks')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('seq', 'integer', c => c.notNull())
    .addColumn('officer_id', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('marked_at', 'bigint', c => c.notNull())
    .addColumn('taken_back_at', 'bigint')
    .execute()
  // Of one visit one mark stands.
  await sql`create unique index clock_marks_standing on clock_marks (office, date, seq)
    where taken_back_at is null`.execute(db)
  await db.schema
    .createTable('record_readings')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('officer_id', 'text', c => c.notNull())
    .addColumn('reader_id', 'text', c => c.notNull())
    .addColumn('for_id', 'text')
    .addColumn('what', 'text', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('record_readings_officer').on('record_readings').columns(['officer_id', 'at']).execute()
}
