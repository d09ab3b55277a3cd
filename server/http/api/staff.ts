import type { Reply } from '../../../shared/contracts/api.ts'
import type { Caller, Staff } from '../../services/identity/access.ts'
import { crowdOf, networkOf } from '../../services/gate/network.ts'
import type { Guess, Guesses } from '../../services/identity/guesses.ts'
import type { Begun } from '../../services/identity/sessions.ts'
import type { HalfWay, StaffService } from '../../services/identity/staff.ts'
import { addressOf, deviceOf, type Ctx } from '../context.ts'
import { mount, type Door } from '../mount.ts'
import { mountOidc, type OidcDoor } from './oidc.ts'

/** What signing in and out is made of. */
export interface StaffDoor extends OidcDoor {
  readonly staff: StaffService
  readonly guesses: Guesses
  /** The same for codes of a second factor. */
  readonly codeGuesses: Guesses
  /** Somebody has signed in with this request. */
  readonly signedIn: (office: string, c: Ctx) => Promise<void>
}

/** Signing in and out. */
export function mountStaff(door: Door, deps: StaffDoor): void {
  const { staff, identity } = deps

  /** Who tries, by name and by where from. */
  function guessOf(c: Ctx, username: string): Guess {
    const network = networkOf(addressOf(c, deps.trustProxy))
    const browser = identity.browserOf(c.req.header('cookie'), username)
    return { network, crowd: crowdOf(network), username, browser }
  }

  async function enter({ c, caller }: { c: Ctx; caller: Caller }, begun: Begun, guess: Guess) {
    if (caller.session) await staff.logout(caller.session)
    await deps.signedIn(begun.staff.officeId, c)
    const { session, seconds } = begun
    for (const cookie of [...identity.sessionCookies(session, seconds), ...identity.browserCookies(guess)])
      c.header('Set-Cookie', cookie, { append: true })
    return { staff: staffView(begun.staff) }
  }

  /** The session, where nothing more is asked for. */
  async function next(a: { c: Ctx; caller: Caller }, entered: Begun | HalfWay) {
    if ('session' in entered) return enter(a, entered, guessOf(a.c, entered.staff.username))
    a.c.header('Set-Cookie', identity.halfCookie(entered.half, entered.seconds), { append: true })
    return { next: 'code' as const }
  }

  mount(door, 'POST /api/login', async a => {
    const { username, password } = a.body
    const guess = guessOf(a.c, username)
    return next(a, await deps.guesses.attempt(guess, () => staff.login(username, password, deviceOf(a.c))))
  })
  mountOidc(door, deps, next)
  mount(door, 'POST /api/login/code', async a => {
    const half = identity.halfOf(a.c.req.header('cookie'))
    const { username } = await staff.halfWay(half)
    const guess = guessOf(a.c, username)
    const begun = await deps.codeGuesses.attempt(guess, () => staff.secondStep(half, a.body.code, deviceOf(a.c)))
    a.c.header('Set-Cookie', identity.halfCookie('', 0), { append: true })
    return enter(a, begun, guess)
  })
  mount(door, 'POST /api/logout', async a => {
    if (a.caller.session) await staff.logout(a.caller.session)
    for (const cookie of identity.noSessionCookies(a.caller)) a.c.header('Set-Cookie', cookie, { append: true })
    return { ok: true as const }
  })
  mount(door, 'GET /api/me', a => ({ staff: staffView(a.caller.staff!) }))
  mount(door, 'POST /api/me/office', async a => ({
    staff: staffView(await staff.moveTo(a.caller.session!, a.caller.staff!, a.body.office)),
  }))
}

function staffView(staff: Staff): Reply<'GET /api/me'>['staff'] {
  const { id, username, name, officeId, agency, owesSecond } = staff
  const [offices, roles, permissions] = [[...staff.offices], [...staff.roles], [...staff.permissions]]
  return { id, username, name, officeId, offices, agency, roles, owesSecond, permissions }
}
