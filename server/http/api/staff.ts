import type { Reply } from '../../../shared/contracts/api.ts'
import type { Staff } from '../../services/identity/access.ts'
import { crowdOf, networkOf } from '../../services/gate/network.ts'
import { browserName } from '../../services/identity/browser-name.ts'
import type { Guesses } from '../../services/identity/guesses.ts'
import type { StaffService } from '../../services/identity/staff.ts'
import { addressOf, type Ctx } from '../context.ts'
import type { Identity } from '../identity.ts'
import { mount, type Door } from '../mount.ts'

/** What signing in and out is made of. */
export interface StaffDoor {
  readonly staff: StaffService
  readonly identity: Identity
  readonly guesses: Guesses
  readonly trustProxy: boolean
  /** Somebody has signed in with this request. */
  readonly signedIn: (office: string, c: Ctx) => Promise<void>
}

/** Signing in and out. */
export function mountStaff(door: Door, deps: StaffDoor): void {
  mount(door, 'POST /api/login', async a => {
    const { username, password } = a.body
    const cookies = a.c.req.header('cookie')
    const network = networkOf(addressOf(a.c, deps.trustProxy))
    const guess = {
      network,
      crowd: crowdOf(network),
      username,
      browser: deps.identity.browserOf(cookies, username),
    }
    const { session, staff, seconds } = await deps.guesses.attempt(guess, () =>
      deps.staff.login(username, password, browserName(a.c.req.header('user-agent'))),
    )
    if (a.caller.session) await deps.staff.logout(a.caller.session)
    await deps.signedIn(staff.officeId, a.c)
    const given = [...deps.identity.sessionCookies(session, seconds), ...deps.identity.browserCookies(guess)]
    for (const cookie of given) a.c.header('Set-Cookie', cookie, { append: true })
    return { staff: staffView(staff) }
  })
  mount(door, 'POST /api/logout', async a => {
    if (a.caller.session) await deps.staff.logout(a.caller.session)
    for (const cookie of deps.identity.noSessionCookies(a.caller)) a.c.header('Set-Cookie', cookie, { append: true })
    return { ok: true as const }
  })
  mount(door, 'GET /api/me', a => ({ staff: staffView(a.caller.staff!) }))
}

function staffView(staff: Staff): Reply<'GET /api/me'>['staff'] {
  const { id, username, name, officeId, roles, owesSecond, permissions } = staff
  return { id, username, name, officeId, roles: [...roles], owesSecond, permissions: [...permissions] }
}
