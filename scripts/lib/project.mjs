import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder, from wherever a script is called. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..')

const SOURCES = [
  'shared',
  'server',
  'kiosk',
  'display',
  'survey',
  'booking',
  'console',
  'setup',
  'package-lock.json',
  'vite.config.ts',
  'scripts/build.mjs',
]

/** Runs a command and ends this one with its code when it fails. */
function run(command, args, options = {}) {
  const result = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options })
  if (result.error || result.status !== 0) {
    if (result.error) console.error(`${command} cannot be run: ${result.error.message}`)
    process.exit(result.status || 1)
  }
}

/** Installs the packages unless those of the lock file are there. Says so on standard error. */
export function installIfMissing() {
  if (installed()) return
  console.error('Installing packages (once; a minute or two) …')
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 2, 2] })
}

/** Whether npm's own record of what stands in node_modules agrees with the lock file. */
function installed() {
  const record = path.join(root, 'node_modules/.package-lock.json')
  if (!existsSync(record)) return false
  const packages = file => JSON.parse(readFileSync(file, 'utf8')).packages
  const there = packages(record)
  return Object.entries(packages(path.join(root, 'package-lock.json'))).every(
    ([name, wanted]) => name === '' || wanted.optional || there[name]?.version === wanted.version,
  )
}

/** Builds screens and server when a source is newer than what was built. */
export function buildIfStale() {
  const stamp = path.join(root, 'dist/.stamp')
  const now = fingerprint()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return
  console.error('Building …')
  run(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 2, 2] })
  mkdirSync(path.dirname(stamp), { recursive: true })
  writeFileSync(stamp, now)
}

function fingerprint() {
  const hash = createHash('sha256')
  const visit = name => {
    const file = path.join(root, name)
    const found = statSync(file)
    if (!found.isDirectory()) return void hash.update(`${name}:${found.size}:${found.mtimeMs}\n`)
    for (const inner of readdirSync(file).sort()) visit(path.join(name, inner))
  }
  SOURCES.filter(s => existsSync(path.join(root, s))).forEach(visit)
  return hash.digest('hex')
}
