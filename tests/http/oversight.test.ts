import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { DEMO_PASSWORD } from '../../server/demo/staff.ts'
import { seedDemo } from '../../server/seed.ts'
import { hashPassword } from '../../server/services/identity/staff.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { byName } from '../../shared/kit/by-name.ts'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { MORNING, testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const WINTER = '2026-02-10'
let app: TestApp
/** The administrators of an office in the middle and of one in the east, and somebody who reads both. */
let admin: Visitor
let east: Visitor
let observer: Visitor
beforeAll(async () => {
  const db = await freshDatabase()
  await seedDemo(db, MORNING)
  await saveOffice(db, { ...demoOffice, id: 'timur', zone: 'WIT', city: 'Jayapura', name: 'Kantor timur' })
  const of = {
    officeId: 'timur',
    active: true,
    passwordChangedAt: MORNING - 1,
    passwordHash: await hashPassword(DEMO_PASSWORD),
  }
  await insertStaff(db, { id: 'kepala', username: 'kepala', name: 'Contoh kepala', roles: ['administrator'], ...of })
  const said = surveyed(db)
  for (const counter of ['1', '2', '3'])
    for (let i = 0; i < 6; i += 1) {
      const ids = await said.visits(12, `p${counter}`, counter, addDays(WINTER, i))
      await said.rated(ids, 4)
      await said.answered(ids)
    }
  app = await testApp({ db })
  admin = await app.as('admin')
  ;[east, observer] = [await app.as('kepala'), await app.as('pemantau')]
})
afterAll(() => app.close())

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const audited = async (what: string) => {
  const rows = await app.db.kysely.selectFrom('audit').select('detail').where('what', '=', what).execute()
  return rows.map(r => JSON.parse(r.detail) as Record<string, unknown>)
}
const see = (query = '') => observer.get(`/api/me/observed${query}`)
const names = async () => (await see()).body.offices.map((o: { office: { name: string } }) => o.office.name)

