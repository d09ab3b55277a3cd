import { io, type Socket } from 'socket.io-client'
import path from 'node:path'
import { demoOffice } from '../server/demo/samarinda.ts'
import { hashPassword } from '../server/services/identity/staff.ts'
import { openSqlite } from '../server/store/open/open-sqlite.ts'
import { saveOffice } from '../server/store/offices.ts'
import { insertStaff } from '../server/store/staff.ts'
import { quantile } from '../shared/kit/stats.ts'
import type { Words } from '../shared/kit/words.ts'
import type { Agency } from '../shared/office/agencies.ts'
import { PLAIN_COUNTER, PLAIN_OFFICE, PLAIN_SERVICE } from '../shared/office/defaults.ts'
import type { OfficeInfo, ServiceInfo } from '../shared/office/office.ts'
import type { DayEvent } from '../shared/queue/events.ts'
import { createClient, keptConnections, refusedWith, signedIn, type Client } from './lib/client.ts'
import { atMost, known, type Figure } from './lib/figures.ts'
import { follow, type Follower } from './lib/follow.ts'
import { pause } from './lib/pause.ts'
import { tempFolder } from './lib/program.ts'
import { cpuOf, freePort, spawnServer } from './lib/spawned.ts'

const OFFICE = 'mall'
const PASSWORD = 'bench-only'
const AGENCIES = 32
const SERVICES = 300
const COUNTERS = 60
/** Numbers that were given before: as in the late morning of a full day. */
const DONE = 900
const WAITING = 400
/** A counter with visits of eight minutes presses three keys in each; so many times as fast is tried. */
const PRESSES_PER_SECOND = 10
const VERBS = ['call-next', 'start', 'finish'] as const
type Verb = (typeof VERBS)[number]
const KIB = 1_024
const ANSWER_MS = 300
const HEARD_MS = 300

/** What an officer, another desk and the hall wait for in a hall of 300 services of 32 agencies with 60 open counters. */
export async function measureLargeHall(seconds: number): Promise<readonly Figure[]> {
  const folder = tempFolder()
  await seed(path.join(folder.dir, 'tanggap.db'))
  const server = await spawnServer(folder.dir, await freePort(), { TRUST_PROXY: 'true' })
  const agent = keptConnections(COUNTERS)
  const followers: Follower[] = []
  const sockets: Socket[] = []
  try {
    const kiosk = createClient(server.url, agent)
    await kiosk.call('POST /api/devices/demo', { body: { kind: 'kiosk' } })
    const display = createClient(server.url, agent)
    await display.call('POST /api/devices/demo', { body: { kind: 'display' } })
    const params = { office: OFFICE }
    let given = 0
    const take = async () => {
      const serviceId = office.services[(given++ * 7) % SERVICES]!.id
      await kiosk.call('POST /api/offices/:office/tickets', { params, body: { serviceId } })
    }
    const officers: Client[] = []
    for (let i = 0; i < COUNTERS; i++) {
      const officer = await signedIn(server.url, agent, `o${i + 1}`, PASSWORD)
      const { services } = office.counters[i]!
      await officer.call('POST /api/offices/:office/counters/:counter/open', {
        params: at(i),
        body: { services: [...services] },
      })
      officers.push(officer)
    }
    const act = (i: number, verb: Verb) =>
      officers[i]!.call(`POST /api/offices/:office/counters/:counter/${verb}`, { params: at(i), body: {} })
    for (let done = 0; done < DONE; done += COUNTERS) {
      for (let i = 0; i < COUNTERS; i++) await take()
      for (let i = 0; i < COUNTERS; i++) {
        for (const verb of VERBS)
          await act(i, verb).catch((error: unknown) =>
            refusedWith(error, 'QUEUE_EMPTY', 'NO_CURRENT_TICKET', 'TICKET_STATE'),
          )
      }
    }
    for (let i = 0; i < WAITING; i++) await take()

    // Every desk listens, the live board as they do, and one display of the hall.
    const pressed = new Map<string, number>()
    const [byDesks, byHall]: [number[], number[]] = [[], []]
    for (const [i, officer] of [...officers, display].entries()) {
      const audience = i < COUNTERS ? 'staff' : 'hall'
      const heard = (event: DayEvent) => {
        if (event.type !== 'ticketCalled') return
        const ms = performance.now() - pressed.get(event.counterId)!
        if (audience === 'hall') byHall.push(ms)
        else if (officers[i] !== officers[Number(event.counterId) - 1]) byDesks.push(ms)
      }
      const follower = follow(server.url, { office: OFFICE, audience, cookies: officer.cookies(), heard })
      followers.push(follower)
      await follower.joined
    }
    let pushed = 0
    const plain = io(server.url, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: { cookie: display.cookies() },
    })
    sockets.push(plain)
    plain.onAny((...said: unknown[]) => (pushed += Buffer.byteLength(JSON.stringify(said))))
    plain.on('connect', () => plain.emit('join', { office: OFFICE, audience: 'hall' }, () => undefined))

    const answered: Record<Verb, number[]> = { 'call-next': [], start: [], finish: [] }
    const acts: Promise<unknown>[] = []
    const [reads, idle]: [number[], number[]] = [[], []]
    const next = Array<number>(COUNTERS).fill(0)
    const press = async (i: number) => {
      const verb = VERBS[next[i]! % 3]!
      const since = performance.now()
      if (verb === 'call-next') pressed.set(`${i + 1}`, since)
      await act(i, verb).catch((error: unknown) => refusedWith(error, 'QUEUE_EMPTY'))
      answered[verb].push(performance.now() - since)
      next[i]!++
      if (verb === 'call-next') await take()
    }
    const [cpu, began] = [cpuOf(server.pid), performance.now()]
    for (let n = 0; n < seconds * PRESSES_PER_SECOND; n++) {
      await pause(Math.max(0, began + (n * 1_000) / PRESSES_PER_SECOND - performance.now()))
      acts.push(press((n * 7) % COUNTERS))
      // The naive desk: it reads its day anew at each change, as all sixty would.
      if (n % PRESSES_PER_SECOND > 0) continue
      const since = performance.now()
      await officers[0]!.call('GET /api/offices/:office/day', { params })
      reads.push(performance.now() - since)
      // What this machine makes anybody wait who asks for nothing.
      const asked = performance.now()
      await kiosk.call('GET /api/offices', {})
      idle.push(performance.now() - asked)
    }
    await Promise.all(acts)
    const took = (performance.now() - began) / 1_000
    const cores = (cpuOf(server.pid) - cpu) / took
    const day = await officers[0]!.call('GET /api/offices/:office/day', { params })
    const p95 = (list: readonly number[]) => quantile(list, 0.95)!
    return [
      atMost('call-next answered, p95', p95(answered['call-next']), 'ms', ANSWER_MS),
      known('  p50', quantile(answered['call-next'], 0.5)!, 'ms'),
      known('  calls', answered['call-next'].length, ''),
      known('start answered, p95', p95(answered.start), 'ms'),
      known('finish answered, p95', p95(answered.finish), 'ms'),
      atMost('from the press to the other 59 desks and the live board, p95', p95(byDesks), 'ms', HEARD_MS),
      atMost('from the press to the display, p95', p95(byHall), 'ms', HEARD_MS),
      known('beside it, a request for nothing, p95', p95(idle), 'ms'),
      known('cores of the server', cores, ''),
      known('pushed to a display', pushed / took / KIB, 'KiB/s'),
      known('a day read whole, as a naive desk does at each change', bytesOf(day) / KIB, 'KiB'),
      known('  of that the plan', bytesOf(day.day.plan) / KIB, 'KiB'),
      known('  of that the ranges', bytesOf(day.estimates) / KIB, 'KiB'),
      known('  p95', p95(reads), 'ms'),
    ]
  } finally {
    for (const socket of sockets) socket.disconnect()
    for (const follower of followers) follower.close()
    agent.destroy()
    await server.kill()
    folder.remove()
  }
}

