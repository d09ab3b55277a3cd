/** What one attempt to sign in is known by; made at its beginning, kept by its browser alone. */
export interface AttemptSecrets {
  /** Comes back with the browser. */
  readonly state: string
  /** Comes back inside the token. */
  readonly nonce: string
  /** Proves to the provider that whoever began fetches the token (PKCE). */
  readonly verifier: string
}

/** What the provider says of somebody. */
export interface Claims {
  readonly name: string | undefined
  readonly email: string | undefined
  readonly emailVerified: boolean
  readonly employeeNumber: string | undefined
}

/** The provider of the staff's accounts. What goes wrong is thrown as a `ProviderError`. */
export interface Provider {
  /** The address at which the browser signs in and from which it comes back to `redirect`. */
  address(redirect: URL, secrets: AttemptSecrets): Promise<URL>
  /** Who signed in, by what the browser brought back in the address `returned`. */
  claims(returned: URL, secrets: AttemptSecrets): Promise<Claims>
}

/** `away`: nobody answers there, or not as a provider does; `refused`: it said no, or what it said is not to be believed. */
export class ProviderError extends Error {
  constructor(
    readonly why: 'away' | 'refused' | 'clock',
    cause: unknown,
  ) {
    super(`provider: ${why}`, { cause })
  }
}
