import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { emptyRow, type Plan, type PlanRow } from '../../shared/survey/loop/plan.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const PLAN = '/api/offices/samarinda/plans/2026-Q2'
let app: TestApp
let manager: Visitor

beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock('2026-07-20', '11:00', 'WITA')
  manager = await app.as('manajer')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const row = (change: Partial<PlanRow> = {}): PlanRow => ({
  ...{ ...emptyRow('waktu'), program: 'Dua loket pagi', quarters: [3, 4], owner: 'Kepala Seksi', percent: 40 },
  ...change,
})
const plan = (...rows: readonly PlanRow[]): Plan => ({ rows, forumOn: '2026-07-08', minutes: 'notula 8 Juli' })
const save = (body: Plan, version: number, who = manager, headers = {}) =>
  who.post(PLAN, { plan: body, version }, headers)
const told = async () => (await app.visitor().get('/perbaikan/samarinda')).text

describe('the plan of a quarter', () => {
  it('begins with the lowest unsur, once the figures are open and enough answered [S46]', async () => {
    const said = surveyed(app.db)
    await said.answered(await said.visits(59, 'p1', '1', '2026-05-12'), { ...nine(3), waktu: 2, sarana: 1 })
    expect((await manager.get(PLAN)).body).toMatchObject({ plan: null, version: 0, lowest: [] })
    await said.answered(await said.visits(1, 'p1', '1', '2026-05-12'), { ...nine(3), waktu: 2, sarana: 1 })
    const { lowest } = (await manager.get(PLAN)).body as { lowest: readonly { unsur: string; nrr: number }[] }
    expect(lowest.map(one => [one.unsur, one.nrr])).toEqual([
      ['sarana', 1],
      ['waktu', 2],
      ['persyaratan', 3],
    ])
  })

  it('is saved in versions, each on record; of two who save at once one is told, and a second sending is the first [S46]', async () => {
    const key = { 'idempotency-key': 'plan-1-of-the-office' }
    expect((await save(plan(row()), 0, manager, key)).body).toEqual({ version: 1 })
    expect((await save(plan(row()), 0, manager, key)).body).toEqual({ version: 1 })
    expect((await save(plan(row({ percent: 50 })), 0)).body.error.code).toBe('SKM_CHANGED')
    const both = await Promise.all([60, 70].map(percent => save(plan(row({ percent })), 1)))
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
    expect((await manager.get(PLAN)).body).toMatchObject({
      ...{ version: 2, plan: { forumOn: '2026-07-08' } },
      savedBy: 'Kepala Bidang (contoh)',
    })
    const acts = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'plan.save').execute()
    expect(acts.length).toBe(2)
    expect((await app.db.kysely.selectFrom('plan_versions').select('version').execute()).length).toBe(2)
  })

  it('refuses an unsur named twice, quarters out of order and shares above a hundred', async () => {
    for (const rows of [[row(), row()], [row({ quarters: [4, 3] })], [row({ percent: 101 })]])
      expect((await save(plan(...rows), 0)).status).toBe(400)
    expect((await manager.get('/api/offices/samarinda/plans/2026-Q5')).status).toBe(400)
  })

  it('is public as far as it has words for everybody, and nothing else of it [S46]', async () => {
    expect(await told()).toContain('Belum ada yang diumumkan')
    const home = async () => (await app.visitor().get('/')).text.includes('/perbaikan/samarinda')
    expect(await home()).toBe(false)
    const done = row({ percent: 100, told: 'Loket <b>ditambah</b> pukul 09.00–11.00.' })
    await save(plan(done, row({ unsur: 'sarana', told: '48 kursi.' }), row({ unsur: 'prosedur' })), 0)
    const page = await told()
    for (const said of ['Loket &lt;b&gt;ditambah', 'Waktu', 'Triwulan II 2026', 'Sedang kami perbaiki', '48 kursi.'])
      expect(page).toContain(said)
    expect(await home()).toBe(true)
    for (const kept of ['Dua loket pagi', 'Kepala Seksi', 'notula', '<script']) expect(page).not.toContain(kept)
    expect((await app.visitor().get('/perbaikan/nirgendwo')).status).toBe(404)
  })
})
