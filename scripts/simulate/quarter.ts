import { randomUUID } from 'node:crypto'
import { request } from 'node:http'
import { run } from '../../bench/lib/program.ts'
import { officeOf, type RatedOfficer } from '../../bench/lib/scores/rated-offices.ts'
import { officeKey } from '../../server/compose/office-key.ts'
import { createSigner } from '../../server/services/identity/secrets.ts'
import type { Database } from '../../server/store/open/database.ts'
import { seeded, type Random } from '../../shared/kit/random.ts'
import { addDays, atClock, weekday, type LocalDate } from '../../shared/kit/time.ts'
import type { CounterScore, OwnScores, PersonRow } from '../../shared/officer/score/told.ts'

const PERIOD = { key: '2026-Q1', from: '2026-01-01', to: '2026-03-31' }
const ALIKE = 12
/** Two more, since beside one the others would tell what was said of that one. */
const OTHERS = 2
const OFFICE = 'dua-belas'
/** Shares of those who choose 1, 2, 3 and 4: the same of every officer. */
const SHAPE = [0.03, 0.07, 0.42, 0.48]
const MANY = 150
/** The others are rated by too few. */
const FEW = 50

/** Asks the program as somebody; answers what it answers, as text. */
export type Ask = (who: RatedOfficer, path: string, body?: object) => Promise<string>

/** Twelve officers who are alike and two whom too few rated, over a closed quarter, and the program that has computed it and in which it is open to all. */
export interface Quarter {
  readonly office: string
  readonly period: string
  readonly officers: readonly RatedOfficer[]
  readonly manager: RatedOfficer
  readonly ask: Ask
  close(): Promise<void>
}

/** Writes a quarter of ratings of officers who are all alike, at whatever counter, and lets the program's own job compute it. */
export async function openQuarter(seed: number): Promise<Quarter> {
  let now = atClock('2026-04-08', '06:00', 'WITA')
  let people: Awaited<ReturnType<typeof officeOf>> | undefined
  const running = await run({
    now: () => now,
    seed: async db => {
      people = await officeOf(db, OFFICE, ALIKE + OTHERS, now)
      await alike(db, people.officers, seeded(seed))
    },
  })
  await running.program.scores.pass()
  // Three days later it is open to whoever leads, and the sessions are as old.
  now = atClock('2026-04-11', '06:00', 'WITA')
  await running.db.kysely
    .updateTable('sessions')
    .set({ seen_at: now, expires_at: now + 3_600_000 })
    .execute()
  const signer = createSigner(await officeKey(running.dir, running.db), 'session')
  const ask: Ask = (who, path, body) =>
    new Promise((resolve, reject) => {
      const headers = {
        Cookie: `tanggap_session=${signer.sign(who.session)}`,
        ...(body ? { 'Content-Type': 'application/json', 'Idempotency-Key': randomUUID() } : {}),
      }
      const asked = request(
        new URL(path, running.url),
        { agent: false, method: body ? 'POST' : 'GET', headers },
        answer => {
          const chunks: Buffer[] = []
          answer.on('data', (chunk: Buffer) => chunks.push(chunk))
          answer.on('error', reject)
          answer.on('end', () => resolve(Buffer.concat(chunks).toString()))
        },
      )
      asked.on('error', reject)
      asked.end(body ? JSON.stringify(body) : undefined)
    })
  return { office: OFFICE, period: PERIOD.key, ...people!, ask, close: () => running.close() }
}

async function alike(db: Database, officers: readonly RatedOfficer[], random: Random): Promise<void> {
  const days: LocalDate[] = []
  for (let day = PERIOD.from; day <= PERIOD.to; day = addDays(day, 1)) if (weekday(day) % 6 !== 0) days.push(day)
  const one = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)]!
  const mark = () => {
    const at = random()
    return 1 + [0, 1, 2].filter(i => at >= SHAPE.slice(0, i + 1).reduce((a, b) => a + b)).length
  }
  const rows = officers.flatMap(({ id, office }, i) =>
    Array.from({ length: i < ALIKE ? MANY : FEW }, () => ({
      ...{
        id: randomUUID(),
        office,
        date: one(days),
        officer_id: id,
        counter_id: String(1 + Math.floor(random() * 4)),
      },
      ...{ service_id: one(['ktp-el', 'kartu-keluarga', 'legalisir']), channel: one(['datang', 'daring'] as const) },
      ...{ hour: one(['pagi', 'siang', 'sore'] as const), wait: one(['0-15', '15-30', '>30'] as const) },
      ...{ rating: mark(), reasons: '[]', left_out: null },
    })),
  )
  for (let at = 0; at < rows.length; at += 200)
    await db.kysely
      .insertInto('ratings')
      .values(rows.slice(at, at + 200))
      .execute()
}

/** What is told of the quarter: each officer's own score, and the rows of those who lead. */
export async function toldOf({ officers, manager, office, period, ask }: Quarter) {
  const read = async <T>(who: RatedOfficer, path: string) => JSON.parse(await ask(who, path)) as T
  const own: OwnScores[] = []
  for (const officer of officers) own.push(await read<OwnScores>(officer, `/api/me/scores?period=${period}`))
  const at = `/api/offices/${office}`
  const people = await read<{ rows: readonly PersonRow[] }>(manager, `${at}/officer-scores?period=${period}`)
  const counters = await read<{ rows: readonly CounterScore[] }>(manager, `${at}/counter-scores?period=${period}`)
  return { own, people: people.rows, counters: counters.rows }
}

/** Plays the quarter and prints what each officer is told; 1 where somebody is told apart, or the rows are in no order of names. */
export async function quarter(seed: number): Promise<number> {
  const played = await openQuarter(seed)
  try {
    const { people } = await toldOf(played)
    const told = people.map(({ name, versions }) => ({ name, score: versions[0]?.score }))
    for (const { name, score } of told)
      console.log(`${name}: n ${score?.n}, ${score && 'status' in score ? score.status : score?.told}`)
    const names = told.map(({ name }) => name)
    const inOrder = [...names].sort(new Intl.Collator('id', { numeric: true }).compare).join() === names.join()
    const apart = told.filter(({ score }) => score && 'status' in score && score.status !== 'within')
    console.log(`told apart: ${apart.length}; in the order of names: ${inOrder ? 'yes' : 'no'}`)
    return apart.length > 0 || !inOrder ? 1 : 0
  } finally {
    await played.close()
  }
}
