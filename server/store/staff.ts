import type { CompiledQuery } from 'kysely'
import type { Role } from '../../shared/office/permissions.ts'
import type { Scope } from '../../shared/office/scope.ts'
import type { Instant } from '../../shared/kit/time.ts'
import { haveWayIn } from './people/coming-in.ts'
import type { Database } from './open/database.ts'
import type { Deed } from './audit.ts'
import type { StaffTable } from './schema/account-tables.ts'

/** A member of staff, as everybody but the login sees one. */
export interface StaffMember {
  readonly id: string
  readonly officeId: string
  /** The agency of the hall to which they belong; `null`: the whole office. */
  readonly agency: string | null
  readonly username: string
  readonly name: string
  readonly active: boolean
  /** A session from before this instant is void. */
  readonly passwordChangedAt: Instant
  /** Those of every office and those of its own. */
  readonly roles: readonly string[]
  /** Since when a second factor is asked for; `null` while there is none. */
  readonly secondFactorSince: Instant | null
}

/** For the login only. */
export type StaffWithPassword = StaffMember & { readonly passwordHash: string }

/** Whoever signs in by this name, written in any case; also one who is no longer active. */
export async function findByUsername(db: Database, username: string): Promise<StaffWithPassword | undefined> {
  const row = await db.kysely
    .selectFrom('staff')
    .selectAll()
    .where('username', '=', username.toLowerCase())
    .executeTakeFirst()
  return row && { ...(await memberOf(db, row)), passwordHash: row.password_hash }
}

export async function staffById(db: Database, id: string): Promise<StaffMember | undefined> {
  const row = await db.kysely.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst()
  return row && memberOf(db, row)
}

/** Names of an office's staff, or of one agency's; the past needs those who have left, too. */
export async function staffOfOffice(
  { kysely }: Database,
  officeId: string,
  scope: Scope = null,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  return kysely
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('office', '=', officeId)
    .$if(scope !== null, q => q.where('agency', '=', scope))
    .orderBy('name')
    .execute()
}

/** Somebody new. */
export type NewStaff = Omit<StaffWithPassword, 'secondFactorSince' | 'agency'> & {
  /** Of the whole office unless one is named. */
  readonly agency?: Scope
  readonly email?: string | null
  readonly employeeNumber?: string | null
}

/** Somebody new as a deed to be done on record. */
export function hiring(db: Database, member: NewStaff): Deed {
  const [first, ...then] = newStaffRows(db, member)
  return { first: first!, then }
}

export async function insertStaff(db: Database, member: NewStaff): Promise<void> {
  await db.atomic(newStaffRows(db, member))
}

/** The rows of somebody new, to be written together with others. */
export function newStaffRows({ kysely }: Database, member: NewStaff): CompiledQuery[] {
  return [
    kysely
      .insertInto('staff')
      .values({
        id: member.id,
        office: member.officeId,
        agency: member.agency ?? null,
        username: member.username.toLowerCase(),
        name: member.name,
        password_hash: member.passwordHash,
        active: member.active ? 1 : 0,
        password_changed_at: member.passwordChangedAt,
        email: member.email?.toLowerCase() ?? null,
        employee_number: member.employeeNumber ?? null,
      })
      .compile(),
    ...member.roles.map(role => kysely.insertInto('staff_roles').values({ staff_id: member.id, role }).compile()),
  ]
}

/** Whether anybody who may come in sets things up here; whoever is only invited has not come in. */
export async function hasAdministrator({ kysely }: Database): Promise<boolean> {
  const one = await kysely
    .selectFrom('staff')
    .innerJoin('staff_roles', 'staff_roles.staff_id', 'staff.id')
    .select('staff.id')
    .where('role', '=', 'administrator')
    .where('active', '=', 1)
    .where(haveWayIn('staff'))
    .limit(1)
    .executeTakeFirst()
  return one !== undefined
}

/** One row as everybody but the login sees it. */
export async function memberOf({ kysely }: Database, row: StaffTable): Promise<StaffMember> {
  const roles = await kysely
    .selectFrom('staff_roles')
    .select('role')
    .where('staff_id', '=', row.id)
    .orderBy('role')
    .execute()
  return {
    id: row.id,
    officeId: row.office,
    agency: row.agency,
    username: row.username,
    name: row.name,
    active: row.active === 1,
    passwordChangedAt: row.password_changed_at,
    roles: roles.map(r => r.role as Role),
    secondFactorSince: row.totp_since,
  }
}
