import { RateLimiterMemory } from 'rate-limiter-flexible'
import { AppError } from '../../../../shared/kit/errors.ts'
import { MINUTE, type Instant } from '../../../../shared/kit/time.ts'
import type { Role } from '../../../../shared/office/permissions.ts'
import { accountBy, takenBy, type Account } from '../../../store/accounts/accounts.ts'
import { appendAudit, onRecord } from '../../../store/audit.ts'
import type { Database } from '../../../store/open/database.ts'
import { hiring } from '../../../store/staff.ts'
import type { AccountTurn } from '../account-turn.ts'
import { randomId, type Sealer } from '../secrets.ts'
import type { Begun } from '../sessions.ts'
import type { HalfWay, StaffService } from '../staff.ts'
import { linkOf, newcomerOf } from './newcomer.ts'
import { ProviderError, type AttemptSecrets, type Claims, type Provider } from './provider.ts'

const ATTEMPT_MS = 10 * MINUTE
/** Refusals that go on record in an hour, of one person and of all whom nobody here knows: no crowd fills the log. */
const LINES = { points: 60, duration: 3600 }

/** State, nonce, verifier, and until when. */
type Attempt = readonly [string, string, string, Instant]

/** By what the provider's people are known here. */
export interface OidcRules {
  readonly name: string
  readonly link: 'email' | 'employeeNumber'
  /** What somebody becomes who has no account; nobody where it is not set. */
  readonly newcomer: { readonly role: Role; readonly office: string } | undefined
}

/** Signing in with an account of the provider. */
export interface Oidc {
  /** Where the browser goes, and what it keeps of the attempt meanwhile. Throws `OIDC_AWAY`. */
  begin(redirect: URL): Promise<{ readonly address: URL; readonly attempt: string; readonly seconds: number }>
  /**
   * By the address that the provider gave the browser. Throws `OIDC_AGAIN` for an attempt that is over or another browser's,
   * `OIDC_AWAY`, and for the refusals, which go on record, `OIDC_REFUSED`, `…_CLOCK`, `…_UNVERIFIED`, `…_UNKNOWN`, `…_PERSON_OFF`.
   */
  finish(returned: URL, attempt: string | undefined, device: string | null): Promise<Begun | HalfWay>
}

export function createOidc(deps: {
  readonly db: Database
  /** The clock on the wall, by which the provider goes. */
  readonly now: () => Instant
  readonly provider: Provider
  readonly rules: OidcRules
  /** Closes what the browser keeps. */
  readonly sealer: Sealer
  readonly staff: Pick<StaffService, 'admit'>
  readonly hasOffice: (id: string) => boolean
  readonly inTurn: AccountTurn['inTurn']
  /** Tells the operator what no one at a desk can mend. */
  readonly failed: (error: unknown) => void
}): Oidc {
  const { db, now, provider, rules } = deps
  const { name } = rules
  const lines = new RateLimiterMemory({ ...LINES })

  /** The secrets of an attempt that goes on, if it is the one whose state came back. */
  function opened(attempt: string | undefined, state: string | null): AttemptSecrets {
    const kept = JSON.parse(deps.sealer.open(attempt ?? '') ?? '[]') as Partial<Attempt>
    const [own, nonce, verifier, until] = kept
    if (nonce === undefined || verifier === undefined || own !== state || !(now() < until!))
      throw new AppError('OIDC_AGAIN')
    return { state: own!, nonce, verifier }
  }

  function away(error: ProviderError): AppError {
    deps.failed(error)
    return new AppError('OIDC_AWAY', { name })
  }

  async function asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      if (error.why === 'away') throw away(error)
      throw await refused(error.why === 'clock' ? 'OIDC_CLOCK' : 'OIDC_REFUSED')
    }
  }

  /** A refusal, on record by ids alone, as far as there is room. */
  async function refused(
    code: 'OIDC_REFUSED' | 'OIDC_CLOCK' | 'OIDC_UNVERIFIED' | 'OIDC_UNKNOWN' | 'OIDC_PERSON_OFF',
    staff?: string,
  ): Promise<AppError> {
    const room = await lines.consume(staff ?? '-').then(
      () => true,
      () => false,
    )
    const detail = { code, ...(staff === undefined ? {} : { staff }) }
    if (room) await appendAudit(db, { at: now(), who: 'oidc', what: 'account.oidc.refused', detail })
    return new AppError(code, { name })
  }

  async function personOf(claims: Claims): Promise<Account | undefined> {
    if (rules.link === 'email' && claims.email !== undefined && !claims.emailVerified)
      throw await refused('OIDC_UNVERIFIED')
    const known = linkOf(claims, rules.link)
    return known === undefined ? undefined : accountBy(db, rules.link === 'email' ? 'email' : 'employee_number', known)
  }

  /** Somebody new, where the office takes them and nothing of theirs belongs to somebody else; one account however many come at once. */
  async function newcomer(claims: Claims): Promise<Account | undefined> {
    const somebody = newcomerOf(claims, rules.link)
    if (!rules.newcomer || !somebody) return undefined
    const { role, office } = rules.newcomer
    return deps.inTurn(async () => {
      const known = await personOf(claims)
      if (known) return known
      if (!deps.hasOffice(office) || (await takenBy(db, somebody))) return undefined
      const id = randomId()
      const member = { id, officeId: office, roles: [role], active: true, passwordHash: '', passwordChangedAt: now() }
      const detail = { office, staff: id, roles: [role] }
      const entry = { at: now(), who: 'oidc', what: 'staff.newcomer', detail }
      await onRecord(db, hiring(db, { ...member, ...somebody }), entry)
      return personOf(claims)
    })
  }

  return {
    async begin(redirect) {
      const [state, nonce, verifier] = [randomId(), randomId(), randomId() + randomId()]
      // Nobody has come yet: what is wrong with the provider is for the operator, not for the record.
      const address = await provider.address(redirect, { state, nonce, verifier }).catch(error => {
        throw error instanceof ProviderError ? away(error) : error
      })
      const attempt: Attempt = [state, nonce, verifier, now() + ATTEMPT_MS]
      return { address, attempt: deps.sealer.seal(JSON.stringify(attempt)), seconds: ATTEMPT_MS / 1000 }
    },

    async finish(returned, attempt, device) {
      const secrets = opened(attempt, returned.searchParams.get('state'))
      const claims = await asked(() => provider.claims(returned, secrets))
      const person = (await personOf(claims)) ?? (await newcomer(claims))
      if (!person) throw await refused('OIDC_UNKNOWN')
      if (!person.active) throw await refused('OIDC_PERSON_OFF', person.id)
      return deps.staff.admit(person.id, device)
    },
  }
}
