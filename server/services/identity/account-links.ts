import { AppError } from '../../../shared/kit/errors.ts'
import { HOUR, type Instant } from '../../../shared/kit/time.ts'
import { accountByLink, linkRow, passwordByLink, type Account, type LinkKind } from '../../store/accounts/accounts.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database, Rows } from '../../store/open/database.ts'
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
  /** The invitation of somebody who is only being written, as a row to be written with theirs. */
  first(id: string): { readonly link: NewLink; readonly row: Rows[number] }
  /** An invitation for who has no password yet, else a reset, on record; the link before is dead. Throws `PERSON_OFF`. */
  create(account: Account, who: string): Promise<NewLink>
  /** Throws `ACCOUNT_LINK_ENDED` for one that is used, over, replaced, never was, or whose person is off. */
  look(secret: string): Promise<Account & { readonly link: NonNullable<Account['link']> }>
  /** Sets the password, on record; throws as `look` does, and `PASSWORD_…`, after which the link still lives. */
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

  function made(id: string, kind: LinkKind) {
    const [secret, until] = [randomId(), now() + LIFE[kind]]
    const row = linkRow(db, id, { kind, hash: hashOf(secret), expiresAt: until })
    return { link: { kind, secret, until }, row }
  }

  return {
    look,
    first: id => made(id, 'invite'),
    async create({ id, officeId: office, passwordHash }, who) {
      const { link, row } = made(id, passwordHash === '' ? 'invite' : 'reset')
      const entry = { at: now(), who, what: 'staff.link', detail: { office, staff: id, kind: link.kind } }
      if (!(await onRecord(db, { first: row, then: [] }, entry))) throw new AppError('PERSON_OFF')
      return link
    },
    async use(secret, password) {
      const account = await look(secret)
      const passwordHash = await passwords.accept(password, ownNames(account, deps.namesOf(account.officeId)))
      // Whoever was quicker has used it; a newer link or a deactivation counts as well.
      const [at, { id, link }] = [now(), account]
      const deed = passwordByLink(db, { hash: hashOf(secret), at, passwordHash })
      const detail = { staff: id, kind: link.kind }
      if (!(await onRecord(db, deed, { at, who: `staff:${id}`, what: 'account.link', detail })))
        throw new AppError('ACCOUNT_LINK_ENDED')
      await sessions.endAll(account.id, 'changed')
      return account
    },
  }
}
