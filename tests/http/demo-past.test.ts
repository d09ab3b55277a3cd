import { randomBytes } from 'node:crypto'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readConfig } from '../../server/config.ts'
import { playPast } from '../../server/past/past.ts'
import { newestEvent } from '../../server/store/newest-event.ts'
import { seedDemo } from '../../server/seed.ts'
import type { OwnScores } from '../../shared/officer/score/told.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { MORNING, testApp, type TestApp } from '../helpers/test-app.ts'

const MONDAY = '2026-06-08'
const failures: unknown[] = []
let app: TestApp
beforeAll(async () => {
  const db = await freshDatabase()
  const key = randomBytes(32)
  await seedDemo(db, MORNING)
  const noWeb = async () => ({ styles: [] })
  await playPast(
    {
      ...{ config: readConfig({ LOG_LEVEL: 'silent' }, 'test'), db, key, now: () => MORNING, strictCsp: true },
      dataDir: path.join(tmpdir(), 'tanggap-past'),
      web: {
        ...{ page: async () => '', file: async () => undefined },
        ...{ bookingAssets: noWeb, ticketAssets: noWeb, homeAssets: noWeb, inAssets: noWeb, ikmAssets: noWeb },
      },
      failed: error => failures.push(error),
    },
    MORNING,
  )
  app = await testApp({ db, key })
}, 120_000)
afterAll(async () => {
  expect([...failures, ...app.failures]).toEqual([])
  await app.close()
})

const got = async (username: string, of: string) => (await (await app.as(username)).get(of)).body

describe('a trial office that was given a past', () => {
  it('tells the score of a closed quarter of six officers, and of two not more than that too few rated [O282]', async () => {
    const told = []
    for (let i = 1; i <= 8; i++) told.push(((await got(`petugas${i}`, '/api/me/scores')) as OwnScores).score!)
    expect(told.map(({ period, versions }) => [period.key, versions[0]!.score.told])).toEqual([
      ...Array.from({ length: 6 }, () => ['2026-Q1', 'figures']),
      ...Array.from({ length: 2 }, () => ['2026-Q1', 'few']),
    ])
    expect(told[0]!.versions[0]!.score.n).toBe(72)
    const { rows } = await got('atasan', '/api/me/team/scores?period=2026-Q1')
    expect(rows).toHaveLength(8)
    const counters = await got('manajer', '/api/offices/samarinda/counter-scores?period=2026-Q1')
    const ofCounters = counters.rows.map(
      (row: { versions: { score: { told: string } }[] }) => row.versions[0]?.score.told,
    )
    expect(ofCounters.filter((told: string) => told === 'figures')).toHaveLength(4)
    expect(counters.rows.slice(6)).toMatchObject([
      { isClosed: true, versions: [] },
      { isClosed: true, versions: [] },
    ])
  })

  it('has something that waits for each of those who lead, and nothing that happens later than its beginning [O282]', async () => {
    const { contests } = await got('atasan', '/api/me/contests')
    expect(contests).toMatchObject([{ officer: { id: 'p2' }, state: 'asked', may: { answer: true, decide: false } }])
    // Who stands over the assessor finds it too, and decides once both sides were heard.
    expect((await got('manajer', '/api/me/contests')).contests).toMatchObject([{ may: { decide: false } }])
    const { reports } = await got('atasan', '/api/me/team/reports')
    expect(reports).toMatchObject([{ officerId: 'p4', state: 'waiting', date: MONDAY }])
    expect((await got('atasan', '/api/me/team/absences')).absences).toHaveLength(1)
    expect((await got('atasan', '/api/me/news')).waiting).toBeGreaterThan(0)
    const { messages } = await got('petugas1', '/api/me/feedback')
    expect(messages.map((m: { kind: string }) => m.kind)).toEqual(['feedback', 'reply'])
    const proven = await got('petugas1', `/api/me/evidence/${MONDAY}`)
    expect(proven.evidence).toMatchObject({ served: 5, activities: [{ quantity: '12 warga' }] })
    const { at } = await app.db.kysely
      .selectFrom('audit')
      .select(({ fn }) => fn.max('at').as('at'))
      .executeTakeFirstOrThrow()
    expect([Number(at) <= MORNING, (await newestEvent(app.db))! < MORNING]).toEqual([true, true])
  })
})
