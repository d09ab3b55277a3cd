import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { otherAgency } from '../../server/store/accounts/membership.ts'
import { withSeen, type OfficeChange } from '../../shared/office/structure/change.ts'
import { agencyApp } from '../helpers/agencies.ts'
import { password } from '../helpers/authenticator.ts'
import type { Answer, TestApp, Visitor } from '../helpers/test-app.ts'

const PEOPLE = '/api/offices/samarinda/people'
const NEW = 'kuda minum kopi'
let app: TestApp
/** The administrator of the whole hall, and those of two agencies. */
let hall: Visitor
let sipil: Visitor
let penduduk: Visitor
beforeAll(async () => {
  app = await agencyApp()
  hall = await app.as('admin')
  ;[sipil, penduduk] = [await app.as('administrator-sipil'), await app.as('administrator-penduduk')]
})
afterAll(() => app.close())

const said = ({ status, body }: Answer) => [status, body.error?.code ?? Object.keys(body)[0]]
const somebody = (username: string, of: object = {}) => ({
  name: `Contoh ${username}`,
  username,
  roles: ['officer'],
  ...of,
})
const seen = async (who: Visitor): Promise<readonly string[]> =>
  (await who.get(PEOPLE)).body.people.map((p: { username: string }) => p.username)
const enter = async (invited: Answer): Promise<Visitor> => {
  const secret = invited.body.link.url.split('/').at(-1)
  await app.visitor().post('/api/account-links/use', { secret, password: NEW })
  const who = app.visitor()
  await password(who, invited.body.person.username, NEW)
  return who
}
const audited = async (what: string) => {
  const rows = await app.db.kysely.selectFrom('audit').select(['what', 'detail']).where('what', '=', what).execute()
  return JSON.parse(rows.at(-1)!.detail as string)
}

describe('the first person of an agency', () => {
  it('is invited by the administrator of the hall, and sees and acts in that agency alone [A80]', async () => {
    const invited = await hall.post(PEOPLE, somebody('kepala-sipil', { roles: ['manager'], agency: 'sipil' }))
    expect([invited.status, invited.body.person.agency]).toEqual([201, 'sipil'])
    expect(await audited('staff.invite')).toMatchObject({ staff: invited.body.person.id, agency: 'sipil' })
    const first = await enter(invited)
    expect((await first.get('/api/me')).body.staff.agency).toBe('sipil')
    expect((await first.get('/api/offices/samarinda/figures')).body.counters.map((c: { id: string }) => c.id)).toEqual([
      '7',
    ])
    expect((await first.get('/api/offices/samarinda/ratings')).status).toBe(403)
  })

  it('is not invited into an agency that there is not [A80]', async () => {
    const answer = await hall.post(PEOPLE, somebody('siapa', { agency: 'imigrasi' }))
    expect([said(answer), answer.body.error.data?.field]).toEqual([[400, 'BAD_REQUEST'], 'agency'])
  })

  it('is invited into it by the file of the office, which says of whom each is [A80]', async () => {
    const file = await app.officeFiles.text('samarinda')
    await app.officeFiles.apply(file.replace('username: officer-sipil', 'username: berkas-sipil'), 'operator', false)
    expect(await seen(sipil)).toContain('berkas-sipil')
    expect(await seen(penduduk)).not.toContain('berkas-sipil')
  })

  it('is of the whole hall where no agency is named', async () => {
    expect((await hall.post(PEOPLE, somebody('umum'))).body.person.agency).toBeNull()
  })
})

describe('the administrator of an agency', () => {
  it('invites into it alone, whether it is named or not [A80]', async () => {
    expect((await sipil.post(PEOPLE, somebody('sipil-1'))).body.person.agency).toBe('sipil')
    expect((await sipil.post(PEOPLE, somebody('sipil-2', { agency: 'sipil' }))).body.person.agency).toBe('sipil')
    for (const agency of ['penduduk', null])
      expect(said(await sipil.post(PEOPLE, somebody('sipil-3', { agency })))).toEqual([403, 'FORBIDDEN'])
    expect(await seen(sipil)).not.toContain('sipil-3')
  })

  it('sees its people and no others, and does nothing to them [A25]', async () => {
    const names = await seen(sipil)
    expect(names).toContain('sipil-1')
    expect(names.filter(name => !/sipil/.test(name))).toEqual([])
    const acts = ['link', 'deactivate', 'reactivate', 'second-factor/reset', 'sessions/end', 'roles']
    for (const person of ['officer-penduduk', 'p1', 'admin', 'officer-timur'])
      for (const act of acts)
        expect(
          said(await sipil.post(`${PEOPLE}/${person}/${act}`, act === 'roles' ? { roles: ['officer'] } : {})),
          act,
        ).toEqual([404, 'NOT_FOUND'])
  })

  it('moves nobody, not even its own people [A80]', async () => {
    const answer = await sipil.post(`${PEOPLE}/officer-sipil/agency`, { agency: 'penduduk' })
    expect(said(answer)).toEqual([403, 'FORBIDDEN'])
  })
})

