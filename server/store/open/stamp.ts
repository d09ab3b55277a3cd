import { randomUUID } from 'node:crypto'
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Database as SqliteFile } from 'better-sqlite3'
import type { Head } from '../../journal/journal.ts'
import { StartError } from './start-error.ts'

/** Which database this is, and the event that its journal had written last. */
interface Stamp {
  readonly database: string
  readonly head?: Head
}

/** Longer than any stamp, so that a later one covers the one before it wholly. */
const WIDTH = 400

/** A stamp beside the database: a second witness of what was acknowledged. */
export interface StampKeeper {
  /** The database was there already and had no stamp: somebody took it away so that it is accepted as it is. */
  readonly adopted: boolean
  /** Notes the event that is on disk; never one that is not. */
  written(head: Head): void
  close(): void
}

/**
 * Refuses a database that lacks what its stamp has seen: the log was lost, or another file stands in its place. Called
 * before anything is made or changed.
 */
export function checkStamp(file: string, sqlite: SqliteFile | undefined): void {
  const stamp = readStamp(stampOf(file))
  if (!stamp) return
  const back = `To go on with what is there, remove ${stampOf(file)} and start again.`
  const id = sqlite && databaseId(sqlite)
  if (id !== stamp.database)
    throw new StartError(
      `The database ${file} is ${id === undefined ? 'missing or empty' : 'not the one that was here before'}; bring the right file back. ${back}`,
    )
  const { head } = stamp
  if (!head || hasEvent(sqlite!, head)) return
  throw new StartError(
    `The database ${file} lacks what was acknowledged (${head.office} ${head.date}, event ${head.seq}): its log ${path.basename(file)}-wal was lost, or an older copy stands in its place; bring the file back. ${back}`,
  )
}

/** Begins to stamp what is written to a database that was checked and brought up to date. */
export function keepStamp(file: string, sqlite: SqliteFile): StampKeeper {
  const known = databaseId(sqlite)
  const database = known ?? randomUUID()
  if (known === undefined) sqlite.prepare("insert into meta (key, value) values ('database', ?)").run(database)
  const before = readStamp(stampOf(file))
  const handle = openSync(stampOf(file), before ? 'r+' : 'w', 0o600)
  // Never flushed by itself: after a power cut it may be behind the database, which is flushed, and never ahead of it.
  const note = (stamp: Stamp) => writeSync(handle, `${JSON.stringify(stamp).padEnd(WIDTH)}\n`, 0)
  if (!before) note({ database })
  return {
    adopted: known !== undefined && before === undefined,
    written(head) {
      try {
        note({ database, head })
      } catch {
        // What it would witness is on disk and will be acknowledged; an older stamp is a weaker witness, not a wrong one.
      }
    },
    close: () => closeSync(handle),
  }
}

function stampOf(file: string): string {
  return path.join(path.dirname(file), 'tanggap.stamp')
}

/** What the file says; nothing where there is none, or where a power cut left none that can be read. */
function readStamp(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp
  } catch {
    return undefined
  }
}

function databaseId(sqlite: SqliteFile): string | undefined {
  if (!has(sqlite, "select 1 from sqlite_master where name = 'meta'")) return undefined
  return sqlite.prepare<[], string>("select value from meta where key = 'database'").pluck().get()
}

function hasEvent(sqlite: SqliteFile, { office, date, seq, at }: Head): boolean {
  return has(
    sqlite,
    'select 1 from journal where office = ? and date = ? and seq = ? and at = ?',
    office,
    date,
    seq,
    at,
  )
}

function has(sqlite: SqliteFile, query: string, ...values: unknown[]): boolean {
  return sqlite.prepare<unknown[]>(query).get(...values) !== undefined
}
