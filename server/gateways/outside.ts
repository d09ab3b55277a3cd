import { lookup, type LookupAddress } from 'node:dns'
import { request as plainRequest, type ClientRequest } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { BlockList, isIP, type LookupFunction } from 'node:net'

/** A request to somebody else's machine. */
export interface Outside {
  readonly url: URL
  readonly headers: Readonly<Record<string, string | number>>
  readonly body: string | Buffer
}

/** The status of the answer and the seconds that it asks us to wait, or a code when there was none. */
export type Answered =
  | { readonly status: number; readonly retryAfter: number | undefined }
  | { readonly status?: never; readonly code: string }

export type Post = (request: Outside) => Promise<Answered>

const TIMEOUT = 5_000

const closed = new BlockList()
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const)
  closed.addSubnet(net, bits, 'ipv4')
// Of IPv6 only what is given out for the public internet is open, without the forms that carry an IPv4 address inside.
const open = new BlockList()
open.addSubnet('2000::', 3, 'ipv6')
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
] as const)
  closed.addSubnet(net, bits, 'ipv6')

/** Whether an address lies on the public internet, and not inside the building or this machine. */
export function isPublicAddress(address: string): boolean {
  const family = isIP(address)
  if (family === 4) return !closed.check(address, 'ipv4')
  return family === 6 && open.check(address, 'ipv6') && !closed.check(address, 'ipv6')
}

/** Opens a request; throws an error with a `code` for an address that may not be asked. */
export type Ask = (url: URL, method: string, headers: Readonly<Record<string, string | number>>) => ClientRequest

/**
 * Requests that wait five seconds at most and follow no redirect. Unless told otherwise they look at the address to which a
 * name resolves and connect to no other, so that a name cannot lead inside.
 */
export function createAsk(options: { allowPrivate: boolean }): Ask {
  const guarded: LookupFunction = (name, given, done) => {
    lookup(name, { ...given, all: true }, (error, found) => {
      const addresses: readonly LookupAddress[] = error ? [] : found
      const refused = addresses.some(a => !isPublicAddress(a.address))
      if (error || refused || addresses.length === 0) return done(error ?? refusal('PRIVATE_ADDRESS'), '')
      if (given.all) return done(null, [...addresses])
      done(null, addresses[0]!.address, addresses[0]!.family)
    })
  }
  return (url, method, headers) => {
    const host = url.hostname.replace(/^\[|\]$/g, '')
    if (url.protocol !== 'https:' && url.protocol !== 'http:') throw refusal('SCHEME')
    if (!options.allowPrivate && isIP(host) !== 0 && !isPublicAddress(host)) throw refusal('PRIVATE_ADDRESS')
    const ask = url.protocol === 'https:' ? tlsRequest : plainRequest
    return ask(url, {
      ...{ method, headers, agent: false, signal: AbortSignal.timeout(TIMEOUT) },
      ...(options.allowPrivate ? {} : { lookup: guarded }),
    })
  }
}

/** A poster that reads nothing of an answer but how it ended. */
export function createPost(options: { allowPrivate: boolean }): Post {
  const ask = createAsk(options)
  return ({ url, headers, body }) =>
    new Promise(resolve => {
      let request: ClientRequest
      try {
        request = ask(url, 'POST', { ...headers, 'Content-Length': Buffer.byteLength(body) })
      } catch (error) {
        return resolve({ code: codeOf(error as NodeJS.ErrnoException) })
      }
      request.on('response', answer => {
        const seconds = Number(answer.headers['retry-after'])
        resolve({ status: answer.statusCode ?? 0, retryAfter: seconds > 0 ? seconds : undefined })
        answer.destroy()
      })
      request.on('error', (error: NodeJS.ErrnoException) => resolve({ code: codeOf(error) }))
      request.end(body)
    })
}

function refusal(code: string): Error {
  return Object.assign(new Error('refused'), { code })
}

function codeOf({ name, code }: NodeJS.ErrnoException): string {
  if (name === 'AbortError' || name === 'TimeoutError') return 'TIMEOUT'
  return typeof code === 'string' && /^[A-Z_]{3,40}$/.test(code) ? code : 'NETWORK'
}
