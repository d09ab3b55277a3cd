import { permissionsOf, type OwnRole, type Permission } from '../../../shared/office/permissions.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import type { Database } from '../../store/open/database.ts'
import { rolesAtWork } from '../../store/record/team.ts'

/** An office with the roles that it made for itself. */
interface Of {
  readonly id: string
  readonly roles?: readonly OwnRole[] | undefined
}

/** Who of an office may stand in for somebody of an agency: whoever has the right to a team, of that agency or of the whole office. */
export async function mayStandIn(db: Database, office: Of, agency: Scope): Promise<ReadonlySet<string>> {
  return holding(db, office, 'team.lead', s => s.agency === null || s.agency === agency)
}

/** Who of the whole office has a right, of those at work. */
export async function holdersOf(db: Database, office: Of, right: Permission): Promise<ReadonlySet<string>> {
  return holding(db, office, right, s => s.agency === null)
}

/** Whoever is at work and may lead, of whatever agency: nobody else can act on what waits. */
export async function whoMayLead(db: Database, office: Of): Promise<ReadonlySet<string>> {
  return holding(db, office, 'team.lead', () => true)
}

async function holding(
  db: Database,
  { id, roles: own }: Of,
  right: Permission,
  fits: (s: { readonly agency: Scope }) => boolean,
): Promise<ReadonlySet<string>> {
  const all = (await rolesAtWork(db, id)).filter(fits)
  return new Set(all.filter(s => permissionsOf(s.roles, own).has(right)).map(s => s.id))
}
