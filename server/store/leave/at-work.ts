import type { Instant } from '../../../shared/kit/time.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import type { Database } from '../open/database.ts'

/** How somebody stands with whom a counter is: of which agency they are, their roles, and whether they are signed in. */
export interface AtWork {
  readonly agency: Scope
  /** None of whoever is switched off. */
  readonly roles: readonly string[]
  readonly signedIn: boolean
}

/** How these members of staff stand; signed in by a session that is neither over nor unused since an instant. */
export async function atWorkOf(
  { kysely }: Database,
  staffIds: readonly string[],
  { now, usedSince }: { readonly now: Instant; readonly usedSince: Instant },
): Promise<ReadonlyMap<string, AtWork>> {
  if (staffIds.length === 0) return new Map()
  const sessions = await kysely
    .selectFrom('sessions')
    .select('staff_id')
    .distinct()
    .where('staff_id', 'in', staffIds)
    .where('expires_at', '>', now)
    .where('seen_at', '>=', usedSince)
    .execute()
  const held = await kysely
    .selectFrom('staff')
    .leftJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select(['staff.id', 'agency', 'active', 'role'])
    .where('staff.id', 'in', staffIds)
    .execute()
  const signedIn = new Set(sessions.map(s => s.staff_id))
  const known = new Map<string, AtWork>()
  for (const { id, agency, active, role } of held) {
    const roles = [...(known.get(id)?.roles ?? []), ...(active === 1 && role !== null ? [role] : [])]
    known.set(id, { agency, roles, signedIn: signedIn.has(id) })
  }
  return known
}
