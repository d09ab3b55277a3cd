import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withSeen, type OfficeChange } from '../../shared/office/structure/change.ts'
import { counterPath, testApp, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const PEOPLE = `${OFFICE}/people`
let app: TestApp
let admin: Visitor
beforeAll(async () => {
  app = await testApp()
  admin = await app.as('admin')
})
afterAll(() => app.close())

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const setRoles = (person: string, roles: string[]) => admin.post(`${PEOPLE}/${person}/roles`, { roles })
const invite = (person: object, headers?: Record<string, string>) =>
  admin.post(PEOPLE, { email: null, roles: ['officer'], ...person }, headers)
const ROUNDS = Array.from({ length: 8 }, (_, i) => i)
const letter = (i: number) => String.fromCharCode(97 + i)
/** Requests are some way further with each turn of the event loop. */
const after = async <T>(turns: number, act: () => Promise<T>): Promise<T> => {
  for (let i = 0; i < turns; i++) await new Promise(go => setImmediate(go))
  return act()
}

describe('at the same moment', () => {
  it('no link is given of somebody who gets more rights than who asks for it, first or again [A19 A26]', async () => {
    const own = [{ id: 'hr', name: ['Kepegawaian', 'HR'], permissions: ['staff.manage'] }]
    expect((await admin.post(`${OFFICE}/roles`, { roles: own, seen: [] })).status).toBe(200)
    await setRoles('p10', ['hr', 'officer'])
    const hr = await app.as('petugas10')
    const key = { 'idempotency-key': 'undangan-serentak' }
    const again = () => hr.post(PEOPLE, { name: 'Gita Contoh', username: 'gita', email: null, roles: ['officer'] }, key)
    const list = `Nama;Surel;Peran\nHadi Contoh;hadi@kantor.example;Petugas loket`
    const listed = () => hr.post(`${OFFICE}/lists/staff/invite`, { content: Buffer.from(list).toString('base64') }, key)
    const asked: [string, () => Promise<Answer>, (a: Answer) => string | undefined][] = [
      ['p8', () => hr.post(`${PEOPLE}/p8/link`), a => a.body.link?.url],
      [(await again()).body.person.id, again, a => a.body.link?.url],
      [(await listed()).body.invited[0].id, listed, a => a.body.invited?.[0]?.url],
    ]
    for (const [person, ask, urlOf] of asked)
      for (const round of ROUNDS.slice(0, 3)) {
        const asks = Array.from({ length: 8 }, (_, i) => after(i, ask))
        expect(said(await after(round, () => setRoles(person, ['officer', 'manager'])))).toEqual([200, 'person'])
        for (const answer of await Promise.all(asks)) {
          const secret = urlOf(answer)?.split('/').at(-1)
          if (secret === undefined) expect(said(answer)).toEqual([403, 'RIGHT_NOT_HELD'])
          else expect((await app.visitor().post('/api/account-links/look', { secret })).status).toBe(410)
        }
        await setRoles(person, ['officer'])
      }
  })

  it('somebody takes a counter or gets other roles: nobody without the right to call is at one [A3]', async () => {
    for (const round of ROUNDS) {
      const officer = await app.as('petugas5')
      const [opened, changed] = await Promise.all([
        officer.post(counterPath('5', 'open')),
        after(round, () => setRoles('p5', ['observer'])),
      ])
      expect([[200, 200].toString()]).not.toContain([opened.status, changed.status].toString())
      if (opened.status === 200) {
        expect(said(changed)).toEqual([409, 'PERSON_AT_COUNTER'])
        await officer.post(counterPath('5', 'close'))
      } else await setRoles('p5', ['officer'])
    }
  })

  it('people are invited, listed and corrected: one has the name, the others a refusal or the same person [A19 A25 J3]', async () => {
    const { id } = (await invite({ name: 'Rani Contoh', username: 'rani' })).body.person
    for (const round of ROUNDS) {
      const mail = `serentak${round}@kantor.example`
      const list = `Nama;Surel;Peran\nJoko ${letter(round)};${mail};Petugas loket`
      const listed = () => admin.post(`${OFFICE}/lists/staff/invite`, { content: Buffer.from(list).toString('base64') })
      const corrected = await Promise.all([
        admin.post(`${PEOPLE}/${id}/correct`, { name: 'Rani Contoh', email: mail, employeeNumber: null }),
        after(round % 3, () => invite({ name: `Lia ${letter(round)}`, username: `lia${round}`, email: mail })),
        listed(),
        listed(),
      ])
      const key = { 'idempotency-key': `tiga-kali-${round}` }
      const same = { name: `Mira ${letter(round)}`, username: `mira${round}` }
      const repeated = await Promise.all([invite(same, key), invite(same, key), invite(same, key)])
      const called = await Promise.all(
        [0, 1, 2].map(n => invite({ name: `Kembar ${letter(round)}`, username: `kembar${round}${n}` })),
      )
      expect([...corrected, ...repeated, ...called].filter(a => a.status >= 500)).toEqual([])
      expect(new Set(repeated.map(a => a.body.person?.id)).size).toBe(1)
      expect(called.map(a => said(a)[1]).sort()).toEqual(['PERSON_LIKE', 'PERSON_LIKE', 'person'])
    }
  })

  it('a role of the office’s own goes and somebody is given it: nobody has one that there is not [A23]', async () => {
    const { own } = (await admin.get(`${OFFICE}/roles`)).body
    const kept = own.map(({ people: _, ...role }: { people: number }) => role)
    const going = { id: 'bb', name: ['Pembantu', 'Helper'], permissions: ['staff.manage'] }
    const list = (n: number) => `Nama;Surel;Peran\nSari ${letter(n)};sari${n}@kantor.example;Pembantu`
    const ways: ((n: number) => Promise<Answer>)[] = [
      n => invite({ name: `Nining ${letter(n)}`, username: `nining${n}`, roles: ['bb'] }),
      () => setRoles('p6', ['bb']),
      n => admin.post(`${OFFICE}/lists/staff/invite`, { content: Buffer.from(list(n)).toString('base64') }),
    ]
    const change = (roles: object[], seen: object[]) => admin.post(`${OFFICE}/roles`, { roles, seen })
    for (const give of ways)
      for (const round of ROUNDS.slice(0, 4)) {
        expect((await change([...kept, going], kept)).status).toBe(200)
        const [gone, given] = await Promise.all([change(kept, [...kept, going]), after(round, () => give(round))])
        const isGiven = given.status < 300 && given.body.problems?.length !== 1
        expect(said(gone)).toEqual(isGiven ? [409, 'ROLE_IN_USE'] : [200, 'built'])
        const { people } = (await admin.get(PEOPLE)).body
        const holders = people.filter((p: { roles: string[] }) => p.roles.includes('bb'))
        expect(holders).toHaveLength(isGiven ? 1 : 0)
        for (const { id } of holders) await setRoles(id, ['officer'])
        if (isGiven) expect((await change(kept, [...kept, going])).status).toBe(200)
      }
  })

  it('an agency goes and somebody of it is let in again: nobody is of one that there is not [A25 H16]', async () => {
    const agency = { id: 'ras', code: 'R', name: ['Badan Contoh', 'Sample Agency'] }
    const change = async (one: object) =>
      admin.patch(`${OFFICE}/settings`, {
        ...withSeen({ agencies: [one] } as OfficeChange, app.offices.get('samarinda')),
        foreseen: 99,
      })
    const { id } = (await invite({ name: 'Wati Contoh', username: 'wati', agency: null })).body.person
    const act = (what: string, body = {}) => admin.post(`${PEOPLE}/${id}/${what}`, body)
    for (const round of ROUNDS.slice(0, 4)) {
      expect((await change(agency)).status).toBe(200)
      expect(said(await act('agency', { agency: 'ras' }))).toEqual([200, 'person'])
      expect(said(await act('deactivate'))).toEqual([200, 'person'])
      const [gone, back] = await Promise.all([
        change({ id: 'ras', removed: true }),
        after(round, () => act('reactivate')),
      ])
      if (gone.status === 200) {
        expect(said(back)).toEqual([409, 'PERSON_UNPLACED'])
        // Moved to where there is a place they come in again, and the file that is written of the office can be applied.
        expect(said(await act('agency', { agency: null }))).toEqual([200, 'person'])
        expect(said(await act('reactivate'))).toEqual([200, 'person'])
        expect(await app.officeFiles.look(await app.officeFiles.text('samarinda'))).toMatchObject({ ok: true })
      } else {
        expect([...said(gone), ...said(back)]).toEqual([409, 'STRUCTURE_UNSOUND', 200, 'person'])
        await act('agency', { agency: null })
        expect((await change({ id: 'ras', removed: true })).status).toBe(200)
      }
    }
  })

  it('nobody who kept a role or an agency that is gone is let in or gets a link, until they have another one [A23 A25]', async () => {
    const { id } = (await invite({ name: 'Yuni Contoh', username: 'yuni' })).body.person
    const act = (what: string, body = {}) => admin.post(`${PEOPLE}/${id}/${what}`, body)
    // As it could be in data of an earlier program.
    const { kysely } = app.db
    await kysely.insertInto('staff_roles').values({ staff_id: id, role: 'hilang' }).execute()
    expect(said(await act('link'))).toEqual([409, 'PERSON_UNPLACED'])
    await act('deactivate')
    expect(said(await act('reactivate'))).toEqual([409, 'PERSON_UNPLACED'])
    expect(said(await act('roles', { roles: ['officer', 'hilang'] }))).toEqual([400, 'BAD_REQUEST'])
    expect(said(await act('roles', { roles: ['officer'] }))).toEqual([200, 'person'])
    expect(said(await act('reactivate'))).toEqual([200, 'person'])
    await kysely.updateTable('staff').set({ agency: 'hilang' }).where('id', '=', id).execute()
    expect(said(await act('link'))).toEqual([409, 'PERSON_UNPLACED'])
    expect(said(await act('agency', { agency: null }))).toEqual([200, 'person'])
    expect(said(await act('link'))).toEqual([201, 'person'])
  })
})
