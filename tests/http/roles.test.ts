import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { OwnRole } from '../../shared/office/permissions.ts'
import { listener, until } from '../helpers/listeners.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const ROLES = '/api/offices/samarinda/roles'
const keeper: OwnRole = { id: 'penjaga', name: ['Penjaga perangkat', 'Keeper'], permissions: ['device.approve'] }
const helper: OwnRole = { id: 'pemandu', name: ['Pemandu', 'Guide'], permissions: ['queue.take'] }

let app: TestApp
let admin: Visitor
beforeEach(async () => {
  app = await testApp()
  admin = await app.as('admin')
})
afterEach(() => app.close())

const save = (roles: readonly OwnRole[], seen: readonly OwnRole[] = [], who = admin) => who.post(ROLES, { roles, seen })
const give = (staffId: string, role: string) =>
  app.db.kysely.insertInto('staff_roles').values({ staff_id: staffId, role }).execute()
const own = async (who = admin) => (await who.get(ROLES)).body.own

describe('a role that an office has made for itself', () => {
  it('gives its rights to whoever has it, beside those of their other roles [A23]', async () => {
    expect((await save([keeper])).status).toBe(200)
    await give('p1', 'penjaga')
    const officer = await app.as('petugas1')
    expect((await officer.get('/api/me')).body.staff.permissions).toContain('device.approve')
    expect((await officer.get('/api/offices/samarinda/devices')).status).toBe(200)
    expect(await own()).toEqual([{ ...keeper, people: 1 }])
    expect((await app.visitor().get('/api/offices/samarinda')).text).not.toContain('penjaga')
  })

  it('is made only of rights that its maker holds [A23]', async () => {
    for (const permission of ['survey.read', 'queue.call', 'officer.read.own'] as const) {
      const answer = await save([{ ...keeper, permissions: ['device.approve', permission] }])
      expect([answer.status, answer.body.error.code, answer.body.error.data.permission]).toEqual([
        ...[403, 'RIGHT_NOT_HELD', permission],
      ])
    }
    // Somebody with both roles may: the right is theirs.
    await give('admin', 'officer')
    const both = await app.as('admin')
    expect((await save([helper], [], both)).status).toBe(200)
    await app.db.kysely
      .deleteFrom('staff_roles')
      .where('staff_id', '=', 'admin')
      .where('role', '=', 'officer')
      .execute()
    // What it had already stays with it; nothing is added.
    const again = await app.as('admin')
    const renamed = { ...helper, name: ['Pemandu antrean', 'Queue guide'] as const }
    expect((await save([renamed], [helper], again)).status).toBe(200)
    const more = { ...renamed, permissions: [...helper.permissions, 'queue.pick' as const] }
    expect((await save([more], [renamed], again)).body.error.code).toBe('RIGHT_NOT_HELD')
  })

  it('stays while somebody has it, and is taken away afterwards [A23]', async () => {
    await save([keeper])
    await give('p1', 'penjaga')
    const kept = await save([], [keeper])
    expect(kept.body.error).toMatchObject({ code: 'ROLE_IN_USE', data: { role: 'penjaga', people: 1 } })
    await app.db.kysely.deleteFrom('staff_roles').where('role', '=', 'penjaga').execute()
    expect((await save([], [keeper])).status).toBe(200)
    expect(await own()).toEqual([])
    // Also after its last one an office makes another.
    expect((await save([keeper])).status).toBe(200)
  })

  it('has no name of a role that every office has, is not empty, and is not there twice [A23]', async () => {
    for (const roles of [[{ ...keeper, id: 'manager' }], [{ ...keeper, permissions: [] }], [keeper, keeper]])
      expect((await save(roles)).body.error.code).toBe('BAD_REQUEST')
  })

  it('is not overwritten by somebody who has not seen what it is by now [A11]', async () => {
    await save([keeper])
    expect((await save([helper], [])).body.error.code).not.toBe(undefined)
    expect(await own()).toHaveLength(1)
  })

  it('is made, with its rights and without names of people, on record [A9]', async () => {
    await save([keeper])
    const rows = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'office.roles').execute()
    expect(rows.map(r => JSON.parse(r.detail))).toEqual([
      { office: 'samarinda', roles: [{ id: 'penjaga', permissions: ['device.approve'] }] },
    ])
  })
})

