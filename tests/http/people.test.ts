import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR } from '../../shared/kit/time.ts'
import { enrolled, password } from '../helpers/authenticator.ts'
import { testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const PEOPLE = '/api/offices/samarinda/people'
const NEW = 'kuda minum kopi'
let app: TestApp
let admin: Visitor
beforeEach(async () => {
  app = await testApp({ env: { PUBLIC_URL: 'https://antrean.example' } })
  admin = await app.as('admin')
})
afterEach(() => app.close())

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const dewi = {
  name: 'Dewi Contoh',
  username: 'Dewi',
  email: 'Dewi@kantor.example',
  employeeNumber: '1990-1',
  roles: ['officer'],
}
const invite = (person: object = dewi, headers?: Record<string, string>) => admin.post(PEOPLE, person, headers)
const secretOf = (answer: Answer): string => answer.body.link.url.split('/').at(-1)
const use = (secret: string, typed = NEW) => app.visitor().post('/api/account-links/use', { secret, password: typed })
const look = (secret: string) => app.visitor().post('/api/account-links/look', { secret })
const act = (person: string, what: string, body: object = {}) => admin.post(`${PEOPLE}/${person}/${what}`, body)
const stateOf = async (id: string) => (await admin.get(PEOPLE)).body.people.find((p: { id: string }) => p.id === id)
/** A second administrator, who can sign in. */
async function colleague(): Promise<Visitor> {
  await use(secretOf(await invite({ ...dewi, roles: ['administrator'] })))
  const who = app.visitor()
  await password(who, 'dewi', NEW)
  return who
}

describe('an invitation', () => {
  it('is a link under the public address whose secret stands behind the #, for 48 hours; the invited choose a password [A19]', async () => {
    const invited = await invite()
    expect(invited.body.person).toMatchObject({ username: 'dewi', email: 'dewi@kantor.example', state: 'invited' })
    expect(invited.body.link.url).toMatch(/^https:\/\/antrean\.example\/console\/#\/tautan\/[\w-]{22}$/)
    expect(invited.body.link.until).toBe(app.clock.now + 48 * HOUR)
    const secret = secretOf(invited)
    expect((await look(secret)).body).toMatchObject({ kind: 'invite', name: 'Dewi Contoh', username: 'dewi' })
    expect((await password(app.visitor(), 'dewi', '')).status).toBe(400)
    expect(said(await password(app.visitor(), 'dewi', NEW))).toEqual([401, 'WRONG_PASSWORD'])
    expect(said(await use(secret, 'Dewi-Contoh1'))).toEqual([409, 'PASSWORD_OWN_NAME'])
    expect((await use(secret)).body).toEqual({ username: 'dewi' })
    expect((await password(app.visitor(), 'dewi', NEW)).body.staff.roles).toEqual(['officer'])
    expect(await stateOf(invited.body.person.id)).toMatchObject({
      state: 'active',
      linkUntil: null,
      lastSignInAt: app.clock.now,
    })
  })

  it('is dead once used, over, replaced by a newer one, or when its person is off [A19]', async () => {
    const [first, { id }] = await invite().then(answer => [secretOf(answer), answer.body.person] as const)
    const second = secretOf(await act(id, 'link'))
    expect([said(await look(first)), said(await use(first))]).toEqual(Array(2).fill([410, 'ACCOUNT_LINK_ENDED']))
    await act(id, 'deactivate')
    expect(said(await use(second))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
    expect(said(await act(id, 'link'))).toEqual([409, 'PERSON_OFF'])
    await act(id, 'reactivate')
    expect(said(await use(second))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
    const third = secretOf(await act(id, 'link'))
    app.clock.now += 48 * HOUR
    expect(said(await use(third))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
    admin = await app.as('admin')
    const fourth = secretOf(await act(id, 'link'))
    expect((await use(fourth)).status).toBe(200)
    expect(said(await use(fourth, 'sapi minum jamu'))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
    expect(said(await use('x'.repeat(22)))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
  })

  it('is dead with the first sign-in by the provider of accounts: nobody chooses a password behind whoever has come [A19]', async () => {
    const invited = await invite()
    const { id } = invited.body.person
    app.clock.now += 1
    expect(await app.staff.admit(id)).toMatchObject({ staff: { id } })
    expect(said(await use(secretOf(invited)))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
    expect(await stateOf(id)).toMatchObject({ state: 'active', linkUntil: null })
    // One that is made for them later stays: they ask for a password beside the provider.
    const later = secretOf(await act(id, 'link'))
    await app.staff.admit(id)
    expect((await use(later)).status).toBe(200)
  })

  it('used a hundred and fifty times at once is looked at one after another, and sends the last ones away [A4]', async () => {
    const secret = secretOf(await invite())
    const answers = await Promise.all(Array.from({ length: 150 }, () => use(secret)))
    const of = (status: number) => answers.filter(a => a.status === status).length
    expect([of(200), of(410) > 0, of(429) > 0, of(200) + of(410) + of(429)]).toEqual([1, true, true, 150])
  })

  it('used by two at once sets one password [A19]', async () => {
    const secret = secretOf(await invite())
    const typed = [NEW, 'sapi minum jamu']
    const answers = await Promise.all(typed.map(one => use(secret, one)))
    expect(answers.map(a => a.status).sort()).toEqual([200, 410])
    const entered = await Promise.all(typed.map(one => password(app.visitor(), 'dewi', one)))
    expect(entered.map(a => a.status === 200)).toEqual(answers.map(a => a.status === 200))
  })

  it('asked for again after a lost answer is the same person with another link; another person under its key is refused [A19 J3]', async () => {
    const key = { 'idempotency-key': 'undangan-1' }
    const [first, again] = [await invite(dewi, key), await invite(dewi, key)]
    expect(again.body.person.id).toBe(first.body.person.id)
    expect([said(await look(secretOf(first)))[0], said(await look(secretOf(again)))[0]]).toEqual([410, 200])
    const others = [{ username: 'eko' }, { name: 'Eko' }, { email: null }, { roles: ['manager'] }]
    for (const other of others) expect(said(await invite({ ...dewi, ...other }, key))[1]).toBe('COMMAND_ID_REUSED')
    // Once there is a password it would be a reset, which is asked for as such.
    await use(secretOf(again))
    expect(said(await invite(dewi, key))).toEqual([409, 'USERNAME_TAKEN'])
    expect((await stateOf(again.body.person.id)).linkUntil).toBe(null)
  })

  it('takes no name, e-mail or number that somebody has [A19]', async () => {
    await invite()
    const others: [object, string][] = [
      [{}, 'USERNAME_TAKEN'],
      [{ username: 'PETUGAS1' }, 'USERNAME_TAKEN'],
      [{ username: 'eko' }, 'EMAIL_TAKEN'],
      [{ username: 'eko', email: 'DEWI@kantor.example' }, 'EMAIL_TAKEN'],
      [{ username: 'eko', email: null }, 'EMPLOYEE_NUMBER_TAKEN'],
      [{ username: 'dewi@kantor.example', email: null, employeeNumber: null }, 'USERNAME_TAKEN'],
    ]
    for (const [change, code] of others) expect(said(await invite({ ...dewi, ...change }))).toEqual([409, code])
    expect((await invite({ name: 'Eko', username: 'eko', roles: ['officer'] })).status).toBe(201)
    expect((await invite({ name: 'Fitri', username: 'fitri', roles: ['officer'] })).status).toBe(201)
  })
})

describe('a reset', () => {
  it('is a link of one hour, which leaves the second factor and ends every session [A19]', async () => {
    const officer = await app.as('petugas1')
    const { codes } = await enrolled(app, officer)
    const reset = await act('p1', 'link')
    expect([reset.body.link.kind, reset.body.link.until]).toEqual(['reset', app.clock.now + HOUR])
    expect((await officer.get('/api/me')).status).toBe(200)
    expect((await use(secretOf(reset))).status).toBe(200)
    expect(said(await use(secretOf(reset), 'sapi minum jamu'))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
    expect((await officer.get('/api/me')).status).toBe(401)
    const who = app.visitor()
    expect((await password(who, 'petugas1', NEW)).body).toEqual({ next: 'code' })
    expect((await who.post('/api/login/code', { code: codes[0] })).status).toBe(200)
    const late = secretOf(await act('p1', 'link'))
    app.clock.now += HOUR
    expect(said(await use(late))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
  })

  it('is dead once its person has taken another password [A19]', async () => {
    const officer = await app.as('petugas1')
    const secret = secretOf(await act('p1', 'link'))
    await officer.post('/api/me/password', { present: 'tanggap-demo', password: NEW })
    expect(said(await use(secret))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
  })
})

describe('whoever manages people', () => {
  it('ends the sessions of somebody at once by switching them off, other roles, a lost phone, or one by one [A3]', async () => {
    for (const [what, body] of [
      ['roles', { roles: ['officer', 'frontDesk'] }],
      ['second-factor/reset', {}],
      ['sessions/end', {}],
      ['deactivate', {}],
    ] as const) {
      const officer = await app.as('petugas1')
      await officer.get('/api/me')
      app.clock.now += 1
      expect([what, (await act('p1', what, body)).status]).toEqual([what, 200])
      expect([what, (await officer.get('/api/me')).status]).toEqual([what, 401])
    }
    expect(said(await password(app.visitor(), 'petugas1'))).toEqual([401, 'WRONG_PASSWORD'])
    expect((await act('p1', 'reactivate')).body.person).toMatchObject({
      state: 'invited',
      roles: ['frontDesk', 'officer'],
    })
    await use(secretOf(await act('p1', 'link')))
    const [one, two] = [app.visitor(), app.visitor()]
    for (const who of [one, two]) await password(who, 'petugas1', NEW)
    const { sessions } = (await admin.get(`${PEOPLE}/p1/sessions`)).body
    expect(sessions).toHaveLength(2)
    for (const { id } of sessions.slice(0, 1)) await act('p1', 'sessions/end', { session: id })
    expect([(await one.get('/api/me')).status, (await two.get('/api/me')).status].sort()).toEqual([200, 401])
  })

  it('takes a second factor away where a phone was lost, with its recovery codes, also by switching somebody off [A19]', async () => {
    const officer = await app.as('petugas1')
    await enrolled(app, officer)
    expect((await act('p1', 'second-factor/reset')).body.person.secondFactor).toBe(false)
    await app.as('petugas1')
    await enrolled(app, await app.as('petugas2'))
    await act('p2', 'deactivate')
    expect(await app.db.kysely.selectFrom('recovery_codes').selectAll().execute()).toEqual([])
  })

  it('lets somebody in again by a new link alone: neither the password of before comes back nor what was to be had with it [A19]', async () => {
    await enrolled(app, await app.as('petugas1'))
    app.clock.now += 1
    await act('p1', 'deactivate')
    await act('p1', 'reactivate')
    expect(said(await password(app.visitor(), 'petugas1'))).toEqual([401, 'WRONG_PASSWORD'])
    const link = await act('p1', 'link')
    expect(link.body.link.kind).toBe('invite')
    await use(secretOf(link))
    expect((await password(app.visitor(), 'petugas1', NEW)).body.staff.id).toBe('p1')
    expect(await stateOf('p1')).toMatchObject({ state: 'active', secondFactor: false })
  })

  it('does not change the own account, and leaves an administrator [A25]', async () => {
    for (const what of ['deactivate', 'roles', 'link', 'second-factor/reset', 'sessions/end'])
      expect([what, ...said(await act('admin', what, what === 'roles' ? { roles: ['manager'] } : {}))]).toEqual([
        what,
        409,
        'OWN_ACCOUNT',
      ])
    const other = await colleague()
    await act('admin', 'sessions/end')
    const off = (who: Visitor, id: string) => who.post(`${PEOPLE}/${id}/deactivate`)
    const { id } = (await other.get('/api/me')).body.staff
    const answers = await Promise.all([off(other, 'admin'), off(admin, id)])
    expect(answers.filter(a => a.status === 200)).toHaveLength(1)
    const left = (await app.db.kysely.selectFrom('staff').selectAll().execute()).filter(
      s => s.active && [id, 'admin'].includes(s.id),
    )
    expect(left).toHaveLength(1)
  })

  it('cannot let the last administrator go, nor take that role away [A25]', async () => {
    const { kysely } = app.db
    await kysely.insertInto('staff_roles').values({ staff_id: 'atasan', role: 'administrator' }).execute()
    const boss = await app.as('atasan')
    await boss.get('/api/me')
    // Switched off by another process a moment ago: the rights of whoever asks are remembered for two seconds here.
    await kysely.updateTable('staff').set({ active: 0 }).where('id', '=', 'atasan').execute()
    expect(said(await boss.post(`${PEOPLE}/admin/deactivate`))).toEqual([409, 'LAST_ADMINISTRATOR'])
    expect(said(await boss.post(`${PEOPLE}/admin/roles`, { roles: ['manager'] }))).toEqual([409, 'LAST_ADMINISTRATOR'])
    expect((await boss.post(`${PEOPLE}/admin/roles`, { roles: ['administrator', 'manager'] })).status).toBe(200)
  })

  it('leaves each office an administrator who can come in, not only the installation [A25]', async () => {
    const { kysely } = app.db
    await kysely.insertInto('staff_roles').values({ staff_id: 'atasan', role: 'administrator' }).execute()
    const boss = await app.as('atasan')
    await boss.get('/api/me')
    const off = () => boss.post(`${PEOPLE}/admin/deactivate`)
    const set = (change: object) => kysely.updateTable('staff').set(change).where('id', '=', 'atasan').execute()
    // By another process a moment ago, as above: of another office, of one agency, invited and never come.
    for (const change of [{ office: 'lain' }, { agency: 'pajak' }, { password_hash: '', last_sign_in_at: null }]) {
      await set(change)
      expect([change, ...said(await off())]).toEqual([change, 409, 'LAST_ADMINISTRATOR'])
      await set({ office: 'samarinda', agency: null })
    }
    // Who comes by the provider of accounts needs no password.
    await set({ last_sign_in_at: app.clock.now, password_changed_at: app.clock.now })
    expect((await off()).status).toBe(200)
  })

  it('has nothing to do with the people of another office [A25]', async () => {
    await app.db.kysely.updateTable('staff').set({ office: 'lain' }).where('id', '=', 'p9').execute()
    for (const what of ['deactivate', 'reactivate', 'roles', 'link', 'second-factor/reset', 'sessions/end'])
      expect([what, ...said(await act('p9', what, what === 'roles' ? { roles: ['manager'] } : {}))]).toEqual([
        what,
        404,
        'NOT_FOUND',
      ])
    expect(said(await admin.get(`${PEOPLE}/p9/sessions`))).toEqual([404, 'NOT_FOUND'])
    expect(await stateOf('p9')).toBeUndefined()
    expect(said(await admin.post('/api/offices/lain/people', dewi))).toEqual([403, 'FORBIDDEN'])
  })

  it('leaves no e-mail, number or secret in journal, log, audit or what others are told [A25]', async () => {
    const invited = await invite()
    const secret = secretOf(invited)
    await use(secret)
    const officer = await app.as('manajer')
    const told = [
      await officer.get('/api/offices/samarinda/day'),
      await officer.get('/api/offices/samarinda'),
      await officer.get('/api/me'),
    ]
    const { kysely } = app.db
    const kept = [
      await kysely.selectFrom('journal').selectAll().execute(),
      await kysely.selectFrom('audit').selectAll().execute(),
    ]
    const all = JSON.stringify([told.map(a => a.text), kept, app.log])
    for (const private_ of ['kantor.example', '1990-1', secret, NEW]) expect(all).not.toContain(private_)
    expect(JSON.stringify(await kysely.selectFrom('staff').selectAll().execute())).not.toContain(secret)
    expect((await kysely.selectFrom('audit').selectAll().execute()).map(r => r.what)).toEqual([
      'staff.invite',
      'account.link',
    ])
  })
})
