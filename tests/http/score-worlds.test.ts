import { describe, expect, it } from 'vitest'
import { insertStaff } from '../../server/store/staff.ts'
import { seeded } from '../../shared/kit/random.ts'
import { atClock } from '../../shared/kit/time.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

/*
 * Two offices whose citizens said different things, and in which everybody who may read reads everything. If all answers are
 * the same, nobody can find out which of the two offices it is: no sum, no difference, no rounded or fitted figure tells it.
 */

/** One rating: of whom, at which counter, what was said, and whether it was left out when it was written. */
interface Said {
  readonly officer: string
  readonly counter: string
  readonly date: string
  readonly rating: number
  readonly leftOut?: boolean
}

const OFFICE = '/api/offices/samarinda'
const DAYS = [
  '2026-01-12',
  '2026-01-20',
  '2026-02-03',
  '2026-02-10',
  '2026-02-24',
  '2026-03-03',
  '2026-03-09',
  '2026-03-17',
]
const OFFICERS = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12']
const PERIODS = ['2026-Q1', '2026-Q2', '2026-S1', '2026-03', '2026-W11', '2026']

/** As many ratings of each officer as said, all at a counter of their own. */
function ratings(counts: Readonly<Record<string, number>>, seed: number): readonly Said[] {
  const random = seeded(seed)
  return Object.entries(counts).flatMap(([officer, n]) =>
    Array.from({ length: n }, (_, i) => {
      const rating = 1 + Math.floor(random() ** 0.4 * 4)
      return { officer: `p${officer}`, counter: officer, date: DAYS[i % DAYS.length]!, rating }
    }),
  )
}

/** The same office in which a low mark of one and a high mark of the other stand in each other's place, on one day. */
function swapped(said: readonly Said[], one: (of: Said) => boolean, other: (of: Said) => boolean, times: number) {
  const world = [...said]
  for (let left = times; left > 0; left -= 1) {
    const from = world.findIndex(
      (a, i) => one(a) && world.some((b, j) => j !== i && other(b) && b.date === a.date && b.rating > a.rating),
    )
    expect(from, 'somebody to swap with').toBeGreaterThanOrEqual(0)
    const a = world[from]!
    const to = world.findIndex(b => other(b) && b.date === a.date && b.rating > a.rating)
    const b = world[to]!
    world[from] = { ...a, rating: b.rating }
    world[to] = { ...b, rating: a.rating }
  }
  return world
}

async function world(said: readonly Said[]): Promise<TestApp> {
  const app = await testApp()
  const rows = said.map(({ officer, counter, date, rating, leftOut }, i) => ({
    ...{ id: `r${i}`, office: 'samarinda', date, service_id: 'ktp-el', counter_id: counter, officer_id: officer },
    ...{ rating, reasons: '[]', channel: 'datang' as const, hour: 'pagi' as const, wait: '0-15' as const },
    left_out: leftOut ? ('outage' as const) : null,
  }))
  for (let at = 0; at < rows.length; at += 200)
    await app.db.kysely
      .insertInto('ratings')
      .values(rows.slice(at, at + 200))
      .execute()
  await saved(app, { scoresForManager: true })
  const known = await app.db.kysely.selectFrom('staff').select('id').execute()
  for (const id of new Set(said.map(one => one.officer)))
    if (!known.some(one => one.id === id)) {
      const member = { id, officeId: 'samarinda', username: id, name: `Petugas ${id}`, roles: ['officer' as const] }
      await insertStaff(app.db, { ...member, active: true, passwordChangedAt: 0, passwordHash: '' })
    }
  const admin = await app.as('admin')
  for (const officerId of new Set(said.map(one => one.officer)))
    await admin.post(`${OFFICE}/supervisions`, { officerId, assessorId: 'atasan', from: '2026-01-01', to: null })
  return app
}

/** Everything that tells ratings, as the manager and the assessor read it. */
async function everything(app: TestApp): Promise<Record<string, unknown>> {
  const readers: readonly (readonly [string, Visitor])[] = [
    ['manajer', await app.as('manajer')],
    ['atasan', await app.as('atasan')],
  ]
  const told: Record<string, unknown> = {}
  for (const [name, who] of readers)
    for (const path of ['officer-scores', 'counter-scores', 'ratings', 'reasons', 'ikm']
      .map(part => `${OFFICE}/${part}`)
      .concat('/api/me/team/scores'))
      for (const period of PERIODS) {
        const { status, body } = await who.get(`${path}?period=${period}`)
        told[`${name} ${path} ${period}`] = { status, body: status === 200 ? body : null }
      }
  return told
}

