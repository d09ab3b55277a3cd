import type { IncomingMessage, Server } from 'node:http'
import { addressOfRequest } from '../http/context.ts'
import { fullHouse } from '../http/pages/full-house.ts'
import type { Caller } from '../services/identity/access.ts'
import { networkOf } from '../services/gate/network.ts'
import { createKnown } from '../turnstile/known.ts'
import { installTurnstile } from '../turnstile/turnstile.ts'
import type { Ground } from './ground.ts'
import type { composeIdentity } from './identity.ts'

const SIGN_IN = /^\/api\/login(\/code|\/oidc(\/begin)?)?$/

/** Who goes first: the desk, known by what the identity proves, and guests in turn. */
export function composeTurnstile(
  { config, turns }: Ground,
  { staff, devices, callerOf, knowsBrowser }: ReturnType<typeof composeIdentity>,
) {
  const known = createKnown(() => performance.now())
  staff.onEnded(known.forget)
  devices.onRevoked(known.forget)
  const addressOf = (req: IncomingMessage) => networkOf(addressOfRequest(req, config.trustProxy))
  const signsIn = (req: IncomingMessage) =>
    req.method === 'POST' && SIGN_IN.test(req.url ?? '') && knowsBrowser(req.headers.cookie)
  return {
    addressOf,
    knowsBrowser,
    /** The identity's own, which the turnstile hears. */
    async callerOf(cookies: string | undefined): Promise<Caller> {
      const caller = await callerOf(cookies)
      known.learn(cookies, caller.staff !== undefined || caller.devices.length > 0)
      return caller
    },
    install: (server: Server) => installTurnstile(server, { turns, known, signsIn, addressOf, fullHouse }),
  }
}

export type Guarded = ReturnType<typeof composeTurnstile>
