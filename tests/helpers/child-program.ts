import path from 'node:path'
import { build } from 'esbuild'
import { root } from './served.ts'

const made = new Map<string, Promise<string>>()

/**
 * A file of the tests, with all of ours that it imports, as one program that Node starts by itself: to load some three hundred
 * files took a process longer than what it is started for.
 */
export function childProgram(file: string): Promise<string> {
  const known = made.get(file) ?? bundled(file)
  made.set(file, known)
  return known
}

async function bundled(file: string): Promise<string> {
  const outfile = path.join(root, '.cache/children', path.basename(file).replace(/\.ts$/, '.mjs'))
  const how = { bundle: true, packages: 'external', platform: 'node', format: 'esm', target: 'node20' } as const
  await build({ ...how, absWorkingDir: root, entryPoints: [file], outfile, logLevel: 'warning' })
  return outfile
}
