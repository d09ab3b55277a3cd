import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import { counterPath, MORNING, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { inbound, office, toldOffice } from '../helpers/told-office.ts'

const OFFICE = '/api/offices/samarinda'
const WEDNESDAY = '2026-06-10'
const at = (time: string) => atClock('2026-06-09', time, 'WITA')

const KEY = randomBytes(32)
let app: TestApp
beforeEach(async () => {
  app = await testApp({ key: KEY })
  const { booking } = app.offices.get('samarinda')
  const calm = { ...booking, proof: 'never', priorityShare: 0 }
  await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: calm })
})
afterEach(() => app.close())

const book = (contact: object, slotId = `${WEDNESDAY}T09:00`, who: Visitor = app.visitor()) =>
  who.post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId, contact })

describe('a person', () => {
  it('is known by the NIK also under another phone number, and is another one under another NIK [B3]', async () => {
    expect((await book({ nik: '0000000000000001', phone: '0800-0000-0001' })).status).toBe(201)
    const again = await book({ nik: '0000000000000001', phone: '0800-0000-0002' })
    expect(again.body.error.code).toBe('ALREADY_BOOKED')
    expect((await book({ nik: '0000000000000002', phone: '0800-0000-0003' })).status).toBe(201)
  })

  it('who gives nothing is known by the phone at hand [B3]', async () => {
    const who = app.visitor()
    expect((await book({}, `${WEDNESDAY}T09:00`, who)).status).toBe(201)
    expect((await book({}, `${WEDNESDAY}T10:00`, who)).body.error.code).toBe('ALREADY_BOOKED')
    expect((await book({}, `${WEDNESDAY}T10:00`)).status).toBe(201)
  })

  it('is the same one under any spelling of the phone number [B3]', async () => {
    expect((await book({ phone: '0812 0000 0001' })).status).toBe(201)
    for (const phone of ['+62 0812 0000 0001', '0062 812-0000-0001', '812 0000 0001', '(0812)\u00a00000\u20130001'])
      expect((await book({ phone }, `${WEDNESDAY}T10:00`)).body.error.code).toBe('ALREADY_BOOKED')
  })

  it('gets no message to a number that cannot exist: it is refused before a place is given [M11]', async () => {
    for (const phone of ['0812 0000', '0000-0000-0001', '65 0000 0001', '+62 0000 0000 01'])
      expect((await book({ phone, channel: 'sms' })).body.error).toMatchObject({ code: 'BAD_REQUEST' })
  })

  it('who leaves the phone field empty gets no second booking of the service from the same phone [B3]', async () => {
    const who = app.visitor()
    expect((await book({ phone: '0812 0000 0001' }, `${WEDNESDAY}T09:00`, who)).status).toBe(201)
    const second = await book({}, `${WEDNESDAY}T10:00`, who)
    expect(second.body.error).toMatchObject({ code: 'ALREADY_BOOKED' })
    expect((await book({ phone: '0812 0000 0002' }, `${WEDNESDAY}T10:00`, who)).status).toBe(201)
  })

  it('holds one place for a phone at a time: a new one lets the old one go [B7]', async () => {
    const who = app.visitor()
    await book({ phone: '0800-0000-0001' }, `${WEDNESDAY}T13:00`, who)
    const free = async () => {
      const { body } = await app.visitor().get(`${OFFICE}/services/ktp-el/slots?from=${WEDNESDAY}&days=1`)
      const slots = body.slots as { id: string; free: number }[]
      return ['T09:00', 'T10:00'].map(time => slots.find(s => s.id.endsWith(time))!.free)
    }
    const [nine, ten] = await free()
    for (const time of ['T09:00', 'T10:00'])
      expect((await who.post(`${OFFICE}/holds`, { serviceId: 'ktp-el', slotId: `${WEDNESDAY}${time}` })).status).toBe(
        201,
      )
    expect(await free()).toEqual([nine, ten! - 1])
  })

  it('keeps its one held place through a restart: the next one lets it go, on whatever day it was [B7]', async () => {
    const who = app.visitor()
    const hold = async (at: TestApp, slotId: string, headers = {}) =>
      (await at.visitor(who.cookies).post(`${OFFICE}/holds`, { serviceId: 'ktp-el', slotId }, headers)).body
    const held = async (date: string) => {
      const { slots } = await restarted.days.day('samarinda', date)
      return Object.values(slots).flatMap(use => use.holds).length
    }
    const key = { 'idempotency-key': 'the-same-press' }
    await who.post(`${OFFICE}/holds`, { serviceId: 'ktp-el', slotId: `${WEDNESDAY}T09:00` })
    const first = await hold(app, `${WEDNESDAY}T09:00`, key)
    const restarted = await testApp({ db: app.db, key: KEY })
    expect(await hold(restarted, `${WEDNESDAY}T09:00`, key)).toEqual(first)
    expect(await held(WEDNESDAY)).toBe(1)
    const next = await hold(restarted, '2026-06-11T09:00')
    expect([await held(WEDNESDAY), await held('2026-06-11')]).toEqual([0, 1])
    const contact = { phone: '0800-0000-0001' }
    const wish = { serviceId: 'ktp-el', slotId: '2026-06-11T09:00', contact, hold: next.hold }
    expect((await restarted.visitor(who.cookies).post(`${OFFICE}/bookings`, wish)).status).toBe(201)
    expect(await held('2026-06-11')).toBe(0)
  })

  it('holds each day under an id of its own, which is no mark of the holder', async () => {
    const who = app.visitor()
    await book({ phone: '0800-0000-0001' }, `${WEDNESDAY}T13:00`, who)
    const dates = [WEDNESDAY, '2026-06-11']
    for (const date of dates) await who.post(`${OFFICE}/holds`, { serviceId: 'ktp-el', slotId: `${date}T09:00` })
    const events = (await Promise.all(dates.map(date => app.db.journal.read('samarinda', date)))).flat()
    const ids = events.flatMap(e => (e.type === 'slotHeld' ? [e.holdId!] : []))
    expect(new Set(ids).size).toBe(2)
    const marks = (await app.db.kysely.selectFrom('holders').select('device').execute()).map(h => h.device)
    expect(ids.filter(id => marks.includes(id))).toEqual([])
  })
})

