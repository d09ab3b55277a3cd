import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock, weekday, type LocalDate } from '../../shared/kit/time.ts'
import type { Observed } from '../../shared/oversight/observed.ts'
import type { SkmAnswers } from '../../shared/survey/ikm.ts'
import { UNSUR, type Score, type Unsur } from '../../shared/survey/instruments.ts'
import type { PeriodFigures } from '../../shared/survey/figures/period-figures.ts'
import { latestPeriods, PERIOD_KINDS, type FixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { hasParts, type IkmView, type RatingsView } from '../../shared/survey/quality.ts'
import type { ReasonsView } from '../../shared/survey/reasons.ts'
import { FLOOR } from '../../shared/survey/answered.ts'
import type { Showing } from '../../shared/survey/showing.ts'
import { laysOpen } from '../helpers/differencing.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** One visit with what was said of it; somebody who left a question out has no answer there. */
interface Said {
  readonly date: LocalDate
  readonly service: string
  readonly counter: string
  readonly officer: string
  readonly rating: Score
  readonly answers: SkmAnswers
}

const SERVICES = ['ktp-el', 'kartu-keluarga', 'legalisir', 'konsultasi']
const OFFICERS = ['p1', 'p2', 'p3']
const FROM = '2025-10-01'
const TO = '2026-03-31'
const DONE = '2026-04-08'
const MIN = 15

/** Half a year of an office in which some services and one officer have few answers, some days none. */
function halfYear(): readonly Said[] {
  const random = seeded(20_260_331)
  const score = () => (1 + Math.floor(random() * 4)) as Score
  const said: Said[] = []
  for (let date = FROM; date <= TO; date = addDays(date, 1)) {
    if (weekday(date) === 0 ? random() < 0.9 : random() < 0.25) continue
    for (let i = Math.floor(random() * 5); i > 0; i -= 1) {
      const seat = random() < 0.65 ? 0 : random() < 0.9 ? 1 : 2
      const service = SERVICES[random() < 0.7 ? 0 : random() < 0.75 ? 1 : random() < 0.6 ? 2 : 3]!
      const answers = { ...nine(3), waktu: score(), sarana: score() }
      if (random() < 0.06) delete (answers as Partial<Record<Unsur, Score>>).sarana
      said.push({ date, service, counter: `${seat + 1}`, officer: OFFICERS[seat]!, rating: score(), answers })
    }
  }
  return said
}

/** A figure that was seen, and of whom it is. */
interface Seen {
  readonly of: readonly Said[]
  readonly name: string
}

let app: TestApp
let said: readonly Said[]
let manager: Visitor
let observer: Visitor
const seenAnswers = new Map<string, Seen>()
const seenRatings = new Map<string, Seen>()
const seenReasons = new Map<string, Seen>()

beforeAll(async () => {
  app = await testApp()
  await saved(app, { minRatings: MIN })
  said = halfYear()
  const write = surveyed(app.db)
  for (const one of said) {
    const ids = await write.visits(1, one.officer, one.counter, one.date, one.service)
    await write.answered(ids, one.answers)
    await write.rated(ids, one.rating, one.rating <= 2 ? ['slow'] : [])
  }
}, 120_000)

afterAll(() => app.close())

/** Whom a figure is of, as it says itself: those of its days, of the part asked for. */
function membersOf(name: string, showing: Showing, part: (one: Said) => boolean): Seen | undefined {
  if (!('through' in showing)) return undefined
  const { from, through } = showing
  return { name: `${name} ${through}`, of: said.filter(one => one.date >= from && one.date <= through && part(one)) }
}

async function get<T>(who: Visitor, path: string): Promise<T> {
  const { status, body } = await who.get(path)
  expect(status, path).toBe(200)
  return body as T
}

async function askIkm(query: string, part: (one: Said) => boolean): Promise<void> {
  const view = await get<IkmView>(manager, `/api/offices/samarinda/ikm?${query}`)
  const seen = membersOf(query, view.showing, part)
  if (!seen) expect(JSON.stringify([view.result, view.audit]), query).not.toMatch(/"(ikm|nrr|mutu|weighted)"|"n":[1-9]/)
  else {
    // It is of whom it says, where they are enough for an IKM: then its equations are those that are solved below.
    for (const unsur of seen.of.length < MIN ? [] : UNSUR) {
      const given = seen.of.flatMap(one => one.answers[unsur] ?? [])
      const sum = given.reduce<number>((a, b) => a + b, 0)
      expect(view.result.unsur[unsur], `${seen.name} ${unsur}`).toMatchObject({ n: given.length, sum })
    }
    seenAnswers.set(seen.name, seen)
  }
}

async function askRatings(who: Visitor, path: string, part: (one: Said) => boolean): Promise<void> {
  const view = await get<RatingsView>(who, path)
  const seen = membersOf(path, view.showing, part)
  if (!seen) return expect(view.ratings.shown, path).toBe(false)
  const counts = [1, 2, 3, 4].map(mark => seen.of.filter(one => one.rating === mark).length)
  expect(view.ratings, seen.name).toMatchObject({ shown: true, counts })
  seenRatings.set(`${path} ${seen.name}`, seen)
}

async function askReasons(month: string): Promise<void> {
  const { services } = await get<ReasonsView>(manager, `/api/offices/samarinda/reasons?month=${month}`)
  for (const { serviceId, showing, reasons } of services) {
    const seen = membersOf(`${month} ${serviceId}`, showing, one => one.service === serviceId)
    if (!seen) {
      expect(reasons, serviceId).toBeNull()
      continue
    }
    expect(reasons, seen.name).toMatchObject({ slow: seen.of.filter(one => one.rating <= 2).length })
    seenReasons.set(seen.name, seen)
  }
}

/** An observer is told of a quarter what the manager is told, or less. */
async function askObserved(query: string): Promise<void> {
  const { offices } = await get<{ offices: readonly Observed[] }>(observer, `/api/me/observed?${query}`)
  const own = offices.find(one => one.office.id === 'samarinda')!
  const { result } = await get<IkmView>(manager, `/api/offices/samarinda/ikm?${query}`)
  const { ratings } = await get<RatingsView>(manager, `/api/offices/samarinda/ratings?${query}`)
  if (own.ikm) expect(own.ikm, query).toEqual({ n: result.n, ikm: result.ikm, mutu: result.mutu })
  if (own.ratings) expect(ratings, query).toMatchObject({ shown: true, n: own.ratings.n, mean100: own.ratings.mean })
}

/** All figures of a period: of the same people as its IKM, and of services put together, each as if it were shown by itself. */
async function askFigures(period: FixedPeriod): Promise<void> {
  const of = await get<PeriodFigures>(manager, `/api/offices/samarinda/period-figures?period=${period.key}`)
  const seen = membersOf(`figures ${period.key}`, of.showing, () => true)
  if (!seen || !of.figures) return expect(of.figures, period.key).toBeUndefined()
  seenAnswers.set(seen.name, seen)
  expect(of.figures.result.unsur.sarana).toMatchObject({ n: seen.of.filter(one => one.answers.sarana).length })
  const part = (name: string, services: readonly string[]) =>
    seenAnswers.set(`${seen.name} ${name}`, { name, of: seen.of.filter(one => services.includes(one.service)) })
  for (const { service, shown } of of.services) if (shown) part(service, [service])
  for (const group of of.figures.weighted?.groups ?? []) part(group.join(' '), group)
}

/** Everything that anybody may ask for on a day, of periods that ended up to `back` days ago. */
async function askEverything(today: LocalDate, back: number): Promise<void> {
  app.clock.now = atClock(today, '12:00', 'WITA')
  manager = await app.as('manajer')
  observer = await app.as('pemantau')
  const periods = PERIOD_KINDS.flatMap(kind => latestPeriods(kind, today, 30)).filter(
    p => p.to >= addDays(today, -back) && p.to >= FROM,
  )
  for (const period of periods) {
    const query = `period=${period.key}`
    await askIkm(query, () => true)
    await askFigures(period)
    await askRatings(manager, `/api/offices/samarinda/ratings?${query}`, () => true)
    if (period.kind === 'quarter' && period.to < today) await askObserved(query)
    if (period.kind === 'month') await askReasons(period.key)
    if (!hasParts(period)) continue
    for (const id of SERVICES) await askIkm(`${query}&service=${id}`, one => one.service === id)
    for (const id of ['1', '2', '3']) await askIkm(`${query}&counter=${id}`, one => one.counter === id)
  }
}

describe('everybody together, asking every route for every period and part, week after week', () => {
  beforeAll(async () => {
    // Weeks are settled on Mondays, months and quarters on the eighth: the days on which something may change, and one between.
    for (let day = addDays(FROM, 4); day < DONE; day = addDays(day, 1))
      if (weekday(day) === 1 || day.endsWith('-08') || day.endsWith('-02')) await askEverything(day, 12)
    await askEverything(DONE, 400)
  }, 240_000)

  const open = (seen: ReadonlyMap<string, Seen>, counts: (one: Said) => number, floor: number) => {
    const figures = [...seen.values()].map(({ of }) => new Set(of))
    return laysOpen(
      figures.map(of => said.map(one => of.has(one))),
      said.map(counts),
      floor,
    )
  }

  it('see figures of weeks, months, quarters, services and counters', () => {
    const names = [...seenAnswers.keys()].join('\n')
    for (const what of [/2026-W\d/, /2026-\d\d /, /2026-Q1 2026-0[23]/, /Q1 2026-03-31/, /service=/, /counter=/])
      expect(names).toMatch(what)
    expect([...seenRatings.keys()].join('\n')).toMatch(/2026-W\d/)
  })

  it('find no sum or difference of answers that rests on fewer than ten people [S21]', () => {
    for (const unsur of ['waktu', 'sarana'] as const)
      expect(
        open(seenAnswers, one => (one.answers[unsur] === undefined ? 0 : 1), FLOOR),
        unsur,
      ).toBe(false)
  })

  it('find no sum or difference of ratings that rests on fewer people than the minimum of the office [S21]', () => {
    expect(open(seenRatings, () => 1, MIN)).toBe(false)
  })

  it('find no sum or difference of reasons, and of the ratings of all, that rests on fewer than ten people [S24]', () => {
    expect(seenReasons.size).toBeGreaterThan(0)
    const ofAll = [...seenRatings].filter(([path]) => path.startsWith('/api/offices'))
    expect(open(new Map([...seenReasons, ...ofAll]), () => 1, FLOOR)).toBe(false)
  })

  it('would find one, were a single day shown beside them', () => {
    const day = said.filter(one => one.date === said[40]!.date)
    expect(open(new Map([...seenAnswers, ['day', { name: 'day', of: day }]]), () => 1, FLOOR)).toBe(true)
  })

  it('read the IKM of the closed quarters to the digit', async () => {
    for (const [key, from, to] of [
      ['2025-Q4', FROM, '2025-12-31'],
      ['2026-Q1', '2026-01-01', TO],
    ] as const) {
      const { result, showing } = await get<IkmView>(manager, `/api/offices/samarinda/ikm?period=${key}`)
      const waktu = said.filter(one => one.date >= from && one.date <= to).flatMap(one => one.answers.waktu ?? [])
      expect(showing).toEqual({ from, through: to })
      expect(result.n).toBe(waktu.length)
      expect(result.unsur.waktu?.nrr).toBe(waktu.reduce<number>((a, b) => a + b, 0) / waktu.length)
    }
  })
})
