import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { StaffPreview, StaffRow } from '../../../shared/office/file/staff-rows.ts'
import { accountById, accountsOf, takenBy } from '../../store/accounts/accounts.ts'
import { auditRow } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { newStaffRows } from '../../store/staff.ts'
import type { AccountLinks, NewLink } from '../identity/account-links.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { lookAtStaff, type StaffList } from './lists.ts'

/** Somebody who was invited, with the link that is handed over once. */
export interface Invited {
  readonly id: string
  readonly name: string
  readonly link: NewLink
}

/** People of an office from a list. */
export interface StaffLists {
  /** The list row by row; nothing is saved. Throws `NOT_FOUND`. */
  look(office: string, list: StaffList): Promise<StaffPreview>
  /**
   * Invites all of a list, or nobody while a row is wrong. Asked again under the same key they are the same people with other links;
   * throws `COMMAND_ID_REUSED` for another list.
   */
  invite(
    office: string,
    list: StaffList,
    by: { readonly who: string; readonly key: string },
  ): Promise<{ readonly problems: StaffPreview['problems']; readonly invited: readonly Invited[] }>
}

export function createStaffLists(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  readonly links: Pick<AccountLinks, 'create'>
  readonly now: () => Instant
}): StaffLists {
  const { db, offices, links, now } = deps

  async function look(office: string, list: StaffList, but: ReadonlySet<string> = new Set()): Promise<StaffPreview> {
    const { counters } = offices.get(office)
    const accounts = (await accountsOf(db, office)).filter(a => !but.has(a.id))
    const emails = new Set(
      accounts.flatMap(a => [a.username.toLowerCase(), ...(a.email ? [a.email.toLowerCase()] : [])]),
    )
    const nips = new Set(accounts.flatMap(a => a.employeeNumber ?? []))
    const preview = await lookAtStaff(list, { counters, emails, nips })
    return { ...preview, problems: [...preview.problems, ...(await elsewhere(preview, but))] }
  }

  /** Names and numbers are of one person in the whole installation, not in one office. */
  async function elsewhere(
    { rows, problems }: StaffPreview,
    but: ReadonlySet<string>,
  ): Promise<StaffPreview['problems']> {
    if (problems.length > 0 || but.size > 0) return []
    const found: StaffPreview['problems'][number][] = []
    for (const { row, email, nip } of rows) {
      const taken = await takenBy(db, { username: email, email, employeeNumber: nip })
      if (taken === 'employeeNumber') found.push({ row, word: 'nipTaken', values: {} })
      else if (taken) found.push({ row, word: 'emailTaken', values: { email } })
    }
    return found
  }

  return {
    look: (office, list) => look(office, list),
    async invite(office, list, { who, key }) {
      const idOf = ({ row }: StaffRow) => hashOf(`list ${who} ${key} ${row}`).slice(0, 22)
      const bare = await lookAtStaff(list, {
        counters: offices.get(office).counters,
        emails: new Set(),
        nips: new Set(),
      })
      const ids = new Set(bare.rows.map(idOf))
      const first = bare.rows[0] && (await accountById(db, idOf(bare.rows[0])))
      const { rows, problems } = await look(office, list, first ? ids : undefined)
      if (problems.length > 0) return { problems, invited: [] }
      if (!first) {
        const people = rows.map(r => ({
          ...{ id: idOf(r), officeId: office, username: r.email, name: r.name, email: r.email, employeeNumber: r.nip },
          ...{ roles: r.roles, active: true, passwordHash: '', passwordChangedAt: now() },
        }))
        const detail = { office, staff: people.map(p => p.id) }
        const entry = await auditRow(db, { at: now(), who, what: 'staff.inviteList', detail })
        await db.atomic([...people.flatMap(p => newStaffRows(db, p)), entry])
      }
      const invited: Invited[] = []
      for (const r of rows) {
        const account = await accountById(db, idOf(r))
        if (account?.email !== r.email) throw new AppError('COMMAND_ID_REUSED')
        invited.push({ id: account.id, name: r.name, link: await links.create(account) })
      }
      return { problems: [], invited }
    },
  }
}
