import type { Clients } from './lib/clients.ts'
import { atMost, known, median, type Figure } from './lib/figures.ts'
import { tempFolder } from './lib/program.ts'
import { freePort, spawnServer } from './lib/spawned.ts'

const SECOND_START_MS = 2_000
/** Phones come from many networks; one alone may not have so many. */
const NETWORKS = 50
const TOKEN = 'token-of-the-bench'
const PROXIED = { TRUST_PROXY: 'true', METRICS_TOKEN: TOKEN }

/** Start of the built server on data that is there already, and what an idle socket of the public costs it. */
export async function measureProcess(clients: Clients, starts: number, sockets: number): Promise<readonly Figure[]> {
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
      const herd = {
        url: server.url.replace('http', 'ws'),
        cookie: '',
        addresses: NETWORKS,
        join: { office: 'samarinda', audience: 'public' },
      }
      await clients.ask('gather', 'few', { ...herd, count: 50 })
      const before = await settled(server.url)
      await clients.ask('gather', 'many', { ...herd, count: sockets })
      const after = await settled(server.url)
      await clients.ask('scatter', 'many')
      await clients.ask('scatter', 'few')
      return [
        atMost('cold start of the built server', median(times), 'ms', SECOND_START_MS),
        known(`memory per idle socket (${sockets.toLocaleString('en')})`, (after - before) / sockets / 1024, 'KiB'),
        known('  memory without them', before / 1024 / 1024, 'MiB'),
      ]
    } finally {
      await server.kill()
    }
  } finally {
    folder.remove()
  }
}

/** Resident bytes once the collector has had its time. */
async function settled(url: string): Promise<number> {
  await new Promise(resolve => setTimeout(resolve, 3_000))
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text()
  const found = /^\S*process_resident_memory_bytes (\S+)$/m.exec(text)
  if (!found) throw new Error('the server does not tell its memory')
  return Number(found[1])
}
