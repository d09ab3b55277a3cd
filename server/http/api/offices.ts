import { hallView, officeView } from '../../../shared/contracts/office-view.ts'
import { fieldsOf } from '../../../shared/office/structure/change.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { PhoneChannel } from '../../../shared/messages/message.ts'
import type { Ill } from '../../services/health/health.ts'
import type { Often } from '../../services/office/often.ts'
import type { Offices } from '../../services/office/offices.ts'
import type { Lag } from '../../services/queue/followers.ts'
import type { Effects } from '../../services/queue/touched.ts'
import { mount, type Door } from '../mount.ts'

/** What everybody may know of the offices, and the settings behind it. */
export function mountOffices(
  door: Door,
  deps: {
    offices: Offices
    often: Often
    demo: boolean
    /** By what name the staff know the provider of their accounts. */
    oidc: string | null
    channels: readonly PhoneChannel[]
    version: string
    database: string
    now: () => Instant
    effects: Effects
    followers: () => Promise<readonly Lag[]>
    /** What is wrong with the process now. */
    ills: () => Promise<readonly Ill[]>
    record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  },
): void {
  const { offices, demo } = deps
  mount(door, 'GET /api/health', async ({ c }) => {
    const wrong = [...(await deps.ills())]
    if (wrong.length > 0) c.status(503)
    // How far followers are is read from the database, which may be what is wrong.
    const followers = await deps.followers().catch(() => [])
    return {
      ok: wrong.length === 0,
      wrong,
      version: deps.version,
      now: deps.now(),
      demo,
      database: deps.database,
      followers: [...followers],
    }
  })
  mount(door, 'GET /api/offices', () => ({
    offices: offices.all().map(officeView),
    demo,
    now: deps.now(),
    oidc: deps.oidc,
    channels: [...deps.channels],
  }))
  mount(door, 'GET /api/offices/:office/hall', async ({ params }) => ({
    office: hallView(offices.get(params.office)),
    often: [...(await deps.often.of(params.office))],
    demo,
  }))
  mount(door, 'PATCH /api/offices/:office/settings', async a => {
    const { seen, foreseen, reason, ...change } = a.body
    const made = { by: a.by.slice('staff:'.length), reason }
    const { office, touched } = await deps.effects.save(a.params.office, change, seen, foreseen, made)
    const fields = [...fieldsOf(change).keys()]
    await deps.record(a.by, 'office.configure', { office: office.id, fields, ...(touched > 0 ? { touched } : {}) })
    return { office: officeView(office), touched }
  })
  mount(door, 'POST /api/offices/:office/settings/effects', ({ params, body: { seen, ...change } }) =>
    deps.effects.of(params.office, change, seen),
  )
}
