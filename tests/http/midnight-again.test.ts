import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { ticketsOf } from '../../shared/queue/day.ts'
import { DATE } from '../helpers/days.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const NEXT_DATE = addDays(DATE, 1)
const at = (time: string, date = NEXT_DATE) => atClock(date, time, 'WITA')
const KEY = { 'idempotency-key': 'asked-once' }
/** Open until midnight, and from midnight on. */
const HOURS = {
  2: { open: '20:00', close: '23:59', breaks: [] },
  3: { open: '00:00', close: '06:00', breaks: [] },
}

let app: TestApp
let desk: Visitor
let officer: Visitor
beforeEach(async () => {
  app = await testApp()
  app.clock.now = at('19:00', DATE)
  const { booking } = app.offices.get('samarinda')
  const change = { alwaysOpen: false, hours: HOURS, booking: { ...booking, proof: 'never', checkInEarlyMinutes: 60 } }
  const admin = await app.as('admin')
  expect((await admin.patch(`${OFFICE}/settings`, change)).status).toBe(200)
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

async function book(slotId: string, phone: string) {
  const wish = { serviceId: 'ktp-el', slotId, contact: { phone } }
  const { body, status } = await app.visitor().post(`${OFFICE}/bookings`, wish)
  expect(status).toBe(201)
  return { token: body.token as string, number: body.ticket.number as string, code: body.code as string }
}
const stateOf = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body.ticket.state as string
/** The time has come; whoever works there has just signed in. */
async function clock(now: number) {
  app.clock.now = now
  desk = await app.as('meja')
  officer = await app.as('atasan')
}
const beforeMidnight = () => clock(at('23:58', DATE))
async function midnight() {
  await clock(at('00:05'))
  await app.endDays()
  await app.settled()
}
const eventsOf = async (date: string) =>
  (await app.db.journal.read('samarinda', date)).filter(e => e.commandId === KEY['idempotency-key'])

describe('an act that names no day, asked again with its key after midnight, is the same act', () => {
  it('at the check-in by number, and nobody who has that number on the new day is touched [J3]', async () => {
    const own = await book(`${DATE}T20:00`, '0800-0000-0001')
    const other = await book(`${NEXT_DATE}T00:00`, '0800-0000-0002')
    expect(other.number).toBe(own.number)
    await clock(at('19:55', DATE))
    const checkIn = (key = KEY) => desk.post(`${OFFICE}/check-in`, { number: own.number }, key)
    const first = await checkIn()
    expect(first.status).toBe(200)
    await midnight()
    const again = await checkIn()
    expect([again.status, again.body.ticket]).toEqual([200, first.body.ticket])
    expect(await stateOf(other.token)).toBe('booked')
    expect(await eventsOf(NEXT_DATE)).toEqual([])
  })

  it.each(['desk', 'kiosk'] as const)(
    'at the check-in of the %s with a code or a proof, where the new day has no such number [J3]',
    async where => {
      const own = await book(`${DATE}T20:00`, '0800-0000-0001')
      const kiosk = await app.device('kiosk')
      const who = () => (where === 'desk' ? desk : kiosk)
      const by = where === 'desk' ? { token: own.token } : { number: own.number, proof: own.code }
      await clock(at('19:55', DATE))
      const first = await who().post(`${OFFICE}/check-in`, by, KEY)
      expect(first.status).toBe(200)
      await midnight()
      const again = await who().post(`${OFFICE}/check-in`, by, KEY)
      expect([again.status, again.body.ticket]).toEqual([200, first.body.ticket])
    },
  )

  it.each([
    ['close', { reason: 'systemDown' }],
    ['open', {}],
  ])('at the desk’s "%s" for a service: the new day stays as it is [J3]', async (act, body) => {
    await beforeMidnight()
    const path = `${OFFICE}/services/legalisir`
    const close = () => desk.post(`${path}/close`, { reason: 'systemDown' })
    if (act === 'open') expect((await close()).status).toBe(200)
    const first = await desk.post(`${path}/${act}`, body, KEY)
    expect(first.status).toBe(200)
    await midnight()
    if (act === 'open') expect((await close()).status).toBe(200)
    const before = (await app.days.today('samarinda')).closures
    const again = await desk.post(`${path}/${act}`, body, KEY)
    expect([again.status, again.body]).toEqual([200, first.body])
    expect((await app.days.today('samarinda')).closures).toEqual(before)
    expect(await eventsOf(NEXT_DATE)).toEqual([])
  })

  it('when the desk cancels a ticket or an officer calls one out of order [J3]', async () => {
    await beforeMidnight()
    const kiosk = await app.device('kiosk')
    const take = async () => (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body.ticket.id as string
    const [cancelled, picked] = [await take(), await take()]
    expect((await officer.post(counterPath('1', 'open'), {})).status).toBe(200)
    const acts = [
      () => desk.post(`${OFFICE}/tickets/${cancelled}/cancel`, {}, { 'idempotency-key': 'cancel-1' }),
      () =>
        officer.post(
          counterPath('1', 'call-next'),
          { pick: { ticketId: picked, reason: 'emergency' } },
          { 'idempotency-key': 'pick-1' },
        ),
    ]
    const answers: unknown[] = []
    for (const act of acts) {
      const { status, body } = await act()
      expect([status, body]).toMatchObject([200, expect.anything()])
      answers.push(body)
    }
    await midnight()
    for (const [i, act] of acts.entries()) expect((await act()).body).toEqual(answers[i])
    expect([...ticketsOf(await app.days.today('samarinda'))]).toEqual([])
  })

  it('and a fresh key is a fresh act on the new day [J3]', async () => {
    await beforeMidnight()
    const close = (key: string) =>
      desk.post(`${OFFICE}/services/legalisir/close`, { reason: 'systemDown' }, { 'idempotency-key': key })
    await close('one')
    await midnight()
    expect((await close('two')).body.closedSince).toBe(at('00:05'))
  })
})
