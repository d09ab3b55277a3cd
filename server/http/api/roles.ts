import type { Roles } from '../../services/office/roles.ts'
import { mount, type Door } from '../mount.ts'

/** The roles of an office; what changes in them is on record. */
export function mountRoles(door: Door, roles: Roles): void {
  mount(door, 'GET /api/offices/:office/roles', a => roles.view(a.params.office))
  mount(door, 'POST /api/offices/:office/roles', ({ params, body, caller, by }) =>
    // The right asks for a member of staff, so there is one.
    roles.change(params.office, body.roles, { seen: body.seen, holds: caller.staff!.permissions, who: by }),
  )
}
