import { AppError } from '../../../shared/kit/errors.ts'
import { ROLES } from '../../../shared/office/permissions.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import { differencesOf, type Difference } from '../../../shared/office/file/difference.ts'
import type { StaffEntry } from '../../../shared/office/file/office-file.ts'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { mustBeForeseen } from '../../../shared/queue/changes/consequences.ts'
import { accountsOf, takenBy } from '../../store/accounts/accounts.ts'
import { auditRow } from '../../store/audit.ts'
import type { Database, Rows } from '../../store/open/database.ts'
import { newStaffRows } from '../../store/staff.ts'
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
  /** What it does to whoever waits, serves or is shown it now. */
  readonly consequences: Told['consequences']
  /** How many must be told of before it is applied: those, people who wait for a service that ends, and officers who serve. */
  readonly touches: number
  /** Who is not known yet and is invited. */
  readonly invited: readonly StaffEntry[]
}

export type Looked =
  | { readonly ok: true; readonly foreseen: Foreseen }
  | { readonly ok: false; readonly problems: readonly PlacedProblem[] }

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
}

export function createOfficeFiles(deps: {
  readonly db: Database
  readonly offices: Offices
  readonly effects: Pick<Effects, 'between' | 'replace'>
  readonly now: () => Instant
}): OfficeFiles {
  const { db, offices, effects, now } = deps
  const standing = (id: string) => offices.all().find(o => o.id === id)

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
      consequences,
      touches: booked + ending + mustBeForeseen(consequences),
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
    return staff.flatMap(({ username, name, email, nip, roles }) =>
      newStaffRows(db, {
        ...{ id: randomId(), officeId: office, username, name, email, employeeNumber: nip, roles, active: true },
        // Nobody signs in by an empty one: it is chosen by the link of an invitation.
        ...{ passwordHash: '', passwordChangedAt: now() },
      }),
    )
  }

  return {
    async text(id) {
      const accounts = await accountsOf(db, id)
      const staff = accounts
        .filter(a => a.active)
        .map(({ username, name, email, employeeNumber, roles }) => ({
          username,
          name,
          email,
          nip: employeeNumber,
          // A file knows the roles of every office; those of its own are made on their page.
          roles: ROLES.filter(role => roles.includes(role)),
        }))
      return officeFileText(offices.get(id), staff)
    },
    async look(text) {
      const read = readOfficeFile(text, standing)
      return read.ok ? { ok: true, foreseen: await foreseenOf(read.office, read.file.staff ?? []) } : read
    },
    async apply(text, by, sure) {
      const read = readOfficeFile(text, standing)
      if (!read.ok) return read
      const { office } = read
      const foreseen = await foreseenOf(office, read.file.staff ?? [])
      if (foreseen.differences.length === 0 && foreseen.invited.length === 0) return { ok: true, foreseen }
      const touched = foreseen.touches
      if (touched > 0 && !sure) throw new AppError('BOOKINGS_TOUCHED', { touched })
      const fields = foreseen.differences.map(d => d.path)
      const at = now()
      const rows = [
        ...staffRows(office.id, foreseen.invited),
        await auditRow(db, {
          at,
          who: by,
          what: 'office.file',
          detail: { office: office.id, fields, invited: foreseen.invited.length },
        }),
      ]
      await (foreseen.isNew ? offices.replace(office, { by }, rows) : effects.replace(office, rows, touched, { by }))
      return { ok: true, foreseen }
    },
  }
}
