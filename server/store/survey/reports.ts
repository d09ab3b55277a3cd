import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import type { Database } from '../open/database.ts'
import type { ReportVersionsTable } from '../schema/survey/report-tables.ts'

/** The versions of the report of a period, the newest first. */
export async function reportVersions(
  { kysely }: Database,
  office: string,
  period: string,
): Promise<readonly ReportVersionsTable[]> {
  return kysely
    .selectFrom('report_versions')
    .selectAll()
    .where('office', '=', office)
    .where('period', '=', period)
    .orderBy('version', 'desc')
    .execute()
}

/** The report of another period that was saved last. */
export async function lastOtherReport(
  { kysely }: Database,
  office: string,
  period: string,
): Promise<ReportVersionsTable | undefined> {
  return kysely
    .selectFrom('report_versions')
    .selectAll()
    .where('office', '=', office)
    .where('period', '!=', period)
    .orderBy('at', 'desc')
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
}

/** Nothing where this version was saved before, by whomever. */
export function reportRow({ kysely }: Database, row: ReportVersionsTable): CompiledQuery {
  return kysely
    .insertInto('report_versions')
    .values(row)
    .onConflict(taken => taken.columns(['office', 'period', 'version']).doNothing())
    .compile()
}

/**
 * The marks of the questionnaires of one day, nine for each and those of further unsur by their `keys`, 0 for one left out, in the order of their random ids; a questionnaire
 * without any answer is none, nor is one that the head left out of the figures of the unit.
 */
export async function marksOfDay(
  { kysely }: Database,
  office: string,
  date: LocalDate,
  keys: readonly string[] = [],
): Promise<Uint8Array> {
  const rows = await kysely
    .selectFrom('skm_answers')
    .select([...BODY_ORDER, 'extra'])
    .where('office', '=', office)
    .where('date', '=', date)
    .where('left_out', '=', 0)
    .where(q => q.or(BODY_ORDER.map(unsur => q(unsur, 'is not', null))))
    .orderBy('id')
    .execute()
  return Uint8Array.from(
    rows.flatMap(row => {
      const extra = row.extra === null || keys.length === 0 ? {} : (JSON.parse(row.extra) as Record<string, number>)
      return [...BODY_ORDER.map(unsur => row[unsur] ?? 0), ...keys.map(key => extra[key] ?? 0)]
    }),
  )
}
