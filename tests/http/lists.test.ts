import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const LISTS = '/api/offices/samarinda/lists'
const content = (text: string) => ({ content: Buffer.from(text).toString('base64') })
const HEAD = 'Nama;Surel;NIP;Peran;Loket'
const TWO = `${HEAD}\nBudi;budi@kantor.example;198703122010011001;Petugas;1\nFitri;fitri@kantor.example;;Meja depan;–`

let app: TestApp
let admin: Visitor
beforeEach(async () => {
  app = await testApp()
  admin = await app.as('admin')
})
afterEach(() => app.close())

const people = async () => (await app.db.kysely.selectFrom('staff').select('email').execute()).filter(p => p.email)

describe('a list that an administrator brings', () => {
  it('of holidays is shown beside those of the office, and saved only by the settings', async () => {
    const before = app.offices.get('samarinda').holidays
    const { body, status } = await admin.post(
      `${LISTS}/holidays`,
      content('Tanggal;Nama\n17 Agustus 2026;Merdeka\n2028-01-01;Baru'),
    )
    expect(status).toBe(200)
    expect(body.rows.map((r: { date: string; known: boolean }) => [r.date, r.known])).toEqual([
      ['2026-08-17', true],
      ['2028-01-01', false],
    ])
    expect(app.offices.get('samarinda').holidays).toEqual(before)
  })

  it('of staff invites nobody while a row is wrong, and all of them once it is right [H18]', async () => {
    const wrong = `${TWO}\nDewi;dewi@kantor;;Petugas;12`
    expect((await admin.post(`${LISTS}/staff`, content(wrong))).body.problems).toHaveLength(2)
    expect((await admin.post(`${LISTS}/staff/invite`, content(wrong))).body).toMatchObject({ invited: [] })
    expect(await people()).toEqual([])
    const { body, status } = await admin.post(`${LISTS}/staff/invite`, content(TWO))
    expect(status).toBe(201)
    expect(body.invited.map((p: { name: string }) => p.name)).toEqual(['Budi', 'Fitri'])
    expect(await people()).toEqual([{ email: 'budi@kantor.example' }, { email: 'fitri@kantor.example' }])
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
    const log = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'staff.inviteList').execute()
    expect(log).toHaveLength(1)
    expect(log[0]!.detail).not.toMatch(/budi|1987/i)
    // Whoever has an account by now is named, with the row.
    expect((await admin.post(`${LISTS}/staff`, content(TWO))).body.problems).toMatchObject([
      { row: 2, word: 'emailTaken' },
      { row: 2, word: 'nipTaken' },
      { row: 3, word: 'emailTaken' },
    ])
  })

  it('of staff invites all but the rows that were left out, whose place and problems count no longer [H18]', async () => {
    const wrong = `${TWO}\nGilang;budi@kantor.example;;Petugas;12`
    const looked = await admin.post(`${LISTS}/staff`, { ...content(wrong), without: [4] })
    expect([looked.body.problems, looked.body.rows.map((r: { row: number }) => r.row)]).toEqual([[], [2, 3]])
    const first = await admin.post(`${LISTS}/staff`, { ...content(wrong), without: [2] })
    expect(first.body.problems).toMatchObject([{ row: 4, word: 'counterUnknown' }])
    const key = { 'idempotency-key': 'tanpa' }
    const invite = () => admin.post(`${LISTS}/staff/invite`, { ...content(wrong), without: [4] }, key)
    expect((await invite()).body.invited.map((p: { name: string }) => p.name)).toEqual(['Budi', 'Fitri'])
    expect((await invite()).body.invited).toHaveLength(2)
    expect(await people()).toHaveLength(2)
    const all = { ...content(TWO), without: [2, 3] }
    expect((await admin.post(`${LISTS}/staff`, all)).body.problems).toMatchObject([{ word: 'empty' }])
  })

  it('of staff that is sent once more under its key makes the same people, and another list under it is refused [J3]', async () => {
    const key = { 'idempotency-key': 'sama' }
    const first = await admin.post(`${LISTS}/staff/invite`, content(TWO), key)
    const again = await admin.post(`${LISTS}/staff/invite`, content(TWO), key)
    const ids = (a: typeof first) => a.body.invited.map((p: { id: string }) => p.id)
    expect(ids(again)).toEqual(ids(first))
    expect(await people()).toHaveLength(2)
    // Each link that was ever made stands on record; who has a password by now gets none by this.
    const secret = again.body.invited[0].url.split('/').at(-1)
    await app.visitor().post('/api/account-links/use', { secret, password: 'kuda minum kopi' })
    const third = await admin.post(`${LISTS}/staff/invite`, content(TWO), key)
    expect(ids(third)).toEqual(ids(first).slice(1))
    const log = await app.db.kysely.selectFrom('audit').selectAll().orderBy('seq').execute()
    expect(log.map(e => [e.what, JSON.parse(e.detail).staff])).toEqual([
      ['staff.inviteList', ids(first)],
      ['staff.link', ids(first)[0]],
      ['staff.link', ids(first)[1]],
      ['account.link', ids(first)[0]],
      ['staff.link', ids(first)[1]],
    ])
    const others = [
      TWO.replace('budi@', 'dewi@').replace('1001;', '1009;'),
      TWO.replace('Budi', 'Dewi'),
      TWO.replace('Petugas', 'Manajer'),
      TWO.replace('198703122010011001', ''),
      `${TWO}\nDewi;dewi@kantor.example;;Petugas;2`,
      TWO.split('\n').slice(0, 2).join('\n'),
      TWO.replace('\n', '\n;;;;\n'),
    ]
    for (const other of others)
      expect((await admin.post(`${LISTS}/staff/invite`, content(other), key)).body).toMatchObject({
        error: { code: 'COMMAND_ID_REUSED' },
      })
    const less = await admin.post(`${LISTS}/staff/invite`, { ...content(TWO), without: [2] }, key)
    expect(less.body.error.code).toBe('COMMAND_ID_REUSED')
  })

  it('of staff needs no e-mail: each gets a user name, and somebody who may be there already is asked about first [H18]', async () => {
    const list = 'Nama;Peran\nDewi Contoh;Petugas\nEko Contoh;Petugas'
    const { body } = await admin.post(`${LISTS}/staff/invite`, content(list))
    expect(body.invited.map((p: { username: string }) => p.username)).toEqual(['dewi.contoh', 'eko.contoh'])
    const again = 'Nama;Peran\nH. Eko Contoh, S.E.;Petugas'
    const asked = await admin.post(`${LISTS}/staff/invite`, content(again))
    expect(asked.body).toMatchObject({ invited: [], problems: [{ row: 2, word: 'personLike' }] })
    const meant = await admin.post(`${LISTS}/staff/invite`, { ...content(again), meant: [2] })
    expect(meant.body.invited).toMatchObject([{ name: 'H. Eko Contoh, S.E.', username: 'eko.contoh2' }])
  })
})

