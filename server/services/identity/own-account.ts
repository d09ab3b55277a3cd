import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { accountById, otherPassword, type Account } from '../../store/accounts/accounts.ts'
import { noSecondFactor } from '../../store/accounts/second-factors.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import type { StaffMember } from '../../store/staff.ts'
import type { Passwords } from './passwords.ts'
import type { Offer, SecondFactors } from './second-factor.ts'
import { hashOf } from './secrets.ts'
import type { Sessions } from './sessions.ts'

/** Whose account it is, and by which session they ask. */
export interface Owner {
  readonly id: string
  readonly session: string
}

/** How somebody stands with a second factor. */
export interface SecondFactorState {
  readonly since: Instant | null
  readonly codesLeft: number
  /** This account has to have one. */
  readonly obligatory: boolean
}

/** What somebody changes of their own account; each change goes on record with itself. What needs the present password throws `PRESENT_PASSWORD_WRONG`. */
export interface OwnAccount {
  of(id: string): Promise<Account & { readonly secondFactor: SecondFactorState }>
  /** Throws `PASSWORD_…`; every other session of this person ends at once. */
  changePassword(owner: Owner, present: string, password: string): Promise<void>
  /** What an authenticator needs; `present` is asked for, except of whoever has to set one up before anything else. */
  offerSecond(id: string, present?: string): Promise<Offer>
  /** The recovery codes, once; every other session ends. Throws `ENROLMENT_ENDED`, `WRONG_CODE`. */
  confirmSecond(owner: Owner, enrolment: string, code: string): Promise<readonly string[]>
  /** Throws `SECOND_FACTOR_OWED` where it is obligatory. */
  removeSecond(id: string, present: string): Promise<void>
  /** Throws `SECOND_FACTOR_NEEDED` where there is none. */
  renewCodes(id: string, present: string): Promise<readonly string[]>
}

export function createOwnAccount(deps: {
  readonly db: Database
  readonly now: () => Instant
  readonly passwords: Passwords
  readonly second: SecondFactors
  readonly sessions: Sessions
  readonly mustHaveSecond: (member: StaffMember) => boolean
  /** What everybody knows of an office: its names. */
  readonly namesOf: (office: string) => readonly string[]
}): OwnAccount {
  const { db, passwords, second, sessions } = deps

  async function known(id: string): Promise<Account> {
    const account = await accountById(db, id)
    if (!account) throw new AppError('NOT_SIGNED_IN')
    return account
  }

  async function proved(id: string, present: string): Promise<Account> {
    const account = await known(id)
    if (!(await passwords.isRight(account.passwordHash, present))) throw new AppError('PRESENT_PASSWORD_WRONG')
    return account
  }

  return {
    async of(id) {
      const account = await known(id)
      const codesLeft = await second.codesLeft(id)
      const obligatory = deps.mustHaveSecond(account)
      return { ...account, secondFactor: { since: account.secondFactorSince, codesLeft, obligatory } }
    },
    async changePassword({ id, session }, present, password) {
      const account = await proved(id, present)
      const to = await passwords.accept(password, ownNames(account, deps.namesOf(account.officeId)))
      const at = deps.now()
      const change = otherPassword(db, { id, from: account.passwordHash, to, at, sessionHash: hashOf(session) })
      if (!(await onRecord(db, change, { at, who: `staff:${id}`, what: 'account.password', detail: { staff: id } })))
        throw new AppError('PRESENT_PASSWORD_WRONG')
      await sessions.endAll(id, 'changed', { but: session })
    },
    async offerSecond(id, present) {
      const account = present === undefined ? await known(id) : await proved(id, present)
      return second.offer({ ...account, since: account.secondFactorSince }, deps.namesOf(account.officeId)[0] ?? '')
    },
    async confirmSecond({ id, session }, enrolment, code) {
      const codes = await second.confirm(id, enrolment, code)
      await sessions.endAll(id, 'changed', { but: session })
      return codes
    },
    async removeSecond(id, present) {
      const account = await proved(id, present)
      if (deps.mustHaveSecond(account)) throw new AppError('SECOND_FACTOR_OWED')
      const detail = { staff: id, set: false }
      const entry = { at: deps.now(), who: `staff:${id}`, what: 'account.secondFactor', detail }
      await onRecord(db, noSecondFactor(db, id), entry)
      sessions.forget(id)
    },
    async renewCodes(id, present) {
      await proved(id, present)
      return second.renewCodes(id)
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
