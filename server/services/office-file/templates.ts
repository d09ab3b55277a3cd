import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { OfficeInfo } from '../../../shared/office/office.ts'
import { readOfficeFile } from './read.ts'

/** An office to begin with: what offices of its kind usually have, for somebody to check and change. */
export interface Template {
  /** The name of its file, `disdukcapil`. */
  readonly id: string
  readonly office: OfficeInfo
}

/** The templates of a folder by their names. */
export function templatesIn(folder: string): readonly Template[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  return files.sort().map(name => ({ id: name.slice(0, -'.yaml'.length), office: officeIn(path.join(folder, name)) }))
}

function officeIn(file: string): OfficeInfo {
  const read = readOfficeFile(readFileSync(file, 'utf8'))
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.problems[0])}`)
  return read.office
}
