import * as client from 'openid-client'
import { MINUTE, SECOND, type Instant } from '../../shared/kit/time.ts'
import { ProviderError, type Claims, type Provider } from '../services/identity/oidc/provider.ts'
import { createOutsideFetch, OutsideError } from './outside-fetch.ts'

/** How far the provider's clock may be from ours. */
const CLOCKS_APART = MINUTE
/** How long its own description is believed: a provider that is away is to be known before a browser is sent there. */
const DESCRIBED = 10 * SECOND
/** What a token is refused for that is not to be believed, be it that its keys, its receiver or its nonce are others. */
const UNBELIEVABLE = /^OAUTH_(JWT_|INVALID_RESPONSE|JSON_ATTRIBUTE|KEY_SELECTION|PARSE_ERROR|UNSUPPORTED)/

/** The road to the provider of the staff's accounts: code flow with PKCE, signatures checked, no other flow. */
export function createOidcGateway(
  config: {
    readonly issuer: URL
    readonly clientId: string
    readonly clientSecret: string | undefined
    readonly numberClaim: string
    readonly allowPrivate: boolean
  },
  now: () => Instant,
): Provider {
  const fetched = createOutsideFetch(config)
  let described: { readonly at: Instant; readonly provider: Promise<client.Configuration> } | undefined

  /** The provider as it describes itself. Asked for at the first use, so that a provider that is away stops no start. */
  function provider(): Promise<client.Configuration> {
    if (described && Math.abs(now() - described.at) < DESCRIBED) return described.provider
    const asked = client.discovery(config.issuer, config.clientId, undefined, authOf(config.clientSecret), {
      [client.customFetch]: fetched,
      execute: [
        client.enableNonRepudiationChecks,
        ...(config.issuer.protocol === 'http:' ? [client.allowInsecureRequests] : []),
      ],
    })
    const entry = { at: now(), provider: asked }
    described = entry
    asked.catch(() => {
      if (described === entry) described = undefined
    })
    return asked
  }

  async function reached(): Promise<client.Configuration> {
    try {
      return await provider()
    } catch (error) {
      throw new ProviderError('away', error)
    }
  }

  return {
    async address(redirect, { state, nonce, verifier }) {
      return client.buildAuthorizationUrl(await reached(), {
        redirect_uri: redirect.href,
        scope: 'openid email profile',
        // Counters are shared: who is still known at the provider from before is not who sits there now.
        prompt: 'login',
        ...{ state, nonce },
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      })
    },

    async claims(returned, { state, nonce, verifier }) {
      const known = await reached()
      try {
        const tokens = await client.authorizationCodeGrant(known, returned, {
          ...{ expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier },
          idTokenExpected: true,
        })
        const own = tokens.claims()!
        if (Math.abs(own.iat * 1000 - now()) > CLOCKS_APART) throw new ProviderError('clock', own.iat)
        const asks = known.serverMetadata().userinfo_endpoint !== undefined
        const more = asks ? await client.fetchUserInfo(known, tokens.access_token, own.sub) : {}
        return claimsOf(own, more, config.numberClaim)
      } catch (error) {
        throw problemOf(error)
      }
    },
  }
}

/** Proves by its secret who asks for a token, in the way that the provider takes. */
function authOf(secret: string | undefined): client.ClientAuth {
  if (secret === undefined) return client.None()
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)]
  return (as, ...rest) => {
    const ways = as.token_endpoint_auth_methods_supported
    return ways && !ways.includes('client_secret_basic') ? post(as, ...rest) : basic(as, ...rest)
  }
}

type Said = Readonly<Record<string, unknown>>

/** The token counts before what the provider says besides; an e-mail and whether it was verified come from one place. */
function claimsOf(own: Said, more: Said, numberClaim: string): Claims {
  const mail = 'email' in own ? own : more
  return {
    name: text(own['name'] ?? more['name']),
    email: text(mail['email']),
    emailVerified: mail['email_verified'] === true,
    employeeNumber: text(own[numberClaim] ?? more[numberClaim]),
  }
}

function text(value: unknown): string | undefined {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined
}

function problemOf(error: unknown): ProviderError {
  if (error instanceof ProviderError) return error
  if (error instanceof client.AuthorizationResponseError) return new ProviderError('refused', error)
  if (error instanceof client.ResponseBodyError)
    return new ProviderError(error.status >= 500 ? 'away' : 'refused', error)
  for (let at: unknown = error; at instanceof Error; at = at.cause)
    if (at instanceof OutsideError) return new ProviderError('away', error)
  const { code } = (error ?? {}) as { code?: unknown }
  if (code === 'OAUTH_JWT_TIMESTAMP_CHECK_FAILED') return new ProviderError('clock', error)
  return new ProviderError(typeof code === 'string' && UNBELIEVABLE.test(code) ? 'refused' : 'away', error)
}
