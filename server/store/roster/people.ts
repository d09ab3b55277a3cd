import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Role } from '../../../shared/office/permissions.ts'
import type { Database } from '../open/database.ts'

/** Somebody of an office, also one who has left, with the roles. */
export interface StaffAtWork {
  readonly id: string
  readonly name: string
  readonly active: boolean
  readonly roles: readonly Role[]
  readonly agency: string | null
}

/** Everybody of an office, or of one agency of it, by name, also whoever has left. */
export async function staffWithRoles(
  { kysely }: Database,
  office: string,
  scope: string | null = null,
): Promise<readonly StaffAtWork[]> {
  const rows = await kysely
    .selectFrom('staff')
    .leftJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select(['staff.id', 'staff.name', 'staff.active', 'staff.agency', 'staff_roles.role'])
    .where('staff.office', '=', office)
    .$if(scope !== null, q => q.where('staff.agency', '=', scope))
    .orderBy('staff.name')
    .orderBy('staff.id')
    .execute()
  const people = new Map<string, StaffAtWork & { roles: Role[] }>()
  for (const { id, name, active, agency, role } of rows) {
    const known = people.get(id) ?? { id, name, active: active === 1, agency, roles: [] }
    if (role !== null) known.roles.push(role as Role)
    people.set(id, known)
  }
  return [...people.values()]
}

/** Which services each has served since a date. */
export async function servedSince(
  { kysely }: Database,
  office: string,
  since: LocalDate,
): Promise<readonly { readonly staffId: string; readonly services: readonly string[] }[]> {
  const rows = await kysely
    .selectFrom('visits')
    .select(['officer_id', 'service_id'])
    .distinct()
    .where('office', '=', office)
    .where('date', '>=', since)
    .orderBy('officer_id')
    .orderBy('service_id')
    .execute()
  const served = new Map<string, string[]>()
  for (const { officer_id, service_id } of rows) served.set(officer_id, [...(served.get(officer_id) ?? []), service_id])
  return [...served].map(([staffId, services]) => ({ staffId, services }))
}
