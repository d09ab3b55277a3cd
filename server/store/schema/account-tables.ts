import { sql, type Kysely } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'

export interface StaffTable {
  readonly id: string
  readonly office: string
  readonly username: string
  readonly name: string
  /** Empty while somebody is invited and has not chosen a password. */
  readonly password_hash: string
  readonly active: number
  readonly password_changed_at: Instant
  /** The agency of the hall to which they belong; `null`: the whole office. */
  readonly agency: string | null
  readonly email: string | null
  readonly employee_number: string | null
  /** Sealed. */
  readonly totp_secret: string | null
  /** Since when there is a second factor. */
  readonly totp_since: Instant | null
  /** The last time step whose code was accepted; none at or before it is accepted again. */
  readonly totp_step: number | null
  /** The one link that lives, by its hash. */
  readonly link_hash: string | null
  readonly link_kind: 'invite' | 'reset' | null
  readonly link_expires_at: Instant | null
  readonly last_sign_in_at: Instant | null
}

export interface StaffRolesTable {
  readonly staff_id: string
  readonly role: string
}

export interface SessionsTable {
  readonly hash: string
  readonly staff_id: string
  readonly created_at: Instant
  readonly seen_at: Instant
  readonly expires_at: Instant
  /** The roles with which it began; `null` where it is older than this column. */
  readonly roles: string | null
  /** By what its holder proved who they are. */
  readonly how: SignedInBy
  /** Browser and system, coarsely. */
  readonly device: string | null
  /** The further office at which its holder is at work; `null`: their own. */
  readonly office: string | null
}

/** By what somebody proved who they are. */
export type SignedInBy = 'password' | 'password+code' | 'oidc'

/** A code that stands in for a lost second factor, once. */
export interface RecoveryCodesTable {
  readonly staff_id: string
  /** A keyed hash. */
  readonly hash: string
}

/** Step `0020-accounts`: who is invited, second factors, recovery codes, and where somebody is signed in. */
export async function accountTables(db: Kysely<unknown>): Promise<void> {
  const staff = () => db.schema.alterTable('staff')
  for (const column of ['email', 'employee_number', 'totp_secret', 'link_hash', 'link_kind'])
    await staff().addColumn(column, 'text').execute()
  for (const column of ['totp_since', 'totp_step', 'link_expires_at', 'last_sign_in_at'])
    await staff().addColumn(column, 'bigint').execute()
  for (const column of ['email', 'employee_number', 'link_hash'])
    await db.schema.createIndex(`staff_${column}`).on('staff').column(column).unique().execute()
  await db.schema
    .alterTable('sessions')
    .addColumn('how', 'text', c => c.notNull().defaultTo(sql.lit('password')))
    .execute()
  await db.schema.alterTable('sessions').addColumn('device', 'text').execute()
  await db.schema.createIndex('sessions_staff').on('sessions').column('staff_id').execute()
  await db.schema
    .createTable('recovery_codes')
    .addColumn('staff_id', 'text', c => c.notNull().references('staff.id').onDelete('cascade'))
    .addColumn('hash', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('recovery_codes_pk', ['staff_id', 'hash'])
    .execute()
}
