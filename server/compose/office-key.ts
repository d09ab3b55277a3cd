import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** The installation's own key, made at the first start, readable by its owner alone. */
export function officeKey(dataDir: string): Buffer {
  const file = path.join(dataDir, 'key')
  if (!existsSync(file)) writeFileSync(file, randomBytes(32), { mode: 0o600, flag: 'wx' })
  return readFileSync(file)
}
