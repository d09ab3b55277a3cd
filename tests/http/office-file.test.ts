import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listOffices } from '../../server/store/offices.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { atClock } from '../../shared/kit/time.ts'
import { freshDatabase } from '../helpers/databases.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const [MONDAY, TUESDAY] = ['2026-06-08', '2026-06-09'] as const
const PUSKESMAS = readFileSync(new URL('../../server/templates/puskesmas.yaml', import.meta.url), 'utf8')
const STAFF = `
staff:
  - { username: budi, name: Budi Contoh, email: budi@kantor.example, nip: '198703122010011001', roles: [ officer ] }
  - { username: admin, name: Orang Lain, roles: [ administrator ] }
`

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock(MONDAY, '09:30', 'WITA')
  const admin = await app.as('admin')
  const { booking } = app.offices.get('samarinda')
  const calm = { alwaysOpen: false, holidays: [], booking: { ...booking, proof: 'never', heldBackMinutes: 0 } }
  expect((await admin.patch(`${OFFICE}/settings`, calm)).status).toBe(200)
})
afterEach(() => app.close())

const versions = () => app.db.kysely.selectFrom('office_versions').selectAll().orderBy('version').execute()
const text = () => app.officeFiles.text('samarinda')
async function foreseen(file: string) {
  const looked = await app.officeFiles.look(file)
  if (!looked.ok) throw new Error(JSON.stringify(looked.problems))
  return looked.foreseen
}

describe('the file of a running office', () => {
  it('changes nothing when it is applied as it was written', async () => {
    const [before, file] = [app.offices.get('samarinda'), await text()]
    expect(await foreseen(file)).toMatchObject({ isNew: false, differences: [], booked: 0, touches: 0, invited: [] })
    const kept = await versions()
    expect((await app.officeFiles.apply(file, 'operator', false)).ok).toBe(true)
    expect(app.offices.get('samarinda')).toEqual(before)
    expect(await versions()).toEqual(kept)
  })

  it('says what it changes, from what to what, and is kept as a version with an entry in the log [A45]', async () => {
    const file = (await text())
      .replace('friday: 08:00-11:00', 'friday: 08:00-10:30')
      .replace('name: Loket 8', 'name: Loket VIII')
    expect((await foreseen(file)).differences).toEqual([
      { path: 'hours.friday', before: '08:00-11:00', after: '08:00-10:30' },
      { path: 'counters[8].name', before: 'Loket 8', after: 'Loket VIII' },
    ])
    await app.officeFiles.apply(file, 'operator', false)
    expect(app.offices.get('samarinda').counters[7]!.name).toBe('Loket VIII')
    expect((await versions()).at(-1)).toMatchObject({
      office: 'samarinda',
      made_by: 'operator',
      fields: '["hours.5","counters.8.name"]',
    })
    const log = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'office.file').execute()
    expect(log.map(l => l.who)).toEqual(['operator'])
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
    // The database holds the same as the memory.
    expect((await listOffices(app.db))[0]).toEqual(app.offices.get('samarinda'))
  })

  it('carries its own words of messages, in which no people are touched, and takes them back [M16]', async () => {
    const plain = await text()
    expect(plain).not.toContain('messages:')
    const own = `messages:\n  drawn: { id: 'Hasil undian: {link}', en: 'Result: {link}' }\n`
    const { differences, touches } = await foreseen(`${plain}\n${own}`)
    const words = { id: 'Hasil undian: {link}', en: 'Result: {link}' }
    expect([differences, touches]).toEqual([[{ path: 'messages.drawn', before: undefined, after: words }], 0])
    await app.officeFiles.apply(`${plain}\n${own}`, 'operator', false)
    expect(app.offices.get('samarinda').messages.drawn).toEqual(['Hasil undian: {link}', 'Result: {link}'])
    expect((await listOffices(app.db))[0]).toEqual(app.offices.get('samarinda'))
    const written = await text()
    expect(written).toContain(own)
    for (const same of [written, plain]) expect((await foreseen(same)).differences).toEqual([])
    const back = written.replace(own, 'messages: {}\n')
    expect((await foreseen(back)).differences).toEqual([{ path: 'messages.drawn', before: words, after: undefined }])
    await app.officeFiles.apply(back, 'operator', false)
    expect(await text()).toBe(plain)
  })

  it('is asked for once more where somebody has booked, and lets them go when it is sure [H16]', async () => {
    const slotId = `${TUESDAY}T10:00`
    const contact = { phone: '0800-0002-0001' }
    const booked = await app.visitor().post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', contact, slotId })
    expect(booked.status).toBe(201)
    const file = (await text()).replace('holidays: []', `holidays: [ ${TUESDAY} ]`)
    expect((await foreseen(file)).booked).toBe(1)
    await expect(app.officeFiles.apply(file, 'operator', false)).rejects.toMatchObject({ code: 'BOOKINGS_TOUCHED' })
    expect(app.offices.get('samarinda').holidays).toEqual([])
    await app.officeFiles.apply(file, 'operator', true)
    const { token } = booked.body as { token: string }
    expect((await app.visitor().get(`/api/tickets/${token}`)).body.ticket).toMatchObject({ state: 'cancelled' })
  })

  it('retires a service that it no longer has, names who waits for it without a counter, and takes nobody new [H17]', async () => {
    const desk = await app.as('meja')
    expect((await desk.post(`${OFFICE}/tickets`, { serviceId: 'legalisir' })).status).toBe(201)
    const whole = await text()
    const begin = whole.indexOf('  - id: legalisir\n')
    const rest = whole.slice(begin + 5)
    const file = (whole.slice(0, begin) + rest.slice(rest.search(/^ {2}- id: /m))).replace(
      /, legalisir\b|\blegalisir, /g,
      '',
    )
    const seen = await foreseen(file)
    expect(seen.consequences).toContainEqual({ kind: 'waitingStranded', of: 'legalisir', count: 1 })
    expect(seen.differences).toContainEqual({ path: 'services[legalisir].retired', before: undefined, after: true })
    await expect(app.officeFiles.apply(file, 'operator', false)).rejects.toMatchObject({ code: 'BOOKINGS_TOUCHED' })
    await app.officeFiles.apply(file, 'operator', true)
    const day = await app.days.today('samarinda')
    expect(day.waiting['legalisir']).toHaveLength(1)
    expect((await desk.post(`${OFFICE}/tickets`, { serviceId: 'legalisir' })).status).not.toBe(201)
  })
})

