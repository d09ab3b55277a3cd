import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifyAudit } from '../../server/store/audit.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

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

  it('of staff that is sent once more under its key makes the same people, and another list under it is refused', async () => {
    const key = { 'idempotency-key': 'sama' }
    const first = await admin.post(`${LISTS}/staff/invite`, content(TWO), key)
    const again = await admin.post(`${LISTS}/staff/invite`, content(TWO), key)
    const ids = (a: typeof first) => a.body.invited.map((p: { id: string }) => p.id)
    expect(ids(again)).toEqual(ids(first))
    expect(await people()).toHaveLength(2)
    const other = TWO.replace('budi@', 'dewi@').replace('1001;', '1009;')
    expect((await admin.post(`${LISTS}/staff/invite`, content(other), key)).body).toMatchObject({
      error: { code: 'COMMAND_ID_REUSED' },
    })
  })
})
