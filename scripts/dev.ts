import { mkdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { build } from 'esbuild'
import { createServer as createVite } from 'vite'
import { compose } from '../server/compose/compose.ts'
import { officeKey } from '../server/compose/office-key.ts'
import { readConfig } from '../server/config.ts'
import { pushKeysOf } from '../server/compose/push-keys.ts'
import { createFiles } from '../server/http/static.ts'
import { seedDemo } from '../server/seed.ts'
import { openSqlite } from '../server/store/open/open-sqlite.ts'

const root = process.env['TANGGAP_ROOT']!
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string }
const config = readConfig({ LOG_LEVEL: 'warn', ...process.env, TANGGAP_MODE: 'demo' }, version)
const dataDir = path.resolve(root, config.dataDir)
mkdirSync(dataDir, { recursive: true })
const db = await openSqlite(path.join(dataDir, 'tanggap.db'))
await seedDemo(db, Date.now())
const marks = createFiles(path.join(root, 'shared/web'), /^$/)
const clips = createFiles(path.join(root, 'display/public'), /^$/)

const program = await compose({
  config,
  db,
  key: await officeKey(dataDir, db),
  dataDir,
  pushKeys: pushKeysOf(dataDir),
  now: Date.now,
  strictCsp: false,
  failed: error => console.error(error),
  web: {
    page: async screen =>
      vite.transformIndexHtml(`/${screen}/index.html`, await readFile(path.join(root, screen, 'index.html'), 'utf8')),
    file: async (name, request) =>
      name.startsWith('display/')
        ? clips(name.slice(8), request)
        : name === 'mark.svg'
          ? marks(name, request)
          : name === 'sw.js'
            ? serviceWorker()
            : undefined,
    bookingAssets: async () => ({ script: '/booking/booking.ts', styles: ['/booking/styles/booking.css?direct'] }),
    ticketAssets: async () => ({ script: '/booking/ticket.ts', styles: ['/booking/styles/ticket.css?direct'] }),
    homeAssets: async () => ({
      script: '/booking/home.ts',
      styles: ['/booking/styles/booking.css?direct', '/booking/styles/home.css?direct'],
    }),
    ikmAssets: async () => ({ styles: ['/booking/styles/ikm.css?direct'] }),
    inAssets: async () => ({ script: '/booking/in.ts', styles: ['/booking/styles/in.css?direct'] }),
  },
})

const vite = await createVite({
  root,
  configFile: path.join(root, 'vite.config.ts'),
  appType: 'custom',
  server: { middlewareMode: true, hmr: { server: program.server, path: '/@hmr' } },
})

// The bundler looks first at what is a module or a file of a screen; pages and the API stay with the server.
const [ours] = program.server.listeners('request') as [(req: IncomingMessage, res: ServerResponse) => void]
program.server.removeAllListeners('request')
program.server.on('request', (req: IncomingMessage, res: ServerResponse) => {
  const url = req.url ?? '/'
  if (/^\/gallery\/?$/.test(url)) return void gallery(res)
  const page = /^\/(api|socket\.io|t|s|b|in|metrics|sw\.js)(\/|\?|$)/.test(url) || /^\/(\w+\/?)?(\?.*)?$/.test(url)
  if (page) return ours(req, res)
  vite.middlewares(req, res, () => ours(req, res))
})

async function serviceWorker(): Promise<Response> {
  const entry = path.join(root, 'booking/sw.ts')
  const { outputFiles } = await build({ entryPoints: [entry], bundle: true, format: 'iife', write: false })
  return new Response(outputFiles[0]!.text, { headers: { 'Content-Type': 'text/javascript; charset=utf-8' } })
}

/** Every element in every state, for who builds them; no part of the product. */
async function gallery(res: ServerResponse): Promise<void> {
  const html = await readFile(path.join(root, 'gallery/index.html'), 'utf8')
  res.setHeader('Content-Type', 'text/html; charset=utf-8')
  res.end(await vite.transformIndexHtml('/gallery/index.html', html))
}
program.server.listen(config.port, config.host, () => {
  console.log(`Tanggap (development) http://localhost:${config.port}/console/  /kiosk/  /display/  /gallery/`)
})
const stop = () => void Promise.all([vite.close(), program.close()]).then(() => process.exit(0))
process.once('SIGINT', stop)
process.once('SIGTERM', stop)
