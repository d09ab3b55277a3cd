import type { IncomingMessage } from 'node:http'
import type { HttpBindings } from '@hono/node-server'
import type { Context } from 'hono'
import { isOwnMachine, plainAddress } from '../services/gate/network.ts'
import { browserName } from '../services/identity/browser-name.ts'
import type { Caller } from '../services/identity/access.ts'

/** What a request carries through the app. */
export interface Env {
  Bindings: Partial<HttpBindings>
  Variables: {
    requestId: string
    route: string
    caller: Caller | undefined
    /** What is done here is thrown away: every page and answer says so. */
    rehearsing: boolean
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
  return plainAddress((trustProxy ? forwarded?.split(',').at(-1) : undefined) ?? remote ?? '127.0.0.1')
}

/** What proxies add, by whatever name; programs and browsers on this machine send none of it. */
const BY_PROXIES =
  /^(via$|cdn-|cf-|fastly-|fly-|akamai-|true-|client-|remote-|proxy-|x-(?!prometheus-|requested-with$))|forwarded/

const OWN_NAME = /^(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?$/i

/** Whether the asker sits at this machine and called it so, with no proxy between; one that adds nothing speaks HTTP/1.0. */
export function isDirect(c: Ctx): boolean {
  const { incoming } = c.env ?? {}
  return (
    isOwnMachine(incoming?.socket.remoteAddress ?? '127.0.0.1') &&
    incoming?.httpVersion !== '1.0' &&
    OWN_NAME.test(c.req.header('host') ?? '') &&
    !Object.keys(c.req.header()).some(name => BY_PROXIES.test(name.toLowerCase()))
  )
}

/** Browser and system of whoever asks. */
export function deviceOf(c: Ctx): string | null {
  return browserName(c.req.header('user-agent'))
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
