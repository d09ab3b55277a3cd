import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { solveInNode } from '../../bench/lib/proof.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import { counterPath, testApp, TICKETS, type Answer, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const BOOKINGS = `${OFFICE}/bookings`
const HOLDS = `${OFFICE}/holds`
const WEDNESDAY = '2026-06-10'
const THURSDAY = '2026-06-11'

const KEY = randomBytes(32)
let app: TestApp
beforeEach(async () => {
  app = await testApp({ key: KEY })
  const { booking } = app.offices.get('samarinda')
  const calm = { ...booking, proof: 'never', priorityShare: 0 }
  await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: calm })
})
afterEach(() => app.close())

const phoneOf = (n: number) => `0800-0005-${String(n).padStart(4, '0')}`
const keyed = (key: string) => ({ 'idempotency-key': key })
const wish = (slotId: string, contact: object = {}, more: object = {}) => ({
  serviceId: 'ktp-el',
  slotId,
  contact,
  ...more,
})
const told = ({ status, body }: Answer) => (status < 300 ? status : [status, body.error.code])
const tickets = async () =>
  (await app.db.kysely.selectFrom('tickets').select(['id', 'state']).where('state', '!=', 'cancelled').execute()).length
const holders = async () => (await app.db.kysely.selectFrom('holders').select('ticket_id').execute()).length
const liveHolds = async (at = app) => {
  const days = await Promise.all([WEDNESDAY, THURSDAY].map(date => at.days.day('samarinda', date)))
  const holds = days.flatMap(d => Object.values(d.slots).flatMap(use => use.holds))
  return holds.filter(h => h.until > at.clock.now).length
}

/** A phone with a cookie, by a booking of another service. */
async function phone(n: number): Promise<Visitor> {
  const who = app.visitor()
  const first = { serviceId: 'kartu-keluarga', slotId: `${WEDNESDAY}T08:00`, contact: { phone: phoneOf(n) } }
  expect((await who.post(BOOKINGS, first)).status).toBe(201)
  return who
}

/** Books a slot at the front desk until so many places of it are left. */
async function fillTo(left: number, slotId: string): Promise<void> {
  const desk = await app.as('meja')
  for (;;) {
    const { body } = await app.visitor().get(`${OFFICE}/services/ktp-el/slots?from=${slotId.slice(0, 10)}&days=1`)
    if (body.slots.find((s: { id: string }) => s.id === slotId).free <= left) return
    expect((await desk.post(BOOKINGS, wish(slotId, { name: 'Contoh' }))).status).toBe(201)
  }
}

