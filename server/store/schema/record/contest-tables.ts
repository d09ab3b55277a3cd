import { sql, type Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'
import type { ContestOutcome } from '../../../../shared/officer/contest/contest.ts'
import type { ReminderKind } from '../../../../shared/officer/contest/reminders.ts'

/** An officer objects to the figure of a closed period; answer and decision are each written once. */
export interface ContestsTable {
  readonly id: string
  readonly office: string
  readonly officer_id: string
  /** The name of the period. */
  readonly period: string
  /** JSON of the causes, of what should be left out, and of the evidence. */
  readonly causes: string
  readonly excluded: string
  readonly evidence: string
  readonly words: string
  /** Ratings of the period, and how many of them are meant. */
  readonly n: number
  readonly meant: number
  readonly objected_at: Instant
  readonly answer_id: string | null
  readonly answer: string | null
  readonly answered_by: string | null
  readonly answered_at: Instant | null
  readonly decision_id: string | null
  readonly outcome: ContestOutcome | null
  readonly reasons: string | null
  /** JSON of what is left out in the end; `null` where nothing is. */
  readonly decided_excluded: string | null
  readonly decided_by: string | null
  /** In whose right it was decided. */
  readonly decided_for: string | null
  readonly decided_at: Instant | null
  /** The periods were computed anew; `null` while that is still to be done. */
  readonly applied_at: Instant | null
  /** Its officer took it back. */
  readonly withdrawn_at: Instant | null
}

/** Evidence that was added after an objection was made. */
export interface ContestEvidenceTable {
  readonly id: string
  readonly contest: string
  /** An address or the name of a paper. */
  readonly line: string
  readonly at: Instant
}

/** Somebody was reminded of an objection: once for each day of reminding. */
export interface ContestRemindersTable {
  readonly contest: string
  readonly kind: ReminderKind
  /** The day for which it is. */
  readonly day: LocalDate
  readonly person_id: string
  readonly at: Instant
}

/** What objections add to the tables. */
export interface ContestTables {
  readonly contests: ContestsTable
  readonly contest_evidence: ContestEvidenceTable
  readonly contest_reminders: ContestRemindersTable
}

/** Step `0037-contests`: objections of officers, with answer and decision. */
export async function contestTables(db: Kysely<unknown>): Promise<void> {
  let table = db.schema.createTable('contests').addColumn('id', 'text', c => c.primaryKey().notNull())
  for (const column of ['office', 'officer_id', 'period', 'causes', 'excluded', 'evidence', 'words'])
    table = table.addColumn(column, 'text', c => c.notNull())
  table = table
    .addColumn('n', 'integer', c => c.notNull())
    .addColumn('meant', 'integer', c => c.notNull())
    .addColumn('objected_at', 'bigint', c => c.notNull())
  for (const column of ['answer_id', 'answer', 'answered_by']) table = table.addColumn(column, 'text')
  table = table.addColumn('answered_at', 'bigint')
  for (const column of ['decision_id', 'outcome', 'reasons', 'decided_excluded', 'decided_by', 'decided_for'])
    table = table.addColumn(column, 'text')
  await table.addColumn('decided_at', 'bigint').addColumn('applied_at', 'bigint').execute()
  // Of one period an officer objects once.
  await sql`create unique index contests_period on contests (office, officer_id, period)`.execute(db)
}

/** Step `0042-reminders`: who was reminded of which objection. */
export async function reminderTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('contest_reminders')
    .addColumn('contest', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('day', 'text', c => c.notNull())
    .addColumn('person_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('contest_reminders_once', ['contest', 'kind', 'day', 'person_id'])
    .execute()
}

/** Step `0051-contest-evidence`: an objection may be added to, and taken back. */
export async function contestEvidence(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('contests').addColumn('withdrawn_at', 'bigint').execute()
  await db.schema
    .createTable('contest_evidence')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('contest', 'text', c => c.notNull())
    .addColumn('line', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('contest_evidence_contest').on('contest_evidence').column('contest').execute()
}
