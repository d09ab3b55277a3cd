import { build } from 'esbuild'
import path from 'node:path'
import { defaultReporter } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'

const root = import.meta.dirname

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A package that is CommonJS and loaded on demand, with the exports that are asked of it. */
const qrcode = {
  name: 'qrcode',
  setup(made) {
    made.onResolve({ filter: /^qrcode$/, namespace: 'file' }, () => ({ path: 'qrcode', namespace: 'commonjs' }))
    made.onLoad({ filter: /./, namespace: 'commonjs' }, () => ({
      contents: "import it from 'qrcode'\nexport const create = it.create",
      resolveDir: root,
    }))
  },
}

/**
 * The tests as one set of bundles with shared chunks, made once. Loaded module by module, each file asked for some four
 * hundred of them; the runner's own socket stays where it is served.
 */
function bundles() {
  const made = new Map()
  return {
    name: 'bundles',
    async serverStart() {
      const { outputFiles } = await build({
        entryPoints: ['tests/screens/**/*.wtr.ts'],
        absWorkingDir: root,
        outdir: root,
        outbase: root,
        chunkNames: '__chunks/[hash]',
        bundle: true,
        splitting: true,
        format: 'esm',
        target: 'es2022',
        conditions: ['browser', 'development'],
        external: ['/__*'],
        tsconfig: 'shared/web/tsconfig.json',
        plugins: [qrcode],
        write: false,
      })
      for (const { path: file, text } of outputFiles) made.set(`/${path.relative(root, file)}`, text)
    },
    serve({ path: asked }) {
      const body = made.get(asked.replace(/\.ts$/, '.js'))
      return body === undefined ? undefined : { body, type: 'js' }
    },
  }
}

/** Prints one line that a script can read, and refuses a run in which no test ran. */
function countReporter() {
  return {
    stop({ sessions }) {
      const count = { passed: 0, failed: 0 }
      const told = []
      for (const session of sessions) {
        const tests = session.testResults ? testsOf(session.testResults) : []
        const bad = tests.filter(test => !test.passed && !test.skipped)
        for (const { name, error } of bad) told.push(`${session.testFile} > ${name}: ${error?.message ?? ''}`)
        for (const { message } of session.errors) told.push(`${session.testFile}: ${message}`)
        count.passed += tests.filter(test => test.passed && !test.skipped).length
        count.failed += bad.length
        // A file that breaks before its first test, or beside its tests, is one failure of its own.
        if (session.errors.length > 0 || (!session.passed && tests.every(test => test.passed || test.skipped))) {
          count.failed += 1
        }
      }
      if (count.passed + count.failed === 0) process.exitCode = 1
      for (const line of told) process.stdout.write(`WTR failed: ${line.replaceAll('\n', ' ')}\n`)
      process.stdout.write(`WTR passed=${count.passed} failed=${count.failed}\n`)
    },
  }
}

function testsOf(suite) {
  return [...suite.tests, ...suite.suites.flatMap(testsOf)]
}

export default {
  files: ['tests/screens/**/*.wtr.ts'],
  nodeResolve: true,
  concurrency: 1,
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: quiet } }),
  ],
  plugins: [bundles()],
  reporters: [defaultReporter(), countReporter()],
  testsFinishTimeout: 60_000,
  testFramework: { config: { timeout: '20000' } },
  testRunnerHtml: testFramework => `<!doctype html>
<html lang="id" data-device="console" data-theme="light">
  <head>
    <title>Tanggap</title>
    <link rel="stylesheet" href="/shared/web/ui/tokens.css" />
    <link rel="stylesheet" href="/shared/web/ui/base.css" />
  </head>
  <body>
    <script type="module" src="${testFramework}"></script>
  </body>
</html>`,
}
