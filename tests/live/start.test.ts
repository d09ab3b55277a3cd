import { spawn, spawnSync } from 'node:child_process'
import { closeSync, constants, existsSync, openSync, readFileSync, statSync, writeFileSync, writeSync } from 'node:fs'
import { connect, createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, describe, expect, it, onTestFinished } from 'vitest'
import { freshFolder, root, start, type Started } from '../helpers/served.ts'

const running: Started[] = []
const folders: { remove: () => void }[] = []
afterEach(async () => {
  for (const s of running.splice(0)) await s.stop('SIGKILL')
  folders.splice(0).forEach(f => f.remove())
})

function folder(): string {
  const f = freshFolder()
  folders.push(f)
  return f.folder
}

async function begin(env: Record<string, string>): Promise<Started> {
  const s = await start(env)
  running.push(s)
  return s
}

/** A start that must fail: one sentence, exit code not 0. */
async function refusal(env: Record<string, string>): Promise<string> {
  const s = await begin(env)
  expect(s.url).toBe('')
  expect(s.child.exitCode).not.toBe(0)
  const lines = s.output().trim().split('\n')
  expect(lines).toHaveLength(1)
  return lines[0]!
}

describe('a log that cannot be written', () => {
  const answered = async (url: string) => (await fetch(`${url}/api/health`)).status
  const faults = async (url: string) => {
    const text = await (await fetch(`${url}/metrics`)).text()
    const of = (what: string) =>
      Number(new RegExp(`tanggap_log_faults\\{what="${what}"\\} (\\d+)`).exec(text)?.[1] ?? 0)
    return { failed: of('failed'), lost: of('lost') }
  }

  it('because nobody reads it any more keeps nobody from being served, and is counted line by line', async () => {
    const s = await begin({ DATA_DIR: folder(), LOG_LEVEL: 'info' })
    s.child.stdout!.destroy()
    s.child.stderr!.destroy()
    await expect.poll(async () => (await faults(s.url)).failed).toBeGreaterThan(0)
    const { lost } = await faults(s.url)
    for (let i = 0; i < 5; i++) expect(await answered(s.url)).toBe(200)
    expect((await faults(s.url)).lost).toBeGreaterThanOrEqual(lost + 5)
    expect(s.child.exitCode).toBe(null)
  })

  /** A start whose log goes to `out`: its address, its stop, and how it ended. */
  async function logging(out: number) {
    const port = await new Promise<number>(resolve => {
      const probe = createServer().listen(0, '127.0.0.1', () => {
        const { port } = probe.address() as AddressInfo
        probe.close(() => resolve(port))
      })
    })
    const env = { PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder(), LOG_LEVEL: 'info' }
    const child = spawn(process.execPath, ['dist/server/main.js'], {
      cwd: root,
      env: { PATH: process.env['PATH'], ...env } as NodeJS.ProcessEnv,
      stdio: ['ignore', out, 'ignore'],
    })
    onTestFinished(() => void child.kill('SIGKILL'))
    const gone = new Promise(resolve => child.once('exit', (code, signal) => resolve(code ?? signal)))
    const url = `http://127.0.0.1:${port}`
    await expect.poll(() => answered(url).catch(() => 0), { timeout: 20_000 }).toBe(200)
    return { child, url, gone }
  }

  it.runIf(existsSync('/dev/full'))('because its disk is full keeps nobody from being served or stopped', async () => {
    const full = openSync('/dev/full', 'w')
    const { child, url, gone } = await logging(full)
    closeSync(full)
    await expect.poll(async () => (await faults(url)).failed).toBeGreaterThan(0)
    expect([await answered(url), child.exitCode]).toEqual([200, null])
    child.kill()
    expect(await gone).toBe(0)
  })

  it.runIf(existsSync('/dev/full'))(
    'because its reader reads nothing keeps nobody from being served or stopped',
    async () => {
      const pipe = path.join(folder(), 'pipe')
      spawnSync('mkfifo', [pipe])
      const [end, other] = [openSync(pipe, constants.O_RDWR), openSync(pipe, constants.O_RDWR | constants.O_NONBLOCK)]
      const { child, url, gone } = await logging(end)
      expect(() => {
        for (;;) writeSync(other, 'x')
      }).toThrow('EAGAIN')
      for (let i = 0; i < 5; i++) expect(await answered(url)).toBe(200)
      child.kill()
      // Nothing but force ends a program that is stuck in a write.
      expect(await gone).toBe('SIGKILL')
      for (const fd of [end, other]) closeSync(fd)
    },
  )
})

