// Every test of every floor, cheapest first; ends with the line `N passed, N failed`.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { buildIfStale, installIfMissing, root } from './lib/project.mjs'

installIfMissing()
const { findBrowser } = await import('./lib/browser.mjs')
const { startPostgres } = await import('./lib/postgres.mjs')
const env = { ...process.env, CHROME_PATH: await findBrowser() }
buildIfStale()

const cache = path.join(root, '.cache')
mkdirSync(cache, { recursive: true })
const total = { passed: 0, failed: 0 }

/** Runs one runner, shows what it prints, and gives its code and its output. */
function show(command, args) {
  return new Promise(resolve => {
    const child = spawn(path.join(root, 'node_modules/.bin', command), args, { cwd: root, env })
    let text = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', d => {
        text += d
        process.stdout.write(d)
      })
    child.on('close', code => resolve({ code, text }))
  })
}

/** Adds a runner's counts; one that broke off or found no test has failed, whatever it counted. */
function count(name, code, passed, failed) {
  total.passed += passed
  total.failed += failed
  if (passed + failed === 0 || (code !== 0 && failed === 0)) {
    console.log(`${name}: broke off with code ${code}`)
    total.failed++
  }
}

async function vitest(project) {
  const file = path.join(cache, `vitest-${project}.json`)
  rmSync(file, { force: true })
  const { code } = await show('vitest', [
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  let report = { numPassedTests: 0, numFailedTests: 0 }
  try {
    report = JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    console.log(`${project}: left no report`)
  }
  count(project, code, report.numPassedTests, report.numFailedTests)
}

await vitest('pure')
const postgres = await startPostgres()
if (postgres) env.TANGGAP_TEST_PG = postgres.url
else console.log('No PostgreSQL here: its dialect is tested inside the process only')
await vitest('server')
if (postgres) await vitest('postgres')
await postgres?.stop()
const screens = await show('wtr', [])
const [, passed = 0, failed = 0] = /WTR passed=(\d+) failed=(\d+)/.exec(screens.text) ?? []
count('screens', screens.code, Number(passed), Number(failed))
await vitest('journeys')

console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exit(total.failed === 0 ? 0 : 1)
