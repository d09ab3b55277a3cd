import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../../shared/kit/time.ts'
import { permissionsOf } from '../../shared/office/permissions.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { twoOffices } from '../helpers/two-offices.ts'

const OFFICE = '/api/offices/samarinda'
const WEEK = `${OFFICE}/roster/2026-06-08`
const TUESDAY = '2026-06-09'
const at = (counterId: string | null, from = '08:00', to = '15:00', of = {}) => ({
  ...{ counterId, from, to, rest: null, insteadOf: null },
  ...of,
})
const cell = (staffId: string, shifts: readonly unknown[], seen: readonly unknown[] = [], date = TUESDAY) => ({
  ...{ staffId, date, seen, shifts },
})

let app: TestApp
let manager: Visitor
let admin: Visitor
beforeEach(async () => {
  app = await testApp()
  manager = await app.as('manajer')
  admin = await app.as('admin')
})
afterEach(() => app.close())

const audit = async () =>
  (await app.db.kysely.selectFrom('audit').selectAll().orderBy('seq').execute()).filter(a =>
    /roster|leave/.test(a.what),
  )

describe('the plan of a week', () => {
  it('begins empty, with everybody who can be planned, and is read again as it was saved [X7]', async () => {
    const first = await manager.get(WEEK)
    expect(first.body).toMatchObject({ week: '2026-06-08', version: 0, saved: null, shifts: [], leaves: [] })
    expect(first.body.people).toHaveLength(13)
    expect(first.body.people.find((p: { id: string }) => p.id === 'admin')).toBeUndefined()
    const rest = { from: '12:00', to: '12:30' }
    const answer = await manager.post(WEEK, { cells: [cell('p1', [at('1', '08:00', '15:00', { rest })])] })
    expect(answer.body).toMatchObject({ version: 1, saved: { at: app.clock.now, by: 'Kepala Bidang (contoh)' } })
    const { shifts } = (await admin.get(WEEK)).body
    expect(shifts).toEqual([{ staffId: 'p1', date: TUESDAY, ...at('1', '08:00', '15:00', { rest }) }])
  })

  it('takes two people who change different parts, and tells the second who changes the same one [X7]', async () => {
    expect((await manager.post(WEEK, { cells: [cell('p1', [at('1')])] })).status).toBe(200)
    expect((await admin.post(WEEK, { cells: [cell('p2', [at('2')])] })).body.version).toBe(2)
    const late = await admin.post(WEEK, { cells: [cell('p3', [at('3')]), cell('p1', [at('4')])] })
    expect([late.status, late.body.error.code]).toEqual([409, 'ROSTER_CHANGED'])
    expect(late.body.error.data).toEqual({ cells: [{ staffId: 'p1', date: TUESDAY }] })
    // Nothing of it was saved, and nothing of the first is lost.
    const now = (await admin.get(WEEK)).body
    expect(now.shifts.map((s: { staffId: string; counterId: string }) => [s.staffId, s.counterId])).toEqual([
      ['p1', '1'],
      ['p2', '2'],
    ])
    expect((await admin.post(WEEK, { cells: [cell('p1', [at('4')], [at('1')])] })).body.version).toBe(3)
  })

  it('is saved once when the answer was lost and the same comes again [X7]', async () => {
    const body = { cells: [cell('p1', [at('1')])] }
    expect((await manager.post(WEEK, body)).body.version).toBe(1)
    expect((await manager.post(WEEK, body)).body.version).toBe(1)
    expect(await audit()).toHaveLength(1)
  })

  it('refuses what it cannot hold, with the reason [X7]', async () => {
    const code = async (cells: readonly unknown[], path = WEEK) => {
      const { status, body } = await manager.post(path, { cells })
      return [status, body.error?.code]
    }
    expect(await code([cell('nobody', [at('1')])])).toEqual([404, 'NOT_FOUND'])
    expect(await code([cell('p1', [at('99')])])).toEqual([404, 'COUNTER_UNKNOWN'])
    expect(await code([cell('p1', [at('1')], [], '2026-06-08')])).toEqual([409, 'DATE_PAST'])
    expect(await code([cell('p1', [at('1')], [], '2026-06-15')])).toEqual([400, 'BAD_REQUEST'])
    expect(await code([cell('p1', [at('1', '15:00', '08:00')])])).toEqual([400, 'BAD_REQUEST'])
    const outside = at('1', '08:00', '10:00', { rest: { from: '09:30', to: '10:30' } })
    expect(await code([cell('p1', [outside])])).toEqual([400, 'BAD_REQUEST'])
    expect(await code([cell('p1', [at('1')])], `${OFFICE}/roster/2026-06-09`)).toEqual([400, 'BAD_REQUEST'])
    expect((await manager.get(WEEK)).body.version).toBe(0)
  })

  it('keeps the usual week beside the others, though no date of it is ahead [X4]', async () => {
    const usual = `${OFFICE}/roster/0001-01-01`
    expect((await manager.post(usual, { cells: [cell('p1', [at('1')], [], '0001-01-02')] })).status).toBe(200)
    expect((await manager.get(usual)).body.shifts).toHaveLength(1)
    expect((await manager.get(WEEK)).body.shifts).toEqual([])
  })

  it('is on record by ids, and never says why somebody is away [X7 X8]', async () => {
    await manager.post(WEEK, { cells: [cell('p1', [at('1')])] })
    const { leave } = (await manager.post(`${OFFICE}/leaves`, away('p2', 'sick'))).body
    await manager.post(`${OFFICE}/leaves/${leave.id}/remove`)
    const entries = await audit()
    expect(entries.map(e => [e.who, e.what])).toEqual([
      ['staff:manajer', 'roster.saved'],
      ['staff:manajer', 'leave.added'],
      ['staff:manajer', 'leave.removed'],
    ])
    expect(entries.map(e => e.detail).join()).not.toMatch(/sick|contoh/)
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
  })
})

