import { loadavg } from 'node:os'
import { quantile } from '../shared/kit/stats.ts'
import { attacksOn, type Attack } from './lib/attacks.ts'
import { startClients } from './lib/clients.ts'
import { deskAtWork, type Press } from './lib/desk-at-work.ts'
import type { Answers } from './lib/floods.ts'
import { tempFolder } from './lib/program.ts'
import { freePort, spawnServer } from './lib/spawned.ts'

const TOKEN = 'token-of-the-bench'
const QUIET_MS = 2_500
/** What a flood leaves in pipes and queues ends before the next quiet phase is measured. */
const SETTLE_MS = 800
const MOST_RATIO = 3
const MOST_P95_MS = 60
const WORST_MS = 500
/** Memory that a day of some thousand numbers may have grown by, a minute after the last flood. */
const MOST_LEFT_MB = 150
const BACK_WITHIN_MS = 60_000

/** Every flood in turn on one server, each between two quiet phases; 1 when a limit was missed. */
export async function floods(only: string | undefined): Promise<number> {
  const folder = tempFolder()
  const port = await freePort()
  const server = await spawnServer(folder.dir, port, { TRUST_PROXY: 'true', METRICS_TOKEN: TOKEN })
  const clients = startClients()
  try {
    const desk = await deskAtWork(server.url)
    const before = await memoryOf(server.url)
    const attacks = (await attacksOn(server.url, port)).filter(a => only === undefined || a.name === only)
    const quiet = async () => {
      const from = performance.now()
      await new Promise(resolve => setTimeout(resolve, QUIET_MS))
      return { from, to: performance.now() }
    }
    const within = ({ from, to }: { from: number; to: number }) => desk.presses.filter(p => p.at >= from && p.at < to)
    await quiet()
    let calm = await quiet()
    let good = true
    let peak = before.rss
    console.log(head)
    for (const attack of attacks) {
      const load = loadavg()[0]!
      await attack.gathers?.(clients)
      const from = performance.now()
      const answers = await attack.run(clients)
      const flooded = { from, to: performance.now() }
      await attack.leaves?.(clients)
      peak = Math.max(peak, (await memoryOf(server.url)).rss)
      await new Promise(resolve => setTimeout(resolve, SETTLE_MS))
      const after = await quiet()
      // A press that began in the flood may still wait for its answer.
      await new Promise(resolve => setTimeout(resolve, 100))
      const verdict = judged(within(flooded), [...within(calm), ...within(after)])
      good &&= verdict.good
      console.log(rowOf(attack, verdict, answers, flooded.to - flooded.from, load))
      calm = after
    }
    await desk.stop()
    const left = await memoryBack(server.url, before.live)
    console.log(`\nmemory: ${mb(before.rss)} MB before, ${mb(peak)} MB at most, ${mb(left.rss)} MB after`)
    console.log(
      `        in use ${mb(before.live)} MB before, ${mb(left.live)} MB ${Math.round(left.after / 1000)} s after the last flood`,
    )
    good &&= left.live - before.live <= MOST_LEFT_MB * 1e6
    console.log(good ? 'PASS' : 'FAIL')
    return good ? 0 : 1
  } finally {
    clients.end()
    await server.kill()
    folder.remove()
  }
}

const head = `${'flood'.padEnd(12)}${'quiet p95'.padStart(10)}${'desk p95'.padStart(10)}${'ratio'.padStart(7)}${'worst'.padStart(8)}${'failed'.padStart(8)}${'answers/s'.padStart(11)}${'load'.padStart(6)}`

interface Verdict {
  readonly quiet: number
  readonly p95: number
  readonly worst: number
  readonly failed: number
  readonly good: boolean
}

function judged(flooded: readonly Press[], calm: readonly Press[]): Verdict {
  const p95 = (presses: readonly Press[]) =>
    quantile(
      presses.map(p => p.ms),
      0.95,
    ) ?? Infinity
  const [quiet, busy] = [p95(calm), p95(flooded)]
  const worst = flooded.reduce((most, p) => Math.max(most, p.ms), 0)
  const failed = [...flooded, ...calm].filter(p => p.failed).length
  const good = busy <= quiet * MOST_RATIO && busy <= MOST_P95_MS && worst <= WORST_MS && failed === 0
  return { quiet, p95: busy, worst, failed, good }
}

function rowOf(attack: Attack, v: Verdict, answers: Answers, ms: number, load: number): string {
  const of = (pick: (status: number) => boolean) =>
    Object.entries(answers).reduce((sum, [status, n]) => sum + (pick(Number(status)) ? n : 0), 0)
  const good = of(status => status >= 200 && status < 400)
  const cells = [
    v.quiet.toFixed(1).padStart(10),
    v.p95.toFixed(1).padStart(10),
    (v.p95 / v.quiet).toFixed(1).padStart(7),
  ]
  cells.push(v.worst.toFixed(0).padStart(8), String(v.failed).padStart(8), (good / (ms / 1000)).toFixed(0).padStart(11))
  cells.push(load.toFixed(1).padStart(6))
  const others = Object.entries(answers).filter(([status]) => Number(status) < 200 || Number(status) >= 400)
  const told = others.map(([status, n]) => `${status === '0' ? 'ended' : status} ${n}`).join(', ')
  return `${attack.name.padEnd(12)}${cells.join('')}  ${v.good ? 'PASS' : 'FAIL'}  ${attack.what}${told && ` (${told})`}`
}

interface Memory {
  readonly rss: number
  /** What the program holds: its heap and its buffers. */
  readonly live: number
}

async function memoryOf(url: string): Promise<Memory> {
  const text = await (await fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${TOKEN}` } })).text()
  const of = (name: string) => Number(new RegExp(`^${name} (\\S+)`, 'm').exec(text)?.[1] ?? NaN)
  return {
    rss: of('process_resident_memory_bytes'),
    live: of('nodejs_heap_size_used_bytes') + of('nodejs_external_memory_bytes'),
  }
}

/** Memory once it is back, or after a minute. */
async function memoryBack(url: string, before: number): Promise<Memory & { after: number }> {
  const began = performance.now()
  for (;;) {
    const now = await memoryOf(url)
    const after = performance.now() - began
    if (now.live - before <= MOST_LEFT_MB * 1e6 || after > BACK_WITHIN_MS) return { ...now, after }
    await new Promise(resolve => setTimeout(resolve, 1_000))
  }
}

const mb = (bytes: number) => Math.round(bytes / 1e6)
