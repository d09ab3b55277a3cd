import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { atClock, MINUTE, SECOND } from '../../shared/kit/time.ts'
import { answeredMonth, honestDays } from '../helpers/answered-month.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const ALL = '/api/offices/samarinda/integrity'
const JUNE = `${ALL}/2026-06`
let app: TestApp
let key: Buffer

beforeEach(async () => {
  key = randomBytes(32)
  app = await testApp({ key, env: { TRUST_PROXY: '1' } })
  app.clock.now = atClock('2026-06-10', '07:00', 'WITA')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const view = async (month = '', who = 'manajer') => (await (await app.as(who)).get(`${ALL}${month}`)).body
const at = (date: string) => void (app.clock.now = atClock(date, '10:00', 'WITA'))
const count = async (table: 'answer_traces' | 'trace_keys' | 'integrity_months') =>
  (await app.db.kysely.selectFrom(table).selectAll().execute()).length

/** Thirty visits of three counters whose links somebody opens one after another on one phone, within five minutes. */
async function stuffed(counters: readonly number[], date = '2026-06-24'): Promise<void> {
  const month = answeredMonth(app, key)
  const start = atClock(date, '15:00', 'WITA')
  const ended = await month.visits(
    date,
    Array.from({ length: 30 }, (_, i) => ({ at: start + i * MINUTE, counter: counters[i % counters.length]! })),
  )
  const who = app.visitor()
  for (const [i, visit] of ended.entries()) {
    const said = { who, address: '198.51.100.200', answers: nine(4), took: 30 }
    expect((await month.answer(visit, start + 40 * MINUTE + i * 9 * SECOND, said)).status).toBe(201)
  }
}

describe('a month of honest answers', () => {
  it('of families on one phone and of networks that many share has no flag once it is closed [S50]', async () => {
    const answered = await honestDays(app, key, { from: '2026-06-10', to: '2026-06-30' })
    expect(answered).toBeGreaterThan(280)
    at('2026-07-08')
    expect((await view()).months).toEqual([])
    await app.lookAtMonths()
    const { months, month, running } = await view()
    expect(months).toEqual(['2026-06'])
    expect(month).toMatchObject({ looked: answered, flags: [], compared: { why: 'none' }, decisions: [] })
    expect(month.reached.unit).toEqual({ finished: 495, invited: 495, answered })
    expect(running).toEqual([])
  })
})

describe('thirty questionnaires from one phone within five minutes', () => {
  it('are seen while the month runs, and flagged once it is closed, with the IKM with and without them [S50] [S52]', async () => {
    const honest = await honestDays(app, key, { from: '2026-06-10', to: '2026-06-23' })
    await stuffed([1, 2, 3])
    const flags = ['phone', 'network'].map(one => ({ kind: 'minutes', key: one, answers: 30, on: '2026-06-24' }))
    expect((await view()).running).toEqual(flags)
    await honestDays(app, key, { from: '2026-06-25', to: '2026-06-30' })
    at('2026-07-08')
    await app.lookAtMonths()
    const { month } = await view()
    expect(month.flags).toEqual(flags)
    const { compared } = month
    expect(compared.with.n - compared.without.n).toBe(30)
    expect(compared.with.n).toBeGreaterThan(honest)
    expect(compared.with.ikm).toBeGreaterThan(compared.without.ikm)
    for (const { ikm, low, high } of [compared.with, compared.without]) {
      expect(low).toBeLessThan(ikm)
      expect(high).toBeGreaterThan(ikm)
    }
    // Nothing is dropped: they stand among the others until somebody decides.
    expect((await app.db.kysely.selectFrom('skm_answers').selectAll().where('left_out', '=', 1).execute()).length).toBe(
      0,
    )
  })

  it('of one counter are flagged, but not told apart: what they say would be its officer’s [S52]', async () => {
    await honestDays(app, key, { from: '2026-06-10', to: '2026-06-23' })
    await stuffed([2])
    await honestDays(app, key, { from: '2026-06-25', to: '2026-06-30' })
    at('2026-07-15')
    await app.lookAtMonths()
    const { month } = await view()
    expect(month.flags[0]).toMatchObject({ kind: 'minutes', answers: 30 })
    expect(month.compared).toMatchObject({ why: 'alone', with: { n: expect.any(Number) } })
    expect(month.compared.without).toBeUndefined()
    const decide = { choice: 'leaveOut', reason: 'Satu ponsel, tiga puluh tautan.', seen: 0 }
    const refused = await (await app.as('manajer')).post(JUNE, decide)
    expect([refused.status, refused.body.error.code]).toEqual([403, 'FORBIDDEN'])
  })
})

describe('a month within a quarter that runs', () => {
  it('is told with and without only once the quarter has settled, for what comes later would be the rest of a counter [S52]', async () => {
    app.clock.now = atClock('2026-04-08', '07:00', 'WITA')
    await honestDays(app, key, { from: '2026-04-08', to: '2026-04-21' })
    await stuffed([1, 2, 3], '2026-04-22')
    await honestDays(app, key, { from: '2026-04-23', to: '2026-04-29' })
    const after = async (date: string) => {
      at(date)
      await app.lookAtMonths()
      return (await view('?month=2026-04')).month
    }
    const early = await after('2026-05-11')
    expect(early.flags[0]).toMatchObject({ kind: 'minutes', answers: 30 })
    expect(early.compared).toEqual({ why: 'quarter', on: '2026-07-08' })
    const decide = { choice: 'leaveOut', reason: 'Satu ponsel, tiga puluh tautan.', seen: 0 }
    const refused = await (await app.as('manajer')).post(`${ALL}/2026-04`, decide)
    expect([refused.status, refused.body.error.code]).toEqual([403, 'FORBIDDEN'])
    await honestDays(app, key, { from: '2026-05-18', to: '2026-05-22' })
    await honestDays(app, key, { from: '2026-06-15', to: '2026-06-19' })
    const { compared } = await after('2026-07-08')
    expect(compared.with.n - compared.without.n).toBe(30)
  })

  it('tells nothing of a counter that is marked in two months and had few people in the third: its quarter would tell of these [S52]', async () => {
    const said = surveyed(app.db)
    const days = { '04': 80, '05': 80, '06': 3 }
    for (const [month, many] of Object.entries(days))
      for (const week of ['07', '14', '21', '28'].slice(0, many < 4 ? 1 : 4))
        for (const [counter, n] of [
          ['1', 20],
          ['2', Math.min(20, many)],
        ] as const)
          await said.answered(
            await said.visits(n, `p${counter}`, counter, `2026-${month}-${week}`),
            nine(counter === '2' ? 4 : 3),
          )
    at('2026-08-12')
    const marked = { kind: 'response', counterId: '2', answers: 80, of: 80, others: 0.5 }
    const row = { office: 'samarinda', at: app.clock.now, looked: 160 }
    const mark = (months: readonly string[]) =>
      app.db.kysely
        .insertInto('integrity_months')
        .values(months.map(month => ({ ...row, month, flags: JSON.stringify([marked]) })))
        .execute()
    await mark(['2026-04'])
    expect((await view('?month=2026-04')).month.compared.without).toMatchObject({ n: 80 })
    await mark(['2026-05'])
    for (const month of ['2026-04', '2026-05'])
      expect((await view(`?month=${month}`)).month.compared, month).toMatchObject({ why: 'few' })
  })
})

describe('what is kept of how questionnaires came', () => {
  it('is read while its month is looked at, and gone with the key of its pseudonyms thirty days after; marks stay [S51]', async () => {
    await honestDays(app, key, { from: '2026-06-22', to: '2026-06-23' })
    await stuffed([1, 2, 3])
    const [row] = await app.db.kysely
      .selectFrom('answer_traces')
      .selectAll()
      .where('device_class', '=', 'phone')
      .execute()
    expect(Object.keys(row!)).not.toContain('ticket_id')
    expect(row!.minute % MINUTE).toBe(0)
    expect([row!.device, row!.network].every(text => /^[\w-]{22}$/.test(text))).toBe(true)
    const ids = async () => (await app.db.kysely.selectFrom('answer_traces').select('id').execute()).map(r => r.id)
    const stored = (await app.db.kysely.selectFrom('skm_answers').select('id').execute()).map(r => r.id)
    expect((await ids()).sort()).toEqual(stored.sort())
    at('2026-08-06')
    await app.lookAtMonths()
    expect([await count('answer_traces'), await count('trace_keys')]).toEqual([stored.length, 1])
    at('2026-08-07')
    await app.lookAtMonths()
    expect([await count('answer_traces'), await count('trace_keys')]).toEqual([0, 0])
    const marked = await app.db.kysely
      .selectFrom('skm_answers')
      .select('marks')
      .where('marks', 'is not', null)
      .execute()
    expect(marked).toEqual(Array(30).fill({ marks: '["minutes","day"]' }))
    expect((await view()).month.flags[0]).toMatchObject({ answers: 30 })
  })

  it('knows a phone by a number of its own that says nothing, and a tablet by the device that it is [S51]', async () => {
    const month = answeredMonth(app, key)
    const start = atClock('2026-06-10', '09:00', 'WITA')
    const ended = await month.visits(
      '2026-06-10',
      [1, 2, 3].map(i => ({ at: start + i * MINUTE, counter: 1 })),
    )
    const phone = app.visitor()
    const tablet = await app.device('tablet')
    await month.answer(ended[0]!, start + 9 * MINUTE, { who: phone, address: '198.51.100.7', answers: nine(3) })
    await month.answer(ended[1]!, start + 10 * MINUTE, {
      who: phone,
      address: '198.51.100.8',
      answers: nine(3),
      took: 9,
    })
    await month.answer(ended[2]!, start + 11 * MINUTE, { who: tablet, address: '198.51.100.9', answers: nine(3) })
    expect([...phone.cookies.keys()]).toEqual(['tanggap_answers'])
    const rows = await app.db.kysely.selectFrom('answer_traces').selectAll().orderBy('minute').execute()
    expect(rows.map(row => [row.device_class, row.channel, row.seconds])).toEqual([
      ['phone', 'phone', 70],
      ['phone', 'phone', 9],
      ['office', 'tablet', 70],
    ])
    expect(rows[0]!.device).toBe(rows[1]!.device)
    expect(JSON.stringify(rows)).not.toContain(phone.cookies.get('tanggap_answers'))
    expect(new Set(rows.map(row => row.network)).size).toBe(3)
  })

  it('counts from when it was filled in, where it waited for a connection [S51]', async () => {
    const month = answeredMonth(app, key)
    const at = atClock('2026-06-10', '09:00', 'WITA')
    const [visit] = await month.visits('2026-06-10', [{ at, counter: 1 }])
    app.clock.now = at + 300 * MINUTE
    const said = { answers: nine(3), took: 40, at: at + 5 * MINUTE }
    expect((await app.visitor().post(`${visit!.link}/answers`, said)).status).toBe(201)
    const [row] = await app.db.kysely.selectFrom('answer_traces').selectAll().execute()
    expect(row).toMatchObject({ minute: at + 5 * MINUTE, offline: 1, seconds: 40 })
  })
})

describe('the decision of the head', () => {
  it('is on record with its reason, and can be taken back by another [S53]', async () => {
    const before = await honestDays(app, key, { from: '2026-06-10', to: '2026-06-23' })
    await stuffed([1, 2, 3])
    const honest = before + (await honestDays(app, key, { from: '2026-06-25', to: '2026-06-30' }))
    at('2026-07-08')
    await Promise.all([app.lookAtMonths(), app.lookAtMonths()])
    expect(await count('integrity_months')).toBe(1)
    const head = await app.as('manajer')
    const leftOut = async () =>
      (await app.db.kysely.selectFrom('skm_answers').select('id').where('left_out', '=', 1).execute()).length
    const decide = (choice: string, seen: number, headers = {}) =>
      head.post(JUNE, { choice, reason: 'Satu ponsel, tiga puluh tautan.', seen }, headers)
    const once = { 'idempotency-key': 'decided-once-by-the-head' }
    for (const again of [once, once]) expect((await decide('leaveOut', 0, again)).status).toBe(200)
    expect(await leftOut()).toBe(30)
    const told = async (path: string) => (await head.get(`/api/offices/samarinda/${path}`)).body
    for (const period of ['2026-06', '2026-Q2']) {
      const view = await told(`ikm?period=${period}`)
      expect([view.result.n, view.leftOut, view.sample.achieved]).toEqual([honest, 30, honest + 30])
      const figures = await told(`period-figures?period=${period}`)
      expect([figures.figures.result, figures.figures.leftOut]).toEqual([view.result, 30])
      expect(figures.sample.achieved).toBe(honest + 30)
    }
    const file = { format: 'html', attached: false }
    const { content } = (await head.post('/api/offices/samarinda/reports/2026-Q2/file', file)).body
    const report = Buffer.from(content, 'base64').toString()
    const { now } = await told('publications/2026-Q2')
    expect([now.n, now.leftOut, now.profile[0].n]).toEqual([honest, 30, honest + 30])
    expect(report).toContain(`Karakteristik responden (n = ${honest + 30})`)
    expect(report.match(/30 jawaban yang perlu diperiksa tidak dihitung/g)).toHaveLength(3)
    // A week, and every part, keeps all of its questionnaires: of what is marked in it few may be.
    expect((await told('ikm?period=2026-W26')).leftOut).toBeUndefined()
    const services: { response: { answered: number } }[] = (await told('period-figures?period=2026-Q2')).services
    expect(services.reduce((sum, one) => sum + one.response.answered, 0)).toBe(honest + 30)
    expect((await decide('count', 0)).body.error.code).toBe('COMPLAINT_STATE')
    expect((await decide('count', 1)).status).toBe(200)
    expect(await leftOut()).toBe(0)
    expect((await told('period-figures?period=2026-Q2')).figures.result.n).toBe(honest + 30)
    const { month } = await view('?month=2026-06')
    expect(month.decisions.map((one: { choice: string; by: string }) => [one.choice, one.by])).toEqual([
      ['leaveOut', 'Kepala Bidang (contoh)'],
      ['count', 'Kepala Bidang (contoh)'],
    ])
    const acts = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'integrity.decide').execute()
    expect(acts.map(act => JSON.parse(act.detail))).toMatchObject([
      { month: '2026-06', version: 1, choice: 'leaveOut' },
      { month: '2026-06', version: 2, choice: 'count' },
    ])
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
    expect((await head.post(JUNE, { choice: 'count', reason: 'singkat', seen: 2 })).status).toBe(400)
    expect(
      (await head.post(`${ALL}/2026-05`, { choice: 'count', reason: 'Bulan lain sama sekali.', seen: 0 })).status,
    ).toBe(404)
  })
})
