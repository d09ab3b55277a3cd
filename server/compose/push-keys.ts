import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { KEY_BYTES, newPushKeys } from '../gateways/push-keys.ts'
import { makeFile } from '../store/open/folder.ts'
import { StartError } from '../store/open/start-error.ts'

type PushKeys = ReturnType<typeof newPushKeys>

/** The installation's own pair, made at the first start, readable by its owner alone. */
export function pushKeysOf(dataDir: string): PushKeys {
  const file = path.join(dataDir, 'push-keys.json')
  if (!existsSync(file)) makeFile(file, JSON.stringify(newPushKeys()))
  const keys = read(file)
  const [secret, point] = [keys?.privateKey, keys?.publicKey].map(k => Buffer.from(String(k), 'base64url').length)
  if (secret !== KEY_BYTES || point !== 1 + 2 * KEY_BYTES)
    throw new StartError(
      `The pair in ${file} is damaged; bring it back, or remove it: a new one is made, and browsers have to subscribe again.`,
    )
  return keys!
}

function read(file: string): PushKeys | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as PushKeys
  } catch {
    return undefined
  }
}
