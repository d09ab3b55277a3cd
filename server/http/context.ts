import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import type { Caller } from '../services/identity/access.ts'

/** What a request carries through the app. */
export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    route: string
    caller: Caller | undefined
    /** Room for a body of so many bytes; throws `TOO_MANY_REQUESTS`. */
    room: (bytes: number) => () => void
  }
}

export type Ctx = Context<Env>

/** The asker's network address; behind a trusted proxy the one that it names. */
export function addressOf(c: Ctx, trustProxy: boolean): string {
  return named(c.req.header('x-forwarded-for'), c.env?.incoming?.socket.remoteAddress, trustProxy)
}

/** The same of a request that has not come to the app. */
export function addressOfRequest(req: IncomingMessage, trustProxy: boolean): string {
  return named(req.headers['x-forwarded-for']?.toString(), req.socket.remoteAddress, trustProxy)
}

function named(forwarded: string | undefined, remote: string | undefined, trustProxy: boolean): string {
  return (trustProxy ? forwarded?.split(',').at(-1)?.trim() : undefined) ?? remote ?? '127.0.0.1'
}

/** What proxies add; one that adds nothing speaks HTTP/1.0 to us unless told otherwise. */
const PROXY_HEADERS = ['x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'forwarded', 'via']

/** Whether the asker sits at this machine, with no proxy between. */
export function isLoopback(c: Ctx): boolean {
  const address = c.env?.incoming?.socket.remoteAddress ?? '127.0.0.1'
  const local = address === '::1' || address.replace(/^::ffff:/, '').startsWith('127.')
  return local && c.env?.incoming?.httpVersion !== '1.0' && !PROXY_HEADERS.some(name => c.req.header(name))
}

/** One cookie of a `Cookie` header. */
export function cookieOf(header: string | undefined, name: string): string | undefined {
  if (!header) return undefined
  for (const part of header.split(';')) {
    const eq = part.indexOf('=')
    if (part.slice(0, eq).trim() === name) return part.slice(eq + 1).trim()
  }
  return undefined
}