describe('whoever manages people by a role of the office’s own', () => {
  const PEOPLE = '/api/offices/samarinda/people'
  const personnel: OwnRole = { id: 'kepegawaian', name: ['Kepegawaian', 'Personnel'], permissions: ['staff.manage'] }
  let by: Visitor
  beforeEach(async () => {
    await save([personnel, keeper])
    await give('p1', 'kepegawaian')
    by = await app.as('petugas1')
  })
  const said = ({ status, body }: Awaited<ReturnType<Visitor['post']>>) => [status, body.error?.code]
  const acts = (id: string): [string, object][] => [
    ...[`link`, 'second-factor/reset', 'sessions/end', 'deactivate', 'reactivate'].map((act): [string, object] => [
      `${PEOPLE}/${id}/${act}`,
      {},
    ]),
    [`${PEOPLE}/${id}/roles`, { roles: ['officer'] }],
  ]
  const held = [403, 'RIGHT_NOT_HELD']

  it('does nothing to an administrator, nor to anybody with a right that they do not hold [A26]', async () => {
    await give('p3', 'penjaga')
    for (const id of ['admin', 'manajer', 'atasan', 'p3'])
      for (const [path, body] of acts(id)) expect([path, ...said(await by.post(path, body))]).toEqual([path, ...held])
    for (const [path, body] of acts('p2'))
      expect([path, ...said(await by.post(path, body))]).toEqual([path, 200 + +path.endsWith('link'), undefined])
    expect(await app.db.kysely.selectFrom('staff').select('id').where('active', '=', 0).execute()).toEqual([])
  })

  it('gives no role with a right that they do not hold: to nobody new, to nobody there, and by no list [A26]', async () => {
    const invite = (role: string) => by.post(PEOPLE, { name: 'Eko', username: 'eko', roles: ['officer', role] })
    for (const role of ['administrator', 'manager', 'supervisor', 'frontDesk', 'penjaga']) {
      expect([role, ...said(await invite(role))]).toEqual([role, ...held])
      expect([role, ...said(await by.post(`${PEOPLE}/p2/roles`, { roles: ['officer', role] }))]).toEqual([
        role,
        ...held,
      ])
    }
    const rows = ['Eko;eko@kantor.example;Administrator', 'Fitri;fitri@kantor.example;Penjaga perangkat']
    const list = { content: Buffer.from(['Nama;Surel;Peran', ...rows].join('\n')).toString('base64') }
    const { problems, invited } = (await by.post('/api/offices/samarinda/lists/staff/invite', list)).body
    expect([problems.map((p: { row: number; word: string }) => [p.row, p.word]), invited]).toEqual([
      ...[
        [
          [2, 'roleNotHeld'],
          [3, 'roleNotHeld'],
        ],
        [],
      ],
    ])
    expect((await invite('kepegawaian')).status).toBe(201)
  })

  it('gets no second link for somebody whom they invited and who has more rights by now [A26]', async () => {
    const again = { 'idempotency-key': 'undangan' }
    const invite = () => by.post(PEOPLE, { name: 'Eko', username: 'eko', roles: ['officer'] }, again)
    const { id } = (await invite()).body.person
    expect((await invite()).status).toBe(201)
    await give(id, 'administrator')
    expect(said(await invite())).toEqual(held)
  })

  it('gets no link by a list sent once more, for somebody on it who has more rights by now [A26]', async () => {
    const rows = ['Nama;Surel;Peran', 'Eko;eko@kantor.example;Petugas', 'Fitri;fitri@kantor.example;Petugas']
    const list = { content: Buffer.from(rows.join('\n')).toString('base64') }
    const send = () => by.post('/api/offices/samarinda/lists/staff/invite', list, { 'idempotency-key': 'daftar' })
    const [, fitri] = (await send()).body.invited
    expect((await send()).body.invited).toHaveLength(2)
    expect((await admin.post(`${PEOPLE}/${fitri.id}/roles`, { roles: ['administrator'] })).status).toBe(200)
    expect(said(await send())).toEqual(held)
    const { kysely } = app.db
    const linked = kysely.selectFrom('staff').select('id').where('id', '=', fitri.id).where('link_hash', 'is not', null)
    expect(await linked.execute()).toEqual([])
  })

  it('is told what they lack, and never a right that they have [A26]', async () => {
    const about = async (id: string) => (await by.post(`${PEOPLE}/${id}/link`)).body.error.data
    expect(await about('admin')).toEqual({ permission: 'booking.void' })
    const all = ['booking.void', 'device.approve', 'office.configure', 'roster.plan', 'staff.manage'] as const
    const { kysely } = app.db
    await save([{ ...personnel, permissions: all }, keeper], [personnel, keeper])
    by = await app.as('petugas1')
    expect(await about('admin')).toEqual({ role: 'administrator' })
    expect(await kysely.selectFrom('staff').select('id').where('link_hash', 'is not', null).execute()).toEqual([])
  })

  it('does not stop an administrator, who decides about everybody [A26]', async () => {
    for (const [path, body] of acts('p1')) expect((await admin.post(path, body)).status).toBeLessThan(300)
    expect((await admin.post(`${PEOPLE}/p2/roles`, { roles: ['manager', 'penjaga'] })).status).toBe(200)
  })
})

describe('whoever has other rights by a change of roles', () => {
  it('signs in anew, and their live screens end at once; others stay [A24]', async () => {
    await save([keeper])
    await give('p1', 'penjaga')
    const [changed, other] = [await app.as('petugas1'), await app.as('petugas2')]
    const url = await app.listen()
    const screen = await listener(url, 'staff', changed)
    let why = ''
    screen.socket.on('ended', said => (why = said.why))
    const began = performance.now()
    const wider: OwnRole = { ...keeper, permissions: ['device.approve', 'booking.void'] }
    expect((await save([wider], [keeper])).status).toBe(200)
    await until(() => why !== '')
    expect(performance.now() - began).toBeLessThan(1_000)
    expect(why).toBe('changed')
    expect((await changed.get('/api/me')).status).toBe(401)
    expect((await other.get('/api/me')).status).toBe(200)
    expect((await (await app.as('petugas1')).get('/api/me')).body.staff.permissions).toContain('booking.void')
    screen.close()
  })

  it('is nobody where only the name of a role changes [A24]', async () => {
    await save([keeper])
    await give('p1', 'penjaga')
    const officer = await app.as('petugas1')
    expect((await save([{ ...keeper, name: ['Penjaga', 'Keeper'] }], [keeper])).status).toBe(200)
    expect((await officer.get('/api/me')).status).toBe(200)
  })
})