describe('an observer of several offices', () => {
  const OBSERVERS = '/api/offices/timur/observers'
  const wanted = { username: 'Pemantau', from: '2026-06-09', to: null }

  it('reads an office only once an administrator of it agrees, from the day and until it is ended [O42]', async () => {
    expect(await names()).toEqual([demoOffice.name])
    const later = await east.post(OBSERVERS, { ...wanted, from: '2026-06-11', to: '2026-06-12' })
    expect([later.status, later.body.observer]).toMatchObject([201, { username: 'pemantau', now: false }])
    expect(await names()).toHaveLength(1)
    const key = { 'idempotency-key': 'setuju-1' }
    const now = { ...wanted, to: '2026-06-10' }
    const agreed = await east.post(OBSERVERS, now, key)
    expect((await east.post(OBSERVERS, now, key)).body.observer.id).toBe(agreed.body.observer.id)
    expect(await names()).toEqual([demoOffice.name, 'Kantor timur'])
    for (const other of [
      { ...now, to: null },
      { ...now, from: '2026-06-10' },
      { ...now, username: 'manajer' },
    ])
      expect(said(await east.post(OBSERVERS, other, key))).toEqual([409, 'COMMAND_ID_REUSED'])
    expect((await audited('observer.agree')).at(-1)).toEqual({
      ...{
        office: 'timur',
        observation: agreed.body.observer.id,
        staff: 'pemantau',
        from: '2026-06-09',
        to: '2026-06-10',
      },
    })
    expect((await east.post(`${OBSERVERS}/${agreed.body.observer.id}/end`)).status).toBe(200)
    expect(await names()).toHaveLength(1)
    expect(await audited('observer.end')).toHaveLength(1)
    // What was agreed stays on record.
    expect((await east.get(OBSERVERS)).body.observers).toHaveLength(2)
  })

  it('is agreed to once for a day, by no other office, and is somebody with that role [O42]', async () => {
    expect(said(await east.post(OBSERVERS, { ...wanted, from: '2026-06-12' }))).toEqual([409, 'OBSERVED_ALREADY'])
    expect(said(await east.post(OBSERVERS, { ...wanted, username: 'manajer' }))).toEqual([404, 'OBSERVER_UNKNOWN'])
    expect(said(await east.post(OBSERVERS, { ...wanted, from: '2026-06-08' }))).toEqual([409, 'DATE_PAST'])
    expect(said(await admin.post(OBSERVERS, wanted))).toEqual([403, 'FORBIDDEN'])
    const [{ id }] = (await east.get(OBSERVERS)).body.observers
    expect(said(await admin.post(`/api/offices/samarinda/observers/${id}/end`))).toEqual([404, 'NOT_FOUND'])
  })

  it('sees waits, served, IKM and ratings with n and interval; nothing of few, of a person or an officer [O41]', async () => {
    const { body, text } = await see('?period=2026-Q1')
    const [row] = body.offices
    expect(row.period.served).toBe(216)
    expect(row.period.wait).toMatchObject({ n: 216, p50: { ms: 20 * 60_000 } })
    expect(row.ikm.n).toBeGreaterThan(100)
    expect(row.ratings).toMatchObject({ n: 216, mean: 100, high: 100 })
    expect([row.today, row.compared]).toEqual([{ served: null, wait: null }, null])
    expect(text).not.toMatch(/p1|p2|p3|petugas|Petugas|officer|counter/)
    expect(body.periods).toEqual(['2026-Q1', '2025-Q4', '2025-Q3', '2025-Q2'])
    expect(said(await see('?period=2026-05'))).toEqual([400, 'BAD_REQUEST'])
  })

  it('reads each office by its own day: after midnight in the east it is still the day before here [O41]', async () => {
    await app.db.kysely
      .updateTable('observations')
      .set({ from_date: '2026-01-01', to_date: null })
      .where('office', '=', 'timur')
      .execute()
    const before = app.clock.now
    app.clock.now = atClock('2026-06-09', '23:30', 'WITA')
    const rows = (await (await app.as('pemantau')).get('/api/me/observed')).body.offices
    expect(rows.map((r: { date: string; office: { zone: string } }) => [r.office.zone, r.date])).toEqual([
      ['WITA', '2026-06-09'],
      ['WIT', '2026-06-10'],
    ])
    app.clock.now = before
  })

  it('takes the same along as a file, on record [O41]', async () => {
    const file = await observer.post('/api/me/observed/table', { period: '2026-Q1', lang: 'id' })
    const text = Buffer.from(file.body.content, 'base64').toString()
    expect(file.body.name).toBe('pemantauan_2026-Q1.csv')
    expect(text).toContain(`${demoOffice.name};2026-06-09;;;;216;20,0;20,0;`)
    expect(await audited('observer.table')).toEqual([{ period: '2026-Q1' }])
  })

  it('opens no other door of any office, neither the own one nor one observed [O42]', async () => {
    for (const office of ['samarinda', 'timur'])
      for (const path of [
        'figures',
        'ikm',
        'ratings',
        'day',
        'people',
        'applications',
        'messages',
        'reasons?month=2026-05',
      ])
        expect((await observer.get(`/api/offices/${office}/${path}`)).status, `${office} ${path}`).toBe(403)
  })

  it('is nobody of an agency, whatever was agreed [O42]', async () => {
    await app.db.kysely.updateTable('staff').set({ agency: 'sipil' }).where('id', '=', 'pemantau').execute()
    const theirs = await app.as('pemantau')
    expect(said(await theirs.get('/api/me/observed'))).toEqual([403, 'FORBIDDEN'])
    await app.db.kysely.updateTable('staff').set({ agency: null }).where('id', '=', 'pemantau').execute()
    expect((await (await app.as('pemantau')).get('/api/me/observed')).status).toBe(200)
  })
})