describe('a place that was given back', () => {
  it('stays away for a while of its own, half an hour at most, and comes back by itself [B12]', async () => {
    const booked = []
    for (let n = 0; n < 12; n++)
      booked.push((await book({ phone: `0800-0000-00${10 + n}` }, `${WEDNESDAY}T09:00`)).body)
    for (const { token } of booked.filter(b => b.token)) await app.visitor().post(`/api/tickets/${token}/cancel`)
    const events = await app.db.journal.read('samarinda', WEDNESDAY)
    const whiles = events.flatMap(e => (e.type === 'ticketCancelled' && e.backAt ? [e.backAt - e.at] : []))
    expect(whiles.length).toBeGreaterThan(2)
    expect(new Set(whiles).size).toBeGreaterThan(1)
    expect(whiles.every(ms => ms > 0 && ms <= 30 * MINUTE)).toBe(true)
  })

  it('stays away also when its holder moves to another day [B12]', async () => {
    const { token } = (await book({ phone: '0800-0000-0001' })).body
    const moved = await app.visitor().post(`/api/tickets/${token}/reschedule`, { slotId: '2026-06-11T09:00' })
    expect(moved.status).toBe(200)
    const [left] = (await app.db.journal.read('samarinda', WEDNESDAY)).filter(e => e.type === 'ticketCancelled')
    expect(left!.backAt).toBeGreaterThan(left!.at)
  })
})

