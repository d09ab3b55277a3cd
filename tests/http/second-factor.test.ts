import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createSecondFactors } from '../../server/services/identity/second-factor.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { OwnRole, Permission } from '../../shared/office/permissions.ts'
import { authenticator, enrolled, password } from '../helpers/authenticator.ts'
import { saved, testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const STEP = 30_000
const key = randomBytes(32)
let app: TestApp
let desk: Visitor
beforeEach(async () => {
  app = await testApp({ key })
  desk = await app.as('petugas1')
})
afterEach(() => app.close())

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const code = (who: Visitor, given: string) => who.post('/api/login/code', { code: given })
/** A browser that has given the right password. */
async function halfWay(): Promise<Visitor> {
  const who = app.visitor()
  expect((await password(who, 'petugas1')).body).toEqual({ next: 'code' })
  return who
}

describe('a second factor', () => {
  it('begins with the password and the first code of the phone, and ends every other session [A17]', async () => {
    const elsewhere = await app.as('petugas1')
    expect(said(await desk.post('/api/me/second-factor', { present: 'bukan ini' }))).toEqual([
      403,
      'PRESENT_PASSWORD_WRONG',
    ])
    const {
      address,
      key: typed,
      enrolment,
    } = (await desk.post('/api/me/second-factor', { present: 'tanggap-demo' })).body
    expect(address).toMatch(
      /^otpauth:\/\/totp\/.+petugas1\?issuer=.+&secret=[A-Z2-7]{32}&algorithm=SHA1&digits=6&period=30$/,
    )
    const phone = authenticator(typed, () => app.clock.now)
    const confirm = (given: string, token = enrolment) =>
      desk.post('/api/me/second-factor/confirm', { enrolment: token, code: given })
    expect(said(await confirm('000000'))).toEqual([403, 'WRONG_CODE'])
    expect((await desk.get('/api/me/account')).body.secondFactor).toEqual({
      since: null,
      codesLeft: 0,
      obligatory: false,
    })
    const { codes } = (await confirm(phone.code())).body
    expect(new Set(codes).size).toBe(10)
    expect((await desk.get('/api/me/account')).body.secondFactor).toMatchObject({ since: app.clock.now, codesLeft: 10 })
    expect([(await desk.get('/api/me')).status, (await elsewhere.get('/api/me')).status]).toEqual([200, 401])
    app.clock.now += STEP
    expect(said(await confirm(phone.code()))).toEqual([410, 'ENROLMENT_ENDED'])
  })

  it('offered ten minutes ago, or to somebody else, is not confirmed [A17]', async () => {
    const { key: typed, enrolment } = (await desk.post('/api/me/second-factor', { present: 'tanggap-demo' })).body
    const phone = authenticator(typed, () => app.clock.now)
    const confirm = (who: Visitor) => who.post('/api/me/second-factor/confirm', { enrolment, code: phone.code() })
    expect(said(await confirm(await app.as('petugas2')))).toEqual([410, 'ENROLMENT_ENDED'])
    app.clock.now += 10 * MINUTE
    expect(said(await confirm(desk))).toEqual([410, 'ENROLMENT_ENDED'])
  })

  it('is asked for after the password, and only both sign in [A17]', async () => {
    const { phone } = await enrolled(app, desk)
    app.clock.now += STEP
    const who = await halfWay()
    expect((await who.get('/api/me')).status).toBe(401)
    expect(said(await code(who, '12 34 56'))).toEqual([403, 'WRONG_CODE'])
    expect((await code(who, phone.code())).body.staff.id).toBe('p1')
    expect((await who.get('/api/me/sessions')).body.sessions[0]).toMatchObject({ own: true, how: 'password+code' })
    expect(said(await code(who, phone.code()))).toEqual([401, 'SIGN_IN_AGAIN'])
  })

  it('bears a phone whose clock is half a minute off, not one that is two minutes off [A17]', async () => {
    const { phone } = await enrolled(app, desk)
    app.clock.now += 10 * STEP
    for (const wrong of [-2 * MINUTE, 2 * MINUTE])
      expect(said(await code(await halfWay(), phone.code(wrong)))).toEqual([403, 'WRONG_CODE'])
    expect((await code(await halfWay(), phone.code(-STEP))).status).toBe(200)
    expect((await code(await halfWay(), phone.code(STEP))).status).toBe(200)
  })

  it('accepts no code twice, none older than one that was accepted, and none that another process accepted [A17]', async () => {
    const { phone } = await enrolled(app, desk)
    expect(said(await code(await halfWay(), phone.code()))).toEqual([409, 'CODE_USED'])
    app.clock.now += 5 * STEP
    const earlier = phone.code(-STEP)
    expect((await code(await halfWay(), phone.code())).status).toBe(200)
    expect(said(await code(await halfWay(), phone.code()))).toEqual([409, 'CODE_USED'])
    expect(said(await code(await halfWay(), earlier))).toEqual([409, 'CODE_USED'])
    app.clock.now += STEP
    await createSecondFactors(app.db, key, () => app.clock.now).check('p1', phone.code())
    expect(said(await code(await halfWay(), phone.code()))).toEqual([409, 'CODE_USED'])
    app.clock.now += STEP
    const two = [await halfWay(), await halfWay()]
    const answers = await Promise.all(two.map(who => code(who, phone.code())))
    expect(answers.map(a => a.status).sort()).toEqual([200, 409])
  })

  it('is waited for five minutes, in the browser of the password alone, and not beyond another password [A17]', async () => {
    const { phone } = await enrolled(app, desk)
    app.clock.now += STEP
    expect(said(await code(app.visitor(), phone.code()))).toEqual([401, 'SIGN_IN_AGAIN'])
    const [late, overtaken] = [await halfWay(), await halfWay()]
    await desk.post('/api/me/password', { present: 'tanggap-demo', password: 'kuda minum kopi' })
    expect(said(await code(overtaken, phone.code()))).toEqual([401, 'SIGN_IN_AGAIN'])
    const who = app.visitor()
    await password(who, 'petugas1', 'kuda minum kopi')
    app.clock.now += 5 * MINUTE
    expect(said(await code(who, phone.code()))).toEqual([401, 'SIGN_IN_AGAIN'])
    expect(said(await code(late, phone.code()))).toEqual([401, 'SIGN_IN_AGAIN'])
  })

  it('cannot be guessed by starting over, and its guesses shut out nobody who has only the password to give [A4]', async () => {
    const { phone } = await enrolled(app, desk)
    app.clock.now += STEP
    for (let i = 0; i < 8; i++) expect(said(await code(await halfWay(), '000000'))[1]).toBe('WRONG_CODE')
    expect(said(await code(await halfWay(), phone.code()))).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    await password(desk, 'petugas1')
    expect((await code(desk, phone.code())).status).toBe(200)
  })

  it('goes with the password where it is not obligatory [A17]', async () => {
    await enrolled(app, desk)
    expect(said(await desk.post('/api/me/second-factor/remove', { present: 'bukan' }))).toEqual([
      403,
      'PRESENT_PASSWORD_WRONG',
    ])
    expect((await desk.post('/api/me/second-factor/remove', { present: 'tanggap-demo' })).status).toBe(200)
    await app.as('petugas1')
  })
})

describe('a recovery code', () => {
  it('signs in once, in small letters and without dashes too [A18]', async () => {
    const { codes } = await enrolled(app, desk)
    expect((await code(await halfWay(), codes[0]!.toLowerCase().replaceAll('-', ' '))).status).toBe(200)
    expect(said(await code(await halfWay(), codes[0]!))).toEqual([403, 'WRONG_CODE'])
    expect((await desk.get('/api/me/account')).body.secondFactor.codesLeft).toBe(9)
  })

  it('used twice at once signs in once [A18]', async () => {
    const { codes } = await enrolled(app, desk)
    const two = [await halfWay(), await halfWay()]
    const answers = await Promise.all(two.map(who => code(who, codes[0]!)))
    expect(answers.map(a => a.status).sort()).toEqual([200, 403])
  })

  it('is dead once there are others, and opens no other account, as a code of another phone does not [A17 A18]', async () => {
    const { codes } = await enrolled(app, desk)
    const colleague = await app.as('petugas2')
    const theirs = await enrolled(app, colleague)
    expect(said(await code(await halfWay(), theirs.codes[0]!))).toEqual([403, 'WRONG_CODE'])
    app.clock.now += STEP
    expect(said(await code(await halfWay(), theirs.phone.code()))).toEqual([403, 'WRONG_CODE'])
    const renewed = (await desk.post('/api/me/recovery-codes', { present: 'tanggap-demo' })).body.codes
    expect(said(await code(await halfWay(), codes[1]!))).toEqual([403, 'WRONG_CODE'])
    expect((await code(await halfWay(), renewed[0])).status).toBe(200)
  })

  it('stands nowhere as it was shown, nor does the secret of the phone [A18]', async () => {
    const { codes, key: secret } = await enrolled(app, desk)
    const { kysely } = app.db
    const tables = [
      await kysely.selectFrom('staff').selectAll().execute(),
      await kysely.selectFrom('recovery_codes').selectAll().execute(),
    ]
    const audit = await kysely.selectFrom('audit').selectAll().execute()
    const kept = JSON.stringify([tables, audit, app.log])
    for (const private_ of [secret, ...codes, ...codes.map(c => c.replaceAll('-', ''))])
      expect(kept).not.toContain(private_)
    expect(audit.map(row => row.what)).toContain('account.secondFactor')
  })
})

describe('after a restart', () => {
  it('what was used counts no more, and what lives goes on: codes, recovery codes, links, and who is half-way [A17 A18 A19]', async () => {
    await app.close()
    const key = randomBytes(32)
    app = await testApp({ key })
    const { phone, codes } = await enrolled(app, await app.as('petugas1'))
    app.clock.now += MINUTE
    const [half, other, off] = [app.visitor(), app.visitor(), app.visitor()]
    await password(half, 'petugas1')
    const used = phone.code()
    expect((await half.post('/api/login/code', { code: used })).status).toBe(200)
    await password(other, 'petugas1')
    expect((await other.post('/api/login/code', { code: codes[0] })).status).toBe(200)
    for (const who of [half, other, off]) await password(who, 'petugas1')
    const admin = await app.as('admin')
    const person = (id: string, act: string) => admin.post(`/api/offices/samarinda/people/${id}/${act}`)
    const secret = async (id: string) => (await person(id, 'link')).body.link.url.split('/').at(-1)
    const [dead, lives] = [await secret('p2'), await secret('p3')]
    const use = (of: TestApp, link: string, typed = 'kuda minum kopi') =>
      of.visitor().post('/api/account-links/use', { secret: link, password: typed })
    await use(app, dead)

    const again = await testApp({ key, db: app.db })
    again.clock.now = app.clock.now
    const code = (who: Visitor, given: string) => again.visitor(who.cookies).post('/api/login/code', { code: given })
    expect(said(await code(half, used))).toEqual([409, 'CODE_USED'])
    expect(said(await code(other, codes[0]!))).toEqual([403, 'WRONG_CODE'])
    expect((await code(other, codes[1]!)).status).toBe(200)
    expect(said(await use(again, dead))).toEqual([410, 'ACCOUNT_LINK_ENDED'])
    expect((await use(again, lives)).status).toBe(200)
    // Half-way, and switched off before the code comes.
    await person('p1', 'deactivate')
    expect(said(await code(off, codes[2]!))).toEqual([401, 'SIGN_IN_AGAIN'])
  })
})

describe('a second factor that is obligatory', () => {
  it('is all that an administrator outside a trial may do without it, and all rights are there with it [A17]', async () => {
    await app.close()
    app = await testApp({ env: { TANGGAP_MODE: 'production' } })
    const admin = await app.as('admin')
    expect((await admin.get('/api/me')).body.staff).toMatchObject({ owesSecond: true, permissions: [] })
    const devices = () => admin.get('/api/offices/samarinda/devices')
    expect(said(await devices())).toEqual([403, 'SECOND_FACTOR_NEEDED'])
    const { key: typed, enrolment } = (await admin.post('/api/me/second-factor')).body
    const given = authenticator(typed, () => app.clock.now).code()
    expect((await admin.post('/api/me/second-factor/confirm', { enrolment, code: given })).status).toBe(200)
    expect((await admin.get('/api/me')).body.staff).toMatchObject({ owesSecond: false })
    expect((await devices()).status).toBe(200)
    expect(said(await admin.post('/api/me/second-factor/remove', { present: 'tanggap-demo' }))).toEqual([
      409,
      'SECOND_FACTOR_OWED',
    ])
    expect((await (await app.as('petugas1')).get('/api/me')).body.staff.owesSecond).toBe(false)
  })

  it('is asked of whoever sets up by a role of the office’s own, and of nobody else [A17]', async () => {
    await app.close()
    app = await testApp({ env: { TANGGAP_MODE: 'production' } })
    const own = (id: string, right: Permission): OwnRole => ({ id, name: [id, id], permissions: [right] })
    const rights = ['office.configure', 'staff.manage', 'device.approve', 'queue.take'] as const
    await saved(app, { roles: rights.map((right, i) => own(`peran-${i}`, right)) })
    const owes: boolean[] = []
    for (const [i] of rights.entries()) {
      await app.db.kysely
        .insertInto('staff_roles')
        .values({ staff_id: `p${i + 1}`, role: `peran-${i}` })
        .execute()
      owes.push((await (await app.as(`petugas${i + 1}`)).get('/api/me')).body.staff.owesSecond)
    }
    expect(owes).toEqual([true, true, true, false])
  })

  it('is asked of everybody where the office says so [A17]', async () => {
    const admin = await app.as('admin')
    await enrolled(app, admin)
    const owed = { secondFactorForAll: true, foreseen: 99 }
    expect((await admin.patch('/api/offices/samarinda/settings', owed)).status).toBe(200)
    // Whoever would try here learns it from nobody but the administrator, who may change it.
    const of = async (who: Visitor, part = '') =>
      (await who.get(`/api/offices/samarinda${part}`)).body.office.secondFactorForAll
    const others = [app.visitor(), await app.as('petugas1'), await app.device('kiosk')]
    for (const who of others) expect([await of(who), await of(who, '/hall')]).toEqual([false, false])
    expect([await of(admin), await of(admin, '/hall')]).toEqual([true, false])
    const officer = await app.as('petugas2')
    expect((await officer.get('/api/me')).body.staff.owesSecond).toBe(true)
    expect(said(await officer.get('/api/offices/samarinda/day'))).toEqual([403, 'SECOND_FACTOR_NEEDED'])
  })
})
