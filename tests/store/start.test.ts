import { chmodSync, copyFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { migrate } from '../../server/store/open/migrate.ts'
import { migrations } from '../../server/store/schema/migrations.ts'
import { openPostgres } from '../../server/store/open/open-postgres.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { StartError } from '../../server/store/open/start-error.ts'
import { makeDatabase } from '../helpers/databases.ts'
import { overDialects, removeFolder, temporaryFolder } from '../helpers/dialects.ts'
import { DATE, entry, OFFICE, taken } from '../helpers/entries.ts'

overDialects('a start', store => {
  it('finds everything as it was, however often it is repeated', async () => {
    await store.db.journal.append([entry({ events: [taken(1)] })])
    const steps = async () => (await sql`select * from kysely_migration`.execute(store.db.kysely)).rows
    const before = await steps()
    await store.reopen()
    await store.reopen()
    expect(before).toHaveLength(Object.keys(migrations(store.db.dialect)).length)
    expect(await steps()).toEqual(before)
    expect(await store.db.journal.read(OFFICE, DATE)).toEqual([taken(1)])
  })

  it('refuses a database that a newer version has written', async () => {
    const { kysely, dialect, journal } = store.db
    await journal.append([entry({ events: [taken(1)] })])
    await sql`insert into kysely_migration (name, timestamp) values ('9999-tomorrow', 'later')`.execute(kysely)
    await expect(migrate(kysely, dialect)).rejects.toThrow(StartError)
    await expect(migrate(kysely, dialect)).rejects.toThrow(/newer version of Tanggap.*9999-tomorrow/)
    expect(await journal.read(OFFICE, DATE)).toEqual([taken(1)])
    await sql`delete from kysely_migration where name = '9999-tomorrow'`.execute(kysely)
  })

  it('takes a step that the database has not, though it has one with a later name', async () => {
    const { kysely, dialect, journal } = store.db
    await journal.append([entry({ events: [taken(1)] })])
    await kysely.schema.dropTable('skp_lines').execute()
    await sql`delete from kysely_migration where name = '0044-skp-lines'`.execute(kysely)
    await migrate(kysely, dialect)
    expect(await kysely.selectFrom('skp_lines').selectAll().execute()).toEqual([])
    expect(await journal.read(OFFICE, DATE)).toEqual([taken(1)])
  })

  it('runs a unit of several statements whole or not at all', async () => {
    const { kysely, atomic } = store.db
    const fact = (key: string) => kysely.insertInto('meta').values({ key, value: 'x' }).compile()
    expect(await atomic([fact('a'), fact('b')])).toEqual([1, 1])
    await expect(atomic([fact('c'), fact('a')])).rejects.toThrow()
    const facts = await kysely.selectFrom('meta').select('key').where('value', '=', 'x').orderBy('key').execute()
    expect(facts).toEqual([{ key: 'a' }, { key: 'b' }])
  })
})

describe('a start on a file', () => {
  let folder = ''
  beforeEach(() => {
    folder = temporaryFolder()
  })
  afterEach(() => removeFolder(folder))
  const file = () => path.join(folder, 'tanggap.db')

  it('brings the tables to its version in one writing, or leaves the file as it was', async () => {
    const sqlite = new SqliteFile(file())
    sqlite.exec('create table contests (id text)')
    await expect(openSqlite(file())).rejects.toThrow(/contests/)
    expect(sqlite.prepare("select name from sqlite_master where type = 'table'").all()).toEqual([{ name: 'contests' }])
    sqlite.exec('drop table contests')
    sqlite.close()
    await (await openSqlite(file())).close()
  })

  async function refusal(where: string): Promise<Error> {
    const error = await openSqlite(where).then(
      () => undefined,
      (e: unknown) => e,
    )
    expect(error).toBeInstanceOf(StartError)
    return error as Error
  }

  it('writes through to the disk before it says so', async () => {
    const db = await openSqlite(file())
    const pragma = async (name: string) => (await sql.raw(`pragma ${name}`).execute(db.kysely)).rows[0]
    expect(await pragma('synchronous')).toEqual({ synchronous: 2 })
    expect(await pragma('journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(await pragma('foreign_keys')).toEqual({ foreign_keys: 1 })
    await db.close()
  })

  it('makes the folder that is missing', async () => {
    const db = await openSqlite(path.join(folder, 'new', 'deep', 'tanggap.db'))
    await db.journal.append([entry({ events: [taken(1)] })])
    await db.close()
  })

  it('refuses a file that is no database and leaves it as it was', async () => {
    writeFileSync(file(), 'not a database '.repeat(600))
    expect((await refusal(file())).message).toMatch(/damaged or not a Tanggap database/)
    writeFileSync(file(), '')
    await (await openSqlite(file())).close()
  })

  it('refuses a folder that cannot be', async () => {
    writeFileSync(path.join(folder, 'plain'), '')
    expect((await refusal(path.join(folder, 'plain', 'tanggap.db'))).message).toMatch(/cannot be written/)
    expect((await refusal('/proc/tanggap/tanggap.db')).message).toMatch(/cannot be written/)
  })

  it('refuses to open the same data twice, and opens them when the first is closed [J15]', async () => {
    const first = await openSqlite(file())
    expect((await refusal(file())).message).toMatch(/already running on the data in/)
    await first.close()
    await (await openSqlite(file())).close()
  })

  it('knows when another file was put in the place of its own', async () => {
    const db = await openSqlite(file())
    expect(await db.holds()).toBe(true)
    copyFileSync(file(), `${file()}-copy`)
    rmSync(file())
    expect(await db.holds()).toBe(false)
    copyFileSync(`${file()}-copy`, file())
    expect(await db.holds()).toBe(false)
    await db.close()
  })

  it('lets nobody but its owner read the database, its log and its stamp, also one from before', async () => {
    writeFileSync(file(), '')
    chmodSync(file(), 0o644)
    const db = await openSqlite(file())
    await db.journal.append([entry({ events: [taken(1)] })])
    const modes = readdirSync(folder).map(name => [name, statSync(path.join(folder, name)).mode & 0o777])
    expect(modes.map(([name]) => name)).toEqual(['tanggap.db', 'tanggap.db-wal', 'tanggap.stamp'])
    for (const [name, mode] of modes) expect([name, mode]).toEqual([name, 0o600])
    await db.close()
  })

  it('never joins the batch of another transaction on the same connection', async () => {
    const db = await openSqlite(file())
    await sql`begin`.execute(db.kysely)
    await expect(db.journal.append([entry({ events: [taken(1)] })])).rejects.toThrow(/within a transaction/)
    await sql`rollback`.execute(db.kysely)
    await db.journal.append([entry({ events: [taken(1)] })])
    expect(await db.journal.read(OFFICE, DATE)).toHaveLength(1)
    await db.close()
  })

  it.runIf(process.env['TANGGAP_TEST_PG'])('refuses a second process on one PostgreSQL, too [J15]', async () => {
    const url = await makeDatabase(process.env['TANGGAP_TEST_PG']!)
    const first = await openPostgres(url)
    const second = openPostgres(url)
    await expect(second).rejects.toBeInstanceOf(StartError)
    await expect(second).rejects.toThrow(/already running/)
    // Its connection is cut, as by a server that starts anew: it takes the lock again before it is asked for long.
    const holder = async () => {
      const own = sql<{ pid: number }>`select pid from pg_locks where locktype = 'advisory' and database =
        (select oid from pg_database where datname = current_database())`
      return (await own.execute(first.kysely)).rows[0]?.pid
    }
    const cut = await holder()
    await sql`select pg_terminate_backend(${cut}::int)`.execute(first.kysely)
    await expect.poll(holder).toSatisfy(pid => pid !== undefined && pid !== cut)
    await expect.poll(() => first.holds()).toBe(true)
    await expect(openPostgres(url)).rejects.toThrow(/already running/)
    await first.close()
    await (await openPostgres(url)).close()
  })

  it('names an address at which no PostgreSQL answers', async () => {
    await expect(openPostgres('postgres://nobody@127.0.0.1:1/none')).rejects.toThrow(/cannot be reached/)
  })
})
