import type { Complaints } from '../../../services/loop/complaints.ts'
import type { Plans } from '../../../services/loop/plans.ts'
import { mount, type Door } from '../../mount.ts'

/** Complaints after a low rating, for those who handle them, and plans of what is done about a period. */
export function mountLoop(
  door: Door,
  { complaints, plans }: { readonly complaints: Complaints; readonly plans: Plans },
): void {
  mount(door, 'GET /api/offices/:office/complaints', async a => ({
    complaints: await complaints.list(a.params.office, a.scope),
    owners: await complaints.owners(a.params.office, a.scope),
  }))
  mount(door, 'POST /api/offices/:office/complaints/:complaint', async a => {
    const { office, complaint } = a.params
    await complaints.act({ by: a.by, scope: a.scope }, office, complaint, a.body.act, a.body.steps)
    return { ok: true as const }
  })
  mount(door, 'GET /api/offices/:office/plans/:period', a => plans.of(a.params.office, a.params.period))
  mount(door, 'POST /api/offices/:office/plans/:period', async a => ({
    // The right asks for a member of staff, so there is one.
    version: await plans.save(
      { id: a.caller.staff!.id, by: a.by },
      a.params.office,
      a.params.period,
      a.body.plan,
      a.body.version,
    ),
  }))
}
