import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

export const root = path.resolve(import.meta.dirname, '../..')

/** A new empty folder that goes away with `remove`. */
export function freshFolder() {
  const folder = mkdtempSync(path.join(tmpdir(), 'tanggap-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** What a start came to: an address, or the sentence and code with which it ended. */
export interface Started {
  readonly child: ChildProcess
  readonly url: string
  readonly output: () => string
  /** Ends the process politely and waits for it; gives its exit code. */
  stop(signal?: NodeJS.Signals): Promise<number | null>
}

/** Starts the built server as a person would, in a process of its own. */
export async function start(env: Record<string, string>): Promise<Started> {
  const child = spawn(process.execPath, ['dist/server/main.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'], PORT: '0', LOG_LEVEL: 'warn', ...env } as NodeJS.ProcessEnv,
  })
  let output = ''
  child.stdout.on('data', d => (output += d))
  child.stderr.on('data', d => (output += d))
  // Closed and not only gone: what it said last has been read by then.
  const exit = new Promise<number | null>(resolve => child.once('close', code => resolve(code)))
  const url = await new Promise<string>(resolve => {
    const look = () => {
      const found = /(?:Console|Set-up)\s+(http:\/\/[^/]+)\//.exec(output)
      if (found) resolve(found[1]!)
    }
    child.stdout.on('data', look)
    void exit.then(() => resolve(''))
  })
  return {
    child,
    url,
    output: () => output,
    async stop(signal = 'SIGTERM') {
      child.kill(signal)
      return exit
    },
  }
}
