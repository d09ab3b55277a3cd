import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'

/** What somebody types of a day on one device and has not sent; the text is sealed. */
export interface ReportDraftsTable {
  readonly staff_id: string
  readonly date: LocalDate
  /** Made on the device and known to it alone. */
  readonly device: string
  readonly kind: 'phone' | 'computer'
  /** Rises with every save of this device. */
  readonly rev: number
  readonly begun_at: Instant
  readonly written_at: Instant
  readonly received_at: Instant
  readonly text: string
}

/** One version of a daily report, never changed; the text is sealed. */
export interface ReportsTable {
  readonly id: string
  readonly office: string
  readonly staff_id: string
  readonly date: LocalDate
  readonly version: number
  readonly begun_at: Instant
  readonly written_at: Instant
  readonly received_at: Instant
  readonly text: string
}

/** One line of the thread under a report, never changed; the text is sealed. */
export interface ReportEntriesTable {
  readonly id: string
  readonly office: string
  readonly staff_id: string
  readonly date: LocalDate
  readonly seq: number
  readonly version: number
  readonly kind: 'accept' | 'fix' | 'ask' | 'reply'
  readonly by_id: string
  readonly at: Instant
  readonly text: string
}

/** An evidence file of a report: its bytes lie sealed in a folder outside every web root, under its id. */
export interface ReportFilesTable {
  readonly id: string
  readonly office: string
  readonly staff_id: string
  readonly date: LocalDate
  /** Sealed. */
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly at: Instant
}

/** Step `0035-daily`: drafts, reports, what was said of them, and their evidence. */
export async function dailyTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('report_drafts')
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('device', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('rev', 'integer', c => c.notNull())
    .addColumn('begun_at', 'bigint', c => c.notNull())
    .addColumn('written_at', 'bigint', c => c.notNull())
    .addColumn('received_at', 'bigint', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('report_drafts_pk', ['staff_id', 'date', 'device'])
    .execute()
  await db.schema
    .createTable('reports')
    .addColumn('id', 'text', c => c.notNull().unique())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('begun_at', 'bigint', c => c.notNull())
    .addColumn('written_at', 'bigint', c => c.notNull())
    .addColumn('received_at', 'bigint', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('reports_pk', ['staff_id', 'date', 'version'])
    .execute()
  await db.schema.createIndex('reports_office').on('reports').columns(['office', 'date']).execute()
  await db.schema
    .createTable('report_entries')
    .addColumn('id', 'text', c => c.notNull().unique())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('seq', 'integer', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('report_entries_pk', ['staff_id', 'date', 'seq'])
    .execute()
  await db.schema.createIndex('report_entries_office').on('report_entries').columns(['office', 'date']).execute()
  await db.schema
    .createTable('report_files')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('name', 'text', c => c.notNull())
    .addColumn('type', 'text', c => c.notNull())
    .addColumn('bytes', 'integer', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('report_files_of').on('report_files').columns(['staff_id', 'date']).execute()
}
