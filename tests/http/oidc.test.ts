import { randomBytes } from 'node:crypto'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { demoOffice } from '../../server/demo/samarinda.ts'
import { readConfig } from '../../server/config.ts'
import { seedDemo } from '../../server/seed.ts'
import { saveOffice } from '../../server/store/offices.ts'
import { insertStaff } from '../../server/store/staff.ts'
import { MINUTE, SECOND } from '../../shared/kit/time.ts'
import { accountProvider } from '../helpers/account-provider.ts'
import { enrolled } from '../helpers/authenticator.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const BACK = 'http://localhost/console/oidc'
const dewi = { name: 'Dewi Contoh', email: 'Dewi@kantor.example', email_verified: true, employee_number: '1990-1' }
const NOBODY = { name: 'Orang Lain', email: 'lain@kantor.example', email_verified: true, employee_number: '1990-9' }

let provider: Awaited<ReturnType<typeof accountProvider>>
let app: TestApp
beforeAll(async () => {
  provider = await accountProvider(BACK)
})
afterAll(() => provider.stop())
beforeEach(() => {
  provider.person = dewi
  provider.refuses = false
})
afterEach(() => app.close())

/** A program with Dewi as an officer, beside an office in the east. */
async function office(env: Record<string, string> = {}, key = randomBytes(32)): Promise<void> {
  const db = await freshDatabase()
  const now = Date.now()
  await seedDemo(db, now)
  await saveOffice(db, { ...demoOffice, id: 'timur', name: 'Kantor timur' })
  const member = { active: true, passwordChangedAt: now - 1, passwordHash: '', roles: ['officer'] as const }
  await insertStaff(db, {
    ...member,
    ...{ id: 'dewi', officeId: 'samarinda', username: 'dewi', name: 'Dewi Contoh' },
    ...{ email: 'dewi@kantor.example', employeeNumber: '1990-1' },
  })
  await insertStaff(db, {
    ...member,
    ...{ id: 'rudi', officeId: 'timur', username: 'rudi', name: 'Rudi Contoh', email: 'rudi@kantor.example' },
  })
  app = await testApp({ db, key, env: { ...provider.env, ...env } })
  app.clock.now = now
}

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
/** A browser that has been at the provider, and what it brought back. */
async function returned(who: Visitor = app.visitor(), change: (address: URL) => void = () => undefined) {
  const begun = await who.post('/api/login/oidc/begin')
  if (begun.status !== 200) throw new Error(begun.text)
  const address = new URL(begun.body.address)
  change(address)
  return { who, search: await provider.visit(address.href) }
}
const finish = (who: Visitor, search: string) => who.post('/api/login/oidc', { returned: search })
async function signIn(who?: Visitor): Promise<Answer> {
  const back = await returned(who)
  return finish(back.who, back.search)
}
const log = async () => {
  const rows = await app.db.kysely.selectFrom('audit').selectAll().where('what', 'like', '%oidc%').execute()
  return rows.map(row => JSON.parse(row.detail) as object)
}

