import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { atClock } from '../../shared/kit/time.ts'
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
async function toldOn(said: readonly Said[], today: string, act?: (app: TestApp) => Promise<unknown>) {
  const app = await world(said)
  app.clock.now = atClock('2026-04-08', '09:00', 'WITA')
  await app.scores.pass()
  app.clock.now = atClock(today, '09:00', 'WITA')
  await act?.(app)
  const told = await everything(app)
  expect(app.failures).toEqual([])
  await app.close()
  return told
}

const of = (officer: string) => (one: Said) => one.officer === officer

describe('whoever reads all that is told of an office', () => {
  it('cannot tell what was said of an officer with fifty ratings, whose colleagues have their figures [O320]', async () => {
    const said = ratings({ 1: 120, 2: 120, 3: 120, 4: 120, 5: 50 }, 7)
    const told = await toldOn(said, '2026-05-01')
    const rows = (
      told[`manajer ${OFFICE}/officer-scores 2026-Q1`] as {
        body: { rows: { officerId: string; versions: { score: { told: string } }[] }[] }
      }
    ).body.rows
    const shown = rows.filter(row => row.versions[0]!.score.told === 'figures').map(row => row.officerId)
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
})
