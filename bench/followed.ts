import { randomUUID } from 'node:crypto'
import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { DEMO_PASSWORD } from '../server/demo/staff.ts'
import { DEFAULT_SERVICE_BOOKING } from '../shared/office/defaults.ts'
import { seeded } from '../shared/kit/random.ts'
import { MINUTE } from '../shared/kit/time.ts'
import { adapter, SECRET, type Adapter } from './lib/adapter.ts'
import { createClient, keptConnections, Refused, signedIn, type Client } from './lib/client.ts'
import { pause } from './lib/pause.ts'
import { tempFolder } from './lib/program.ts'
import { freePort, spawnServer } from './lib/spawned.ts'
import { withSeen } from '../shared/office/structure/change.ts'

/** What followed from acknowledged acts after as many deaths right behind them; every count under `wrong` must be zero. */
export interface FollowedResult {
  readonly kills: number
  readonly finishes: number
  readonly bookings: number
  readonly closings: number
  readonly documentsReady: number
  /** Acts that were on disk at a death while nothing had followed from them yet: without these nothing would be proved. */
  readonly notFollowedAtDeath: number
  readonly slowestDeathMs: number
  readonly handedToAdapter: number
  readonly wrong: {
    readonly actsLost: number
    readonly filesLost: number
    readonly filesDoubled: number
    readonly marksLost: number
    readonly marksDoubled: number
    readonly bookingNoticesLost: number
    readonly bookingNoticesDoubled: number
    readonly readyNoticesLost: number
    readonly readyNoticesDoubled: number
    readonly sentAndNotReceived: number
    readonly receivedTwiceUnderTwoIds: number
  }
}

const OFFICE = 'samarinda'
const SERVICE = 'ktp-el'
const CLOSED = 'legalisir'
const COUNTERS = 8
const BOOKINGS = 3
const params = { office: OFFICE }
/** News of a document wait for 12 s, in case the step was a slip. The server alone reads its data while it runs. */
const TOLD_MS = 16_000

/** What was acknowledged, by what names it on disk. */
interface Acknowledged {
  readonly finishes: Set<string>
  readonly bookings: Set<string>
  readonly closings: Set<string>
  readonly ready: Set<string>
}

/**
 * Kills the server `kills` times, each time within milliseconds of answers to visits that end, places that are booked, a
 * service that closes or opens, and documents that are ready; then counts what must follow from them.
 */
