import { expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { OwnScores } from '../../shared/officer/score/told.ts'
import { testApp } from '../helpers/test-app.ts'

const DAYS = ['2026-01-12', '2026-02-03', '2026-02-24', '2026-03-09']
/** On the first of these the officer got nine ratings, on the others one. */
const [NINE, ONE, OTHER] = ['2026-03-23', '2026-03-24', '2026-03-25'] as const

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
