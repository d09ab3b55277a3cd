import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { FirstStart } from '../../services/opening/first-start.ts'
import type { StaffService } from '../../services/identity/staff.ts'
import { deviceOf, type Ctx } from '../context.ts'
import type { Identity } from '../identity.ts'
import { mount, type Door } from '../mount.ts'

/** What the set-up page acts on while nobody administers the installation. */
export interface SetupDoor {
  readonly first: FirstStart
  readonly identity: Identity
  readonly now: () => Instant
  /** The address that people will type, as far as it is known. */
  readonly originOf: (c: Ctx) => string
  /** There is an administrator now: gives the staff of the office's own program, once that answers; only it knows the new office. */
  readonly opened: () => Promise<StaffService>
}

/** The way to the first administrator; without `deps` there is one already, and every link is over. */
export function mountSetup(door: Door, deps?: SetupDoor): void {
  mount(door, 'POST /api/setup/look', async a => {
    if (!deps) throw new AppError('SETUP_LINK')
    return { ...(await deps.first.look(a.body.link)), now: deps.now(), address: deps.originOf(a.c) }
  })
  mount(door, 'POST /api/setup/administrator', async a => {
    if (!deps) throw new AppError('SETUP_LINK')
    const { link, ...who } = a.body
    const { staffId, recoveryCodes } = await deps.first.create(link, who)
    const staff = await deps.opened()
    const { session, seconds } = await staff.enter(staffId, 'password+code', deviceOf(a.c))
    for (const cookie of [
      ...deps.identity.sessionCookies(session, seconds),
      ...deps.identity.browserCookies({ username: who.email, browser: undefined }),
    ])
      a.c.header('Set-Cookie', cookie, { append: true })
    return { recoveryCodes: [...recoveryCodes] }
  })
}