describe('a file beside a running day', () => {
  const without = async (counter: string) => {
    const lines = (await text()).split('\n')
    const at = lines.indexOf(`  - id: '${counter}'`)
    const end = lines.findIndex((line, i) => i > at && /^( {2}- |\S)/.test(line))
    return [...lines.slice(0, at), ...lines.slice(end)].join('\n')
  }

  it('takes away no counter at which somebody is, as no other change may [A45]', async () => {
    const officer = await app.as('petugas1')
    expect((await officer.post(`${OFFICE}/counters/8/open`, {})).status).toBe(200)
    const problems = [{ field: 'counters.8.removed', problem: 'counterAttended', with: '8' }]
    const refused = { code: 'STRUCTURE_UNSOUND', data: { problems } }
    const file = await without('8')
    await expect(app.officeFiles.look(file)).rejects.toMatchObject(refused)
    await expect(app.officeFiles.apply(file, 'operator', true)).rejects.toMatchObject(refused)
    expect(app.offices.get('samarinda').counters).toHaveLength(8)
    await officer.post(`${OFFICE}/counters/8/close`)
    expect((await app.officeFiles.apply(file, 'operator', true)).ok).toBe(true)
    expect(app.offices.get('samarinda').counters).toHaveLength(7)
  })
})

describe('the roles of its own in the file of an office', () => {
  const CASHIER = { id: 'kasir', name: ['Kasir', 'Cashier'] as const, permissions: ['queue.call'] as const }
  const WRITTEN = 'roles:\n  - id: kasir\n    name: { id: Kasir, en: Cashier }\n    permissions: [ queue.call ]\n'

  it('are made, given to who is invited and written again, also with rights that no administrator holds [A27]', async () => {
    const staff = 'staff:\n  - { username: eko, name: Eko Contoh, roles: [ kasir, officer ] }\n'
    const seen = await foreseen(PUSKESMAS + WRITTEN + staff)
    expect(seen.differences).toContainEqual({
      path: 'roles[kasir]',
      before: undefined,
      after: { id: 'Kasir', en: 'Cashier' },
    })
    await app.officeFiles.apply(PUSKESMAS + WRITTEN + staff, 'operator', false)
    expect(app.offices.get('puskesmas').roles).toEqual([CASHIER])
    const text = await app.officeFiles.text('puskesmas')
    expect(text).toContain(WRITTEN)
    expect(text).toContain('roles: [ officer, kasir ]')
    expect(await foreseen(text)).toMatchObject({ differences: [], invited: [] })
  })

  it('end the sessions of whoever has other rights by them, and of nobody else [A27]', async () => {
    await app.officeFiles.apply((await text()) + WRITTEN, 'operator', false)
    await app.db.kysely.insertInto('staff_roles').values({ staff_id: 'p1', role: 'kasir' }).execute()
    await app.as('petugas1')
    await app.as('petugas2')
    const signedIn = async () =>
      (await app.db.kysely.selectFrom('sessions').select('staff_id').execute()).map(s => s.staff_id)
    const more = (await text()).replace('[ queue.call ]', '[ queue.call, queue.pick ]')
    expect(await foreseen(more)).toMatchObject({ renewed: 1 })
    const before = await signedIn()
    await app.officeFiles.apply(more, 'operator', false)
    expect(await signedIn()).toEqual(before.filter(id => id !== 'p1'))
    expect(before).toContain('p1')
  })

  it('stay while somebody has them, and that is said at its place [A27]', async () => {
    await app.officeFiles.apply((await text()) + WRITTEN, 'operator', false)
    await app.db.kysely.insertInto('staff_roles').values({ staff_id: 'p1', role: 'kasir' }).execute()
    const file = `office: { id: samarinda, name: Disdukcapil, city: Samarinda, zone: WITA }\nroles: []\n`
    const looked = await app.officeFiles.look(file)
    expect(looked).toMatchObject({
      ok: false,
      problems: [{ word: 'roleHeld', path: ['roles'], line: 2, column: 1, values: { id: 'kasir', n: 1 } }],
    })
    expect(await app.officeFiles.apply(file, 'operator', true)).toEqual(looked)
    await app.db.kysely.deleteFrom('staff_roles').where('role', '=', 'kasir').execute()
    await app.officeFiles.apply(file, 'operator', true)
    expect(app.offices.get('samarinda').roles).toEqual([])
  })
})

