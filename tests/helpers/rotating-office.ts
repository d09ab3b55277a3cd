import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock, weekday } from '../../shared/kit/time.ts'
import type { CounterScore, OwnScores, ToldVersion } from '../../shared/officer/score/told.ts'
import { saved, testApp, type TestApp } from './test-app.ts'

export interface Said {
  readonly id: string
  readonly date: string
  readonly officer: string
  readonly counter: string
  readonly rating: number
}

export const OFFICERS = ['p1', 'p2', 'p3', 'p4', 'p5', 'p6']
export const COUNTERS = ['1', '2', '3', '4']
/** The working days of the quarter. */
export const DAYS = Array.from({ length: 88 }, (_, i) => addDays('2026-01-02', i)).filter(
  date => weekday(date) % 6 !== 0,
)

/** Six officers who change their counter from day to day, with two or three ratings on each. */
export function rotating(): readonly Said[] {
  const random = seeded(66)
  return OFFICERS.flatMap((officer, i) =>
    DAYS.flatMap((date, d) =>
      Array.from({ length: 2 + ((i + d) % 2) }, (_, n) => ({
        ...{ id: `${officer} ${d} ${n}`, officer, date, counter: COUNTERS[(i + d) % 4]! },
        rating: 1 + Math.floor(random() ** 0.4 * 4),
      })),
    ),
  )
}

/** An office of which these ratings were given, its quarter computed. */
export async function computed(said: readonly Said[]): Promise<TestApp> {
  const app = await testApp()
  await saved(app, { scoresForManager: true })
  const rows = said.map(({ id, date, officer, counter, rating }) => ({
    ...{ id, office: 'samarinda', date, service_id: 'ktp-el', counter_id: counter, officer_id: officer, rating },
    ...{ reasons: '[]', channel: 'datang' as const, hour: 'pagi' as const, wait: '0-15' as const, left_out: null },
  }))
  for (let at = 0; at < rows.length; at += 200)
    await app.db.kysely
      .insertInto('ratings')
      .values(rows.slice(at, at + 200))
      .execute()
  app.clock.now = atClock('2026-04-08', '09:00', 'WITA')
  await app.scores.pass()
  return app
}

/** The versions of an officer's own score of the quarter, the latest first. */
export async function own(app: TestApp, officer: string): Promise<readonly ToldVersion[]> {
  const { body } = await (await app.as(`petugas${officer.slice(1)}`)).get('/api/me/scores?period=2026-Q1')
  return (body as OwnScores).score?.versions ?? []
}

/** What a manager reads of the counters once it is open. */
export async function counters(app: TestApp): Promise<readonly CounterScore[]> {
  app.clock.now = atClock('2026-05-01', '09:00', 'WITA')
  const { body } = await (await app.as('manajer')).get('/api/offices/samarinda/counter-scores?period=2026-Q1')
  return (body as { rows: CounterScore[] }).rows
}
