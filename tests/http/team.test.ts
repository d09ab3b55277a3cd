import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let admin: Visitor
const OFFICE = '/api/offices/samarinda'
beforeAll(async () => {
  app = await testApp()
  admin = await app.as('admin')
})
afterAll(() => app.close())

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const audited = async (what: string) => {
  const rows = await app.db.kysely.selectFrom('audit').select(['who', 'detail']).where('what', '=', what).execute()
  return rows.map(r => ({ who: r.who, ...(JSON.parse(r.detail) as Record<string, unknown>) }))
}
const assess = (officerId: string, assessorId: string, of: object = {}) =>
  admin.post(`${OFFICE}/supervisions`, { officerId, assessorId, from: '2026-06-09', to: null, ...of })
const team = async (who: Visitor) => (await who.get('/api/me/team')).body
const names = async (who: Visitor) => (await team(who)).members.map((m: { name: string }) => m.name)

describe('a team', () => {
  it('is who somebody assesses today, by name, from the minute in which it is said [O102 O106]', async () => {
    const supervisor = await app.as('atasan')
    expect(await team(supervisor)).toMatchObject({ date: '2026-06-09', leads: false, members: [] })
    for (const officer of ['p10', 'p2', 'p1']) await assess(officer, 'atasan')
    expect(await names(supervisor)).toEqual(['Petugas 1 (contoh)', 'Petugas 2 (contoh)', 'Petugas 10 (contoh)'])
    expect(await team(await app.as('petugas1'))).toMatchObject({ leads: false, members: [] })
  })

  it('passes to the next assessor at midnight of the office, and the former one keeps reading the own days [O102]', async () => {
    const { body } = await assess('p1', 'manajer', { from: '2026-06-10' })
    await assess('p1', 'manajer', { from: '2026-06-10', ends: body.error.data.supervision })
    const clock = app.clock.now
    for (const [at, here] of [
      [atClock('2026-06-09', '23:59', 'WITA'), 'atasan'],
      [atClock('2026-06-10', '00:00', 'WITA'), 'manajer'],
    ] as const) {
      app.clock.now = at
      for (const who of ['atasan', 'manajer'])
        expect((await names(await app.as(who))).includes('Petugas 1 (contoh)'), `${who} ${at}`).toBe(who === here)
    }
    const within = async (who: string) =>
      (await (await app.as(who)).get('/api/me/team/within?from=2026-06-01&to=2026-06-30')).body.members.find(
        (m: { id: string }) => m.id === 'p1',
      )?.days
    expect(await within('atasan')).toMatchObject([{ from: '2026-06-09', to: '2026-06-09' }])
    expect(await within('manajer')).toMatchObject([{ from: '2026-06-10', to: '2026-06-30' }])
    app.clock.now = clock
  })

  it('shows what its officers finished on the days that the reader may read, and tells each officer so [O200 O162]', async () => {
    const said = surveyed(app.db)
    await said.visits(3, 'p1', '3', '2026-06-08')
    await said.visits(4, 'p1', '3', '2026-06-09')
    await said.visits(5, 'p1', '3', '2026-06-10')
    await said.visits(6, 'p2', '4', '2026-06-09')
    const work = async (who: string) => (await (await app.as(who)).get('/api/me/team/work?period=2026-Q2')).body.rows
    expect(await work('atasan')).toMatchObject([
      { officerId: 'p1', served: 4, judged: 4, within: 4 },
      { officerId: 'p2', served: 6 },
      { officerId: 'p10', served: 0, judged: 0, within: 0 },
    ])
    expect(await work('manajer')).toMatchObject([{ officerId: 'p1', served: 5 }])
    expect(await work('petugas2')).toEqual([])
    const own = (await (await app.as('petugas1')).get('/api/me/record?from=2026-06-09&to=2026-06-09')).body
    expect(own.record).toMatchObject({ served: 4, standard: { n: 4, within: 4 } })
    const { readings } = (await (await app.as('petugas1')).get('/api/me/readings')).body
    expect(readings).toContainEqual(expect.objectContaining({ what: 'record', period: '2026-Q2' }))
  })

  it('shows whom the reader assesses, whatever agency they are in, and of another one nobody else [O106 O406]', async () => {
    await app.db.kysely.updateTable('staff').set({ agency: 'sipil' }).where('id', 'in', ['atasan', 'p2']).execute()
    const theirs = await app.as('atasan')
    expect(await names(theirs)).toEqual(['Petugas 1 (contoh)', 'Petugas 2 (contoh)', 'Petugas 10 (contoh)'])
    const given = { delegateId: 'manajer', from: '2026-06-09', to: '2026-06-10' }
    expect(said(await theirs.post('/api/me/delegations', given))).toEqual([404, 'NOT_FOUND'])
    await app.db.kysely.updateTable('staff').set({ agency: null }).where('id', 'in', ['atasan', 'p2']).execute()
  })
})

