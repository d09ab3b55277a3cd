import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Words } from '../../../shared/kit/words.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { nameKey } from '../../../shared/office/file/same-person.ts'
import type { Agency } from '../../../shared/office/agencies.ts'
import { ROLES, type OwnRole } from '../../../shared/office/permissions.ts'
import { mayGive, mustBeGivable, mustBePlaced, mustBeWithin } from '../../../shared/office/roles.ts'
import { usernameAfter, usernameMadeOf } from '../../../shared/office/file/usernames.ts'
import type { Scope } from '../../../shared/office/scope.ts'
import { placesOf } from '../../../shared/roster/places.ts'
import {
  accountById,
  accountsOf,
  correction,
  takenBy,
  takenNames,
  type Account,
} from '../../store/accounts/accounts.ts'
import { administrationRow, leftWithout } from '../../store/people/administrations.ts'
import { hasComeIn, hasWayIn } from '../../store/people/coming-in.ts'
import { deactivation, otherAgency, otherRoles, reactivation } from '../../store/accounts/membership.ts'
import { noSecondFactor } from '../../store/accounts/second-factors.ts'
import { onRecord, type AuditEntry, type Deed } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { hiring, type StaffMember } from '../../store/staff.ts'
import { decidingOf, type Staff } from './access.ts'
import type { AccountLinks, NewLink } from './account-links.ts'
import type { AccountTurn } from './account-turn.ts'
import { dayOf, mustReach } from './reach.ts'
import { hashOf } from './secrets.ts'
import type { Sessions, SessionView } from './sessions.ts'

const TAKEN = { username: 'USERNAME_TAKEN', email: 'EMAIL_TAKEN', employeeNumber: 'EMPLOYEE_NUMBER_TAKEN' } as const

/** Who manages: somebody of the same office, of one agency of it where they belong to one. */
export interface Manager {
  readonly staff: Staff
  readonly office: string
  readonly scope: Scope
}

/** What is known of somebody beside what they may do. */
export interface Known {
  readonly name: string
  readonly email: string | null
  readonly employeeNumber: string | null
  /** Somebody else is called so, too. */
  readonly meant?: boolean
}

/** Somebody new. */
export interface NewPerson extends Known {
  readonly username: string
  readonly roles: readonly string[]
  /** For whoever manages the whole hall; unless given it is where the manager belongs. */
  readonly agency?: Scope | undefined
}

/** Throws where somebody is at work and whoever manages them has not been told of it. */
export type Foreseen = () => Promise<void>

/** Somebody with an account, as whoever manages them sees it. */
export type Person = Account & {
  readonly owesSecond: boolean
  /** Has no way in but a link. */
  readonly invited: boolean
}

/**
 * The people of an office. All acts throw `NOT_FOUND` for somebody of another office or agency; what changes an account throws
 * `OWN_ACCOUNT` for the own one, so that nobody raises or shuts out themselves, and `RIGHT_NOT_HELD` for that of somebody with
 * more rights, here or in another office; it goes on record with itself and ends that person's sessions at once.
 */
export interface People {
  list(by: Manager): Promise<readonly Person[]>
  /** All roles there are, those of the office's own by name, which of them the manager may give, and where they let somebody stand. */
  roles(by: Manager): readonly {
    readonly id: string
    readonly name: Words | null
    readonly givable: boolean
    readonly counter: boolean
    readonly front: boolean
  }[]
  /**
   * Asked again under the same key it is the same person with another link, until they have come in. Throws `…_TAKEN`,
   * `PERSON_LIKE` where somebody who is called so has an account and it is not said that another one is meant,
   * `BAD_REQUEST` for no such agency, and `COMMAND_ID_REUSED` for anything but who is there by it as they were asked for.
   */
  invite(by: Manager, person: NewPerson, key: string): Promise<{ person: Person; link: NewLink }>
  /** Throws `PERSON_OFF`, `PERSON_UNPLACED`. */
  link(by: Manager, id: string): Promise<{ person: Person; link: NewLink }>
  /**
   * A user name that was made of the e-mail or the number goes with it. Sessions end only where it is another one of those, by
   * which people are known at a provider. Throws `…_TAKEN`, `PERSON_LIKE`.
   */
  correct(by: Manager, id: string, to: Known): Promise<Person>
  /**
   * Ends what other offices gave them, too, whatever that is. A further office that nobody else sets up is set up from then on by
   * whoever does this, once they say which ones. Throws `OFFICES_LEFT` with those that were not said, `LAST_ADMINISTRATOR`.
   */
  deactivate(by: Manager, id: string, takes: readonly string[], foreseen: Foreseen): Promise<Person>
  /** Throws `PERSON_UNPLACED` for somebody whose agency or a role is gone. */
  reactivate(by: Manager, id: string): Promise<Person>
  /** Throws `LAST_ADMINISTRATOR`. */
  setRoles(by: Manager, id: string, roles: readonly string[], foreseen: Foreseen): Promise<Person>
  /** To another agency, or to the whole hall. Throws `BAD_REQUEST` for no such one, `LAST_ADMINISTRATOR` for the last of the whole. */
  move(by: Manager, id: string, agency: Scope, foreseen: Foreseen): Promise<Person>
  resetSecond(by: Manager, id: string): Promise<Person>
  sessions(by: Manager, id: string): Promise<readonly SessionView[]>
  /** One by its public id, or all. */
  endSessions(by: Manager, id: string, session?: string): Promise<void>
}