describe('an account of the provider', () => {
  it('signs in the person of its verified e-mail, in the own office alone [A30]', async () => {
    await office()
    expect((await app.visitor().get('/api/offices')).body.oidc).toBe('Akun Kota')
    const who = app.visitor()
    const answer = await signIn(who)
    expect(answer.body.staff).toMatchObject({ id: 'dewi', officeId: 'samarinda', roles: ['officer'] })
    expect((await who.get('/api/me/sessions')).body.sessions).toMatchObject([{ how: 'oidc', own: true }])
    expect((await who.get('/api/offices/samarinda/day')).status).toBe(200)
    expect((await who.get('/api/offices/timur/day')).status).toBe(403)
    provider.person = { email: 'rudi@kantor.example', email_verified: true }
    const other = app.visitor()
    expect((await signIn(other)).body.staff).toMatchObject({ id: 'rudi', officeId: 'timur' })
    expect((await other.get('/api/offices/samarinda/day')).status).toBe(403)
    expect(await log()).toEqual([])
    expect(app.failures).toEqual([])
  })

  it('signs in by the employee number where the installation says so, whatever the e-mail is [A30]', async () => {
    await office({ OIDC_LINK: 'employeeNumber' })
    provider.person = { employee_number: '1990-1', email: 'rudi@kantor.example', email_verified: false }
    expect((await signIn()).body.staff).toMatchObject({ id: 'dewi' })
    provider.person = { ...NOBODY, email: 'rudi@kantor.example' }
    expect(said(await signIn())).toEqual([403, 'OIDC_UNKNOWN'])
    provider.person = { email: 'dewi@kantor.example', email_verified: true }
    expect(said(await signIn())).toEqual([403, 'OIDC_UNKNOWN'])
  })

  it('asks for what PKCE, state and nonce need, and for no other flow [A30]', async () => {
    await office()
    const { address } = (await app.visitor().post('/api/login/oidc/begin')).body
    const query = Object.fromEntries(new URL(address).searchParams)
    expect(query).toMatchObject({
      response_type: 'code',
      code_challenge_method: 'S256',
      redirect_uri: BACK,
      prompt: 'login',
    })
    for (const secret of ['state', 'nonce', 'code_challenge']) expect(query[secret]!.length).toBeGreaterThanOrEqual(22)
  })

  it('asks for the own second factor, where there is one [A30]', async () => {
    await office()
    const who = app.visitor()
    await signIn(who)
    await app.db.kysely
      .updateTable('staff')
      .set({ password_hash: await hashOfDemo() })
      .where('id', '=', 'dewi')
      .execute()
    const { phone } = await enrolled(app, who)
    app.clock.now += 30 * SECOND
    const again = app.visitor()
    expect((await signIn(again)).body).toEqual({ next: 'code' })
    expect((await again.get('/api/me')).status).toBe(401)
    expect((await again.post('/api/login/code', { code: phone.code() })).body.staff).toMatchObject({ id: 'dewi' })
    expect((await again.get('/api/me/sessions')).body.sessions[0]).toMatchObject({ how: 'oidc', own: true })
  })

  it('leaves an administrator outside a trial to set up a second factor before anything else [A30]', async () => {
    await office({ TANGGAP_MODE: 'production' })
    await app.db.kysely.insertInto('staff_roles').values({ staff_id: 'dewi', role: 'administrator' }).execute()
    const who = app.visitor()
    expect((await signIn(who)).body.staff).toMatchObject({ owesSecond: true, permissions: [] })
    expect(said(await who.get('/api/offices/samarinda/devices'))).toEqual([403, 'SECOND_FACTOR_NEEDED'])
    expect((await who.post('/api/me/second-factor')).status).toBe(200)
  })

  it('ends with the account: whoever is switched off is out at once, and does not come in again [A30]', async () => {
    await office()
    const who = app.visitor()
    await signIn(who)
    const admin = await app.as('admin')
    expect((await admin.post('/api/offices/samarinda/people/dewi/deactivate')).status).toBe(200)
    expect((await who.get('/api/me')).status).toBe(401)
    expect(said(await signIn())).toEqual([403, 'OIDC_PERSON_OFF'])
    expect(await log()).toEqual([{ code: 'OIDC_PERSON_OFF', staff: 'dewi' }])
  })
})

