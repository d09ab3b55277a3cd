import { createHash } from 'node:crypto'
import { existsSync, readdirSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { draw, entriesText, keyText } from '../../shared/booking/draw.ts'
import { addDays, atClock, DAY } from '../../shared/kit/time.ts'
import { MORNING, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'

const OFFICE = '/api/offices/samarinda'
const BOOKINGS = `${OFFICE}/bookings`
const TUESDAY = '2026-06-09'
const at = (time: string, date = TUESDAY) => atClock(date, time, 'WITA')

let app: TestApp
let desk: Visitor
beforeEach(async () => {
  app = await testApp()
  app.clock.now = MORNING
  desk = await app.as('meja')
})
afterEach(() => app.close())

const phoneOf = (n: number) => `0800-0001-${String(n).padStart(4, '0')}`
const book = (n: number, slotId: string, serviceId = 'ktp-el') =>
  app.visitor().post(BOOKINGS, { serviceId, slotId, contact: { phone: phoneOf(n) } })

/** Settings as an administrator would make them. */
async function settings(change: object): Promise<void> {
  const admin = await app.as('admin')
  expect((await admin.patch(`${OFFICE}/settings`, change)).status).toBe(200)
}

/** Nobody needs to prove anything: a test's clock stands still, so that all of its bookings come at once. */
async function calm(change: object = {}): Promise<void> {
  const { booking } = app.offices.get('samarinda')
  await settings({ booking: { ...booking, proof: 'never', ...change } })
}

describe('ten booked and four came', () => {
  it('releases six at the cut-off, offers to the waitlist first, gives the rest to walk-ins, and tells each why', async () => {
    app.clock.now = at('09:30', '2026-06-08')
    const quota = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 15, files: false }
    await calm({ priorityShare: 0 })
    await settings({ alwaysOpen: false, services: [{ id: 'akta-kelahiran', booking: quota }] })
    const path = `${OFFICE}/services/akta-kelahiran`
    const { slots } = (await app.visitor().get(`${path}/slots?from=${TUESDAY}&days=1`)).body
    const tokens: { token: string; start: number }[] = []
    let n = 0
    for (const { id, start, free } of slots)
      for (let i = 0; i < free; i++) tokens.push({ start, token: (await book(++n, id, 'akta-kelahiran')).body.token })
    expect(tokens).toHaveLength(10)
    const contact = { phone: phoneOf(50), channel: 'sms' }
    const waiting = await app.visitor().post(`${path}/waitlist`, { date: TUESDAY, contact })
    expect(waiting.body.place).toBe(1)

    const kiosk = await app.device('kiosk')
    const take = () => kiosk.post(`${OFFICE}/tickets`, { serviceId: 'akta-kelahiran' })
    app.clock.now = at('08:00')
    await app.days.replan('samarinda')
    // Three tenths of the places are never booked: five walk in, then the day is full.
    const walkIns = await Promise.all(Array.from({ length: 7 }, take))
    expect(walkIns.map(w => w.status).sort()).toEqual([201, 201, 201, 201, 201, 409, 409])

    let refilled = 0
    for (const [i, { token, start }] of tokens.entries()) {
      app.clock.now = Math.max(app.clock.now, start)
      if (i < 4) expect((await kiosk.post(`${OFFICE}/check-in`, { token })).status).toBe(200)
      app.clock.now = Math.max(app.clock.now, start + 10 * 60_000 + 1)
      if (i === 5) await kiosk.post(`${OFFICE}/check-in`, { token: waiting.body.token })
      await app.passOn()
      if (i === 4) {
        const offered = (await app.visitor().get(`/api/tickets/${waiting.body.token}`)).body
        expect(offered.ticket.state).toBe('offered')
        await app.visitor().post(`/api/tickets/${waiting.body.token}/offer`)
      } else if (i > 4) {
        expect([(await take()).status, (await take()).status]).toEqual([201, 409])
        refilled++
      }
    }
    const states = await Promise.all(
      tokens.map(async ({ token }) => (await app.visitor().get(`/api/tickets/${token}`)).body.ticket.state),
    )
    expect(states.filter(s => s === 'waiting')).toHaveLength(4)
    expect(states.filter(s => s === 'released')).toHaveLength(6)
    expect(refilled).toBe(5)
    await app.settled()
    const told = await app.db.kysely.selectFrom('messages').select(['kind']).execute()
    expect(told.map(m => m.kind)).toEqual(expect.arrayContaining(['placeOffered', 'booked']))
  })
})

describe('a service closes for a while', () => {
  it('tells everybody at once, keeps its bookings, and opens again by itself [T1]', async () => {
    const booked = await book(1, `${TUESDAY}T11:00`)
    const kiosk = await app.device('kiosk')
    const path = `${OFFICE}/services/ktp-el`
    const closed = await desk.post(`${path}/close`, { reason: 'systemDown', until: at('12:00') })
    expect(closed.body).toEqual({ closedSince: MORNING, told: 1 })
    const take = () => kiosk.post(`${OFFICE}/tickets`, { serviceId: 'ktp-el' })
    expect((await take()).body.error.code).toBe('SERVICE_CLOSED')
    expect((await book(2, `${TUESDAY}T11:30`)).body.error.code).toBe('SERVICE_CLOSED')
    expect((await app.visitor().get(`${OFFICE}/board`)).body.day.closures['ktp-el'].reason).toBe('systemDown')

    const own = await app.visitor().get(`/api/tickets/${booked.body.token}`)
    expect(own.body.closed).toEqual({ since: MORNING, reason: 'systemDown', until: at('12:00') })
    expect(own.body.moveTo).toMatchObject({ slotId: '2026-06-10T11:00', date: '2026-06-10' })
    const moved = await app
      .visitor()
      .post(`/api/tickets/${booked.body.token}/reschedule`, { slotId: own.body.moveTo.slotId })
    expect(moved.status).toBe(200)

    app.clock.now = at('12:00')
    await app.passOn()
    expect((await take()).status).toBe(201)
    await app.settled()
    const outages = await app.db.kysely.selectFrom('outages').selectAll().execute()
    expect(outages).toMatchObject([{ service_id: 'ktp-el', reason: 'systemDown', since: MORNING, until: at('12:00') }])
  })
})

describe('a service that closes today and is no longer booked', () => {
  it('still shows its tickets, and offers no other day', async () => {
    await calm()
    const { slots } = (await app.visitor().get(`${OFFICE}/services/ktp-el/slots?days=1`)).body
    const { token } = (await book(1, slots.at(-1).id)).body
    await settings({ services: [{ id: 'ktp-el', booking: null }] })
    expect((await desk.post(`${OFFICE}/services/ktp-el/close`, { reason: 'systemDown' })).status).toBe(200)
    const own = await app.visitor().get(`/api/tickets/${token}`)
    expect([own.status, own.body.ticket.state, own.body.moveTo]).toEqual([200, 'booked', null])
  })
})

describe('a day that is full', () => {
  it('has a waitlist: what is given back or not used is offered to its head, who takes it with one tap', async () => {
    await calm()
    const listed = await app.visitor().get(`${OFFICE}/services/legalisir/slots?from=${TUESDAY}&days=1`)
    const free = listed.body.slots.filter((s: { free: number }) => s.free > 0)
    const bookers: string[] = []
    let n = 100
    for (const slot of free)
      for (let i = 0; i < slot.free; i++) bookers.push((await book(n++, slot.id, 'legalisir')).body.token)
    const wait = () =>
      app.visitor().post(`${OFFICE}/services/legalisir/waitlist`, { date: TUESDAY, contact: { phone: phoneOf(n++) } })
    const [first, second] = [await wait(), await wait()]
    expect([first.body.place, second.body.place]).toEqual([1, 2])
    await app.visitor().post(`/api/tickets/${bookers.at(-1)}/cancel`)
    app.clock.now += 31 * 60_000
    await app.passOn()
    const own = await app.visitor().get(`/api/tickets/${first.body.token}`)
    expect(own.body.ticket.state).toBe('offered')
    const taken = await app.visitor().post(`/api/tickets/${first.body.token}/offer`)
    expect(taken.body.ticket).toMatchObject({ state: 'booked', number: first.body.number })
    expect((await app.visitor().get(`/api/tickets/${second.body.token}`)).body.waitlistPlace).toBe(1)
  })
})

describe('a draw', () => {
  it('gives everybody the same chance, and a stranger computes it again from what is published [U2 U3 U6]', async () => {
    await calm({ priorityShare: 0 })
    const release = { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 }
    await settings({
      services: [
        { id: 'pindah-datang', booking: { ...DEFAULT_SERVICE_BOOKING, release, dailyQuota: 20, files: false } },
      ],
    })
    const date = addDays(TUESDAY, 2)
    const path = `${OFFICE}/services/pindah-datang/draws/${date}`
    const before = (await app.visitor().get(path)).body
    expect(before).toMatchObject({ opensAt: at('19:00', addDays(date, -3)), drawn: null })
    expect((await book(900, `${date}T09:00`, 'pindah-datang')).body.error.code).toBe('DRAW_PENDING')

    const wishes = [`${date}T09:00`, `${date}T09:30`]
    const ask = (n: number) =>
      app.visitor().post(`${path}/entries`, { wishes, anySlot: true, contact: { phone: phoneOf(n) } })
    const entries = await Promise.all(Array.from({ length: 30 }, (_, i) => ask(1000 + i)))
    expect(entries.map(e => e.status)).toEqual(entries.map(() => 201))
    expect((await ask(1000)).body.error.code).toBe('ALREADY_BOOKED')
    expect((await app.visitor().get(`/api/tickets/${entries[0]!.body.token}`)).body.draw).toMatchObject({
      code: entries[0]!.body.code,
      at: before.closesAt,
    })
    expect((await app.visitor().post(`/api/tickets/${entries[0]!.body.token}/cancel`)).body.state).toBe('cancelled')

    app.clock.now = before.closesAt
    expect(await app.draws.holdDue()).toBe(1)
    expect(await app.draws.holdDue()).toBe(0)
    const { drawn, commitment } = (await app.visitor().get(path)).body
    const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(sha256(drawn.seed)).toBe(commitment)
    const ids = drawn.places.map((p: { id: string }) => p.id)
    const asked = drawn.entries.map((e: { code: string; wishes: string[]; anySlot: boolean }) => ({
      ...e,
      wishes: e.wishes.map(w => ids.indexOf(w)),
    }))
    expect(sha256(entriesText(asked))).toBe(drawn.digest)
    const again = draw(
      asked,
      drawn.places.map((p: { places: number }) => p.places),
      code => sha256(keyText(drawn.seed, drawn.digest, code)),
    )
    expect(again.map(r => [r.code, r.slot === null ? null : ids[r.slot]])).toEqual(
      drawn.entries.map((e: { code: string; slotId: string | null }) => [e.code, e.slotId]),
    )
    const won = drawn.entries.filter((e: { slotId: string | null }) => e.slotId !== null)
    expect(won).toHaveLength(14)
    const states = await Promise.all(
      entries.slice(1).map(async e => (await app.visitor().get(`/api/tickets/${e.body.token}`)).body.ticket.state),
    )
    expect(states.filter(s => s === 'booked')).toHaveLength(14)
    expect(states.filter(s => s === 'waitlisted')).toHaveLength(15)
  })
})

describe('the front desk and the manager', () => {
  it('books with a name only, and for a whole village at once [B13]', async () => {
    const helped = await desk.post(BOOKINGS, {
      serviceId: 'ktp-el',
      slotId: `${TUESDAY}T13:00`,
      contact: { name: 'Contoh Satu' },
    })
    expect(helped.status).toBe(201)
    const people = Array.from({ length: 8 }, (_, i) => ({ name: `Warga Contoh ${i + 1}` }))
    const headers = { 'idempotency-key': 'village' }
    const group = await desk.post(
      `${BOOKINGS}/group`,
      { serviceId: 'ktp-el', slotId: '2026-06-10T08:00', people },
      headers,
    )
    expect(group.body.booked).toHaveLength(8)
    expect(group.body.left).toEqual([])
    const again = await desk.post(
      `${BOOKINGS}/group`,
      { serviceId: 'ktp-el', slotId: '2026-06-10T08:00', people },
      headers,
    )
    expect(again.text).toBe(group.text)
    const { body } = await desk.get(`${BOOKINGS}?date=2026-06-10`)
    expect(body.bookings).toHaveLength(8)
  })

  it('sees bookings that came together, and voids them in one act that goes on record [B5 B15]', async () => {
    const phone = app.visitor()
    const admin = await app.as('admin')
    await phone.post(BOOKINGS, { serviceId: 'ktp-el', slotId: '2026-06-10T09:00', contact: { phone: phoneOf(1) } })
    for (const [n, serviceId] of [
      [2, 'kartu-keluarga'],
      [3, 'legalisir'],
    ] as const)
      await phone.post(BOOKINGS, { serviceId, slotId: '2026-06-10T09:00', contact: { phone: phoneOf(n) } })
    const fourth = await phone.post(BOOKINGS, {
      serviceId: 'perubahan-data',
      slotId: '2026-06-10T09:00',
      contact: { phone: phoneOf(4) },
    })
    expect(fourth.body.error.code).toBe('TOO_MANY_BOOKINGS')
    const { clusters } = (await admin.get(`${OFFICE}/clusters`)).body
    const own = clusters.find((c: { kind: string }) => c.kind === 'device')
    expect(own).toMatchObject({ bookings: 3, withoutContact: 0 })
    const voided = await admin.post(`${OFFICE}/clusters/void`, { cluster: own.id, reason: 'broker' })
    expect(voided.body).toEqual({ voided: 3 })
    const left = await desk.get(`${BOOKINGS}?date=2026-06-10`)
    expect(left.body.bookings.map((b: { state: string }) => b.state)).toEqual(['cancelled', 'cancelled', 'cancelled'])
    await app.settled()
    const record = await app.db.kysely.selectFrom('audit').selectAll().where('what', '=', 'booking.void').execute()
    expect(record.map(line => (JSON.parse(line.detail) as { reason: string }).reason)).toEqual(Array(3).fill('broker'))
  })
})

describe('after the service day', () => {
  it('forgets who held the tickets and what they sent, and every total stays [R5]', async () => {
    await book(7, `${TUESDAY}T11:00`)
    const count = async (table: 'holders' | 'claims' | 'tickets') =>
      (await app.db.kysely.selectFrom(table).selectAll().execute()).length
    const totals = async () =>
      (await (await app.as('manajer')).get(`${OFFICE}/figures?from=${TUESDAY}&to=${TUESDAY}`)).text
    app.clock.now = MORNING + DAY
    const before = await totals()
    expect((await app.retain()).holders).toBe(0)
    app.clock.now = MORNING + 3 * DAY
    expect(await app.retain()).toMatchObject({ holders: 1 })
    expect([await count('holders'), await count('claims'), await count('tickets')]).toEqual([0, 0, 1])
    expect(await totals()).toBe(before)
    expect(existsSync('uploads') && readdirSync('uploads').length > 0).toBe(false)
  })
})
