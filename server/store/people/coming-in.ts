import { sql } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'

/**
 * Whether somebody who is active has a way in: a password, or the provider of the accounts, by which they have come since they
 * have none. Until then they wait for their link.
 */
export function hasWayIn(of: {
  readonly passwordHash: string
  readonly lastSignInAt: Instant | null
  readonly passwordChangedAt: Instant
}): boolean {
  return of.passwordHash !== '' || (of.lastSignInAt ?? -1) >= of.passwordChangedAt
}

/** Whether somebody has ever come in: also to choose a password, which is on record, and also who was switched off since. */
export async function hasComeIn(
  { kysely }: Database,
  of: { readonly id: string; readonly passwordHash: string; readonly lastSignInAt: Instant | null },
): Promise<boolean> {
  if (of.passwordHash !== '' || of.lastSignInAt !== null) return true
  const act = kysely.selectFrom('audit').select('seq').where('who', '=', `staff:${of.id}`).limit(1)
  return (await act.executeTakeFirst()) !== undefined
}

/** Whether they have a way in, asked of rows of a table. */
export function haveWayIn(table: 'staff' | 'other') {
  const column = (name: string) => sql.ref(`${table}.${name}`)
  return sql<boolean>`(${column('password_hash')} <> '' or ${column('last_sign_in_at')} >= ${column('password_changed_at')})`
}
