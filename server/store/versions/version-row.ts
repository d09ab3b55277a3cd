import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import type { Database } from '../open/database.ts'

/** The next version of an office, to be written with the office itself; where another one comes between, neither is written. */
export async function versionRow(
  { kysely }: Pick<Database, 'kysely'>,
  of: {
    readonly office: OfficeInfo
    readonly at: Instant
    readonly by: string
    readonly fields: readonly string[]
    readonly reason: string | null
  },
): Promise<CompiledQuery> {
  const last = await kysely
    .selectFrom('office_versions')
    .select('version')
    .where('office', '=', of.office.id)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return kysely
    .insertInto('office_versions')
    .values({
      office: of.office.id,
      version: (last?.version ?? 0) + 1,
      at: of.at,
      made_by: of.by,
      fields: JSON.stringify(of.fields),
      reason: of.reason,
      restores: null,
      body: JSON.stringify(of.office),
    })
    .compile()
}
