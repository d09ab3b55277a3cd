import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { WebSocketServer } from 'ws'
import { DEMO_PASSWORD } from '../server/demo/staff.ts'
import { quantile } from '../shared/kit/stats.ts'
import { createClient, keptConnections, signedIn } from './lib/client.ts'
import type { Clients } from './lib/clients.ts'
import { atMost, known, type Figure } from './lib/figures.ts'
import { run } from './lib/program.ts'

const OFFICE = 'samarinda'
const COUNTER = '1'
const LIMIT_AT = 1_000

/**
 * From the request that calls a number to the last of N sockets having heard it, in turn with a bare `ws` server that sends
 * the same bytes to as many. Ours decides, writes to disk and projects on the way.
 */
export async function measureSockets(
  clients: Clients,
  sizes: readonly number[],
  calls: number,
): Promise<readonly Figure[]> {
  const running = await run()
  const raw = await rawServer()
  const agent = keptConnections(8)
  try {
    const officer = await signedIn(running.url, agent, 'petugas1', DEMO_PASSWORD)
    const screen = createClient(running.url, agent)
    await screen.call('POST /api/devices/demo', { body: { kind: 'display' } })
    const params = { office: OFFICE, counter: COUNTER }
    await officer.call('POST /api/offices/:office/counters/:counter/open', { params, body: {} })
    const at = (verb: string) => `${running.url}/api/offices/${OFFICE}/counters/${COUNTER}/${verb}`

    const figures: Figure[] = []
    for (const count of sizes) {
      for (let i = 0; i < calls + 10; i++)
        await officer.call('POST /api/offices/:office/tickets', { params, body: { serviceId: 'ktp-el' } })
      const join = { office: OFFICE, audience: 'hall' }
      await clients.ask('gather', 'ours', {
        url: running.url.replace('http', 'ws'),
        count,
        cookie: screen.cookies(),
        join,
      })
      await clients.ask('gather', 'raw', { url: raw.url.replace('http', 'ws'), count, cookie: '' })
      const [ours, bare]: [number[], number[]] = [[], []]
      for (let i = 0; i < calls + 5; i++) {
        const call = await clients.ask('callToLast', 'ours', '"ticketCalled"', at('call-next'), officer.cookies())
        await clients.ask('callToLast', 'ours', '"ticketStarted"', at('start'), officer.cookies())
        raw.say(call.heard)
        const same = await clients.ask('callToLast', 'raw', '"ticketCalled"', raw.url, '')
        // The first few warm up both.
        if (i >= 5) {
          ours.push(call.ms)
          bare.push(same.ms)
        }
      }
      await clients.ask('scatter', 'ours')
      await clients.ask('scatter', 'raw')
      figures.push(...figuresOf(count, ours, bare))
    }
    return figures
  } finally {
    agent.destroy()
    await raw.close()
    await running.close()
  }
}

function figuresOf(count: number, ours: readonly number[], bare: readonly number[]): Figure[] {
  const p = (list: readonly number[], q: number) => quantile(list, q)!
  const name = `call to the last of ${count.toLocaleString('en')} sockets, p95 / raw ws`
  const ratio = p(ours, 0.95) / p(bare, 0.95)
  return [
    count === LIMIT_AT ? atMost(name, ratio, '×', 1.6) : known(name, ratio, '×'),
    known('  p50 / raw ws', p(ours, 0.5) / p(bare, 0.5), '×'),
    known('  p50', p(ours, 0.5), 'ms'),
    known('  p95', p(ours, 0.95), 'ms'),
    known('  raw ws, p95', p(bare, 0.95), 'ms'),
  ]
}

/** A bare server: one POST, one send to each. */
async function rawServer() {
  let message = ''
  const server = createServer((_, reply) => {
    for (const client of sockets.clients) client.send(message)
    reply.end('{}')
  })
  const sockets = new WebSocketServer({ server, perMessageDeflate: false })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    say: (text: string) => (message = text),
    async close() {
      for (const client of sockets.clients) client.terminate()
      server.closeAllConnections()
      await new Promise(resolve => server.close(resolve))
    },
  }
}
