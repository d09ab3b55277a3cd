import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { installPackage } from './debian.mjs'

const DEBIAN = '/usr/lib/postgresql'
const TRIES = 100
/** What makes data last, and hundreds of databases tidy, for one that is thrown away after the tests. */
const HASTY = ['fsync=off', 'full_page_writes=off', 'autovacuum=off']

/**
 * A PostgreSQL of its own in a temporary folder, without a password and without waiting for the disk: its address, and `stop`
 * which takes everything away. `undefined` where no server program can be found or installed.
 */
export async function startPostgres() {
  const bin = find() ?? (installPackage('postgresql'), find())
  // The server refuses to run as root.
  const owner = process.getuid?.() === 0 ? accountOf('postgres') : {}
  if (!bin || !owner) return undefined
  const folder = mkdtempSync(path.join(tmpdir(), 'tanggap-pg-'))
  if ('uid' in owner) chownSync(folder, owner.uid, owner.gid)
  const data = path.join(folder, 'data')
  const made = spawnSync(path.join(bin, 'initdb'), ['-D', data, '-A', 'trust', '-U', 'postgres', '-N'], owner)
  if (made.status !== 0) throw new Error(`initdb: ${made.stderr}`)
  const port = await freePort()
  const options = ['-D', data, '-p', String(port), '-k', folder]
  const settings = ['listen_addresses=127.0.0.1', 'max_connections=300', ...HASTY].flatMap(s => ['-c', s])
  const server = spawn(path.join(bin, 'postgres'), [...options, ...settings], { ...owner, stdio: 'ignore' })
  const ended = new Promise(resolve => server.once('exit', resolve))
  for (let i = 0; spawnSync(path.join(bin, 'pg_isready'), ['-h', '127.0.0.1', '-p', String(port)]).status !== 0; i++) {
    if (i === TRIES) throw new Error('PostgreSQL did not start')
    await new Promise(resolve => setTimeout(resolve, 100))
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill('SIGINT')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function find() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : []
  return versions.map(v => path.join(DEBIAN, v, 'bin')).find(bin => existsSync(path.join(bin, 'initdb')))
}

function accountOf(name) {
  const id = flag => Number(spawnSync('id', [flag, name]).stdout)
  return id('-u') > 0 ? { uid: id('-u'), gid: id('-g') } : undefined
}

function freePort() {
  return new Promise(resolve => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address()
      probe.close(() => resolve(port))
    })
  })
}
