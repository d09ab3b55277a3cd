import { closeSync, openSync, readSync } from 'node:fs'
import type { Database as SqliteFile } from 'better-sqlite3'
import { AppError } from '../../../shared/kit/errors.ts'
import { inodeOf } from './folder.ts'

/** Where the head of a log says how often it was begun anew. */
const SEQUENCE = { at: 12, bytes: 4 }

/** The database and its log, as long as they are what stands at their paths. */
export interface OwnFiles {
  /** Runs a write; refuses it once the files are not the own ones, for it would go where nobody finds it again. */
  write<T>(work: () => T): T
  hold(): boolean
  close(): void
}

/** Looks after the files of an open database that has a log already; `begun` hears of each log before its first write is answered. */
export function ownFiles(file: string, sqlite: SqliteFile, begun: () => void): OwnFiles {
  const paths = [file, `${file}-wal`]
  const inodes = paths.map(inodeOf)
  // SQLite uses one log for as long as it has the database open, and begins it anew in place.
  const log = openSync(`${file}-wal`, 'r')
  const head = Buffer.alloc(SEQUENCE.bytes)
  const sequence = () => (readSync(log, head, 0, SEQUENCE.bytes, SEQUENCE.at), head.readUInt32BE())
  // Whatever log a process comes to is begun by its first write.
  let known: number | undefined
  let lost = false

  function hold(): boolean {
    if (!lost && paths.some((name, i) => inodeOf(name) !== inodes[i])) giveUp()
    return !lost
  }

  /** What the log holds can still be read: carried into the database, it outlives this process. Then nothing more is written. */
  function giveUp(): void {
    lost = true
    try {
      sqlite.pragma('wal_checkpoint(TRUNCATE)')
    } catch {
      // Then the next start says what is missing.
    }
    sqlite.pragma('query_only = ON')
  }

  function follow(): void {
    const now = sequence()
    if (now === known || sqlite.inTransaction) return
    try {
      begun()
      known = now
    } catch {
      // What was written is on disk, and the next write tries again.
    }
  }

  return {
    write(work) {
      if (!hold()) throw new AppError('UNAVAILABLE')
      const result = work()
      follow()
      return result
    },
    hold,
    close: () => closeSync(log),
  }
}
