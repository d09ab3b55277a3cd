import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
}

interface Kept {
  readonly body: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer> | undefined
  readonly type: string
  readonly etag: string
}

/** Files of one folder, kept in memory after the first use, sent compressed where the build made a `.gz` beside them. */
export function createFiles(root: string, immutable: RegExp) {
  const kept = new Map<string, Kept>()

  async function load(name: string): Promise<Kept | undefined> {
    const known = kept.get(name)
    if (known) return known
    const file = path.join(root, path.posix.normalize('/' + name))
    const type = TYPES[path.extname(file)]
    if (!type || !file.startsWith(root + path.sep)) return undefined
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const gzip = await readFile(file + '.gz').catch(() => undefined)
    const entry: Kept = {
      body: new Uint8Array(await readFile(file)),
      gzip: gzip && new Uint8Array(gzip),
      type,
      etag: `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`,
    }
    kept.set(name, entry)
    return entry
  }

  /** The answer for a file, or `undefined` when there is none. */
  return async function serve(name: string, request: Request): Promise<Response | undefined> {
    const file = await load(name)
    if (!file) return undefined
    const headers: Record<string, string> = {
      'Content-Type': file.type,
      ETag: file.etag,
      Vary: 'Accept-Encoding',
      'Cache-Control': immutable.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
    }
    if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
    if (file.gzip && /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '')) {
      return new Response(file.gzip, { headers: { ...headers, 'Content-Encoding': 'gzip' } })
    }
    return new Response(file.body, { headers })
  }
}
