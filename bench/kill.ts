import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { DEMO_PASSWORD } from '../server/demo/staff.ts'
import { seeded, type Random } from '../shared/kit/random.ts'
import { emptyDay } from '../shared/queue/day.ts'
import type { DayEvent } from '../shared/queue/events.ts'
import { createClient, keptConnections, Refused, signedIn, type Client } from './lib/client.ts'
import { follow, type Follower } from './lib/follow.ts'
import { tempFolder } from './lib/program.ts'
import { sameHall } from './lib/same-day.ts'
import { freePort, spawnServer } from './lib/spawned.ts'
import { examine } from './race.ts'

/** What repeated deaths left behind; every count under `wrong` must be zero. */
export interface KillResult {
  readonly kills: number
  readonly acknowledged: number
  /** Commands whose answer was cut off, and which were repeated with their key after the restart. */
  readonly cutOff: number
  /** Of those, how many had happened before the death. */
  readonly hadHappened: number
  readonly slowestStartMs: number
  /** Slowest time from the reconnection of the hall to its picture being that of the server. */
  readonly slowestHallMs: number
  readonly wrong: {
    readonly lostTickets: number
    readonly lostCalls: number
    readonly repeatsAnsweredOtherwise: number
    readonly duplicateNumbers: number
    readonly missingNumbers: number
    readonly doubleCalls: number
    readonly calledOutOfOrder: number
    readonly gapsInJournal: number
    readonly hallNotRightWithinASecond: number
    readonly hallHeardTwiceOrNotInOrder: number
  }
}

const OFFICE = 'samarinda'
const SERVICES = ['ktp-el', 'kartu-keluarga', 'legalisir', 'konsultasi', 'perubahan-data', 'akta-kelahiran']
const TAKERS = 24
const OFFICERS = 8
const HALL_RIGHT_MS = 1_000
const PATIENCE_MS = 10_000

interface Kept {
  readonly key: string
  readonly id: string
}

/** Kills the built server `kills` times under load, starts it again on the same data, and looks for anything missing. */
export async function kill(kills: number, seed = 1): Promise<KillResult> {
  const random = seeded(seed)
  const folder = tempFolder()
  const port = await freePort()
  let server = await spawnServer(folder.dir, port)
  const agent = keptConnections(64)
  try {
    const desk = await signedIn(server.url, agent, 'manajer', DEMO_PASSWORD)
    const officers = await Promise.all(
      Array.from({ length: OFFICERS }, (_, i) => signedIn(server.url, agent, `petugas${i + 1}`, DEMO_PASSWORD)),
    )
    const screen = createClient(server.url, agent)
    await screen.call('POST /api/devices/demo', { body: { kind: 'display' } })
    let badlyHeard = 0
    const hall = follow(server.url, {
      office: OFFICE,
      audience: 'hall',
      cookies: screen.cookies(),
      heard: (event, before) => {
        if (event.seq !== before.seq + 1) badlyHeard++
      },
    })
    await hall.joined

    const takes: Kept[] = []
    const calls: Kept[] = []
    const wrong = { repeatsAnsweredOtherwise: 0, hallNotRightWithinASecond: 0 }
    let [cutOff, hadHappened, slowestStartMs, slowestHallMs] = [0, 0, 0, 0]

    const takeWith = async (key: string) => {
      const body = { serviceId: SERVICES[Number(key.split('-').at(-1)) % SERVICES.length]! }
      return (await desk.call('POST /api/offices/:office/tickets', { params: { office: OFFICE }, body }, key)).ticket
    }

    for (let round = 0; round < kills; round++) {
      const load = underLoad(round, random, { takeWith, officers, takes, calls })
      await pause(200 + 500 * random())
      const killedAt = Date.now()
      await server.kill()
      const unanswered = await load.stopped()
      // While no server holds the database.
      const known = new Set(journalOf(folder.dir).flatMap(e => (e.commandId === undefined ? [] : [e.commandId])))
      server = await spawnServer(folder.dir, port)
      slowestStartMs = Math.max(slowestStartMs, server.startMs)
      const right = await untilHallIsRight(hall, desk, killedAt)
      if (right > HALL_RIGHT_MS) wrong.hallNotRightWithinASecond++
      slowestHallMs = Math.max(slowestHallMs, right)

      const before = takes.length
      cutOff += unanswered.length
      hadHappened += unanswered.filter(key => known.has(key)).length
      for (const key of [...unanswered, ...takes.slice(-10).map(t => t.key)]) {
        const [first, again] = [await takeWith(key), await takeWith(key)]
        const acknowledged = takes.find(t => t.key === key)
        if (first.id !== again.id || (acknowledged && acknowledged.id !== first.id)) wrong.repeatsAnsweredOtherwise++
        if (!acknowledged) takes.push({ key, id: first.id })
      }
      if (takes.length - before !== unanswered.length) wrong.repeatsAnsweredOtherwise++
    }
    hall.close()
    await server.kill()

    const events = journalOf(folder.dir)
    const book = examine(events, emptyDay(OFFICE, ''))
    const taken = new Set(events.flatMap(e => (e.type === 'ticketTaken' && e.id ? [`${e.commandId} ${e.id}`] : [])))
    const called = new Set(events.flatMap(e => (e.type === 'ticketCalled' ? [e.commandId] : [])))
    return {
      kills,
      acknowledged: takes.length + calls.length,
      cutOff,
      hadHappened,
      slowestStartMs,
      slowestHallMs,
      wrong: {
        ...wrong,
        lostTickets: takes.filter(t => !taken.has(`${t.key} ${t.id}`)).length,
        lostCalls: calls.filter(c => !called.has(c.key)).length,
        duplicateNumbers: book.duplicateNumbers,
        missingNumbers: book.missingNumbers,
        doubleCalls: book.doubleCalls + calls.length - new Set(calls.map(c => c.id)).size,
        calledOutOfOrder: book.calledOutOfOrder,
        gapsInJournal: book.gaps,
        hallHeardTwiceOrNotInOrder: badlyHeard,
      },
    }
  } finally {
    agent.destroy()
    await server.kill()
    folder.remove()
  }
}

