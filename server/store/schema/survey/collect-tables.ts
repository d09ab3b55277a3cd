import { sql, type Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'

/** That a form of paper was typed in, once, and by whom; what it says lies with all other questionnaires. */
export interface PaperFormsTable {
  readonly office: string
  /** Of the visit: numbers begin anew each year. */
  readonly year: string
  /** As it stands on the form. */
  readonly no: string
  readonly date: LocalDate
  readonly service_id: string
  readonly by_id: string
  readonly at: Instant
  /** Tells a repeat of the request from another one. */
  readonly mark: string
  /** What leads to the questionnaire, as long as it may be taken back; `null` afterwards. */
  readonly secret: string | null
  /** The scan, sealed in a folder outside every web root under this id; `null` while there is none. */
  readonly scan: string | null
  readonly scan_type: string | null
}

/** A file of answers that was taken in, or is on its way in or out. */
export interface AnswerImportsTable {
  readonly id: string
  readonly office: string
  /** Of its rows in any order, however the file is saved; in older rows of the bytes of the file. */
  readonly hash: string
  readonly name: string
  readonly by_id: string
  readonly at: Instant
  readonly state: 'coming' | 'kept' | 'leaving' | 'taken'
  /** When it was last worked on: what was given up half way is cleared away. */
  readonly touched: Instant
  readonly rows: number
  readonly from: LocalDate
  readonly to: LocalDate
  /** JSON list of its months, such as `2026-06`. */
  readonly months: string
  /** What leads to its questionnaires. */
  readonly secret: string
  readonly taken_by: string | null
  readonly taken_at: Instant | null
  readonly reason: string | null
}

export interface CollectTables {
  readonly paper_forms: PaperFormsTable
  readonly answer_imports: AnswerImportsTable
}

/** Step `0061-collect`. */
export async function collectTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('paper_forms')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('year', 'text', c => c.notNull())
    .addColumn('no', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('service_id', 'text', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('mark', 'text', c => c.notNull())
    .addColumn('secret', 'text')
    .addColumn('scan', 'text')
    .addColumn('scan_type', 'text')
    .addPrimaryKeyConstraint('paper_forms_pk', ['office', 'year', 'no'])
    .execute()
  await db.schema.createIndex('paper_forms_at').on('paper_forms').columns(['office', 'at']).execute()
  await db.schema
    .createTable('answer_imports')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('hash', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull())
    .addColumn('touched', 'bigint', c => c.notNull())
    .addColumn('rows', 'integer', c => c.notNull())
    .addColumn('from', 'text', c => c.notNull())
    .addColumn('to', 'text', c => c.notNull())
    .addColumn('months', 'text', c => c.notNull())
    .addColumn('secret', 'text', c => c.notNull())
    .addColumn('taken_by', 'text')
    .addColumn('taken_at', 'bigint')
    .addColumn('reason', 'text')
    .execute()
  // The same answers are there once; one that was taken back may come again.
  await sql`create unique index answer_imports_file on answer_imports (office, hash) where state <> 'taken'`.execute(db)
}
