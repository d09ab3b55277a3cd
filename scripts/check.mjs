// Format, lint, import circles, types and the pure tests; under a minute. `--only format,lint` runs these alone.
import { spawn } from 'node:child_process'
import path from 'node:path'
import { installIfMissing, root } from './lib/project.mjs'

installIfMissing()
const bin = name => path.join(root, 'node_modules/.bin', name)
const STEPS = {
  format: [bin('prettier'), ...['--check', '--log-level=warn', '--cache', '--cache-location=.cache/prettier', '.']],
  lint: [bin('eslint'), '.', '--cache', '--cache-location', '.cache/eslint/'],
  cycles: [process.execPath, 'scripts/walls/lint-cycles.mjs'],
  types: [bin('tsc'), '-b'],
  tests: [bin('vitest'), 'run', '--project', 'pure'],
}
const only = process.argv.includes('--only') ? (process.argv[process.argv.indexOf('--only') + 1] ?? '').split(',') : []
if (!only.every(name => name in STEPS)) {
  console.error(`--only takes some of ${Object.keys(STEPS).join(',')}`)
  process.exit(2)
}

const step = ([name, [command, ...args]]) =>
  new Promise(resolve => {
    const began = Date.now()
    const child = spawn(command, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
    let text = ''
    child.stdout.on('data', d => (text += d))
    child.stderr.on('data', d => (text += d))
    child.on('close', code => {
      console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name} ${((Date.now() - began) / 1000).toFixed(1)} s`)
      if (code !== 0) console.log(text)
      resolve(code === 0)
    })
  })

const wanted = Object.entries(STEPS).filter(([name]) => only.length === 0 || only.includes(name))
// Two at a time: two cores.
const results = []
const work = async () => {
  for (let next = wanted.shift(); next; next = wanted.shift()) results.push(await step(next))
}
await Promise.all([work(), work()])
process.exit(results.every(Boolean) ? 0 : 1)
