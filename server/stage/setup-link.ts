import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { HOUR, type Instant } from '../../shared/kit/time.ts'
import { hashOf, randomId } from '../services/identity/secrets.ts'
import { makeFile } from '../store/open/folder.ts'

/** How long a set-up link opens the page of the first administrator. */
const LIFE = HOUR

const stored = z.strictObject({ hash: z.string(), until: z.number() })

/** What is known of the link that was given out last: its hash, and until when it is good. */
export type SetupLink = z.output<typeof stored>

/**
 * Makes a new link; the one before is dead with it. Kept as a hash in a file beside the database, not in it: a running server has
 * its SQLite file for itself, and the command that makes a new link must be heard all the same.
 */
export function newSetupLink(dataDir: string, now: Instant): string {
  const secret = randomId()
  makeFile(fileOf(dataDir), JSON.stringify({ hash: hashOf(secret), until: now + LIFE } satisfies SetupLink))
  return secret
}

/** The link as it stands now; nothing once there is an administrator, or where the file was broken. */
export function setupLink(dataDir: string): SetupLink | undefined {
  try {
    return stored.parse(JSON.parse(readFileSync(fileOf(dataDir), 'utf8')))
  } catch {
    return undefined
  }
}

/** Whether a server waits here for its first administrator. */
export function awaitsAdministrator(dataDir: string): boolean {
  return existsSync(fileOf(dataDir))
}

/** There is an administrator: no link opens anything any more. */
export function endSetupLink(dataDir: string): void {
  rmSync(fileOf(dataDir), { force: true })
}

function fileOf(dataDir: string): string {
  return path.join(dataDir, 'setup-link')
}
