import { randomUUID } from 'node:crypto'
import { closeSync, existsSync, fstatSync, openSync, readFileSync, writeSync } from 'node:fs'
import path from 'node:path'
import type { Database as SqliteFile } from 'better-sqlite3'
import type { Head } from '../../journal/journal.ts'
import { inodeOf, makeFile } from './folder.ts'
import { StartError } from './start-error.ts'

/** Which database this is, how many logs it has begun, and the event that its journal had written last. */
interface Stamp {
  readonly database: string
  /** Not in a stamp of an earlier version. */
  readonly log?: number
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
  /** Counts a log that was begun, in the log itself: whoever loses it has counted fewer than the stamp. */
  begun(): void
  /** Makes it anew when somebody took it away meanwhile: only a start that was refused goes on without. */
  renew(): void
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
  const lacks = lacking(stamp, sqlite!)
  if (lacks === undefined) return
  throw new StartError(
    `The database ${file} lacks what was acknowledged (${lacks}): its log ${path.basename(file)}-wal was lost, or an older copy stands in its place; bring the file back. ${back}`,
  )
}

/** What of all that the stamp has seen is not in the database. */
function lacking({ log, head }: Stamp, sqlite: SqliteFile): string | undefined {
  if (head && !hasEvent(sqlite, head)) return `${head.office} ${head.date}, event ${head.seq}`
  return log !== undefined && logsOf(sqlite) < log ? `log ${log}` : undefined
}

/** Begins to stamp what is written to a database that was checked and brought up to date. */
export function keepStamp(file: string, sqlite: SqliteFile): StampKeeper {
  const known = databaseId(sqlite)
  const database = known ?? randomUUID()
  if (known === undefined) sqlite.prepare("insert into meta (key, value) values ('database', ?)").run(database)
  const before = readStamp(stampOf(file))
  // Whole and on disk before it is used: one that cannot be read later was spoiled by somebody.
  if (!before) makeFile(stampOf(file), wide({ database }))
  let handle = openSync(stampOf(file), 'r+')
  let seen: Stamp = { ...before, database }
  // Never flushed from here on: after a power cut it may be behind the database, which is flushed, and never ahead of it.
  function note(more: Partial<Stamp>): void {
    seen = { ...seen, ...more }
    try {
      writeSync(handle, wide(seen), 0)
    } catch {
      // What it would witness is on disk and will be acknowledged; an older stamp is a weaker witness, not a wrong one.
    }
  }
  const count = sqlite.prepare(
    "insert into meta (key, value) values ('log', ?) on conflict (key) do update set value = excluded.value",
  )
  function begun(): void {
    const log = logsOf(sqlite) + 1
    count.run(String(log))
    note({ log })
  }
  function renew(): void {
    if (inodeOf(stampOf(file)) === fstatSync(handle).ino) return
    try {
      makeFile(stampOf(file), wide(seen))
      const anew = openSync(stampOf(file), 'r+')
      closeSync(handle)
      handle = anew
    } catch {
      // Tried again at the next look.
    }
  }
  return {
    adopted: known !== undefined && before === undefined,
    written: head => note({ head }),
    begun,
    renew,
    close: () => closeSync(handle),
  }
}

function wide(stamp: Stamp): string {
  return `${JSON.stringify(stamp).padEnd(WIDTH)}\n`
}

function stampOf(file: string): string {
  return path.join(path.dirname(file), 'tanggap.stamp')
}

/** What the file says; nothing where there is none. */
function readStamp(file: string): Stamp | undefined {
  if (!existsSync(file)) return undefined
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp
  } catch (error) {
    throw new StartError(
      `The stamp ${file} cannot be read, so nobody knows whether the database is whole; bring it back. To go on with what is there, remove it and start again.`,
      { cause: error },
    )
  }
}

function databaseId(sqlite: SqliteFile): string | undefined {
  return has(sqlite, "select 1 from sqlite_master where name = 'meta'") ? fact(sqlite, 'database') : undefined
}

function logsOf(sqlite: SqliteFile): number {
  return Number(fact(sqlite, 'log') ?? 0)
}

function fact(sqlite: SqliteFile, key: string): string | undefined {
  return sqlite.prepare<[string], string>('select value from meta where key = ?').pluck().get(key)
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
