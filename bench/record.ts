import { cellsOf } from '../server/store/record/score-inputs.ts'
import type { Database } from '../server/store/open/database.ts'
import { quantile } from '../shared/kit/stats.ts'
import { seeded } from '../shared/kit/random.ts'
import { atClock } from '../shared/kit/time.ts'
import type { OwnScores } from '../shared/officer/score/told.ts'
import type { PersonScore } from '../shared/officer/score/score.ts'
import { scoresOf } from '../shared/officer/score/scores-of.ts'
import { fixedPeriod, settlesOn, type FixedPeriod } from '../shared/survey/fixed-periods.ts'
import { atMost, known, median, type Figure } from './lib/figures.ts'
import { createProgress } from './lib/progress.ts'
import { plainScores, type PlainScore } from './lib/scores/plain-score.ts'
import { asked } from './lib/scores/asked.ts'
import { officeOf, ratingsOf, type RatedOfficer } from './lib/scores/rated-offices.ts'

const QUARTERS = [2023, 2024, 2025].flatMap(year => [1, 2, 3, 4].map(q => `${year}-Q${q}`))
const LAST = '2025-Q4'
const READ_ON = atClock('2026-01-12', '08:00', 'WITA')
const SAME = 1e-6

/** How large the two halves of the measurement are. */
export interface RecordSizes {
  readonly officers: number
  readonly ratings: number
  readonly readers: number
  readonly perOffice: number
  readonly seconds: number
}

/** Three years of ratings held against a computation of our own. */
export async function measureYears({ officers: people, ratings }: RecordSizes): Promise<readonly Figure[]> {
  const tell = createProgress('years')
  let now = 0
  let office: Awaited<ReturnType<typeof officeOf>>
  const { running, ask, close } = await asked(
    () => now,
    async db => (office = await officeOf(db, 'besar', people, READ_ON)),
  )
  try {
    const random = seeded(13)
    const { officers, manager } = office!
    const many = () => Math.round(ratings / QUARTERS.length / people)
    let [written, furthest] = [0, 0]
    const passes: number[] = []
    for (const key of QUARTERS) {
      const period = fixedPeriod(key)!
      written += await ratingsOf(running.db, officers, { ...period, random, many })
      now = atClock(settlesOn(period.to), '00:10', 'WITA')
      const began = performance.now()
      await running.program.scores.pass()
      passes.push(performance.now() - began)
      furthest = Math.max(furthest, await apart(running.db, 'besar', period))
      tell(`${key}: ${written} ratings, computed in ${(passes.at(-1)! / 1000).toFixed(1)} s`)
    }
    now = READ_ON
    const pages: number[] = []
    for (const officer of officers) {
      const began = performance.now()
      await Promise.all(OWN_PAGE.map(path => ask(officer, path)))
      pages.push(performance.now() - began)
    }
    const unit: number[] = []
    for (let i = 0; i < 10; i += 1) {
      const began = performance.now()
      await Promise.all(['officer-scores', 'counter-scores'].map(what => ask(manager, `/api/offices/besar/${what}`)))
      unit.push(performance.now() - began)
    }
    return [
      known('ratings in the store', written, ''),
      atMost('furthest from our own computation', furthest, '', SAME),
      known('  a closed quarter with what is due, computed', Math.max(...passes), 'ms'),
      atMost('own page, the slowest of all officers', Math.max(...pages), 'ms', 1_000),
      atMost('page of all officers and counters, the slowest', Math.max(...unit), 'ms', 1_000),
    ]
  } finally {
    await close()
  }
}