describe('starting the server', () => {
  it('seeds a demo office once, says where everything is, and comes back quickly', async () => {
    const DATA_DIR = folder()
    const first = await begin({ DATA_DIR })
    expect(first.output()).toContain('just seeded')
    expect(first.output()).toContain('/kiosk/')
    expect(first.output()).toContain('tanggap-demo')
    const health = await (await fetch(`${first.url}/api/health`)).json()
    expect(health).toMatchObject({ ok: true, demo: true, database: 'sqlite' })
    expect(await first.stop()).toBe(0)
    const times: number[] = []
    // Other tests run beside this one: the quickest of three starts, and no more than that it is far from slow. The bench
    // holds the program itself to two seconds, on a quiet machine.
    for (let i = 0; i < 3; i++) {
      const began = Date.now()
      const again = await begin({ DATA_DIR })
      expect((await fetch(`${again.url}/api/health`)).status).toBe(200)
      times.push(Date.now() - began)
      expect(again.output()).not.toContain('just seeded')
      expect(await again.stop()).toBe(0)
    }
    expect(Math.min(...times)).toBeLessThan(5_000)
  })

  it('ends at once, also while a browser keeps a connection ready that has asked for nothing', async () => {
    const server = await begin({ DATA_DIR: folder() })
    const { hostname, port } = new URL(server.url)
    const ready = connect(Number(port), hostname)
    ready.on('error', () => {})
    await new Promise(resolve => ready.once('connect', resolve))
    const began = Date.now()
    expect(await server.stop()).toBe(0)
    expect(Date.now() - began).toBeLessThan(5_000)
    ready.destroy()
  })

  it('makes its own key at the first start, readable by its owner alone', async () => {
    const DATA_DIR = folder()
    await begin({ DATA_DIR })
    const key = path.join(DATA_DIR, 'key')
    expect(readFileSync(key)).toHaveLength(32)
    expect(statSync(key).mode & 0o777).toBe(0o600)
  })

  it('refuses a second process on the same data, and the first goes on', async () => {
    const DATA_DIR = folder()
    const first = await begin({ DATA_DIR })
    expect(await refusal({ DATA_DIR })).toMatch(/cannot start: .*already|in use|another/i)
    expect((await fetch(`${first.url}/api/health`)).status).toBe(200)
  })

  it('starts again after a kill -9 left its lock behind', async () => {
    const DATA_DIR = folder()
    const first = await begin({ DATA_DIR })
    await first.stop('SIGKILL')
    expect((await begin({ DATA_DIR })).url).not.toBe('')
  })

  it('says loudly that the clock is behind what was done by it, and starts [J16]', async () => {
    const DATA_DIR = folder()
    const first = await begin({ DATA_DIR })
    await fetch(`${first.url}/b/`)
    await first.stop('SIGKILL')
    const slow = 'const now = Date.now; Date.now = () => now() - 172800000'
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(slow)}`
    const again = await begin({ DATA_DIR, NODE_OPTIONS })
    expect(again.output()).toMatch(/WARNING: THE CLOCK OF THIS MACHINE IS WRONG. It says .*Z, but the last event/)
    const health = await fetch(`${again.url}/api/health`)
    expect([health.status, ((await health.json()) as { wrong: unknown }).wrong]).toEqual([503, ['clock']])
    expect((await begin({ DATA_DIR: folder() })).output()).not.toContain('WARNING')
  })

  it('says that a port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    await new Promise(resolve => taken.once('listening', resolve))
    const { port } = taken.address() as { port: number }
    expect(await refusal({ DATA_DIR: folder(), PORT: String(port) })).toContain(`Port ${port} is taken`)
    taken.close()
  })

  it.each([
    [{ PORT: 'delapan' }, 'PORT'],
    [{ PORT: '99999' }, 'PORT'],
    [{ TANGGAP_MODE: 'test' }, 'TANGGAP_MODE'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL'],
    [{ PUBLIC_URL: 'antrean' }, 'PUBLIC_URL'],
  ])('names a malformed setting: %j', async (env, name) => {
    expect(await refusal({ DATA_DIR: folder(), ...(env as Record<string, string>) })).toContain(name)
  })

  it('says that the data folder cannot be used', async () => {
    const f = folder()
    const file = path.join(f, 'a-file')
    writeFileSync(file, 'not a folder')
    expect(await refusal({ DATA_DIR: file })).toContain('data folder')
    expect(await refusal({ DATA_DIR: '/proc/tanggap' })).toContain('data folder')
  })

  it('refuses a file that is no database, and leaves it as it was', async () => {
    const DATA_DIR = folder()
    const file = path.join(DATA_DIR, 'tanggap.db')
    writeFileSync(file, 'surat penting, bukan basis data. '.repeat(200))
    const before = readFileSync(file)
    expect(await refusal({ DATA_DIR })).toMatch(/cannot start/)
    expect(readFileSync(file)).toEqual(before)
  })

  it('refuses a database of a newer version, and leaves it as it was', async () => {
    const DATA_DIR = folder()
    await (await begin({ DATA_DIR })).stop()
    const { default: Sqlite } = await import('better-sqlite3')
    const db = new Sqlite(path.join(DATA_DIR, 'tanggap.db'))
    db.prepare('insert into kysely_migration (name, timestamp) values (?, ?)').run('9999-from-the-future', '2030-01-01')
    db.close()
    expect(await refusal({ DATA_DIR })).toMatch(/newer/i)
  })

  it('refuses the demo accounts in production, and has none of its own [A10]', async () => {
    const DATA_DIR = folder()
    await (await begin({ DATA_DIR })).stop()
    expect(await refusal({ DATA_DIR, TANGGAP_MODE: 'production' })).toContain('demo accounts')
    const clean = await begin({ DATA_DIR: folder(), TANGGAP_MODE: 'production', HOST: '127.0.0.1' })
    expect((await fetch(`${clean.url}/api/offices`)).status).toBe(503)
    expect(clean.output()).not.toContain('tanggap-demo')
  })

  it('is what npm start starts', () => {
    const script = readFileSync(path.join(root, 'scripts/start.mjs'), 'utf8')
    expect(script).toContain('dist/server/main.js')
    const bad = spawnSync(process.execPath, ['scripts/start.mjs'], {
      cwd: root,
      env: { ...process.env, PORT: 'delapan', DATA_DIR: folder() },
      encoding: 'utf8',
    })
    expect(bad.status).not.toBe(0)
    expect(bad.stderr).toContain('PORT')
  })
})
