import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, atClock, MINUTE } from '../../shared/kit/time.ts'
import type { Outgoing } from '../../server/services/messages/messages.ts'
import { DEFAULT_SERVICE_BOOKING } from '../../shared/office/defaults.ts'
import { shownOf } from '../../server/store/tickets.ts'
import { reachOf } from '../../shared/queue/changes/consequences.ts'
import { saved, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const KEY = randomBytes(32)
const OFFICE = '/api/offices/samarinda'
const SETTINGS = `${OFFICE}/settings`
const [MONDAY, TUESDAY, WEDNESDAY] = ['2026-06-08', '2026-06-09', '2026-06-10'] as const
const at = (time: string, date: string = TUESDAY) => atClock(date, time, 'WITA')
const HOLIDAY = { holidays: [TUESDAY] }

const sent: Outgoing[] = []
const sms = { send: async (message: Outgoing) => (sent.push(message), { ok: true as const }) }
const textsOf = (kind: string) => sent.filter(m => m.kind === kind).map(m => m.text)

let app: TestApp
let admin: Visitor
async function open(gateways: NonNullable<Parameters<typeof testApp>[0]>['gateways'] = { sms }): Promise<void> {
  app = await testApp({ key: KEY, gateways })
  app.clock.now = at('09:30', MONDAY)
  admin = await app.as('admin')
  const { booking } = app.offices.get('samarinda')
  const calm = { alwaysOpen: false, booking: { ...booking, proof: 'never', heldBackMinutes: 0 } }
  expect((await admin.patch(SETTINGS, { ...calm, holidays: [] })).status).toBe(200)
}
beforeEach(async () => {
  sent.length = 0
  await open()
})
afterEach(() => app.close())

/** Somebody who books and wants to be told by SMS. */
async function booker(n: number, slotId: string, serviceId = 'ktp-el') {
  const who = app.visitor()
  const contact = { phone: `0800-0002-${String(n).padStart(4, '0')}`, channel: 'sms' }
  const wish = { serviceId, contact }
  const booked = await who.post(`${OFFICE}/bookings`, { ...wish, slotId })
  expect(booked.status).toBe(201)
  const { token } = booked.body as { token: string }
  return {
    token,
    look: async () => (await who.get(`/api/tickets/${token}`)).body,
    page: async () => (await who.get(`/t/${token}`)).text,
    move: (to: string, key?: string) =>
      who.post(`/api/tickets/${token}/reschedule`, { slotId: to }, key ? { 'idempotency-key': key } : {}),
    again: (to: string) => who.post(`${OFFICE}/bookings`, { ...wish, slotId: to }),
    checkIn: (code: string) => who.post(`/api/tickets/${token}/check-in`, { code }),
  }
}
const effects = async (change: object) => (await admin.post(`${SETTINGS}/effects`, change)).body.touched
const save = (change: object, foreseen?: number) => admin.patch(SETTINGS, { ...change, foreseen })
const kindsOf = async (kind: string) =>
  app.db.kysely
    .selectFrom('messages')
    .selectAll()
    .where('kind', '=', kind as 'timeLost')
    .execute()

describe('a holiday over bookings', () => {
  it('counts as told by a message nobody whom the installation cannot reach [H11]', async () => {
    await app.close()
    await open({})
    await booker(1, `${TUESDAY}T10:00`)
    expect(await effects(HOLIDAY)).toMatchObject({ total: 1, told: 0 })
  })

  it('shows its maker whom it touches, saves nothing until that was seen, and then says how many [H11]', async () => {
    await booker(1, `${TUESDAY}T10:00`)
    await booker(2, `${TUESDAY}T10:30`, 'kartu-keluarga')
    await booker(3, `${WEDNESDAY}T10:00`)
    expect(await effects(HOLIDAY)).toEqual({
      total: 2,
      told: 2,
      priority: 0,
      wishes: 0,
      entries: 0,
      days: [{ date: TUESDAY, count: 2 }],
      services: [
        { serviceId: 'kartu-keluarga', count: 1 },
        { serviceId: 'ktp-el', count: 1 },
      ],
      reasons: [{ why: 'dayClosed', count: 2 }],
    })
    const refused = await save(HOLIDAY)
    expect([refused.status, refused.body.error]).toMatchObject([
      409,
      { code: 'BOOKINGS_TOUCHED', data: { touched: 2 } },
    ])
    expect(app.offices.get('samarinda').holidays).toEqual([])
    expect((await save(HOLIDAY, 2)).body).toMatchObject({ touched: 2, office: HOLIDAY })
    expect(await effects(HOLIDAY)).toMatchObject({ total: 0 })
  })

  it('is asked for once more where far more have booked since it was told, and saved as it is told then [H11]', async () => {
    expect(await effects(HOLIDAY)).toMatchObject({ total: 0 })
    for (const n of [1, 2, 3]) await booker(n, `${TUESDAY}T10:00`)
    const refused = await save(HOLIDAY, 0)
    expect([refused.status, refused.body.error]).toMatchObject([
      409,
      { code: 'BOOKINGS_TOUCHED', data: { touched: 3 } },
    ])
    expect(app.offices.get('samarinda').holidays).toEqual([])
    expect((await save(HOLIDAY, 1)).status).toBe(409)
    // Somebody always comes in between on a busy day: that keeps no holiday from being saved.
    await booker(4, `${TUESDAY}T11:00`)
    expect((await save(HOLIDAY, 3)).body).toMatchObject({ touched: 4, office: HOLIDAY })
  })

  it('is asked for once more where people came for a service meanwhile whom it would leave without a counter [A41]', async () => {
    const { counters } = app.offices.get('samarinda')
    const less = counters.map(({ id, services }) => ({ id, services: services.filter(s => s !== 'legalisir') }))
    const change = { counters: less.filter(({ services }) => services.length > 0) }
    const told = (await admin.post(`${SETTINGS}/effects`, change)).body
    expect(reachOf(told)).toBe(0)
    for (let n = 0; n < 3; n++)
      expect((await (await app.device('kiosk')).post(TICKETS, { serviceId: 'legalisir' })).status).toBe(201)
    const refused = await save(change, reachOf(told))
    expect(refused.body.error).toMatchObject({ code: 'BOOKINGS_TOUCHED', data: { touched: 3 } })
    expect(app.offices.get('samarinda').counters).toEqual(counters)
    expect((await save(change, 3)).body).toMatchObject({ touched: 0 })
  })

  it('counts who booked between the look and the save, and lets them go as well [H11]', async () => {
    await booker(1, `${TUESDAY}T10:00`)
    const { total } = await effects(HOLIDAY)
    const late = await booker(2, `${TUESDAY}T11:00`)
    expect((await save(HOLIDAY, total)).body.touched).toBe(2)
    expect((await late.look()).ticket).toMatchObject({ state: 'cancelled', why: 'dayClosed' })
  })

  it('is told to each once, with why, and the page says it in place of "see you" [H13 M4]', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    expect(await one.page()).toContain('Sampai jumpa')
    await save(HOLIDAY, 1)
    await app.settled()
    await app.messages.deliverDue(app.clock.now)
    expect(textsOf('timeLost')).toEqual([
      expect.stringMatching(/jadwal kantor berubah: nomor AR-\d+ \(.+, Selasa, 9 Juni, 10\.00\) tidak berlaku lagi/),
    ])
    const page = await one.page()
    expect(page).toContain('Mohon maaf, waktu Anda tidak bisa dipakai')
    expect(page).toContain('Kantor tutup pada hari itu')
    expect(page).not.toContain('Sampai jumpa')
  })

  it('is told by its day to whoever only waited for a place [H13 M4]', async () => {
    const booking = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 2, files: false }
    await save({ services: [{ id: 'akta-kelahiran', booking }] })
    const path = `${OFFICE}/services/akta-kelahiran`
    const { slots } = (await app.visitor().get(`${path}/slots?from=${TUESDAY}&days=1`)).body
    await booker(1, slots.find((s: { free: number }) => s.free > 0).id, 'akta-kelahiran')
    const contact = { phone: '0800-0002-0009', channel: 'sms' }
    expect((await app.visitor().post(`${path}/waitlist`, { date: TUESDAY, contact })).status).toBe(201)
    expect(await effects(HOLIDAY)).toMatchObject({ total: 2, wishes: 1 })
    expect((await save(HOLIDAY, 2)).body.touched).toBe(2)
    await app.settled()
    await app.messages.deliverDue(app.clock.now)
    expect(textsOf('timeLost').filter(text => text.includes(', Selasa, 9 Juni)'))).toHaveLength(1)
    expect(textsOf('timeLost').filter(text => /, Selasa, 9 Juni, \d\d\.\d\d\)/.test(text))).toHaveLength(1)
  })

  it('leads each by one tap to a free place of their own, once [H13 T6]', async () => {
    const all = [await booker(1, `${TUESDAY}T10:00`), await booker(2, `${TUESDAY}T10:00`)]
    await save(HOLIDAY, 2)
    const places = await Promise.all(all.map(async one => (await one.look()).moveTo))
    expect(places.map(p => p.date)).toEqual([WEDNESDAY, WEDNESDAY])
    const taps = await Promise.all(all.map((one, i) => one.move(places[i].slotId, `tap-${i}`)))
    expect(taps.map(t => t.status)).toEqual([200, 200])
    expect((await all[0]!.move(places[0].slotId, 'tap-0')).body).toEqual(taps[0]!.body)
    expect((await all[0]!.move(`${WEDNESDAY}T13:00`)).body.error.code).toBe('TICKET_STATE')
    expect((await all[0]!.look()).movedTo).toBe(taps[0]!.body.path)
    await app.settled()
    expect(await kindsOf('booked')).toHaveLength(4)
  })

  it('shows each a place of their own also when several days close [H13 T6]', async () => {
    // One place in a slot of an ordinary day.
    const booking = { ...DEFAULT_SERVICE_BOOKING, release: { kind: 'open' }, dailyQuota: 19, files: false }
    await save({ services: [{ id: 'akta-kelahiran', booking }] })
    const dates = [TUESDAY, WEDNESDAY, '2026-06-11']
    const all = []
    const { slots } = (await app.visitor().get(`${OFFICE}/services/akta-kelahiran/slots?from=${TUESDAY}&days=1`)).body
    const clock = slots.find((slot: { free: number }) => slot.free === 1).id.slice(10)
    for (const [i, date] of dates.entries()) all.push(await booker(i, `${date}${clock}`, 'akta-kelahiran'))
    expect((await save({ holidays: dates }, 3)).body.touched).toBe(3)
    const places = await Promise.all(all.map(async one => (await one.look()).moveTo.slotId))
    // A slot of the short Friday has two places, and not three.
    expect(new Set(places).size).toBeGreaterThan(1)
    const taps = await Promise.all(all.map((one, i) => one.move(places[i])))
    expect(taps.map(t => t.status)).toEqual([200, 200, 200])
  })

  it('frees the person to book anew, and then the one tap is not a second booking [H13 B3]', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    await save(HOLIDAY, 1)
    const { moveTo } = await one.look()
    expect((await one.again(`${WEDNESDAY}T11:00`)).status).toBe(201)
    expect((await one.move(moveTo.slotId)).body.error.code).toBe('ALREADY_BOOKED')
    const other = await booker(2, `${WEDNESDAY}T11:00`)
    expect((await other.again(`${WEDNESDAY}T13:00`)).body.error.code).toBe('ALREADY_BOOKED')
  })

  it('closes a trial office too to bookings of days to come, and lets go who has one, told before it is saved [H5 H11]', async () => {
    await save({ alwaysOpen: true })
    const one = await booker(1, `${TUESDAY}T10:00`)
    expect(await effects(HOLIDAY)).toMatchObject({ total: 1, reasons: [{ why: 'dayClosed', count: 1 }] })
    expect((await save(HOLIDAY)).body.error.code).toBe('BOOKINGS_TOUCHED')
    expect((await save(HOLIDAY, 1)).body.touched).toBe(1)
    expect((await one.look()).ticket).toMatchObject({ state: 'cancelled', why: 'dayClosed' })
    app.clock.now = at('03:00', TUESDAY)
    const kiosk = await app.device('kiosk')
    expect((await kiosk.post(`${OFFICE}/tickets`, { serviceId: 'ktp-el' })).status).toBe(201)
  })

  it('leads who has booked anew to that booking, on the phone that booked both, and to no move [H13 B3]', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    await save(HOLIDAY, 1)
    const { token, path } = (await one.again(`${WEDNESDAY}T11:00`)).body
    expect(await one.look()).toMatchObject({ anew: { path }, moveTo: null })
    const page = await one.page()
    expect(page).toContain('Anda sudah punya reservasi lain.')
    expect(page).toContain(`href="${path}?lang=id"`)
    for (const gone of ['Pindah ke', 'Pilih jadwal lain', 'Pesan antrean lagi']) expect(page).not.toContain(gone)
    expect((await app.visitor().get(`/t/${one.token}/jadwal?lang=id`)).text).not.toContain('Pindahkan')
    await app.visitor().post(`/api/tickets/${token}/cancel`)
    expect(await one.look()).toMatchObject({ anew: null, moveTo: { date: WEDNESDAY } })
  })

  it('tells of a booking from another phone that it is there, and not where [H13 B3]', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    await save(HOLIDAY, 1)
    await booker(1, `${WEDNESDAY}T11:00`)
    expect(await one.look()).toMatchObject({ anew: { path: null }, moveTo: null })
    expect(await one.page()).toContain('Anda sudah punya reservasi lain.')
  })

  it('lets who found no other place, or gave it back, still move by the one tap [H13 B9]', async () => {
    const [one, two] = [await booker(1, `${TUESDAY}T10:00`), await booker(2, `${TUESDAY}T10:00`)]
    await save(HOLIDAY, 2)
    expect((await one.again(`${TUESDAY}T10:00`)).status).toBe(404)
    expect((await one.move((await one.look()).moveTo.slotId)).status).toBe(200)
    expect((await one.again(`${WEDNESDAY}T13:00`)).body.error.code).toBe('ALREADY_BOOKED')
    const { token } = (await two.again(`${WEDNESDAY}T11:00`)).body
    expect((await app.visitor().post(`/api/tickets/${token}/cancel`)).status).toBe(200)
    expect((await two.move((await two.look()).moveTo.slotId)).status).toBe(200)
    expect((await two.again(`${WEDNESDAY}T13:00`)).body.error.code).toBe('ALREADY_BOOKED')
  })

  it('takes one of two taps at the same moment', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    await save(HOLIDAY, 1)
    const taps = await Promise.all([one.move(`${WEDNESDAY}T10:00`), one.move(`${WEDNESDAY}T11:00`)])
    expect(taps.map(t => t.status).sort()).toEqual([200, 409])
    const won = taps.find(t => t.status === 200)!.body.path
    expect((await one.look()).movedTo).toBe(won)
  })

  it('holds who moved by one tap to that one booking [H13 B3]', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    await save(HOLIDAY, 1)
    expect((await one.move((await one.look()).moveTo.slotId)).status).toBe(200)
    expect((await one.again(`${WEDNESDAY}T13:00`)).body.error.code).toBe('ALREADY_BOOKED')
  })

  it('reminds nobody of the time that is gone [H14]', async () => {
    await booker(1, `${TUESDAY}T10:00`)
    await app.settled()
    app.clock.now = at('08:05')
    await app.remind()
    expect(await kindsOf('reminder')).toHaveLength(1)
    await booker(2, `${TUESDAY}T11:30`)
    admin = await app.as('admin')
    expect((await save(HOLIDAY, 2)).body.touched).toBe(2)
    app.clock.now = at('09:35')
    await app.settled()
    await app.remind()
    expect(await kindsOf('reminder')).toHaveLength(1)
  })

  it('says at the check-in what happened, on the day and before it [H14]', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    await save(HOLIDAY, 1)
    expect((await one.checkIn('0000')).body.error.code).toBe('TIME_LOST')
    app.clock.now = at('09:50')
    const kiosk = await app.device('kiosk')
    const come = await kiosk.post(`${OFFICE}/check-in`, { token: one.token })
    expect([come.status, come.body.error.code]).toEqual([409, 'TIME_LOST'])
  })

  it('makes nobody absent: not by the passing on, not in the rate by which places are sold over [H14 K8]', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    await save(HOLIDAY, 1)
    app.clock.now = at('10:30')
    await app.passOn()
    expect((await one.look()).ticket.state).toBe('cancelled')
    const shown = await shownOf(app.db, 'samarinda', { from: MONDAY, before: WEDNESDAY, graceMs: 10 * MINUTE })
    expect([...shown]).toEqual([])
  })

  it('is carried out after a death between the saved setting and the days [H12 J10]', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    // All that was done when the process died.
    await saved(app, HOLIDAY)
    expect((await one.look()).ticket.state).toBe('booked')
    const restarted = await testApp({ db: app.db, key: KEY })
    restarted.clock.now = app.clock.now
    await restarted.passOn()
    await restarted.settled()
    const own = (await restarted.visitor().get(`/api/tickets/${one.token}`)).body
    expect([own.ticket.state, own.ticket.why, own.moveTo.date]).toEqual(['cancelled', 'dayClosed', WEDNESDAY])
    expect(await kindsOf('timeLost')).toHaveLength(1)
    await restarted.rest()
  })

  it('says how many entered a draw for that day; held when it was promised, it gives no place and tells each [H11 H13]', async () => {
    const release = { kind: 'draw', opensDaysAhead: 3, closesDaysAhead: 1 }
    const booking = { ...DEFAULT_SERVICE_BOOKING, release, files: false }
    await save({ services: [{ id: 'akta-kelahiran', booking }] })
    const draw = `${OFFICE}/services/akta-kelahiran/draws/${TUESDAY}`
    const contact = { phone: '0800-0002-0009', channel: 'sms' }
    const who = app.visitor()
    const entered = await who.post(`${draw}/entries`, { wishes: [`${TUESDAY}T10:00`], anySlot: true, contact })
    expect(entered.status).toBe(201)
    expect(await effects(HOLIDAY)).toMatchObject({ total: 0, entries: 1 })
    expect((await save(HOLIDAY)).body.error).toMatchObject({ code: 'BOOKINGS_TOUCHED', data: { touched: 1 } })
    expect((await save(HOLIDAY, 1)).body.touched).toBe(0)
    app.clock.now = at('19:00', MONDAY)
    await app.draws.holdDue()
    await app.passOn()
    await app.settled()
    expect((await who.get(`/api/tickets/${entered.body.token}`)).body.ticket).toMatchObject({ why: 'dayClosed' })
    expect(await kindsOf('timeLost')).toHaveLength(1)
    const wish = { serviceId: 'ktp-el', slotId: `${WEDNESDAY}T10:00`, contact }
    expect((await who.post(`${OFFICE}/bookings`, wish)).status).toBe(201)
  })

  it('that was a mistake and is taken back gives the old time again by one tap', async () => {
    const one = await booker(1, `${TUESDAY}T10:00`)
    await save(HOLIDAY, 1)
    await save({ holidays: [] })
    const { moveTo } = await one.look()
    expect(moveTo.slotId).toBe(`${TUESDAY}T10:00`)
    expect((await one.move(moveTo.slotId)).body.ticket.state).toBe('booked')
  })
})