/** A crowd of officers who open their own record. */
export async function measureCrowd({ readers, perOffice, seconds }: RecordSizes): Promise<readonly Figure[]> {
  const tell = createProgress('crowd')
  let now = 0
  const random = seeded(14)
  const everybody: RatedOfficer[] = []
  const period = fixedPeriod(LAST)!
  const { running, ask, close } = await asked(
    () => now,
    async db => {
      for (let at = 0; at < readers; at += perOffice) {
        const people = Math.min(perOffice, readers - at)
        const { officers } = await officeOf(db, `kantor${at / perOffice + 1}`, people, READ_ON)
        // Nobody of an office has as many ratings as a colleague: an answer says by its number whose it is.
        await ratingsOf(db, officers, { ...period, random, many: i => 60 + ((i * 7 + at) % perOffice) })
        everybody.push(...officers)
      }
    },
  )
  try {
    now = atClock(settlesOn(period.to), '00:10', 'WITA')
    tell(`${everybody.length} officers made`)
    await running.program.scores.pass()
    tell('scores of every office computed')
    now = READ_ON
    const own = await ownNumbers(running.db)
    const [times, wrong] = [[] as number[], [] as string[]]
    const [began, cpu] = [performance.now(), process.cpuUsage()]
    const order = everybody.map(o => ({ o, at: random() * seconds * 1000 })).sort((a, b) => a.at - b.at)
    await Promise.all(
      order.map(async ({ o, at }) => {
        await new Promise(resolve => setTimeout(resolve, at))
        const due = performance.now()
        const [scores] = await Promise.all(OWN_PAGE.map(path => ask(o, path)))
        times.push(performance.now() - due)
        if (!isOwn(scores as OwnScores, own.get(o.id))) wrong.push(o.id)
      }),
    )
    const spent = performance.now() - began
    const { user, system } = process.cpuUsage(cpu)
    const stored = await timed(20, () => ask(everybody[0]!, OWN_PAGE[0]!))
    const anew = await timed(20, async () => {
      const cells = await cellsOf(running.db, everybody[0]!.office, period, 'officer')
      scoresOf(cells, { shownFrom: 60 })
    })
    return [
      known('officers who opened their own record', times.length, ''),
      known('  in', spent / 1000, 's'),
      atMost('  answers of somebody else, or not the own ones', wrong.length, '', 0),
      atMost('  from the opening to the last answer, p95', quantile(times, 0.95) ?? NaN, 'ms', 500),
      known('  the slowest', Math.max(...times), 'ms'),
      known('  processor time of a page, that of whoever asks included', (user + system) / 1000 / times.length, 'ms'),
      known('a score computed for each who asks / as stored', anew / stored, '×'),
      known('  as stored, over HTTP', stored, 'ms'),
      known('  computed anew, without HTTP', anew, 'ms'),
    ]
  } finally {
    await close()
  }
}

const OWN_PAGE = [`/api/me/scores?period=${LAST}`, '/api/me/record?from=2025-12-01&to=2025-12-31']

/** How far any figure of any officer of a period is from our own computation. */
async function apart(db: Database, office: string, period: FixedPeriod): Promise<number> {
  const ratings = await db.kysely
    .selectFrom('ratings')
    .select(['officer_id', 'date', 'service_id', 'channel', 'hour', 'wait', 'rating'])
    .where('office', '=', office)
    .where('date', '>=', period.from)
    .where('date', '<=', period.to)
    .execute()
  const plain = plainScores(
    ratings.map(r => ({
      who: r.officer_id,
      date: r.date,
      levels: [r.service_id, r.channel, r.hour, r.wait],
      rating: r.rating,
    })),
  )
  const rows = db.kysely.selectFrom('scores').select(['who', 'result']).where('office', '=', office)
  const kept = await rows.where('period', '=', period.key).where('kind', '=', 'officer').execute()
  if (kept.length !== plain.size) return Infinity
  return Math.max(...kept.map(({ who, result }) => distance(JSON.parse(result) as PersonScore, plain.get(who)!)))
}

function distance(kept: PersonScore, { below, above, ...plain }: PlainScore): number {
  if (!('usual' in kept)) return Infinity
  const limits = [kept.usual.lowFlag - below, kept.usual.highFlag - above]
  const others = Object.entries(plain).map(([name, value]) => kept[name as keyof typeof plain] - value)
  return Math.max(...[...limits, ...others].map(Math.abs))
}

/** How many ratings everybody has, and their plain mean on 25 to 100. */
async function ownNumbers(db: Database) {
  const rows = await db.kysely
    .selectFrom('ratings')
    .select(({ fn }) => ['officer_id', fn.countAll<number>().as('n'), fn.sum<number>('rating').as('sum')])
    .groupBy('officer_id')
    .execute()
  return new Map(rows.map(r => [r.officer_id, { n: r.n, mean: (25 * r.sum) / r.n }]))
}

function isOwn({ score }: OwnScores, own: { n: number; mean: number } | undefined): boolean {
  const told = score?.versions[0]?.score
  if (!own || told?.n !== own.n) return false
  return told.told !== 'figures' || Math.abs((told.among?.plain ?? told.value) - own.mean) < 0.051
}

async function timed(times: number, act: () => Promise<unknown>): Promise<number> {
  const spent: number[] = []
  for (let i = 0; i < times; i += 1) {
    const began = performance.now()
    await act()
    spent.push(performance.now() - began)
  }
  return median(spent)
}
