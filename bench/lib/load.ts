import { connect, type Socket } from 'node:net'
import { quantile } from '../../shared/kit/stats.ts'

/** One kind of request, sent again and again over connections that are kept, one at a time on each. */
export interface Load {
  readonly port: number
  readonly method: string
  readonly path: string
  readonly cookie: string
  /** Sent in turn. */
  readonly bodies: readonly string[]
  readonly connections: number
  readonly ms: number
}

export interface LoadResult {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p95Ms: number
  readonly failed: number
}

/** A client so thin that the server is what is measured: requests written beforehand, answers read for status and length. */
export async function load(wanted: Load): Promise<LoadResult> {
  const head =
    `${wanted.method} ${wanted.path} HTTP/1.1\r\nHost: 127.0.0.1:${wanted.port}\r\nCookie: ${wanted.cookie}\r\n` +
    'Content-Type: application/json\r\n'
  const requests = wanted.bodies.map(body =>
    Buffer.from(`${head}Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`),
  )
  let next = 0
  const times: number[] = []
  let failed = 0
  const began = performance.now()
  const until = began + wanted.ms

  const one = (socket: Socket) =>
    new Promise<void>((resolve, reject) => {
      let kept = ''
      let sent = 0
      const send = () => {
        sent = performance.now()
        socket.write(requests[next++ % requests.length]!)
      }
      socket.on('data', chunk => {
        kept += chunk.toString('latin1')
        const length = answerLength(kept)
        if (length === undefined || kept.length < length) return
        times.push(performance.now() - sent)
        if (!/^HTTP\/1\.1 20[01]/.test(kept)) failed++
        kept = kept.slice(length)
        if (performance.now() < until) send()
        else {
          socket.end()
          resolve()
        }
      })
      socket.on('error', reject)
      socket.once('connect', send)
    })

  await Promise.all(Array.from({ length: wanted.connections }, () => one(connect(wanted.port, '127.0.0.1'))))
  const seconds = (performance.now() - began) / 1000
  return {
    perSecond: times.length / seconds,
    p50Ms: quantile(times, 0.5) ?? 0,
    p95Ms: quantile(times, 0.95) ?? 0,
    failed,
  }
}

/** Length of a whole answer by its head; `undefined` while the head is not whole. */
export function answerLength(text: string): number | undefined {
  const head = text.indexOf('\r\n\r\n')
  if (head === -1) return undefined
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, head))
  if (length) return head + 4 + Number(length[1])
  const end = text.indexOf('\r\n0\r\n\r\n', head)
  return end === -1 ? undefined : end + 7
}