describe('shorter hours, a break, a service switched off', () => {
  const hours = (close: string, breaks: readonly { from: string; to: string }[] = []) => ({
    hours: { 2: { open: '08:00', close, breaks } },
  })

  it.each([
    ['shorter hours', hours('11:00'), 'hours'],
    ['a break', hours('15:00', [{ from: '11:00', to: '12:00' }]), 'breakTime'],
    ['special hours', { specialHours: [] as object[] }, 'hours'],
  ] as const)('%s: only whom it leaves no time is let go [H12]', async (what, change, why) => {
    const week = Array.from({ length: 7 }, () => ({ open: '08:00', close: '11:00', breaks: [] }))
    const name = ['Ramadan', 'Ramadan']
    const wanted =
      what === 'special hours' ? { specialHours: [{ from: TUESDAY, to: TUESDAY, name, hours: week }] } : change
    const [early, late] = [await booker(1, `${TUESDAY}T10:00`), await booker(2, `${TUESDAY}T11:00`)]
    expect(await effects(wanted)).toMatchObject({ total: 1, reasons: [{ why, count: 1 }] })
    expect((await save(wanted, 1)).body.touched).toBe(1)
    expect((await early.look()).ticket.state).toBe('booked')
    const own = await late.look()
    expect([own.ticket.state, own.ticket.why]).toEqual(['cancelled', why])
    // A free time of the same day comes before another day.
    expect(own.moveTo.date).toBe(TUESDAY)
    expect((await late.move(own.moveTo.slotId)).status).toBe(200)
  })

  it('lets go of a service that is switched off, also who waits for a place, and of no other [H12]', async () => {
    const [ktp, kk] = [await booker(1, `${TUESDAY}T10:00`), await booker(2, `${TUESDAY}T10:00`, 'kartu-keluarga')]
    const change = { services: [{ id: 'ktp-el', open: false }] }
    expect((await save(change, 1)).body.touched).toBe(1)
    const own = await ktp.look()
    expect([own.ticket.why, own.moveTo]).toEqual(['serviceOff', null])
    expect((await kk.look()).ticket.state).toBe('booked')
  })

  it('holds for the day that is running: who is in line stays, who is still to come is let go [H7 H12]', async () => {
    app.clock.now = at('09:45')
    admin = await app.as('admin')
    const [here, coming] = [await booker(1, `${TUESDAY}T10:00`), await booker(2, `${TUESDAY}T13:00`)]
    const kiosk = await app.device('kiosk')
    expect((await kiosk.post(`${OFFICE}/check-in`, { token: here.token })).status).toBe(200)
    expect((await save(hours('12:00'), 1)).body.touched).toBe(1)
    expect([(await here.look()).ticket.state, (await coming.look()).ticket.state]).toEqual(['waiting', 'cancelled'])
  })

  it('reaches a booking beyond a horizon that was shortened [H12]', async () => {
    const far = addDays(TUESDAY, 10)
    const one = await booker(1, `${far}T10:00`)
    await save({ booking: { horizonDays: 3 } })
    await saved(app, { holidays: [far] })
    const restarted = await testApp({ db: app.db, key: KEY })
    restarted.clock.now = app.clock.now + MINUTE
    await restarted.passOn()
    expect((await restarted.visitor().get(`/api/tickets/${one.token}`)).body.ticket.why).toBe('dayClosed')
    await restarted.rest()
  })

  it('asks nothing of whoever changes what touches nobody', async () => {
    await booker(1, `${TUESDAY}T10:00`)
    expect((await save({ minRatings: 70 })).body.touched).toBe(0)
  })
})
