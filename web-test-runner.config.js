import { build } from 'esbuild'
import { fileURLToPath } from 'node:url'
import { defaultReporter } from '@web/test-runner'
import { chromeLauncher } from '@web/test-runner-chrome'
import { esbuildPlugin } from '@web/dev-server-esbuild'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Packages that a browser cannot load as they are (CommonJS, or swapped files), so they are bundled here, with these exports. */
const COMMONJS = { qrcode: ['create'], 'socket.io-client': ['io'] }

function commonJs() {
  return {
    name: 'commonjs',
    resolveImport({ source }) {
      return source in COMMONJS ? `/__commonjs/${source}.js` : undefined
    },
    async serve(context) {
      const name = /^\/__commonjs\/([\w.-]+)\.js$/.exec(context.path)?.[1]
      if (!name || !(name in COMMONJS)) return undefined
      const contents = `import it from '${name}'\n` + COMMONJS[name].map(x => `export const ${x} = it.${x}\n`).join('')
      const root = fileURLToPath(new URL('.', import.meta.url))
      const { outputFiles } = await build({
        stdin: { contents, resolveDir: root },
        bundle: true,
        format: 'esm',
        platform: 'browser',
        write: false,
      })
      return { body: outputFiles[0].text, type: 'js' }
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
  nodeResolve: { exportConditions: ['browser', 'development'] },
  concurrency: 1,
  browsers: [
    chromeLauncher({ launchOptions: { executablePath: process.env.CHROME_PATH ?? '/usr/bin/chromium', args: quiet } }),
  ],
  plugins: [
    commonJs(),
    esbuildPlugin({
      ts: true,
      target: 'es2022',
      tsconfig: fileURLToPath(new URL('shared/web/tsconfig.json', import.meta.url)),
    }),
  ],
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