const away = (staffId: string, kind = 'annual', of = {}) => ({
  ...{ staffId, kind, from: TUESDAY, to: '2026-06-10', part: null },
  ...of,
})

describe('who is away', () => {
  it('stands in the week with its part of the day, is added once and taken away [X8]', async () => {
    const part = { from: '08:00', to: '10:00' }
    const key = { 'idempotency-key': 'cuti-1' }
    const added = await manager.post(`${OFFICE}/leaves`, away('p2', 'training', { part }), key)
    expect(added.body.leave).toEqual({ id: 'cuti-1', ...away('p2', 'training', { part }) })
    expect((await manager.post(`${OFFICE}/leaves`, away('p2', 'training', { part }), key)).status).toBe(200)
    const other = await manager.post(`${OFFICE}/leaves`, away('p3'), key)
    expect([other.status, other.body.error.code]).toEqual([409, 'COMMAND_ID_REUSED'])
    expect((await admin.get(WEEK)).body.leaves).toEqual([added.body.leave])
    expect((await admin.post(`${OFFICE}/leaves/cuti-1/remove`)).status).toBe(200)
    expect((await admin.post(`${OFFICE}/leaves/cuti-1/remove`)).status).toBe(200)
    expect((await admin.get(WEEK)).body.leaves).toEqual([])
    expect((await manager.post(`${OFFICE}/leaves`, away('p2', 'annual', { to: '2026-06-01' }))).status).toBe(400)
    expect((await manager.post(`${OFFICE}/leaves`, away('nobody'))).status).toBe(404)
  })

  it('is read by whoever plans, and by the person alone [X8]', async () => {
    await manager.post(`${OFFICE}/leaves`, away('p2', 'sick'))
    await manager.post(WEEK, { cells: [cell('p1', [at('1')]), cell('p2', [at('2')])] })
    const officer = await app.as('petugas1')
    for (const path of [WEEK, `${OFFICE}/served`]) expect((await officer.get(path)).status).toBe(403)
    const own = (await officer.get('/api/me/roster')).body
    expect(own).toMatchObject({ today: TUESDAY, leaves: [], shifts: [{ staffId: 'p1', counterId: '1' }] })
    expect(JSON.stringify(own)).not.toContain('p2')
    const ill = await app.as('petugas2')
    expect((await ill.get('/api/me/roster')).body.leaves).toMatchObject([{ kind: 'sick' }])
  })

  it('shows the own plan of this week and the next, and no further [X8]', async () => {
    for (const week of ['2026-06-08', '2026-06-15', '2026-06-22']) {
      const date = week === '2026-06-08' ? TUESDAY : week
      await manager.post(`${OFFICE}/roster/${week}`, { cells: [cell('p1', [at('1')], [], date)] })
    }
    const dates = async () =>
      ((await (await app.as('petugas1')).get('/api/me/roster')).body.shifts as { date: string }[]).map(s => s.date)
    expect(await dates()).toEqual([TUESDAY, '2026-06-15'])
    app.clock.now += 7 * DAY
    expect(await dates()).toEqual(['2026-06-15', '2026-06-22'])
  })
})

it('plans for the own office alone [X7]', async () => {
  const { app: both } = await twoOffices(app.clock.now)
  const planner = await both.as('manajer-barat')
  const east = '/api/offices/timur'
  const body = { cells: [cell('petugas-timur', [at('1')])] }
  expect((await planner.get(`${east}/roster/2026-06-08`)).status).toBe(403)
  expect((await planner.post(`${east}/roster/2026-06-08`, body)).status).toBe(403)
  expect((await planner.post(`${east}/leaves`, away('petugas-timur'))).status).toBe(403)
  // Nor is somebody of another office planned in the own one.
  const west = '/api/offices/barat'
  expect((await planner.post(`${west}/roster/2026-06-08`, body)).body.error.code).toBe('NOT_FOUND')
  expect((await planner.post(`${west}/leaves`, away('petugas-timur'))).body.error.code).toBe('NOT_FOUND')
  const theirs = await both.as('manajer-timur')
  const { leave } = (await theirs.post(`${east}/leaves`, away('petugas-timur'))).body
  await planner.post(`${west}/leaves/${leave.id}/remove`)
  expect((await theirs.get(`${east}/roster/2026-06-08`)).body.leaves).toHaveLength(1)
  await both.close()
})

it('is a right of whoever leads, and of no officer [X8]', () => {
  const may = (role: Parameters<typeof permissionsOf>[0][number]) => permissionsOf([role]).has('roster.plan')
  expect((['supervisor', 'manager', 'administrator'] as const).every(may)).toBe(true)
  expect((['officer', 'frontDesk'] as const).some(may)).toBe(false)
})
