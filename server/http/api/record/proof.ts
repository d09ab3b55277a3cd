import type { Readings } from '../../../services/oversight/readings.ts'
import type { Clocks } from '../../../services/proof/clocks.ts'
import { mount, type Door } from '../../mount.ts'

/** Own visits and their clock, and who read the own record. */
export function mountProof(door: Door, deps: { readonly clocks: Clocks; readonly readings: Readings }): void {
  const { clocks, readings } = deps
  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/visits', async a => {
    const { visits, until } = await clocks.own(a.caller.staff!, a.query.date)
    return { visits: [...visits], until }
  })
  mount(door, 'POST /api/me/visits/:date/:seq/clock', async a => ({
    mark: await clocks.mark(a.caller.staff!, a.params, a.body.reason, a.key),
  }))
  mount(door, 'POST /api/me/clock-marks/:mark/take-back', async a => {
    await clocks.takeBack(a.caller.staff!, a.params.mark)
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/readings', async a => ({ readings: [...(await readings.of(a.caller.staff!.id))] }))
}
