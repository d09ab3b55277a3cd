import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { MORNING, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const BOOKINGS = `${OFFICE}/bookings`
const SLOTS = `${OFFICE}/services/ktp-el/slots`
/** The day after the Tuesday of the test's clock. */
const WEDNESDAY = '2026-06-10'
const at = (time: string, date = '2026-06-09') => atClock(date, time, 'WITA')

let app: TestApp
let desk: Visitor
beforeAll(async () => {
  app = await testApp()
  desk = await app.as('meja')
  // The test's clock stands still, so all of its bookings come at once, which looks like a rush.
  const { booking } = app.offices.get('samarinda')
  await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: { ...booking, proof: 'never' } })
})
beforeEach(() => {
  app.clock.now = Math.max(app.clock.now, MORNING)
})
afterAll(() => app.close())

let people = 0
/** A phone of its own with a made-up number. */
function citizen() {
  const who = app.visitor()
  const phone = `0800-0000-${String(++people).padStart(4, '0')}`
  const book = (slotId: string, more: object = {}, headers: Record<string, string> = {}) =>
    who.post(BOOKINGS, { serviceId: 'ktp-el', slotId, contact: { phone }, ...more }, headers)
  return { ...who, phone, book }
}

describe('a citizen books from home', () => {
  it('sees slots with their free places, and gets a number with its link at once', async () => {
    const listed = await app.visitor().get(`${SLOTS}?from=${WEDNESDAY}&days=1`)
    expect(listed.status).toBe(200)
    expect(listed.body.days).toEqual([{ date: WEDNESDAY, state: 'open', at: null }])
    const [first] = listed.body.slots
    expect(first).toMatchObject({ id: `${WEDNESDAY}T08:00`, start: at('08:00', WEDNESDAY) })
    expect(first.free).toBeGreaterThan(0)

    const booked = await citizen().book(first.id)
    expect(booked.status).toBe(201)
    expect(booked.body.ticket).toMatchObject({ number: 'AR-01', state: 'booked', slot: { start: first.start } })
    const again = await app.visitor().get(`${SLOTS}?from=${WEDNESDAY}&days=1`)
    expect(again.body.slots[0].free).toBe(first.free - 1)

    const own = await app.visitor().get(`/api/tickets/${booked.body.token}`)
    expect(own.body).toMatchObject({
      ticket: { number: 'AR-01', state: 'booked' },
      date: WEDNESDAY,
      over: false,
      checkIn: { from: at('07:40', WEDNESDAY), until: at('08:10', WEDNESDAY) },
    })
  })

  it('presses twice, or asks again after a lost answer, and has one booking [B10]', async () => {
    const who = citizen()
    const headers = { 'idempotency-key': 'one-and-the-same' }
    const answers = await Promise.all([1, 2, 3].map(() => who.book(`${WEDNESDAY}T09:00`, {}, headers)))
    expect(answers.map(a => a.status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(a => a.text)).size).toBe(1)
    expect((await who.book(`${WEDNESDAY}T09:00`, {}, headers)).text).toBe(answers[0]!.text)
  })

  it('is refused a key that the desk used for somebody else, and learns nothing of that booking; so is the desk [J3]', async () => {
    const [here, there] = [`${WEDNESDAY}T09:00`, `${WEDNESDAY}T10:00`]
    const headers = { 'idempotency-key': 'key-of-somebody-else' }
    const helped = await desk.post(
      BOOKINGS,
      { serviceId: 'ktp-el', slotId: here, contact: { name: 'Contoh Dua' } },
      headers,
    )
    expect(helped.status).toBe(201)
    const who = citizen()
    const own = await who.book(there)
    const waitlist = `${OFFICE}/services/ktp-el/waitlist`
    const strangers = [
      await who.book(here, {}, headers),
      await who.post(waitlist, { date: WEDNESDAY, contact: { phone: who.phone } }, headers),
      await who.post(`/api/tickets/${own.body.token}/reschedule`, { slotId: here }, headers),
    ]
    for (const { status, body, text } of strangers) {
      expect([status, body.error.code]).toEqual([409, 'COMMAND_ID_REUSED'])
      expect(text).not.toMatch(new RegExp(`${helped.body.token}|${helped.body.ticket.number}`))
    }
    const mine = { 'idempotency-key': 'key-of-a-citizen' }
    const booked = await citizen().book(there, {}, mine)
    const asked = { serviceId: 'ktp-el', slotId: there, contact: { name: 'Contoh Tiga' } }
    const answer = await desk.post(BOOKINGS, asked, mine)
    expect([answer.status, answer.body.error.code]).toEqual([409, 'COMMAND_ID_REUSED'])
    expect(answer.text).not.toContain(booked.body.token)
  })

  it('has one live booking per service: the second is refused and shows the first to this phone alone [B3 B4]', async () => {
    const who = citizen()
    const first = await who.book(`${WEDNESDAY}T09:30`)
    const second = await who.book(`${WEDNESDAY}T10:00`)
    expect([second.status, second.body.error.code]).toEqual([409, 'ALREADY_BOOKED'])
    expect(second.body.error.data.path).toBe(first.body.path)

    const stranger = await app
      .visitor()
      .post(BOOKINGS, { serviceId: 'ktp-el', slotId: `${WEDNESDAY}T10:00`, contact: { phone: who.phone } })
    expect(stranger.body.error.code).toBe('ALREADY_BOOKED')
    expect(stranger.body.error.data).toBeUndefined()

    expect((await who.post(`/api/tickets/${first.body.token}/cancel`)).body).toEqual({ state: 'cancelled' })
    expect((await who.book(`${WEDNESDAY}T10:00`)).status).toBe(201)
  })

  it('loses the last place of a slot to somebody quicker, has no booking by that, and books another slot [B9]', async () => {
    const { slotId } = await fill(`${WEDNESDAY}T14:00`, 1)
    const [quicker, who] = [app.visitor(), citizen()]
    const [held, lost] = await Promise.all([
      quicker.post(`${OFFICE}/holds`, { serviceId: 'ktp-el', slotId }),
      who.book(slotId),
    ])
    expect([held!.status, lost!.body.error.code]).toEqual([201, 'SLOT_FULL'])
    expect((await who.book(`${WEDNESDAY}T14:30`)).status).toBe(201)
  })

  it('refused because the service is closed, has no booking by that, and books at once when it opens [B9]', async () => {
    const who = citizen()
    const ktp = `${OFFICE}/services/ktp-el`
    await desk.post(`${ktp}/close`, { reason: 'systemDown' })
    expect((await who.book('2026-06-09T14:30')).body.error.code).toBe('SERVICE_CLOSED')
    await desk.post(`${ktp}/open`)
    expect((await who.book('2026-06-09T14:30')).status).toBe(201)
  })

  it('keeps a place while the form is filled, and finds it gone when the time ran out', async () => {
    const full = await fill(`${WEDNESDAY}T10:30`, 1)
    const slow = citizen()
    const held = await slow.post(`${OFFICE}/holds`, { serviceId: 'ktp-el', slotId: full.slotId })
    expect(held.status).toBe(201)
    expect((await citizen().book(full.slotId)).body.error.code).toBe('SLOT_FULL')
    expect((await slow.book(full.slotId, { hold: held.body.hold })).status).toBe(201)
    expect((await citizen().book(full.slotId, { hold: held.body.hold })).body.error.code).toBe('HOLD_ENDED')
  })

  it('moves to another slot of the day, and to another day in one act [B11]', async () => {
    const who = citizen()
    const booked = await who.book(`${WEDNESDAY}T11:00`)
    const same = await who.post(`/api/tickets/${booked.body.token}/reschedule`, { slotId: `${WEDNESDAY}T13:30` })
    expect(same.body.ticket).toMatchObject({
      number: booked.body.ticket.number,
      slot: { start: at('13:30', WEDNESDAY) },
    })
    const other = await who.post(`/api/tickets/${booked.body.token}/reschedule`, { slotId: '2026-06-11T09:00' })
    expect(other.status).toBe(200)
    expect(other.body.token).not.toBe(booked.body.token)
    const old = await who.get(`/api/tickets/${booked.body.token}`)
    expect(old.body).toMatchObject({ ticket: { state: 'cancelled', why: 'moved' }, movedTo: other.body.path })
    expect((await who.book(`${WEDNESDAY}T13:30`)).body.error.code).toBe('ALREADY_BOOKED')
  })

  it.each([
    ['2026-06-10T08:07', 'SLOT_UNKNOWN'],
    ['2026-06-14T08:00', 'SLOT_UNKNOWN'],
    ['2026-06-08T08:00', 'SLOT_PAST'],
    ['2026-06-09T08:00', 'SLOT_PAST'],
    ['2026-08-10T08:00', 'NOT_RELEASED'],
  ])('is told what is wrong with %s [B2]', async (slotId, code) => {
    expect((await citizen().book(slotId)).body.error.code).toBe(code)
  })

  it('leaves a name, a phone and an NIK nowhere but sealed in the holders of the tickets [R3]', async () => {
    const contact = { name: 'Contoh Rahasia', phone: '0800-1111-2222', nik: '0000000000000001' }
    const body = { serviceId: 'kartu-keluarga', slotId: `${WEDNESDAY}T08:00`, contact }
    const booked = await app.visitor().post(BOOKINGS, body)
    expect(booked.status).toBe(201)
    await app.settled()
    const seen = [
      booked.text,
      (await app.visitor().get(`/api/tickets/${booked.body.token}`)).text,
      (await app.visitor().get(`${OFFICE}/board`)).text,
      JSON.stringify(await app.db.journal.read('samarinda', WEDNESDAY)),
      JSON.stringify(app.log),
      JSON.stringify(await app.db.kysely.selectFrom('holders').selectAll().execute()),
      JSON.stringify(await app.db.kysely.selectFrom('claims').selectAll().execute()),
    ]
    for (const text of seen) expect(text).not.toMatch(/Rahasia|08001111|628001111|1111-2222|0000000000000001/)
    const prepared = await desk.get(`${BOOKINGS}?date=${WEDNESDAY}`)
    expect(prepared.body.bookings.map((b: { name: string }) => b.name)).toContain('C•••')
    expect(prepared.text).not.toMatch(/Rahasia|1111|0000000000000001/)
  })
})

