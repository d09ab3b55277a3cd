import { chmodSync, closeSync, existsSync, openSync } from 'node:fs'
import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { Kysely, SqliteDialect, type CompiledQuery, type SqliteDatabase } from 'kysely'
import { createSqliteJournal } from '../../journal/sqlite.ts'
import type { Database, Flush } from './database.ts'
import { makeFolder } from './folder.ts'
import { migrate } from './migrate.ts'
import { ownFiles, type OwnFiles } from './own-files.ts'
import { checkStamp, keepStamp, type StampKeeper } from './stamp.ts'
import { StartError } from './start-error.ts'
import type { Tables } from '../schema/tables.ts'

/**
 * Opens and migrates one database file; one in memory, `:memory:` or the bytes of a file, is for rehearsals and tests. The only
 * process that may touch it, and for as long as it is open: the lock is SQLite's own on the database itself, so it ends with the
 * process, however that ends, and there is no file whose removal would lose it.
 */
export async function openSqlite(file: string | Buffer): Promise<Database> {
  if (file === ':memory:' || typeof file !== 'string') return open(connect(file))
  try {
    makeFolder(path.dirname(file))
    if (!existsSync(file)) {
      checkStamp(file, undefined)
      closeSync(openSync(file, 'wx', 0o600))
    }
    keepPrivate(file)
    const sqlite = connect(file, it => checkStamp(file, it))
    return await open(sqlite, file)
  } catch (error) {
    throw asStartError(error, file)
  }
}

/** For the owner's eyes alone; the log gets the mode of its database. */
function keepPrivate(file: string): void {
  for (const name of [file, `${file}-wal`, `${file}-shm`]) if (existsSync(name)) chmodSync(name, 0o600)
}

const MOST_PREPARED = 300

async function open(sqlite: SqliteFile.Database, file?: string): Promise<Database> {
  /** Statements compiled once, whoever asks; the oldest goes when lists of many lengths make too many texts. */
  const prepared = new Map<string, SqliteFile.Statement<unknown[]>>()
  const statement = (text: string) => {
    const known = prepared.get(text)
    if (known) return known
    const made = sqlite.prepare<unknown[]>(text)
    prepared.set(text, made)
    if (prepared.size > MOST_PREPARED) prepared.delete(prepared.keys().next().value!)
    return made
  }
  let stamp: StampKeeper | undefined
  let own: OwnFiles | undefined
  const write = <T>(work: () => T): T => (own ? own.write(work) : work())
  const kysely = new Kysely<Tables>({ dialect: new SqliteDialect({ database: watched(sqlite, statement, write) }) })
  try {
    // The steps of a start together or none: one broken off by a kill would be begun anew and find its own columns.
    sqlite.exec('begin immediate')
    await migrate(kysely, 'sqlite')
    sqlite.exec('commit')
    if (file !== undefined) {
      const keeper = (stamp = keepStamp(file, sqlite))
      own = ownFiles(file, sqlite, () => keeper.begun())
    }
  } catch (error) {
    sqlite.close()
    throw error
  }
  // Those of the migrations come once.
  prepared.clear()
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
  const journal = createSqliteJournal(sqlite, head => stamp?.written(head))
  return {
    dialect: 'sqlite',
    kysely,
    adopted: stamp?.adopted ?? false,
    // Written before `append` first waits, so within the watch.
    journal: { ...journal, append: async entries => write(() => journal.append(entries)) },
    atomic: async (queries, flush) => write(() => unit(() => queries.map(run), flush)),
    claim: async (first, then, flush) => write(() => unit(() => run(first) > 0 && (then.forEach(run), true), flush)),
    async holds() {
      const mine = own?.hold() ?? true
      if (mine) stamp?.renew()
      return mine
    },
    async close() {
      await kysely.destroy()
      own?.close()
      stamp?.close()
    },
  }
}

/** The same connection, whose single statements are writes under watch, too. */
function watched(
  sqlite: SqliteFile.Database,
  prepared: (text: string) => SqliteFile.Statement<unknown[]>,
  write: <T>(work: () => T) => T,
): SqliteDatabase {
  return {
    close: () => sqlite.close(),
    prepare(text) {
      const statement = prepared(text)
      if (statement.readonly) return statement
      return {
        reader: statement.reader,
        all: values => write(() => statement.all(values)),
        run: values => write(() => statement.run(values)),
        iterate: values => statement.iterate(values) as IterableIterator<unknown>,
      }
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
function connect(file: string | Buffer, check?: (sqlite: SqliteFile.Database) => void): SqliteFile.Database {
  const sqlite = new SqliteFile(file, { timeout: 100 })
  try {
    // Before the log is opened: then it needs no memory shared with others either.
    sqlite.pragma('locking_mode = EXCLUSIVE')
    sqlite.pragma('journal_mode = WAL')
    sqlite.pragma('synchronous = FULL')
    // Pages that a busy minute touches again and again are carried over once: a fifth less work for each ticket.
    sqlite.pragma('wal_autocheckpoint = 4000')
    sqlite.pragma('foreign_keys = ON')
    check?.(sqlite)
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
    return new StartError(
      `Another Tanggap is already running on the data in ${path.dirname(file)}, or another program holds ${path.basename(file)}; stop it first, or set DATA_DIR.`,
      { cause: error },
    )
  if (/^(SQLITE_(CANTOPEN|READONLY|PERM|IOERR|FULL)|E[A-Z]+$)/.test(code))
    return new StartError(`The folder ${path.dirname(file)} cannot be written (${code}); check DATA_DIR.`, {
      cause: error,
    })
  return error
}
