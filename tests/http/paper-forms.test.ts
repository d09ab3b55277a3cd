import { afterEach, beforeEach, expect, it } from 'vitest'
import { DAY, MINUTE } from '../../shared/kit/time.ts'
import { decisionRows } from '../../server/store/survey/integrity.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { opened, sentFile } from '../helpers/sent-file.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const FORMS = '/api/offices/samarinda/paper-forms'
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

let app: TestApp
let manager: Visitor
let front: Visitor
let today: string
beforeEach(async () => {
  app = await testApp()
  manager = await app.as('manajer')
  front = await app.as('meja')
  today = (await manager.get(FORMS)).body.today as string
})
afterEach(() => app.close())

const form = (no: string, more: object = {}) => ({
  ...{
    no,
    date: today,
    service: 'legalisir',
    answers: { waktu: 3, biaya: 2 },
    profile: { sex: 'P' },
    suggestion: 'Kursi',
  },
  ...more,
})
const key = (name: string) => ({ 'idempotency-key': name })
const rows = () => app.db.kysely.selectFrom('skm_answers').selectAll().execute()
const profiles = () => app.db.kysely.selectFrom('skm_profiles').selectAll().execute()

it('keeps a form of paper with its profile, marked as paper, of no counter, and on record with who typed it in [S48]', async () => {
  expect((await front.post(FORMS, form('17'), key('a'))).status).toBe(201)
  expect(await rows()).toMatchObject([
    { channel: 'paper', counter_id: '', date: today, service_id: 'legalisir', waktu: 3, biaya: 4, suggestion: 'Kursi' },
  ])
  expect(await profiles()).toMatchObject([{ sex: 'P', work: null, date: `${today.slice(0, 8)}01` }])
  const { forms } = (await manager.get(FORMS)).body
  expect(forms).toMatchObject([{ no: '17', serviceId: 'legalisir', scan: false, undo: false }])
  const lines = await app.db.kysely
    .selectFrom('audit')
    .select(['what', 'detail'])
    .where('what', '=', 'paper.enter')
    .execute()
  expect(lines.map(line => JSON.parse(line.detail))).toEqual([{ office: 'samarinda', form: '17', date: today }])
  expect(await app.db.kysely.selectFrom('answer_traces').select('id').execute()).toEqual([])
})

it('keeps a number once a year, and answers the same request the same [S48]', async () => {
  expect((await front.post(FORMS, form('17'), key('a'))).status).toBe(201)
  expect((await front.post(FORMS, form('17'), key('a'))).status).toBe(201)
  expect((await front.post(FORMS, form('17'), key('b'))).body.error).toMatchObject({
    code: 'FORM_KNOWN',
    data: { no: '17' },
  })
  expect((await front.post(FORMS, form('17', { answers: { waktu: 1 } }), key('a'))).body.error.code).toBe('FORM_KNOWN')
  for (const _ of [1, 2])
    expect((await front.post(FORMS, form('19'), key('a'))).body.error.code).toBe('COMMAND_ID_REUSED')
  expect(app.failures).toEqual([])
  const both = await Promise.all(['c', 'd'].map(k => front.post(FORMS, form('18'), key(k))))
  expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
  expect(await rows()).toHaveLength(2)
})

it('takes a form back within ten minutes by whoever typed it in, all of it, on record [S48]', async () => {
  const own = `${FORMS}/${today.slice(0, 4)}/17`
  await front.post(FORMS, form('17'), key('a'))
  await sentFile(app, front, `${own}/scan`, PNG)
  expect((await manager.post(`${own}/undo`, {})).body.error.code).toBe('FORM_FIXED')
  expect((await front.post(`${own}/undo`, {})).status).toBe(200)
  expect((await front.post(`${own}/undo`, {})).status).toBe(200)
  expect([await rows(), await profiles()]).toEqual([[], []])
  await front.post(FORMS, form('17'), key('b'))
  app.clock.now += 10 * MINUTE
  expect((await front.post(`${own}/undo`, {})).body.error.code).toBe('FORM_FIXED')
  expect(await rows()).toHaveLength(1)
  await app.clearCollected()
  const left = await app.db.kysely.selectFrom('paper_forms').select('secret').execute()
  expect(left).toEqual([{ secret: null }])
})

