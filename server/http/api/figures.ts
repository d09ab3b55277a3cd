import type { Figures } from '../../services/officer/figures.ts'
import { mount, type Door } from '../mount.ts'

/** Figures of the unit's work, and the own record of whoever asks. */
export function mountFigures(door: Door, figures: Figures): void {
  mount(door, 'GET /api/offices/:office/figures', a => figures.unit(a.params.office, a.query))
  // The right asks for a member of staff, so there is one.
  mount(door, 'GET /api/me/record', a => figures.own(a.caller.staff!, a.query))
}
