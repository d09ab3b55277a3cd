import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { atClock, DAY, MINUTE } from '../../shared/kit/time.ts'
import { api } from '../../shared/contracts/api.ts'
import { verifyAudit } from '../../server/store/audit.ts'
import { openScan, upload } from '../helpers/by-pages.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** Names and scans of those who booked: each coat of the office, and what it opens. */
const OFFICE = '/api/offices/samarinda'
const at = (time: string) => atClock('2026-06-09', time, 'WITA')
const REASONS = ['serve', 'prepare', 'checkIn', 'help'] as const
const STAFF = ['petugas1', 'petugas2', 'meja', 'atasan', 'manajer'] as const
let app: TestApp
let officer: Visitor
let token: string
let ticketId: string
let file: string

beforeEach(async () => {
  app = await testApp()
  const ktp = { id: 'ktp-el', booking: { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, files: true } }
  await (await app.as('admin')).patch(`${OFFICE}/settings`, { services: [ktp] })
  officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
  const contact = { name: 'Nurhayati Contoh', phone: '0800-0004-0123', nik: '6472000000000000' }
  const wish = { serviceId: 'ktp-el', slotId: '2026-06-09T11:00', contact }
  token = (await app.visitor().post(`${OFFICE}/bookings`, wish)).body.token
  await upload(app, token, 'KK Nurhayati.pdf')
  const [booking] = (await officer.get(`${OFFICE}/bookings`)).body.bookings
  ticketId = booking.ticketId
  file = booking.files[0].id
})
afterEach(() => app.close())

const open = (who: Visitor, reason: string, id = ticketId) => who.post(`${OFFICE}/bookings/${id}/open`, { reason })
/** By which reasons somebody opens name and scan; both go by the same rule. */
async function reasonsOf(who: Visitor): Promise<string[]> {
  const found: string[] = []
  for (const reason of REASONS) {
    const [name, scan] = [await open(who, reason), await openScan(who, file, reason)]
    expect([scan.status, reason]).toEqual([name.status, reason])
    if (name.status === 200) found.push(reason)
    else expect(name.body.error.code).toBe('FORBIDDEN')
  }
  return found
}
const record = async () =>
  (await app.db.kysely.selectFrom('audit').selectAll().where('what', 'like', 'booking.%').execute()).map(r => ({
    who: r.who,
    what: r.what,
    ...(JSON.parse(r.detail) as object),
  }))

describe('the list of bookings', () => {
  it('masks names and names no scan, for every coat; no other answer of the desk holds them [R11]', async () => {
    const [booking] = (await officer.get(`${OFFICE}/bookings`)).body.bookings
    expect(booking).toMatchObject({ name: 'N•••', files: [{ id: file, bytes: 6, type: 'application/pdf' }] })
    for (const name of [...STAFF, 'admin']) {
      const who = await app.as(name)
      for (const key of Object.keys(api)) {
        const [method, path] = key.split(' ') as [string, string]
        if (method !== 'GET' || path.includes(':token')) continue
        const place = path
          .replace(':office', 'samarinda')
          .replace(':counter', '1')
          .replace(':service', 'ktp-el')
          .replace(':date', '2026-06-09')
        expect((await who.get(place)).text, `${name} ${place}`).not.toMatch(/Nurhayati|KK Nur|80000040123|6472000/)
      }
    }
  })
})

