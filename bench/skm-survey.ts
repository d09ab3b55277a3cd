import { randomUUID } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import SqliteFile from 'better-sqlite3'
import { officeKey } from '../server/compose/office-key.ts'
import { demoOffice } from '../server/demo/samarinda.ts'
import { seedDemo } from '../server/seed.ts'
import { createSigner } from '../server/services/identity/secrets.ts'
import { createOffices } from '../server/services/office/offices.ts'
import { createAnswering } from '../server/services/thread/answering.ts'
import { openSqlite } from '../server/store/open/open-sqlite.ts'
import { seeded, type Random } from '../shared/kit/random.ts'
import { quantile } from '../shared/kit/stats.ts'
import { addDays, atClock, officeDate } from '../shared/kit/time.ts'
import { periodAt } from '../shared/survey/fixed-periods.ts'
import { keptConnections } from './lib/client.ts'
import { atMost, known, type Figure } from './lib/figures.ts'
import { phone, type Answer } from './lib/phones.ts'
import { tempFolder } from './lib/program.ts'
import { createProgress } from './lib/progress.ts'
import { cpuOf, freePort, spawnServer } from './lib/spawned.ts'
import { exactly } from './rush.ts'

const OFFICE = demoOffice.id
/** The questions as the form names them, here by hand. */
const QUESTIONS = [
  ...['persyaratan', 'prosedur', 'waktu', 'biaya', 'produk', 'kompetensi', 'perilaku', 'pengaduan', 'sarana'],
] as const
const [COUNTERS, SOCKETS, REPLAYED, MINUTE] = [8, 128, 0.1, 60_000]

/** Somebody who fills the form in: when, what, and when the phone sends it again because its answer was lost. */
interface Filled {
  readonly ticket: string
  readonly free: boolean
  readonly at: number
  readonly key: string
  readonly answers: Readonly<Record<string, number>>
  readonly again: number | undefined
}

/**
 * `n` people fill in the nine questions within an hour that is compressed to some seconds, one in ten of them sends the sheet twice: at the same
 * moment or a little later. Over real HTTP to the built server on a disk of its own, and beside it to a design that looks before it writes.
 */
export async function measureSurvey(n: number, seconds: number, seed: number): Promise<readonly Figure[]> {
  const tell = createProgress('survey')
  const folder = tempFolder()
  const random = seeded(seed)
  const agent = keptConnections(SOCKETS)
  try {
    const people = await invited(folder.dir, n, seconds * 1000, random)
    tell(`${n} invitations minted`)
    const server = await spawnServer(folder.dir, await freePort(), { TANGGAP_MODE: 'demo', TRUST_PROXY: 'true' })
    const busy = cpuOf(server.pid)
    const ours = await filled(people, server.url, agent, ticket => `/api/surveys/${ticket}/answers`)
    // Somebody else with the same link comes too late.
    const late = await phone(server.url, agent, '10.9.9.9').post(`/api/surveys/${people[0]!.ticket}/answers`, {
      answers: people[0]!.answers,
    })
    const cpu = cpuOf(server.pid) - busy
    await server.kill()
    tell('answered; now the plain design')
    const kept = sheetsIn(path.join(folder.dir, 'tanggap.db'))
    const told = await ikmOf(folder.dir)
    const plain = await plainServer()
    const theirs = await filled(people, plain.url, agent, ticket => `/${ticket}`)
    plain.server.close()
    const byHand = handIkm(people.map(who => ({ ...who.answers, ...(who.free ? { biaya: 4 } : {}) })))
    const times = ours.flatMap(answer => (answer.status === 0 ? [] : [answer.ms]))
    const off = (ikm: number) => Math.round(Math.abs(ikm - byHand) * 100) / 100
    return [
      known('questionnaires, an hour in seconds', seconds, 's'),
      known('  sent', ours.length, ''),
      known('  of them again', ours.length - n, ''),
      exactly('  kept', kept.sheets, '', n),
      exactly('  invitations answered', kept.answered, '', n),
      exactly('  profiles beside them', kept.profiles, '', n),
      exactly('  not acknowledged', ours.filter(answer => answer.status !== 201).length, '', 0),
      exactly('  another sheet by the same link, status', late.status, '', 409),
      known('  IKM by hand', byHand, ''),
      exactly('  IKM of the program, off by', off(told), '', 0),
      known('  of a core for each', (cpu * 1000) / ours.length, 'ms'),
      known('  p50', quantile(times, 0.5) ?? NaN, 'ms'),
      atMost('  p95', quantile(times, 0.95) ?? NaN, 'ms', 300),
      known(
        '  slowest',
        times.reduce((most, ms) => Math.max(most, ms), 0),
        'ms',
      ),
      known('plain design: kept', plain.sheets.length, ''),
      known('  counted twice', plain.sheets.length - n, ''),
      known('  its IKM, off by', off(handIkm(plain.sheets)), ''),
      known(
        '  p95',
        quantile(
          theirs.map(answer => answer.ms),
          0.95,
        ) ?? NaN,
        'ms',
      ),
    ]
  } finally {
    agent.destroy()
    folder.remove()
  }
}