export async function followed(kills: number, seed = 1): Promise<FollowedResult> {
  const random = seeded(seed)
  const folder = tempFolder()
  const port = await freePort()
  const phones = await adapter()
  const settings = { GATEWAY_URL: phones.url, GATEWAY_SECRET: SECRET, GATEWAY_ALLOW_PRIVATE: 'true' }
  const agent = keptConnections(32)
  let server = await spawnServer(folder.dir, port, settings)
  try {
    await offerPlaces(await signedIn(server.url, agent, 'admin', DEMO_PASSWORD))
    const desk = await signedIn(server.url, agent, 'meja', DEMO_PASSWORD)
    const officers = await Promise.all(
      Array.from({ length: COUNTERS }, (_, i) => signedIn(server.url, agent, `petugas${i + 1}`, DEMO_PASSWORD)),
    )
    const done: Acknowledged = { finishes: new Set(), bookings: new Set(), closings: new Set(), ready: new Set() }
    const tokens: string[] = []
    let people = 0
    let notFollowedAtDeath = 0
    let slowestDeathMs = 0

    const at = (i: number) => ({ office: OFFICE, counter: `${i + 1}` })
    const finish = async (i: number) => {
      const { ticket } = await officers[i]!.call('POST /api/offices/:office/counters/:counter/finish', {
        params: at(i),
        body: {},
      })
      return ticket.id
    }
    const book = async (slotId: string) => {
      const key = randomUUID()
      const contact = { phone: `0800${String(++people).padStart(8, '0')}`, channel: 'whatsapp' as const }
      const body = { serviceId: SERVICE, slotId, contact }
      const { token, ticket } = await createClient(server.url, agent).call(
        'POST /api/offices/:office/bookings',
        { params, body },
        key,
      )
      done.bookings.add(ticket.number)
      tokens.push(token)
    }
    const close = async (isClosed: boolean) => {
      const key = randomUUID()
      const of = { params: { ...params, service: CLOSED } }
      if (!isClosed)
        await desk.call(
          'POST /api/offices/:office/services/:service/close',
          { ...of, body: { reason: 'systemDown' } },
          key,
        )
      else await desk.call('POST /api/offices/:office/services/:service/open', of, key)
      done.closings.add(key)
    }
    const step = async (application: string, to: 'processing' | 'ready') => {
      const which = { ...params, application }
      await officers[0]!.call('POST /api/offices/:office/applications/:application/advance', {
        params: which,
        body: { to },
      })
      if (to === 'ready') done.ready.add(application)
    }

    /** Somebody is served at every counter, those who booked first; gives the documents that are ready now. */
    async function atWork(): Promise<readonly string[]> {
      const come = tokens.splice(0)
      for (const token of come) await desk.call('POST /api/offices/:office/check-in', { params, body: { token } })
      for (let n = come.length; n < COUNTERS; n++)
        await desk.call('POST /api/offices/:office/tickets', { params, body: { serviceId: SERVICE } })
      await Promise.all(
        officers.map(async (officer, i) => {
          // A visit whose end was cut off by the death stands there still, or has ended.
          await finish(i).catch(refused('NO_CURRENT_TICKET', 'COUNTER_CLOSED'))
          const body = { services: [SERVICE] }
          await officer.call('POST /api/offices/:office/counters/:counter/open', { params: at(i), body })
          await officer.call('POST /api/offices/:office/counters/:counter/call-next', { params: at(i), body: {} })
          await officer.call('POST /api/offices/:office/counters/:counter/start', { params: at(i), body: {} })
        }),
      )
      const query = { state: 'received' as const }
      const { applications } = await officers[0]!.call('GET /api/offices/:office/applications', { params, query })
      const booked = applications.filter(a => a.number.includes('R-')).slice(0, BOOKINGS)
      for (const { id } of booked) await step(id, 'processing')
      return booked.map(a => a.id)
    }

    for (let round = 0; round < kills; round++) {
      const ready = await atWork()
      const slotId = await soonest(desk)
      const { day } = await desk.call('GET /api/offices/:office/board', { params })
      const isClosed = day.closures[CLOSED] !== undefined
      const acts = [
        () => close(isClosed),
        ...ready.map(id => () => step(id, 'ready')),
        ...Array.from({ length: BOOKINGS }, () => () => book(slotId)),
        ...officers.map((_, i) => () => finish(i).then(id => void done.finishes.add(id))),
      ]
      const last = Math.ceil(acts.length * (0.6 + 0.4 * random()))
      slowestDeathMs = Math.max(slowestDeathMs, await killedAfter(last, acts, server.kill))
      notFollowedAtDeath += unfollowed(folder.dir)
      server = await spawnServer(folder.dir, port, settings)
    }
    await pause(TOLD_MS)
    await server.kill()
    return { kills, ...counted(folder.dir, done, phones), notFollowedAtDeath, slowestDeathMs }
  } finally {
    agent.destroy()
    await server.kill()
    await phones.close()
    folder.remove()
  }
}

/** Gives all acts at once and kills when so many are answered; the milliseconds from that answer to the end of the process. */
async function killedAfter(
  wanted: number,
  acts: readonly (() => Promise<void>)[],
  kill: () => Promise<void>,
): Promise<number> {
  let answered = 0
  let began = 0
  let killed: Promise<void> | undefined
  const all = acts.map(act =>
    act().then(
      () => {
        if (++answered !== wanted) return
        began = performance.now()
        killed = kill()
      },
      error => {
        if (error instanceof Refused) throw error
      },
    ),
  )
  await Promise.all(all)
  if (!killed) throw new Error(`${answered} of ${acts.length} acts were answered, not ${wanted}`)
  await killed
  return performance.now() - began
}

const refused =
  (...codes: readonly string[]) =>
  (error: unknown) => {
    if (!(error instanceof Refused) || !codes.includes(error.code)) throw error
  }

async function offerPlaces(admin: Client): Promise<void> {
  const { office } = await admin.call('GET /api/offices/:office', { params: { office: OFFICE } })
  const { booking } = office
  const rules = {
    ...booking,
    proof: 'never' as const,
    perNetworkHour: 100_000,
    checkInEarlyMinutes: 240,
    priorityShare: 0,
  }
  const own = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' as const }, dailyQuota: 3_000, files: false }
  await admin.call('PATCH /api/offices/:office/settings', {
    params,
    body: withSeen({ booking: rules, services: [{ id: SERVICE, booking: own }] }, office),
  })
}

