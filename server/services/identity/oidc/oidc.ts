import { AppError } from '../../../../shared/kit/errors.ts'
import { MINUTE, type Instant } from '../../../../shared/kit/time.ts'
import type { Role } from '../../../../shared/office/permissions.ts'
import { accountBy, takenBy, type Account } from '../../../store/accounts/accounts.ts'
import type { Database } from '../../../store/open/database.ts'
import { insertStaff } from '../../../store/staff.ts'
import { randomId, type Sealer } from '../secrets.ts'
import type { Begun } from '../sessions.ts'
import type { HalfWay, StaffService } from '../staff.ts'
import { ProviderError, type AttemptSecrets, type Claims, type Provider } from './provider.ts'

const ATTEMPT_MS = 10 * MINUTE
const USERNAME = /^[a-z0-9][a-z0-9._@-]{1,79}$/
const NAME_MOST = 80

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
  readonly record: (who: string, what: string, detail: Record<string, unknown>) => Promise<void>
  /** Tells the operator what no one at a desk can mend. */
  readonly failed: (error: unknown) => void
}): Oidc {
  const { db, now, provider, rules } = deps
  const { name } = rules

  /** The secrets of an attempt that goes on, if it is the one whose state came back. */
  function opened(attempt: string | undefined, state: string | null): AttemptSecrets {
    const kept = JSON.parse(deps.sealer.open(attempt ?? '') ?? '[]') as Partial<Attempt>
    const [own, nonce, verifier, until] = kept
    if (nonce === undefined || verifier === undefined || own !== state || !(now() < until!))
      throw new AppError('OIDC_AGAIN')
    return { state: own!, nonce, verifier }
  }

  async function asked<T>(ask: () => Promise<T>): Promise<T> {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof ProviderError)) throw error
      if (error.why === 'away') {
        deps.failed(error)
        throw new AppError('OIDC_AWAY', { name })
      }
      throw await refused(error.why === 'clock' ? 'OIDC_CLOCK' : 'OIDC_REFUSED')
    }
  }

  /** A refusal, on record by ids alone. */
  async function refused(
    code: 'OIDC_REFUSED' | 'OIDC_CLOCK' | 'OIDC_UNVERIFIED' | 'OIDC_UNKNOWN' | 'OIDC_PERSON_OFF',
    staff?: string,
  ): Promise<AppError> {
    await deps.record('oidc', 'account.oidc.refused', { code, ...(staff === undefined ? {} : { staff }) })
    return new AppError(code, { name })
  }

  async function personOf(claims: Claims): Promise<Account | undefined> {
    if (rules.link === 'employeeNumber') {
      const number = claims.employeeNumber
      return number === undefined ? undefined : accountBy(db, 'employee_number', number)
    }
    if (claims.email !== undefined && !claims.emailVerified) throw await refused('OIDC_UNVERIFIED')
    return claims.email === undefined ? undefined : accountBy(db, 'email', claims.email.toLowerCase())
  }

  /** Somebody new, where the office takes them and nothing of theirs belongs to somebody else. */
  async function newcomer(claims: Claims): Promise<Account | undefined> {
    const email = claims.emailVerified ? (claims.email?.toLowerCase() ?? null) : null
    const employeeNumber = rules.link === 'employeeNumber' ? claims.employeeNumber! : null
    const username = (rules.link === 'email' ? email : employeeNumber)?.toLowerCase()
    if (!rules.newcomer || username === undefined || !USERNAME.test(username)) return undefined
    const { role, office } = rules.newcomer
    if (!deps.hasOffice(office) || (await takenBy(db, { username, email, employeeNumber }))) return undefined
    const id = randomId()
    await insertStaff(db, {
      ...{ id, officeId: office, username, email, employeeNumber, roles: [role], active: true },
      ...{ name: (claims.name ?? username).slice(0, NAME_MOST), passwordHash: '', passwordChangedAt: now() },
    })
    await deps.record('oidc', 'staff.newcomer', { office, staff: id, roles: [role] })
    return personOf(claims)
  }

  return {
    async begin(redirect) {
      const [state, nonce, verifier] = [randomId(), randomId(), randomId() + randomId()]
      const address = await asked(() => provider.address(redirect, { state, nonce, verifier }))
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
