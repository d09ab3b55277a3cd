import { AppError } from '../../../shared/kit/errors.ts'
import { HOUR } from '../../../shared/kit/time.ts'
import { crowdOf, networkOf } from '../../services/gate/network.ts'
import type { Caller } from '../../services/identity/access.ts'
import type { Guesses } from '../../services/identity/guesses.ts'
import type { OwnAccount } from '../../services/identity/own-account.ts'
import { ABSOLUTE, IDLE, sessionIdOf } from '../../services/identity/sessions.ts'
import type { StaffService } from '../../services/identity/staff.ts'
import { addressOf, type Ctx } from '../context.ts'
import type { Identity } from '../identity.ts'
import { mount, type Door } from '../mount.ts'

/** What the own account is made of. */
export interface OwnAccountDoor {
  readonly staff: StaffService
  readonly own: OwnAccount
  readonly identity: Identity
  readonly guesses: Guesses
  readonly trustProxy: boolean
  readonly record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
}

/** The own account of whoever is signed in. */
export function mountOwnAccount(door: Door, deps: OwnAccountDoor): void {
  const { staff, own, record } = deps

  /** Who proves the present password is guessed at like whoever signs in, and takes nothing from the sign-in. */
  function proving<T>(caller: Caller, c: Ctx, check: () => Promise<T>): Promise<T> {
    const { id, username } = caller.staff!
    const network = networkOf(addressOf(c, deps.trustProxy))
    const browser = deps.identity.browserOf(c.req.header('cookie'), username)
    return deps.guesses.attempt({ network, crowd: crowdOf(network), username: `own:${id}`, browser }, check)
  }

  mount(door, 'GET /api/me/account', async a => {
    const { username, name, email, employeeNumber, passwordChangedAt } = await own.of(a.caller.staff!.id)
    return { username, name, email, employeeNumber, passwordChangedAt }
  })
  mount(door, 'POST /api/me/password', async a => {
    const owner = { id: a.caller.staff!.id, session: a.caller.session! }
    await proving(a.caller, a.c, () => own.changePassword(owner, a.body.present, a.body.password))
    await record(a.by, 'account.password', { staff: owner.id })
    return { ok: true as const }
  })
  mount(door, 'GET /api/me/sessions', async a => {
    const mine = sessionIdOf(a.caller.session!)
    const sessions = (await staff.of(a.caller.staff!.id)).map(one => ({ ...one, own: one.id === mine }))
    return { sessions, idleHours: IDLE / HOUR, mostHours: ABSOLUTE / HOUR }
  })
  mount(door, 'POST /api/me/sessions/:session/end', async a => {
    if (!(await staff.endOne(a.caller.staff!.id, a.params.session, 'signedOut'))) throw new AppError('NOT_FOUND')
    return { ok: true as const }
  })
  mount(door, 'POST /api/me/sessions/end-others', async a => {
    await staff.endAll(a.caller.staff!.id, 'signedOut', a.caller.session)
    return { ok: true as const }
  })
}
