import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Journal } from '../../server/journal/journal.ts'
import { DAY } from '../../shared/kit/time.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const BOOKINGS = `${OFFICE}/bookings`
const WEDNESDAY = '2026-06-10'
const THURSDAY = '2026-06-11'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  await settings({ proof: 'never', priorityShare: 0 })
})
afterEach(() => app.close())

async function settings(change: object): Promise<void> {
  const { booking } = app.offices.get('samarinda')
  const answer = await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: { ...booking, ...change } })
  expect(answer.status).toBe(200)
}

const phoneOf = (n: number) => `0800-0004-${String(n).padStart(4, '0')}`
const wish = (contact: object, slotId: string, serviceId = 'ktp-el') => ({ serviceId, slotId, contact })
const book = (contact: object, slotId = `${WEDNESDAY}T09:00`, who: Visitor = app.visitor(), key?: string) =>
  who.post(BOOKINGS, wish(contact, slotId), key === undefined ? {} : { 'idempotency-key': key })
const codeOf = async (answer: Promise<{ body: { error?: { code: string } } }>) => (await answer).body.error?.code
const holders = async () => (await app.db.kysely.selectFrom('holders').select('ticket_id').execute()).length

/** Books a slot until so many places of it are left. */
async function fillTo(left: number, date: string): Promise<string> {
  const { body } = await app.visitor().get(`${OFFICE}/services/ktp-el/slots?from=${date}&days=1`)
  const slot = (body.slots as { id: string; free: number }[]).find(s => s.free > 0)!
  const desk = await app.as('meja')
  for (let n = left; n < slot.free; n++) expect((await book({ name: `Contoh ${n}` }, slot.id, desk)).status).toBe(201)
  return slot.id
}

/** The journal writes, and then nobody hears whether it did; the days to come are open by then. */
async function answersLost(): Promise<() => void> {
  await app.visitor().get(`${OFFICE}/services/ktp-el/slots?days=31`)
  const whole = { ...app.db.journal }
  const append: Journal['append'] = async given => {
    await whole.append(given)
    throw new Error('connection lost')
  }
  Object.assign(app.db.journal, { append })
  return () => Object.assign(app.db.journal, whole)
}

describe('a refused booking', () => {
  it('by its NIK leaves the phone number free for another person, and the other way round [B9]', async () => {
    await book({ phone: phoneOf(1), nik: '0000000000000001' })
    const before = await holders()
    expect(await codeOf(book({ phone: phoneOf(2), nik: '0000000000000001' }))).toBe('ALREADY_BOOKED')
    expect(await codeOf(book({ phone: phoneOf(1), nik: '0000000000000002' }))).toBe('ALREADY_BOOKED')
    expect(await holders()).toBe(before)
    expect((await book({ phone: phoneOf(2), nik: '0000000000000002' })).status).toBe(201)
  })

  it('leaves the last place of its slot to somebody else [B9]', async () => {
    const slotId = await fillTo(1, WEDNESDAY)
    await book({ phone: phoneOf(1) }, `${THURSDAY}T09:00`)
    expect(await codeOf(book({ phone: phoneOf(1) }, slotId))).toBe('ALREADY_BOOKED')
    expect((await book({ phone: phoneOf(2) }, slotId)).status).toBe(201)
  })

  it('is not charged to its network [G5]', async () => {
    await book({ phone: phoneOf(1) })
    await settings({ perNetworkHour: 2 })
    expect(await codeOf(book({ phone: phoneOf(1) }, `${WEDNESDAY}T10:00`))).toBe('ALREADY_BOOKED')
    expect((await book({ phone: phoneOf(2) })).status).toBe(201)
    expect(await codeOf(book({ phone: phoneOf(3) }))).toBe('TOO_MANY_BOOKINGS')
  })

  it('of one in a group leaves that one out and books the others [B13]', async () => {
    await book({ phone: phoneOf(1) })
    const people = [1, 2].map(n => ({ name: `Warga Contoh ${n}`, phone: phoneOf(n) }))
    const group = { serviceId: 'ktp-el', slotId: `${WEDNESDAY}T10:00`, people }
    const { body } = await (await app.as('meja')).post(`${BOOKINGS}/group`, group)
    expect(body.left).toEqual(['Warga Contoh 1'])
    expect(body.booked.map((b: { name: string }) => b.name)).toEqual(['Warga Contoh 2'])
  })

  it.each([
    ['of a service that the office does not offer', 'tidak-ada', 'SERVICE_UNKNOWN'],
    ['of a service that is not booked', 'legalisir', 'NOT_BOOKABLE'],
  ])('%s is told so', async (_what, serviceId, code) => {
    const admin = await app.as('admin')
    await admin.patch(`${OFFICE}/settings`, { services: [{ id: 'legalisir', booking: null }] })
    expect(await codeOf(app.visitor().post(BOOKINGS, wish({}, `${WEDNESDAY}T09:00`, serviceId)))).toBe(code)
  })
})

