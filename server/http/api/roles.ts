import type { Roles } from '../../services/office/roles.ts'
import { mount, type Door } from '../mount.ts'

/** The roles of an office; what changes in them is on record. */
export function mountRoles(
  door: Door,
  roles: Roles,
  record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>,
): void {
  mount(door, 'GET /api/offices/:office/roles', a => roles.view(a.params.office))
  mount(door, 'POST /api/offices/:office/roles', async a => {
    const { office } = a.params
    const { roles: wanted, seen } = a.body
    // The right asks for a member of staff, so there is one.
    const { id: by, permissions: holds } = a.caller.staff!
    const view = await roles.change(office, wanted, { seen, holds, by })
    await record(a.by, 'office.roles', { office, roles: wanted.map(({ id, permissions }) => ({ id, permissions })) })
    return view
  })
}