export function createPeople(deps: {
  readonly db: Database
  readonly now: () => Instant
  readonly sessions: Sessions
  readonly links: AccountLinks
  readonly inTurn: AccountTurn['inTurn']
  readonly mustHaveSecond: (member: StaffMember) => boolean
  /** The roles that an office has made for itself. */
  readonly ownRoles: (office: string) => readonly OwnRole[]
  readonly agenciesOf: (office: string) => readonly Pick<Agency, 'id'>[]
  readonly nameOf: (office: string) => string
}): People {
  const { db, sessions, links, inTurn } = deps

  const personOf = (account: Account): Person => ({
    ...account,
    owesSecond: account.secondFactorSince === null && deps.mustHaveSecond(account),
    invited: !hasWayIn(account),
  })

  async function found({ office, scope }: Manager, id: string): Promise<Account> {
    const account = await accountById(db, id)
    if (account?.officeId !== office || (scope !== null && account.agency !== scope)) throw new AppError('NOT_FOUND')
    return account
  }

  async function other(by: Manager, id: string): Promise<Account> {
    const account = await atHome(by, id)
    await mustReach(db, deciding(by), account, deps.now())
    return account
  }

  /** Somebody else, whatever they are in other offices. */
  async function atHome(by: Manager, id: string): Promise<Account> {
    const account = await found(by, id)
    if (account.id === by.staff.id) throw new AppError('OWN_ACCOUNT')
    mustBeWithin(deciding(by), account.roles)
    return account
  }

  /** The further offices that nobody sets up once somebody is off. */
  async function leftBy({ id, roles, active, agency }: Account): Promise<readonly string[]> {
    return active && agency === null && roles.includes('administrator') ? leftWithout(db, id) : []
  }

  const groundOf = ({ office }: Manager) => ({ own: deps.ownRoles(office), agencies: deps.agenciesOf(office) })

  const deciding = ({ staff, office }: Manager) => decidingOf(staff, deps.ownRoles(office))

  /** Where somebody new belongs: whoever is of an agency invites into it alone. */
  function placeOf({ office, scope }: Manager, agency: Scope = scope): Scope {
    if (scope !== null && agency !== scope) throw new AppError('FORBIDDEN', { agency })
    if (agency !== null && !deps.agenciesOf(office).some(({ id }) => id === agency))
      throw new AppError('BAD_REQUEST', { where: 'body', field: 'agency', problem: 'no such agency' })
    return agency
  }

  const entryOf = ({ staff, office }: Manager, what: string, id: string, detail: object = {}): AuditEntry => ({
    ...{ at: deps.now(), who: `staff:${staff.id}`, what: `staff.${what}` },
    detail: { office, staff: id, ...detail },
  })

  /** Somebody of that name whom the manager sees is asked about first. */
  async function mustBeMeant({ office, scope }: Manager, { name, meant }: Known, but: string): Promise<void> {
    if (meant) return
    const all = (await accountsOf(db, office)).filter(one => scope === null || one.agency === scope)
    const like = all.find(one => one.id !== but && nameKey(one.name) === nameKey(name))
    if (like) throw new AppError('PERSON_LIKE', { person: like.id, name: like.name, username: like.username })
  }

  /** Changes somebody else's account, on record, and ends their sessions. */
  function change(
    by: Manager,
    id: string,
    what: string,
    act: (account: Account) => Promised<Deed & { readonly detail?: object; readonly stays?: boolean }>,
    whom = other,
  ): Promise<Person> {
    return inTurn(async () => {
      const { detail, stays, ...deed } = await act(await whom(by, id))
      if (!(await onRecord(db, deed, entryOf(by, what, id, detail)))) throw new AppError('LAST_ADMINISTRATOR')
      if (stays) sessions.forget(id)
      else await sessions.endAll(id, 'changed')
      return personOf(await found(by, id))
    })
  }

  async function linked(by: Manager, account: Account) {
    mustBePlaced(account, groundOf(by))
    const link = await links.create(account, `staff:${by.staff.id}`)
    return { person: personOf(await found(by, account.id)), link }
  }

  async function invite(by: Manager, person: NewPerson, key: string): Promise<{ person: Person; link: NewLink }> {
    const id = hashOf(`person ${by.staff.id} ${key}`).slice(0, 22)
    const roles = [...new Set(person.roles)].sort()
    mustBeGivable(deciding(by), roles)
    const agency = placeOf(by, person.agency)
    const known = await accountById(db, id)
    if (known) {
      if (known.officeId !== by.office) throw new AppError('COMMAND_ID_REUSED')
      await other(by, id)
      if (!isDeepStrictEqual(wishOf(known), wishOf({ ...person, roles, agency })))
        throw new AppError('COMMAND_ID_REUSED')
      // Whoever has come in is not invited: another password is a reset, which is asked for as such.
      if (!(await hasComeIn(db, known))) return linked(by, known)
    }
    const taken = await takenBy(db, person)
    if (taken) throw new AppError(TAKEN[taken])
    await mustBeMeant(by, person, id)
    const account = { id, officeId: by.office, active: true, passwordHash: '', passwordChangedAt: deps.now() }
    const { first, then } = hiring(db, { ...account, ...person, agency, roles })
    const { link, row } = links.first(id)
    const entry = entryOf(by, 'invite', id, { roles, agency })
    await onRecord(db, { first, then: [...then, row] }, entry)
    return { person: personOf(await found(by, id)), link }
  }

  return {
    async list({ office, scope }) {
      const all = await accountsOf(db, office)
      return all.filter(one => scope === null || one.agency === scope).map(personOf)
    },

    roles: by =>
      [...ROLES.map(id => ({ id, name: null })), ...deps.ownRoles(by.office)].map(({ id, name }) => ({
        ...{ id, name },
        givable: mayGive(deciding(by), id),
        ...placesOf([id], deps.ownRoles(by.office)),
      })),

    invite: (by, person, key) => inTurn(() => invite(by, person, key)),
    link: (by, id) => inTurn(async () => linked(by, await other(by, id))),
    correct: (by, id, to) =>
      change(by, id, 'correct', async account => {
        const { emails } = await takenNames(db, new Set([id]))
        const after = { ...to, username: usernameAfter(account, to, name => emails.has(name)) }
        const taken = await takenBy(db, after, id)
        if (taken) throw new AppError(TAKEN[(taken === 'username' && usernameMadeOf(account)) || taken])
        if (nameKey(to.name) !== nameKey(account.name)) await mustBeMeant(by, to, id)
        const all = ['name', 'email', 'employeeNumber', 'username'] as const
        const fields = all.filter(field => account[field] !== after[field])
        return { ...correction(db, id, after), detail: { fields }, stays: !fields.some(field => field !== 'name') }
      }),
    async deactivate(by, id, takes, foreseen) {
      const at = deps.now()
      const act = async (account: Account) => {
        await foreseen()
        const left = await leftBy(account)
        if (left.some(office => !takes.includes(office)))
          throw new AppError('OFFICES_LEFT', { person: id, offices: left, names: left.map(deps.nameOf).join(', ') })
        const taken = left.map(office =>
          administrationRow(db, { staffId: by.staff.id, office, by: `staff:${by.staff.id}`, at }),
        )
        const { first, then } = deactivation(db, id, at, dayOf(at))
        return { first, then: [...then, ...taken], detail: left.length > 0 ? { takes: left } : {} }
      }
      const person = await change(by, id, 'deactivate', act, atHome)
      sessions.forget(by.staff.id)
      return person
    },
    reactivate: (by, id) =>
      change(by, id, 'reactivate', account => {
        mustBePlaced(account, groundOf(by))
        return reactivation(db, id)
      }),
    setRoles: (by, id, wanted, foreseen) =>
      change(by, id, 'roles', async ({ roles: had }) => {
        const roles = [...new Set(wanted)].sort()
        mustBeGivable(deciding(by), roles, had)
        await foreseen()
        return { ...otherRoles(db, id, roles), detail: { roles } }
      }),
    move: (by, id, to, foreseen) =>
      change(by, id, 'agency', async () => {
        const agency = placeOf(by, to)
        await foreseen()
        return { ...otherAgency(db, id, agency), detail: { agency } }
      }),
    resetSecond: (by, id) =>
      change(by, id, 'secondFactor', () => ({ ...noSecondFactor(db, id), detail: { set: false } })),
    sessions: async (by, id) => sessions.of((await found(by, id)).id),

    async endSessions(by, id, session) {
      const account = await other(by, id)
      const entry = entryOf(by, 'sessions', id)
      if (session === undefined) return sessions.endAll(account.id, 'signedOut', { entry })
      if (!(await sessions.endOne(account.id, session, 'signedOut', entry))) throw new AppError('NOT_FOUND')
    },
  }
}

type Promised<T> = T | Promise<T>

/** What somebody is asked for by, which a repeat has to say again as it stands. */
function wishOf(of: NewPerson & { readonly agency: Scope }) {
  const { name, username, email, employeeNumber, roles, agency } = of
  return { name, username: username.toLowerCase(), email: email?.toLowerCase() ?? null, employeeNumber, roles, agency }
}
