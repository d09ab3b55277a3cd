import { expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { OwnScores } from '../../shared/officer/score/told.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const DAYS = ['2026-01-12', '2026-02-03', '2026-02-24', '2026-03-09']
/** On the first of these the officer got nine ratings, on the others one. */
const [NINE, ONE, OTHER] = ['2026-03-23', '2026-03-24', '2026-03-25'] as const

/** Five officers with so many ratings each over four days, told after their quarter. */
async function toldOfFive(app: TestApp, mark: (i: number) => number, each = 120): Promise<void> {
  const rows = ['1', '2', '3', '4', '5'].flatMap(of =>
    Array.from({ length: each }, (_, i) => ({
      ...{ id: `${of} ${i}`, office: 'samarinda', date: DAYS[i % 4]!, service_id: 'ktp-el', counter_id: of },
      ...{ officer_id: `p${of}`, rating: mark(i), reasons: '[]', left_out: null },
      ...{ channel: 'datang' as const, hour: 'pagi' as const, wait: '0-15' as const },
    })),
  )
  for (let at = 0; at < rows.length; at += 300)
    await app.db.kysely
      .insertInto('ratings')
      .values(rows.slice(at, at + 300))
      .execute()
  app.clock.now = atClock('2026-04-08', '09:00', 'WITA')
  await app.scores.pass()
}

it('what two citizens said is told by no two versions, when the outage of the one is taken back and that of the other marked [O360]', async () => {
  const app = await testApp()
  const random = seeded(8)
  const row = (officer: string, date: string, no: string) => ({
    ...{ id: `${officer} ${no}`, office: 'samarinda', date, service_id: 'ktp-el', counter_id: officer },
    ...{ officer_id: `p${officer}`, rating: 1 + Math.floor(random() ** 0.4 * 4), reasons: '[]', left_out: null },
    ...{ channel: 'datang' as const, hour: 'pagi' as const, wait: '0-15' as const },
  })
  const often = ['1', '2', '3', '4', '5'].flatMap(of =>
    Array.from({ length: 96 }, (_, i) => row(of, DAYS[i % 4]!, `${i}`)),
  )
  const few = [
    ...Array.from({ length: 9 }, (_, i) => row('1', NINE, `n${i}`)),
    row('1', ONE, 'a'),
    row('1', OTHER, 'b'),
  ]
  for (const rows of [often.slice(0, 240), often.slice(240), few])
    await app.db.kysely.insertInto('ratings').values(rows).execute()
  app.clock.now = atClock('2026-04-08', '09:00', 'WITA')
  await app.scores.pass()
  const outage = (id: string, date: string) =>
    app.scores.recompute({
      ...{ id, office: 'samarinda', cause: 'outage', who: 'system' },
      exclusion: { from: date, to: date, officerId: 'p1' },
    })
  await outage('nine', NINE)
  await outage('one', ONE)
  await app.scores.putBack({ id: 'one', office: 'samarinda', from: ONE, to: ONE, again: [], who: 'system' })
  await outage('other', OTHER)
  const own = (await (await app.as('petugas1')).get('/api/me/scores?period=2026-Q1')).body as OwnScores
  expect(own.score!.versions.map(({ score }) => [score.told, score.n])).toEqual([
    ['words', 97],
    ['words', 98],
    ['figures', 97],
    ['words', 98],
    ['figures', 107],
  ])
  expect(app.failures).toEqual([])
  await app.close()
})

it('nobody learns an officer’s days one by one, by an outage that is marked and taken back for each [O390]', async () => {
  const app = await testApp()
  const random = seeded(9)
  await toldOfFive(app, () => 1 + Math.floor(random() * 4))
  for (const date of DAYS) {
    const of = { id: date, office: 'samarinda', who: 'system' }
    await app.scores.recompute({ ...of, cause: 'outage', exclusion: { from: date, to: date, officerId: 'p1' } })
    await app.scores.putBack({ ...of, from: date, to: date, again: [] })
  }
  const own = (await (await app.as('petugas1')).get('/api/me/scores?period=2026-Q1')).body as OwnScores
  const told = own.score!.versions.map(({ score }) => score.told)
  // What was left out and counts again is the first version once more.
  const [taken, marked] = [told.filter((_, i) => i % 2 === 0), told.filter((_, i) => i % 2 === 1).reverse()]
  expect(taken).toEqual(Array<string>(5).fill('figures'))
  expect(marked).toEqual(['figures', 'words', 'words', 'words'])
  expect(app.failures).toEqual([])
  await app.close()
})

it('an accepted objection is told in figures, however many outages were learnt of before [O390]', async () => {
  const app = await testApp()
  const random = seeded(11)
  await toldOfFive(app, () => 1 + Math.floor(random() * 4), 280)
  for (const [cause, date] of [
    ['outage', DAYS[0]],
    ['outage', DAYS[1]],
    ['contest', DAYS[2]],
  ] as const)
    await app.scores.recompute({
      ...{ id: date!, office: 'samarinda', cause, who: 'system' },
      exclusion: { from: date!, to: date!, officerId: 'p1' },
    })
  const own = (await (await app.as('petugas1')).get('/api/me/scores?period=2026-Q1')).body as OwnScores
  expect(own.score!.versions.map(({ score }) => [score.told, score.n])).toEqual([
    ['figures', 70],
    ['words', 140],
    ['figures', 210],
    ['figures', 280],
  ])
  expect(app.failures).toEqual([])
  await app.close()
})

it('nor by the half year, which less its other quarter is one version more of the first [O390]', async () => {
  const app = await testApp()
  const random = seeded(10)
  await toldOfFive(app, () => 1 + Math.floor(random() * 4), 240)
  const of = (id: string) => ({ id, office: 'samarinda', who: 'system' })
  for (const date of DAYS.slice(0, 3))
    await app.scores.recompute({ ...of(date), cause: 'outage', exclusion: { from: date, to: date, officerId: 'p1' } })
  await app.db.kysely
    .insertInto('ratings')
    .values(
      ['1', '2', '3', '4', '5'].flatMap(no =>
        Array.from({ length: 60 }, (_, i) => ({
          ...{ id: `q2 ${no} ${i}`, office: 'samarinda', date: '2026-05-12', service_id: 'ktp-el', counter_id: no },
          ...{ officer_id: `p${no}`, rating: 1 + (i % 4), reasons: '[]', left_out: null },
          ...{ channel: 'datang' as const, hour: 'pagi' as const, wait: '0-15' as const },
        })),
      ),
    )
    .execute()
  app.clock.now = atClock('2026-07-12', '09:00', 'WITA')
  await app.scores.pass()
  for (const date of DAYS.slice(1, 3)) await app.scores.putBack({ ...of(date), from: date, to: date, again: [] })
  const told = async (period: string, no: number) => {
    const { body } = await (await app.as(`petugas${no}`)).get(`/api/me/scores?period=${period}`)
    return (body as OwnScores).score!.versions.map(({ score }) => score.told).reverse()
  }
  expect(await told('2026-Q1', 1)).toEqual(['figures', 'figures', 'words', 'words', 'words', 'figures'])
  expect(await told('2026-S1', 1)).toEqual(['words', 'words', 'figures'])
  expect(await told('2026-S1', 2)).toEqual(['figures'])
  expect(app.failures).toEqual([])
  await app.close()
})

it('beside a version that kept only how many were left out no figures are told, since nobody knows which [O360]', async () => {
  const app = await testApp()
  await toldOfFive(app, i => 1 + (i % 4))
  const tells = async (id: string, date: string, officerId: string, cause: 'outage' | 'contest' = 'outage') => {
    const leaving = { id, office: 'samarinda', cause, who: 'system' }
    await app.scores.recompute({ ...leaving, exclusion: { from: date, to: date, officerId } })
    const { body } = await (await app.as(`petugas${officerId.slice(1)}`)).get('/api/me/scores?period=2026-Q1')
    return (body as OwnScores).score!.versions[0]!.score
  }
  for (const who of ['p1', 'p2'])
    expect(await tells(`a ${who}`, DAYS[0]!, who)).toMatchObject({ told: 'figures', n: 90 })
  const { kysely } = app.db
  const kept = kysely.selectFrom('scores').select('result').where('who', '=', 'p1').where('kind', '=', 'officer')
  const { result } = await kept.where('version', '=', 2).executeTakeFirstOrThrow()
  const old = JSON.stringify({ ...(JSON.parse(result) as object), shared: { '2026-Q1 1': 30 } })
  await kysely.updateTable('scores').set({ result: old }).where('who', '=', 'p1').where('version', '=', 2).execute()
  expect(await tells('b p1', DAYS[1]!, 'p1', 'contest')).toMatchObject({ told: 'words', n: 60 })
  expect(await tells('b p2', DAYS[1]!, 'p2', 'contest')).toMatchObject({ told: 'figures', n: 60 })
  expect(app.failures).toEqual([])
  await app.close()
})
