import { sql, type CompiledQuery } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'

/** How a version came to be. */
export interface Made {
  readonly at: Instant
  /** Id of who saved it, or `system`. */
  readonly by: string
  readonly reason?: string | undefined
  /** The version that it brought back. */
  readonly restores?: number | undefined
}

/** A version of an office's settings, without them. */
export interface Version {
  readonly version: number
  readonly at: Instant
  readonly by: string
  /** In what it differs from the one before. */
  readonly fields: readonly string[]
  readonly reason: string | null
  readonly restores: number | null
}

/** The next version of an office, by one statement, so that no number is given twice and none is left out. */
export function versionQuery(
  { kysely }: Database,
  office: { readonly id: string },
  fields: readonly string[],
  { at, by, reason, restores }: Made,
): CompiledQuery {
  const next = sql`select ${office.id}, coalesce(max(version), 0) + 1, cast(${at} as bigint), ${by}, ${JSON.stringify(fields)},
    ${reason ?? null}, cast(${restores ?? null} as integer), ${JSON.stringify(office)}
    from office_versions where office = ${office.id}`
  return sql`insert into office_versions (office, version, at, made_by, fields, reason, restores, body) ${next}`.compile(
    kysely,
  )
}

/** The versions of an office, newest first, those before one where that is named. */
export async function listVersions(
  { kysely }: Database,
  office: string,
  most: number,
  before?: number,
): Promise<readonly Version[]> {
  const rows = await kysely
    .selectFrom('office_versions')
    .select(['version', 'at', 'made_by', 'fields', 'reason', 'restores'])
    .where('office', '=', office)
    .$if(before !== undefined, q => q.where('version', '<', before!))
    .orderBy('version', 'desc')
    .limit(most)
    .execute()
  return rows.map(({ version, at, made_by: by, fields, reason, restores }) => ({
    ...{ version, at, by, reason, restores },
    fields: JSON.parse(fields) as string[],
  }))
}

/** The settings of one version as they were written; `undefined` where there is none. */
export async function versionBody({ kysely }: Database, office: string, version: number): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('office_versions')
    .select('body')
    .where('office', '=', office)
    .where('version', '=', version)
    .executeTakeFirst()
  return row?.body
}

/** Which of these services somebody has ever come for, booked or asked for in a draw, or has a file of. */
export async function usedServices(
  { kysely }: Database,
  office: string,
  ids: readonly string[],
): Promise<readonly string[]> {
  if (ids.length === 0) return []
  const found = await Promise.all(
    (['tickets', 'visits', 'draw_entries', 'applications'] as const).map(table =>
      kysely
        .selectFrom(table)
        .select('service_id')
        .distinct()
        .where('office', '=', office)
        .where('service_id', 'in', ids)
        .execute(),
    ),
  )
  const used = new Set(found.flat().map(r => r.service_id))
  return ids.filter(id => used.has(id))
}
