import { createECDH } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import type { VapidKeys } from 'web-push'

const KEY_BYTES = 32

/** A fresh pair by which push services know this installation: a key of the curve P-256 (RFC 8292, section 2). */
export function newPushKeys(): VapidKeys {
  const pair = createECDH('prime256v1')
  const publicKey = pair.generateKeys('base64url')
  const secret = pair.getPrivateKey()
  // A secret with leading zeros comes shorter than the curve.
  const whole = Buffer.concat([Buffer.alloc(KEY_BYTES - secret.length), secret])
  return { publicKey, privateKey: whole.toString('base64url') }
}

/** The installation's own pair, made at the first start, readable by its owner alone. */
export function pushKeysOf(dataDir: string): VapidKeys {
  const file = path.join(dataDir, 'push-keys.json')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(newPushKeys()), { mode: 0o600, flag: 'wx' })
  return JSON.parse(readFileSync(file, 'utf8')) as VapidKeys
}
