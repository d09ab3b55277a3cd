import type { Scope } from '../../../shared/office/scope.ts'
import type { Rosters } from '../../services/roster/roster.ts'
import { mount, type Door } from '../mount.ts'

/** The plan of the week, and who is away. */
export function mountRosters(door: Door, rosters: Rosters): void {
  const placeOf = ({ params, scope }: { params: { readonly office: string }; scope: Scope }) => ({
    office: params.office,
    scope,
  })
  mount(door, 'GET /api/offices/:office/roster/:week', a => rosters.week(placeOf(a), a.params.week))
  mount(door, 'POST /api/offices/:office/roster/:week', a =>
    rosters.save(placeOf(a), a.params.week, a.by, a.body.cells),
  )
  mount(door, 'GET /api/offices/:office/served', a => rosters.served(placeOf(a)))
  mount(door, 'POST /api/offices/:office/leaves', async a => ({
    leave: await rosters.addLeave(placeOf(a), a.by, { id: a.key, ...a.body }),
  }))
  mount(door, 'POST /api/offices/:office/leaves/:leave/remove', async a => {
    await rosters.removeLeave(placeOf(a), a.by, a.params.leave)
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/roster', a => {
    const { id, officeId } = a.caller.staff!
    return rosters.own(officeId, id)
  })
}
