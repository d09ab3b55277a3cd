import { randomUUID } from 'node:crypto'
import { Agent, request, type IncomingHttpHeaders } from 'node:http'
import type { Input, Reply, RouteKey } from '../../shared/contracts/api.ts'

type Given<K extends RouteKey> = {
  [P in keyof Input<K> as Input<K>[P] extends undefined ? never : P]: Input<K>[P]
}

/** The server said no. */
export class Refused extends Error {
  readonly status: number
  readonly code: string
  constructor(status: number, code: string) {
    super(`${status} ${code}`)
    this.status = status
    this.code = code
  }
}

/** One visitor of the public API with cookies of its own; a program outside the server, like a kiosk or a console. */
export interface Client {
  call<K extends RouteKey>(route: K, input: Given<K>, key?: string): Promise<Reply<K>>
  cookies(): string
}

const TIMEOUT_MS = 10_000

/** A client of `url`. Throws `Refused` when the answer is no, a Node error when there is none. */
export function createClient(url: string, agent: Agent): Client {
  const jar = new Map<string, string>()
  const cookies = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

  function learn(headers: IncomingHttpHeaders): void {
    for (const cookie of headers['set-cookie'] ?? []) {
      const [name, value] = cookie.split(';')[0]!.split('=') as [string, string]
      jar.set(name, value)
    }
  }

  function ask(method: string, path: string, body: string | undefined, key: string): Promise<unknown> {
    const headers = {
      Cookie: cookies(),
      ...(body === undefined
        ? {}
        : { 'Content-Type': 'application/json', 'Content-Length': Buffer.byteLength(body), 'Idempotency-Key': key }),
    }
    return new Promise((resolve, reject) => {
      const asked = request(new URL(path, url), { method, agent, headers, timeout: TIMEOUT_MS }, answer => {
        learn(answer.headers)
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('error', reject)
        answer.on('end', () => {
          const status = answer.statusCode ?? 0
          const text = Buffer.concat(chunks).toString()
          if (status < 400) return resolve(JSON.parse(text))
          reject(new Refused(status, codeIn(text)))
        })
      })
      asked.on('timeout', () => asked.destroy(new Error('no answer in time')))
      asked.on('error', reject)
      asked.end(body)
    })
  }

  return {
    cookies,
    call(route, input, key = randomUUID()) {
      const [method, pattern] = route.split(' ') as [string, string]
      const { params = {}, query = {}, body } = input as { params?: object; query?: object; body?: object }
      const path = Object.entries(params).reduce(
        (p, [k, v]) => p.replace(`:${k}`, encodeURIComponent(String(v))),
        pattern,
      )
      const search = new URLSearchParams(query as Record<string, string>)
      const text = method === 'GET' ? undefined : JSON.stringify(body ?? {})
      return ask(method, search.size > 0 ? `${path}?${search}` : path, text, key) as Promise<never>
    },
  }
}

/** Connections that are kept, as many as asked for. */
export function keptConnections(most: number): Agent {
  return new Agent({ keepAlive: true, maxSockets: most })
}

/** Whether the server refused with one of these codes; anything else is thrown on. */
export function refusedWith(error: unknown, ...codes: readonly string[]): boolean {
  if (error instanceof Refused && codes.includes(error.code)) return true
  throw error
}

/** Signs in a member of staff. */
export async function signedIn(url: string, agent: Agent, username: string, password: string): Promise<Client> {
  const client = createClient(url, agent)
  await client.call('POST /api/login', { body: { username, password } })
  return client
}

function codeIn(text: string): string {
  try {
    return (JSON.parse(text) as { error: { code: string } }).error.code
  } catch {
    return 'NOT_JSON'
  }
}
