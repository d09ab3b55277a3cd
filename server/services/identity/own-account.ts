import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { accountById, changePassword, type Account } from '../../store/accounts/accounts.ts'
import type { Database } from '../../store/open/database.ts'
import type { Passwords } from './passwords.ts'
import { hashOf } from './secrets.ts'
import type { Sessions } from './sessions.ts'

/** Whose account it is, and by which session they ask. */
export interface Owner {
  readonly id: string
  readonly session: string
}

/** What somebody changes of their own account. */
export interface OwnAccount {
  of(id: string): Promise<Account>
  /** Throws `PRESENT_PASSWORD_WRONG` or `PASSWORD_…`; every other session of this person ends at once. */
  changePassword(owner: Owner, present: string, password: string): Promise<void>
  /** Throws `PRESENT_PASSWORD_WRONG`. */
  prove(id: string, present: string): Promise<Account>
}

export function createOwnAccount(deps: {
  readonly db: Database
  readonly now: () => Instant
  readonly passwords: Passwords
  readonly sessions: Sessions
  /** What everybody knows of an office: its names. */
  readonly namesOf: (office: string) => readonly string[]
}): OwnAccount {
  const { db, passwords, sessions } = deps

  async function of(id: string): Promise<Account> {
    const account = await accountById(db, id)
    if (!account) throw new AppError('NOT_SIGNED_IN')
    return account
  }

  async function prove(id: string, present: string): Promise<Account> {
    const account = await of(id)
    if (!(await passwords.isRight(account.passwordHash, present))) throw new AppError('PRESENT_PASSWORD_WRONG')
    return account
  }

  return {
    of,
    prove,
    async changePassword({ id, session }, present, password) {
      const account = await prove(id, present)
      const to = await passwords.accept(password, ownNames(account, deps.namesOf(account.officeId)))
      const change = { id, from: account.passwordHash, to, at: deps.now(), sessionHash: hashOf(session) }
      if (!(await changePassword(db, change))) throw new AppError('PRESENT_PASSWORD_WRONG')
      await sessions.endAll(id, 'changed', session)
    },
  }
}

/** What others know of a person, and would try. */
export function ownNames(
  of: Pick<Account, 'name' | 'username' | 'email' | 'employeeNumber'>,
  office: readonly string[],
): readonly (string | null)[] {
  return [of.name, of.username, of.email, of.employeeNumber, ...office]
}
