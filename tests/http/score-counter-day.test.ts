import { expect, it } from 'vitest'
import { computed, counters, DAYS, OFFICERS, own, rotating } from '../helpers/rotating-office.ts'

it('a counter loses its figures to an outage of a day on which one officer sat there, for both together would tell that day, and keeps them where two did [O422]', async () => {
  const busy = OFFICERS.flatMap((officer, i) =>
    Array.from({ length: 12 }, (_, n) => ({
      ...{ id: `${officer} busy ${n}`, officer, date: DAYS[8]!, counter: `${(i % 4) + 1}`, rating: 1 + (n % 4) },
    })),
  )
  const app = await computed([...rotating().filter(({ date }) => date !== DAYS[8]), ...busy])
  const told = async () => (await counters(app)).map(({ versions }) => versions.map(({ score }) => score.told))
  expect(await told()).toEqual(Array(4).fill(['figures']))
  const day = { from: DAYS[8]!, to: DAYS[8]! }
  await app.scores.recompute({ id: 'outage', office: 'samarinda', who: 'system', cause: 'outage', exclusion: day })
  expect(await told()).toEqual([
    // Two officers sat at each of the first two that day.
    ...Array(2).fill(['figures', 'figures']),
    ...Array(2).fill(['words', 'figures']),
  ])
  for (const officer of OFFICERS)
    expect(
      (await own(app, officer)).map(({ score }) => score.told),
      officer,
    ).toEqual(['figures', 'figures'])
  expect(app.failures).toEqual([])
  await app.close()
})
