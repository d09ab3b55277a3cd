import { expect, it } from 'vitest'
import { sql, type Kysely } from 'kysely'
import { programmeKeys, programmeTables } from '../../server/store/schema/survey/instrument-tables.ts'
import { programmeById, programmeByToken, sheetCounts } from '../../server/store/survey/programmes.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('programmes from before their keys', store => {
  it('keep their sheets, and another office may use their names [S83]', async () => {
    const { kysely, dialect } = store.db
    for (const table of ['programmes', 'programme_answers', 'programme_receipts'])
      await kysely.schema.dropTable(table).execute()
    await programmeTables(kysely as Kysely<unknown>, dialect)
    await sql`insert into programmes (id, office, token, body, steps) values ('sampah', 'a', 't1', '{}', 2)`.execute(
      kysely,
    )
    await sql`insert into programme_answers (id, programme_id, version, day, marks)
      values ('x', 'sampah', 1, '2026-06-09', '{}')`.execute(kysely)
    await programmeKeys(kysely as Kysely<unknown>)
    const other = { key: 'k', id: 'sampah', office: 'b', token: 't2', body: '{}', steps: 1 }
    await kysely.insertInto('programmes').values(other).execute()
    expect(await programmeById(store.db, 'a', 'sampah')).toMatchObject({ key: 'sampah', token: 't1', steps: 2 })
    expect(await programmeByToken(store.db, 't2')).toEqual(other)
    expect([...(await sheetCounts(store.db, 'a'))]).toEqual([['sampah', 1]])
    await expect(
      kysely
        .insertInto('programmes')
        .values({ ...other, key: 'l', token: 't3' })
        .execute(),
    ).rejects.toThrow()
    await expect(
      kysely
        .insertInto('programmes')
        .values({ ...other, key: 'l', id: 'm' })
        .execute(),
    ).rejects.toThrow()
  })
})
