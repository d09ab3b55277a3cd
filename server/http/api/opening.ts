import type { Opening } from '../../services/opening/opening.ts'
import type { Offices } from '../../services/office/offices.ts'
import { mount, type Door } from '../mount.ts'

/** The check before an office opens, and the opening. */
export function mountOpening(door: Door, { opening, offices }: { opening: Opening; offices: Offices }): void {
  mount(door, 'GET /api/offices/:office/opening', async ({ params }) => ({
    openedAt: offices.get(params.office).openedAt,
    findings: await opening.check(params.office),
  }))
  mount(door, 'POST /api/offices/:office/opening', async ({ params, by }) => ({
    openedAt: await opening.open(params.office, by),
  }))
}