describe('a name or a scan', () => {
  it('is opened by nobody at a counter before the hour of preparation, and by the front desk at any time [R4 R11]', async () => {
    app.clock.now = at('10:00') - 1
    const found: Record<string, string[]> = {}
    for (const name of STAFF) found[name] = await reasonsOf(name === 'petugas1' ? officer : await app.as(name))
    expect(found).toEqual({
      petugas1: [],
      petugas2: [],
      meja: ['checkIn', 'help'],
      atasan: [],
      manajer: [],
    })
    expect((await open(await app.as('admin'), 'help')).status).toBe(403)
    for (const kind of ['kiosk', 'display', 'tablet'] as const)
      expect((await open(await app.device(kind), 'help')).status).toBe(403)
    expect((await open(app.visitor(), 'help')).status).toBe(401)
  })

  it('is opened within the hour before the slot by the officers whose counters will serve it, and no other [R4]', async () => {
    app.clock.now = at('10:00')
    expect(await reasonsOf(officer)).toEqual(['prepare'])
    const other = await app.as('petugas2')
    expect(await reasonsOf(other)).toEqual([])
    await other.post(counterPath('2', 'open'), { services: ['legalisir'] })
    expect(await reasonsOf(other)).toEqual([])
    await officer.post(counterPath('1', 'close'))
    expect(await reasonsOf(officer)).toEqual([])
    const every = app.offices.get('samarinda').services.map(s => s.id)
    const { counters } = app.offices.get('samarinda')
    const { id } = counters.find(c => !c.services.includes('ktp-el'))!
    expect((await officer.post(counterPath(id, 'open'), { services: every })).status).toBe(200)
    expect(await reasonsOf(officer)).toEqual([])
  })

  it('is opened by the officer at whose counter it stands, and only while it stands there [R4]', async () => {
    app.clock.now = at('10:50')
    await (await app.device('kiosk')).post(`${OFFICE}/check-in`, { token })
    app.clock.now = at('11:00')
    const other = await app.as('petugas2')
    await other.post(counterPath('2', 'open'))
    await officer.post(counterPath('1', 'call-next'))
    expect(await reasonsOf(officer)).toEqual(['serve'])
    expect(await reasonsOf(other)).toEqual([])
    const told = await open(officer, 'serve')
    expect(told.body).toEqual({ number: expect.stringMatching(/^AR-/), name: 'Nurhayati Contoh', phoneEnd: '123' })
    expect(told.text).not.toContain('6472')
    await officer.post(counterPath('1', 'finish'))
    expect(await reasonsOf(officer)).toEqual([])
  })

  it('is on record before it is answered: who, what and why; a refusal is no opening [A9]', async () => {
    app.clock.now = at('10:30')
    const desk = await app.as('meja')
    await open(officer, 'help')
    await open(desk, 'help')
    await openScan(officer, file, 'prepare')
    const by = (staff: string) => app.db.kysely.selectFrom('staff').select('id').where('username', '=', staff)
    const [meja, petugas1] = [await by('meja').executeTakeFirst(), await by('petugas1').executeTakeFirst()]
    expect(await record()).toEqual([
      { who: `staff:${meja!.id}`, what: 'booking.name', office: 'samarinda', ticket: ticketId, reason: 'help' },
      {
        who: `staff:${petugas1!.id}`,
        what: 'booking.file',
        ...{ office: 'samarinda', ticket: ticketId, file, reason: 'prepare' },
      },
    ])
    expect(await verifyAudit(app.db)).toMatchObject({ ok: true })
  })

  it('stays closed when it cannot be put on record [A9]', async () => {
    await app.db.kysely.schema.alterTable('audit').renameTo('audit_away').execute()
    const desk = await app.as('meja')
    const answer = await open(desk, 'help')
    expect(answer.status).toBeGreaterThanOrEqual(500)
    expect(answer.text).not.toContain('Nurhayati')
    expect((await openScan(desk, file, 'help')).status).toBeGreaterThanOrEqual(500)
    await app.db.kysely.schema.alterTable('audit_away').renameTo('audit').execute()
  })

  it('of a day that is over, of a walk-in or of another office is opened by nobody [R4 R11]', async () => {
    const desk = await app.as('meja')
    const walkIn = (await desk.post(TICKETS, { serviceId: 'ktp-el' })).body.ticket.id as string
    expect((await open(desk, 'help', walkIn)).status).toBe(403)
    expect((await open(desk, 'help', 'none')).body.error.code).toBe('TICKET_UNKNOWN')
    expect((await desk.post(`/api/offices/lain/bookings/${ticketId}/open`, { reason: 'help' })).status).toBe(403)
    expect((await open(desk, 'curious')).status).toBe(400)
    app.clock.now += DAY
    expect((await open(await app.as('meja'), 'help')).status).toBe(403)
  })
})

describe('somebody else than the one who booked', () => {
  it('ends the booking, and the page says why [D12]', async () => {
    app.clock.now = at('11:00') - 10 * MINUTE
    await (await app.device('kiosk')).post(`${OFFICE}/check-in`, { token })
    app.clock.now = at('11:00')
    await officer.post(counterPath('1', 'call-next'))
    const voided = await officer.post(counterPath('1', 'wrong-holder'), {}, { 'idempotency-key': 'wrong-1' })
    expect([voided.status, voided.body.ticket.state]).toEqual([200, 'cancelled'])
    const again = await officer.post(counterPath('1', 'wrong-holder'), {}, { 'idempotency-key': 'wrong-1' })
    expect(again.body).toEqual(voided.body)
    expect((await app.visitor().get(`/t/${token}`)).text).toContain('Yang datang ke loket bukan pemesannya')
    expect((await officer.get('/api/me/record')).body.record).toMatchObject({ served: 0, missed: 0, parked: 0 })
    const figures = (await (await app.as('manajer')).get(`${OFFICE}/figures`)).body
    expect(figures).toMatchObject({ missed: 0, cancelled: 0, otherHolder: 1 })
    const { sheet } = (await (await app.as('meja')).get(`${OFFICE}/days/2026-06-09`)).body
    expect(sheet).toMatchObject({ taken: 1, left: 0, missed: 0, otherHolder: 1 })
    await officer.post(TICKETS, { serviceId: 'ktp-el' })
    await officer.post(counterPath('1', 'call-next'))
    expect((await officer.post(counterPath('1', 'wrong-holder'))).body.error.code).toBe('TICKET_STATE')
  })
})
