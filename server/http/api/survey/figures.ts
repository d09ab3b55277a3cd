import type { FiguresOfPeriods } from '../../../services/figures/figures.ts'
import { mount, type Door } from '../../mount.ts'

/** All figures of a closed period. */
export function mountPeriodFigures(door: Door, figures: FiguresOfPeriods): void {
  mount(door, 'GET /api/offices/:office/period-figures', a => figures.of(a.params.office, a.query.period, a.scope))
}
