import { createAdaptorServer } from '@hono/node-server'
import { Hono } from 'hono'
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { demoOffice } from '../server/demo/samarinda.ts'
import type { Entry, Journal } from '../server/journal/journal.ts'
import { DAY } from '../shared/kit/time.ts'
import type { Clients } from './lib/clients.ts'
import { atLeast, known, median, type Figure } from './lib/figures.ts'
import type { LoadResult } from './lib/load.ts'
import { run, tempFolder, type Running } from './lib/program.ts'

const CONNECTIONS = 64
const PATH = '/api/offices/samarinda/tickets'
const BODIES = demoOffice.services.map(s => JSON.stringify({ serviceId: s.id }))

interface Variant {
  readonly name: 'durable' | 'perRequest' | 'noDisk' | 'bare' | 'durableSlow' | 'perRequestSlow'
  readonly port: number
  readonly cookie: string
  readonly path: string
  readonly results: LoadResult[]
  close(): Promise<void>
}

/** What an ordinary disk needs to flush beyond a fast one; a disk whose cache answers at once hides what grouping is for. */
const SLOWER_MS = 1

/**
 * Taking a number over HTTP with 64 connections: as it is, with one transaction for each request, with the disk left out,
 * and bare Hono. Short rounds in turn, each on a new date, so that noise meets all alike and no day grows without end.
 */
export async function measureIssue(clients: Clients, rounds: number, ms: number): Promise<readonly Figure[]> {
  let day = 0
  const now = () => Date.now() + day * DAY
  const variants = [
    await ours('durable', now, own => own),
    await ours('perRequest', now, oneByOne),
    await ours('noDisk', now, () => ({ read: async () => [], append: async () => undefined })),
    await ours('durableSlow', now, slower),
    await ours('perRequestSlow', now, own => oneByOne(slower(own))),
    await bare(),
  ]
  try {
    const shoot = (v: Variant, duration: number) =>
      clients.ask('load', {
        port: v.port,
        method: 'POST',
        path: v.path,
        cookie: v.cookie,
        bodies: BODIES,
        connections: CONNECTIONS,
        ms: duration,
      })
    for (const v of variants) await shoot(v, ms)
    for (day = 1; day <= rounds; day++) {
      for (const v of variants.map((_, i) => variants[(i + day) % variants.length]!)) v.results.push(await shoot(v, ms))
    }
  } finally {
    for (const v of variants) await v.close()
  }
  const of = (name: Variant['name']) => variants.find(v => v.name === name)!.results
  const failed = variants.flatMap(v => v.results).reduce((sum, r) => sum + r.failed, 0)
  if (failed > 0) throw new Error(`${failed} requests of the load failed`)
  const ratio = (a: Variant['name'], b: Variant['name']) =>
    median(of(a).map((result, i) => result.perSecond / of(b)[i]!.perSecond))
  const perSecond = (name: Variant['name']) => median(of(name).map(r => r.perSecond))
  return [
    atLeast('durable issue / one transaction per request', ratio('durable', 'perRequest'), '×', 4),
    known(
      `durable issue / one transaction per request, flush ${SLOWER_MS} ms slower`,
      ratio('durableSlow', 'perRequestSlow'),
      '×',
    ),
    atLeast('durable issue / disk left out', ratio('durable', 'noDisk'), '×', 0.6),
    known('durable issue / bare Hono', ratio('durable', 'bare'), '×'),
    known('  durable issue', perSecond('durable'), '/s'),
    known('  durable issue, slowest round', Math.min(...of('durable').map(r => r.perSecond)), '/s'),
    known('  durable issue, p95', median(of('durable').map(r => r.p95Ms)), 'ms'),
    known('  one transaction per request', perSecond('perRequest'), '/s'),
    known(`  durable issue, flush ${SLOWER_MS} ms slower`, perSecond('durableSlow'), '/s'),
    known(`  one transaction per request, flush ${SLOWER_MS} ms slower`, perSecond('perRequestSlow'), '/s'),
    known('  flush of this disk, median', flushMs(), 'ms'),
    known('  disk left out', perSecond('noDisk'), '/s'),
    known('  bare Hono', perSecond('bare'), '/s'),
  ]
}

async function ours(name: Variant['name'], now: () => number, journal: (own: Journal) => Journal): Promise<Variant> {
  const running = await run({ now, journal })
  const cookie = await kioskOf(running)
  return {
    name,
    port: Number(new URL(running.url).port),
    path: PATH,
    cookie,
    results: [],
    close: () => running.close(),
  }
}

async function kioskOf(running: Running): Promise<string> {
  const { token } = await running.program.devices.adopt('samarinda', 'kiosk', 'Kiosk contoh')
  return `tanggap_kiosk=${token}`
}

async function bare(): Promise<Variant> {
  const app = new Hono()
  app.post('/', c => c.json({ ok: true }, 201))
  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    name: 'bare',
    port: (server.address() as AddressInfo).port,
    path: '/',
    cookie: 'none=none',
    results: [],
    close: () => new Promise(resolve => server.close(() => resolve())),
  }
}

/** The naive design: the same rows, but each command in a transaction of its own. */
function oneByOne(journal: Journal): Journal {
  return {
    read: journal.read,
    async append(entries) {
      for (const entry of entries) for (const single of commandsOf(entry)) await journal.append([single])
    },
  }
}

function commandsOf(entry: Entry): Entry[] {
  const ids = [...new Set(entry.events.map(e => e.commandId))]
  return ids.map(id => {
    const events = entry.events.filter(e => e.commandId === id)
    const touched = new Set(events.flatMap(e => ('no' in e ? [e.no] : [])))
    const seqs = new Set(events.map(e => e.seq))
    return {
      ...entry,
      events,
      tickets: entry.tickets.filter(t => touched.has(t.no)),
      visits: entry.visits.filter(v => seqs.has(v.seq)),
      invitations: entry.invitations.filter(i => entry.tickets.some(t => t.id === i.ticket_id && touched.has(t.no))),
    }
  })
}

/** The same journal on a disk that needs longer to flush; like a flush it stops the process. */
function slower(journal: Journal): Journal {
  const nothing = new Int32Array(new SharedArrayBuffer(4))
  return {
    read: journal.read,
    async append(entries) {
      await journal.append(entries)
      Atomics.wait(nothing, 0, 0, SLOWER_MS)
    },
  }
}

function flushMs(): number {
  const folder = tempFolder()
  const file = openSync(path.join(folder.dir, 'flush'), 'w')
  const page = Buffer.alloc(4096, 1)
  const times = Array.from({ length: 200 }, () => {
    writeSync(file, page)
    const began = performance.now()
    fdatasyncSync(file)
    return performance.now() - began
  })
  closeSync(file)
  folder.remove()
  return median(times)
}
