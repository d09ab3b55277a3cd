// Builds the screens (Vite) and the server (esbuild) into dist/, with compressed copies for phones.
import { cpSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { build as bundle } from 'esbuild'
import { build } from 'vite'
import { oneLanguage } from './lib/one-language.mjs'
import { root } from './lib/project.mjs'

const web = path.join(root, 'dist/web')
rmSync(path.join(root, 'dist/.stamp'), { force: true })

await build({ root, configFile: path.join(root, 'vite.config.ts'), logLevel: 'warn' })
// The page of a ticket is opened by itself, on the cheapest phones: one file, smaller than the parts that screens could share.
const manifest = path.join(web, '.vite/manifest.json')
// And with the words of its own language alone.
const files = JSON.parse(readFileSync(manifest, 'utf8'))
for (const lang of ['id', 'en']) {
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    plugins: [oneLanguage(lang)],
    build: {
      outDir: 'dist/web',
      emptyOutDir: false,
      manifest: true,
      target: 'es2020',
      modulePreload: { polyfill: false },
      rollupOptions: { input: { [`ticket-${lang}`]: 'booking/ticket.ts' } },
    },
  })
  files[`booking/ticket.ts:${lang}`] = JSON.parse(readFileSync(manifest, 'utf8'))['booking/ticket.ts']
}
writeFileSync(manifest, JSON.stringify(files, undefined, 2))
// The survey, too, is opened by itself, on whatever phone stood at the counter.
await build({
  root,
  configFile: false,
  publicDir: false,
  logLevel: 'warn',
  build: {
    outDir: 'dist/web',
    emptyOutDir: false,
    target: 'es2020',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: { input: { survey: 'survey/index.html' } },
  },
})
// One plain script at the root: a service worker is found by its fixed address, and old phones know no modules there.
await bundle({
  absWorkingDir: root,
  entryPoints: ['booking/sw.ts'],
  outfile: 'dist/web/sw.js',
  bundle: true,
  format: 'iife',
  platform: 'browser',
  target: 'es2020',
  minify: true,
  logLevel: 'warning',
})
cpSync(path.join(root, 'shared/web/mark.svg'), path.join(web, 'mark.svg'))
cpSync(path.join(root, 'display/public'), path.join(web, 'display'), { recursive: true })
for (const name of readdirSync(web, { recursive: true })) {
  const file = path.join(web, name)
  if (!/\.(js|css|html|json|svg)$/.test(name) || !statSync(file).isFile()) continue
  const bytes = readFileSync(file)
  writeFileSync(file + '.gz', gzipSync(bytes, { level: 9 }))
  writeFileSync(file + '.br', brotliCompressSync(bytes))
}

await bundle({
  absWorkingDir: root,
  entryPoints: ['server/main.ts', 'server/setup-link.ts'],
  outdir: 'dist/server',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
})
// A thread begins with a file of its own, beside the program that starts it.
await bundle({
  absWorkingDir: root,
  entryPoints: ['server/services/thread/figures-worker.ts'],
  outdir: 'dist/server',
  bundle: true,
  packages: 'external',
  platform: 'node',
  format: 'esm',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
})
cpSync(path.join(root, 'server/services/report/paper-worker.mjs'), path.join(root, 'dist/server/paper-worker.mjs'))
cpSync(path.join(root, 'server/services/office-file/xlsx-worker.mjs'), path.join(root, 'dist/server/xlsx-worker.mjs'))