describe('one key used for two things', () => {
  it('cannot fail the commands of others: a poisoned booking beside desk and kiosk is refused alone [J12]', async () => {
    const [officer, kiosk, poisoner] = [await app.as('petugas1'), await app.device('kiosk'), app.visitor()]
    await officer.post(counterPath('1', 'open'))
    for (const date of [WEDNESDAY, THURSDAY]) await app.days.day('samarinda', date)
    const honest: Promise<Answer>[] = []
    const poison: Promise<Answer>[] = []
    for (let i = 0; i < 25; i++) {
      const dates = [WEDNESDAY, THURSDAY].map(date => `${date}T${String(9 + (i % 4)).padStart(2, '0')}:00`)
      for (const slotId of dates)
        poison.push(poisoner.post(BOOKINGS, wish(slotId, { phone: phoneOf(i) }), keyed(`poison-number-${i}`)))
      for (let k = 0; k < 3; k++) honest.push(kiosk.post(TICKETS, { serviceId: 'ktp-el' }))
      honest.push(officer.post(TICKETS, { serviceId: 'kartu-keluarga' }))
    }
    const answers = await Promise.all(honest)
    expect(answers.filter(a => a.status !== 201).map(told)).toEqual([])
    expect((await Promise.all(poison)).filter(a => a.status >= 500).map(told)).toEqual([])
    expect(new Set(answers.map(a => a.body.ticket.number)).size).toBe(100)
  })

  it('is refused for another date, slot, service, person or phone, also after a restart, and the ticket keeps its holder [J3 B9]', async () => {
    const who = await phone(1)
    const mine = wish(`${WEDNESDAY}T09:00`, { phone: phoneOf(2), name: 'Contoh' })
    const booked = await who.post(BOOKINGS, mine, keyed('one-key-of-mine'))
    expect(booked.status).toBe(201)
    const before = await holders()
    const others = [
      { ...mine, slotId: `${THURSDAY}T09:00` },
      { ...mine, slotId: `${WEDNESDAY}T10:00` },
      { ...mine, serviceId: 'legalisir' },
      { ...mine, priority: true },
      { ...mine, contact: { phone: phoneOf(3) } },
    ]
    for (const at of [app, await testApp({ db: app.db, key: KEY })]) {
      const again = at.visitor(who.cookies)
      for (const other of others) {
        const answer = await again.post(BOOKINGS, other, keyed('one-key-of-mine'))
        expect(told(answer), JSON.stringify(other)).toEqual([409, 'COMMAND_ID_REUSED'])
        // This phone made the booking, so it is told where it stands.
        expect(answer.body.error.data.path).toBe(booked.body.path)
      }
      const strangers = [await at.visitor().post(BOOKINGS, mine, keyed('one-key-of-mine'))]
      strangers.push(
        await at
          .visitor(new Map([...who.cookies].map(([k]) => [k, 'forged'])))
          .post(BOOKINGS, mine, keyed('one-key-of-mine')),
      )
      for (const answer of strangers) {
        expect(told(answer)).toEqual([409, 'COMMAND_ID_REUSED'])
        expect(answer.text).not.toContain(booked.body.token.split('.')[0])
      }
      expect((await again.post(BOOKINGS, mine, keyed('one-key-of-mine'))).text).toBe(booked.text)
    }
    expect(await holders()).toBe(before)
    // The claim stands as well: the person has this one booking.
    const second = await app.visitor().post(BOOKINGS, wish(`${THURSDAY}T10:00`, { phone: phoneOf(2) }))
    expect(told(second)).toEqual([409, 'ALREADY_BOOKED'])
  })

  it('at the same moment makes one booking, and takes neither its holder nor the claim of its person away [J3 B9]', async () => {
    const who = await phone(1)
    const before = [await tickets(), await holders()]
    const slots = ['T09:00', 'T09:30', 'T10:00', 'T10:30'].map(time => `${WEDNESDAY}${time}`)
    const answers = await Promise.all(
      slots.map(slotId => who.post(BOOKINGS, wish(slotId, { phone: phoneOf(2) }), keyed('pressed-four-times'))),
    )
    expect(answers.filter(a => a.status === 201)).toHaveLength(1)
    expect([await tickets(), await holders()]).toEqual(before.map(n => n + 1))
    expect(told(await who.post(BOOKINGS, wish(slots[0]!, { phone: phoneOf(2) })))).toEqual([409, 'ALREADY_BOOKED'])
  })

  it('gives the desk no false "done": another ticket, counter or document is refused [J3]', async () => {
    const [officer, kiosk] = [await app.as('petugas1'), await app.device('kiosk')]
    await officer.post(counterPath('1', 'open'))
    const ids: string[] = []
    for (let i = 0; i < 3; i++) ids.push((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body.ticket.id)
    const give = (id: string) => officer.post(`${TICKETS}/${id}/cancel`, {}, keyed('gives-back-one'))
    expect((await give(ids[0]!)).body.ticket.state).toBe('cancelled')
    expect(told(await give(ids[1]!))).toEqual([409, 'COMMAND_ID_REUSED'])
    expect((await give(ids[0]!)).body.ticket.state).toBe('cancelled')
    const call = (counter: string, body = {}) =>
      officer.post(counterPath(counter, 'call-next'), body, keyed('calls-next'))
    expect((await call('1')).status).toBe(200)
    expect(told(await call('2'))).toEqual([409, 'COMMAND_ID_REUSED'])
    expect(told(await call('1', { document: false }))).toEqual([409, 'COMMAND_ID_REUSED'])
  })
})

describe('the same command', () => {
  it('has the same answer at the last place, tapped twice at once, also by a phone without a cookie [B10]', async () => {
    for (const [n, who] of [app.visitor(), await phone(9)].entries()) {
      const slotId = `${WEDNESDAY}T1${n}:00`
      await fillTo(1, slotId)
      const tap = () => who.post(BOOKINGS, wish(slotId, { phone: phoneOf(10 + n) }), keyed(`last-place-${n}`))
      const taps = await Promise.all([tap(), tap(), tap()])
      expect(taps.map(told)).toEqual([201, 201, 201])
      expect(new Set(taps.map(a => a.text)).size).toBe(1)
      expect((await tap()).text).toBe(taps[0]!.text)
    }
  })

  it('of a phone that lost the answer, and with it its first cookie, is that booking [B10]', async () => {
    const mine = wish(`${WEDNESDAY}T09:00`, { name: 'Contoh' })
    const first = await app.visitor().post(BOOKINGS, mine, keyed('the-answer-was-lost'))
    const again = await app.visitor().post(BOOKINGS, mine, keyed('the-answer-was-lost'))
    expect([again.status, again.text]).toEqual([201, first.text])
    expect(await tickets()).toBe(1)
  })

  it('at the front desk has one answer at the last place too [B10]', async () => {
    const desk = await app.as('meja')
    await fillTo(0, `${WEDNESDAY}T10:00`)
    const people = [1, 2, 3].map(n => ({ name: `Warga Contoh ${n}` }))
    const group = { serviceId: 'ktp-el', slotId: `${WEDNESDAY}T11:00`, people }
    const press = () => desk.post(`${BOOKINGS}/group`, group, keyed('one-group'))
    const [first, second] = await Promise.all([press(), press()])
    expect(first!.body.booked).toHaveLength(3)
    expect(second!.body).toEqual(first!.body)
    expect((await press()).body).toEqual(first!.body)
    const slotId = `${WEDNESDAY}T13:00`
    await fillTo(1, slotId)
    const tap = () => desk.post(BOOKINGS, wish(slotId, { name: 'Contoh' }), keyed('desk-last-place'))
    expect((await Promise.all([tap(), tap()])).map(told)).toEqual([201, 201])
  })
})

describe('a held place', () => {
  const hold = (who: Visitor, slotId: string, key?: string) =>
    who.post(HOLDS, { serviceId: 'ktp-el', slotId }, key === undefined ? {} : keyed(key))

  it('is one for a phone that asks for many at once, on one day or several [B7]', async () => {
    const who = await phone(1)
    const dates = [WEDNESDAY, THURSDAY].flatMap(d => ['T09:00', 'T10:00', 'T11:00'].map(time => `${d}${time}`))
    const answers = await Promise.all(dates.map(slotId => hold(who, slotId)))
    expect(answers.map(told)).toEqual(Array(6).fill(201))
    expect(await liveHolds()).toBe(1)
  })

  it('stays with its phone when the next one is refused [B7 B9]', async () => {
    const who = await phone(1)
    await fillTo(0, `${WEDNESDAY}T10:00`)
    const first = await hold(who, `${WEDNESDAY}T09:00`)
    expect(told(await hold(who, `${WEDNESDAY}T10:00`))).toEqual([409, 'SLOT_FULL'])
    expect(await liveHolds()).toBe(1)
    const booked = await who.post(
      BOOKINGS,
      wish(`${WEDNESDAY}T09:00`, { phone: phoneOf(2) }, { hold: first.body.hold }),
    )
    expect(booked.status).toBe(201)
  })

  it('is chosen again by its own phone though it is the last place, and becomes its booking without being named [B7]', async () => {
    const who = await phone(1)
    await fillTo(1, `${WEDNESDAY}T09:00`)
    for (let i = 0; i < 2; i++) expect(told(await hold(who, `${WEDNESDAY}T09:00`))).toBe(201)
    expect(told(await who.post(BOOKINGS, wish(`${WEDNESDAY}T09:00`, { phone: phoneOf(2) })))).toBe(201)
    expect(await liveHolds()).toBe(0)
  })

  it('is of no use to another phone that names it [B7]', async () => {
    const who = await phone(1)
    await fillTo(1, `${WEDNESDAY}T09:00`)
    const { body } = await hold(who, `${WEDNESDAY}T09:00`)
    const asked = wish(`${WEDNESDAY}T09:00`, { phone: phoneOf(3) }, { hold: body.hold })
    expect(told(await app.visitor().post(BOOKINGS, asked))).toEqual([409, 'HOLD_ENDED'])
    expect(await liveHolds()).toBe(1)
  })

  it('is told again while it lives, and never once it is over: let go, booked or past its time [J3 B7]', async () => {
    const who = await phone(1)
    const first = await hold(who, `${WEDNESDAY}T09:00`, 'hold-once')
    expect((await hold(who, `${WEDNESDAY}T09:00`, 'hold-once')).body).toEqual(first.body)
    await hold(who, `${THURSDAY}T09:00`, 'hold-twice')
    expect(told(await hold(who, `${WEDNESDAY}T09:00`, 'hold-once'))).toEqual([409, 'HOLD_ENDED'])
    // Asking for the first one again did not let the second one go.
    expect(await liveHolds()).toBe(1)
    await who.post(BOOKINGS, wish(`${THURSDAY}T09:00`, { phone: phoneOf(2) }))
    expect(told(await hold(who, `${THURSDAY}T09:00`, 'hold-twice'))).toEqual([409, 'HOLD_ENDED'])
    await hold(who, `${WEDNESDAY}T11:00`, 'hold-third')
    app.clock.now += 6 * MINUTE
    const restarted = await testApp({ db: app.db, key: KEY })
    restarted.clock.now = app.clock.now
    expect(told(await hold(restarted.visitor(who.cookies), `${WEDNESDAY}T11:00`, 'hold-third'))).toEqual([
      409,
      'HOLD_ENDED',
    ])
    expect(told(await hold(who, `${THURSDAY}T10:00`, 'hold-third'))).toEqual([409, 'COMMAND_ID_REUSED'])
  })
})

describe('a proof of work', () => {
  it('buys one booking or one hold, not another person, day or phone under the same key [G3]', async () => {
    const { booking } = app.offices.get('samarinda')
    await (await app.as('admin')).patch(`${OFFICE}/settings`, { booking: { ...booking, proof: 'always' } })
    const ask = (who: Visitor, body: object, path = BOOKINGS) => who.post(path, body, keyed('worked-for-once'))
    const mine = wish(`${WEDNESDAY}T09:00`, { phone: phoneOf(1) })
    const asked = await ask(app.visitor(), mine)
    expect(told(asked)).toEqual([428, 'PROOF_REQUIRED'])
    const proof = await solveInNode(asked.body.error.data.challenge)
    const booked = await ask(app.visitor(), { ...mine, proof })
    expect(told(booked)).toBe(201)
    expect((await ask(app.visitor(), { ...mine, proof })).text).toBe(booked.text)
    const others = [
      await app
        .visitor()
        .post(BOOKINGS, { ...wish(`${WEDNESDAY}T09:00`, { phone: phoneOf(2) }), proof }, keyed('another')),
      await app.visitor().post(HOLDS, { serviceId: 'ktp-el', slotId: `${THURSDAY}T09:00`, proof }, keyed('another')),
    ]
    expect(others.map(a => [told(a), a.body.error.data.why])).toEqual(Array(2).fill([[428, 'PROOF_REQUIRED'], 'spent']))
    expect(told(await ask(app.visitor(), { ...mine, contact: { phone: phoneOf(2) }, proof }))).toEqual([
      409,
      'COMMAND_ID_REUSED',
    ])
  })
})

describe('strangers without cookie, phone number or NIK', () => {
  it('hold and book twelve places of a network, not more; who says who they are books all the same [G9]', async () => {
    const times = (n: number) => `${n % 2 ? WEDNESDAY : THURSDAY}T${String(8 + (n % 4)).padStart(2, '0')}:30`
    const ends: unknown[] = []
    for (let n = 0; n < 14; n++) {
      const who = app.visitor()
      ends.push(
        told(
          await (n % 2
            ? who.post(BOOKINGS, wish(times(n)))
            : who.post(HOLDS, { serviceId: 'ktp-el', slotId: times(n) })),
        ),
      )
    }
    expect(ends.slice(0, 12)).toEqual(Array(12).fill(201))
    expect(ends.slice(12)).toEqual([
      [429, 'TOO_MANY_BOOKINGS'],
      [409, 'CONTACT_NEEDED'],
    ])
    expect(told(await app.visitor().post(BOOKINGS, wish(times(1), { phone: phoneOf(1) })))).toBe(201)
  })
})
