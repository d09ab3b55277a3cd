// A test runner for StrykerJS. Its own runner for vitest loads every test file anew for each of some thousand mutants, 11 s each
// time; here the tests are bundled once and stay loaded, and only a mutant of what runs while a file is loaded loads them again.
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { determineHitLimitReached, DryRunStatus, TestStatus, toMutantRunResult } from '@stryker-mutator/api/test-runner'
import { build } from 'esbuild'
import { tests } from './collected.mjs'

/** Start tools, read the tree, count time, or need what only vitest has. */
const LEFT_OUT =
  /^(announcer-load|estimate-promise|examples|ikm-cli|kiosk-check-in|processes|queue-cost|rules|simulated-day|skm-stat-cli|used|walls)\./
/** Properties get this part of their runs: thousands of mutants ask them. */
process.env.TANGGAP_PROPERTY_SHARE = '0.03'

class HotRunner {
  #bundle = ''
  #slowest = new Map()

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init() {
    const folder = path.resolve('tests/shared')
    const files = readdirSync(folder).filter(file => file.endsWith('.test.ts') && !LEFT_OUT.test(file))
    const contents = files.map(file => `await import('./${file}')`).join('\n')
    // Beside the tests, because some of them read files relative to their own place.
    this.#bundle = path.join(folder, `mutants-${process.pid}.mjs`)
    await build({
      stdin: { contents, resolveDir: folder },
      outfile: this.#bundle,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      plugins: [collected],
    })
    await this.#load('')
  }

  async #load(query) {
    tests.clear()
    await import(`${pathToFileURL(this.#bundle)}?${query}`)
  }

  async dryRun() {
    stryker().mutantCoverage ??= { static: {}, perTest: {} }
    const results = await this.#run([...tests.keys()], false)
    for (const { id, timeSpentMs } of results) this.#slowest.set(id, timeSpentMs)
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: stryker().mutantCoverage }
  }

  async mutantRun({ activeMutant, testFilter, mutantActivation, hitLimit }) {
    const ns = stryker()
    Object.assign(ns, { activeMutant: activeMutant.id, hitLimit, hitCount: hitLimit === undefined ? undefined : 0 })
    try {
      if (mutantActivation === 'static') await this.#load(activeMutant.id)
      const results = await this.#run(testFilter ?? [...tests.keys()], true)
      const late = determineHitLimitReached(ns.hitCount, hitLimit)
      return toMutantRunResult(late ?? { status: DryRunStatus.Complete, tests: results })
    } catch (error) {
      // The files cannot even be loaded with it: the first test would have said so.
      return { status: 'killed', killedBy: ['loading the tests'], failureMessage: String(error), nrOfTests: 0 }
    } finally {
      Object.assign(ns, { activeMutant: undefined, hitLimit: undefined, hitCount: undefined })
      if (mutantActivation === 'static') await this.#load(`after-${activeMutant.id}`)
    }
  }

  /** Runs the quickest first, and with `bail` no further than the first that fails. */
  async #run(ids, bail) {
    const results = []
    const time = id => this.#slowest.get(id) ?? 0
    for (const id of ids.toSorted((a, b) => time(a) - time(b))) {
      const began = performance.now()
      const result = { id, name: id, status: TestStatus.Success }
      stryker().currentTestId = id
      try {
        await tests.get(id)()
      } catch (error) {
        Object.assign(result, { status: TestStatus.Failed, failureMessage: String(error?.message ?? error) })
      }
      stryker().currentTestId = undefined
      results.push({ ...result, timeSpentMs: performance.now() - began })
      if (bail && result.status === TestStatus.Failed) break
    }
    return results
  }
}

const stryker = () => (globalThis.__stryker__ ??= {})

const collected = {
  name: 'collected',
  setup: ({ onResolve }) =>
    onResolve({ filter: /^vitest$/ }, () => ({ path: new URL('collected.mjs', import.meta.url).href, external: true })),
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'hot', HotRunner)]