describe('the superior of an assessor', () => {
  it('is set by an administrator where nobody assesses the assessor, on record, and in no circle [O100 O101]', async () => {
    const set = (assessorId: string, superiorId: string, of: object = {}) =>
      admin.post(`${OFFICE}/superiors`, { assessorId, superiorId, from: '2026-06-09', to: null, ...of })
    const key = { 'idempotency-key': 'atasan-penilai' }
    const body = { assessorId: 'atasan', superiorId: 'manajer', from: '2026-06-09', to: null }
    const first = await admin.post(`${OFFICE}/superiors`, body, key)
    expect(first.body.superior).toMatchObject({ assessor: 'Kepala Seksi (contoh)', superior: 'Kepala Bidang (contoh)' })
    expect((await admin.post(`${OFFICE}/superiors`, body, key)).body).toEqual(first.body)
    expect(said(await admin.post(`${OFFICE}/superiors`, { ...body, superiorId: 'meja' }, key))).toEqual([
      ...[409, 'COMMAND_ID_REUSED'],
    ])
    expect(await audited('superior.add')).toMatchObject([{ assessorId: 'atasan', superiorId: 'manajer' }])
    expect(said(await set('atasan', 'atasan'))).toEqual([409, 'SUPERVISION_SELF'])
    expect(said(await set('manajer', 'p2'))).toEqual([409, 'SUPERVISION_CIRCLE'])
    expect(said(await assess('manajer', 'p2'))).toEqual([409, 'SUPERVISION_CIRCLE'])
    expect(said(await set('atasan', 'meja', { from: '2026-07-01' }))).toEqual([409, 'SUPERVISION_OPEN'])
    expect(said(await set('atasan', 'lain'))).toEqual([404, 'NOT_FOUND'])
    const { id } = first.body.superior
    expect(said(await admin.post(`${OFFICE}/superiors/${id}/end`, { to: '2026-06-08' }))).toEqual([409, 'DATE_PAST'])
    expect((await admin.post(`${OFFICE}/superiors/${id}/end`, { to: '2026-06-30' })).body.superior.to).toBe(
      '2026-06-30',
    )
    expect(await audited('superior.end')).toHaveLength(1)
    expect((await admin.get(`${OFFICE}/superiors`)).body.superiors).toHaveLength(1)
  })
})