describe('an account of the provider is refused', () => {
  it('when nobody here has its e-mail, or it was not verified, on record by ids alone [A30]', async () => {
    await office()
    provider.person = NOBODY
    const unknown = await signIn()
    expect(said(unknown)).toEqual([403, 'OIDC_UNKNOWN'])
    expect(unknown.body.error.data).toEqual({ name: 'Akun Kota' })
    for (const email_verified of [false, undefined, 'true']) {
      provider.person = { ...dewi, email_verified: email_verified as boolean }
      expect(said(await signIn())).toEqual([403, 'OIDC_UNVERIFIED'])
    }
    provider.person = { name: 'Tanpa Surel' }
    expect(said(await signIn())).toEqual([403, 'OIDC_UNKNOWN'])
    expect(new Set((await log()).map(row => JSON.stringify(row)))).toEqual(
      new Set(['{"code":"OIDC_UNKNOWN"}', '{"code":"OIDC_UNVERIFIED"}']),
    )
    expect(JSON.stringify([await app.db.kysely.selectFrom('audit').selectAll().execute(), app.log])).not.toContain(
      'kantor.example',
    )
  })

  it('when the provider says no [A30]', async () => {
    await office()
    provider.refuses = true
    expect(said(await signIn())).toEqual([403, 'OIDC_REFUSED'])
    expect(await log()).toEqual([{ code: 'OIDC_REFUSED' }])
  })

  it('with another state, or in a browser that did not begin [A30]', async () => {
    await office()
    const { who, search } = await returned()
    const cookie = who.cookies.get('tanggap_oidc')!
    expect(said(await finish(app.visitor(), search))).toEqual([409, 'OIDC_AGAIN'])
    expect(said(await finish(who, search.replace(/state=[^&]+/, 'state=lain')))).toEqual([409, 'OIDC_AGAIN'])
    // However it ends, the attempt is over in this browser.
    expect(who.cookies.has('tanggap_oidc')).toBe(false)
    expect(said(await finish(who, search))).toEqual([409, 'OIDC_AGAIN'])
    const other = `${cookie.startsWith('A') ? 'B' : 'A'}${cookie.slice(1)}`
    const forged = app.visitor(new Map([['tanggap_oidc', other]]))
    expect(said(await finish(forged, search))).toEqual([409, 'OIDC_AGAIN'])
  })

  it('a second time by the same code, also with the same cookie [A30]', async () => {
    await office()
    const { who, search } = await returned()
    const cookie = who.cookies.get('tanggap_oidc')!
    expect((await finish(who, search)).status).toBe(200)
    expect(said(await finish(who, search))).toEqual([409, 'OIDC_AGAIN'])
    const copy = app.visitor(new Map([['tanggap_oidc', cookie]]))
    expect(said(await finish(copy, search))).toEqual([403, 'OIDC_REFUSED'])
    expect((await copy.get('/api/me')).status).toBe(401)
  })

  it('with a token for another nonce, or a code of somebody else’s attempt [A30]', async () => {
    await office()
    const { who, search } = await returned(undefined, address => address.searchParams.set('nonce', 'lain'))
    expect(said(await finish(who, search))).toEqual([403, 'OIDC_REFUSED'])
    const [mine, theirs] = [await returned(), await returned()]
    const codeOf = (text: string) => new URLSearchParams(text).get('code')!
    const mixed = mine.search.replace(codeOf(mine.search), codeOf(theirs.search))
    expect(said(await finish(mine.who, mixed))).toEqual([403, 'OIDC_REFUSED'])
  })

  it('ten minutes after it was begun [A30]', async () => {
    await office()
    const slow = await returned()
    app.clock.now += 10 * MINUTE
    expect(said(await finish(slow.who, slow.search))).toEqual([409, 'OIDC_AGAIN'])
  })

  it.each([2, -2])('when the clock of the provider is off by %d minutes [A30]', async minutes => {
    await office()
    const { who, search } = await returned()
    app.clock.now -= minutes * MINUTE
    expect(said(await finish(who, search))).toEqual([403, 'OIDC_CLOCK'])
    expect(await log()).toEqual([{ code: 'OIDC_CLOCK' }])
  })
})

describe('a sign-in at the provider over a restart', () => {
  /** The same office once more, as after a stop or a kill; with another key where its folder was lost. */
  async function restarted(key: Buffer): Promise<void> {
    const { db, clock } = app
    app = await testApp({ db, key, env: provider.env })
    app.clock.now = clock.now
  }

  it('goes on where it was begun before, and once: its code and its cookie are dead then, also after another one [A30]', async () => {
    const key = randomBytes(32)
    await office({}, key)
    const [mine, late] = [await returned(), await returned()]
    await restarted(key)
    const who = app.visitor(new Map(mine.who.cookies))
    expect((await finish(who, mine.search)).body.staff.id).toBe('dewi')
    await restarted(key)
    const [copy, slow] = [mine, late].map(({ who }) => app.visitor(new Map(who.cookies)))
    expect(said(await finish(copy!, mine.search))).toEqual([403, 'OIDC_REFUSED'])
    app.clock.now += 10 * MINUTE
    expect(said(await finish(slow!, late.search))).toEqual([409, 'OIDC_AGAIN'])
  })

  it('is begun anew, and says so, where the key of the office is another one [A30]', async () => {
    await office()
    const { who, search } = await returned()
    await restarted(randomBytes(32))
    expect(said(await finish(app.visitor(new Map(who.cookies)), search))).toEqual([409, 'OIDC_AGAIN'])
  })
})