/** Invitations of today in a new database, and who fills them in. */
async function invited(dir: string, n: number, ms: number, random: Random): Promise<readonly Filled[]> {
  const db = await openSqlite(path.join(dir, 'tanggap.db'))
  const now = Date.now()
  try {
    await seedDemo(db, now)
    const signer = createSigner(await officeKey(dir, db), 'survey')
    const date = officeDate(now, demoOffice.zone)
    const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
    const rows = Array.from({ length: n }, () => {
      const counter = 1 + Math.floor(random() * COUNTERS)
      return {
        ...{ ticket_id: randomUUID(), office: OFFICE, date, service_id: one(demoOffice.services).id },
        ...{ counter_id: `${counter}`, officer_id: `p${counter}`, minted_at: now - MINUTE },
        ...{ rated_key: null, answered_key: null, chosen: 1 as const, channel: null },
      }
    })
    for (let i = 0; i < n; i += 200)
      await db.kysely
        .insertInto('invitations')
        .values(rows.slice(i, i + 200))
        .execute()
    return rows.map(row => {
      const answers = Object.fromEntries(
        QUESTIONS.flatMap(question => (random() < 0.05 ? [] : [[question, 1 + Math.floor(4 * Math.sqrt(random()))]])),
      )
      const again = random() < REPLAYED ? (random() < 0.5 ? 0 : random() * 2_000) : undefined
      const free = demoOffice.services.find(service => service.id === row.service_id)!.free
      const at = random() * ms
      return { ticket: signer.sign(row.ticket_id), free, at, key: randomUUID(), answers, again }
    })
  } finally {
    await db.close()
  }
}

/** Everybody sends at their moment, each from a network of their own. */
async function filled(
  people: readonly Filled[],
  url: string,
  agent: ReturnType<typeof keptConnections>,
  pathOf: (ticket: string) => string,
): Promise<readonly Answer[]> {
  const began = performance.now()
  const all = people.map(async ({ ticket, at, key, answers, again }, i) => {
    await pause(Math.max(0, at - (performance.now() - began)))
    const from = phone(url, agent, `10.${(i >> 16) & 255}.${(i >> 8) & 255}.${i & 255}`)
    const send = () => from.post(pathOf(ticket), { answers, profile: { sex: 'P' } }, { key, tries: 3 })
    const repeated = again === undefined ? [] : [pause(again).then(send)]
    return Promise.all([send(), ...repeated])
  })
  return (await Promise.all(all)).flat()
}

/** What stands on the disk. */
function sheetsIn(file: string) {
  const sqlite = new SqliteFile(file, { readonly: true })
  const count = (text: string) => (sqlite.prepare(text).get(OFFICE) as { n: number }).n
  try {
    return {
      sheets: count('select count(*) as n from skm_answers where office = ?'),
      answered: count('select count(*) as n from invitations where office = ? and answered_key is not null'),
      profiles: count('select count(*) as n from skm_profiles where office = ?'),
    }
  } finally {
    sqlite.close()
  }
}

/** The IKM that the program tells once the quarter is closed. */
async function ikmOf(dir: string): Promise<number> {
  const db = await openSqlite(path.join(dir, 'tanggap.db'))
  try {
    const { key, to } = periodAt('quarter', officeDate(Date.now(), demoOffice.zone))
    const offices = await createOffices(db, () => atClock(addDays(to, 30), '09:00', demoOffice.zone))
    const { figures } = await createAnswering(db, offices).figures.of(OFFICE, key)
    return figures?.result.ikm ?? NaN
  } finally {
    await db.close()
  }
}

/** As one reckons it on paper: the mean of each question over those who answered it, a ninth of each, times 25. */
function handIkm(sheets: readonly Readonly<Record<string, number>>[]): number {
  const means = QUESTIONS.map(question => {
    const given = sheets.flatMap(sheet => sheet[question] ?? [])
    return given.reduce((sum, mark) => sum + mark, 0) / given.length
  })
  const ikm = (means.reduce((sum, mean) => sum + mean, 0) / QUESTIONS.length) * 25
  return Math.round((ikm + 1e-9) * 100) / 100
}

/** A design as one writes it first: it looks whether somebody has answered, and then writes, in two steps. */
async function plainServer() {
  const sheets: Readonly<Record<string, number>>[] = []
  const answered = new Set<string>()
  const server: Server = createServer((asked, answer) => {
    const chunks: Buffer[] = []
    asked.on('data', (chunk: Buffer) => chunks.push(chunk))
    asked.on('end', () => {
      void (async () => {
        const known = answered.has(asked.url!)
        // The way to a database and back.
        await nextTurn()
        await pause(1)
        if (!known) {
          answered.add(asked.url!)
          sheets.push((JSON.parse(Buffer.concat(chunks).toString()) as { answers: Record<string, number> }).answers)
        }
        answer.writeHead(known ? 409 : 201, { 'content-type': 'application/json' }).end('{}')
      })()
    })
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, server, sheets }
}
