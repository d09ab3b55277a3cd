import { AppError } from '../../../shared/kit/errors.ts'
import { HOUR, type Instant } from '../../../shared/kit/time.ts'
import { accountByLink, passwordByLink, setLink, type Account, type LinkKind } from '../../store/accounts/accounts.ts'
import type { Database } from '../../store/open/database.ts'
import { ownNames } from './own-account.ts'
import type { Passwords } from './passwords.ts'
import { hashOf, randomId } from './secrets.ts'
import type { Sessions } from './sessions.ts'

const LIFE: Readonly<Record<LinkKind, number>> = { invite: 48 * HOUR, reset: HOUR }

/** A link as it is handed over, once. */
export interface NewLink {
  readonly kind: LinkKind
  readonly secret: string
  readonly until: Instant
}

/** Links by which somebody chooses a password: one at a time for each person, used once. */
export interface AccountLinks {
  /** An invitation for who has no password yet, else a reset; the link before is dead. Throws `PERSON_OFF`. */
  create(account: Account): Promise<NewLink>
  /** Throws `ACCOUNT_LINK_ENDED` for one that is used, over, replaced, never was, or whose person is off. */
  look(secret: string): Promise<Account & { readonly link: NonNullable<Account['link']> }>
  /** Sets the password; throws as `look` does, and `PASSWORD_…`, after which the link still lives. */
  use(secret: string, password: string): Promise<Account>
}

export function createAccountLinks(deps: {
  readonly db: Database
  readonly now: () => Instant
  readonly passwords: Passwords
  readonly sessions: Sessions
  readonly namesOf: (office: string) => readonly string[]
}): AccountLinks {
  const { db, now, passwords, sessions } = deps

  async function look(secret: string) {
    const account = await accountByLink(db, hashOf(secret))
    const { link } = account ?? {}
    if (!account?.active || !link || now() >= link.expiresAt) throw new AppError('ACCOUNT_LINK_ENDED')
    return { ...account, link }
  }

  return {
    look,
    async create(account) {
      const kind = account.passwordHash === '' ? 'invite' : 'reset'
      const [secret, until] = [randomId(), now() + LIFE[kind]]
      if (!(await setLink(db, account.id, { kind, hash: hashOf(secret), expiresAt: until })))
        throw new AppError('PERSON_OFF')
      return { kind, secret, until }
    },
    async use(secret, password) {
      const account = await look(secret)
      const passwordHash = await passwords.accept(password, ownNames(account, deps.namesOf(account.officeId)))
      // Whoever was quicker has used it; a newer link or a deactivation counts as well.
      if (!(await passwordByLink(db, { hash: hashOf(secret), at: now(), passwordHash })))
        throw new AppError('ACCOUNT_LINK_ENDED')
      await sessions.endAll(account.id, 'changed')
      return account
    },
  }
}