/** The next slot that has places and does not begin while the server is down. */
async function soonest(desk: Client): Promise<string> {
  const of = { params: { ...params, service: SERVICE }, query: { days: '1' } }
  const { slots } = await desk.call('GET /api/offices/:office/services/:service/slots', of)
  const slot = slots.find(s => s.free >= BOOKINGS && s.start > Date.now() + MINUTE)
  if (!slot) throw new Error('no place is left today: this is measured on a day that has an hour left')
  return slot.id
}

const FINISHED = `select json_extract(body, '$.no') as no, date from journal where type = 'ticketFinished'`
const FILES = `select t.id, t.number, count(a.id) as n from (${FINISHED}) f
  join tickets t on t.office = '${OFFICE}' and t.date = f.date and t.no = f.no
  left join applications a on a.ticket_id = t.id group by t.id`
const MARKS = `select j.seq, count(o.id) as n from journal j
  left join outages o on o.id = j.office || '/' || j.date || '/' || j.seq where j.type = 'serviceClosed' group by j.seq`
const BOOKED = `select t.id, t.number, count(m.id) as n from tickets t
  left join messages m on m.ticket_id = t.id and m.kind = 'booked' where t.booked_at is not null group by t.id`
const READY = `select a.id, count(m.id) as n from applications a
  left join messages m on m.ticket_id = a.ticket_id and m.kind = 'documentReady' where a.state = 'ready' group by a.id`

interface Counted {
  readonly id: string
  readonly number: string
  readonly n: number
}

function reading<T>(dir: string, read: (all: <Row>(sql: string) => Row[]) => T): T {
  const file = new SqliteFile(path.join(dir, 'tanggap.db'), { readonly: true })
  try {
    return read(<Row>(sql: string) => file.prepare<[], Row>(sql).all())
  } finally {
    file.close()
  }
}

/** Acts on disk from which nothing has followed yet. News of documents wait by themselves and are not counted. */
function unfollowed(dir: string): number {
  return reading(dir, all => [FILES, MARKS, BOOKED].flatMap(sql => all<Counted>(sql)).filter(r => r.n === 0).length)
}

function counted(dir: string, done: Acknowledged, phones: Adapter) {
  return reading(dir, all => {
    const [files, marks, booked, ready] = [FILES, MARKS, BOOKED, READY].map(sql => all<Counted>(sql))
    const lost = (rows: readonly Counted[] | undefined) => rows!.filter(r => r.n === 0).length
    const doubled = (rows: readonly Counted[] | undefined) => rows!.filter(r => r.n > 1).length
    const missing = (names: ReadonlySet<string>, known: readonly string[]) =>
      [...names].filter(name => !known.includes(name)).length
    const closings = all<{ id: string }>(
      `select command_id as id from journal where type in ('serviceClosed', 'serviceOpened')`,
    )
    // Each closing ends with the opening after it: a mark that is still open is one that nobody closed.
    const open = all<{ n: number }>(`select count(*) as n from outages where until is null`)[0]!.n
    const last = all<{ type: string }>(
      `select type from journal where type in ('serviceClosed', 'serviceOpened') order by date, seq`,
    ).at(-1)?.type
    const sent = all<{ id: string }>(`select id from messages where state = 'sent'`)
    return {
      finishes: done.finishes.size,
      bookings: done.bookings.size,
      closings: done.closings.size,
      documentsReady: done.ready.size,
      handedToAdapter: phones.received.size,
      wrong: {
        actsLost:
          missing(
            done.finishes,
            files!.map(r => r.id),
          ) +
          missing(
            done.bookings,
            booked!.map(r => r.number),
          ) +
          missing(
            done.closings,
            closings.map(r => r.id),
          ) +
          missing(
            done.ready,
            ready!.map(r => r.id),
          ),
        filesLost: lost(files),
        filesDoubled: doubled(files),
        marksLost: lost(marks) + Math.abs(open - (last === 'serviceClosed' ? 1 : 0)),
        marksDoubled: doubled(marks) + all(`select id from outages`).length - marks!.length,
        bookingNoticesLost: lost(booked),
        bookingNoticesDoubled: doubled(booked),
        readyNoticesLost: lost(ready),
        readyNoticesDoubled: doubled(ready),
        sentAndNotReceived: sent.filter(({ id }) => !phones.received.has(id)).length,
        receivedTwiceUnderTwoIds: phones.received.size - new Set(phones.received.values()).size,
      },
    }
  })
}
