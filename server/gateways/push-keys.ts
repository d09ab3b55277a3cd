import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import webPush, { type VapidKeys } from 'web-push'

/** A fresh pair by which push services know this installation. */
export function newPushKeys(): VapidKeys {
  return webPush.generateVAPIDKeys()
}

/** The installation's own pair, made at the first start, readable by its owner alone. */
export function pushKeysOf(dataDir: string): VapidKeys {
  const file = path.join(dataDir, 'push-keys.json')
  if (!existsSync(file)) writeFileSync(file, JSON.stringify(newPushKeys()), { mode: 0o600, flag: 'wx' })
  return JSON.parse(readFileSync(file, 'utf8')) as VapidKeys
}