/** What is told on a day, after what was done on it. */
async function toldOn(
  said: readonly Said[],
  today: string,
  act?: (app: TestApp) => Promise<unknown>,
  before?: (app: TestApp) => Promise<unknown>,
) {
  const app = await world(said)
  await before?.(app)
  app.clock.now = atClock('2026-04-08', '09:00', 'WITA')
  await app.scores.pass()
  app.clock.now = atClock(today, '09:00', 'WITA')
  await act?.(app)
  const told = await everything(app)
  expect(app.failures).toEqual([])
  await app.close()
  return told
}

interface Row {
  readonly officerId: string
  readonly versions: readonly { readonly score: { readonly told: string } }[]
}

/** Of whom the manager reads figures of the quarter. */
function figuresIn(told: Record<string, unknown>): readonly string[] {
  const { rows } = (told[`manajer ${OFFICE}/officer-scores 2026-Q1`] as { body: { rows: readonly Row[] } }).body
  return rows.filter(row => row.versions[0]!.score.told === 'figures').map(row => row.officerId)
}

const of = (officer: string) => (one: Said) => one.officer === officer

describe('whoever reads all that is told of an office', () => {
  it('cannot tell what was said of an officer with fifty ratings, whose colleagues have their figures [O320]', async () => {
    const said = ratings({ 1: 120, 2: 120, 3: 120, 4: 120, 5: 50 }, 7)
    const told = await toldOn(said, '2026-05-01')
    const shown = figuresIn(told)
    expect(shown).toHaveLength(3)
    const beside = ['p1', 'p2', 'p3', 'p4'].find(id => !shown.includes(id))!
    expect(await toldOn(swapped(said, of('p5'), of(beside), 6), '2026-05-01')).toEqual(told)
  })

  it('cannot tell what was said of somebody who has not opened the period, while colleagues have [O321]', async () => {
    const said = ratings({ 1: 120, 2: 120, 3: 120, 4: 120, 5: 120 }, 11)
    const open = async (app: TestApp) => {
      for (const name of ['petugas1', 'petugas2', 'petugas3'])
        expect((await (await app.as(name)).post('/api/me/scores/2026-Q1/release')).status).toBe(200)
    }
    const told = await toldOn(said, '2026-04-09', open)
    expect(await toldOn(swapped(said, of('p4'), of('p5'), 6), '2026-04-09', open)).toEqual(told)
    const later = await toldOn(said, '2026-04-11', open)
    expect(JSON.stringify(later)).toContain('"figures"')
    expect(JSON.stringify(told)).not.toContain('"figures"')
  })

  it('cannot tell it by the half year either, which everybody opened, or by its other quarter [O321]', async () => {
    const first = ratings({ 1: 120, 2: 120, 3: 120, 4: 120, 5: 120 }, 12)
    const later = ({ date, ...one }: Said) => ({
      ...one,
      date: date.replace(/-0(\d)-/, (_, m) => `-0${Number(m) + 3}-`),
    })
    const second = ratings({ 1: 120, 2: 120, 3: 120, 4: 120, 5: 120 }, 13).map(later)
    const open = async (app: TestApp) => {
      await app.scores.pass()
      for (const no of [1, 2, 3, 4, 5])
        for (const period of no < 4 ? ['2026-Q2', '2026-S1'] : ['2026-S1'])
          expect((await (await app.as(`petugas${no}`)).post(`/api/me/scores/${period}/release`)).status).toBe(200)
    }
    const told = await toldOn([...first, ...second], '2026-07-09', open)
    const other = [...first, ...swapped(second, of('p4'), of('p5'), 6)]
    expect(await toldOn(other, '2026-07-09', open)).toEqual(told)
    expect(JSON.stringify(told)).toContain('"figures"')
  })

  it('cannot tell the one mark that was left out before anything was counted [O322]', async () => {
    const said = ratings({ 1: 120, 2: 120, 3: 130, 4: 140, 5: 150, 6: 160 }, 17)
    const gone = said.findIndex(one => one.officer === 'p6' && one.rating === 1)
    const one = said.map((each, i) => (i === gone ? { ...each, leftOut: true } : each))
    const told = await toldOn(one, '2026-05-01')
    expect(figuresIn(told)).toEqual(['p3', 'p4', 'p5', 'p6'])
    const other = swapped(
      one,
      each => each.leftOut === true,
      each => each.officer === 'p1',
      1,
    )
    expect(await toldOn(other, '2026-05-01')).toEqual(told)
  })

  it('reads figures of everybody where one mark of each of twelve was left out, and cannot tell one of them [O322]', async () => {
    const said = ratings(Object.fromEntries(OFFICERS.map(no => [no, 70 + 5 * Number(no)])), 19)
    const low = OFFICERS.map(no =>
      said.findIndex(one => one.officer === `p${no}` && one.rating === (Number(no) % 2 ? 1 : 4)),
    )
    const one = said.map((each, i) => (low.includes(i) ? { ...each, date: DAYS[0]!, leftOut: true } : each))
    const told = await toldOn(one, '2026-05-01')
    expect(figuresIn(told)).toHaveLength(OFFICERS.length)
    const other = swapped(
      one,
      each => each.leftOut === true && each.rating === 1,
      each => each.leftOut === true,
      1,
    )
    expect(await toldOn(other, '2026-05-01')).toEqual(told)
  })

  it('cannot tell what was said of few where the office shows from ten ratings on [O322]', async () => {
    const said = ratings({ 1: 90, 2: 95, 3: 100, 4: 110, 5: 24 }, 23)
    const open = (app: TestApp) => saved(app, { minRatings: 10 })
    const told = await toldOn(said, '2026-05-01', undefined, open)
    expect(figuresIn(told)).toEqual(['p2', 'p3', 'p4'])
    expect(await toldOn(swapped(said, of('p5'), of('p1'), 4), '2026-05-01', undefined, open)).toEqual(told)
  })

  it('reads words of whoever has ratings enough and is kept back for a colleague who has few, also that it is far below [O362]', async () => {
    const said = ratings(Object.fromEntries(OFFICERS.map(no => [no, no === '12' ? 36 : no === '7' ? 140 : 150])), 31)
    const low = said.map(one => (one.officer === 'p7' ? { ...one, rating: Math.max(1, one.rating - 1) } : one))
    const told = await toldOn(low, '2026-05-01')
    const rows = (told[`manajer ${OFFICE}/officer-scores 2026-Q1`] as { body: { rows: readonly Row[] } }).body.rows
    const scoreOf = (officer: string) => rows.find(row => row.officerId === officer)!.versions[0]!.score
    const signal = { direction: 'below', level: 'signal' }
    expect(scoreOf('p7')).toEqual({
      told: 'words',
      why: 'difference',
      n: 140,
      from: 60,
      status: 'below',
      guard: signal,
    })
    expect(scoreOf('p12')).toEqual({ told: 'few', n: 36, from: 60 })
    expect(figuresIn(told)).toHaveLength(10)
    const like = swapped(low, of('p12'), of('p7'), 2)
    expect(await toldOn(like, '2026-05-01')).toEqual(told)
  })

  it('finds at a counter that one officer holds the figures of that officer, and no others [O77 O323]', async () => {
    const said = ratings({ 1: 120, 2: 120, 3: 130, 4: 140, 5: 150 }, 29)
    const app = await world(said)
    const { visits } = surveyed(app.db)
    for (const no of ['1', '2', '3', '4', '5']) await visits(1, `p${no}`, no, DAYS[0])
    app.clock.now = atClock('2026-04-08', '09:00', 'WITA')
    await app.scores.pass()
    app.clock.now = atClock('2026-05-01', '09:00', 'WITA')
    const told = (await everything(app)) as Record<string, { body: { rows: Row[] } }>
    const rows = (path: string) => told[`manajer ${OFFICE}/${path} 2026-Q1`]!.body.rows
    expect(rows('counter-scores').map(row => row.versions)).toEqual(rows('officer-scores').map(row => row.versions))
    expect(figuresIn(told)).toHaveLength(5)
    await app.close()
  })
})
