import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { Kysely, SqliteDialect, type CompiledQuery } from 'kysely'
import { createSqliteJournal } from '../../journal/sqlite.ts'
import type { Database, Flush } from './database.ts'
import { makeFolder } from './folder.ts'
import { lockFolder } from './lock.ts'
import { migrate } from './migrate.ts'
import { StartError } from './start-error.ts'
import type { Tables } from '../schema/tables.ts'

/** Opens, locks and migrates one database file; `:memory:` is for tests. The only process that may write it. */
export async function openSqlite(file: string): Promise<Database> {
  const folder = path.dirname(file)
  const inMemory = file === ':memory:'
  try {
    if (!inMemory) makeFolder(folder)
    const lock = inMemory ? undefined : lockFolder(folder)
    try {
      return await open(file, () => lock?.release())
    } catch (error) {
      lock?.release()
      throw error
    }
  } catch (error) {
    throw asStartError(error, file)
  }
}

const MOST_PREPARED = 200

async function open(file: string, unlock: () => void): Promise<Database> {
  const sqlite = connect(file)
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: sqlite }) })
  try {
    await migrate(kysely, 'sqlite')
  } catch (error) {
    sqlite.close()
    throw error
  }
  /** Statements compiled once; how many texts there are is bounded by the program. */
  const prepared = new Map<string, SqliteFile.Statement<unknown[]>>()
  const statement = (text: string) => {
    const known = prepared.get(text) ?? sqlite.prepare(text)
    if (prepared.size < MOST_PREPARED) prepared.set(text, known)
    return known
  }
  const run = (query: CompiledQuery) => statement(query.sql).run(...query.parameters).changes
  // An own BEGIN: inside somebody's open transaction it throws instead of joining.
  const unit = <T>(work: () => T, flush: Flush = 'now'): T => {
    if (flush === 'withNext') return unflushed(sqlite, () => unit(work))
    statement('begin immediate').run()
    try {
      const result = work()
      statement('commit').run()
      return result
    } catch (error) {
      if (sqlite.inTransaction) statement('rollback').run()
      throw error
    }
  }
  return {
    dialect: 'sqlite',
    kysely,
    journal: createSqliteJournal(sqlite),
    atomic: async (queries, flush) => unit(() => queries.map(run), flush),
    claim: async (first, then, flush) => unit(() => run(first) > 0 && (then.forEach(run), true), flush),
    async close() {
      await kysely.destroy()
      unlock()
    },
  }
}

/** The log is one file written in order: whatever flushes it next flushes this too. */
function unflushed<T>(sqlite: SqliteFile.Database, work: () => T): T {
  sqlite.pragma('synchronous = NORMAL')
  try {
    return work()
  } finally {
    sqlite.pragma('synchronous = FULL')
  }
}

/** One connection for everything. In WAL mode better-sqlite3 means NORMAL by itself, which may lose what was acknowledged. */
function connect(file: string): SqliteFile.Database {
  const sqlite = new SqliteFile(file, { timeout: 100 })
  try {
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    // Pages that a busy minute touches again and again are carried over once: a fifth less work for each ticket.
    sqlite.pragma('wal_autocheckpoint = 4000')
    sqlite.pragma('foreign_keys = ON')
    // Without it INSERT OR REPLACE would slip past the trigger that seals the journal.
    sqlite.pragma('recursive_triggers = ON')
  } catch (error) {
    sqlite.close()
    throw error
  }
  return sqlite
}

/** Step by step, for Node's own recursion never ends where a folder cannot be made below one that exists (`/proc`). */
function asStartError(error: unknown, file: string): unknown {
  if (error instanceof StartError) return error
  const code = (error as { code?: string }).code ?? ''
  if (/^SQLITE_(NOTADB|CORRUPT)/.test(code))
    return new StartError(`The file ${file} is damaged or not a Tanggap database; restore a backup or move it away.`, {
      cause: error,
    })
  if (/^SQLITE_BUSY/.test(code))
    return new StartError(`The database ${file} is held by another program; close that program first.`, {
      cause: error,
    })
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)|E[A-Z]+$)/.test(code))
    return new StartError(`The folder ${path.dirname(file)} cannot be written (${code}); check DATA_DIR.`, {
      cause: error,
    })
  return error
}
