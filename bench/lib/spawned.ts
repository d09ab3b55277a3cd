import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')
const BUILT = path.join(root, 'dist/server/main.js')
const PATIENCE_MS = 30_000
const TICKS_PER_SECOND = 100

/** The built server as a process of its own, as an office runs it. */
export interface Spawned {
  readonly url: string
  readonly pid: number
  /** Milliseconds from the start of the process to its first good answer. */
  readonly startMs: number
  /** Ends the process without a word and waits until it is gone. */
  kill(): Promise<void>
}

/** Starts the built server on `dataDir` and waits until it answers. */
export async function spawnServer(
  dataDir: string,
  port: number,
  settings: Readonly<Record<string, string>> = {},
): Promise<Spawned> {
  const began = performance.now()
  const child = spawn(process.execPath, [BUILT], {
    cwd: root,
    env: { ...process.env, TANGGAP_ROOT: root, DATA_DIR: dataDir, PORT: `${port}`, LOG_LEVEL: 'error', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.on('data', (text: Buffer) => (said += text.toString()))
  const gone = new Promise<void>(resolve => child.once('exit', () => resolve()))
  const url = `http://127.0.0.1:${port}`
  while (!(await isWell(url))) {
    if (child.exitCode !== null) throw new Error(`the server did not start: ${said}`)
    if (performance.now() - began > PATIENCE_MS) {
      child.kill('SIGKILL')
      throw new Error('the server did not answer in time')
    }
    await new Promise(resolve => setTimeout(resolve, 5))
  }
  return {
    url,
    pid: child.pid!,
    startMs: performance.now() - began,
    async kill() {
      child.kill('SIGKILL')
      await gone
    },
  }
}

/** A port that is free now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await new Promise(resolve => probe.once('listening', resolve))
  const { port } = probe.address() as AddressInfo
  await new Promise(resolve => probe.close(resolve))
  return port
}

/** Seconds of a core that a process has used. */
export function cpuOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'latin1')
    .replace(/^.*\) /, '')
    .split(' ')
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND
}

async function isWell(url: string): Promise<boolean> {
  try {
    return (await fetch(`${url}/api/health`)).ok
  } catch {
    return false
  }
}