describe('an agency’s own settings', () => {
  const SETTINGS = '/api/offices/samarinda/settings'
  const saves = (change: OfficeChange) =>
    sipil.patch(SETTINGS, { ...withSeen(change, app.offices.get('samarinda')), foreseen: 99 })

  it('are changed by its administrator, told before and on record [A82]', async () => {
    const change = {
      agencies: [{ id: 'sipil', weekdays: [1, 2, 3] }],
      counters: [{ id: '7', services: ['akta-kematian'] }],
    }
    const told = await sipil.post(`${SETTINGS}/effects`, withSeen(change, app.offices.get('samarinda')))
    expect(told.status, told.text).toBe(200)
    expect((await saves(change)).status).toBe(200)
    const office = app.offices.get('samarinda')
    expect(office.agencies.find(a => a.id === 'sipil')!.weekdays).toEqual([1, 2, 3])
    expect(office.counters.find(c => c.id === '7')!.services).toEqual(['akta-kematian'])
    expect(await audited('office.configure')).toMatchObject({
      fields: ['counters.7.services', 'agencies.sipil.weekdays'],
    })
  })

  it('end where the hall or the other agency begins: nothing is told, nothing saved [A82]', async () => {
    const before = app.offices.get('samarinda')
    for (const change of [
      { services: [{ id: 'ktp-el', open: false }] },
      { agencies: [{ id: 'penduduk', weekdays: [] }] },
      { counters: [{ id: '7', services: ['ktp-el'] }] },
      { minRatings: 10 },
    ] as OfficeChange[]) {
      expect(said(await saves(change)), JSON.stringify(change)).toEqual([403, 'FORBIDDEN'])
      const told = await sipil.post(`${SETTINGS}/effects`, withSeen(change, before))
      expect(said(told)).toEqual([403, 'FORBIDDEN'])
    }
    expect(app.offices.get('samarinda')).toEqual(before)
  })
})

