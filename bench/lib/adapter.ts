import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export const SECRET = 'a-secret-for-the-bench'

/** The adapter of an office, on this machine: it takes every message and keeps what it was given. */
export interface Adapter {
  readonly url: string
  /** What each message said and to whom, by its id; handed over again it is the same message. */
  readonly received: ReadonlyMap<string, string>
  close(): Promise<void>
}

export async function adapter(): Promise<Adapter> {
  const received = new Map<string, string>()
  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      const { id, to, text } = JSON.parse(Buffer.concat(parts).toString()) as Record<'id' | 'to' | 'text', string>
      received.set(id, `${to} ${text}`)
      response.writeHead(202).end()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    received,
    close: () => new Promise(resolve => void (server.closeAllConnections(), server.close(() => resolve()))),
  }
}