describe('a wish to wait', () => {
  const KTP = `${OFFICE}/services/ktp-el`
  const wait = (date: string, n = 1) => app.visitor().post(`${KTP}/waitlist`, { date, contact: { phone: phoneOf(n) } })
  const free = async (date: string) => {
    const { body } = await app.visitor().get(`${KTP}/slots?from=${date}&days=1`)
    return (body.slots as { id: string; start: number; free: number }[]).filter(s => s.free > 0)
  }

  it('on a day with free places is told how many there are and the first, takes none and leaves no trace [W10]', async () => {
    const before = await free(WEDNESDAY)
    const answer = await wait(WEDNESDAY)
    expect([answer.status, answer.body.error.code]).toEqual([409, 'PLACES_FREE'])
    const n = before.reduce((sum, s) => sum + s.free, 0)
    expect(answer.body.error.data).toEqual({ n, start: before[0]!.start })
    expect(await free(WEDNESDAY)).toEqual(before)
    expect(await holders()).toBe(0)
    expect((await book({ phone: phoneOf(1) }, before[0]!.id)).status).toBe(201)
  })

  it.each([
    ['a day on which the office is closed', '2026-06-14', 409, 'DATE_CLOSED'],
    ['a day beyond those that may be booked', '2026-08-11', 409, 'NOT_RELEASED'],
    ['a day that is over', '2026-06-08', 409, 'SLOT_PAST'],
    ['a day that no calendar has', '2026-06-31', 400, 'BAD_REQUEST'],
  ])('for %s is refused [W10]', async (_what, date, status, code) => {
    const answer = await wait(date)
    expect([answer.status, answer.body.error.code]).toEqual([status, code])
  })

  it('for the day of a holiday, or of a service that the office does not give any more, is refused [W10]', async () => {
    const admin = await app.as('admin')
    const holidays = [THURSDAY]
    expect((await admin.patch(`${OFFICE}/settings`, { holidays })).status).toBe(200)
    expect(await codeOf(wait(THURSDAY))).toBe('DATE_CLOSED')
    expect((await admin.patch(`${OFFICE}/settings`, { services: [{ id: 'ktp-el', open: false }] })).status).toBe(200)
    expect(await codeOf(wait(WEDNESDAY))).toBe('SERVICE_CLOSED')
  })

  it('of somebody who takes none of the places that come later keeps nobody else from them [W10]', async () => {
    await quota(2)
    for (const [i, slot] of (await free(WEDNESDAY)).entries()) await book({ phone: phoneOf(10 + i) }, slot.id)
    expect((await wait(WEDNESDAY)).status).toBe(201)
    await quota(6)
    const left = await free(WEDNESDAY)
    expect(left.reduce((sum, s) => sum + s.free, 0)).toBe(3)
    expect((await book({ phone: phoneOf(20) }, left[0]!.id)).status).toBe(201)
  })

  async function quota(dailyQuota: number): Promise<void> {
    await settings({ walkInReserve: 0 })
    const booking = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota, files: false }
    const admin = await app.as('admin')
    expect((await admin.patch(`${OFFICE}/settings`, { services: [{ id: 'ktp-el', booking }] })).status).toBe(200)
  }
})

