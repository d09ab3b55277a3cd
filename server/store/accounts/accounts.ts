import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Role } from '../../../shared/office/permissions.ts'
import type { KnownBy } from '../../../shared/office/file/usernames.ts'
import type { Deed } from '../audit.ts'
import type { Database } from '../open/database.ts'
import type { StaffTable } from '../schema/account-tables.ts'
import type { StaffWithPassword } from '../staff.ts'

/** Everything that is kept of an account but the second factor's secret. */
export interface Account extends StaffWithPassword {
  readonly email: string | null
  readonly employeeNumber: string | null
  /** The one link that lives. */
  readonly link: { readonly kind: LinkKind; readonly hash: string; readonly expiresAt: Instant } | null
  readonly lastSignInAt: Instant | null
}

/** `invite` lets somebody choose the first password, `reset` another one. */
export type LinkKind = 'invite' | 'reset'

export async function accountById({ kysely }: Database, id: string): Promise<Account | undefined> {
  const rows = await kysely.selectFrom('staff').selectAll().where('id', '=', id).execute()
  return (await withRoles({ kysely }, rows))[0]
}

export async function accountByLink({ kysely }: Database, hash: string): Promise<Account | undefined> {
  const rows = await kysely.selectFrom('staff').selectAll().where('link_hash', '=', hash).execute()
  return (await withRoles({ kysely }, rows))[0]
}

/** Those of these ids who are there. */
export async function accountsById({ kysely }: Database, ids: readonly string[]): Promise<readonly Account[]> {
  return withRoles({ kysely }, await kysely.selectFrom('staff').selectAll().where('id', 'in', ids).execute())
}

/** Whose e-mail or employee number it is, in whatever office; also one who is no longer active. */
export async function accountBy(
  { kysely }: Database,
  column: 'email' | 'employee_number',
  value: string,
): Promise<Account | undefined> {
  const rows = await kysely.selectFrom('staff').selectAll().where(column, '=', value).execute()
  return (await withRoles({ kysely }, rows))[0]
}

/** Everybody of an office, by name. */
export async function accountsOf({ kysely }: Database, office: string): Promise<readonly Account[]> {
  const rows = await kysely
    .selectFrom('staff')
    .selectAll()
    .where('office', '=', office)
    .orderBy('name')
    .orderBy('id')
    .execute()
  return withRoles({ kysely }, rows)
}

/** Whether somebody else, `but` for one, has the name, e-mail or number already; a name is nobody's e-mail either, for both are typed to sign in. */
export async function takenBy(
  { kysely }: Database,
  of: { readonly username: string; readonly email: string | null; readonly employeeNumber: string | null },
  but = '',
): Promise<'username' | 'email' | 'employeeNumber' | undefined> {
  const has = async (value: string | null | undefined, ...columns: ('username' | 'email' | 'employee_number')[]) =>
    value !== null &&
    value !== undefined &&
    (await kysely
      .selectFrom('staff')
      .select('id')
      .where(is => is.or(columns.map(column => is(column, '=', value))))
      .where('id', '<>', but)
      .executeTakeFirst()) !== undefined
  if (await has(of.username.toLowerCase(), 'username', 'email')) return 'username'
  if (await has(of.email?.toLowerCase(), 'email', 'username')) return 'email'
  return (await has(of.employeeNumber, 'employee_number')) ? 'employeeNumber' : undefined
}

/** All user names and e-mails, in small letters, and all employee numbers of the installation, without those of some people. */
export async function takenNames(
  { kysely }: Database,
  but: ReadonlySet<string>,
): Promise<{ readonly emails: ReadonlySet<string>; readonly nips: ReadonlySet<string> }> {
  const rows = await kysely.selectFrom('staff').select(['id', 'username', 'email', 'employee_number']).execute()
  const others = rows.filter(({ id }) => !but.has(id))
  return {
    emails: new Set(others.flatMap(({ username, email }) => [username, email ?? username].map(t => t.toLowerCase()))),
    nips: new Set(others.flatMap(({ employee_number: number }) => number ?? [])),
  }
}

