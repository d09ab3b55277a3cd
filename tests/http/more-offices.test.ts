import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../shared/kit/time.ts'
import { enrolled, password } from '../helpers/authenticator.ts'
import { testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICES = '/api/offices/samarinda/offices'
const NEW = 'kuda minum kopi'
const wish = { name: 'Kecamatan Contoh Timur', city: 'Jayapura', zone: 'WIT', template: 'kecamatan' } as const
const who = { name: 'Dewi Contoh', email: 'Dewi@timur.example' }

let app: TestApp
let admin: Visitor
beforeEach(async () => {
  app = await testApp({ env: { PUBLIC_URL: 'https://antrean.example' } })
  admin = await app.as('admin')
})
afterEach(() => app.close())

const begin = (administrator: object | null, key = 'kantor-kedua-1', change: object = {}) =>
  admin.post(OFFICES, { ...wish, administrator, ...change }, { 'idempotency-key': key.padEnd(22, 'x') })
const goTo = (office: string, visitor = admin) => visitor.post('/api/me/office', { office })
const use = (link: { url: string }) =>
  app.visitor().post('/api/account-links/use', { secret: link.url.split('/').at(-1)!, password: NEW })
/** The head of a section, administrator by now, who sets an office up as well. */
async function second(office?: string): Promise<Visitor> {
  const { kysely } = app.db
  await kysely.insertInto('staff_roles').values({ staff_id: 'atasan', role: 'administrator' }).execute()
  const row = { staff_id: 'atasan', office: office!, decided_by: 'staff:admin', decided_at: 1 }
  if (office) await kysely.insertInto('administrations').values(row).execute()
  return app.as('atasan')
}
const code = (answer: Answer) => [answer.status, answer.body.error?.code ?? null]

describe('a second office', () => {
  it('is begun by an administrator with the services of its kind, prepared and opened where they go to work, and left again [A95 A96]', async () => {
    const begun = await begin(null)
    expect([begun.status, begun.body.link]).toEqual([201, null])
    const { id } = begun.body.office
    expect(begun.body.office).toMatchObject({ name: wish.name, zone: 'WIT', openedAt: null })
    expect(begun.body.office.services).toHaveLength(8)
    expect((await admin.get(OFFICES)).body.offices).toContainEqual({
      ...{ id, name: wish.name, city: 'Jayapura', zone: 'WIT', opened: false, mine: true },
    })
    // Not before they have gone there: one browser works at one office.
    expect(code(await admin.get(`/api/offices/${id}/opening`))).toEqual([403, 'FORBIDDEN'])
    expect((await goTo(id)).body.staff).toMatchObject({ officeId: id, offices: ['samarinda', id] })
    expect((await admin.get('/api/me')).body.staff.officeId).toBe(id)
    expect(code(await admin.get('/api/offices/samarinda/opening'))).toEqual([403, 'FORBIDDEN'])
    const settings = `/api/offices/${id}/settings`
    const { address, services } = begun.body.office
    const change = { address: 'Jalan Contoh 1', seen: { address } }
    expect(code(await admin.patch(settings, change))).toEqual([200, null])
    const officer = { name: 'Eko Contoh', username: 'eko', roles: ['officer'] }
    expect((await admin.post(`/api/offices/${id}/people`, officer)).status).toBe(201)
    await enrolled(app, admin)
    const missing = (await admin.get(`/api/offices/${id}/opening`)).body.findings as { level: string; key: string }[]
    expect(missing.filter(f => f.level === 'must').map(f => f.key)).toEqual([])
    expect((await admin.post(`/api/offices/${id}/opening`)).body.openedAt).toBe(app.clock.now)
    expect(services).toEqual(app.offices.get(id).services)
    expect((await goTo('samarinda')).body.staff.officeId).toBe('samarinda')
    expect((await admin.get(OFFICES)).status).toBe(200)
  })

  it('is begun by nobody who sets up and hires by a role of the office’s own, and keeps its only administrator [A26 A98]', async () => {
    const { kysely } = app.db
    const own = { id: 'tata', name: ['Tata usaha', 'Back office'], permissions: ['office.configure', 'staff.manage'] }
    expect((await admin.post('/api/offices/samarinda/roles', { roles: [own], seen: [] })).status).toBe(200)
    await kysely.insertInto('staff_roles').values({ staff_id: 'p1', role: 'tata' }).execute()
    const clerk = await app.as('petugas1')
    expect(code(await clerk.post(OFFICES, { ...wish, administrator: who }))).toEqual([403, 'RIGHT_NOT_HELD'])
    const { id } = (await begin(null)).body.office
    await kysely.insertInto('staff_roles').values({ staff_id: 'atasan', role: 'administrator' }).execute()
    const boss = await app.as('atasan')
    const off = () => boss.post('/api/offices/samarinda/people/admin/deactivate')
    expect(code(await off())).toEqual([409, 'OFFICES_LEFT'])
    await kysely
      .insertInto('administrations')
      .values({ staff_id: 'atasan', office: id, decided_by: 'staff:admin', decided_at: 1 })
      .execute()
    expect(code(await off())).toEqual([200, null])
  })

  it('is begun for somebody new by a link that is shown once; asked again it is the same office with another link [A95]', async () => {
    const first = await begin(who)
    const { id } = first.body.office
    expect(first.body.link).toEqual({
      url: expect.stringMatching(/^https:\/\/antrean\.example\/console\/#\/tautan\/[\w-]{22}$/),
      until: app.clock.now + 48 * HOUR,
    })
    const again = await begin(who)
    expect([again.status, again.body.office.id, app.offices.all().length]).toEqual([201, id, 2])
    expect([(await use(first.body.link)).status, (await use(again.body.link)).status]).toEqual([410, 200])
    const dewi = app.visitor()
    const { staff } = (await password(dewi, 'dewi@timur.example', NEW)).body
    expect(staff).toMatchObject({ officeId: id, offices: [id], roles: ['administrator'] })
    expect((await dewi.get(`/api/offices/${id}/opening`)).status).toBe(200)
    // Whoever has come in needs none; whoever only opened it does not work there.
    expect((await begin(who)).body.link).toBeNull()
    expect(code(await goTo(id))).toEqual([403, 'FORBIDDEN'])
    const stored = JSON.stringify(await app.db.kysely.selectFrom('staff').selectAll().execute())
    for (const { link } of [first.body, again.body]) expect(stored).not.toContain(link.url.split('/').at(-1))
    const acts = await app.db.kysely.selectFrom('audit').select('detail').where('what', '=', 'office.begin').execute()
    expect(acts).toHaveLength(1)
    expect(acts[0]!.detail).not.toMatch(/Dewi|dewi/)
  })

  it('is not half begun: a known address, an unknown kind, another wish under the same key, or no right make none [A95]', async () => {
    const refusals: [object, string][] = [
      [{ template: 'bandara' }, 'NOT_FOUND'],
      [{ zone: 'UTC' }, 'BAD_REQUEST'],
      [{ name: ' ' }, 'BAD_REQUEST'],
    ]
    for (const [change, expected] of refusals)
      expect((await begin(null, 'salah', change)).body.error.code).toBe(expected)
    expect((await begin(who)).status).toBe(201)
    expect(code(await begin(who, 'kantor-ketiga'))).toEqual([409, 'USERNAME_TAKEN'])
    const others: [object | null, object][] = [
      [who, { name: 'Lain' }],
      [who, { city: 'Merauke' }],
      [who, { template: null }],
      [who, { template: 'puskesmas' }],
      [null, {}],
      [{ ...who, name: 'Lain' }, {}],
      [{ ...who, email: 'lain@timur.example' }, {}],
    ]
    for (const [other, change] of others)
      expect([change, ...code(await begin(other, undefined, change))]).toEqual([change, 409, 'COMMAND_ID_REUSED'])
    expect(code(await (await app.as('manajer')).post(OFFICES, { ...wish, administrator: null }))[0]).toBe(403)
    expect(app.offices.all()).toHaveLength(2)
  })

  it('is gone to by nobody else, and no longer by whoever is dismissed there or no administrator at home [A96]', async () => {
    const { id } = (await begin(null)).body.office
    for (const name of ['petugas1', 'manajer', 'meja'])
      expect(code(await goTo(id, await app.as(name)))).toEqual([403, 'FORBIDDEN'])
    const { link } = (await begin(who, 'kantor-lain-2', { name: 'Kantor Lain' })).body
    await use(link)
    const other = app.visitor()
    await password(other, 'dewi@timur.example', NEW)
    expect(code(await goTo('samarinda', other))).toEqual([403, 'FORBIDDEN'])
    expect(code(await goTo(id, other))).toEqual([403, 'FORBIDDEN'])

    await goTo(id)
    const guests = (await admin.get(`/api/offices/${id}/offices`)).body.guests as { id: string; office: string }[]
    expect(guests).toEqual([expect.objectContaining({ office: app.offices.get('samarinda').name })])
    const end = () => admin.post(`/api/offices/${id}/guests/${guests[0]!.id}/end`)
    // Not the last of them, also by themselves.
    expect(code(await end())).toEqual([409, 'LAST_ADMINISTRATOR'])
    await second(id)
    expect((await end()).status).toBe(200)
    expect(code(await admin.get('/api/me'))).toEqual([401, 'NOT_SIGNED_IN'])
    const back = await app.as('admin')
    expect((await back.get('/api/me')).body.staff.offices).toEqual(['samarinda'])
    expect(code(await goTo(id, back))).toEqual([403, 'FORBIDDEN'])
  })
})

describe('whoever sets up a further office', () => {
  const PEOPLE = '/api/offices/samarinda/people'

  it('is left to who sets it up as well: at home they are only switched off, and who does so takes over what nobody else has, once told [A98]', async () => {
    const boss = await second()
    const { id } = (await boss.post(OFFICES, { ...wish, administrator: null })).body.office
    const act = (what: string, body: object = {}) => admin.post(`${PEOPLE}/atasan/${what}`, body)
    const keys = ['link', 'second-factor/reset', 'sessions/end', 'reactivate'].map((what): [string, object] => [
      what,
      {},
    ])
    for (const [what, body] of [
      ...keys,
      ['roles', { roles: ['supervisor'] }],
      ['agency', { agency: 'sipil' }],
    ] as const) {
      const answer = await act(what, body)
      expect([what, ...code(answer), answer.body.error?.data]).toEqual([what, 403, 'RIGHT_NOT_HELD', { office: id }])
    }
    const told = await act('deactivate')
    expect([...code(told), told.body.error.data]).toEqual([
      ...[409, 'OFFICES_LEFT'],
      { person: 'atasan', offices: [id], names: wish.name },
    ])
    expect(code(await act('deactivate', { takes: ['lain'] }))).toEqual([409, 'OFFICES_LEFT'])
    expect((await boss.get('/api/me')).status).toBe(200)
    expect(code(await act('deactivate', { takes: [id] }))).toEqual([200, null])
    expect((await admin.get('/api/me')).body.staff.offices).toEqual(['samarinda', id])
    // Whoever is let in again has nothing left there.
    expect([code(await act('reactivate'))[0], code(await use((await act('link')).body.link))[0]]).toEqual([200, 200])
    const back = app.visitor()
    expect((await password(back, 'atasan', NEW)).body.staff.offices).toEqual(['samarinda'])
    const log = await app.db.kysely
      .selectFrom('audit')
      .select('detail')
      .where('what', '=', 'staff.deactivate')
      .execute()
    expect(log.map(l => JSON.parse(l.detail))).toEqual([{ office: 'samarinda', staff: 'atasan', takes: [id] }])
  })

  it('is managed by who sets up both, who ends there what ends at home [A98]', async () => {
    const { id } = (await begin(null)).body.office
    const boss = await second(id)
    const roles = (wanted: string[]) => boss.post(`${PEOPLE}/admin/roles`, { roles: wanted })
    expect((await roles(['manager'])).status).toBe(200)
    expect((await roles(['administrator'])).status).toBe(200)
    expect((await (await app.as('admin')).get('/api/me')).body.staff.offices).toEqual(['samarinda'])
    expect((await boss.get('/api/me')).body.staff.offices).toEqual(['samarinda', id])
  })

  it('gets no link for its first administrator once they have ever come in, nor once it has another one [A95]', async () => {
    const { office, link } = (await begin(who)).body
    await use(link)
    const dewi = app.visitor()
    await password(dewi, 'dewi@timur.example', NEW)
    const theirs = `/api/offices/${office.id}/people`
    const eko = { name: 'Eko', username: 'eko', roles: ['administrator'] }
    await use((await dewi.post(theirs, eko)).body.link)
    const other = app.visitor()
    await password(other, 'eko', NEW)
    const { id } = (await dewi.get('/api/me')).body.staff
    for (const what of ['deactivate', 'reactivate'])
      expect((await other.post(`${theirs}/${id}/${what}`)).status).toBe(200)
    expect(await begin(who)).toMatchObject({ status: 201, body: { link: null } })
    // One who never came, beside somebody who has by now.
    const late = (await begin({ ...who, email: 'lain@timur.example' }, 'kantor-ketiga')).body.office
    await second(late.id)
    const again = await begin({ ...who, email: 'lain@timur.example' }, 'kantor-ketiga')
    expect(again).toMatchObject({ status: 201, body: { office: { id: late.id }, link: null } })
  })

  it('gets no link by a list that they brought there, sent once more from home after they were dismissed [A26]', async () => {
    const { id } = (await begin(null)).body.office
    await second(id)
    await goTo(id)
    const rows = ['Nama;Surel;Peran', 'Eko;eko@kantor.example;Petugas']
    const list = { content: Buffer.from(rows.join('\n')).toString('base64') }
    const send = (office: string, by = admin) =>
      by.post(`/api/offices/${office}/lists/staff/invite`, list, { 'idempotency-key': 'daftar' })
    expect((await send(id)).body.invited).toHaveLength(1)
    expect((await admin.post(`/api/offices/${id}/guests/admin/end`)).status).toBe(200)
    expect(code(await send('samarinda', await app.as('admin')))).toEqual([409, 'COMMAND_ID_REUSED'])
  })
})