it('takes no form of a visit of which figures may be told, of tomorrow, of no service, or without a mark [S49]', async () => {
  const { since } = (await front.get(FORMS)).body as { since: string }
  const on = (date: string) => front.post(FORMS, form(date, { date }))
  const before = new Date(Date.parse(since) - DAY).toISOString().slice(0, 10)
  const tomorrow = new Date(Date.parse(today) + DAY).toISOString().slice(0, 10)
  expect((await on(since)).status).toBe(201)
  expect((await on(before)).body.error).toMatchObject({ code: 'FORM_LATE', data: { since } })
  expect((await on(tomorrow)).body.error.code).toBe('FORM_LATE')
  expect((await front.post(FORMS, form('1', { service: 'tidak-ada' }))).status).toBe(404)
  expect((await front.post(FORMS, form('2', { answers: {} }))).status).toBe(400)
})

it('puts Biaya 4 on a form of a free service, as on every other [S8]', async () => {
  await front.post(FORMS, form('1', { service: 'ktp-el', answers: { waktu: 3, biaya: 1 } }))
  expect(await rows()).toMatchObject([{ waktu: 3, biaya: 4 }])
})

it('keeps one scan beside a form, sealed, and opens it on record to whoever types in [S48]', async () => {
  const own = `${FORMS}/${today.slice(0, 4)}/17`
  expect((await sentFile(app, front, `${own}/scan`, PNG)).status).toBe(404)
  await front.post(FORMS, form('17'))
  expect((await sentFile(app, front, `${own}/scan`, new TextEncoder().encode('<html>'))).status).toBe(415)
  expect((await sentFile(app, front, `${own}/scan`, PNG)).status).toBe(201)
  expect((await sentFile(app, front, `${own}/scan`, PNG)).body.error.code).toBe('TOO_MANY_FILES')
  const scan = await opened(app, manager, `${own}/scan/open`)
  expect(scan.headers.get('content-type')).toBe('image/png')
  expect(new Uint8Array(await scan.arrayBuffer())).toEqual(PNG)
  expect((await opened(app, await app.as('petugas1'), `${own}/scan/open`)).status).toBe(403)
  const lines = await app.db.kysely.selectFrom('audit').select('what').where('what', 'like', 'paper.%').execute()
  expect(lines.map(line => line.what)).toEqual(['paper.enter', 'paper.scan', 'paper.open'])
})

it('stays in the figures of a month of which the head leaves out what is marked [S48 S53]', async () => {
  await front.post(FORMS, form('1'))
  const month = today.slice(0, 7)
  const row = {
    office: 'samarinda',
    month,
    version: 1,
    choice: 'leaveOut' as const,
    reason: 'Perlu diperiksa',
    by_id: 'm',
    at: 1,
  }
  const { first, then } = decisionRows(app.db, row, { from: `${month}-01`, to: `${month}-31` }, ['3'])
  await app.db.atomic([first, ...then])
  expect(await rows()).toMatchObject([{ left_out: 0 }])
})

it('counts forms of paper in the questionnaires of a period, beside more than it had visits [S48]', async () => {
  for (let i = 0; i < 12; i += 1)
    await front.post(FORMS, form(`${i}`, { answers: Object.fromEntries(UNSUR.map(unsur => [unsur, 3])) }))
  app.clock.now += 120 * DAY
  const quarter = `${today.slice(0, 4)}-Q${Math.ceil(Number(today.slice(5, 7)) / 3)}`
  const { body } = await (await app.as('manajer')).get(`/api/offices/samarinda/period-figures?period=${quarter}`)
  expect(body.sample).toMatchObject({ population: 0, achieved: 12 })
  expect(body.services.find((one: { service: string }) => one.service === 'legalisir')).toMatchObject({
    answered: 12,
    visits: 0,
  })
})
