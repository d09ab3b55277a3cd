import type { Instant } from '../../shared/kit/time.ts'
import type { Deed } from './audit.ts'
import type { Database, Rows } from './open/database.ts'
import type { SessionsTable, SignedInBy } from './schema/account-tables.ts'

/** A signed-in browser, known by the hash of its secret. */
export interface Session {
  readonly hash: string
  readonly staffId: string
  readonly createdAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
  /** The roles with which it began; `null` where nobody noted them. */
  readonly roles: string | null
  readonly how: SignedInBy
  /** Browser and system, coarsely; `null` where nobody noted them. */
  readonly device: string | null
  /** The further office at which its holder is at work; `null`: their own. */
  readonly office: string | null
}

/** A session for somebody whose password is still the one that was looked at; `false` when it was changed meanwhile. */
export async function insertSession(
  { kysely }: Database,
  session: Omit<Session, 'office'>,
  passwordHash: string,
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto('sessions')
    .columns(['hash', 'staff_id', 'created_at', 'seen_at', 'expires_at', 'roles', 'how', 'device'])
    .expression(from =>
      from
        .selectFrom('staff')
        .select(is => [
          is.cast<string>(is.val(session.hash), 'text').as('hash'),
          'id',
          is.cast<number>(is.val(session.createdAt), 'bigint').as('created_at'),
          is.cast<number>(is.val(session.seenAt), 'bigint').as('seen_at'),
          is.cast<number>(is.val(session.expiresAt), 'bigint').as('expires_at'),
          is.cast<string | null>(is.val(session.roles), 'text').as('roles'),
          is.cast<SignedInBy>(is.val(session.how), 'text').as('how'),
          is.cast<string | null>(is.val(session.device), 'text').as('device'),
        ])
        .where('id', '=', session.staffId)
        .where('password_hash', '=', passwordHash)
        .where('active', '=', 1),
    )
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

/** The sessions of one person, the newest first. */
export async function sessionsOf({ kysely }: Database, staffId: string): Promise<readonly Session[]> {
  const rows = await kysely
    .selectFrom('sessions')
    .selectAll()
    .where('staff_id', '=', staffId)
    .orderBy('created_at', 'desc')
    .orderBy('hash')
    .execute()
  return rows.map(sessionOf)
}

/** The session as stored; whether it still counts is the caller's rule. */
export async function sessionByHash({ kysely }: Database, hash: string): Promise<Session | undefined> {
  const row = await kysely.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst()
  return row && sessionOf(row)
}

export async function touchSession({ kysely }: Database, hash: string, seenAt: Instant): Promise<void> {
  await kysely.updateTable('sessions').set({ seen_at: seenAt }).where('hash', '=', hash).execute()
}

/** At work in another office from now on; `null`: in the own one. */
export async function setSessionOffice({ kysely }: Database, hash: string, office: string | null): Promise<void> {
  await kysely.updateTable('sessions').set({ office }).where('hash', '=', hash).execute()
}

export async function deleteSession({ kysely }: Database, hash: string): Promise<void> {
  await kysely.deleteFrom('sessions').where('hash', '=', hash).execute()
}

/** The end of some sessions, to be put on record. */
export function sessionsEnd({ kysely }: Database, hashes: readonly string[]): Deed {
  return { first: kysely.deleteFrom('sessions').where('hash', 'in', hashes).compile(), then: [] }
}

/** The end of every session of some people, beside what else is written. */
export function sessionsEndOf({ kysely }: Database, staffIds: readonly string[]): Rows {
  return staffIds.length > 0 ? [kysely.deleteFrom('sessions').where('staff_id', 'in', staffIds).compile()] : []
}

/** Removes sessions past their end or unused for too long; how many. */
export async function deleteSessionsBefore(
  { kysely }: Database,
  limits: { readonly expiredBefore: Instant; readonly idleSince: Instant },
): Promise<number> {
  const { numDeletedRows } = await kysely
    .deleteFrom('sessions')
    .where(over => over.or([over('expires_at', '<', limits.expiredBefore), over('seen_at', '<', limits.idleSince)]))
    .executeTakeFirst()
  return Number(numDeletedRows)
}

function sessionOf(row: SessionsTable): Session {
  return {
    hash: row.hash,
    staffId: row.staff_id,
    createdAt: row.created_at,
    seenAt: row.seen_at,
    expiresAt: row.expires_at,
    roles: row.roles,
    how: row.how,
    device: row.device,
    office: row.office,
  }
}
