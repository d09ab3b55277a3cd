import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { HOUR, MINUTE } from '../../shared/kit/time.ts'
import { enrolled } from '../helpers/authenticator.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

const NEW = 'kuda minum kopi'
const change = (who: Visitor, password: string, present = 'tanggap-demo') =>
  who.post('/api/me/password', { present, password })
const codeOf = (answer: { body: { error?: { code: string } } }) => answer.body.error?.code

describe('another password', () => {
  it('needs the present one, ends every other session of that person at once, and goes on where it was asked for [A3]', async () => {
    const [desk, phone, colleague] = [await app.as('petugas1'), await app.as('petugas1'), await app.as('petugas2')]
    await phone.get('/api/me')
    expect(codeOf(await change(desk, NEW, 'bukan ini'))).toBe('PRESENT_PASSWORD_WRONG')
    expect((await phone.get('/api/me')).status).toBe(200)
    expect((await change(desk, NEW)).status).toBe(200)
    const asked = [await desk.get('/api/me'), await phone.get('/api/me'), await colleague.get('/api/me')]
    expect(asked.map(a => a.status)).toEqual([200, 401, 200])
    const signIn = (password: string) => app.visitor().post('/api/login', { username: 'petugas1', password })
    expect([(await signIn('tanggap-demo')).status, (await signIn(NEW)).status]).toEqual([401, 200])
    app.clock.now += MINUTE
    expect((await desk.get('/api/me')).status).toBe(200)
  })

  it.each([
    ['kuda', 'PASSWORD_SHORT'],
    ['kuda-'.repeat(26), 'PASSWORD_LONG'],
    ['qwerty123456', 'PASSWORD_COMMON'],
    ['tanggap-demo', 'PASSWORD_COMMON'],
    ['Petugas1-Samarinda', 'PASSWORD_OWN_NAME'],
  ])('is refused with its reason, and nothing has changed: %s [A15]', async (password, code) => {
    const desk = await app.as('petugas1')
    const refused = await change(desk, password)
    expect([refused.status, codeOf(refused)]).toEqual([409, code])
    expect(refused.text).not.toContain(password)
    await app.as('petugas1')
  })

  it('is the same typed with another keyboard [A15]', async () => {
    const desk = await app.as('petugas1')
    expect((await change(desk, 'kuda minum cafe\u0301')).status).toBe(200)
    const again = await app.visitor().post('/api/login', { username: 'petugas1', password: 'kuda minum caf\u00e9' })
    expect(again.status).toBe(200)
  })

  it('of two at once one is taken [A15]', async () => {
    const [desk, phone] = [await app.as('petugas1'), await app.as('petugas1')]
    const answers = await Promise.all([change(desk, NEW), change(phone, 'sapi minum jamu')])
    expect(answers.filter(a => a.status === 200)).toHaveLength(1)
    const asked = [await desk.get('/api/me'), await phone.get('/api/me')]
    expect(asked.map(a => a.status)).toEqual(answers.map(a => (a.status === 200 ? 200 : 401)))
  })

  it('lets nobody guess the present one without end, and takes nothing from the sign-in [A4]', async () => {
    const desk = await app.as('petugas1')
    for (let i = 0; i < 8; i++) await change(desk, NEW, 'bukan ini')
    expect(codeOf(await change(desk, NEW))).toBe('TOO_MANY_ATTEMPTS')
    await app.as('petugas1')
  })

  it('goes on record without it [A9]', async () => {
    await change(await app.as('petugas1'), NEW)
    const rows = await app.db.kysely.selectFrom('audit').selectAll().execute()
    expect(rows.at(-1)).toMatchObject({ who: 'staff:p1', what: 'account.password', detail: '{"staff":"p1"}' })
  })
})

