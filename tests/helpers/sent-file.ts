import { randomUUID } from 'node:crypto'
import type { TestApp, Visitor } from './test-app.ts'

/** Sends a file in a form, as a page of the console does. */
export async function sentFile(
  app: TestApp,
  who: Visitor,
  path: string,
  bytes: Uint8Array | string,
  { name = 'berkas', key = randomUUID() }: { readonly name?: string; readonly key?: string } = {},
) {
  const form = new FormData()
  form.append('file', new File([typeof bytes === 'string' ? bytes : new Uint8Array(bytes)], name))
  const cookie = [...who.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
  const headers = { cookie, host: 'localhost', 'idempotency-key': key }
  const response = await app.app.request(path, { method: 'POST', headers, body: form })
  return { status: response.status, body: JSON.parse(await response.text()) }
}

/** What a form of the console opens in another tab. */
export async function opened(app: TestApp, who: Visitor, path: string) {
  const cookie = [...who.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
  return app.app.request(path, { method: 'POST', headers: { cookie, host: 'localhost' } })
}
