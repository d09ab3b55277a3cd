import type { LateOutages } from '../../../services/score/late-outages.ts'
import { mount, type Door } from '../../mount.ts'

/** Outages that are marked after their day, agreed to by a second person, and taken back. */
export function mountOutages(door: Door, outages: Omit<LateOutages, 'pass'>): void {
  const ok = { ok: true as const }

  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/offices/:office/late-outages', async a => {
    const told = await outages.of(a.caller.staff!, a.params.office)
    return { outages: told.map(one => ({ ...one, acts: [...one.acts] })) }
  })
  mount(door, 'POST /api/offices/:office/late-outages', async a => {
    await outages.mark(a.caller.staff!, a.params.office, a.body, a.key)
    return ok
  })
  mount(door, 'POST /api/offices/:office/late-outages/meant', async a => {
    const { parts, ratings } = await outages.meant(a.params.office, a.body)
    return { parts: [...parts], ratings }
  })
  mount(door, 'POST /api/offices/:office/late-outages/:outage/agree', async a => {
    await outages.agree(a.caller.staff!, a.params.office, a.params.outage)
    return ok
  })
  mount(door, 'POST /api/offices/:office/late-outages/:outage/take-back', async a => {
    await outages.takeBack(a.caller.staff!, a.params.office, a.params.outage)
    return ok
  })
  mount(door, 'POST /api/offices/:office/late-outages/:outage/keep', async a => {
    await outages.keep(a.caller.staff!, a.params.office, a.params.outage, a.body.words)
    return ok
  })
  mount(door, 'POST /api/me/late-outages/:outage/object', async a => {
    const staff = a.caller.staff!
    await outages.object(staff, staff.officeId, a.params.outage, a.body.words)
    return ok
  })
}
