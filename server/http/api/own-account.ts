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
}

/** The own account of whoever is signed in. */
export function mountOwnAccount(door: Door, deps: OwnAccountDoor): void {
  const { staff, own } = deps

  /** Who proves the present password is guessed at like whoever signs in, and takes nothing from the sign-in. */
  function proving<T>(caller: Caller, c: Ctx, check: () => Promise<T>): Promise<T> {
    const { id, username } = caller.staff!
    const network = networkOf(addressOf(c, deps.trustProxy))
    const browser = deps.identity.browserOf(c.req.header('cookie'), username)
    return deps.guesses.attempt({ network, crowd: crowdOf(network), username: `own:${id}`, browser }, check)
  }

  mount(door, 'GET /api/me/account', async a => {
    const { username, name, email, employeeNumber, passwordChangedAt, secondFactor } = await own.of(a.caller.staff!.id)
    return { username, name, email, employeeNumber, passwordChangedAt, secondFactor }
  })
  mount(door, 'POST /api/me/password', async a => {
    const owner = { id: a.caller.staff!.id, session: a.caller.session! }
    await proving(a.caller, a.c, () => own.changePassword(owner, a.body.present, a.body.password))
    return { ok: true as const }
  })
  mount(door, 'POST /api/me/second-factor', a => {
    const { id, owesSecond } = a.caller.staff!
    // Whoever has to set one up has just given the password.
    if (owesSecond) return own.offerSecond(id)
    return proving(a.caller, a.c, () => own.offerSecond(id, a.body.present ?? ''))
  })
  mount(door, 'POST /api/me/second-factor/confirm', async a => {
    const owner = { id: a.caller.staff!.id, session: a.caller.session! }
    const codes = await proving(a.caller, a.c, () => own.confirmSecond(owner, a.body.enrolment, a.body.code))
    return { codes }
  })
  mount(door, 'POST /api/me/second-factor/remove', async a => {
    const { id } = a.caller.staff!
    await proving(a.caller, a.c, () => own.removeSecond(id, a.body.present))
    return { ok: true as const }
  })
  mount(door, 'POST /api/me/recovery-codes', async a => {
    const { id } = a.caller.staff!
    const codes = await proving(a.caller, a.c, () => own.renewCodes(id, a.body.present))
    return { codes }
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
    await staff.endAll(a.caller.staff!.id, 'signedOut', { but: a.caller.session })
    return { ok: true as const }
  })
}
