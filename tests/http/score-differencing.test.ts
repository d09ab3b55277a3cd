import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock, weekday, type LocalDate } from '../../shared/kit/time.ts'
import type { OwnScores, ToldScore, ToldVersion } from '../../shared/officer/score/told.ts'
import { FLOOR } from '../../shared/survey/answered.ts'
import { fixedPeriod, latestPeriods, PERIOD_KINDS, settlesOn } from '../../shared/survey/fixed-periods.ts'
import { hasParts, type RatingsView } from '../../shared/survey/quality.ts'
import { laysOpen, laysOpenAllBut } from '../helpers/differencing.ts'
import { saved, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** One rating as it lies in the database, with nothing but its circumstances. */
interface Said {
  readonly id: string
  readonly date: LocalDate
  readonly officer: string
  readonly counter: string
  readonly rating: number
  /** Whether it was left out before it was counted; what is learnt later stands in the database. */
  readonly leftOut: boolean
}

const OFFICE = '/api/offices/samarinda'
const OFFICERS = ['p1', 'p2', 'p3', 'p4', 'p5']
const COUNTERS = ['1', '2', '3']
const FROM = '2025-07-01'
const TO = '2026-06-30'
const MIN = 30

/** A year in which officers mostly sit at a counter of their own, one comes rarely, one only in some months, and some ratings are left out. */
function year(): readonly Said[] {
  const random = seeded(11_007)
  const said: Said[] = []
  for (let date = FROM; date <= TO; date = addDays(date, 1)) {
    if (weekday(date) === 0) continue
    for (const [i, officer] of OFFICERS.entries()) {
      if (i === 3 && !/-(08|11|02|05)-/.test(date)) continue
      const many = Math.floor(random() * [5, 4.5, 4, 4.5, 1.6][i]!)
      for (let n = 0; n < many; n += 1) {
        const seat = random() < 0.7 ? i % 3 : Math.floor(random() * 3)
        const rating = 1 + Math.floor(random() ** 0.4 * 4)
        said.push({ id: randomUUID(), date, officer, counter: COUNTERS[seat]!, rating, leftOut: random() < 0.1 })
      }
    }
  }
  return said
}

let app: TestApp
let said: readonly Said[]
const seen = new Map<string, readonly Said[]>()
/** By what each rating is left out; an objection leaves it out of its officer alone. */
let leftOut: ReadonlyMap<string, string | null>

beforeAll(async () => {
  app = await testApp()
  await saved(app, { minRatings: MIN, scoresForManager: true })
  said = year()
  const rows = said.map(({ id, date, officer, counter, rating, leftOut }) => ({
    ...{ id, office: 'samarinda', date, service_id: 'ktp-el', counter_id: counter, officer_id: officer },
    ...{ rating, reasons: '[]', channel: 'datang' as const, hour: 'pagi' as const, wait: '0-15' as const },
    left_out: leftOut ? ('outage' as const) : null,
  }))
  for (let at = 0; at < rows.length; at += 200)
    await app.db.kysely
      .insertInto('ratings')
      .values(rows.slice(at, at + 200))
      .execute()
})
afterAll(() => app.close())

/** The latest version of a score is of whom it says, and nothing that is told without figures tells a mean. */
function takeScore(name: string, versions: readonly ToldVersion[], key: string, part: (one: Said) => boolean): void {
  const score: ToldScore | undefined = versions[0]?.score
  if (!score) return
  const { from, to } = fixedPeriod(key)!
  const isOut = ({ id }: Said) => leftOut.has(id) && !(name.startsWith('counter') && leftOut.get(id) === 'contest')
  const of = said.filter(one => one.date >= from && one.date <= to && part(one) && !isOut(one))
  expect(score.n, name).toBe(of.length)
  if (score.told !== 'figures') return expect(JSON.stringify(score), name).not.toMatch(/value|low|mean|plain|reasons/)
  const plain = (25 * of.reduce((sum, { rating }) => sum + rating, 0)) / of.length
  expect(Math.abs((score.among?.plain ?? score.value) - plain), name).toBeLessThanOrEqual(0.0501)
  seen.set(`${name} v${versions[0]!.version}`, of)
}

async function get<T>(who: Visitor, path: string): Promise<T> {
  const { status, body } = await who.get(path)
  expect(status, path).toBe(200)
  return body as T
}

async function takeRatings(who: Visitor, path: string, part: (one: Said) => boolean): Promise<void> {
  const { showing, ratings } = await get<RatingsView>(who, path)
  if (!('through' in showing)) return expect(ratings.shown, path).toBe(false)
  const of = said.filter(one => one.date >= showing.from && one.date <= showing.through && part(one))
  expect(ratings, path).toMatchObject({ counts: [1, 2, 3, 4].map(m => of.filter(o => o.rating === m).length) })
  seen.set(`${path} ${showing.through}`, of)
}

type Rows = { rows: { officerId?: string; counterId?: string; versions: ToldVersion[] }[] }

/** Everything that tells ratings, asked by everybody, on a day. */
async function askOn(today: LocalDate): Promise<void> {
  app.clock.now = atClock(today, '12:00', 'WITA')
  await app.scores.pass()
  const gone = await app.db.kysely.selectFrom('ratings').select(['id', 'left_out']).where('left_out', 'is not', null)
  leftOut = new Map((await gone.execute()).map(one => [one.id, one.left_out]))
  const manager = await app.as('manajer')
  const officers = await Promise.all(OFFICERS.map((_, i) => app.as(`petugas${i + 1}`)))
  const periods = PERIOD_KINDS.flatMap(kind => latestPeriods(kind, today, 60)).filter(p => p.to >= FROM)
  for (const period of periods) {
    const query = `period=${period.key}`
    await takeRatings(manager, `${OFFICE}/ratings?${query}`, () => true)
    if (!hasParts(period)) continue
    if (period.kind === 'year') continue
    const own: (readonly ToldVersion[])[] = []
    for (const [i, who] of officers.entries()) {
      const { score } = await get<OwnScores>(who, `/api/me/scores?${query}`)
      if (settlesOn(period.to) > today) expect(score, `${period.key} on ${today}`).toBeNull()
      own.push(score?.versions ?? [])
      takeScore(`me ${OFFICERS[i]} ${period.key}`, own[i]!, period.key, one => one.officer === OFFICERS[i])
    }
    const people = await get<Rows>(manager, `${OFFICE}/officer-scores?${query}`)
    for (const { officerId, versions } of people.rows)
      if (versions.length > 0) expect(versions, officerId).toEqual(own[OFFICERS.indexOf(officerId!)])
    const counters = await get<Rows>(manager, `${OFFICE}/counter-scores?${query}`)
    if (settlesOn(period.to) > today) expect([...people.rows, ...counters.rows]).toEqual([])
    for (const { counterId, versions } of counters.rows)
      takeScore(`counter ${counterId} ${period.key}`, versions, period.key, one => one.counter === counterId)
  }
}

/** What is learnt of a quarter after it was computed: of one officer, of a counter, of nearly all that happened there. */
const LEARNT = [
  { from: '2025-10-06', to: '2025-11-01', officerId: 'p1' },
  { from: '2025-11-03', to: '2025-11-22', counters: ['2'] },
  { from: '2025-10-01', to: '2025-12-12', counters: ['3'] },
  { from: '2025-12-15', to: '2025-12-15', counters: ['1'] },
]

describe('officers and a manager together, asking for every score and every sum of ratings of a year', () => {
  beforeAll(async () => {
    for (const today of ['2025-10-08', '2026-01-08', '2026-04-08', '2026-07-07', '2026-08-01']) {
      await askOn(today)
      if (today !== '2026-01-08') continue
      for (const [i, exclusion] of LEARNT.entries()) {
        const cause = exclusion.officerId ? ('contest' as const) : ('outage' as const)
        const leaving = { id: `learnt-${i}`, office: 'samarinda', cause, who: 'staff:atasan' }
        await app.scores.recompute({ ...leaving, exclusion })
        await askOn(today)
      }
    }
  }, 480_000)

  it('see figures of officers and counters, of quarters and semesters, and of some nothing but their number', () => {
    const names = [...seen.keys()].join('\n')
    for (const what of [/me p\d 202\d-Q/, /me p\d 202\d-S/, /Q4 v[2-9]/, /counter \d 202\d-Q/, /samarinda\/ratings/])
      expect(names).toMatch(what)
    expect(names).not.toMatch(/me p5 .*Q/)
  })

  it('find no sum or difference of scores, counters and ratings that rests on fewer than ten people, also over all versions [O220 O240]', () => {
    const figures = [...seen.values()].map(of => new Set(of))
    const equations = figures.map(of => said.map(one => of.has(one)))
    expect(
      laysOpen(
        equations,
        said.map(() => 1),
        FLOOR,
      ),
    ).toBe(false)
  }, 120_000)

  it('find none either that is all but fewer than ten ratings of one officer of whom nothing is told [O322]', () => {
    const names = [...seen.keys()]
    for (const officer of OFFICERS)
      for (const period of ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2', '2025-S2', '2026-S1']) {
        if (names.some(name => name.startsWith(`me ${officer} ${period}`))) continue
        const { from, to } = fixedPeriod(period)!
        const figures = [...seen.values()].map(of => new Set(of))
        const open = laysOpenAllBut(
          figures.map(of => said.map(one => of.has(one))),
          said.map(() => 1),
          said.map(one => one.officer === officer && one.date >= from && one.date <= to),
          FLOOR,
        )
        expect(open, `${officer} ${period}`).toBe(false)
      }
  }, 240_000)

  it('would find one, were the score of one month shown beside that of its quarter', () => {
    const figures = [...seen.values(), said.filter(o => o.officer === 'p1' && o.date.startsWith('2026-06'))]
    const less = said.filter(o => o.officer === 'p1' && o.date.startsWith('2026-06') && o.date !== '2026-06-30')
    const equations = [...figures, less].map(of => said.map(one => of.includes(one)))
    expect(
      laysOpen(
        equations,
        said.map(() => 1),
        FLOOR,
      ),
    ).toBe(true)
  }, 120_000)
})
