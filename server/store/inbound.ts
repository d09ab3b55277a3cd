import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'

/** Notes an incoming message; `false` when it was there before. Those from before `forgetBefore` are removed. */
export async function noteInbound(
  { kysely }: Database,
  idHash: string,
  at: Instant,
  forgetBefore: Instant,
): Promise<boolean> {
  await kysely.deleteFrom('inbound').where('at', '<', forgetBefore).execute()
  const { numInsertedOrUpdatedRows } = await kysely
    .insertInto('inbound')
    .values({ id_hash: idHash, at })
    .onConflict(c => c.column('id_hash').doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Lets a message come again whose answer could not be given. */
export async function unnoteInbound({ kysely }: Database, idHash: string): Promise<void> {
  await kysely.deleteFrom('inbound').where('id_hash', '=', idHash).execute()
}
