import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { StartError } from './start-error.ts'

/**
 * Keeps a second process away from the data of `folder`, until `release` or the end of this process, however it ends: the
 * operating system holds the lock, so there is none to be found stale. The empty file stays, for removing it would race.
 */
export function lockFolder(folder: string): { release(): void } {
  const held = new SqliteFile(path.join(folder, 'tanggap.lock'), { timeout: 0 })
  try {
    held.exec('begin exclusive')
  } catch (error) {
    held.close()
    if ((error as { code?: string }).code !== 'SQLITE_BUSY') throw error
    throw new StartError(`Another Tanggap is already running on the data in ${folder}; stop it first, or set DATA_DIR.`)
  }
  return { release: () => held.close() }
}
