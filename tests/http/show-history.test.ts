import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { shownOf } from '../../server/store/tickets.ts'
import { addDays, atClock, MINUTE } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/days.ts'
import { counterPath, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const at = (time: string, date = DATE) => atClock(date, time, 'WITA')

let app: TestApp
let desk: Visitor
let people = 0
beforeEach(async () => {
  app = await testApp()
  app.clock.now = at('08:00')
  desk = await app.as('meja')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** Somebody books a service of the day; gives the link. */
async function book(time: string, serviceId = 'ktp-el'): Promise<string> {
  const contact = { phone: `0800-0000-${String(++people).padStart(4, '0')}` }
  const asked = { serviceId, slotId: `${DATE}T${time}`, contact }
  const { status, body } = await app.visitor().post(`${OFFICE}/bookings`, asked)
  expect(status).toBe(201)
  return body.token
}
async function comes(token: string) {
  // Signed in anew: hours may have passed.
  desk = await app.as('meja')
  expect((await desk.post(`${OFFICE}/check-in`, { token })).status).toBe(200)
}
async function passedOn(time: string, seconds = 1) {
  app.clock.now = at(time) + seconds * 1000
  await app.passOn()
}
const stateOf = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body.ticket.state as string
/** What is known of the bookings of these days when places are sold over. */
async function shown(before = addDays(DATE, 1)) {
  await app.settled()
  return Object.fromEntries(await shownOf(app.db, 'samarinda', { from: DATE, before, graceMs: 10 * MINUTE }))
}

describe('how many of those who book come', () => {
  it('is known of who stayed away and who came, on a day like any other [K14]', async () => {
    const [came] = [await book('09:00'), await book('09:00'), await book('10:00')]
    app.clock.now = at('09:00')
    await comes(came!)
    for (const time of ['09:10', '10:10']) await passedOn(time)
    expect(await shown()).toEqual({ 'ktp-el': { booked: 3, cameCount: 1 } })
  })

  it('is known of the service that was booked, wherever its people were sent on to [K14]', async () => {
    const tokens = [await book('09:00'), await book('09:00'), await book('09:00')]
    const other = await book('09:00', 'legalisir')
    app.clock.now = at('09:00')
    for (const token of tokens.slice(0, 2)) await comes(token)
    const [officer, colleague] = [await app.as('petugas1'), await app.as('petugas2')]
    const act = async (who: Visitor, counter: string, name: string, body: object = {}) =>
      expect([name, (await who.post(counterPath(counter, name), body)).status]).toEqual([name, 200])
    await act(officer, '1', 'open', { services: ['ktp-el'] })
    for (const serviceId of ['legalisir', 'kartu-keluarga']) {
      for (const name of ['call-next', 'start']) await act(officer, '1', name)
      await act(officer, '1', 'transfer', { serviceId })
    }
    // And on once more, back to where one of them began.
    await act(colleague, '2', 'open', { services: ['kartu-keluarga'] })
    await act(colleague, '2', 'call-next')
    await act(colleague, '2', 'transfer', { serviceId: 'ktp-el' })
    await passedOn('09:10')
    expect([await stateOf(tokens[2]!), await stateOf(other)]).toEqual(['released', 'released'])
    await desk.post(`${OFFICE}/check-in`, { token: other })
    expect(await shown()).toEqual({
      'ktp-el': { booked: 3, cameCount: 2 },
      legalisir: { booked: 1, cameCount: 1 },
    })
  })

  it('is not known of a service on a day on which it was closed for a while [K15]', async () => {
    const [away, later, other] = [
      await book('09:00', 'legalisir'),
      await book('13:00', 'legalisir'),
      await book('09:00'),
    ]
    app.clock.now = at('08:30')
    const path = `${OFFICE}/services/legalisir`
    expect((await desk.post(`${path}/close`, { reason: 'systemDown' })).status).toBe(200)
    await passedOn('09:10')
    app.clock.now = at('11:30')
    expect((await desk.post(`${path}/open`)).status).toBe(200)
    await passedOn('12:00')
    expect([await stateOf(away), await stateOf(other)]).toEqual(['released', 'released'])
    app.clock.now = at('13:00')
    await comes(later)
    expect(await shown()).toEqual({ 'ktp-el': { booked: 1, cameCount: 0 } })
  })

  it('is not known of a day on which the program stood still for hours [K15]', async () => {
    const [early, late] = [await book('09:00'), await book('13:00'), await book('13:00', 'legalisir')]
    // Nothing ran from eight to noon.
    await passedOn('12:00')
    expect(await stateOf(early!)).toBe('released')
    app.clock.now = at('13:00')
    await comes(late!)
    await passedOn('13:10')
    expect(await shown()).toEqual({})
  })

  it('is not known of days on which nothing ran, however many, and no booking stays open [K15 D15]', async () => {
    for (const days of [1, 30]) {
      const token = await book('09:00')
      const restart = addDays(DATE, days)
      app.clock.now = at('07:00', restart)
      expect(await shown(restart)).toEqual({})
      await app.endDays()
      expect([days, await stateOf(token)]).toEqual([days, 'released'])
      expect(await shown(restart)).toEqual({})
      await app.close()
      app = await testApp()
      app.clock.now = at('08:00')
    }
  })
})
