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

/** Best first. Browsers take Brotli over HTTPS only, which is how phones come. */
const CODINGS = [
  { coding: 'br', suffix: '.br' },
  { coding: 'gzip', suffix: '.gz' },
] as const

interface Kept {
  readonly body: Uint8Array<ArrayBuffer>
  readonly compressed: readonly { readonly coding: string; readonly bytes: Uint8Array<ArrayBuffer> }[]
  readonly type: string
  readonly etag: string
}

/** Files of one folder, kept in memory after the first use, sent compressed where the build made a `.br` or `.gz` beside them. */
export function createFiles(root: string, immutable: RegExp) {
  const kept = new Map<string, Kept>()

  async function load(name: string): Promise<Kept | undefined> {
    const known = kept.get(name)
    if (known) return known
    // Names with a dot are the build's own, such as its manifest.
    if (/(^|\/)\./.test(name)) return undefined
    const file = path.join(root, path.posix.normalize('/' + name))
    const type = TYPES[path.extname(file)]
    if (!type || !file.startsWith(root + path.sep)) return undefined
    const found = await stat(file).catch(() => undefined)
    if (!found?.isFile()) return undefined
    const compressed = []
    for (const { coding, suffix } of CODINGS) {
      const bytes = await readFile(file + suffix).catch(() => undefined)
      if (bytes) compressed.push({ coding, bytes: new Uint8Array(bytes) })
    }
    const entry: Kept = {
      body: new Uint8Array(await readFile(file)),
      compressed,
      type,
      etag: `"${found.size.toString(36)}-${Math.floor(found.mtimeMs).toString(36)}"`,
    }
    kept.set(name, entry)
    return entry
  }

  function keepFor(name: string): string {
    if (immutable.test(name)) return 'public, max-age=31536000, immutable'
    return name.endsWith('.svg') ? 'public, max-age=86400' : 'no-cache'
  }

  /** The answer for a file, or `undefined` when there is none. */
  return async function serve(name: string, request: Request): Promise<Response | undefined> {
    const file = await load(name)
    if (!file) return undefined
    const headers: Record<string, string> = {
      'Content-Type': file.type,
      ETag: file.etag,
      Vary: 'Accept-Encoding',
      'Cache-Control': keepFor(name),
    }
    if (request.headers.get('if-none-match') === file.etag) return new Response(null, { status: 304, headers })
    const taken = (request.headers.get('accept-encoding') ?? '').split(',').map(coding => coding.trim())
    const smaller = file.compressed.find(({ coding }) => taken.includes(coding))
    if (!smaller) return new Response(file.body, { headers })
    return new Response(smaller.bytes, { headers: { ...headers, 'Content-Encoding': smaller.coding } })
  }
}
