import type { Answer } from '../../../shared/contracts/api.ts'
import { ROLE_PERMISSIONS, ROLES, type OwnRole } from '../../../shared/office/permissions.ts'
import { changedRoles, mustBeSound } from '../../../shared/office/roles.ts'
import type { Database } from '../../store/open/database.ts'
import { roleHolders } from '../../store/people/role-holders.ts'
import type { Offices } from './offices.ts'

type RolesView = Answer<'GET /api/offices/:office/roles'>

/** The roles of an office, those of every office and its own. */
export interface Roles {
  view(office: string): Promise<RolesView>
  /** `holds` are the rights of whoever changes them; see `mustBeSound`. Throws `SETTINGS_CHANGED` as every change does. */
  change(
    office: string,
    roles: readonly OwnRole[],
    asked: { readonly seen: readonly OwnRole[]; readonly holds: ReadonlySet<string>; readonly who: string },
  ): Promise<RolesView>
}

export function createRoles(deps: {
  db: Database
  offices: Offices
  /** A turn among acts upon accounts. */
  inTurn: <T>(act: () => Promise<T>) => Promise<T>
  /** Ends every session of somebody whose rights have changed. */
  renew: (staffId: string) => Promise<void>
}): Roles {
  const { db, offices } = deps
  const rolesOf = (office: string) => offices.get(office).roles ?? []

  async function view(office: string): Promise<RolesView> {
    const people = counted(await roleHolders(db, office))
    return {
      built: ROLES.map(id => ({ id, permissions: ROLE_PERMISSIONS[id], people: people[id] ?? 0 })),
      own: rolesOf(office).map(role => ({ ...role, people: people[role.id] ?? 0 })),
    }
  }

  return {
    view,
    // Nobody is given a role between the look at who has it and its going.
    change: (office, roles, { seen, holds, who }) =>
      deps.inTurn(async () => {
        const holders = await roleHolders(db, office)
        mustBeSound(seen, roles, { holds, people: counted(holders) })
        // An office that has made none has no such setting yet.
        const saw = offices.get(office).roles === undefined && seen.length === 0 ? {} : { roles: seen }
        const detail = { roles: roles.map(({ id, permissions }) => ({ id, permissions })) }
        await offices.change(office, { roles }, saw, { who, what: 'office.roles', detail })
        const changed = changedRoles(seen, roles)
        const touched = new Set(holders.filter(h => changed.includes(h.role)).map(h => h.staffId))
        for (const staffId of touched) await deps.renew(staffId)
        return view(office)
      }),
  }
}

function counted(holders: readonly { readonly role: string }[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { role } of holders) counts[role] = (counts[role] ?? 0) + 1
  return counts
}
