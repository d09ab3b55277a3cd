import { AppError } from '../../../shared/kit/errors.ts'
import { rolesHeld } from '../../../shared/office/file/sound.ts'
import { ROLES } from '../../../shared/office/permissions.ts'
import { changedRoles } from '../../../shared/office/roles.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { differencesOf, type Difference } from '../../../shared/office/file/difference.ts'
import type { StaffEntry } from '../../../shared/office/file/office-file.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { mustBeForeseen } from '../../../shared/queue/changes/consequences.ts'
import { accountsOf, takenBy } from '../../store/accounts/accounts.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { hasWayIn } from '../../store/people/coming-in.ts'
import { pictureById, pictureRow } from '../../store/pictures.ts'
import { guestsOf } from '../../store/people/administrations.ts'
import { roleHolders } from '../../store/people/role-holders.ts'
import { sessionsEndOf } from '../../store/sessions.ts'
import { hasAdministrator, newStaffRows } from '../../store/staff.ts'
import type { AccountLinks, NewLink } from '../identity/account-links.ts'
import { randomId } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import type { Effects, Told } from '../queue/touched.ts'
import { readOfficeFile, type PlacedProblem } from './read.ts'
import { officeFileText } from './write.ts'

/** What a file would do to the office that it names. */
export interface Foreseen {
  readonly office: string
  readonly isNew: boolean
  readonly differences: readonly Difference[]
  /** Bookings, wishes and entries of draws that it leaves no time. */
  readonly booked: number
  /** How many of them get a message. */
  readonly told: number
  /** What it does to whoever waits, serves or is shown it now. */
  readonly consequences: Told['consequences']
  /** How many must be told of before it is applied: those, people who wait for a service that ends, and officers who serve. */
  readonly touches: number
  /** How many sign in anew, for their own role gets other rights. */
  readonly renewed: number
  /** Who is not known yet and is invited. */
  readonly invited: readonly StaffEntry[]
}

export type Looked =
  | { readonly ok: true; readonly foreseen: Foreseen }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] }

/** Who sets up an office, and the link by which they come in. */
export interface AdministratorLink {
  readonly username: string
  readonly link: NewLink
}

/** A whole office as a file. */
export interface OfficeFiles {
  /** The file of an office as it stands; throws `NOT_FOUND`. */
  text(office: string): Promise<string>
  /** What a file would do; nothing is saved. */
  look(text: string): Promise<Looked>
  /**
   * Does what a file says, all or nothing: the office, its version, who is invited and the entry of the audit log. Where it touches
   * anybody and `sure` is not set it throws `BOOKINGS_TOUCHED`; what a change may not take away no file may (`STRUCTURE_UNSOUND`).
   */
  apply(text: string, by: string, sure: boolean): Promise<Looked>
  /**
   * Links for the administrators of an office of which none has ever come in; none any more once one of them is in. `undefined`:
   * the installation has no administrator at all yet, who comes in by its set-up link.
   */
  administratorLinks(office: string): Promise<readonly AdministratorLink[] | undefined>
}

