import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { PostgresPool } from 'kysely'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe } from 'vitest'
import type { Database } from '../../server/store/open/database.ts'
import { openPostgres } from '../../server/store/open/open-postgres.ts'
import { openSqlite } from '../../server/store/open/open-sqlite.ts'
import { migratedDatabase, migratedFile } from './databases.ts'
import { startPglite } from './pglite.ts'

/** One kind of home for the data of a test. */
interface Home {
  /** Opens the data that are there. */
  open(): Promise<Database>
  /** Leaves nothing but an empty home. */
  empty(): Promise<void>
  remove(): Promise<void>
}

/** What a test gets: the open database, and a way to close it and open the same data again. */
export interface Store {
  readonly db: Database
  reopen(): Promise<Database>
}

/**
 * Runs the same tests on both dialects: on a SQLite file, and on a real PostgreSQL when `TANGGAP_TEST_PG` holds the URL of a
 * server on which databases may be made, else on the one inside the process. Every test begins with empty tables.
 */
export function overDialects(subject: string, tests: (store: Store) => void): void {
  for (const [title, make] of homes)
    describe(`${subject} (${title})`, () => {
      let home: Home
      let db: Database
      beforeAll(async () => {
        home = await make()
      })
      beforeEach(async () => {
        await home.empty()
        db = await home.open()
      })
      afterEach(() => db.close())
      afterAll(() => home.remove())
      tests({
        get db() {
          return db
        },
        async reopen() {
          await db.close()
          return (db = await home.open())
        },
      })
    })
}

/** A fresh folder below the system's own. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'tanggap-test-'))
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true })
}

/** Where files wait for no disk: closed and opened again they are read like any other. */
const IN_MEMORY = existsSync('/dev/shm') ? '/dev/shm' : tmpdir()

async function sqliteHome(): Promise<Home> {
  const make = () => mkdtempSync(path.join(IN_MEMORY, 'tanggap-test-'))
  let folder = make()
  return {
    open: () => openSqlite(path.join(folder, 'tanggap.db')),
    async empty() {
      removeFolder(folder)
      folder = make()
      writeFileSync(path.join(folder, 'tanggap.db'), await migratedFile())
    },
    remove: async () => removeFolder(folder),
  }
}

async function pgliteHome(): Promise<Home> {
  const pool = await startPglite()
  return {
    open: () => openPostgres({ connect: () => pool.connect(), end: async () => undefined }),
    empty: () => inPool(pool, EMPTY),
    remove: () => pool.end(),
  }
}

async function postgresHome(): Promise<Home> {
  const server = process.env['TANGGAP_TEST_PG']!
  const own = await migratedDatabase(server)
  return {
    open: () => openPostgres(own),
    empty: () => inServer(own, EMPTY),
    remove: () => inServer(server, `drop database ${new URL(own).pathname.slice(1)} with (force)`),
  }
}

const homes: readonly (readonly [string, () => Promise<Home>])[] = [
  ['SQLite', sqliteHome],
  process.env['TANGGAP_TEST_PG'] ? ['PostgreSQL', postgresHome] : ['PGlite', pgliteHome],
]

/** Empties what is there; only in the role of a replica do triggers, and so the seal of the journal, keep still. */
const EMPTY = `do $$ declare name text; begin
  set local session_replication_role = replica;
  for name in select tablename from pg_tables where schemaname = 'public' and tablename not like 'kysely%' loop
    execute 'delete from ' || quote_ident(name);
  end loop;
end $$`

async function inPool(pool: PostgresPool, statement: string): Promise<void> {
  const client = await pool.connect()
  await client.query(statement, [])
  client.release()
}

async function inServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(statement)
  await client.end()
}
