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
    expect((await app.visitor().get('/api/offices')).text).not.toContain('penjaga')
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