const at = (i: number) => ({ office: OFFICE, counter: `${i + 1}` })
const bytesOf = (value: unknown) => Buffer.byteLength(JSON.stringify(value))

/** Letters that read as digits stand in no code, nor R in second place. */
const LETTERS = 'ABCDEFGHJKLMNPSTUV'
const agencies: readonly Agency[] = Array.from({ length: AGENCIES }, (_, i) => {
  const code = LETTERS[Math.floor(i / 16)]! + LETTERS[i % 16]!
  const name: Words = [`Instansi ${code}`, `Agency ${code}`]
  return { id: code.toLowerCase(), code, name, detail: name, where: name, weekdays: null, active: true }
})
const services: readonly ServiceInfo[] = Array.from({ length: SERVICES }, (_, i) => {
  const { id, code } = agencies[i % AGENCIES]!
  const name: Words = [`Layanan ${i + 1}`, `Service ${i + 1}`]
  const plain = demoOffice.services[i % demoOffice.services.length]!
  return { ...plain, ...PLAIN_SERVICE, id: `${id}-${i + 1}`, letter: code, agency: id, name, document: null }
})
const office: OfficeInfo = {
  ...demoOffice,
  ...PLAIN_OFFICE,
  id: OFFICE,
  kind: 'mpp',
  alwaysOpen: true,
  agencies,
  services,
  counters: Array.from({ length: COUNTERS }, (_, i) => {
    const agency = agencies[i % AGENCIES]!.id
    const own = services.filter(s => s.agency === agency).map(s => s.id)
    return { ...PLAIN_COUNTER, id: `${i + 1}`, name: `Loket ${i + 1}`, services: own, agency }
  }),
}

/** That hall with an officer for each counter, in a database of its own. */
async function seed(file: string): Promise<void> {
  const db = await openSqlite(file)
  await saveOffice(db, office)
  const passwordHash = await hashPassword(PASSWORD)
  for (let i = 1; i <= COUNTERS; i++) {
    const who = { id: `o${i}`, username: `o${i}`, name: `Petugas ${i} (contoh)`, passwordHash }
    await insertStaff(db, { ...who, officeId: OFFICE, roles: ['officer'], active: true, passwordChangedAt: 0 })
  }
  await db.close()
}
