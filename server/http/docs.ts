import path from 'node:path'
import { createRequire } from 'node:module'
import { openApi } from './openapi.ts'
import type { Door } from './mount.ts'
import { createFiles } from './static.ts'

const PAGE = `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>Tanggap API</title><link rel="stylesheet" href="/api/docs/swagger-ui.css"></head>
<body><div id="reference"></div><script src="/api/docs/swagger-ui-bundle.js"></script><script src="/api/docs/start.js"></script></body></html>
`
const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#reference', deepLinking: true })
`

/** The API document and its reference page, served from this machine. */
export function mountDocs(door: Door, version: string): void {
  const { app } = door
  // Made when it is first asked for: of all that a start does it took longest, and most starts are never asked.
  let document: object | undefined
  const folder = path.dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json'))
  const serve = createFiles(folder, /^$/)
  app.get('/api/openapi.json', c => c.json((document ??= openApi(version))))
  app.get('/api/docs', c => c.html(PAGE))
  app.get('/api/docs/start.js', c => c.body(START, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }))
  app.get(
    '/api/docs/:file{swagger-ui(-bundle)?\\.(js|css)}',
    async (c, next) => (await serve(c.req.param('file'), c.req.raw)) ?? next(),
  )
}
