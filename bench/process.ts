import { createClient, keptConnections } from './lib/client.ts'
import type { Clients } from './lib/clients.ts'
import { atMost, known, median, type Figure } from './lib/figures.ts'
import { tempFolder } from './lib/program.ts'
import { freePort, spawnServer } from './lib/spawned.ts'

const SECOND_START_MS = 2_000
/** Phones come from many networks; one alone may not have so many. */
const NETWORKS = 50
/** Phones of one ticket, well below the most that it may have. */
const FAMILY = 20
const TOKEN = 'token-of-the-bench'
const PROXIED = { TRUST_PROXY: 'true', METRICS_TOKEN: TOKEN }

/** Start of the built server on data that is there already, and what a phone that follows a ticket costs it. */
export async function measureProcess(clients: Clients, starts: number, phones: number): Promise<readonly Figure[]> {
  const folder = tempFolder()
  const port = await freePort()
  try {
    await (await spawnServer(folder.dir, port)).kill()
    const times: number[] = []
    for (let i = 0; i < starts; i++) {
      const server = await spawnServer(folder.dir, port)
      times.push(server.startMs)
      await server.kill()
    }
    const server = await spawnServer(folder.dir, port, PROXIED)
    try {
      const followers = { url: server.url, paths: await ticketsOf(server.url, phones), addresses: NETWORKS }
      await clients.ask('gatherPhones', 'few', { ...followers, count: 50 })
      const before = await settled(server.url)
      await clients.ask('gatherPhones', 'many', { ...followers, count: phones })
      const after = await settled(server.url)
      await clients.ask('scatterPhones', 'many')
      await clients.ask('scatterPhones', 'few')
      return [
        atMost('cold start of the built server', median(times), 'ms', SECOND_START_MS),
        known(
          `memory per phone that follows (${phones.toLocaleString('en')})`,
          (after - before) / phones / 1024,
          'KiB',
        ),
        known('  memory without them', before / 1024 / 1024, 'MiB'),
      ]
    } finally {
      await server.kill()
    }
  } finally {
    folder.remove()
  }
}

/** Tickets for so many phones; each is followed by some of a family. */
async function ticketsOf(url: string, phones: number): Promise<readonly string[]> {
  const agent = keptConnections(2)
  const kiosk = createClient(url, agent)
  await kiosk.call('POST /api/devices/demo', { body: { kind: 'kiosk' } })
  const paths: string[] = []
  for (let i = 0; i < phones / FAMILY; i++) {
    const wanted = { params: { office: 'samarinda' }, body: { serviceId: 'ktp-el' } }
    paths.push((await kiosk.call('POST /api/offices/:office/tickets', wanted)).path)
  }
  agent.destroy()
  return paths
}

/** Resident bytes once the collector has had its time. */
async function settled(url: string): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, 3_000))
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text()
  const found = /^\S*process_resident_memory_bytes (\S+)$/m.exec(text)
  if (!found) throw new Error('the server does not tell its memory')
  return Number(found[1])
}