describe('a booking of which nobody heard whether it was written', () => {
  it('is still its holder’s: the same form asked again is that booking, and another is refused [B3 B10]', async () => {
    const who = app.visitor()
    const heard = await answersLost()
    expect(await codeOf(book({ phone: phoneOf(1) }, `${WEDNESDAY}T09:00`, who, 'lost-answer'))).toBe('UNAVAILABLE')
    heard()
    expect(await codeOf(book({ phone: phoneOf(1) }, `${THURSDAY}T09:00`))).toBe('ALREADY_BOOKED')
    expect((await book({ phone: phoneOf(1) }, `${WEDNESDAY}T09:00`, who, 'lost-answer')).status).toBe(201)
    expect(await holders()).toBe(1)
  })

  it('is still its holder’s after a move to another day [B11]', async () => {
    const who = app.visitor()
    const { body } = await book({ phone: phoneOf(1) }, `${WEDNESDAY}T09:00`, who)
    const heard = await answersLost()
    const move = () =>
      who.post(`/api/tickets/${body.token}/reschedule`, { slotId: `${THURSDAY}T09:00` }, { 'idempotency-key': 'moved' })
    expect(await codeOf(move())).toBe('UNAVAILABLE')
    heard()
    const again = await move()
    expect(again.status).toBe(200)
    const listed = await (await app.as('meja')).get(`${BOOKINGS}?date=${THURSDAY}`)
    expect(listed.body.bookings).toHaveLength(1)
    expect(await holders()).toBe(2)
  })
})

describe('a booking that moved to another day just before the process was killed', () => {
  it('is still its person’s one booking, and its old link leads to the new one [B3 B11 J1]', async () => {
    const who = app.visitor()
    const { body } = await book({ phone: phoneOf(1) }, `${WEDNESDAY}T09:00`, who)
    const { atomic } = app.db
    let written = 0
    // What is written after the move is lost with the process.
    Object.assign(app.db, {
      atomic: (...given: Parameters<typeof atomic>) =>
        written++ === 0 ? atomic(...given) : Promise.reject(new Error('killed')),
    })
    const moved = await who.post(`/api/tickets/${body.token}/reschedule`, { slotId: `${THURSDAY}T09:00` })
    expect(moved.status).toBe(500)
    Object.assign(app.db, { atomic })
    const { movedTo } = (await who.get(`/api/tickets/${body.token}`)).body
    const now = await who.get(`/api/tickets/${movedTo.slice(3)}`)
    expect(now.body).toMatchObject({ date: THURSDAY, ticket: { state: 'booked' } })
    expect(await codeOf(book({ phone: phoneOf(1) }, `${WEDNESDAY}T10:00`))).toBe('ALREADY_BOOKED')
    await who.post(`/api/tickets/${movedTo.slice(3)}/cancel`)
    expect((await book({ phone: phoneOf(1) }, `${WEDNESDAY}T10:00`)).status).toBe(201)
  })

  it('and then could not, stays where it was and leads nowhere else [B9 B11]', async () => {
    const who = app.visitor()
    const { body } = await book({ phone: phoneOf(1) }, `${WEDNESDAY}T09:00`, who)
    const slotId = await fillTo(0, THURSDAY)
    await who.post(`/api/tickets/${body.token}/reschedule`, { slotId })
    await who.post(`/api/tickets/${body.token}/cancel`)
    expect((await who.get(`/api/tickets/${body.token}`)).body.movedTo).toBeNull()
    expect((await book({ phone: phoneOf(1) }, `${WEDNESDAY}T10:00`)).status).toBe(201)
  })
})

