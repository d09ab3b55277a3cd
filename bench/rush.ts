import type { Agent } from 'node:http'
import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { DEMO_PASSWORD } from '../server/demo/staff.ts'
import { seeded } from '../shared/kit/random.ts'
import { quantile } from '../shared/kit/stats.ts'
import { keptConnections, signedIn, type Client } from './lib/client.ts'
import { atMost, known, type Figure } from './lib/figures.ts'
import { phone, type Answer } from './lib/phones.ts'
import { tempFolder } from './lib/program.ts'
import { freePort, spawnServer } from './lib/spawned.ts'
import { DEFAULT_SERVICE_BOOKING } from '../shared/office/defaults.ts'
import { withSeen } from '../shared/office/structure/change.ts'

const OFFICE = 'samarinda'
export const SERVICE = 'ktp-el'
const PLACES = 400
/** Seven tenths of it, rounded down, can be booked. */
const QUOTA = 572
const SOCKETS = 128
const PEOPLE_SHARE = 4
const KILL_AFTER = 150
const OTHER_SERVICE = 'legalisir'
const WARM_UPS = 1_600
/** The load solves the work of thousands of phones on the same two cores, so that work is small; checking costs the same. */
const SETTINGS = { TRUST_PROXY: 'true', PROOF_DIFFICULTY: '2' }

/** A figure that must be exactly so much. */
export function exactly(name: string, value: number, unit: string, wanted: number): Figure {
  return { name, value, unit, limit: `= ${wanted}`, good: value === wanted }
}

/**
 * 400 places of one service go on sale and `attempts` come within `seconds`, half of them in the first sixth: five thousand
 * people with an address and a number of their own, who press several times. With `kill` the server dies in the middle.
 */
export async function rush(wanted: {
  attempts: number
  seconds: number
  seed: number
  kill: boolean
}): Promise<readonly Figure[]> {
  const { attempts, seconds, kill } = wanted
  const random = seeded(wanted.seed)
  const folder = tempFolder()
  const port = await freePort()
  let server = await spawnServer(folder.dir, port, SETTINGS)
  const agent = keptConnections(SOCKETS)
  try {
    const admin = await signedIn(server.url, agent, 'admin', DEMO_PASSWORD)
    await offerPlaces(admin)
    const slots = await slotsOf(admin)
    const people = Array.from({ length: Math.ceil(attempts / PEOPLE_SHARE) }, (_, i) => ({
      phone: phone(server.url, agent, `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`),
      number: `0800${String(i).padStart(8, '0')}`,
    }))
    await warmUp(server.url, agent, slots[0]!)
    const answers: Answer[] = []
    let sold = 0
    let killed: Promise<void> | undefined
    const began = performance.now()
    const one = async (at: number): Promise<void> => {
      await new Promise(resolve => setTimeout(resolve, Math.max(0, at - (performance.now() - began))))
      const who = people[Math.floor(random() * people.length)]!
      const slotId = slots[Math.floor(random() * slots.length)]!
      const body = { serviceId: SERVICE, slotId, contact: { phone: who.number } }
      const answer = await who.phone.post(`/api/offices/${OFFICE}/bookings`, body, { tries: kill ? 80 : 1 })
      answers.push(answer)
      if (answer.status !== 201 || ++sold !== KILL_AFTER || !kill) return
      killed = server.kill().then(async () => void (server = await spawnServer(folder.dir, port, SETTINGS)))
    }
    await Promise.all(arrivals(attempts, seconds * 1000, random).map(one))
    await killed
    const took = (performance.now() - began) / 1000
    const times = people.flatMap(p => p.phone.times)
    await server.kill()
    const stored = storedIn(path.join(folder.dir, 'tanggap.db'))
    const acknowledged = new Set(answers.flatMap(a => (a.status === 201 ? [a.body.ticket.number as string] : [])))
    const title = kill ? 'rush with kill -9' : 'rush'
    return [
      known(`${title}: attempts`, answers.length, ''),
      known('  within', took, 's'),
      known('  requests, proofs and repeats included', times.length, ''),
      exactly('  places sold', stored.booked, '', PLACES),
      exactly('  acknowledged numbers', acknowledged.size, '', PLACES),
      exactly('  acknowledged and not on disk', [...acknowledged].filter(n => !stored.numbers.has(n)).length, '', 0),
      exactly('  persons with two places', stored.twice, '', 0),
      exactly('  numbers given twice', stored.booked - stored.numbers.size, '', 0),
      exactly('  answers 5xx', answers.filter(a => a.status >= 500).length, '', 0),
      exactly('  never answered', answers.filter(a => a.status === 0).length, '', 0),
      known('  p50', quantile(times, 0.5) ?? NaN, 'ms'),
      // While the server is dead nobody is answered, and everybody who waited comes at once when it is back.
      (kill ? known : atMost)('  p95', quantile(times, 0.95) ?? NaN, 'ms', 1_000),
      known(
        '  slowest',
        times.reduce((most, t) => Math.max(most, t), 0),
        'ms',
      ),
    ]
  } finally {
    agent.destroy()
    await server.kill()
    folder.remove()
  }
}

