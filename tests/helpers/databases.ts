import { sql } from 'kysely'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Database } from '../../server/store/open/database.ts'
import { openPostgres } from '../../server/store/open/open-postgres.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { freshFolder } from './served.ts'

let made = 0

/** Makes a database on a real PostgreSQL, empty or like a `template`, and gives its address. */
export async function makeDatabase(server: string, template?: string): Promise<string> {
  const name = `tanggap_test_${process.pid}_${Date.now()}_${made++}`
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database ${name}${template ? ` template ${template}` : ''}`)
  await client.end()
  const own = new URL(server)
  own.pathname = `/${name}`
  return own.href
}

/** Migrated once for all tests of this process, which begin with copies. */
let [migratedBytes, migratedName]: [Promise<Buffer>?, Promise<string>?] = []

/** The bytes of a SQLite file with every table and no row. */
export const migratedFile = (): Promise<Buffer> => (migratedBytes ??= migrateFile())

/** A database without a row: SQLite in memory, or a real PostgreSQL while `TANGGAP_TEST_APP` is `postgres`. */
export async function freshDatabase(): Promise<Database> {
  const { TANGGAP_TEST_APP: kind, TANGGAP_TEST_PG: server } = process.env
  if (kind !== 'postgres' || !server) return openSqlite(await migratedFile())
  return openPostgres(await migratedDatabase(server))
}

/** The address of a database of its own on a real PostgreSQL, with every table and no row. */
export async function migratedDatabase(server: string): Promise<string> {
  return makeDatabase(server, await (migratedName ??= migrateOn(server)))
}

async function migrateFile(): Promise<Buffer> {
  const db = await openSqlite(':memory:')
  const { folder, remove } = freshFolder()
  const file = path.join(folder, 'migrated.db')
  await sql`vacuum into ${file}`.execute(db.kysely)
  await db.close()
  const bytes = readFileSync(file)
  remove()
  return bytes
}

async function migrateOn(server: string): Promise<string> {
  const url = await makeDatabase(server)
  await (await openPostgres(url)).close()
  return new URL(url).pathname.slice(1)
}

/** The log takes no line any more, or takes them again: a disk that is full, or a line that is not what it must be. */
export async function refuseLines({ dialect, kysely }: Database, refuses: boolean): Promise<void> {
  const [on, off] =
    dialect === 'sqlite'
      ? [
          sql`create trigger no_lines before insert on audit begin select raise(abort, 'no line'); end`,
          sql`drop trigger no_lines`,
        ]
      : [
          sql`alter table audit add constraint no_lines check (seq < 0) not valid`,
          sql`alter table audit drop constraint no_lines`,
        ]
  await (refuses ? on : off).execute(kysely)
}