describe('a booking that stands', () => {
  it('stays as it was when the day to which it would move is full [B9 B11]', async () => {
    const who = app.visitor()
    const { body } = await book({ phone: phoneOf(1) }, `${WEDNESDAY}T09:00`, who)
    const slotId = await fillTo(0, THURSDAY)
    const before = await holders()
    expect(await codeOf(who.post(`/api/tickets/${body.token}/reschedule`, { slotId }))).toBe('SLOT_FULL')
    expect(await holders()).toBe(before)
    expect((await who.get(`/api/tickets/${body.token}`)).body).toMatchObject({
      ticket: { state: 'booked' },
      movedTo: null,
    })
  })

  it('moves to no other day once its holder has come [B11]', async () => {
    const who = app.visitor()
    const { body } = await book({ phone: phoneOf(1) }, '2026-06-09T10:00', who)
    app.clock.now += 15 * 60_000
    const kiosk = await app.device('kiosk')
    expect((await kiosk.post(`${OFFICE}/check-in`, { token: body.token })).status).toBe(200)
    const move = who.post(`/api/tickets/${body.token}/reschedule`, { slotId: `${WEDNESDAY}T09:00` })
    expect(await codeOf(move)).toBe('TICKET_STATE')
  })

  it('is over with its day: nothing gives it back, moves it or checks it in any more [N10]', async () => {
    const who = app.visitor()
    const { body } = await book({ phone: phoneOf(1) }, '2026-06-09T10:00', who)
    const kiosk = await app.device('kiosk')
    app.clock.now += DAY
    const own = `/api/tickets/${body.token}`
    const answers = [
      await who.post(`${own}/cancel`),
      await who.post(`${own}/check-in`, { code: '0000' }),
      await kiosk.post(`${OFFICE}/check-in`, { token: body.token }),
      await who.post(`${own}/reschedule`, { slotId: `${WEDNESDAY}T15:00` }),
      await who.post(`${own}/reschedule`, { slotId: '2026-06-09T15:00' }),
      await who.post(`${own}/offer`),
    ]
    expect(answers.map(a => [a.body.error.code, a.body.error.data])).toEqual(
      Array(6).fill(['TICKET_STATE', { state: 'over' }]),
    )
  })

  it('is known by the link that the office signed: a forged one opens nothing, the family link only looks [B16]', async () => {
    const who = app.visitor()
    const { body } = await book({ phone: phoneOf(1) })
    const forged = `/api/tickets/${body.token.split('.')[0]}.${'A'.repeat(22)}`
    expect(await codeOf(who.get(forged))).toBe('TICKET_UNKNOWN')
    expect(await codeOf(who.post(`${forged}/cancel`))).toBe('TICKET_UNKNOWN')
    const { sharePath } = (await who.get(`/api/tickets/${body.token}`)).body
    expect(await codeOf(who.post(`/api/tickets/${sharePath.slice(3)}/cancel`))).toBe('TICKET_UNKNOWN')
  })
})

describe('bookings that are voided together', () => {
  it('leave out whoever cancelled at that moment; a cluster that nobody has is not found [B15]', async () => {
    const who = app.visitor()
    const tokens: string[] = []
    for (const [n, serviceId] of ['ktp-el', 'kartu-keluarga', 'legalisir'].entries()) {
      const made = await who.post(BOOKINGS, wish({ phone: phoneOf(n) }, `${WEDNESDAY}T09:00`, serviceId))
      tokens.push(made.body.token)
    }
    const admin = await app.as('admin')
    const [{ id: cluster }] = (await admin.get(`${OFFICE}/clusters`)).body.clusters
    await who.post(`/api/tickets/${tokens[0]}/cancel`)
    // As if the list had been read just before.
    await app.db.kysely.updateTable('tickets').set({ state: 'booked' }).where('state', '=', 'cancelled').execute()
    expect((await admin.post(`${OFFICE}/clusters/void`, { cluster, reason: 'broker' })).body).toEqual({ voided: 2 })
    expect(await codeOf(admin.post(`${OFFICE}/clusters/void`, { cluster: 'device.x', reason: 'broker' }))).toBe(
      'NOT_FOUND',
    )
  })
})
