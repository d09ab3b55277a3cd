import type { FiguresOfPeriods } from '../../../services/figures/figures.ts'
import { mount, type Door } from '../../mount.ts'

/** All figures of a closed period, as whoever asks is answered. */
export function mountPeriodFigures(door: Door, figuresFor: (who: string) => FiguresOfPeriods): void {
  mount(door, 'GET /api/offices/:office/period-figures', a =>
    figuresFor(a.by).of(a.params.office, a.query.period, a.scope),
  )
}