describe('somebody who was written down wrongly', () => {
  const PEOPLE = '/api/offices/samarinda/people'
  const dewi = { name: 'Dewi Contoh', username: 'dewi', email: 'dewi@kantor.example', employeeNumber: '1990-1' }
  const invite = (more: object = {}) => admin.post(PEOPLE, { ...dewi, roles: ['officer'], ...more })
  const known = { name: dewi.name, email: dewi.email, employeeNumber: dewi.employeeNumber }
  const correct = (who: Visitor, id: string, to: object) => who.post(`${PEOPLE}/${id}/correct`, { ...known, ...to })
  const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]

  /** Dewi with a password, at work. */
  async function atWork() {
    const { person, link } = (await invite()).body
    const [secret, typed] = [link.url.split('/').at(-1), 'kuda minum kopi']
    await app.visitor().post('/api/account-links/use', { secret, password: typed })
    const who = app.visitor()
    await who.post('/api/login', { username: 'dewi', password: typed })
    return { id: person.id as string, who }
  }

  it('is corrected on record: by another name they stay at work, by another e-mail or number they sign in anew [A25]', async () => {
    const { id, who } = await atWork()
    expect((await correct(admin, id, { name: 'Dewi Sari Contoh' })).body.person.name).toBe('Dewi Sari Contoh')
    expect((await who.get('/api/me')).body.staff.name).toBe('Dewi Sari Contoh')
    const other = { name: 'Dewi Sari Contoh', email: 'Dewi.Sari@kantor.example', employeeNumber: null }
    expect((await correct(admin, id, other)).body.person).toMatchObject({ email: 'dewi.sari@kantor.example' })
    expect((await who.get('/api/me')).status).toBe(401)
    const log = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'staff.correct').execute()
    expect(log.map(e => JSON.parse(e.detail))).toEqual([
      { office: 'samarinda', staff: id, fields: ['name'] },
      { office: 'samarinda', staff: id, fields: ['email', 'employeeNumber'] },
    ])
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
  })

  it('gets nothing that somebody else has, and not by themselves or by who has fewer rights [A19 A25 A26]', async () => {
    const { id } = (await invite()).body.person
    const eko = { name: 'Eko Contoh', username: 'eko', email: 'eko@kantor.example', employeeNumber: '1990-2' }
    await invite(eko)
    expect(said(await correct(admin, id, { email: eko.email }))).toEqual([409, 'EMAIL_TAKEN'])
    expect(said(await correct(admin, id, { email: 'eko@kantor.example'.toUpperCase() }))[1]).toBe('EMAIL_TAKEN')
    expect(said(await correct(admin, id, { employeeNumber: eko.employeeNumber }))[1]).toBe('EMPLOYEE_NUMBER_TAKEN')
    expect(said(await correct(admin, id, { name: 'EKO contoh' }))).toEqual([409, 'PERSON_LIKE'])
    expect(said(await correct(admin, id, { name: 'EKO contoh', meant: true }))).toEqual([200, 'person'])
    const me = (await admin.get('/api/me')).body.staff.id
    expect(said(await correct(admin, me, {}))).toEqual([409, 'OWN_ACCOUNT'])
    const keeper = { id: 'kepala', name: ['Kepala', 'Head'], permissions: ['staff.manage'] }
    await admin.post('/api/offices/samarinda/roles', { roles: [keeper], seen: [] })
    const { person, link } = (
      await invite({ ...eko, name: 'Fitri', username: 'fitri', email: null, employeeNumber: null, roles: ['kepala'] })
    ).body
    expect(person.roles).toEqual(['kepala'])
    await app
      .visitor()
      .post('/api/account-links/use', { secret: link.url.split('/').at(-1), password: 'kuda minum kopi' })
    const fitri = app.visitor()
    await fitri.post('/api/login', { username: 'fitri', password: 'kuda minum kopi' })
    expect(said(await correct(fitri, me, { name: 'Fitri' }))).toEqual([403, 'RIGHT_NOT_HELD'])
  })

  it('signs in by the corrected e-mail or number where the user name was made of it, and whose it is gets an account [A25]', async () => {
    const list = `${HEAD}\nBudi;dewi@kantor.example;;Petugas;`
    const [{ id, url }] = (await admin.post(`${LISTS}/staff/invite`, content(list))).body.invited
    const secret = url.split('/').at(-1)
    const as = (username: string) => app.visitor().post('/api/login', { username, password: 'kuda minum kopi' })
    const name = 'Budi'
    const to = (email: string | null, employeeNumber: string | null = null) =>
      correct(admin, id, { name, email, employeeNumber })
    await invite({ name: 'Eko', username: 'eko@kantor.example', email: null, employeeNumber: null })
    expect(said(await to('eko@kantor.example'))).toEqual([409, 'EMAIL_TAKEN'])
    expect((await to('Budi@kantor.example')).body.person.username).toBe('budi@kantor.example')
    // The link that was handed over stays good, and says by which name they sign in.
    expect((await app.visitor().post('/api/account-links/look', { secret })).body.username).toBe('budi@kantor.example')
    await app.visitor().post('/api/account-links/use', { secret, password: 'kuda minum kopi' })
    expect([(await as('budi@kantor.example')).status, (await as('dewi@kantor.example')).status]).toEqual([200, 401])
    expect(said(await invite({ username: 'dewi@kantor.example' }))).toEqual([201, 'person'])
    // Without an e-mail it is made of the name, as in a list; one that was not made of the e-mail stays.
    expect((await to(null)).body.person.username).toBe('budi')
    expect((await to('b@kantor.example', '1990-7')).body.person.username).toBe('budi')
    const byNumber = { name: 'Gita', username: '1990-3', email: null, employeeNumber: '1990-3' }
    const gita = (await invite(byNumber)).body.person.id
    const gitas = await correct(admin, gita, { name: 'Gita', email: null, employeeNumber: '1990-4' })
    expect(gitas.body.person.username).toBe('1990-4')
    const log = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'staff.correct').execute()
    expect(log.map(e => JSON.parse(e.detail).fields)).toEqual([
      ['email', 'username'],
      ['email', 'username'],
      ['email', 'employeeNumber'],
      ['employeeNumber', 'username'],
    ])
  })

  it('is asked about when invited by hand, until it is said that another one is meant [A25]', async () => {
    await invite()
    const second = { name: 'DEWI CONTOH, S.H.', username: 'dewi2', email: null, employeeNumber: null }
    const asked = await invite(second)
    expect(said(asked)).toEqual([409, 'PERSON_LIKE'])
    expect(asked.body.error.data).toMatchObject({ name: 'Dewi Contoh', username: 'dewi' })
    expect((await invite({ ...second, meant: true })).status).toBe(201)
  })
})
