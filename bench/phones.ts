import type { Socket } from 'node:net'
import { DEMO_PASSWORD } from '../server/demo/staff.ts'
import { createClient, keptConnections, refusedWith, signedIn, type Client } from './lib/client.ts'
import { atMost, known, type Figure } from './lib/figures.ts'
import { pause } from './lib/pause.ts'
import { tempFolder } from './lib/program.ts'
import { cpuOf, freePort, spawnServer } from './lib/spawned.ts'
import { followTicket } from './lib/streams.ts'

const OFFICE = 'samarinda'
const SERVICES = ['ktp-el', 'kartu-keluarga', 'akta-kelahiran', 'legalisir']
const OFFICERS = 4
/** Phones come from many networks; one alone may not have so many. */
const NETWORKS = 50
const PER_SECOND = 200
const MOST_CORES = 0.35
const WARM_MS = 4_000
/** So many wait before those that are followed: they are served until all phones listen. */
const AHEAD_SECONDS = 12

/** What phones that follow each its own ticket cost the built server while the desk gives so many commands a second. */
export async function measurePhones(phones: number, seconds: number): Promise<readonly Figure[]> {
  const folder = tempFolder()
  const server = await spawnServer(folder.dir, await freePort(), { TRUST_PROXY: 'true' })
  const agent = keptConnections(16)
  const sockets: Socket[] = []
  let bytes = 0
  try {
    const kiosk = createClient(server.url, agent)
    await kiosk.call('POST /api/devices/demo', { body: { kind: 'kiosk' } })
    const take = (i: number) =>
      kiosk.call('POST /api/offices/:office/tickets', {
        params: { office: OFFICE },
        body: { serviceId: SERVICES[i % SERVICES.length]! },
      })
    const paths: string[] = []
    const ahead = Math.round(((AHEAD_SECONDS + seconds) * PER_SECOND) / 3)
    for (let i = 0; i < ahead; i += 50) await Promise.all(Array.from({ length: 50 }, (_, k) => take(i + k)))
    for (let i = 0; i < phones; i += 50)
      paths.push(...(await Promise.all(Array.from({ length: 50 }, (_, k) => take(i + k)))).map(taken => taken.path))
    const desk = await atWork(server.url, agent, take)
    await pause(WARM_MS)
    const without = await coresOf(server.pid, seconds, desk.done)
    for (const [i, path] of paths.entries()) {
      sockets.push(await followTicket(server.url, path, `10.7.0.${i % NETWORKS}`, more => (bytes += more)))
    }
    await pause(WARM_MS)
    const before = bytes
    const followed = await coresOf(server.pid, seconds, desk.done)
    const heard = bytes - before
    await desk.stop()
    return [
      atMost(`cores for ${phones.toLocaleString('en')} phones`, followed.cores - without.cores, '', MOST_CORES),
      known('  cores without them', without.cores, ''),
      known('  commands a second without them', without.commands, ''),
      known('  and with them', followed.commands, ''),
      known('  each phone hears', (heard / phones / seconds) * 60, 'B/min'),
    ]
  } finally {
    for (const socket of sockets) socket.destroy()
    agent.destroy()
    await server.kill()
    folder.remove()
  }
}

/** Officers and a kiosk that give as many commands a second as are wanted, whatever the answers take. */
async function atWork(url: string, agent: ReturnType<typeof keptConnections>, take: (i: number) => Promise<unknown>) {
  const officers: { client: Client; params: { office: string; counter: string } }[] = []
  for (let i = 1; i <= OFFICERS; i++) {
    const client = await signedIn(url, agent, `petugas${i}`, DEMO_PASSWORD)
    const params = { office: OFFICE, counter: `${i}` }
    await client.call('POST /api/offices/:office/counters/:counter/open', { params, body: {} })
    officers.push({ client, params })
  }
  let done = 0
  let turn = 0
  let failed: unknown
  const one = async (i: number) => {
    const { client, params } = officers[Math.floor(i / 3) % OFFICERS]!
    const acts = [
      () => take(i),
      () => client.call('POST /api/offices/:office/counters/:counter/call-next', { params, body: {} }),
      () => client.call('POST /api/offices/:office/counters/:counter/finish', { params, body: {} }),
    ]
    // The same counter may be asked again before it has answered.
    await acts[i % 3]!().catch((error: unknown) =>
      refusedWith(error, 'QUEUE_EMPTY', 'TICKET_STATE', 'NO_CURRENT_TICKET', 'COUNTER_BUSY'),
    )
    done++
  }
  const began = performance.now()
  const timer = setInterval(() => {
    for (; turn < ((performance.now() - began) / 1_000) * PER_SECOND; turn++)
      void one(turn).catch((error: unknown) => (failed ??= error))
  }, 5)
  return {
    done: () => done,
    async stop() {
      clearInterval(timer)
      await pause(500)
      if (failed !== undefined) throw failed
    },
  }
}

/** Cores that the process uses, and commands that it answers a second. */
async function coresOf(pid: number, seconds: number, done: () => number) {
  const [cpu, answered, began] = [cpuOf(pid), done(), performance.now()]
  await pause(seconds * 1_000)
  const passed = (performance.now() - began) / 1_000
  return { cores: (cpuOf(pid) - cpu) / passed, commands: (done() - answered) / passed }
}
