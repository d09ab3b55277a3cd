import { permissionsOf, type OwnRole } from '../../../shared/office/permissions.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import type { Database } from '../../store/open/database.ts'
import { rolesAtWork } from '../../store/record/team.ts'

/** Who of an office may stand in for somebody of an agency: whoever has the right to a team, of that agency or of the whole office. */
export async function mayStandIn(
  db: Database,
  { id: office, roles: own }: { readonly id: string; readonly roles?: readonly OwnRole[] | undefined },
  agency: Scope,
): Promise<ReadonlySet<string>> {
  const all = await rolesAtWork(db, office)
  const fit = all.filter(s => s.agency === null || s.agency === agency)
  return new Set(fit.filter(s => permissionsOf(s.roles, own).has('team.lead')).map(s => s.id))
}
