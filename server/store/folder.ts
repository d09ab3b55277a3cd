import { existsSync, mkdirSync } from 'node:fs'
import path from 'node:path'

/** Makes a folder that only its owner reads. Step by step: Node's recursive form never returns where no folder may be made. */
export function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(path.dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
