import type { Readings } from '../../../services/oversight/readings.ts'
import type { Evidences } from '../../../services/proof/evidences.ts'
import type { Clocks } from '../../../services/proof/clocks.ts'
import type { TeamRecords } from '../../../services/proof/team-records.ts'
import type { Ctx } from '../../context.ts'
import { mount, type Door } from '../../mount.ts'

/** Own visits and their clock, and who read the own record. */
export function mountProof(
  door: Door,
  deps: {
    readonly clocks: Clocks
    readonly readings: Readings
    readonly evidences: Evidences
    readonly records: Pick<TeamRecords, 'readersOf'>
    readonly originOf: (c: Ctx) => string
  },
): void {
  const { clocks, readings, evidences, records, originOf } = deps
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
  mount(door, 'GET /api/me/readings', async a => {
    const me = a.caller.staff!
    const [told, { people, unit }] = await Promise.all([readings.of(me.id), records.readersOf(me)])
    return { readings: [...told], people: [...people], unit }
  })
  mount(door, 'GET /api/me/evidence/:period', async a => {
    const { evidence, journal, versions } = await evidences.of(a.caller.staff!, a.params.period)
    return { evidence, journal, versions: [...versions] }
  })
  mount(door, 'POST /api/me/evidence/:period/version', async a => ({
    version: await evidences.prove(a.caller.staff!, a.params.period),
  }))
  mount(door, 'POST /api/me/skp/:year', async a => {
    await evidences.setSkp(a.caller.staff!, a.params.year, a.body.line)
    return { ok: true as const }
  })
  mount(door, 'POST /api/me/evidence/:period/file', a =>
    evidences.file(a.caller.staff!, { ...a.params, ...a.body }, code => `${originOf(a.c)}/periksa/${code}`),
  )
}
