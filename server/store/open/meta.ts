import type { Database } from './database.ts'

/** A fact about the installation itself, such as when it was seeded. */
export async function getMeta({ kysely }: Database, key: string): Promise<string | undefined> {
  return (await kysely.selectFrom('meta').select('value').where('key', '=', key).executeTakeFirst())?.value
}

export async function setMeta({ kysely }: Database, key: string, value: string): Promise<void> {
  await kysely
    .insertInto('meta')
    .values({ key, value })
    .onConflict(known => known.column('key').doUpdateSet({ value }))
    .execute()
}
