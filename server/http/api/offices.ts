import { officeView } from '../../../shared/contracts/office-view.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Lag } from '../../services/queue/followers.ts'
import { mount, type Door } from '../mount.ts'

/** What everybody may know of the offices, and the settings behind it. */
export function mountOffices(
  door: Door,
  deps: {
    offices: Offices
    demo: boolean
    version: string
    database: string
    now: () => Instant
    /** Called after the settings of an office were changed. */
    changed: (office: string) => Promise<void>
    followers: () => Promise<readonly Lag[]>
    record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  },
): void {
  const { offices, demo } = deps
  mount(door, 'GET /api/health', async () => ({
    ok: true,
    version: deps.version,
    now: deps.now(),
    demo,
    database: deps.database,
    followers: [...(await deps.followers())],
  }))
  mount(door, 'GET /api/offices', () => ({ offices: offices.all().map(officeView), demo }))
  mount(door, 'PATCH /api/offices/:office/settings', async a => {
    const { seen, ...change } = a.body
    const office = await offices.change(a.params.office, change, seen)
    await deps.changed(office.id)
    await deps.record(a.by, 'office.configure', { office: office.id, ...change })
    return { office: officeView(office) }
  })
}
