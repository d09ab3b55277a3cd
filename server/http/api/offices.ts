import { compress } from 'hono/compress'
import { hallView, officeView, outside } from '../../../shared/contracts/office-view.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { fieldsOf, type OfficeChange } from '../../../shared/office/structure/change.ts'
import { beyond } from '../../../shared/office/structure/own-part.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { PhoneChannel } from '../../../shared/messages/message.ts'
import type { InHall } from '../../../shared/survey/publication/publication.ts'
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
    /** What the hall screen shows of what the office published last. */
    inHall: (office: string) => Promise<InHall | null>
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
  },
): void {
  const { offices, demo } = deps
  /** Throws `FORBIDDEN` for what only the whole hall may change. */
  const mustBeOwn = (office: string, scope: Scope, change: OfficeChange) => {
    const field = beyond(offices.get(office), scope, change)
    if (field !== undefined) throw new AppError('FORBIDDEN', { field })
  }
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
    offices: offices.all().map(({ id, name, city, zone, openedAt }) => ({ id, name, city, zone, openedAt })),
    demo,
    now: deps.now(),
    oidc: deps.oidc,
    channels: [...deps.channels],
  }))
  mount(door, 'GET /api/offices/:office', ({ params, caller }) => {
    const office = offices.get(params.office)
    const setsUp = caller.staff?.officeId === office.id && caller.staff.permissions.has('office.configure')
    return { office: officeView(setsUp ? office : outside(office)) }
  })
  // The same for everybody at work, nothing of it secret, and several times smaller: the first thing that an officer's phone waits for.
  door.app.use('/api/offices/:office/hall', compress())
  mount(door, 'GET /api/offices/:office/hall', async ({ params }) => ({
    office: hallView(offices.get(params.office)),
    often: [...(await deps.often.of(params.office))],
    published: await deps.inHall(params.office),
    demo,
  }))
  mount(door, 'PATCH /api/offices/:office/settings', async a => {
    const { seen, foreseen, reason, ...change } = a.body
    mustBeOwn(a.params.office, a.scope, change)
    const act = { who: a.by, what: 'office.configure', detail: { fields: [...fieldsOf(change).keys()] }, reason }
    const { office, touched } = await deps.effects.save(a.params.office, change, seen, foreseen, act)
    return { office: officeView(office), touched }
  })
  mount(door, 'POST /api/offices/:office/settings/effects', ({ params, scope, body: { seen, ...change } }) => {
    mustBeOwn(params.office, scope, change)
    return deps.effects.of(params.office, change, seen)
  })
}