describe('a delegation', () => {
  it('is given by the person or an administrator until a day, and opens the team to the other until then [O103 O104]', async () => {
    const [supervisor, desk] = [await app.as('atasan'), await app.as('meja')]
    const given = { delegateId: 'meja', from: '2026-06-09', to: '2026-06-10' }
    expect((await team(desk)).leads).toBe(false)
    const key = { 'idempotency-key': 'cuti-atasan' }
    const { body } = await supervisor.post('/api/me/delegations', given, key)
    expect((await supervisor.post('/api/me/delegations', given, key)).body).toEqual(body)
    expect(body.delegation).toMatchObject({ person: 'Kepala Seksi (contoh)', delegate: 'Meja Depan (contoh)' })
    const now = await team(desk)
    expect(now.leads).toBe(true)
    expect(now.members.map((m: { behalf: string }) => m.behalf)).toEqual(Array(3).fill('Kepala Seksi (contoh)'))
    expect(await audited('delegation.add')).toMatchObject([{ who: 'staff:atasan', personId: 'atasan' }])
    const clock = app.clock.now
    app.clock.now = atClock('2026-06-11', '00:00', 'WITA')
    expect(await team(await app.as('meja'))).toMatchObject({ leads: false, members: [] })
    app.clock.now = clock
    const again = { ...given, personId: 'atasan', delegateId: 'p3' }
    expect(said(await admin.post(`${OFFICE}/delegations`, again))).toEqual([409, 'DELEGATION_OVERLAP'])
  })

  it('is given to nobody who may not assess, by right or agency, and they are not offered [O371]', async () => {
    const supervisor = await app.as('atasan')
    const given = { from: '2026-07-09', to: '2026-07-10' }
    const offered = async () => (await team(supervisor)).colleagues.map((c: { id: string }) => c.id)
    const give = (delegateId: string) => supervisor.post('/api/me/delegations', { ...given, delegateId })
    expect(await offered()).toContain('p5')
    expect(await offered()).not.toContain('admin')
    expect(said(await give('admin'))).toEqual([409, 'DELEGATION_RIGHT'])
    await app.db.kysely.updateTable('staff_roles').set({ role: 'observer' }).where('staff_id', '=', 'p5').execute()
    expect(await offered()).not.toContain('p5')
    expect(said(await give('p5'))).toEqual([409, 'DELEGATION_RIGHT'])
    await app.db.kysely.updateTable('staff_roles').set({ role: 'officer' }).where('staff_id', '=', 'p5').execute()
    await app.db.kysely.updateTable('staff').set({ agency: 'sipil' }).where('id', '=', 'p6').execute()
    const byAdmin = { ...given, personId: 'atasan', delegateId: 'p6' }
    expect(said(await admin.post(`${OFFICE}/delegations`, byAdmin))).toEqual([409, 'DELEGATION_RIGHT'])
    await app.db.kysely.updateTable('staff').set({ agency: null }).where('id', '=', 'p6').execute()
  })

  it('is taken back in the same minute by whoever gave it or an administrator, and by nobody else [O104]', async () => {
    const [supervisor, desk] = [await app.as('atasan'), await app.as('meja')]
    const { id } = (await team(supervisor)).delegations[0]
    expect(said(await desk.post(`/api/me/delegations/${id}/end`))).toEqual([404, 'NOT_FOUND'])
    expect((await supervisor.post(`/api/me/delegations/${id}/end`)).body.delegation.endedOn).toBe('2026-06-09')
    expect(await team(desk)).toMatchObject({ leads: false, members: [] })
    expect(said(await admin.post(`${OFFICE}/delegations/${id}/end`))).toEqual([409, 'DELEGATION_ENDED'])
    expect(await audited('delegation.end')).toHaveLength(1)
    expect((await admin.get(`${OFFICE}/delegations`)).body.delegations).toHaveLength(1)
  })

  it('names its last day, is not of the past and not for oneself [O104]', async () => {
    const supervisor = await app.as('atasan')
    const give = async (of: object) => {
      const body = { delegateId: 'p3', from: '2026-06-09', to: '2026-06-09', ...of }
      return said(await supervisor.post('/api/me/delegations', body))
    }
    expect(await give({ to: null })).toEqual([400, 'BAD_REQUEST'])
    expect(await give({ delegateId: 'atasan' })).toEqual([409, 'DELEGATION_SELF'])
    expect(await give({ from: '2026-06-08' })).toEqual([409, 'DATE_PAST'])
    expect(await give({ to: '2027-06-10' })).toEqual([409, 'DELEGATION_LONG'])
    expect(await give({ delegateId: 'lain' })).toEqual([404, 'NOT_FOUND'])
  })
})
