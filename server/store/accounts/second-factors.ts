import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Deed } from '../audit.ts'
import type { Database } from '../open/database.ts'

/** A second factor as stored: its sealed secret, and the last time step whose code was accepted. */
export interface StoredSecondFactor {
  readonly secret: string
  readonly step: number
}

export async function secondFactorOf({ kysely }: Database, id: string): Promise<StoredSecondFactor | undefined> {
  const row = await kysely
    .selectFrom('staff')
    .select(['totp_secret', 'totp_step'])
    .where('id', '=', id)
    .executeTakeFirst()
  const secret = row?.totp_secret ?? undefined
  return secret === undefined ? undefined : { secret, step: row?.totp_step ?? 0 }
}

/** A new second factor with its recovery codes in the place of what was there, if that is still what was there `before`. */
export function secondFactor(
  db: Database,
  id: string,
  set: { readonly secret: string; readonly step: number; readonly at: Instant; readonly codes: readonly string[] },
  before: Instant | null,
): Deed {
  const first = db.kysely
    .updateTable('staff')
    .set({ totp_secret: set.secret, totp_step: set.step, totp_since: set.at })
    .where('id', '=', id)
    .where('totp_since', before === null ? 'is' : '=', before)
    .compile()
  return { first, then: codeRows(db, id, set.codes) }
}

/** The same for somebody whose own row is written just before. */
export function firstFactorRows(
  { kysely }: Database,
  id: string,
  set: Parameters<typeof secondFactor>[2],
): CompiledQuery[] {
  const { secret, step, at, codes } = set
  const row = { totp_secret: secret, totp_step: step, totp_since: at }
  return [kysely.updateTable('staff').set(row).where('id', '=', id).compile(), ...codeRows({ kysely }, id, codes)]
}

/** Takes it away with its recovery codes. */
export function noSecondFactor({ kysely }: Database, id: string): Deed {
  const first = kysely
    .updateTable('staff')
    .set({ totp_secret: null, totp_step: null, totp_since: null })
    .where('id', '=', id)
    .compile()
  return { first, then: [kysely.deleteFrom('recovery_codes').where('staff_id', '=', id).compile()] }
}

/** Other recovery codes, where there is a second factor for which they stand in. */
export function otherCodes(db: Database, id: string, hashes: readonly string[]): Deed {
  const first = db.kysely
    .updateTable('staff')
    .set(is => ({ totp_since: is.ref('totp_since') }))
    .where('id', '=', id)
    .where('totp_secret', 'is not', null)
    .compile()
  return { first, then: codeRows(db, id, hashes) }
}

/** Accepts the code of a time step, once; `false` where it or a later one was accepted before, by whatever process. */
export async function takeStep({ kysely }: Database, id: string, step: number): Promise<boolean> {
  const { numUpdatedRows } = await kysely
    .updateTable('staff')
    .set({ totp_step: step })
    .where('id', '=', id)
    .where('totp_secret', 'is not', null)
    .where('totp_step', '<', step)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Other recovery codes in the place of all that were there; by their hashes. */
function codeRows({ kysely }: Pick<Database, 'kysely'>, id: string, hashes: readonly string[]): CompiledQuery[] {
  return [
    kysely.deleteFrom('recovery_codes').where('staff_id', '=', id).compile(),
    ...hashes.map(hash => kysely.insertInto('recovery_codes').values({ staff_id: id, hash }).compile()),
  ]
}

/** Uses a recovery code up; of two who use it at once, one is told `true`. */
export async function takeRecoveryCode({ kysely }: Database, id: string, hash: string): Promise<boolean> {
  const { numDeletedRows } = await kysely
    .deleteFrom('recovery_codes')
    .where('staff_id', '=', id)
    .where('hash', '=', hash)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

export async function recoveryCodesLeft({ kysely }: Database, id: string): Promise<number> {
  const rows = await kysely.selectFrom('recovery_codes').select('hash').where('staff_id', '=', id).execute()
  return rows.length
}
