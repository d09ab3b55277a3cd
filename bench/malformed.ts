import { randomBytes } from 'node:crypto'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { seeded, type Random } from '../shared/kit/random.ts'
import { atMost, known, type Figure } from './lib/figures.ts'
import { run } from './lib/program.ts'
import { exactly } from './rush.ts'

/** Kept low, so that a pile of requests is not what is measured. */
const AT_ONCE = 16
const FORMS = ['/b/samarinda/ktp-el/data', '/b/samarinda/ktp-el', '/b/samarinda', '/in', '/b/samarinda/ktp-el/tunggu']
const TICKET_FORMS = ['files', 'check-in', 'let-pass', 'here', 'ambil', 'files/remove', 'jadwal', 'cancel']
const JUNK: readonly unknown[] = [
  ...[null, true, -1, 0, 1.5, 1e21, '', ' ', 'x', 'x'.repeat(5_000), '\u0000', '\ud800', '٣', '🙂', '../../etc/passwd'],
  ...['2026-06-31', '2026-13-45', '25:99', '2026-06-09T99:99', '<script>', "' or 1=1 --", '__proto__', 'samarinda'],
  ...['ktp-el', [], {}, [[[[[[]]]]]], { __proto__: null, a: { b: {} } }, Number.MAX_SAFE_INTEGER],
]

interface Operation {
  readonly method: string
  readonly path: string
  readonly schema: Schema | undefined
}

interface Schema {
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
}

/** Malformed requests from the API's own document, forms and uploads: none may be the server's fault, nor stay in its memory. */
export async function malformed(requests: number, forms: number, seed: number): Promise<readonly Figure[]> {
  const server = await run({ settings: { TRUST_PROXY: 'true' } })
  const random = seeded(seed)
  try {
    const cookies = [undefined, ...(await Promise.all(['petugas1', 'meja', 'admin'].map(n => signIn(server.url, n))))]
    const operations = await operationsOf(server.url)
    const statuses = new Map<number, number>()
    const meant = { unavailable: 0 }
    const ask = async (path: string, init: RequestInit) => {
      const address = `10.${[0, 0, 0].map(() => Math.floor(random() * 256)).join('.')}`
      const cookie = oneOf(cookies, random)
      const headers = { 'x-forwarded-for': address, ...(cookie ? { cookie } : {}), ...(init.headers as object) }
      const answer = await fetch(server.url + path, { redirect: 'manual', ...init, headers })
      const said = await answer.text()
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1)
      if (answer.status === 503 && /UNAVAILABLE|TOO_MANY/.test(said)) meant.unavailable++
      else if (answer.status >= 500) console.log(answer.status, init.method, path, String(init.body).slice(0, 200))
    }
    const memory: number[] = []
    const began = performance.now()
    for (let done = 0; done < requests + forms; done += AT_ONCE) {
      if (done % 500 < AT_ONCE) memory.push(usedNow())
      await Promise.all(
        Array.from({ length: AT_ONCE }, () =>
          random() * (requests + forms) < requests
            ? ask(...badRequest(oneOf(operations, random), random))
            : ask(...badForm(random)),
        ),
      )
    }
    memory.push(usedNow())
    const bad = [...statuses].reduce((sum, [status, n]) => sum + (status >= 500 ? n : 0), 0)
    return [
      known('malformed requests, forms and uploads', requests + forms, ''),
      known('  within', (performance.now() - began) / 1000, 's'),
      ...[...statuses].sort(([a], [b]) => a - b).map(([status, n]) => known(`  answers ${status}`, n, '')),
      known('  503 that the product means', meant.unavailable, ''),
      exactly('  other answers 5xx', bad - meant.unavailable, '', 0),
      known('  memory after a quarter', memory[Math.floor(memory.length / 4)]!, 'MB'),
      atMost('  more at the end', memory.at(-1)! - memory[Math.floor(memory.length / 4)]!, 'MB', 30),
    ]
  } finally {
    await server.close()
  }
}