export function createOfficeFiles(deps: {
  readonly db: Database
  readonly offices: Offices
  readonly effects: Pick<Effects, 'between' | 'replace'>
  readonly links: Pick<AccountLinks, 'create'>
  readonly now: () => Instant
}): OfficeFiles {
  const { db, offices, effects, now } = deps
  const standing = (id: string) => offices.all().find(o => o.id === id)

  /** What a file says for this office: right in itself, and no own role taken from under whoever has it. */
  async function read(text: string) {
    const file = readOfficeFile(text, standing)
    if (!file.ok) return file
    const { office, place } = file
    const people: Record<string, number> = {}
    for (const { role } of await roleHolders(db, office.id)) people[role] = (people[role] ?? 0) + 1
    const held = rolesHeld(standing(office.id), office, people)
    return held.length > 0 ? { ok: false as const, problems: held.map(place) } : file
  }

  /** Who has an own role that gets other rights. */
  async function renewedBy(after: OfficeInfo): Promise<readonly string[]> {
    const changed = changedRoles(standing(after.id)?.roles ?? [], after.roles ?? [])
    const holders = changed.length > 0 ? await roleHolders(db, after.id) : []
    return [...new Set(holders.filter(h => changed.includes(h.role)).map(h => h.staffId))]
  }

  async function foreseenOf(after: OfficeInfo, staff: readonly StaffEntry[]): Promise<Foreseen> {
    const before = standing(after.id)
    const told = before && (await effects.between(after))
    const booked = told ? told.touched.total + told.touched.entries : 0
    const consequences = told?.consequences ?? []
    const ending = consequences.filter(c => c.kind === 'waitingServed').reduce((n, c) => n + c.count, 0)
    return {
      office: after.id,
      isNew: before === undefined,
      differences: differencesOf(before, after),
      booked,
      told: told?.touched.told ?? 0,
      consequences,
      touches: booked + ending + mustBeForeseen(consequences),
      renewed: (await renewedBy(after)).length,
      invited: await unknownOf(staff),
    }
  }

  /** Whoever has an account already keeps it as it is. */
  async function unknownOf(staff: readonly StaffEntry[]): Promise<readonly StaffEntry[]> {
    const unknown: StaffEntry[] = []
    for (const entry of staff) {
      const { username, email, nip } = entry
      if (!(await takenBy(db, { username, email, employeeNumber: nip }))) unknown.push(entry)
    }
    return unknown
  }

  function staffRows(office: string, staff: readonly StaffEntry[]): Rows {
    return staff.flatMap(({ username, name, email, nip, agency, roles }) =>
      newStaffRows(db, {
        ...{
          id: randomId(),
          officeId: office,
          agency,
          username,
          name,
          email,
          employeeNumber: nip,
          roles,
          active: true,
        },
        // Nobody signs in by an empty one: it is chosen by the link of an invitation.
        ...{ passwordHash: '', passwordChangedAt: now() },
      }),
    )
  }

  return {
    async text(id) {
      const office = offices.get(id)
      const known = [...ROLES, ...(office.roles ?? []).map(role => role.id)]
      const accounts = await accountsOf(db, id)
      const staff = accounts
        .filter(a => a.active)
        .map(({ username, name, email, employeeNumber, agency, roles }) => ({
          username,
          name,
          email,
          nip: employeeNumber,
          agency,
          roles: known.filter(role => roles.includes(role)),
        }))
      return officeFileText(office, staff, office.logo === '' ? undefined : await pictureById(db, office.logo))
    },
    async look(text) {
      const file = await read(text)
      return file.ok ? { ok: true, foreseen: await foreseenOf(file.office, file.file.staff ?? []) } : file
    },
    async apply(text, by, sure) {
      const said = await read(text)
      if (!said.ok) return said
      const { office } = said
      const foreseen = await foreseenOf(office, said.file.staff ?? [])
      if (foreseen.differences.length === 0 && foreseen.invited.length === 0) return { ok: true, foreseen }
      const touched = foreseen.touches
      if (touched > 0 && !sure) throw new AppError('BOOKINGS_TOUCHED', { touched })
      const fields = foreseen.differences.map(d => d.path)
      const at = now()
      const rows = [
        ...(said.logo ? [pictureRow(db, { ...said.logo, at })] : []),
        ...staffRows(office.id, foreseen.invited),
        ...sessionsEndOf(db, await renewedBy(office)),
      ]
      const act = { who: by, what: 'office.file', detail: { fields, invited: foreseen.invited.length } }
      await (foreseen.isNew ? offices.replace(office, act, rows) : effects.replace(office, rows, touched, act))
      return { ok: true, foreseen }
    },
    async administratorLinks(office) {
      const accounts = await accountsOf(db, office)
      const theirs = accounts.filter(a => a.active && a.roles.includes('administrator'))
      const isIn = theirs.some(hasWayIn)
      if (!(await hasAdministrator(db))) return undefined
      if (isIn || (await guestsOf(db, office)).length > 0) return []
      const made: AdministratorLink[] = []
      for (const account of theirs)
        made.push({ username: account.username, link: await deps.links.create(account, 'operator') })
      return made
    },
  }
}