describe('somebody new', () => {
  const taken = { OIDC_NEW_ROLE: 'officer', OIDC_NEW_OFFICE: 'timur' }

  it('gets an account at the first sign-in, where the installation says with what role and in what office [A31]', async () => {
    await office(taken)
    provider.person = NOBODY
    const who = app.visitor()
    expect((await signIn(who)).body.staff).toMatchObject({ officeId: 'timur', name: 'Orang Lain', roles: ['officer'] })
    const again = app.visitor()
    await signIn(again)
    expect((await again.get('/api/me')).body.staff.id).toBe((await who.get('/api/me')).body.staff.id)
    const audit = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'staff.newcomer').execute()
    expect(audit).toHaveLength(1)
  })

  it('gets none whose e-mail is not verified, or whose number belongs to somebody else [A31]', async () => {
    await office(taken)
    provider.person = { ...NOBODY, email_verified: false }
    expect(said(await signIn())).toEqual([403, 'OIDC_UNVERIFIED'])
    await app.close()
    await office({ ...taken, OIDC_LINK: 'employeeNumber' })
    provider.person = { ...NOBODY, email: 'dewi@kantor.example' }
    expect(said(await signIn())).toEqual([403, 'OIDC_UNKNOWN'])
  })

  it('may not become an administrator by it, and nothing is half set', () => {
    const env = { ...provider.env, OIDC_NEW_ROLE: 'administrator', OIDC_NEW_OFFICE: 'timur' }
    expect(() => readConfig(env, '1')).toThrow('OIDC_NEW_ROLE')
    expect(() => readConfig({ ...provider.env, OIDC_NEW_ROLE: 'officer' }, '1')).toThrow('OIDC_NEW_OFFICE')
    app = { close: async () => undefined } as TestApp
  })
})

describe('a provider', () => {
  it('that is away stops no start and no password, and is found again when it is back [A30]', async () => {
    await provider.stop()
    await office()
    expect(said(await app.visitor().post('/api/login/oidc/begin'))).toEqual([503, 'OIDC_AWAY'])
    expect((await (await app.as('petugas1')).get('/api/me')).status).toBe(200)
    await provider.startAgain()
    expect((await signIn()).body.staff).toMatchObject({ id: 'dewi' })
    const back = await returned()
    await provider.stop()
    expect(said(await finish(back.who, back.search))).toEqual([503, 'OIDC_AWAY'])
    app.clock.now += 10 * SECOND
    expect(said(await app.visitor().post('/api/login/oidc/begin'))).toEqual([503, 'OIDC_AWAY'])
    await provider.startAgain()
    expect(app.failures).toHaveLength(3)
  })

  it('is asked by https alone, and inside only where that is allowed [A30]', async () => {
    const { OIDC_ALLOW_PRIVATE: _, ...env } = provider.env
    expect(() => readConfig(env, '1')).toThrow('OIDC_ISSUER')
    expect(() => readConfig({ ...provider.env, OIDC_ISSUER: 'http://sso.example' }, '1')).toThrow('OIDC_ISSUER')
    expect(() => readConfig({ OIDC_ISSUER: 'https://sso.example' }, '1')).toThrow('OIDC_CLIENT_ID')
    await office({ OIDC_ISSUER: `https://127.0.0.1:${new URL(provider.issuer).port}`, OIDC_ALLOW_PRIVATE: 'false' })
    expect(said(await app.visitor().post('/api/login/oidc/begin'))).toEqual([503, 'OIDC_AWAY'])
    expect(String(rootOf(app.failures[0]))).toContain('refused')
  })

  it('is not there where nothing is set', async () => {
    app = await testApp()
    expect((await app.visitor().get('/api/offices')).body.oidc).toBeNull()
    expect(said(await app.visitor().post('/api/login/oidc/begin'))).toEqual([404, 'NOT_FOUND'])
  })

  it('is not asked without end on behalf of one network, and staff who were here before are not counted with strangers [A30]', async () => {
    await office()
    const known = app.visitor()
    await signIn(known)
    provider.refuses = true
    const back = await returned()
    const cookie = back.who.cookies.get('tanggap_oidc')!
    let refused: Answer | undefined
    for (let tries = 0; tries < 130 && refused?.status !== 429; tries++)
      refused = await finish(app.visitor(new Map([['tanggap_oidc', cookie]])), back.search)
    expect(said(refused!)).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    provider.refuses = false
    expect((await signIn(known)).status).toBe(200)
  })
})

async function hashOfDemo(): Promise<string> {
  const { password_hash } = await app.db.kysely
    .selectFrom('staff')
    .select('password_hash')
    .where('username', '=', 'petugas1')
    .executeTakeFirstOrThrow()
  return password_hash
}

function rootOf(error: unknown): unknown {
  return error instanceof Error && error.cause !== undefined ? rootOf(error.cause) : error
}
