import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, Zone } from '../../../shared/kit/time.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { mustBeGivable, mustBeWithin } from '../../../shared/office/roles.ts'
import { officeInPreparation } from '../../../shared/office/opening/in-preparation.ts'
import { accountById, takenBy, type Account } from '../../store/accounts/accounts.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import {
  administrationRow,
  guestsOf,
  hasOwner,
  noAdministration,
  type Guest,
} from '../../store/people/administrations.ts'
import { hasComeIn } from '../../store/people/coming-in.ts'
import { newStaffRows } from '../../store/staff.ts'
import { decidingOf } from '../identity/access.ts'
import type { AccountLinks, NewLink } from '../identity/account-links.ts'
import type { AccountTurn } from '../identity/account-turn.ts'
import type { Manager } from '../identity/people.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Sessions } from '../identity/sessions.ts'
import type { Offices } from '../office/offices.ts'
import { begunBy, type Beginnings } from './beginnings.ts'

/** Another office of the installation, as somebody wishes for it. */
export interface NewOffice {
  readonly name: string
  readonly city: string
  readonly zone: Zone
  /** Its kind; `null`: an empty one. */
  readonly template: string | null
  /** Who sets it up; `null`: whoever opens it. */
  readonly administrator: { readonly name: string; readonly email: string } | null
}

/** Further offices in one installation, each begun by an administrator of another one. */
export interface MoreOffices {
  /**
   * Makes an office in preparation together with whoever sets it up, all or nothing. Asked again under the same key it is the same
   * office with another link, until anybody has come in there. Throws `NOT_FOUND` for no such template, `EMAIL_TAKEN`, `USERNAME_TAKEN`, `COMMAND_ID_REUSED`,
   * `RIGHT_NOT_HELD` for whoever is no administrator.
   */
  begin(by: Manager, wish: NewOffice, key: string): Promise<{ office: OfficeInfo; link: NewLink | null }>
  /** Those of other offices who set this one up. */
  guests(office: string): Promise<readonly Guest[]>
  /** One of them does so no longer, and signs in anew. Throws `NOT_FOUND`, `RIGHT_NOT_HELD`, `LAST_ADMINISTRATOR`. */
  dismiss(by: Manager, guest: string): Promise<void>
}

export function createMoreOffices(deps: {
  readonly db: Database
  readonly now: () => Instant
  readonly offices: Pick<Offices, 'all' | 'replace' | 'version'>
  readonly beginnings: Pick<Beginnings, 'all'>
  readonly links: Pick<AccountLinks, 'create'>
  readonly inTurn: AccountTurn['inTurn']
  readonly sessions: Pick<Sessions, 'endAll' | 'forget'>
}): MoreOffices {
  const { db, now, offices } = deps

  function officeOf(id: string, { name, city, zone, template }: NewOffice): OfficeInfo {
    const bare = { ...officeInPreparation(id), name, city, zone }
    if (template === null) return bare
    const found = deps.beginnings.all().find(t => t.id === template)
    if (!found) throw new AppError('NOT_FOUND', { template })
    return begunBy(bare, found.office)
  }

  /** Who sets it up: an account of its own, or the one who opens it. */
  async function peopleRows(office: string, id: string, by: Manager, who: NewOffice['administrator']): Promise<Rows> {
    if (who === null)
      return [administrationRow(db, { staffId: by.staff.id, office, by: `staff:${by.staff.id}`, at: now() })]
    const { name, email } = who
    const taken = await takenBy(db, { username: email, email, employeeNumber: null })
    if (taken) throw new AppError(taken === 'username' ? 'USERNAME_TAKEN' : 'EMAIL_TAKEN')
    const account = { id, officeId: office, username: email, email, name, roles: ['administrator'], active: true }
    // Nobody signs in by an empty password: it is chosen by the link.
    return newStaffRows(db, { ...account, passwordHash: '', passwordChangedAt: now() })
  }

  /** Whether an office is what was asked for by this wish, with whom it was. */
  async function isOf(wish: NewOffice, id: string, account: Account | undefined): Promise<boolean> {
    const who = account ? { name: account.name, email: account.email } : null
    return isDeepStrictEqual([await offices.version(id, 1), who], [officeOf(id, wish), wish.administrator])
  }

  async function begin(by: Manager, wish: NewOffice, key: string): ReturnType<MoreOffices['begin']> {
    const made = hashOf(`office ${by.staff.id} ${key}`)
    const [id, person] = [`kantor-${made.slice(0, 8)}`, made.slice(8, 30)]
    let office = offices.all().find(o => o.id === id)
    mustBeGivable(decidingOf(by.staff, []), ['administrator'])
    if (office) {
      if (!(await isOf(wish, id, await accountById(db, person)))) throw new AppError('COMMAND_ID_REUSED')
    } else {
      const people = await peopleRows(id, person, by, wish.administrator)
      const detail = { template: wish.template, administrator: wish.administrator ? person : by.staff.id }
      const act = { who: `staff:${by.staff.id}`, what: 'office.begin', detail }
      office = await offices.replace(officeOf(id, wish), act, people)
      deps.sessions.forget(by.staff.id)
    }
    const account = await accountById(db, person)
    // Whoever has ever come in needs no link by this, nor does an office that somebody else sets up by now.
    const waits = account?.active && !(await hasComeIn(db, account)) && !(await hasOwner(db, id))
    return { office, link: waits ? await deps.links.create(account, `staff:${by.staff.id}`) : null }
  }

  return {
    begin: (by, wish, key) => deps.inTurn(() => begin(by, wish, key)),
    guests: office => guestsOf(db, office),
    async dismiss({ staff, office }, guest) {
      mustBeWithin(decidingOf(staff, []), ['administrator'])
      if (!(await guestsOf(db, office)).some(g => g.id === guest)) throw new AppError('NOT_FOUND', { person: guest })
      const detail = { office, staff: guest }
      const entry = { at: now(), who: `staff:${staff.id}`, what: 'office.administration.end', detail }
      if (!(await onRecord(db, { first: noAdministration(db, guest, office), then: [] }, entry)))
        throw new AppError('LAST_ADMINISTRATOR')
      await deps.sessions.endAll(guest, 'changed')
    },
  }
}
