import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { OwnRole } from '../../../shared/office/permissions.ts'
import { mustBeGivable } from '../../../shared/office/roles.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { accountById, accountsOf, takenBy, type Account } from '../../store/accounts/accounts.ts'
import { deactivate, reactivate, setRoles } from '../../store/accounts/membership.ts'
import type { Database } from '../../store/open/database.ts'
import { insertStaff, type StaffMember } from '../../store/staff.ts'
import type { Staff } from './access.ts'
import type { AccountLinks, NewLink } from './account-links.ts'
import type { SecondFactors } from './second-factor.ts'
import { hashOf } from './secrets.ts'
import type { Sessions, SessionView } from './sessions.ts'

const TAKEN = { username: 'USERNAME_TAKEN', email: 'EMAIL_TAKEN', employeeNumber: 'EMPLOYEE_NUMBER_TAKEN' } as const

/** Who manages: somebody of the same office, of one agency of it where they belong to one. */
export interface Manager {
  readonly staff: Staff
  readonly office: string
  readonly scope: Scope
}

/** Somebody new. */
export interface NewPerson {
  readonly name: string
  readonly username: string
  readonly email: string | null
  readonly employeeNumber: string | null
  readonly roles: readonly string[]
}

/** Somebody with an account, as whoever manages them sees it. */
export type Person = Account & { readonly owesSecond: boolean }

/**
 * The people of an office. All acts throw `NOT_FOUND` for somebody of another office or agency; what changes an account throws
 * `OWN_ACCOUNT` for the own one, so that nobody raises or shuts out themselves, and ends that person's sessions at once.
 */
export interface People {
  list(by: Manager): Promise<readonly Person[]>
  /** Asked again under the same key it is the same person with another link. Throws `…_TAKEN`, `COMMAND_ID_REUSED`. */
  invite(by: Manager, person: NewPerson, key: string): Promise<{ person: Person; link: NewLink }>
  link(by: Manager, id: string): Promise<{ person: Person; link: NewLink }>
  /** Throws `LAST_ADMINISTRATOR`. */
  deactivate(by: Manager, id: string): Promise<Person>
  reactivate(by: Manager, id: string): Promise<Person>
  /** Throws `LAST_ADMINISTRATOR`, `RIGHT_NOT_HELD`. */
  setRoles(by: Manager, id: string, roles: readonly string[]): Promise<Person>
  resetSecond(by: Manager, id: string): Promise<Person>
  sessions(by: Manager, id: string): Promise<readonly SessionView[]>
  /** One by its public id, or all. */
  endSessions(by: Manager, id: string, session?: string): Promise<void>
}

export function createPeople(deps: {
  readonly db: Database
  readonly now: () => Instant
  readonly sessions: Sessions
  readonly second: SecondFactors
  readonly links: AccountLinks
  readonly mustHaveSecond: (member: StaffMember) => boolean
  /** The roles that an office has made for itself. */
  readonly ownRoles: (office: string) => readonly OwnRole[]
}): People {
  const { db, sessions, links } = deps
  // One after another, so that of two administrators who let each other go one stays.
  let turn: Promise<unknown> = Promise.resolve()

  const personOf = (account: Account): Person => ({
    ...account,
    owesSecond: account.secondFactorSince === null && deps.mustHaveSecond(account),
  })

  async function found({ office, scope }: Manager, id: string): Promise<Account> {
    const account = await accountById(db, id)
    if (account?.officeId !== office || (scope !== null && account.agency !== scope)) throw new AppError('NOT_FOUND')
    return account
  }

  async function other(by: Manager, id: string): Promise<Account> {
    const account = await found(by, id)
    if (account.id === by.staff.id) throw new AppError('OWN_ACCOUNT')
    return account
  }

  function mayGive({ staff, office }: Manager, roles: readonly string[], had: readonly string[] = []): void {
    mustBeGivable(roles, { had, own: deps.ownRoles(office), holds: staff.permissions })
  }

  /** Changes somebody else's account and ends their sessions. */
  function change(by: Manager, id: string, act: (account: Account) => Promise<boolean | void>): Promise<Person> {
    const done = turn.then(async () => {
      const account = await other(by, id)
      if ((await act(account)) === false) throw new AppError('LAST_ADMINISTRATOR')
      await sessions.endAll(id, 'changed')
      return personOf(await found(by, id))
    })
    turn = done.catch(() => undefined)
    return done
  }

  async function linked(by: Manager, account: Account) {
    const link = await links.create(account)
    return { person: personOf(await found(by, account.id)), link }
  }

  return {
    async list({ office, scope }) {
      const all = await accountsOf(db, office)
      return all.filter(one => scope === null || one.agency === scope).map(personOf)
    },

    async invite(by, person, key) {
      const id = hashOf(`person ${by.staff.id} ${key}`).slice(0, 22)
      const known = await accountById(db, id)
      if (known) {
        if (known.username !== person.username.toLowerCase()) throw new AppError('COMMAND_ID_REUSED')
        return linked(by, await found(by, id))
      }
      mayGive(by, person.roles)
      const taken = await takenBy(db, person)
      if (taken) throw new AppError(TAKEN[taken])
      const { scope: agency, office: officeId } = by
      const account = { id, officeId, agency, active: true, passwordHash: '', passwordChangedAt: deps.now() }
      await insertStaff(db, { ...account, ...person, roles: [...new Set(person.roles)] })
      return linked(by, await found(by, id))
    },

    link: async (by, id) => linked(by, await other(by, id)),
    deactivate: (by, id) => change(by, id, () => deactivate(db, id)),
    reactivate: (by, id) => change(by, id, () => reactivate(db, id)),
    setRoles: (by, id, roles) =>
      change(by, id, ({ roles: had }) => {
        mayGive(by, roles, had)
        return setRoles(db, id, [...new Set(roles)])
      }),
    resetSecond: (by, id) => change(by, id, () => deps.second.remove(id)),
    sessions: async (by, id) => sessions.of((await found(by, id)).id),

    async endSessions(by, id, session) {
      const account = await other(by, id)
      if (session === undefined) return sessions.endAll(account.id, 'signedOut')
      if (!(await sessions.endOne(account.id, session, 'signedOut'))) throw new AppError('NOT_FOUND')
    },
  }
}
