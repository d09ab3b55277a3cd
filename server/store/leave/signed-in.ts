import type { Instant } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'

/** Which of these members of staff have a session that is neither over nor unused since an instant. */
export async function signedInOf(
  { kysely }: Database,
  staffIds: readonly string[],
  { now, usedSince }: { readonly now: Instant; readonly usedSince: Instant },
): Promise<ReadonlySet<string>> {
  if (staffIds.length === 0) return new Set()
  const rows = await kysely
    .selectFrom('sessions')
    .select('staff_id')
    .distinct()
    .where('staff_id', 'in', staffIds)
    .where('expires_at', '>', now)
    .where('seen_at', '>=', usedSince)
    .execute()
  return new Set(rows.map(r => r.staff_id))
}