function badRequest({ method, path, schema }: Operation, random: Random): [string, RequestInit] {
  const junk = () => encodeURIComponent(safe(oneOf(JUNK, random)))
  const broken = random() < 0.05
  const filled = path.replace(/\{(\w+)\}/g, (_, name) =>
    name === 'office' && random() < 0.8 ? 'samarinda' : junk() || 'x',
  )
  const to = `${filled}${random() < 0.3 ? `?${junk()}=${junk()}&date=${junk()}` : ''}${broken ? '%E0%A4%A' : ''}`
  if (method === 'get') return [to, { method: 'GET' }]
  const body =
    random() < 0.1 ? oneOf(['{', '[]', 'null', '"', '{"a":', ''], random) : JSON.stringify(badBody(schema, random))
  const type = random() < 0.9 ? 'application/json' : oneOf(['text/plain', 'application/json; charset=x', 'a'], random)
  const key =
    random() < 0.5 ? { 'idempotency-key': random() < 0.5 ? 'k'.repeat(120) : `k${Math.floor(random() * 9)}` } : {}
  return [to, { method: method.toUpperCase(), body, headers: { 'content-type': type, ...key } }]
}

/** A body of the right shape in which every other value is wrong, missing or too much. */
function badBody(schema: Schema | undefined, random: Random): unknown {
  if (!schema?.properties || random() < 0.1) return oneOf(JUNK, random)
  const fields = Object.entries(schema.properties).flatMap(([name, inner]) =>
    random() < 0.2 ? [] : [[name, random() < 0.5 ? oneOf(JUNK, random) : badBody(inner, random)] as const],
  )
  return Object.fromEntries(random() < 0.1 ? [...fields, ['extra', 1]] : fields)
}

function badForm(random: Random): [string, RequestInit] {
  const token = random() < 0.5 ? 'x'.repeat(40) : `${'a'.repeat(22)}.${'b'.repeat(22)}`
  const to = random() < 0.6 ? `/t/${token}/${oneOf(TICKET_FORMS, random)}` : oneOf(FORMS, random)
  const fields = Array.from({ length: 6 }, () =>
    ['slot', 'key', 'name', 'phone', 'nik', 'date', 'file', 'people', 'lang'].map(
      name => `${name}=${encodeURIComponent(safe(oneOf(JUNK, random)))}`,
    ),
  )
  const part = '--x\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n'
  const [type, body] = oneOf(
    [
      ['application/x-www-form-urlencoded', oneOf(fields, random).join('&')],
      ['application/x-www-form-urlencoded', '%E0%A4%A=%&&&==='],
      ['multipart/form-data; boundary=x', part],
      ['multipart/form-data; boundary=x', `${part}\r\n%PDF-1\r\n--x--`],
      ['multipart/form-data', part],
      ['multipart/form-data; boundary=x', randomBytes(2_000).toString('latin1')],
      ['text/plain', 'x'],
    ] as const,
    random,
  )
  return [`${to}?lang=${oneOf(['id', 'en', '%'], random)}`, { method: 'POST', body, headers: { 'content-type': type } }]
}

async function operationsOf(url: string): Promise<readonly Operation[]> {
  const { paths } = (await (await fetch(`${url}/api/openapi.json`)).json()) as {
    paths: Record<string, Record<string, { requestBody?: { content: { 'application/json': { schema: Schema } } } }>>
  }
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      // Whoever signs out stops looking behind the doors.
      .filter(() => path !== '/api/logout')
      .map(([method, o]) => ({ method, path, schema: o.requestBody?.content['application/json'].schema })),
  )
}

async function signIn(url: string, username: string): Promise<string> {
  const answer = await fetch(`${url}/api/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password: 'tanggap-demo' }),
  })
  return answer.headers
    .getSetCookie()
    .map(c => c.split(';')[0])
    .join('; ')
}

const oneOf = <T>(all: readonly T[], random: Random): T => all[Math.floor(random() * all.length)]!

/** As text that can stand in an address: a lone half of a letter cannot. */
function safe(value: unknown): string {
  return (typeof value === 'string' ? value : (JSON.stringify(value) ?? ''))
    .replace(/[\ud800-\udfff]/g, '')
    .slice(0, 300)
}

setFlagsFromString('--expose_gc')
const collect = runInNewContext('gc') as () => void

/** What is in use once the garbage is gone, the bench's own clients included. */
function usedNow(): number {
  collect()
  return process.memoryUsage().heapUsed / 2 ** 20
}
