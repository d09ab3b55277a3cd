import { randomBytes, randomUUID } from 'node:crypto'
import type { AddressInfo } from 'node:net'
import { readConfig } from '../../server/config.ts'
import { demoOffice } from '../../server/demo/samarinda.ts'
import type { Web } from '../../server/http/pages/pages.ts'
import type { Pace } from '../../server/rehearsal/play.ts'
import { seedDemo } from '../../server/seed.ts'
import { openStage } from '../../server/stage/open-stage.ts'
import { saveOffice } from '../../server/store/offices.ts'
import type { Database } from '../../server/store/open/database.ts'
import type { OfficeInfo } from '../../shared/office/office.ts'
import type { Visitor } from './test-app.ts'

const styles: string[] = []
const web: Web = {
  page: async screen => `<!doctype html><html lang="id"><head><title>${screen}</title></head></html>`,
  file: async () => undefined,
  bookingAssets: async () => ({ styles }),
  ticketAssets: async () => ({ styles }),
  homeAssets: async () => ({ styles }),
  ikmAssets: async () => ({ styles }),
  inAssets: async () => ({ styles }),
}

/** The stage with the office's own program on it, the office in preparation, on the real clock and a free port. */
export async function onStage(
  db: Database,
  dataDir: string,
  { pace, office = {} }: { readonly pace?: Pace; readonly office?: Partial<OfficeInfo> } = {},
) {
  await seedDemo(db, Date.now())
  await saveOffice(db, { ...demoOffice, openedAt: null, alwaysOpen: false, ...office })
  const failures: unknown[] = []
  const around = { config: readConfig({ LOG_LEVEL: 'silent' }, 'test'), db, web, key: randomBytes(32), dataDir }
  const { stage } = await openStage(
    { ...around, now: Date.now, strictCsp: true, failed: error => failures.push(error) },
    pace,
  )
  await new Promise<void>(resolve => stage.server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(stage.server.address() as AddressInfo).port}`

  /** Somebody with cookies of their own. */
  function visitor(cookies = new Map<string, string>()): Visitor {
    async function ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
      const cookie = [...cookies].map(([k, v]) => `${k}=${v}`).join('; ')
      const answer = await fetch(url + path, {
        method,
        redirect: 'manual',
        headers: { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID(), ...headers },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      for (const set of answer.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(set)!
        if (/max-age=0/i.test(set)) cookies.delete(name!)
        else cookies.set(name!, value!)
      }
      const text = await answer.text()
      const isJson = answer.headers.get('content-type')?.includes('json')
      return { status: answer.status, text, body: isJson ? JSON.parse(text) : undefined, headers: answer.headers }
    }
    return {
      cookies,
      get: (path, headers) => ask('GET', path, undefined, headers),
      post: (path, body = {}, headers) => ask('POST', path, body, headers),
      patch: (path, body) => ask('PATCH', path, body),
    }
  }

  async function as(username: string): Promise<Visitor> {
    const who = visitor()
    const answer = await who.post('/api/login', { username, password: 'tanggap-demo' })
    if (answer.status !== 200) throw new Error(`login of ${username}: ${answer.text}`)
    return who
  }

  return { stage, url, failures, visitor, as }
}

/** All that a database holds, by table. */
export async function contentsOf({ kysely }: Database): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const tables = await kysely.introspection.getTables()
  const all: Record<string, readonly unknown[]> = {}
  for (const { name } of tables) {
    const rows = await kysely
      .selectFrom(name as 'meta')
      .selectAll()
      .execute()
    all[name] = rows.map(row => JSON.stringify(row)).sort()
  }
  return all
}
