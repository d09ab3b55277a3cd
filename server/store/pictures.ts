import { sql, type CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'

/** Keeps a picture under its id; the same one twice is one, as new as the last time. */
export function pictureRow(
  { kysely }: Pick<Database, 'kysely'>,
  { id, bytes, at }: { readonly id: string; readonly bytes: Buffer; readonly at: Instant },
): CompiledQuery {
  return kysely
    .insertInto('pictures')
    .values({ id, content: bytes.toString('base64'), made_at: at })
    .onConflict(there => there.column('id').doUpdateSet({ made_at: at }))
    .compile()
}

/** Removes pictures from before an instant that no version of any office names: somebody tried them, and nobody can bring them back. */
export async function erasePictures({ kysely }: Database, before: Instant): Promise<void> {
  await kysely
    .deleteFrom('pictures')
    .where('made_at', '<', before)
    .where(({ not, exists, selectFrom }) => {
      const named = sql<string>`'%"logo":"' || pictures.id || '"%'`
      return not(exists(selectFrom('office_versions').select('version').where('body', 'like', named)))
    })
    .execute()
}

export async function pictureById({ kysely }: Database, id: string): Promise<Buffer | undefined> {
  const row = await kysely.selectFrom('pictures').select('content').where('id', '=', id).executeTakeFirst()
  return row && Buffer.from(row.content, 'base64')
}
