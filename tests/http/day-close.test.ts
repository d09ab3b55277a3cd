import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/days.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const at = (time: string, date = DATE) => atClock(date, time, 'WITA')

let app: TestApp
let [officer, front, kiosk]: Visitor[] = []
beforeEach(async () => {
  app = await testApp()
  app.clock.now = at('14:00')
  kiosk = await app.device('kiosk')
  officer = await app.as('petugas1')
  front = await app.as('meja')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const take = async () => (await kiosk!.post(TICKETS, { serviceId: 'ktp-el' })).body.ticket.id as string
async function act(name: string, body: object = {}) {
  const answer = await officer!.post(counterPath('1', name), body)
  expect([name, answer.status, answer.text]).toMatchObject([name, 200, expect.anything()])
}
const report = async (date = DATE) => (await front!.get(`${OFFICE}/days/${date}`)).body
const close = (date = DATE) => front!.post(`${OFFICE}/days/${date}/close`)
/** One is served, one put aside, one waits. */
async function evening() {
  const aside = await take()
  await act('open')
  await act('call-next')
  await act('start')
  await act('park', { reason: 'copy' })
  await take()
  await act('call-next')
  await act('start')
  await take()
  return aside
}

describe('the close of a day', () => {
  it('shows only what has no end, each with its true ends, and adds up [D30 D21 O16]', async () => {
    await evening()
    const { open, sheet, closable, closed } = await report()
    expect(open).toMatchObject([
      { number: 'A-001', state: 'parked', ends: ['done', 'gone', 'left'], attended: false },
      { number: 'A-002', state: 'serving', counterId: '1', attended: true, answered: false },
    ])
    expect(sheet).toEqual({
      taken: 3,
      served: 0,
      missed: 0,
      left: 0,
      partly: 0,
      otherHolder: 0,
      unserved: 0,
      waiting: 1,
      open: 2,
    })
    // The demo office is open until midnight.
    expect([closable, closed]).toEqual([false, null])
    expect((await close()).body.error.code).toBe('DAY_OPEN')
  })

  it('is said by the front desk on the next morning, once, with its name and what it ended [D30]', async () => {
    const aside = await evening()
    app.clock.now = at('07:40', addDays(DATE, 1))
    await app.endDays()
    front = await app.as('meja')
    const settled = await front.post(`${OFFICE}/tickets/${aside}/settle`, { end: 'gone' })
    expect(settled.status).toBe(200)
    expect((await close()).status).toBe(200)
    expect((await close()).status).toBe(200)
    const day = await report()
    expect(day).toMatchObject({
      closed: { at: app.clock.now, by: expect.stringContaining('contoh') },
      closable: false,
      sheet: { taken: 3, left: 0, partly: 1, unserved: 1, open: 1 },
      open: [{ number: 'A-002' }],
      settled: [{ number: 'A-001', end: 'gone', by: expect.stringContaining('contoh') }],
    })
    const events = await app.db.journal.read('samarinda', DATE)
    expect(events.filter(e => e.type === 'daySettled')).toHaveLength(1)
  })

  it('that nobody says leaves the day without a statement, and so its visits [D30 D14]', async () => {
    await evening()
    app.clock.now = at('12:30', addDays(DATE, 2))
    await app.endDays()
    front = await app.as('meja')
    expect(await report()).toMatchObject({
      unstated: true,
      closable: false,
      open: [],
      sheet: { taken: 3, served: 1, partly: 1, unserved: 1, open: 0 },
      // Whoever was served, also in part, may rate.
      survey: { invited: 2 },
      settled: [
        { number: 'A-001', end: 'left', by: null },
        { number: 'A-002', end: 'done', by: null },
      ],
    })
    expect((await close()).status).toBe(404)
  })

  it('has the figures of the manager’s pages and no officers, and what stood still [O15 O1]', async () => {
    await evening()
    await act('finish', {})
    await act('break', { minutes: 15 })
    app.clock.now += 60_000
    await app.settled()
    const day = await report()
    const { officers, counters, ...unit } = (
      await (await app.as('manajer')).get(`${OFFICE}/figures?from=${DATE}&to=${DATE}`)
    ).body
    expect([officers.length, counters.length > 0]).toEqual([1, true])
    // Who sat where is known in the hall: a counter on one day is a person.
    expect(day.figures).toEqual({ ...unit, counters: [], officers: [] })
    for (const name of ['atasan', 'manajer'])
      expect((await (await app.as(name)).get(`${OFFICE}/days/${DATE}`)).body.figures).toEqual({
        ...unit,
        counters,
        officers: [],
      })
    expect(day.results).toEqual({ complete: 1, papersMissing: 0, refused: 0, advice: 0 })
    // Who was served is invited to rate; how one day was rated is told nowhere.
    expect(day.survey).toEqual({ invited: 1, rated: 0 })
    expect(day.stops).toMatchObject([{ what: 'break', id: '1', to: null }])
    expect((await front!.get(`${OFFICE}/days/${addDays(DATE, 1)}`)).status).toBe(404)
  })

  describe('whose doors are shut', () => {
    beforeEach(async () => {
      const answer = await (await app.as('admin')).patch(`${OFFICE}/settings`, { alwaysOpen: false })
      expect(answer.status).toBe(200)
    })
    const shut = async () => (await report()).doors.to as number

    it('is answered as the first time when it is sent again, whatever the hours are by then [D30 J3]', async () => {
      app.clock.now = await shut()
      const key = { 'idempotency-key': 'close-1' }
      const send = () => front!.post(`${OFFICE}/days/${DATE}/close`, {}, key)
      expect((await send()).status).toBe(200)
      const special = {
        name: ['Lembur', 'Late'],
        from: DATE,
        to: DATE,
        hours: Array(7).fill({ open: '08:00', close: '17:00', breaks: [] }),
      }
      expect((await (await app.as('admin')).patch(`${OFFICE}/settings`, { specialHours: [special] })).status).toBe(200)
      expect((await send()).status).toBe(200)
      // The hours opened the day again.
      expect(await report()).toMatchObject({ closed: null, closable: false })
      app.clock.now = at('17:00')
      expect((await close()).status).toBe(200)
      expect((await report()).closed.at).toBe(app.clock.now)
    })

    it('sends whoever missed the call to another day, and offers no way back into line [D30 Z9]', async () => {
      const { token } = (await kiosk!.post(TICKETS, { serviceId: 'ktp-el' })).body
      for (const name of ['open', 'call-next']) await act(name)
      app.clock.now += 60_000
      await act('skip')
      const page = async () => (await app.visitor().get(`/t/${token}`)).text
      expect(await page()).toContain('Saya di sini')
      const read = async () => (await app.visitor().get(`/api/tickets/${token}`)).body
      expect(await read()).toMatchObject({ over: false, returnUntil: expect.any(Number) })
      app.clock.now = await shut()
      expect((await close()).status).toBe(200)
      expect(await read()).toMatchObject({ over: true, returnUntil: null })
      expect(await page()).not.toContain('Saya di sini')
      expect(await page()).toContain('Hari layanan sudah berakhir')
      const tap = await app.visitor().post(`/api/tickets/${token}/here`)
      expect([tap.status, tap.body.error.code]).toEqual([409, 'DAY_CLOSED'])
      expect(await report()).toMatchObject({ closable: false, sheet: { missed: 1, open: 0 } })
    })

    it('is asked of nobody on a day without doors on which nobody came [D30]', async () => {
      const holidays = [addDays(DATE, 1)]
      expect((await (await app.as('admin')).patch(`${OFFICE}/settings`, { holidays })).status).toBe(200)
      app.clock.now = at('09:00', addDays(DATE, 1))
      front = await app.as('meja')
      await app.days.day('samarinda', addDays(DATE, 1))
      const quiet = { doors: null, closable: false, unstated: false, sheet: { taken: 0 } }
      expect(await report(addDays(DATE, 1))).toMatchObject(quiet)
      expect((await close(addDays(DATE, 1))).body.error.code).toBe('OFFICE_CLOSED')
      app.clock.now = at('09:00', addDays(DATE, 4))
      front = await app.as('meja')
      expect(await report(addDays(DATE, 1))).toMatchObject(quiet)
    })
  })
})
