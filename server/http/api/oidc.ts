import type { Answer } from '../../../shared/contracts/api.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { networkOf } from '../../services/gate/network.ts'
import type { Oidc } from '../../services/identity/oidc/oidc.ts'
import type { Tries } from '../../services/identity/oidc/tries.ts'
import type { Begun } from '../../services/identity/sessions.ts'
import type { HalfWay } from '../../services/identity/staff.ts'
import { addressOf, deviceOf, type Ctx } from '../context.ts'
import type { Identity } from '../identity.ts'
import { mount, type Asked, type Door } from '../mount.ts'

/** The page to which the provider sends every browser back: our own, always the same. */
export const RETURN_PATH = '/console/oidc'

/** What signing in at the provider of the staff's accounts is made of. */
export interface OidcDoor {
  /** None where the installation has no provider. */
  readonly oidc: Oidc | undefined
  readonly tries: Tries
  readonly identity: Identity
  readonly trustProxy: boolean
  /** The address that people type, as far as it is known. */
  readonly originOf: (c: Ctx) => string
}

/** Who proved who they are gets the session, or the second step is asked for. */
type Enter = (
  a: Pick<Asked<'POST /api/login/oidc'>, 'c' | 'caller'>,
  entered: Begun | HalfWay,
) => Promise<Answer<'POST /api/login/oidc'>>

/** Signing in with an account of the provider: out to it, and back with what it gave the browser. */
export function mountOidc(door: Door, deps: OidcDoor, enter: Enter): void {
  const { identity } = deps

  function used(): Oidc {
    if (!deps.oidc) throw new AppError('NOT_FOUND')
    return deps.oidc
  }

  const tried = <T>(c: Ctx, act: () => Promise<T>): Promise<T> => {
    const network = networkOf(addressOf(c, deps.trustProxy))
    return deps.tries.attempt({ network, known: identity.knowsBrowser(c.req.header('cookie')) }, act)
  }

  function pageAt(c: Ctx, search = ''): URL {
    const origin = deps.originOf(c)
    if (origin === '') throw new AppError('HOST_UNKNOWN')
    return new URL(RETURN_PATH + search, origin)
  }

  mount(door, 'POST /api/login/oidc/begin', async ({ c }) => {
    const oidc = used()
    const { address, attempt, seconds } = await tried(c, () => oidc.begin(pageAt(c)))
    c.header('Set-Cookie', identity.attemptCookie(attempt, seconds), { append: true })
    return { address: address.href }
  })
  mount(door, 'POST /api/login/oidc', async a => {
    const oidc = used()
    const attempt = identity.attemptOf(a.c.req.header('cookie'))
    // One use, however it ends.
    a.c.header('Set-Cookie', identity.attemptCookie('', 0), { append: true })
    const returned = pageAt(a.c, a.body.returned)
    return enter(a, await tried(a.c, () => oidc.finish(returned, attempt, deviceOf(a.c))))
  })
}
