import { mkdirSync, statSync } from 'node:fs'
import path from 'node:path'

/** Makes a folder that only its owner reads. Step by step: Node's recursive form never returns where no folder may be made. */
export function makeFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (!found) makeFolder(path.dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}
