import type { Rosters } from '../../services/roster/roster.ts'
import { mount, type Door } from '../mount.ts'

/** The plan of the week, and who is away. */
export function mountRosters(door: Door, rosters: Rosters): void {
  mount(door, 'GET /api/offices/:office/roster/:week', a => rosters.week(a.params.office, a.params.week))
  mount(door, 'POST /api/offices/:office/roster/:week', a =>
    rosters.save(a.params.office, a.params.week, a.by, a.body.cells),
  )
  mount(door, 'GET /api/offices/:office/served', a => rosters.served(a.params.office))
  mount(door, 'POST /api/offices/:office/leaves', async a => ({
    leave: await rosters.addLeave(a.params.office, a.by, { id: a.key, ...a.body }),
  }))
  mount(door, 'POST /api/offices/:office/leaves/:leave/remove', async a => {
    await rosters.removeLeave(a.params.office, a.by, a.params.leave)
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/roster', a => rosters.own(a.caller.staff!.officeId, a.caller.staff!.id))
}