describe('who assesses whom', () => {
  const PATH = '/api/offices/samarinda/supervisions'
  const add = (officerId: string, assessorId: string, of: object = {}) =>
    admin.post(PATH, { officerId, assessorId, from: '2026-06-09', to: null, ...of })

  it('is said by an administrator of the office about its own people, on record [O43]', async () => {
    const { body } = await add('p1', 'atasan')
    expect(body.supervision).toMatchObject({
      officer: 'Petugas 1 (contoh)',
      assessor: 'Kepala Seksi (contoh)',
      to: null,
    })
    expect(await audited('supervision.add')).toMatchObject([{ officerId: 'p1', assessorId: 'atasan' }])
    expect(said(await add('p1', 'kepala'))).toEqual([404, 'NOT_FOUND'])
    expect(said(await add('p2', 'p2'))).toEqual([409, 'SUPERVISION_SELF'])
    expect(said(await add('atasan', 'p1'))).toEqual([409, 'SUPERVISION_CIRCLE'])
    expect(said(await east.get(PATH))).toEqual([403, 'FORBIDDEN'])
  })

  it('ends what goes on only once that was told, both on record and nothing deleted [O43]', async () => {
    const told = await add('p1', 'manajer', { from: '2026-07-01' })
    expect(said(told)).toEqual([409, 'SUPERVISION_OPEN'])
    expect(told.body.error.data).toMatchObject({ assessorId: 'atasan', until: '2026-06-30' })
    expect((await admin.get(PATH)).body.supervisions).toHaveLength(1)
    const ends = told.body.error.data.supervision
    expect((await add('p1', 'manajer', { from: '2026-07-01', ends })).status).toBe(201)
    const terms = (await admin.get(PATH)).body.supervisions
    expect(terms.map((s: { from: string; to: string | null }) => [s.from, s.to])).toEqual([
      ['2026-06-09', '2026-06-30'],
      ['2026-07-01', null],
    ])
    expect((await audited('supervision.add')).at(-1)).toMatchObject({ ends, until: '2026-06-30' })
  })

  it('ends by a day that is not over, once [O43]', async () => {
    const { id } = (await add('p3', 'atasan')).body.supervision
    const end = (to: string) => admin.post(`${PATH}/${id}/end`, { to })
    expect(said(await end('2026-06-08'))).toEqual([409, 'DATE_PAST'])
    expect((await end('2026-06-09')).body.supervision.to).toBe('2026-06-09')
    expect(said(await end('2026-06-10'))).toEqual([409, 'SUPERVISION_ENDED'])
    expect(said(await admin.post(`${PATH}/lain/end`, { to: '2026-06-10' }))).toEqual([404, 'NOT_FOUND'])
  })

  it('opens nobody’s figures: who assesses reads no record but the own one [O43]', async () => {
    const supervisor = await app.as('atasan')
    const { text } = await supervisor.get('/api/me/record')
    expect(text).not.toContain('Petugas 1')
  })

  it('is listed by the names of the officers, and who stands over whom by those of the assessors [O301]', async () => {
    for (const id of ['p11', 'p2', 'p5']) await add(id, 'atasan')
    const { supervisions } = (await admin.get(PATH)).body as { supervisions: { officer: string }[] }
    const names = supervisions.map(s => s.officer)
    expect(names).toEqual(byName(names.map(name => ({ name }))).map(n => n.name))
    expect(names.length).toBeGreaterThan(2)
  })
})

describe('an act under a key that was used in another office', () => {
  it('is refused, and does nothing there [J3]', async () => {
    const of = { name: 'Contoh', active: true, passwordChangedAt: MORNING - 1, passwordHash: '' }
    for (const [office, id] of [
      ['samarinda', 'lihat'],
      ['timur', 'kerja'],
    ] as const)
      await insertStaff(app.db, { ...of, id, username: id, officeId: office, roles: ['observer'] })
    await app.db.kysely
      .insertInto('administrations')
      .values({ staff_id: 'admin', office: 'timur', decided_by: 'staff:kepala', decided_at: 1 })
      .execute()
    const both = await app.as('admin')
    const key = { 'idempotency-key': 'dua-kantor' }
    const observer_ = { username: 'lihat', from: '2026-06-20', to: null }
    const wishes = {
      observers: observer_,
      supervisions: { officerId: 'p7', assessorId: 'p8', from: '2026-06-09', to: null },
    }
    for (const [what, wish] of Object.entries(wishes))
      expect((await both.post(`/api/offices/samarinda/${what}`, wish, key)).status).toBe(201)
    expect(
      said(await both.post('/api/offices/samarinda/supervisions', { ...wishes.supervisions, to: '2026-07-01' }, key)),
    ).toEqual([...[409, 'COMMAND_ID_REUSED']])
    await both.post('/api/me/office', { office: 'timur' })
    const there = { ...wishes.supervisions, officerId: 'kerja', assessorId: 'kepala' }
    for (const [what, wish] of Object.entries({ ...wishes, supervisions: there }))
      expect([what, ...said(await both.post(`/api/offices/timur/${what}`, wish, key))]).toEqual([
        ...[what, 409, 'COMMAND_ID_REUSED'],
      ])
    await app.db.kysely.deleteFrom('administrations').execute()
    admin = await app.as('admin')
  })
})

describe('an observer at home', () => {
  it('is given no link there while another office lets them read, and nothing is left of that once they were off [A98]', async () => {
    const [{ id: observation }] = (await east.get('/api/offices/timur/observers')).body.observers
    await app.db.kysely
      .updateTable('observations')
      .set({ staff_id: 'lihat', from_date: '2026-06-01', to_date: null })
      .where('id', '=', observation)
      .execute()
    const act = (what: string) => admin.post(`/api/offices/samarinda/people/lihat/${what}`)
    for (const what of ['link', 'second-factor/reset', 'reactivate'])
      expect([what, ...said(await act(what))]).toEqual([what, 403, 'RIGHT_NOT_HELD'])
    for (const what of ['deactivate', 'reactivate']) expect([what, (await act(what)).status]).toEqual([what, 200])
    expect((await act('link')).status).toBe(201)
    const open = await app.db.kysely
      .selectFrom('observations')
      .select('id')
      .where('staff_id', '=', 'lihat')
      .where(is => is.or([is('to_date', 'is', null), is('to_date', '>=', '2026-06-09')]))
      .execute()
    expect(open).toEqual([])
  })
})
