import { generateKeyPairSync } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import Provider from 'oidc-provider'

export const CLIENT = { id: 'tanggap', secret: 'rahasia-contoh-tanggap-0123456789' }

/** Somebody with an account at the provider. */
export interface AtProvider {
  readonly name?: string
  readonly email?: string
  readonly email_verified?: boolean
  readonly employee_number?: string
}

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const jwks = { keys: [{ ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256', kid: 'contoh' }] }

interface Asked {
  readonly oidc: {
    readonly session: { readonly accountId: string; grantIdFor(client: string): string | undefined }
    readonly client: { readonly clientId: string }
    readonly provider: {
      readonly Grant: {
        new (of: object): { addOIDCScope(scope: string): void; save(): Promise<string> }
        find(id: string): Promise<unknown>
      }
    }
  }
}

/**
 * A real provider of accounts on this machine, which signs in whoever `person` is without asking for anything. `redirects` are
 * the addresses to which it sends browsers back.
 */
export async function accountProvider(...redirects: readonly string[]) {
  const world = { person: {} as AtProvider, refuses: false }
  let handle: (request: IncomingMessage, response: ServerResponse) => void = () => undefined
  const server = createServer((request, response) => handle(request, response))
  await listen(0)
  const { port } = server.address() as AddressInfo
  const issuer = `http://127.0.0.1:${port}`
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: redirects,
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks,
    ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 3600, AuthorizationCode: 60 },
    cookies: { keys: ['contoh'] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name', 'employee_number'] },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: () => '/masuk' },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => ({ sub: id, ...(JSON.parse(Buffer.from(id, 'base64url').toString()) as AtProvider) }),
    }),
    // Nobody is asked whether this installation may know their name.
    async loadExistingGrant({ oidc }: Asked) {
      const { clientId } = oidc.client
      const known = oidc.session.grantIdFor(clientId)
      if (known) return oidc.provider.Grant.find(known)
      const grant = new oidc.provider.Grant({ clientId, accountId: oidc.session.accountId })
      grant.addOIDCScope('openid email profile')
      await grant.save()
      return grant
    },
  })
  const own = provider.callback()
  handle = (request, response) => {
    if (request.url !== '/masuk') return own(request, response)
    const accountId = Buffer.from(JSON.stringify(world.person)).toString('base64url')
    const result = world.refuses ? { error: 'access_denied' } : { login: { accountId } }
    void provider.interactionFinished(request, response, result)
  }

  function listen(at: number): Promise<void> {
    return new Promise(resolve => server.listen(at, '127.0.0.1', resolve))
  }

  async function stop(): Promise<void> {
    server.closeAllConnections()
    await new Promise(resolve => server.close(resolve))
  }

  return Object.assign(world, {
    issuer,
    stop,
    /** Comes back at the same address. */
    startAgain: () => listen(port),
    env: {
      OIDC_ISSUER: issuer,
      OIDC_CLIENT_ID: CLIENT.id,
      OIDC_CLIENT_SECRET: CLIENT.secret,
      OIDC_NAME: 'Akun Kota',
      OIDC_ALLOW_PRIVATE: 'true',
    },
    /** Goes to the provider as a browser does, until it sends us back; what stands behind the `?` then. */
    async visit(address: string): Promise<string> {
      const jar = new Map<string, string>()
      let at = address
      for (let steps = 0; steps < 8; steps++) {
        const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
        const answer = await fetch(at, { redirect: 'manual', headers: { cookie } })
        for (const set of answer.headers.getSetCookie()) {
          const [pair] = set.split(';')
          jar.set(pair!.slice(0, pair!.indexOf('=')), pair!.slice(pair!.indexOf('=') + 1))
        }
        const location = answer.headers.get('location')
        if (location === null) throw new Error(`provider: ${answer.status} ${await answer.text()}`)
        at = new URL(location, at).href
        if (redirects.some(redirect => at.startsWith(redirect))) return new URL(at).search
      }
      throw new Error('the provider never sent us back')
    },
  })
}