describe('an act on an account', () => {
  it('does what goes on record together with its line, or not at all [A9]', async () => {
    const admin = await app.as('admin')
    const PEOPLE = '/api/offices/samarinda/people'
    const act = (id: string, what: string, body: object = {}) => admin.post(`${PEOPLE}/${id}/${what}`, body)
    const eko = { name: 'Eko', username: 'eko', roles: ['officer'] }
    const { id } = (await admin.post(PEOPLE, { ...eko, name: 'Dewi', username: 'dewi' })).body.person
    const officer = await app.as('petugas1')
    await enrolled(app, officer)
    const link = (await act('p2', 'link')).body.link.url.split('/').at(-1)
    const kept = async () => {
      const rows = await app.db.kysely.selectFrom('staff').selectAll().orderBy('id').execute()
      const roles = await app.db.kysely.selectFrom('staff_roles').selectAll().orderBy('staff_id').execute()
      const left = await app.db.kysely.selectFrom('recovery_codes').select('hash').orderBy('hash').execute()
      const sessions = await app.db.kysely.selectFrom('sessions').select('hash').orderBy('hash').execute()
      return { rows, roles, left, sessions }
    }
    const before = await kept()
    await sql`create trigger no_record before insert on audit begin select raise(abort, 'no'); end`.execute(
      app.db.kysely,
    )
    const present = 'tanggap-demo'
    const list = { content: Buffer.from('Nama;Surel;Peran\nEko;eko@kantor.example;Petugas').toString('base64') }
    for (const one of [
      () => admin.post(PEOPLE, eko),
      () => admin.post('/api/offices/samarinda/lists/staff/invite', list),
      () => act('p1', 'link'),
      () => act('p1', 'correct', { name: 'Fitri' }),
      () => act('p1', 'roles', { roles: ['frontDesk'] }),
      () => act('p1', 'second-factor/reset'),
      () => act('p1', 'sessions/end'),
      () => act('p1', 'deactivate'),
      () => act(id, 'reactivate'),
      () => app.visitor().post('/api/account-links/use', { secret: link, password: NEW }),
      () => officer.post('/api/me/password', { present, password: NEW }),
      () => officer.post('/api/me/second-factor/remove', { present }),
      () => officer.post('/api/me/recovery-codes', { present }),
    ])
      expect([`${one}`, (await one()).status]).toEqual([`${one}`, 500])
    expect(await kept()).toEqual(before)
    await sql`drop trigger no_record`.execute(app.db.kysely)
    expect((await officer.post('/api/me/recovery-codes', { present })).status).toBe(200)
  })
})

describe('where somebody is signed in', () => {
  const chrome = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/141.0.7390.55 Safari/537.36'
  const android = 'Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 Chrome/141.0.0.0 Mobile Safari/537.36'

  async function signedIn(userAgent: string): Promise<Visitor> {
    const who = app.visitor()
    await who.post('/api/login', { username: 'petugas1', password: 'tanggap-demo' }, { 'user-agent': userAgent })
    return who
  }

  it('names each browser coarsely, marks this one, and says after how many hours it ends [A16]', async () => {
    const desk = await signedIn(chrome)
    app.clock.now += HOUR
    const phone = await signedIn(android)
    const { sessions, idleHours, mostHours } = (await phone.get('/api/me/sessions')).body
    expect([idleHours, mostHours]).toEqual([4, 12])
    expect(sessions).toMatchObject([
      { device: 'Chrome, Android', how: 'password', own: true, since: app.clock.now },
      { device: 'Chrome, Windows', how: 'password', own: false, since: app.clock.now - HOUR },
    ])
    expect(JSON.stringify(await app.db.kysely.selectFrom('sessions').selectAll().execute())).not.toMatch(/141|SM-A055F/)
    expect((await desk.get('/api/me')).status).toBe(200)
  })

  it('ends one, or all others, at once; never that of somebody else [A16]', async () => {
    const [desk, phone, third] = [await signedIn(chrome), await signedIn(android), await signedIn(android)]
    const colleague = await app.as('petugas2')
    for (const who of [desk, phone, third]) await who.get('/api/me')
    const idOf = async (who: Visitor) =>
      (await who.get('/api/me/sessions')).body.sessions.find((s: { own: boolean }) => s.own).id
    const [own, other] = [await idOf(phone), await idOf(colleague)]
    expect((await desk.post(`/api/me/sessions/${other}/end`)).status).toBe(404)
    expect((await desk.post(`/api/me/sessions/${own}/end`)).status).toBe(200)
    expect((await phone.get('/api/me')).status).toBe(401)
    expect((await desk.post('/api/me/sessions/end-others')).status).toBe(200)
    const asked = [await desk.get('/api/me'), await third.get('/api/me'), await colleague.get('/api/me')]
    expect(asked.map(a => a.status)).toEqual([200, 401, 200])
    expect((await desk.get('/api/me/sessions')).body.sessions).toHaveLength(1)
  })

  it('does not show one that is over [A16]', async () => {
    const desk = await signedIn(chrome)
    await signedIn(android)
    app.clock.now += 3 * HOUR
    await desk.get('/api/me')
    app.clock.now += 2 * HOUR
    expect((await desk.get('/api/me/sessions')).body.sessions).toHaveLength(1)
  })
})
