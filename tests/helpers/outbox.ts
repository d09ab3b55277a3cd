import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import {
  createMessages,
  type Gateway,
  type Outgoing,
  type Queued,
  type Sent,
} from '../../server/services/messages/messages.ts'
import { isSigned } from '../../server/services/identity/signatures.ts'
import type { Database } from '../../server/store/open/database.ts'
import { seeded } from '../../shared/kit/random.ts'

/** A made-up number that nobody can have. */
export const phoneOf = (n: number) => `+6280000${String(n).padStart(5, '0')}`
export const SECRET = 'a-secret-for-tests-only'

export const message = (n: number, change: Partial<Queued> = {}): Queued =>
  ({
    ...{ office: 'samarinda', ticketId: `t${n}`, kind: 'booked', occasion: '1', channel: 'whatsapp' },
    ...{ address: phoneOf(n), lang: 'id', values: { number: `A-${n}`, service: 'KTP-el', path: `/t/t${n}` } },
    ...change,
  }) as Queued

/** A gateway that writes down what it is given and answers as told. */
export function paperGateway(answer: (message: Outgoing, nth: number) => Sent | Promise<Sent> = () => ({ ok: true })) {
  const given: Outgoing[] = []
  const gateway: Gateway = { send: async outgoing => answer(outgoing, given.push(outgoing)) }
  return { given, gateway }
}

/** The outbox over a database, with a gateway for WhatsApp and for browsers. */
export function outboxOver(
  db: Database,
  gateway: Gateway | undefined,
  clock: { now: number },
  key = Buffer.alloc(32, 7),
) {
  const gateways = gateway ? { whatsapp: gateway, push: gateway } : {}
  return createMessages({
    db,
    key,
    gateways,
    origin: undefined,
    now: () => clock.now,
    random: seeded(3),
    stillTrue: async () => true,
    wordsOf: () => undefined,
  })
}

/** A real adapter on this machine: fails one request in ten, half of those only after it has accepted the message. */
export async function shakyGateway(now: () => number, failing = 0.1) {
  const random = seeded(11)
  const seen = { requests: 0, refused: 0, cut: 0, unsigned: 0, delivered: new Map<string, string>(), repeats: 0 }
  let up = true
  const server: Server = createServer((request, response) => {
    let body = ''
    request.on('data', part => (body += part))
    request.on('end', () => {
      seen.requests++
      if (!up) return void request.socket.destroy()
      if (!isSigned(SECRET, request.headers['x-tanggap-signature'] as string, body, now())) {
        seen.unsigned++
        return void response.writeHead(401).end()
      }
      const luck = random()
      if (luck < failing / 2) {
        seen.refused++
        return void response.writeHead(500).end()
      }
      const id = request.headers['idempotency-key'] as string
      if (seen.delivered.has(id)) seen.repeats++
      else seen.delivered.set(id, (JSON.parse(body) as { to: string }).to)
      if (luck >= failing) return void response.writeHead(202).end()
      seen.cut++
      request.socket.destroy()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    seen,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/send`,
    turn: (on: boolean) => void (up = on),
    close: () => new Promise(resolve => server.close(resolve)),
  }
}