describe('the file of a new office', () => {
  it('makes an office in preparation with those who are not known yet, invited and without a password', async () => {
    expect(await foreseen(PUSKESMAS + STAFF)).toMatchObject({ isNew: true, invited: [{ username: 'budi' }] })
    await app.officeFiles.apply(PUSKESMAS + STAFF, 'operator', false)
    const office = app.offices.get('puskesmas')
    expect([office.services.length, office.openedAt]).toEqual([10, null])
    const staff = await app.db.kysely.selectFrom('staff').selectAll().where('office', '=', 'puskesmas').execute()
    expect(staff.map(s => [s.username, s.password_hash, s.email])).toEqual([['budi', '', 'budi@kantor.example']])
    expect((await app.visitor().post('/api/session', { username: 'budi', password: '' })).status).not.toBe(201)
    // Written again it changes nothing, and nobody is invited twice.
    expect(await foreseen(await app.officeFiles.text('puskesmas'))).toMatchObject({ differences: [], invited: [] })
  })

  it('leaves nothing behind where the database does not take all of it [H16]', async () => {
    const db = await freshDatabase()
    const failing = { ...db, claim: async () => Promise.reject(new Error('disk')) }
    const other = await testApp({ db })
    const { createOfficeFiles } = await import('../../server/services/office-file/office-files.ts')
    const { createOffices } = await import('../../server/services/office/offices.ts')
    const offices = await createOffices(failing, () => other.clock.now)
    const effects = {
      between: async () => Promise.reject(new Error()),
      replace: async () => Promise.reject(new Error()),
    }
    const links = { create: async () => Promise.reject(new Error()) }
    const files = createOfficeFiles({ db: failing, offices, effects, links, now: () => other.clock.now })
    await expect(files.apply(PUSKESMAS + STAFF, 'operator', true)).rejects.toThrow('disk')
    expect(offices.all().map(o => o.id)).toEqual(['samarinda'])
    expect((await listOffices(db)).map(o => o.id)).toEqual(['samarinda'])
    expect(await db.kysely.selectFrom('staff').select('id').where('username', '=', 'budi').execute()).toEqual([])
    await other.close()
  })

  it('changes nothing at all where anything in it is wrong', async () => {
    const looked = await app.officeFiles.apply(PUSKESMAS.replace('letter: K', 'letter: A'), 'operator', true)
    expect(looked).toMatchObject({ ok: false, problems: [{ word: 'letterTaken' }] })
    expect(app.offices.all().map(o => o.id)).toEqual(['samarinda'])
  })
})
