import type { Database } from '../open/database.ts'

/** Who of an office has which role; also those who are not active, for they may come back. */
export async function roleHolders(
  { kysely }: Database,
  office: string,
): Promise<readonly { readonly staffId: string; readonly role: string }[]> {
  return kysely
    .selectFrom('staff_roles')
    .innerJoin('staff', 'staff.id', 'staff_roles.staff_id')
    .select(['staff.id as staffId', 'staff_roles.role as role'])
    .where('staff.office', '=', office)
    .execute()
}
