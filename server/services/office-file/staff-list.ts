import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { mayGive } from '../../../shared/office/roles.ts'
import type { StaffPreview, StaffRow } from '../../../shared/office/file/staff-rows.ts'
import { accountsById, accountsOf, takenNames, type Account } from '../../store/accounts/accounts.ts'
import { onRecord } from '../../store/audit.ts'
import { hasComeIn } from '../../store/people/coming-in.ts'
import type { Database } from '../../store/open/database.ts'
import { newStaffRows } from '../../store/staff.ts'
import { decidingOf } from '../identity/access.ts'
import type { AccountLinks, NewLink } from '../identity/account-links.ts'
import type { AccountTurn } from '../identity/account-turn.ts'
import type { Manager } from '../identity/people.ts'
import { mustReach } from '../identity/reach.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { lookAtStaff, type StaffList } from './lists.ts'
import { MOST_ROWS } from './table.ts'

/** Somebody who was invited, with the link that is handed over once. */
export interface Invited {
  readonly id: string
  readonly name: string
  readonly username: string
  readonly link: NewLink
}

/** People of an office from a list. */
export interface StaffLists {
  /** The list row by row; nothing is saved. A role that whoever brings it may not give is a problem of its row. Throws `NOT_FOUND`. */
  look(by: Manager, list: StaffList): Promise<StaffPreview>
  /**
   * Invites all of a list, or nobody while a row is wrong. Asked again under the same key they are the same people with other
   * links, for those who have not come in yet; throws `COMMAND_ID_REUSED` for anything but those who are there by it as they were
   * asked for, and `RIGHT_NOT_HELD` where one of them has more rights by now.
   */
  invite(
    by: Manager,
    list: StaffList,
    key: string,
  ): Promise<{ readonly problems: StaffPreview['problems']; readonly invited: readonly Invited[] }>
}

export function createStaffLists(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  readonly links: Pick<AccountLinks, 'first' | 'create'>
  readonly inTurn: AccountTurn['inTurn']
  readonly now: () => Instant
}): StaffLists {
  const { db, offices, links, now } = deps

  /** What the office has, and what whoever brings the list may give. */
  function groundOf(by: Manager) {
    const { counters, agencies, roles: own = [] } = offices.get(by.office)
    return { counters, agencies, own, mayGive: (role: string) => mayGive(decidingOf(by.staff, own), role) }
  }

  /** Names and numbers are of one person in the whole installation, not in one office; the people are of this one. */
  async function look(by: Manager, list: StaffList, but: ReadonlySet<string> = new Set()): Promise<StaffPreview> {
    const taken = await takenNames(db, but)
    const people = (await accountsOf(db, by.office)).filter(a => !but.has(a.id))
    return lookAtStaff(list, { ...groundOf(by), ...taken, people })
  }

  /** Everybody of the list with their links and the entry of the audit log, all or nothing. */
  async function hire(by: Manager, rows: readonly StaffRow[], idOf: (row: StaffRow) => string): Promise<Invited[]> {
    const { office } = by
    const at = now()
    const made = rows.map(r => ({ id: idOf(r), name: r.name, username: r.username, ...links.first(idOf(r)) }))
    const [first, ...then] = rows.flatMap((r, i) => [
      ...newStaffRows(db, {
        ...{ id: idOf(r), officeId: office, username: r.username, name: r.name, email: r.email, employeeNumber: r.nip },
        ...{ agency: r.agency, roles: r.roles, active: true, passwordHash: '', passwordChangedAt: at },
      }),
      made[i]!.row,
    ])
    const detail = { office, staff: made.map(({ id }) => id) }
    await onRecord(db, { first: first!, then }, { at, who: `staff:${by.staff.id}`, what: 'staff.inviteList', detail })
    return made
  }

  async function invite(by: Manager, list: StaffList, key: string): ReturnType<StaffLists['invite']> {
    const who = `staff:${by.staff.id}`
    const idOf = ({ row }: { readonly row: number }) => hashOf(`list ${who} ${key} ${row}`).slice(0, 22)
    // Everybody who was ever made by this key, in whatever office and by whatever list.
    const ids = Array.from({ length: MOST_ROWS }, (_, i) => idOf({ row: i + 1 }))
    const made = await accountsById(db, ids)
    const { rows, problems } = await look(by, list, new Set(made.map(a => a.id)))
    if (problems.length > 0) return { problems, invited: [] }
    if (made.length === 0) return { problems: [], invited: await hire(by, rows, idOf) }
    const deciding = decidingOf(by.staff, groundOf(by).own)
    for (const account of made) {
      if (account.officeId !== by.office) throw new AppError('COMMAND_ID_REUSED')
      await mustReach(db, deciding, account, now())
    }
    const accounts = rows.flatMap(r => made.find(a => a.id === idOf(r) && isAsAsked(a, r)) ?? [])
    if (accounts.length !== rows.length || made.length !== rows.length) throw new AppError('COMMAND_ID_REUSED')
    const invited: Invited[] = []
    for (const account of accounts) {
      // Whoever has come in is not invited: another password is a reset, which is asked for as such.
      if (!account.active || (await hasComeIn(db, account))) continue
      invited.push({
        id: account.id,
        name: account.name,
        username: account.username,
        link: await links.create(account, who),
      })
    }
    return { problems: [], invited }
  }

  return {
    look: (by, list) => look(by, list),
    invite: (by, list, key) => deps.inTurn(() => invite(by, list, key)),
  }
}

/** Whether somebody is what a row asks for. */
function isAsAsked({ name, email, employeeNumber: nip, agency, roles }: Account, row: StaffRow): boolean {
  const asked = { name: row.name, email: row.email, nip: row.nip, agency: row.agency, roles: [...row.roles].sort() }
  return isDeepStrictEqual({ name, email, nip, agency, roles }, asked)
}