/** An office's server has been running since the morning: it has been asked for times and places of another service before. */
async function warmUp(url: string, agent: Agent, slotId: string): Promise<void> {
  const ask = async (i: number) => {
    const body = { serviceId: OTHER_SERVICE, slotId, contact: { phone: `0899${String(i).padStart(8, '0')}` } }
    await phone(url, agent, `10.200.${i >> 8}.${i & 255}`).post(`/api/offices/${OFFICE}/bookings`, body)
  }
  for (let i = 0; i < WARM_UPS; i += 16) await Promise.all(Array.from({ length: 16 }, (_, k) => ask(i + k)))
}

/** Half of the attempts in the first sixth of the time, the rest evenly after it; milliseconds, in order. */
function arrivals(attempts: number, ms: number, random: () => number): readonly number[] {
  return Array.from({ length: attempts }, (_, i) =>
    i < attempts / 2 ? (random() * ms) / 6 : ms / 6 + (random() * ms * 5) / 6,
  ).sort((a, b) => a - b)
}

async function offerPlaces(admin: Client): Promise<void> {
  const { office } = await admin.call('GET /api/offices/:office', { params: { office: OFFICE } })
  const own = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' as const }, dailyQuota: QUOTA, files: false }
  await admin.call('PATCH /api/offices/:office/settings', {
    params: { office: OFFICE },
    body: withSeen(
      { booking: { ...office.booking, priorityShare: 0 }, services: [{ id: SERVICE, booking: own }] },
      office,
    ),
  })
}

/** The slots of the first day that has all of its places. */
async function slotsOf(admin: Client): Promise<readonly string[]> {
  const { slots } = await admin.call('GET /api/offices/:office/services/:service/slots', {
    params: { office: OFFICE, service: SERVICE },
    query: { days: '14' },
  })
  const byDate = new Map<string, { ids: string[]; free: number }>()
  for (const { id, free } of slots) {
    const day = byDate.get(id.slice(0, 10)) ?? { ids: [], free: 0 }
    byDate.set(id.slice(0, 10), { ids: [...day.ids, id], free: day.free + free })
  }
  const whole = [...byDate.values()].find(d => d.free === PLACES)
  if (!whole) throw new Error(`no day offers ${PLACES} places`)
  return whole.ids
}

function storedIn(file: string) {
  const db = new SqliteFile(file, { readonly: true })
  try {
    const rows = db
      .prepare<[], { number: string; date: string; phone: string }>(
        `select t.number, t.date, h.phone_key as phone from tickets t join holders h on h.ticket_id = t.id
         where t.state = 'booked' and t.service_id = '${SERVICE}'`,
      )
      .all()
    const persons = new Set(rows.map(r => r.phone))
    return {
      booked: rows.length,
      numbers: new Set(rows.map(r => r.number)),
      twice: rows.length - persons.size,
    }
  } finally {
    db.close()
  }
}
