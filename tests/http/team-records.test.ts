import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/entries.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { counterPath, saved, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const RECORD = '/api/me/team/records/p1'

let app: TestApp
let admin: Visitor
beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock(DATE, '11:00', 'WITA')
  admin = await app.as('admin')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const assess = (officerId: string, assessorId: string, of: object = {}) =>
  admin.post(`${OFFICE}/supervisions`, { officerId, assessorId, from: DATE, to: null, ...of })
const code = async (who: Visitor, path = RECORD) => (await who.get(path)).body.error?.code as string | undefined
const readings = async () => (await (await app.as('petugas1')).get('/api/me/readings')).body

describe('the record of an officer, opened by somebody else', () => {
  it('is for who assesses and who decides over that, and for nobody by role alone [O230] [O1]', async () => {
    await surveyed(app.db).visits(6, 'p1', '1')
    const [supervisor, manager, colleague] = [await app.as('atasan'), await app.as('manajer'), await app.as('petugas2')]
    for (const who of [supervisor, manager, colleague]) expect(await code(who)).toBe('NOT_OF_TEAM')
    await assess('p1', 'atasan')
    const { body } = await supervisor.get(RECORD)
    expect(body).toMatchObject({
      officer: { id: 'p1' },
      as: 'assessor',
      behalf: null,
      days: [{ from: DATE, to: DATE }],
    })
    expect(body.record.record.served).toBe(6)
    expect(JSON.stringify(body)).not.toMatch(/rating|score|mean/i)
    expect(await code(manager)).toBe('NOT_OF_TEAM')
    await admin.post(`${OFFICE}/superiors`, { assessorId: 'atasan', superiorId: 'manajer', from: DATE, to: null })
    expect((await manager.get(RECORD)).body).toMatchObject({ as: 'superior', record: { record: { served: 6 } } })
    expect((await manager.get('/api/me/team')).body.below).toMatchObject([{ id: 'p1', assessor: expect.any(String) }])
    for (const who of [colleague, await app.as('petugas1')]) expect(await code(who)).toBe('NOT_OF_TEAM')
    expect((await admin.get(RECORD)).status).toBe(403)
  })

  it('is of the own days alone, also for the former assessor, and passes on at midnight [O230]', async () => {
    const said = surveyed(app.db)
    await said.visits(4, 'p1', '1')
    await said.visits(3, 'p1', '1', addDays(DATE, 1))
    await assess('p1', 'atasan', { to: DATE })
    await assess('p1', 'manajer', { from: addDays(DATE, 1) })
    app.clock.now = atClock(addDays(DATE, 1), '00:00', 'WITA')
    const served = async (user: string) => (await (await app.as(user)).get(RECORD)).body.record?.record.served as number
    expect([await served('atasan'), await served('manajer')]).toEqual([4, 3])
    app.clock.now = atClock(DATE, '23:59', 'WITA')
    expect(await served('manajer')).toBeUndefined()
  })

  it('is for whoever stands in, on the days of that, under both names [O230] [O231]', async () => {
    await assess('p1', 'atasan')
    const delegation = { delegateId: 'meja', from: DATE, to: DATE }
    await (await app.as('atasan')).post('/api/me/delegations', delegation)
    const desk = await app.as('meja')
    expect((await desk.get(RECORD)).body).toMatchObject({ as: 'assessor', behalf: expect.stringMatching(/contoh/) })
    expect((await readings()).readings).toMatchObject([{ what: 'record', for: expect.any(String) }])
    app.clock.now = atClock(addDays(DATE, 1), '08:00', 'WITA')
    expect(await code(await app.as('meja'))).toBe('NOT_OF_TEAM')
  })

  it('is for whoever reads the unit only where the office lets them [O230]', async () => {
    await surveyed(app.db).visits(6, 'p1', '1')
    expect(await code(await app.as('manajer'))).toBe('NOT_OF_TEAM')
    await saved(app, { scoresForManager: true })
    expect((await (await app.as('manajer')).get(RECORD)).body).toMatchObject({
      as: 'unit',
      record: { record: { served: 6 } },
    })
    expect(await code(await app.as('petugas2'))).toBe('NOT_OF_TEAM')
    expect(await code(await app.as('manajer'), '/api/me/team/records/none')).toBe('NOT_OF_TEAM')
    expect((await readings()).unit).toBe(true)
  })

  it('is told to the officer by name and hour, and so is who may open it [O231]', async () => {
    await assess('p1', 'atasan')
    expect(await readings()).toMatchObject({ readings: [], people: [{ as: 'assessor', behalf: null }], unit: false })
    const supervisor = await app.as('atasan')
    for (const path of [RECORD, RECORD]) await supervisor.get(path)
    const told = (await readings()).readings
    expect(told).toMatchObject([{ what: 'record', for: null, period: `${DATE}..${DATE}`, at: app.clock.now }])
  })

  it('tells the assessor which clocks are marked, why, and that they are many, on the own days alone [O232] [O160]', async () => {
    const said = surveyed(app.db)
    await said.visits(11, 'p1', '1')
    await said.visits(12, 'p2', '2')
    await assess('p1', 'atasan')
    const officer = await app.as('petugas1')
    const seqs = (await officer.get(`/api/me/visits?date=${DATE}`)).body.visits.map((v: { seq: number }) => v.seq)
    const mark = (seq: number) => officer.post(`/api/me/visits/${DATE}/${seq}/clock`, { reason: 'lateFinish' })
    await mark(seqs[0])
    const supervisor = await app.as('atasan')
    const marks = async () => (await supervisor.get('/api/me/team/clock-marks')).body.rows
    expect(await marks()).toMatchObject([
      { officerId: 'p1', served: 11, many: false, visits: [{ date: DATE, serviceId: 'ktp-el', reason: 'lateFinish' }] },
    ])
    await mark(seqs[1])
    expect(await marks()).toMatchObject([{ many: true, visits: [{}, {}] }])
    expect((await supervisor.get(RECORD)).body.marks).toMatchObject({ many: true, visits: [{}, {}] })
    expect((await readings()).readings.length).toBeGreaterThan(0)
    expect((await (await app.as('manajer')).get('/api/me/team/clock-marks')).body.rows).toEqual([])
  })

  it('has the hours at counters that the daily report has [O233]', async () => {
    await assess('p1', 'atasan')
    const officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
    app.clock.now += 90 * 60_000
    await officer.post(counterPath('1', 'close'))
    const { body } = await officer.get('/api/me/record')
    expect(body.hours).toEqual({ days: 1, countersMs: 90 * 60_000, breaks: 0, breaksMs: 0, closedMs: 0 })
    const report = (await officer.get(`/api/me/reports/${DATE}`)).body
    expect(report.work.atCountersMs).toBe(body.hours.countersMs)
    expect((await (await app.as('atasan')).get(RECORD)).body.record.hours).toEqual(body.hours)
  })
})
