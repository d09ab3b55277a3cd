import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { agencyApp } from '../helpers/agencies.ts'
import { closeQuarter, OPEN, QUARTER_DAYS } from '../helpers/closed-quarter.ts'
import { saved, type TestApp } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const DAY = QUARTER_DAYS[1]
const RECORD = '/api/me/team/records/p1'
const on = (day: string) => `${RECORD}?from=${day}&to=${day}`
let app: TestApp
let contest: string
let message: string
beforeAll(async () => {
  app = await agencyApp()
  await app.db.kysely.updateTable('staff').set({ password_changed_at: 0 }).execute()
  const inAgency = app.db.kysely.updateTable('staff').set({ agency: 'penduduk' })
  await inAgency.where('id', 'in', ['atasan', 'manajer', 'p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7']).execute()
  await closeQuarter(app)
  app.clock.now = atClock(OPEN, '09:00', 'WITA')
  const officer = await app.as('petugas1')
  const excluded = { from: DAY, to: DAY, hours: [], counters: [] }
  const objection = { period: '2026-Q1', causes: ['day'], excluded, words: 'Pencetak rusak.', evidence: [] }
  contest = (await officer.post('/api/me/contests', objection)).body.contest.id
  const times = { begunAt: app.clock.now, writtenAt: app.clock.now }
  const report = { device: 'ponsel-0001-uji', rev: 1, ...times, seen: 0, text: { activities: [], note: 'Rapat.' } }
  expect((await officer.post(`/api/me/reports/${OPEN}/send`, report)).status).toBe(200)
  const about = { kind: 'day', ref: OPEN, from: OPEN, to: OPEN }
  const reply = { kind: 'reply', about, text: 'Antrean panjang.', corrects: null }
  message = (await officer.post('/api/me/feedback', reply)).body.message.id
}, 120_000)
afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** Everything that is about one officer, of whoever may read it. */
const READ = [
  '/api/me/team/p1/feedback',
  `/api/me/team/reports/p1/${OPEN}`,
  `/api/me/team/calendar/p1/2026-04`,
  on(DAY),
]
async function seen(user: string) {
  const who = await app.as(user)
  const get = async (path: string) => (await who.get(path)).body
  const has = (rows: readonly object[] | undefined) => JSON.stringify(rows ?? []).includes('"p1"')
  const today = await get('/api/me/team')
  return {
    opened: await Promise.all(READ.map(async path => (await who.get(path)).status === 200)),
    contest: (await who.get(`/api/me/contests/${contest}`)).status === 200,
    listed: {
      ...{ today: has(today.members), below: has(today.below) },
      scores: has((await get('/api/me/team/scores?period=2026-Q1')).rows),
      within: has((await get('/api/me/team/within?from=2026-01-01&to=2026-03-31')).members),
      work: has((await get('/api/me/team/work?period=2026-Q1')).rows),
      reports: has((await get('/api/me/team/reports')).reports),
    },
  }
}
const write = async (user: string) => {
  const about = { kind: 'day', ref: OPEN, from: OPEN, to: OPEN }
  const body = { kind: 'feedback', about, text: 'Terima kasih.', tags: [], corrects: null }
  return (await (await app.as(user)).post('/api/me/team/p1/feedback', body)).status
}
const assess = async (of: object) => {
  const body = { officerId: 'p1', assessorId: 'supervisor-sipil', from: '2026-04-14', to: null, ...of }
  return (await app.as('admin')).post(`${OFFICE}/supervisions`, body)
}

describe('an officer who is moved to another agency of the hall', () => {
  it('stays whole with who assesses them and who decides over that, on every page, until somebody else does [O406 O102]', async () => {
    const before = { atasan: await seen('atasan'), manajer: await seen('manajer') }
    expect(before.atasan).toEqual({
      ...{ opened: [true, true, true, true], contest: true },
      listed: { today: true, below: false, scores: true, within: true, work: true, reports: true },
    })
    expect(before.manajer).toMatchObject({ contest: true, listed: { below: true } })
    const moved = await (await app.as('admin')).post(`${OFFICE}/people/p1/agency`, { agency: 'sipil' })
    expect(moved.status, moved.text).toBe(200)
    expect({ atasan: await seen('atasan'), manajer: await seen('manajer') }).toEqual(before)
    expect(await write('atasan')).toBe(201)
    const assessor = await app.as('atasan')
    expect((await assessor.post(`/api/me/feedback/${message}/read`)).status).toBe(200)
    expect((await assessor.post(`/api/me/contests/${contest}/answer`, { words: 'Benar.' })).status).toBe(200)
    const days = 'from=2026-01-01&to=2026-04-13'
    expect((await assessor.get(`/api/me/team/clock-marks?${days}`)).status).toBe(200)
  })

  it('is opened to nobody else of either agency [O406]', async () => {
    const nothing = {
      ...{ opened: [false, false, false, false], contest: false },
      listed: { today: false, below: false, scores: false, within: false, work: false, reports: false },
    }
    for (const user of ['supervisor-sipil', 'manager-sipil', 'supervisor-penduduk', 'manager-penduduk', 'petugas2']) {
      expect(await seen(user), user).toEqual(nothing)
      expect(await write(user), user).toBe(403)
    }
    await saved(app, { scoresForManager: true })
    const status = async (user: string) => (await (await app.as(user)).get(on(DAY))).status
    expect([await status('manager-sipil'), await status('manager-penduduk')]).toEqual([200, 403])
    await saved(app, { scoresForManager: false })
  })

  it('passes to the assessor there, and the former one keeps reading the own days and writes no more [O406 O102]', async () => {
    const { body } = await assess({})
    expect((await assess({ ends: body.error.data.supervision })).status).toBe(201)
    app.clock.now = atClock('2026-04-14', '09:00', 'WITA')
    expect(await seen('atasan')).toEqual({
      ...{ opened: [true, true, true, true], contest: true },
      listed: { today: false, below: false, scores: true, within: true, work: true, reports: true },
    })
    expect(await write('atasan')).toBe(403)
    expect(await seen('supervisor-sipil')).toMatchObject({
      listed: { today: true, scores: false, within: false, work: false, reports: false },
    })
    const status = async (user: string, day: string) => (await (await app.as(user)).get(on(day))).status
    for (const [user, own, other] of [
      ['atasan', DAY, '2026-04-14'],
      ['supervisor-sipil', '2026-04-14', DAY],
    ] as const)
      expect([await status(user, own), await status(user, other)], user).toEqual([200, 403])
  })
})
