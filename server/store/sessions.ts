import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { SessionsTable } from './schema/tables.ts'

/** A signed-in browser, known by the hash of its secret. */
export interface Session {
  readonly hash: string
  readonly staffId: string
  readonly createdAt: Instant
  readonly seenAt: Instant
  readonly expiresAt: Instant
  /** The roles with which it began; `null` where nobody noted them. */
  readonly roles: string | null
}

export async function insertSession({ kysely }: Database, session: Session): Promise<void> {
  await kysely
    .insertInto('sessions')
    .values({
      hash: session.hash,
      staff_id: session.staffId,
      created_at: session.createdAt,
      seen_at: session.seenAt,
      expires_at: session.expiresAt,
      roles: session.roles,
    })
    .execute()
}

/** The session as stored; whether it still counts is the caller's rule. */
export async function sessionByHash({ kysely }: Database, hash: string): Promise<Session | undefined> {
  const row = await kysely.selectFrom('sessions').selectAll().where('hash', '=', hash).executeTakeFirst()
  return row && sessionOf(row)
}

export async function touchSession({ kysely }: Database, hash: string, seenAt: Instant): Promise<void> {
  await kysely.updateTable('sessions').set({ seen_at: seenAt }).where('hash', '=', hash).execute()
}

export async function deleteSession({ kysely }: Database, hash: string): Promise<void> {
  await kysely.deleteFrom('sessions').where('hash', '=', hash).execute()
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
  }
}
