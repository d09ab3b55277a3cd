// Every test of every floor; ends with the line `N passed, N failed`. Three floors side by side keep two cores at work, for
// each waits now and then; what promises something within a second or two comes after them, with the machine for itself.
// `--beside COMMAND` runs a command on what the journeys leave of the cores; when it fails, so do the tests.
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { setPriority } from 'node:os'
import path from 'node:path'
import { buildIfStale, installIfMissing, root } from './lib/project.mjs'

const beside = process.argv.includes('--beside') ? process.argv[process.argv.indexOf('--beside') + 1] : undefined
installIfMissing()
const { findBrowser } = await import('./lib/browser.mjs')
const { startPostgres } = await import('./lib/postgres.mjs')
const env = { ...process.env, CHROME_PATH: await findBrowser() }
buildIfStale()

const cache = path.join(root, '.cache')
mkdirSync(cache, { recursive: true })
const results = []
const bin = name => path.join(root, 'node_modules/.bin', name)

/** The priority of what takes what others leave of a core. */
const BEHIND = 10

/** Runs one program to its end, shows what it printed, and gives its code and its output. */
function show(name, command, args, priority = 0) {
  console.log(`${name} …`)
  return new Promise(resolve => {
    const child = spawn(command, args, { cwd: root, env })
    if (priority > 0 && child.pid) setPriority(child.pid, priority)
    let text = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', d => (text += d))
    child.on('close', code => {
      console.log(text)
      resolve({ code, text })
    })
  })
}

/** Notes a floor's counts; a runner that broke off or found no test has failed, whatever it counted. */
async function count(name, run) {
  const began = Date.now()
  let { code, passed, failed, failures } = await run()
  if (passed + failed === 0 || (code !== 0 && failed === 0)) {
    failures = [`broke off with code ${code}`]
    failed++
  }
  results.push({ name, passed, failed, failures, seconds: Math.round((Date.now() - began) / 1000) })
}

const vitest = (name, workers, priority) =>
  count(name, async () => {
    const file = path.join(cache, `vitest-${name}.json`)
    rmSync(file, { force: true })
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
    const args = ['run', '--project', name, `--maxWorkers=${workers}`, ...reporters]
    const { code } = await show(name, bin('vitest'), args, priority)
    try {
      const { numPassedTests: passed, numFailedTests: failed, testResults } = JSON.parse(readFileSync(file, 'utf8'))
      return { code, passed, failed, failures: testResults.flatMap(failuresOf) }
    } catch {
      console.log(`${name}: left no report`)
      return { code, passed: 0, failed: 0 }
    }
  })

/** Each failed test of a file with what it says, or the file that broke before its first test. */
function failuresOf({ name, status, message, assertionResults }) {
  const tests = assertionResults.filter(test => test.status === 'failed')
  if (tests.length === 0) return status === 'failed' ? [`${path.relative(root, name)}\n${message}`] : []
  return tests.map(test => `${path.relative(root, name)} > ${test.fullName}\n${test.failureMessages.join('\n')}`)
}

const screens = () =>
  count('screens', async () => {
    const { code, text } = await show('screens', bin('wtr'), [])
    const [, passed = 0, failed = 0] = /WTR passed=(\d+) failed=(\d+)/.exec(text) ?? []
    const failures = [...text.matchAll(/^WTR failed: (.*)$/gm)].map(m => m[1])
    return { code, passed: Number(passed), failed: Number(failed), failures }
  })

const postgres = await startPostgres()
if (postgres) env.TANGGAP_TEST_PG = postgres.url
else console.log('No PostgreSQL here: its dialect is tested inside the process only')
const waitingFirst = async () => {
  await vitest('waiting', 1)
  if (postgres) await vitest('postgres', 1)
}
// The server's floor is the longest by far: the pure tests fill what the others leave beside its end.
const pureAfterScreens = async () => {
  await screens()
  await vitest('pure', 2)
}
await Promise.all([vitest('server', 1), pureAfterScreens(), waitingFirst()])
await postgres?.stop()
await vitest('alone', 1)
// Half of them wait for a slow network: three at a time, and beside them what waits for nothing and promises no time. The
// tools lint the whole project, which is quick once the checks have.
let besideCode = 0
const besideThenTools = async () => {
  if (beside) besideCode = (await show(beside, 'sh', ['-c', beside], BEHIND)).code
  await vitest('tools', 1, BEHIND)
}
await Promise.all([vitest('journeys', 3), besideThenTools()])

// What failed once more at the end, where somebody looks who sees only the last lines of a long log.
for (const { name, failures = [] } of results)
  for (const failure of failures) console.log(`FAILED ${name}: ${failure.split('\n').slice(0, 12).join('\n  ')}\n`)
for (const { name, passed, failed, seconds } of results)
  console.log(`${name.padEnd(9)} ${passed} passed, ${failed} failed, ${seconds} s`)
const sum = key => results.reduce((n, result) => n + result[key], 0)
if (besideCode !== 0) console.log(`FAILED ${beside}: code ${besideCode}, see above`)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 && besideCode === 0 ? 0 : 1)
