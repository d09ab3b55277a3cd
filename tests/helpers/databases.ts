import pg from 'pg'
import type { Database } from '../../server/store/open/database.ts'
import { openPostgres } from '../../server/store/open/open-postgres.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'

let made = 0

/** Makes an empty database on a real PostgreSQL and gives its address. */
export async function makeDatabase(server: string): Promise<string> {
  const name = `tanggap_test_${process.pid}_${Date.now()}_${made++}`
  const client = new pg.Client(server)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const own = new URL(server)
  own.pathname = `/${name}`
  return own.href
}

/** An empty database: SQLite in memory, or a real PostgreSQL while `TANGGAP_TEST_APP` is `postgres`. */
export async function freshDatabase(): Promise<Database> {
  const { TANGGAP_TEST_APP: kind, TANGGAP_TEST_PG: server } = process.env
  return kind === 'postgres' && server ? openPostgres(await makeDatabase(server)) : openSqlite(':memory:')
}
