import { createHmac, randomBytes } from 'node:crypto'
import { chmodSync, existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Database } from '../store/open/database.ts'
import { makeFile } from '../store/open/folder.ts'
import { getMeta, setMeta } from '../store/open/meta.ts'
import { StartError } from '../store/open/start-error.ts'

const BYTES = 32

/**
 * The installation's own key, made at the first start, readable by its owner alone. The database keeps a mark of it: another
 * key, or none, would silently end every link and make each sealed name unreadable, so it is refused.
 */
export async function officeKey(dataDir: string, db: Database): Promise<Buffer> {
  const file = path.join(dataDir, 'key')
  const mark = await getMeta(db, 'key')
  if (!existsSync(file)) {
    if (mark !== undefined)
      throw new StartError(
        `The key ${file} is missing, and the database was written with one; bring it back, for without it no link and no name can be read again.`,
      )
    makeFile(file, randomBytes(BYTES))
  }
  const key = read(file)
  // A database whose stamp was taken away is accepted as it is, with the key that is there.
  if (mark !== undefined && mark !== markOf(key) && !db.adopted)
    throw new StartError(
      `The key ${file} is not the one with which the database was written; bring the right one back.`,
    )
  if (mark !== markOf(key)) await setMeta(db, 'key', markOf(key))
  return key
}

function read(file: string): Buffer {
  let key: Buffer
  try {
    key = readFileSync(file)
    if (statSync(file).mode & 0o077) keepPrivate(file)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new StartError(`The key ${file} cannot be read (${code}); check who owns it.`, { cause: error })
  }
  // What a broken copy leaves, such as zeros alone, anybody could guess.
  if (key.length !== BYTES || new Set(key).size < BYTES / 4)
    throw new StartError(`The key ${file} is damaged (not ${BYTES} random bytes); bring the right one back.`)
  return key
}

/** A key that was mounted read-only is for whoever mounted it to keep. */
function keepPrivate(file: string): void {
  try {
    chmodSync(file, 0o600)
  } catch {
    // Read all the same.
  }
}

/** Tells a key from another one and does not tell it. */
function markOf(key: Buffer): string {
  return createHmac('sha256', key).update('mark').digest('base64url')
}