describe('a booked citizen comes', () => {
  it('checks in with the code of the hall screen, is called at the slot, and knows why [I6]', async () => {
    const who = citizen()
    const booked = await who.book('2026-06-09T11:00')
    const own = `/api/tickets/${booked.body.token}`
    expect((await who.post(`${own}/check-in`, { code: '0000' })).body.error.code).toMatch(/CHECK_IN_(CODE|EARLY)/)
    app.clock.now = at('10:30')
    const early = await who.post(`${own}/check-in`, await hallCode())
    expect([early.body.error.code, early.body.error.data.from]).toEqual(['CHECK_IN_EARLY', at('10:40')])
    app.clock.now = at('10:50')
    expect((await who.post(`${own}/check-in`, await hallCode())).body).toEqual({ state: 'waiting', late: false })
    const seen = await who.get(own)
    expect(seen.body.ticket).toMatchObject({ state: 'waiting', joined: 'booked', due: at('10:30'), opens: at('11:00') })
  })

  it('checks in at the kiosk by number, however it is typed, and late joins as a walk-in [I8]', async () => {
    const who = citizen()
    const booked = await who.book('2026-06-09T11:30')
    const kiosk = await app.device('kiosk')
    app.clock.now = at('11:45')
    const typed = booked.body.ticket.number.toLowerCase().replace('-', ' ')
    const proof = who.phone.slice(-3)
    const late = await kiosk.post(`${OFFICE}/check-in`, { number: typed, proof })
    expect(late.body).toMatchObject({ late: true, ticket: { number: booked.body.ticket.number, due: at('11:45') } })
    // Once more it is told what was told, and nothing happens.
    expect((await kiosk.post(`${OFFICE}/check-in`, { number: typed, proof })).body.ticket).toEqual(late.body.ticket)
    expect((await desk.post(`${OFFICE}/check-in`, { number: 'ZR-99' })).body.error.code).toBe('TICKET_UNKNOWN')
  })

  it('tries five wrong codes within ten minutes; a sixth is refused, and so is the right one then [I7]', async () => {
    const who = citizen()
    const booked = await who.book('2026-06-09T12:30')
    app.clock.now = at('12:30')
    const checkIn = `/api/tickets/${booked.body.token}/check-in`
    const refusals: string[] = []
    for (let i = 0; i < 6; i++) refusals.push((await who.post(checkIn, { code: 'none' })).body.error.code)
    expect(refusals).toEqual([...Array<string>(5).fill('CHECK_IN_CODE'), 'TOO_MANY_ATTEMPTS'])
    const right = await who.post(checkIn, await hallCode())
    expect([right.status, right.body.error.code]).toEqual([429, 'TOO_MANY_ATTEMPTS'])
    expect(right.body.error.data.retryAfter).toBeGreaterThan(0)
  })

  it('has no more tries by trying many codes at the same moment [I7]', async () => {
    const who = citizen()
    const booked = await who.book('2026-06-09T13:00')
    app.clock.now = at('12:50')
    const all = await Promise.all(
      Array.from({ length: 40 }, () => who.post(`/api/tickets/${booked.body.token}/check-in`, { code: 'none' })),
    )
    expect(all.filter(a => a.body.error.code === 'CHECK_IN_CODE')).toHaveLength(5)
  })

  it('loses no try by the right code, however often it comes too early', async () => {
    const who = citizen()
    const booked = await who.book('2026-06-09T13:30')
    const checkIn = `/api/tickets/${booked.body.token}/check-in`
    app.clock.now = at('13:05')
    const early: string[] = []
    for (let i = 0; i < 6; i++) early.push((await who.post(checkIn, await hallCode())).body.error.code)
    expect(early).toEqual(Array(6).fill('CHECK_IN_EARLY'))
    app.clock.now = at('13:10')
    expect((await who.post(checkIn, await hallCode())).body).toEqual({ state: 'waiting', late: false })
  })
})

/** Books what is left of a slot, but for some places. */
async function fill(slotId: string, but: number) {
  for (;;) {
    const { body } = await app.visitor().get(`${SLOTS}?from=${slotId.slice(0, 10)}&days=1`)
    if (body.slots.find((s: { id: string }) => s.id === slotId).free <= but) return { slotId }
    expect((await citizen().book(slotId)).status).toBe(201)
  }
}

async function hallCode(): Promise<{ code: string }> {
  const display = await app.device('display')
  return { code: (await display.get(`${OFFICE}/check-in-code`)).body.code }
}