describe('the code of the hall screen', () => {
  it('is four digits, good in its own minute and the next, in its own hall [I6]', async () => {
    const booked = (await book({ phone: '0800-0000-0001' }, '2026-06-09T11:00')).body
    const display = await app.device('display')
    const shown = async () => (await display.get(`${OFFICE}/check-in-code`)).body as { code: string; until: number }
    const enter = async (code: string) =>
      (await app.visitor().post(`/api/tickets/${booked.token}/check-in`, { code })).body
    app.clock.now = at('10:50')
    const old = await shown()
    expect(old.code).toMatch(/^\d{4}$/)
    expect(old.until).toBe(at('10:51'))
    app.clock.now = at('10:52')
    expect((await enter(old.code)).error.code).toBe('CHECK_IN_CODE')
    const code = await shown()
    expect(code.code).not.toBe(old.code)
    app.clock.now = at('10:54') - 1
    expect(await enter(code.code)).toEqual({ state: 'waiting', late: false })
  })
})

describe('a break', () => {
  it('takes a break of 1 to 180 minutes, and no other [D6]', async () => {
    const officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
    for (const minutes of [0, 181, 1.5])
      expect((await officer.post(counterPath('1', 'break'), { minutes })).status).toBe(400)
    for (const minutes of [1, 180])
      expect((await officer.post(counterPath('1', 'break'), { minutes })).body.counter.until).toBe(
        MORNING + minutes * MINUTE,
      )
  })
})

describe('the wait of a booking', () => {
  it('is measured from its check-in, also before its slot, never from the day on which it was booked [O8]', async () => {
    const early = (await book({ phone: '0800-0000-0001' }, '2026-06-09T10:00')).body
    const late = (await book({ phone: '0800-0000-0002' }, '2026-06-09T10:00')).body
    const kiosk = await app.device('kiosk')
    const officer = await app.as('petugas1')
    await officer.post(counterPath('1', 'open'))
    app.clock.now = at('09:45')
    await kiosk.post(`${OFFICE}/check-in`, { token: early.token })
    app.clock.now = at('10:08')
    await kiosk.post(`${OFFICE}/check-in`, { token: late.token })
    app.clock.now = at('10:10')
    await officer.post(counterPath('1', 'call-next'))
    await officer.post(counterPath('1', 'finish'))
    await officer.post(counterPath('1', 'call-next'))
    const { body } = await (await app.as('manajer')).get(`${OFFICE}/figures`)
    expect(body.wait).toMatchObject({ n: 2, uncalled: 0, beforeSlot: { n: 1 }, fromSlot: { n: 2 } })
    const rows = await app.db.kysely.selectFrom('tickets').select(['queued_at', 'arrived_at']).orderBy('no').execute()
    const visit = await app.db.kysely.selectFrom('visits').select(['queued_at', 'called_at']).executeTakeFirst()
    expect(visit).toEqual({ queued_at: at('09:45'), called_at: at('10:10') })
    expect(rows).toEqual([
      { queued_at: null, arrived_at: at('09:45') },
      { queued_at: at('10:08'), arrived_at: at('10:08') },
    ])
    expect((await officer.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
  })
})

describe('the gate before a booking', () => {
  it('asks the public for work, and neither the front desk nor the chat, whose sender its gateway has proved [G1]', async () => {
    const told = await toldOffice()
    await office(told.app, { proof: 'always', priorityShare: 0 })
    const wish = { serviceId: 'ktp-el', slotId: `${WEDNESDAY}T09:00` }
    const ask = (who: Visitor, phone: string) => who.post(`${OFFICE}/bookings`, { ...wish, contact: { phone } })
    expect((await ask(told.app.visitor(), '0800-0000-0001')).body.error.code).toBe('PROOF_REQUIRED')
    expect((await ask(await told.app.as('meja'), '0800-0000-0002')).status).toBe(201)
    for (const [i, text] of ['ANTRI KTP', '1', '1'].entries())
      await inbound(told.app, told.clock, { id: `m${i}`, channel: 'whatsapp', from: '+620000000003', text })
    const own = await told.app.db.kysely
      .selectFrom('holders')
      .select('channel')
      .where('helped_by', 'is', null)
      .execute()
    expect(own).toHaveLength(1)
    await told.app.close()
  })
})
