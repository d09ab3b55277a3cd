import path from 'node:path'
import SqliteFile from 'better-sqlite3'
import { seeded } from '../shared/kit/random.ts'
import { OFFICE, startRun, type Run } from './lib/check-clients.ts'
import { keptConnections, type Client } from './lib/client.ts'
import { disturb, type Disturbed } from './lib/disturb.ts'
import { feed, type Feed } from './lib/feed.ts'
import { commandOf, readLedger, type Row } from './lib/ledger.ts'
import { pause } from './lib/pause.ts'
import { tempFolder } from './lib/program.ts'
import { freePort, spawnServer } from './lib/spawned.ts'

const SETTINGS = { TRUST_PROXY: 'true', PROOF_DIFFICULTY: '2' }

/** What random clients and faults left behind; every count under `wrong` must be zero. */
export interface CheckResult {
  readonly acknowledged: number
  readonly repeats: number
  readonly keysReused: number
  readonly answersLost: number
  readonly notSaved: number
  readonly kills: number
  readonly pauses: number
  readonly diskErrors: number
  readonly events: number
  readonly calls: number
  readonly seconds: number
  readonly wrong: Readonly<Record<string, number>>
}

/**
 * Random clients with retries, repeated and reused keys against the built server, which is killed, paused and denied its disk
 * meanwhile. The judgement is the ledger's, which knows the rules of the office and none of the program's code.
 */
export async function check(commands: number, seed: number): Promise<CheckResult> {
  const random = seeded(seed)
  const folder = tempFolder()
  const port = await freePort()
  const server = { now: await spawnServer(folder.dir, port, SETTINGS) }
  const agent = keptConnections(64)
  const began = performance.now()
  let faults: ReturnType<typeof disturb> | undefined
  try {
    const run = await startRun(server.now.url, agent, commands, random)
    const feeds = [
      feed(server.now.url, OFFICE, 'hall', run.screen.cookies()),
      feed(server.now.url, OFFICE, 'staff', run.desk.cookies()),
    ]
    faults = disturb(server, () => spawnServer(folder.dir, port, SETTINGS), random)
    await Promise.all(run.clients.map(client => client()))
    await faults.stop()
    await settled(feeds, run.desk)
    for (const each of feeds) each.close()
    await server.now.kill()
    return judged(run, feeds, faults.did, folder.dir, (performance.now() - began) / 1000)
  } finally {
    await faults?.stop()
    agent.destroy()
    await server.now.kill()
    folder.remove()
  }
}

/** Waits until every feed shows what the server shows. */
async function settled(feeds: readonly Feed[], desk: Client): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const { seq } = await desk.call('GET /api/offices/:office/board', { params: { office: OFFICE } })
    if (feeds.every(each => each.seq() >= seq)) return
    await pause(100)
  }
}

function judged(run: Run, feeds: readonly Feed[], did: Disturbed, dir: string, seconds: number): CheckResult {
  const file = new SqliteFile(path.join(dir, 'tanggap.db'), { readonly: true })
  try {
    const rows = file.prepare<[], Row>('select office, date, seq, body from journal order by office, date, seq')
    const ledger = readLedger(rows.iterate())
    const made = run.kept.filter(k => k.type === 'ticketTaken' || k.type === 'ticketBooked')
    const lost = run.kept.filter(({ key, type, id, date }) => {
      const name = commandOf(OFFICE, date, key)
      return !ledger.commands.get(name)?.includes(type) || !ledger.tickets.get(name)?.has(id)
    })
    const stored = file.prepare<[], { id: string; state: string }>('select id, state from tickets').all()
    const visits = file.prepare('select count(*) from visits').pluck().get() as number
    const ended = [...ledger.commands.values()]
      .flat()
      .filter(t => t === 'ticketFinished' || t === 'ticketSkipped').length
    const live = made.filter(k => k.type === 'ticketBooked' && ledger.states.get(k.id) === 'booked')
    const has = (table: string) => {
      const one = file.prepare(`select 1 from ${table} where ticket_id = ?`)
      return (id: string) => one.get(id) !== undefined
    }
    const [hasHolder, hasClaim] = [has('holders'), has('claims')]
    return {
      acknowledged: run.kept.length,
      repeats: run.count.repeats,
      keysReused: run.count.reused,
      answersLost: run.count.lost,
      notSaved: run.count.notSaved,
      ...did,
      events: ledger.events,
      calls: ledger.calls,
      seconds,
      wrong: {
        ...run.wrong,
        acknowledgedAndLost: lost.length,
        acknowledgedTwice: made.length - new Set(made.map(k => k.id)).size,
        ...ledger.faults,
        ticketsNotInTheTable: [...ledger.states.keys()].length - stored.length,
        statesOtherThanTheJournal: stored.filter(t => ledger.states.get(t.id) !== t.state).length,
        visitsOtherThanTheJournal: Math.abs(visits - ended),
        bookingsWithoutHolder: live.filter(k => !hasHolder(k.id)).length,
        bookingsWithoutClaim: live.filter(k => !hasClaim(k.id)).length,
        feedsWithGaps: feeds.reduce((sum, each) => sum + each.broken(), 0),
        feedsBehind: feeds.filter(each => each.seq() !== ledger.last.get(`${OFFICE} ${each.date()}`)).length,
      },
    }
  } finally {
    file.close()
  }
}
