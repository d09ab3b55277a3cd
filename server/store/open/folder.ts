import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** Makes a folder that only its owner reads. Step by step: Node's recursive form never returns where no folder may be made. */
export function makeFolder(folder: string): void {
  const found = statSync(folder, { throwIfNoEntry: false })
  if (found?.isDirectory()) return
  if (!found) makeFolder(path.dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

/** Makes a file for its owner's eyes alone, whole and on disk or not at all. */
export function makeFile(file: string, content: string | Buffer): void {
  const draft = `${file}.new`
  rmSync(draft, { force: true })
  writeFileSync(draft, content, { mode: 0o600, flag: 'wx', flush: true })
  renameSync(draft, file)
  const folder = openSync(path.dirname(file), 'r')
  fsyncSync(folder)
  closeSync(folder)
}

/** Which file stands under a name; nothing where there is none. */
export function inodeOf(file: string): number | undefined {
  return statSync(file, { throwIfNoEntry: false })?.ino
}
