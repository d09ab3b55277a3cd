import type { Integrity } from '../../../services/integrity/integrity.ts'
import { mount, type Door } from '../../mount.ts'

/** What should be looked at in the answers of closed months, and what is decided about it. */
export function mountIntegrity(door: Door, { integrity }: { readonly integrity: Integrity }): void {
  mount(door, 'GET /api/offices/:office/integrity', a => integrity.view(a.params.office, a.query.month))
  mount(door, 'POST /api/offices/:office/integrity/:month', async a => {
    // The right asks for a member of staff, so there is one.
    await integrity.decide({ id: a.caller.staff!.id, by: a.by }, a.params.office, a.params.month, a.body)
    return { ok: true as const }
  })
}