/** Another name, e-mail or number of somebody, and what they sign in by. */
export function correction({ kysely }: Database, id: string, to: KnownBy): Deed {
  const first = kysely
    .updateTable('staff')
    .set({ name: to.name, email: to.email, employee_number: to.employeeNumber, username: to.username })
    .where('id', '=', id)
    .compile()
  return { first, then: [] }
}

/** The one link of a person: whatever was before it is dead. Changes nothing for somebody who is off. */
export function linkRow({ kysely }: Database, id: string, link: NonNullable<Account['link']>): CompiledQuery {
  return kysely
    .updateTable('staff')
    .set({ link_hash: link.hash, link_kind: link.kind, link_expires_at: link.expiresAt })
    .where('id', '=', id)
    .where('active', '=', 1)
    .compile()
}

/** No link lives. */
export const NO_LINK = { link_hash: null, link_kind: null, link_expires_at: null }

/** The first sign-in without a password ends the invitation to choose one. */
export async function endInvitation({ kysely }: Database, id: string): Promise<void> {
  await kysely
    .updateTable('staff')
    .set(NO_LINK)
    .where('id', '=', id)
    .where('link_hash', 'is not', null)
    .where('password_hash', '=', '')
    .where(is => is.or([is('last_sign_in_at', 'is', null), is('last_sign_in_at', '<', is.ref('password_changed_at'))]))
    .execute()
}

/** A new password by the link, which is dead then; of two who use it at once, one changes the row. */
export function passwordByLink(
  { kysely }: Database,
  by: { readonly hash: string; readonly at: Instant; readonly passwordHash: string },
): Deed {
  const first = kysely
    .updateTable('staff')
    .set({ password_hash: by.passwordHash, password_changed_at: by.at, ...NO_LINK })
    .where('link_hash', '=', by.hash)
    .where('link_expires_at', '>', by.at)
    .where('active', '=', 1)
    .compile()
  return { first, then: [] }
}

/** Another password in the place of the one that was looked at; the session that asked for it goes on. */
export function otherPassword(
  { kysely }: Database,
  of: {
    readonly id: string
    readonly from: string
    readonly to: string
    readonly at: Instant
    readonly sessionHash: string
  },
): Deed {
  const first = kysely
    .updateTable('staff')
    .set({ password_hash: of.to, password_changed_at: of.at, ...NO_LINK })
    .where('id', '=', of.id)
    .where('password_hash', '=', of.from)
    .where('active', '=', 1)
    .compile()
  const goesOn = kysely.updateTable('sessions').set({ created_at: of.at }).where('hash', '=', of.sessionHash).compile()
  return { first, then: [goesOn] }
}

export async function noteSignIn({ kysely }: Database, id: string, at: Instant): Promise<void> {
  await kysely.updateTable('staff').set({ last_sign_in_at: at }).where('id', '=', id).execute()
}

async function withRoles({ kysely }: Pick<Database, 'kysely'>, rows: readonly StaffTable[]): Promise<Account[]> {
  if (rows.length === 0) return []
  const all = await kysely
    .selectFrom('staff_roles')
    .selectAll()
    .where(
      'staff_id',
      'in',
      rows.map(row => row.id),
    )
    .orderBy('role')
    .execute()
  return rows.map(row =>
    accountOf(
      row,
      all.filter(r => r.staff_id === row.id).map(r => r.role as Role),
    ),
  )
}

function accountOf(row: StaffTable, roles: readonly Role[]): Account {
  return {
    ...{ id: row.id, officeId: row.office, agency: row.agency, username: row.username, name: row.name, roles },
    active: row.active === 1,
    passwordHash: row.password_hash,
    passwordChangedAt: row.password_changed_at,
    secondFactorSince: row.totp_since,
    email: row.email,
    employeeNumber: row.employee_number,
    link:
      row.link_hash === null
        ? null
        : { kind: row.link_kind ?? 'reset', hash: row.link_hash, expiresAt: row.link_expires_at ?? 0 },
    lastSignInAt: row.last_sign_in_at,
  }
}