describe('an agency’s plan of the week and its day', () => {
  const WEEK = '/api/offices/samarinda/roster/2026-06-08'
  const cell = (staffId: string, counterId: string) => ({
    cells: [
      {
        ...{ staffId, date: '2026-06-10', seen: [] },
        shifts: [{ counterId, from: '08:00', to: '15:00', rest: null, insteadOf: null }],
      },
    ],
  })

  it('plan its own people at its own counters, and show nobody else [A83]', async () => {
    const manager = await app.as('manager-sipil')
    expect((await (await app.as('manajer')).post(WEEK, cell('p1', '1'))).status).toBe(200)
    expect((await manager.post(WEEK, cell('officer-sipil', '7'))).status).toBe(200)
    expect(said(await manager.post(WEEK, cell('officer-penduduk', '1')))).toEqual([404, 'NOT_FOUND'])
    expect(said(await manager.post(WEEK, cell('officer-sipil', '1')))).toEqual([404, 'COUNTER_UNKNOWN'])
    const { body } = await manager.get(WEEK)
    expect(body.shifts.map((s: { staffId: string }) => s.staffId)).toEqual(['officer-sipil'])
    expect(body.people.every((p: { id: string }) => !/^p\d|penduduk/.test(p.id))).toBe(true)
    expect(body.saved.by).toBe('Contoh manager-sipil')
    // The hall sees both, and neither lost anything of the other.
    const whole = (await (await app.as('manajer')).get(WEEK)).body.shifts
    expect(whole.map((s: { staffId: string }) => s.staffId).sort()).toEqual(['officer-sipil', 'p1'])
  })

  it('know of nobody else who is away, and take away no leave of others [A83]', async () => {
    const LEAVES = '/api/offices/samarinda/leaves'
    const manager = await app.as('manager-sipil')
    const away = (staffId: string) => ({ staffId, kind: 'sick', from: '2026-06-10', to: '2026-06-11', part: null })
    const other = await (await app.as('manajer')).post(LEAVES, away('officer-penduduk'))
    expect(said(await manager.post(LEAVES, away('officer-penduduk')))).toEqual([404, 'NOT_FOUND'])
    expect(said(await manager.post(`${LEAVES}/${other.body.leave.id}/remove`))).toEqual([404, 'NOT_FOUND'])
    const own = await manager.post(LEAVES, away('officer-sipil'))
    expect((await manager.get(WEEK)).body.leaves.map((l: { id: string }) => l.id)).toEqual([own.body.leave.id])
    expect((await manager.post(`${LEAVES}/${own.body.leave.id}/remove`)).status).toBe(200)
    expect((await manager.get('/api/offices/samarinda/served')).body.served).toEqual([])
  })

  it('add the day up from its own visits, and leave closing it to the hall [A83]', async () => {
    const kiosk = await app.device('kiosk')
    const take = async (serviceId: string) =>
      (await kiosk.post('/api/offices/samarinda/tickets', { serviceId })).body.ticket.number as string
    const [own, other] = [await take('akta-kematian'), await take('ktp-el')]
    // As the console does it: with the number in hand, or none.
    const act = async (who: Visitor, counter: string, name: string) =>
      expect(
        (
          await who.post(
            `/api/offices/samarinda/counters/${counter}/${name}`,
            name === 'call-next' ? { ticketId: null } : {},
          )
        ).status,
        name,
      ).toBe(200)
    const officers = [await app.as('officer-sipil'), await app.as('officer-penduduk')] as const
    for (const name of ['open', 'call-next', 'start']) {
      await act(officers[0], '7', name)
      await act(officers[1], '1', name)
    }
    await act(officers[1], '1', 'finish')
    await app.settled()
    const manager = await app.as('manager-sipil')
    const { body, text } = await manager.get('/api/offices/samarinda/days/2026-06-09')
    expect(body.open.map((v: { number: string }) => v.number)).toEqual([own])
    expect([body.sheet.taken, body.survey.invited, body.closable]).toEqual([1, 0, false])
    expect(body.figures.services.map((s: { id: string }) => s.id)).not.toContain('ktp-el')
    expect(text).not.toContain(other)
    const whole = (await (await app.as('manajer')).get('/api/offices/samarinda/days/2026-06-09')).body
    expect([whole.sheet.taken, whole.survey.invited]).toEqual([2, 1])
    expect((await manager.post('/api/offices/samarinda/days/2026-06-09/close')).status).toBe(403)
  })
})

describe('somebody who moves to another agency', () => {
  it('is signed out at once, and from then on of the new one’s administrator [A80]', async () => {
    const invited = await sipil.post(PEOPLE, somebody('pindah'))
    const [{ id }, who] = [invited.body.person, await enter(invited)]
    const move = (agency: string | null) => hall.post(`${PEOPLE}/${id}/agency`, { agency })
    expect((await move('penduduk')).body.person.agency).toBe('penduduk')
    expect(await audited('staff.agency')).toEqual({ office: 'samarinda', staff: id, agency: 'penduduk' })
    expect((await who.get('/api/me')).status).toBe(401)
    expect([(await seen(sipil)).includes('pindah'), (await seen(penduduk)).includes('pindah')]).toEqual([false, true])
    expect(said(await sipil.post(`${PEOPLE}/${id}/deactivate`))).toEqual([404, 'NOT_FOUND'])
    expect(said(await move('imigrasi'))).toEqual([400, 'BAD_REQUEST'])
    expect((await move(null)).body.person.agency).toBeNull()
    expect((await seen(penduduk)).includes('pindah')).toBe(false)
  })

  it('is never oneself, nor the last administrator of the whole hall [A80]', async () => {
    expect(said(await hall.post(`${PEOPLE}/admin/agency`, { agency: 'sipil' }))).toEqual([409, 'OWN_ACCOUNT'])
    // Somebody who manages people by a role of the office's own may name the administrator.
    await app.db.kysely.updateTable('staff').set({ active: 0 }).where('id', '!=', 'admin').execute()
    const { first, then } = otherAgency(app.db, 'admin', 'sipil')
    expect(await app.db.claim(first, then)).toBe(false)
    expect((await hall.get('/api/me')).body.staff.agency).toBeNull()
  })
})
