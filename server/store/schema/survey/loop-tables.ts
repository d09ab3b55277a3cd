import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'
import type { ComplaintKind, ComplaintState } from '../../../../shared/survey/loop/complaint.ts'

/** A complaint that somebody wrote after a low rating, with their consent; nothing of it leads to a ticket without the office's key. */
export interface ComplaintsTable {
  readonly id: string
  /** A keyed hash of the visit: only its own link finds it again, and has one at most. `null` once its words are erased. */
  readonly holder: string | null
  readonly office: string
  readonly service_id: string
  /** What was written, without what names anybody; empty once it is erased. */
  readonly words: string
  readonly received: LocalDate
  readonly kind: ComplaintKind
  readonly state: ComplaintState
  readonly owner_id: string | null
  readonly due: LocalDate
  readonly answer: string | null
  readonly answered_on: LocalDate | null
  readonly done_on: LocalDate | null
  readonly lapor_number: string | null
  readonly lapor_state: string | null
  /** Acts so far: of two people who act at once, one is told that the other was first. */
  readonly steps: number
}

/** That a complaint was late, told once. */
export interface ComplaintsLateTable {
  readonly complaint_id: string
  /** JSON list of who was told. */
  readonly told: string
  readonly on_date: LocalDate
}

/** A plan of what is done about a period, as it was saved; a row is never changed. */
export interface PlanVersionsTable {
  readonly office: string
  readonly period: string
  readonly version: number
  /** The plan as JSON. */
  readonly body: string
  readonly by_id: string
  readonly at: Instant
}

export interface LoopTables {
  readonly plan_versions: PlanVersionsTable
  readonly complaints: ComplaintsTable
  readonly complaints_late: ComplaintsLateTable
}

/** Step `0062-complaints`. */
export async function loopTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('complaints')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('holder', 'text', c => c.unique())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('service_id', 'text', c => c.notNull())
    .addColumn('words', 'text', c => c.notNull())
    .addColumn('received', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('owner_id', 'text')
    .addColumn('due', 'text', c => c.notNull())
    .addColumn('answer', 'text')
    .addColumn('answered_on', 'text')
    .addColumn('done_on', 'text')
    .addColumn('lapor_number', 'text')
    .addColumn('lapor_state', 'text')
    .addColumn('steps', 'integer', c => c.notNull())
    .execute()
  await db.schema.createIndex('complaints_office').on('complaints').columns(['office', 'state', 'due']).execute()
  await db.schema
    .createTable('complaints_late')
    .addColumn('complaint_id', 'text', c => c.primaryKey().notNull())
    .addColumn('told', 'text', c => c.notNull())
    .addColumn('on_date', 'text', c => c.notNull())
    .execute()
}

/** Step `0063-plans`. */
export async function planTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan_versions')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('body', 'text', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('plan_versions_pk', ['office', 'period', 'version'])
    .execute()
}
