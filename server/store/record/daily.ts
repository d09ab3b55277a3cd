import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type {
  ReportDraftsTable,
  ReportEntriesTable,
  ReportFilesTable,
  ReportsTable,
} from '../schema/record/daily-tables.ts'

/** Whose report of which day. */
export interface ReportOf {
  readonly staffId: string
  readonly date: LocalDate
}

/** The drafts of a day, the one written last first. */
export async function draftsOf(
  { kysely }: Database,
  { staffId, date }: ReportOf,
): Promise<readonly ReportDraftsTable[]> {
  return kysely
    .selectFrom('report_drafts')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('date', '=', date)
    .orderBy('received_at', 'desc')
    .orderBy('device')
    .execute()
}

/** Keeps a draft in the place of an older one of the same device; changes no row where a newer one is there. */
export function draftRow({ kysely }: Database, row: ReportDraftsTable): CompiledQuery {
  return kysely
    .insertInto('report_drafts')
    .values(row)
    .onConflict(known =>
      known
        .columns(['staff_id', 'date', 'device'])
        .doUpdateSet({
          ...{ kind: row.kind, rev: row.rev, begun_at: row.begun_at, written_at: row.written_at },
          ...{ received_at: row.received_at, text: row.text },
        })
        .where('report_drafts.rev', '<', row.rev),
    )
    .compile()
}

/** Forgets the draft of a device, if it is none that came since. */
export function noDraft(
  { kysely }: Database,
  { staffId, date }: ReportOf,
  { device, rev }: { readonly device: string; readonly rev: number },
): CompiledQuery {
  return kysely
    .deleteFrom('report_drafts')
    .where('staff_id', '=', staffId)
    .where('date', '=', date)
    .where('device', '=', device)
    .where('rev', '<=', rev)
    .compile()
}

/** Forgets drafts of days before a date. */
export async function eraseDrafts({ kysely }: Database, before: LocalDate): Promise<void> {
  await kysely.deleteFrom('report_drafts').where('date', '<', before).execute()
}

/** Adds a version; changes no row where one of that number is there. */
export function reportRow({ kysely }: Database, row: ReportsTable): CompiledQuery {
  return kysely
    .insertInto('reports')
    .values(row)
    .onConflict(known => known.doNothing())
    .compile()
}

/** Adds a line to a thread; changes no row where one is in its place. */
export function entryRow({ kysely }: Database, row: ReportEntriesTable): CompiledQuery {
  return kysely
    .insertInto('report_entries')
    .values(row)
    .onConflict(known => known.doNothing())
    .compile()
}

/** Every version of somebody's reports of these days, both included, in order. */
export async function versionsOf(
  { kysely }: Database,
  staff: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<readonly ReportsTable[]> {
  if (staff.length === 0) return []
  return kysely
    .selectFrom('reports')
    .selectAll()
    .where('staff_id', 'in', staff)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('staff_id')
    .orderBy('version')
    .execute()
}

/** What was said under somebody's reports of these days, both included, in order. */
export async function entriesOf(
  { kysely }: Database,
  staff: readonly string[],
  from: LocalDate,
  to: LocalDate,
): Promise<readonly ReportEntriesTable[]> {
  if (staff.length === 0) return []
  return kysely
    .selectFrom('report_entries')
    .selectAll()
    .where('staff_id', 'in', staff)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('date')
    .orderBy('staff_id')
    .orderBy('seq')
    .execute()
}

export async function insertReportFile({ kysely }: Database, row: ReportFilesTable): Promise<void> {
  await kysely.insertInto('report_files').values(row).execute()
}

export async function reportFileById({ kysely }: Database, id: string): Promise<ReportFilesTable | undefined> {
  return kysely.selectFrom('report_files').selectAll().where('id', '=', id).executeTakeFirst()
}

export async function reportFilesOf(
  { kysely }: Database,
  { staffId, date }: ReportOf,
): Promise<readonly ReportFilesTable[]> {
  return kysely
    .selectFrom('report_files')
    .selectAll()
    .where('staff_id', '=', staffId)
    .where('date', '=', date)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

export function noReportFile({ kysely }: Database, id: string): CompiledQuery {
  return kysely.deleteFrom('report_files').where('id', '=', id).compile()
}
