import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import type { OwnScores } from '../../shared/officer/score/told.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const DAYS = ['2026-01-12', '2026-02-10', '2026-03-09']
const SETTLED = '2026-04-08'
const Q1 = 'period=2026-Q1'

let app: TestApp
let said: ReturnType<typeof surveyed>

beforeEach(async () => {
  app = await testApp()
  said = surveyed(app.db)
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** Ratings of an officer at a counter over the quarter: as many of each mark as said, spread over its days. */
async function rated(officer: string, counter: string, counts: readonly number[]): Promise<void> {
  for (const [i, many] of counts.entries())
    for (const [d, date] of DAYS.entries()) {
      const own = Math.floor(many / DAYS.length) + (d < many % DAYS.length ? 1 : 0)
      const ids = await said.visits(own, officer, counter, date)
      await said.rated(ids, (i + 1) as Score, i < 2 ? ['slow'] : [])
    }
}

/** Five officers who are alike, at a counter each. */
async function alike(counts: readonly number[] = [3, 9, 24, 36]): Promise<void> {
  for (const seat of ['1', '2', '3', '4', '5']) await rated(`p${seat}`, seat, counts)
}

const on = (date: string, time = '08:00') => (app.clock.now = atClock(date, time, 'WITA'))

async function own(username: string, query = ''): Promise<OwnScores> {
  const { status, body } = await (await app.as(username)).get(`/api/me/scores?${query}`)
  expect(status).toBe(200)
  return body as OwnScores
}

describe('the score of a closed period', () => {
  it('is computed once, on the day from which nobody can answer any more, and not before [O72]', async () => {
    await alike()
    on('2026-04-07', '23:59')
    await app.scores.pass()
    expect(await own('petugas1')).toMatchObject({ score: null, next: { period: '2026-Q1', on: SETTLED } })
    on(SETTLED, '00:00')
    await Promise.all([app.scores.pass(), app.scores.pass()])
    await app.scores.pass()
    const { score, periods } = await own('petugas1')
    expect(periods).toEqual(['2026-Q1'])
    expect(score!.versions).toMatchObject([{ version: 1, cause: 'closed' }])
    const runs = app.db.kysely.selectFrom('score_runs').select(['kind', 'version']).where('period', '=', '2026-Q1')
    expect(await runs.orderBy('kind').execute()).toEqual([
      { kind: 'counter', version: 1 },
      { kind: 'officer', version: 1 },
    ])
  })

  it('tells equal officers that nobody can be told from the mean of the office [O74]', async () => {
    await alike()
    on(SETTLED)
    await app.scores.pass()
    for (const username of ['petugas1', 'petugas2', 'petugas3']) {
      const { score } = await own(username)
      expect(score!.versions[0]!.score).toMatchObject({
        told: 'figures',
        n: 72,
        leftOut: 0,
        status: 'within',
        value: 82.3,
      })
      expect(score!.versions[0]!.score).toMatchObject({ reasons: { slow: 12 } })
    }
  })

  it('tells nothing but their number of too few, and not even to the officer [O74]', async () => {
    await alike([2, 6, 16, 26])
    await saved(app, { scoresForManager: true })
    on(SETTLED)
    await app.scores.pass()
    const { score } = await own('petugas1')
    expect(score!.versions[0]!.score).toEqual({ told: 'few', n: 50, from: 60 })
    const chief = await app.as('manajer')
    const { body } = await chief.get(`${OFFICE}/counter-scores?${Q1}`)
    on('2026-04-12')
    const later = (await (await app.as('manajer')).get(`${OFFICE}/counter-scores?${Q1}`)).body
    expect(body.rows.every((row: { versions: unknown[] }) => row.versions.length === 0)).toBe(true)
    expect(later.rows.map((row: { versions: { score: unknown }[] }) => row.versions[0]!.score)).toEqual(
      Array.from({ length: 5 }, () => ({ told: 'few', n: 50, from: 60 })),
    )
  })

  it('is of a quarter or a semester, never of a month, a day or a period that runs [O72]', async () => {
    await alike()
    on(SETTLED)
    await app.scores.pass()
    const officer = await app.as('petugas1')
    for (const period of ['2026-03', '2026', '2026-W10', '2026-02-10'])
      expect((await officer.get(`/api/me/scores?period=${period}`)).status, period).toBe(400)
    for (const period of ['2026-Q2', '2026-S1']) expect((await own('petugas1', `period=${period}`)).score).toBeNull()
  })
})

describe('who reads a score', () => {
  it('is its officer first, then whom the officer opens it for, or others after the days of the office [O75]', async () => {
    await alike()
    on(SETTLED)
    await app.scores.pass()
    await saved(app, { scoresForManager: true })
    const open = async () => {
      const { body } = await (await app.as('manajer')).get(`${OFFICE}/officer-scores?${Q1}`)
      return (body.rows as { officerId: string; versions: unknown[] }[])
        .filter(row => row.versions.length > 0)
        .map(row => row.officerId)
    }
    expect(await open()).toEqual([])
    expect((await (await app.as('petugas2')).post('/api/me/scores/2026-Q1/release', {})).status).toBe(200)
    expect(await open()).toEqual(['p2'])
    on('2026-04-10', '23:59')
    expect(await open()).toEqual(['p2'])
    on('2026-04-11', '00:00')
    expect((await open()).length).toBe(5)
    const { body } = await (await app.as('petugas1')).get('/api/me/readings')
    expect(body.readings).toMatchObject([{ what: 'score', period: '2026-Q1' }])
  })

  it('is the officer first for as many days as the office had set when the period was computed, there and back [O405]', async () => {
    await alike()
    on(SETTLED)
    await app.scores.pass()
    const admin = await app.as('admin')
    for (const seat of [1, 2, 3, 4, 5])
      await admin.post(`${OFFICE}/supervisions`, {
        officerId: `p${seat}`,
        assessorId: 'atasan',
        from: DAYS[0],
        to: null,
      })
    const told = async () => {
      const { body } = await (await app.as('atasan')).get(`/api/me/team/scores?${Q1}`)
      const rows = body.rows as { opensOn: string; versions: unknown[] }[]
      const days = new Set([(await own('petugas1', Q1)).score!.opensOn, ...rows.map(row => row.opensOn)])
      return [[...days], rows.filter(row => row.versions.length > 0).length]
    }
    expect(await told()).toEqual([['2026-04-11'], 0])
    for (const scoreOwnDays of [0, 30, 3]) {
      await saved(app, { scoreOwnDays })
      expect(await told(), `${scoreOwnDays}`).toEqual([['2026-04-11'], 0])
    }
    // Nor is what is open closed again, and what is computed afterwards goes by the new setting.
    on('2026-04-11')
    await saved(app, { scoreOwnDays: 30 })
    expect(await told()).toEqual([['2026-04-11'], 5])
    on('2026-07-08')
    await app.scores.pass()
    const runs = await app.db.kysely.selectFrom('score_runs').select(['period', 'opens_on']).distinct().execute()
    expect(runs.filter(run => run.period > '2026')).toEqual(
      expect.arrayContaining([
        { period: '2026-Q1', opens_on: '2026-04-11' },
        { period: '2026-Q2', opens_on: '2026-08-07' },
        { period: '2026-S1', opens_on: '2026-08-07' },
      ]),
    )
  })

  it('is the assessor of a day of the period, told to the officer by name, and nobody who leads otherwise [O75]', async () => {
    await alike()
    await (
      await app.as('admin')
    ).post(`${OFFICE}/supervisions`, { officerId: 'p1', assessorId: 'atasan', from: '2026-03-31', to: null })
    on(SETTLED)
    await app.scores.pass()
    on('2026-04-11')
    const team = async (username: string) =>
      (await (await app.as(username)).get(`/api/me/team/scores?${Q1}`)).body.rows as { name: string }[]
    expect(await team('atasan')).toMatchObject([{ officerId: 'p1', versions: [{ version: 1 }] }])
    expect(await team('manajer')).toEqual([])
    expect(await team('petugas2')).toEqual([])
    const { body } = await (await app.as('petugas1')).get('/api/me/readings')
    expect(body.readings).toMatchObject([{ reader: 'Kepala Seksi (contoh)', what: 'score', for: null }])
  })

  it('is whoever opens the record of one, with both versions and no other officer’s score, and told to that one alone [O75 O400]', async () => {
    await alike()
    const admin = await app.as('admin')
    for (const officerId of ['p1', 'p2'])
      await admin.post(`${OFFICE}/supervisions`, { officerId, assessorId: 'atasan', from: '2026-01-01', to: null })
    on('2026-04-11')
    await app.scores.pass()
    const exclusion = { from: DAYS[0]!, to: DAYS[0]!, services: ['ktp-el'] }
    await app.scores.recompute({ id: 'late', office: 'samarinda', cause: 'outage', exclusion, who: 'staff:manajer' })
    on('2026-04-20')
    const chief = await app.as('atasan')
    const of = async (officer: string) =>
      (await chief.get(`/api/me/team/scores?${Q1}&officer=${officer}`)).body.rows as { versions: unknown[] }[]
    expect(await of('nobody')).toEqual([])
    expect(await of('p1')).toMatchObject([{ officerId: 'p1', versions: [{ version: 2 }, { version: 1 }] }])
    const readings = async (username: string) => (await (await app.as(username)).get('/api/me/readings')).body.readings
    expect(await readings('petugas1')).toMatchObject([{ what: 'score', period: '2026-Q1' }])
    expect(await readings('petugas2')).toEqual([])
  })

  it('is no manager where the office does not let them, by no counter that one of them holds either [O75 O361]', async () => {
    await alike()
    on('2026-05-01')
    await app.scores.pass()
    on('2026-05-08')
    const counters = async () => (await (await app.as('manajer')).get(`${OFFICE}/counter-scores?${Q1}`)).body.rows
    for (const row of await counters()) expect(row).toMatchObject({ isClosed: true, versions: [] })
    const readings = async () => (await (await app.as('petugas1')).get('/api/me/readings')).body.readings
    expect(await readings()).toEqual([])
    await saved(app, { scoresForManager: true })
    const mine = (await own('petugas1')).score!.versions
    expect((await counters())[0]).toMatchObject({ isClosed: false, versions: mine })
    expect(await readings()).toMatchObject([{ what: 'score', period: '2026-Q1' }])
    await saved(app, { scoresForManager: false })
    const answer = await (await app.as('manajer')).get(`${OFFICE}/officer-scores?${Q1}`)
    expect(answer.body).toEqual({ allowed: false, period: null, periods: [], rows: [] })
  })

  it('has officers in the order of their names, whatever their scores, without a key to sort by [O76]', async () => {
    for (const [i, seat] of ['1', '2', '3', '4', '5'].entries())
      await rated(`p${seat}`, seat, [i * 4, 9, 24, 40 - i * 4])
    on(SETTLED)
    await app.scores.pass()
    on('2026-05-01')
    await saved(app, { scoresForManager: true })
    const { body } = await (await app.as('manajer')).get(`${OFFICE}/officer-scores?${Q1}`)
    const names = (body.rows as { name: string }[]).map(row => row.name)
    expect(names).toEqual([...names].sort(new Intl.Collator('id', { numeric: true }).compare))
    expect(JSON.stringify(body)).not.toMatch(/rank|percentile|sort|order/i)
  })

  it('of a counter that one officer held is that officer first [O77]', async () => {
    for (const seat of ['1', '2', '3', '4']) await rated(`p${seat}`, seat, [3, 9, 24, 36])
    for (const officer of ['p5', 'p1', 'p2']) await rated(officer, '5', [3, 9, 24, 36])
    await saved(app, { scoresForManager: true })
    on(SETTLED)
    await app.scores.pass()
    const open = async () => {
      const { body } = await (await app.as('manajer')).get(`${OFFICE}/counter-scores?${Q1}`)
      return (body.rows as { counterId: string; versions: unknown[] }[])
        .filter(row => row.versions.length > 0)
        .map(row => row.counterId)
    }
    expect(await open()).toEqual(['5'])
    await (await app.as('petugas3')).post('/api/me/scores/2026-Q1/release', {})
    expect(await open()).toEqual(['3', '5'])
  })
})

describe('a score that was computed', () => {
  const circumstance = { from: DAYS[0]!, to: DAYS[0]!, officerId: 'p1' }
  const leaving = (id: string, days = circumstance) => ({
    ...{ id, office: 'samarinda', cause: 'contest' as const, exclusion: days, who: 'staff:atasan' },
  })

  it('is computed anew by an event alone, once, with both versions kept, and told in the thread without a figure [O73 O201 O263]', async () => {
    await alike()
    on(SETTLED)
    await app.scores.pass()
    const before = (await own('petugas1')).score!.versions
    const meant = await app.scores.meant('samarinda', circumstance)
    expect(meant).toBe(24)
    await app.scores.recompute(leaving('objection-1'))
    await app.scores.recompute(leaving('objection-1'))
    await app.scores.pass()
    const { score } = await own('petugas1')
    expect(score!.versions).toMatchObject([
      { version: 2, cause: 'contest', score: { told: 'few', n: 48 } },
      { version: 1, cause: 'closed', score: { told: 'figures', n: 72 } },
    ])
    expect(score!.versions[1]).toEqual(before[0])
    expect((await own('petugas2')).score!.versions).toHaveLength(1)
    const thread = async (who: string) => (await (await app.as(who)).get('/api/me/feedback')).body.messages as object[]
    expect(await thread('petugas1')).toMatchObject([
      {
        ...{ kind: 'system', author: null, about: { kind: 'period', ref: '2026-Q1' } },
        text: 'Nilai Triwulan I 2026 dihitung ulang: keberatan diterima. Versi 2 berlaku, versi sebelumnya tetap tersimpan.',
        changed: { code: 'score', cause: 'contest', version: 2 },
      },
    ])
    expect(await thread('petugas2')).toEqual([])
  })

  it('tells only words where fewer than ten ratings were left out by it [O73]', async () => {
    for (const seat of ['1', '2', '3', '4', '5']) await rated(`p${seat}`, seat, [3, 9, 24, 36])
    const ids = await said.visits(6, 'p1', '1', '2026-01-20')
    await said.rated(ids, 1)
    on(SETTLED)
    await app.scores.pass()
    await app.scores.recompute(leaving('objection-2', { ...circumstance, from: '2026-01-20', to: '2026-01-20' }))
    const [after, before] = (await own('petugas1')).score!.versions
    expect(before!.score).toMatchObject({ told: 'figures', n: 78 })
    expect(after!.score).toEqual({ told: 'words', why: 'difference', n: 72, from: 60, status: 'within' })
  })
})
