import { expect, it } from 'vitest'
import { FLOOR } from '../../shared/survey/answered.ts'
import { laysOpen } from '../helpers/differencing.ts'
import { computed, counters, COUNTERS, DAYS, OFFICERS, own, rotating, type Said } from '../helpers/rotating-office.ts'
import type { TestApp } from '../helpers/test-app.ts'

interface What {
  readonly from: string
  readonly to: string
  readonly counters?: readonly string[]
}

const upheld = (app: TestApp, officerId: string, { from, to, counters }: What) =>
  app.scores.recompute({
    ...{ id: `objection ${officerId} ${from}`, office: 'samarinda', cause: 'contest', who: 'staff:atasan' },
    exclusion: { from, to, officerId, counters },
  })

it('an objection that leaves ten and more out is told in figures, though few of them were at each counter, and no counter is computed anew [O420]', async () => {
  const said = rotating()
  const app = await computed(said)
  const before = await counters(app)
  // Eighteen to twenty ratings of each, four or five at a counter.
  for (const officer of OFFICERS) await upheld(app, officer, { from: DAYS[8]!, to: DAYS[15]! })
  const figures = new Map<string, ReadonlySet<string>>()
  for (const officer of OFFICERS) {
    const [second, first] = await own(app, officer)
    const all = said.filter(one => one.officer === officer)
    const left = all.filter(({ date }) => date < DAYS[8]! || date > DAYS[15]!)
    expect([first!.score.told, second!.score.told], officer).toEqual(['figures', 'figures'])
    expect([first!.score.n, second!.score.n], officer).toEqual([all.length, left.length])
    figures.set(`${officer} 1`, new Set(all.map(({ id }) => id)))
    figures.set(`${officer} 2`, new Set(left.map(({ id }) => id)))
  }
  const after = await counters(app)
  expect(after).toEqual(before)
  const told = after.filter(row => row.versions[0]?.score.told === 'figures')
  for (const { counterId } of told)
    figures.set(counterId, new Set(said.filter(one => one.counter === counterId).map(({ id }) => id)))
  figures.set('office', new Set(said.map(({ id }) => id)))
  const equations = [...figures.values()].map(of => said.map(({ id }) => of.has(id)))
  expect(
    laysOpen(
      equations,
      said.map(() => 1),
      FLOOR,
    ),
  ).toBe(false)
  expect(app.failures).toEqual([])
  await app.close()
}, 120_000)

it('an outage after it is left out of officer and counter, and taken back it tells what was told before [O420 O421]', async () => {
  const app = await computed(rotating())
  await upheld(app, 'p1', { from: DAYS[8]!, to: DAYS[23]! })
  const [told] = await own(app, 'p1')
  const before = await counters(app)
  const outage = { id: 'outage', office: 'samarinda', who: 'system' }
  const days = { from: DAYS[16]!, to: DAYS[40]! }
  await app.scores.recompute({ ...outage, cause: 'outage', exclusion: days })
  const [gone] = await own(app, 'p1')
  expect(gone!.score.n).toBeLessThan(told!.score.n)
  await app.scores.putBack({ ...outage, ...days, again: [] })
  const [back] = await own(app, 'p1')
  expect(back!.score).toMatchObject({
    told: 'figures',
    n: told!.score.n,
    leftOut: told!.score.told === 'figures' ? told!.score.leftOut : 0,
  })
  const after = await counters(app)
  for (const [i, row] of after.entries()) {
    expect(row.versions, row.counterId).toHaveLength(3)
    const [last, first] = [row.versions[0]!.score, before[i]!.versions[0]!.score]
    expect([last.told, last.n]).toEqual([first.told, first.n])
  }
  expect(app.failures).toEqual([])
  await app.close()
}, 120_000)

/** All that officers, their assessor and the manager read of the quarter. */
async function everything(app: TestApp) {
  const ofCounters = await counters(app)
  const read = await Promise.all(OFFICERS.map(officer => own(app, officer)))
  const manager = await app.as('manajer')
  const more = ['officer-scores', 'ratings'].map(async path => {
    const { status, body } = await manager.get(`/api/offices/samarinda/${path}?period=2026-Q1`)
    expect(status, path).toBe(200)
    return body
  })
  return [read, ofCounters, await Promise.all(more)]
}

it('nobody can tell two offices apart that differ in one mark each of what objections left out of two officers [O420]', async () => {
  const said = rotating()
  // Six of each sat at another counter on a day on which both had sat at the first.
  const six = ['p1', 'p2'].flatMap(officer =>
    COUNTERS.slice(0, 2).flatMap((counter, c) =>
      Array.from({ length: 6 }, (_, n) => ({
        ...{ id: `${officer} more ${c} ${n}`, officer, counter, date: '2026-01-10' },
        rating: 1 + (n % 4),
      })),
    ),
  )
  const low = (one: Said) => /^(p1 more 1|p2 more 0) 0$/.test(one.id)
  const high = (one: Said) => /^(p1 more 0|p2 more 1) 0$/.test(one.id)
  const swapped = six.map(one => (low(one) ? { ...one, rating: 4 } : high(one) ? { ...one, rating: 1 } : one))
  const worlds = [six.map(one => (high(one) ? { ...one, rating: 4 } : one)), swapped]
  const told: unknown[] = []
  for (const world of worlds) {
    const app = await computed([...said, ...world])
    for (const officer of ['p1', 'p2']) {
      await upheld(app, officer, { from: '2026-01-10', to: '2026-01-10', counters: ['2'] })
      expect((await own(app, officer))[0]!.score).toMatchObject({ told: 'words' })
    }
    told.push(await everything(app))
    expect(app.failures).toEqual([])
    await app.close()
  }
  expect(told[1]).toEqual(told[0])
}, 120_000)
