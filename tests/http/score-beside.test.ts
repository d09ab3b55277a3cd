import { describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { atClock } from '../../shared/kit/time.ts'
import type { OwnScores } from '../../shared/officer/score/told.ts'
import type { Exclusion } from '../../server/store/record/score-inputs.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICERS = ['1', '2', '3', '4', '5']
const DAYS = ['2026-01-12', '2026-02-03', '2026-02-24', '2026-03-09', '2026-04-21', '2026-05-12', '2026-06-09']
/** On which one officer got a single rating, and another fifteen. */
const DAY = '2026-03-24'
const SOME = { from: DAY, to: DAY }

/** Five officers of whom one got a single rating on a day and another fifteen, and what each read after these were left out. */
async function after(leftOut: readonly Exclusion[]): Promise<{ q1: OwnScores; s1: OwnScores; first: OwnScores }> {
  const app = await testApp()
  const random = seeded(8)
  let no = 0
  const row = (officer: string, date: string, rating: number) => ({
    ...{
      id: `r${(no += 1)}`,
      office: 'samarinda',
      date,
      service_id: 'ktp-el',
      counter_id: officer,
      officer_id: `p${officer}`,
    },
    ...{
      rating,
      reasons: '[]',
      channel: 'datang' as const,
      hour: 'pagi' as const,
      wait: '0-15' as const,
      left_out: null,
    },
  })
  const any = () => 1 + Math.floor(random() ** 0.4 * 4)
  const often = OFFICERS.flatMap(officer => Array.from({ length: 210 }, (_, i) => row(officer, DAYS[i % 7]!, any())))
  const fifteen = Array.from({ length: 15 }, () => row('3', DAY, any()))
  const rows = [...often, ...fifteen, row('1', DAY, 1)]
  for (let at = 0; at < rows.length; at += 200)
    await app.db.kysely
      .insertInto('ratings')
      .values(rows.slice(at, at + 200))
      .execute()
  const on = async (date: string) => {
    app.clock.now = atClock(date, '09:00', 'WITA')
    await app.scores.pass()
  }
  await on('2026-04-08')
  const first = await read(app, 'petugas3', '2026-Q1')
  for (const [i, exclusion] of leftOut.entries()) {
    const leaving = { id: `outage-${i}`, office: 'samarinda', cause: 'outage' as const, who: 'system', exclusion }
    await app.scores.recompute(leaving)
  }
  await on('2026-07-08')
  const told = { first, q1: await read(app, 'petugas3', '2026-Q1'), s1: await read(app, 'petugas3', '2026-S1') }
  const own = (await read(app, 'petugas1', '2026-Q1')).score!.versions[0]!
  if (own.version > 1) expect(own.score.told).toBe(leftOut[0]!.from === DAY ? 'words' : 'figures')
  expect(app.failures).toEqual([])
  await app.close()
  return told
}

async function read(app: TestApp, username: string, period: string): Promise<OwnScores> {
  const { status, body } = await (await app.as(username)).get(`/api/me/scores?period=${period}`)
  expect(status).toBe(200)
  return body as OwnScores
}

const scoreOf = ({ score }: OwnScores) => score!.versions[0]!.score

describe('figures of an officer after ratings were left out', () => {
  it('are the same whether a single rating of a colleague was left out, too, or not, also in the semester [O310]', async () => {
    const alone = await after([{ ...SOME, officerId: 'p3' }])
    const both = await after([SOME])
    const oneByOne = await after([
      { ...SOME, officerId: 'p1' },
      { ...SOME, officerId: 'p3' },
    ])
    expect(alone.q1.score!.versions).toHaveLength(2)
    expect(scoreOf(alone.q1)).toMatchObject({ told: 'figures', n: 120, leftOut: 15, among: { colleagues: 5 } })
    expect(scoreOf(alone.s1)).toMatchObject({ told: 'figures', n: 210 })
    for (const other of [both, oneByOne]) {
      expect(scoreOf(other.q1)).toEqual(scoreOf(alone.q1))
      expect(scoreOf(other.s1)).toEqual(scoreOf(alone.s1))
    }
  })

  it('know of what was left out of a colleague where that is told by the colleague’s own figures', async () => {
    const own = { from: '2026-02-03', to: '2026-02-03' }
    const alone = await after([{ ...own, officerId: 'p3' }])
    const all = await after([own])
    expect(scoreOf(all.q1)).toMatchObject({ told: 'figures', n: 105, leftOut: 30 })
    expect(scoreOf(all.q1)).not.toEqual(scoreOf(alone.q1))
    expect(scoreOf(all.first)).toEqual(scoreOf(alone.first))
  })
})
