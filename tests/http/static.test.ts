import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync, brotliCompressSync, gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFiles } from '../../server/http/static.ts'

const root = mkdtempSync(path.join(tmpdir(), 'tanggap-'))
const TEXT = 'const antrean = 1\n'.repeat(50)
const serve = createFiles(root, /^assets\//)

async function asked(name: string, headers: Record<string, string> = {}) {
  const answer = await serve(name, new Request(`http://localhost/${name}`, { headers }))
  return answer && { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

beforeAll(() => {
  mkdirSync(path.join(root, 'assets'))
  writeFileSync(path.join(root, 'assets/a.js'), TEXT)
  writeFileSync(path.join(root, 'assets/a.js.gz'), gzipSync(TEXT))
  writeFileSync(path.join(root, 'assets/a.js.br'), brotliCompressSync(TEXT))
  writeFileSync(path.join(root, 'mark.svg'), '<svg/>')
  writeFileSync(path.join(root, 'sw.js'), TEXT)
  writeFileSync(path.join(root, 'secret'), 'key')
})
afterAll(() => rmSync(root, { recursive: true, force: true }))

describe('a file of the screens', () => {
  it('comes as small as the browser takes it', async () => {
    const best = await asked('assets/a.js', { 'accept-encoding': 'gzip, deflate, br' })
    expect([best!.headers.get('content-encoding'), brotliDecompressSync(best!.bytes).toString()]).toEqual(['br', TEXT])
    const old = await asked('assets/a.js', { 'accept-encoding': 'gzip, deflate' })
    expect([old!.headers.get('content-encoding'), gunzipSync(old!.bytes).toString()]).toEqual(['gzip', TEXT])
    const plain = await asked('assets/a.js')
    expect([plain!.headers.get('content-encoding'), plain!.bytes.toString()]).toEqual([null, TEXT])
  })

  it('is kept for good under a name that never means another one, for a day as a mark, and else asked for again', async () => {
    const kept = async (name: string) => (await asked(name))!.headers.get('cache-control')
    expect(await kept('assets/a.js')).toBe('public, max-age=31536000, immutable')
    expect(await kept('mark.svg')).toBe('public, max-age=86400')
    expect(await kept('sw.js')).toBe('no-cache')
    const { headers } = (await asked('sw.js'))!
    expect((await asked('sw.js', { 'if-none-match': headers.get('etag')! }))!.status).toBe(304)
  })

  it('is none without a known ending, outside the folder, or a compressed copy by itself', async () => {
    for (const name of ['secret', '../secret', 'assets/a.js.br', 'assets/none.js', 'assets'])
      expect([name, await asked(name)]).toEqual([name, undefined])
  })
})
