import type { Reply } from '../../../shared/contracts/api.ts'
import type { Staff } from '../../services/identity/access.ts'
import type { StaffService } from '../../services/identity/staff.ts'
import { addressOf, type Ctx } from '../context.ts'
import type { Identity } from '../identity.ts'
import type { Limits } from '../limits.ts'
import { mount, type Door } from '../mount.ts'
import { AppError } from '../../../shared/kit/errors.ts'

/** What signing in and out is made of. */
export interface StaffDoor {
  readonly staff: StaffService
  readonly identity: Identity
  readonly limits: Limits
  readonly trustProxy: boolean
  /** Somebody has signed in with this request. */
  readonly signedIn: (office: string, c: Ctx) => Promise<void>
}

/** Signing in and out. */
export function mountStaff(door: Door, deps: StaffDoor): void {
  mount(door, 'POST /api/login', async a => {
    const { username, password } = a.body
    const address = addressOf(a.c, deps.trustProxy)
    await deps.limits.mayTry(address, username)
    try {
      const { session, staff, seconds } = await deps.staff.login(username, password)
      await deps.limits.rightPassword(address, username)
      if (a.caller.session) await deps.staff.logout(a.caller.session)
      await deps.signedIn(staff.officeId, a.c)
      for (const cookie of deps.identity.sessionCookies(session, seconds))
        a.c.header('Set-Cookie', cookie, { append: true })
      return { staff: staffView(staff) }
    } catch (error) {
      if (error instanceof AppError && error.code === 'WRONG_PASSWORD')
        await deps.limits.wrongPassword(address, username)
      throw error
    }
  })
  mount(door, 'POST /api/logout', async a => {
    if (a.caller.session) await deps.staff.logout(a.caller.session)
    for (const cookie of deps.identity.noSessionCookies(a.caller)) a.c.header('Set-Cookie', cookie, { append: true })
    return { ok: true as const }
  })
  mount(door, 'GET /api/me', a => ({ staff: staffView(a.caller.staff!) }))
}

function staffView(staff: Staff): Reply<'GET /api/me'>['staff'] {
  const { id, username, name, officeId, roles, permissions } = staff
  return { id, username, name, officeId, roles: [...roles], permissions: [...permissions] }
}
