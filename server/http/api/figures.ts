import type { DayReports } from '../../services/officer/day-reports.ts'
import type { Figures } from '../../services/officer/figures.ts'
import type { MissingPapers } from '../../services/officer/missing-papers.ts'
import { mount, type Door } from '../mount.ts'

/** Figures of the unit's work, and the own record of whoever asks. */
export function mountFigures(door: Door, figures: Figures, missing: MissingPapers, reports: DayReports): void {
  mount(door, 'GET /api/offices/:office/days/:date', a => reports.of(a.params.office, a.params.date))
  mount(door, 'GET /api/offices/:office/figures', a => figures.unit(a.params.office, a.query))
  mount(door, 'GET /api/offices/:office/missing-papers', async a => ({
    papers: [...(await missing.unit(a.params.office, a.query))],
  }))
  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/record', a => figures.own(a.caller.staff!, a.query))
}
