import { rmSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'

/** Where packages are found, and nothing is kept. */
const FOLDER = path.resolve('.cache')

/** The thread of figures as the program is built, in a file of its own. */
export async function builtThread(): Promise<{ readonly file: URL; remove(): void }> {
  const outfile = path.join(FOLDER, `figures-worker-${process.pid}.mjs`)
  const entry = 'server/services/thread/figures-worker.ts'
  await build({ entryPoints: [entry], outfile, bundle: true, packages: 'external', platform: 'node', format: 'esm' })
  return { file: pathToFileURL(outfile), remove: () => rmSync(outfile, { force: true }) }
}

/** A thread that does what its text says. */
export const threadOf = (text: string): URL => new URL(`data:text/javascript,${encodeURIComponent(text)}`)