/** Takes and calls without a pause until the server is gone. */
function underLoad(
  round: number,
  random: Random,
  hall: {
    takeWith: (key: string) => Promise<{ id: string }>
    officers: readonly Client[]
    takes: Kept[]
    calls: Kept[]
  },
) {
  let going = true
  let count = 0
  const unanswered: string[] = []

  async function taker(): Promise<void> {
    while (going) {
      const key = `take-${round}-${count++}`
      try {
        hall.takes.push({ key, id: (await hall.takeWith(key)).id })
        await pause(5 * random())
      } catch (error) {
        going = false
        if (error instanceof Refused) throw error
        unanswered.push(key)
      }
    }
  }

  async function officer(client: Client, counter: string): Promise<void> {
    const params = { office: OFFICE, counter }
    const at = <T extends 'open' | 'call-next' | 'start'>(verb: T, key?: string) =>
      client.call(`POST /api/offices/:office/counters/:counter/${verb}`, { params, body: {} } as never, key)
    while (going) {
      const key = `call-${round}-${counter}-${count++}`
      try {
        const { ticket } = (await at('call-next', key)) as { ticket: { id: string } }
        hall.calls.push({ key, id: ticket.id })
        await at('start')
      } catch (error) {
        if (!(error instanceof Refused)) return
        if (error.code === 'COUNTER_CLOSED') await at('open').catch(() => undefined)
        // Called before the last death, and not yet started.
        else if (error.code === 'COUNTER_BUSY') await at('start').catch(() => undefined)
        else if (error.code === 'QUEUE_EMPTY') await pause(20)
        else throw error
      }
    }
  }

  const all = Promise.allSettled([
    ...Array.from({ length: TAKERS }, taker),
    ...hall.officers.map((client, i) => officer(client, `${i + 1}`)),
  ])
  return {
    /** Keys of the takes that got no answer. */
    async stopped(): Promise<readonly string[]> {
      going = false
      for (const outcome of await all) if (outcome.status === 'rejected') throw outcome.reason
      return unanswered
    },
  }
}

/** Milliseconds from the hall's reconnection after `killedAt` until it shows what the server shows. */
async function untilHallIsRight(hall: Follower, asker: Client, killedAt: number): Promise<number> {
  const began = Date.now()
  for (;;) {
    const { day } = await asker.call('GET /api/offices/:office/board', { params: { office: OFFICE } })
    if (hall.connectedAt() > killedAt && sameHall(hall.day(), day)) return Date.now() - hall.connectedAt()
    if (Date.now() - began > PATIENCE_MS) return Infinity
    await pause(5)
  }
}

function journalOf(dir: string): readonly DayEvent[] {
  const file = new SqliteFile(path.join(dir, 'tanggap.db'), { readonly: true })
  try {
    const rows = file.prepare<[], { body: string }>('select body from journal order by office, date, seq').all()
    return rows.map(row => JSON.parse(row.body) as DayEvent)
  } finally {
    file.close()
  }
}

function pause(ms: number): Promise<void> {
  return new Promise(resolve => setTimeout(resolve, ms))
}
