import type { DayReports } from '../../services/officer/day-reports.ts'
import type { Figures } from '../../services/officer/figures.ts'
import type { MissingPapers } from '../../services/officer/missing-papers.ts'
import { mount, type Door } from '../mount.ts'

/** Figures of the unit's work, and the own record of whoever asks. */
export function mountFigures(
  door: Door,
  figures: Figures,
  missing: MissingPapers,
  reports: DayReports,
  /** How many wait for a service now. Throws `NOT_FOUND`. */
  waiting: (office: string, service: string) => Promise<number>,
): void {
  // Where a right is asked for that only staff have, there is a member of staff.
  mount(door, 'GET /api/offices/:office/days/:date', a =>
    reports.of(a.params.office, a.params.date, a.caller.staff!.permissions.has('unit.read'), a.scope),
  )
  mount(door, 'GET /api/offices/:office/figures', a => figures.unit(a.params.office, a.query, a.scope))
  mount(door, 'GET /api/offices/:office/missing-papers', async a => ({
    papers: [...(await missing.unit(a.params.office, a.query, a.scope))],
  }))
  mount(door, 'GET /api/offices/:office/services/:service/standing', async ({ params, scope }) => {
    const [waits, { month, shares }] = await Promise.all([
      waiting(params.office, params.service),
      missing.ofService(params.office, params.service, scope),
    ])
    return { waiting: waits, month, missing: [...shares] }
  })
  mount(door, 'GET /api/me/record', a => figures.own(a.caller.staff!, a.query))
}
