import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordView, UnitFigures } from '../../shared/officer/figures.ts'
import { addDays, atClock, MINUTE, weekday } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/entries.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

const OFFICE = 'samarinda'
const at = (clock: string, date = DATE) => atClock(date, clock, 'WITA')
const YESTERDAY = addDays(DATE, -1)

let app: TestApp
let said: ReturnType<typeof surveyed>

beforeEach(async () => {
  app = await testApp()
  app.clock.now = at('11:00')
  said = surveyed(app.db)
})

afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const visits: typeof said.visits = (...of) => said.visits(...of)

async function signIn(username: string) {
  const who = await app.as(username)
  return async <T>(path: string) => {
    const { status, body } = await who.get(path)
    return { status, body: body as T & { error?: { code: string } } }
  }
}

const FIGURES = `/api/offices/${OFFICE}/figures`

describe('the figures of the unit', () => {
  it('tell a manager how every counter and officer worked', async () => {
    await visits(5, 'p2', '2')
    await visits(1, 'p1', '1')
    const { status, body } = await (await signIn('manajer'))<UnitFigures>(FIGURES)
    expect(status).toBe(200)
    expect(body).toMatchObject({ from: DATE, to: DATE, tickets: 6, done: 6, wait: { n: 6, p50: { ms: 20 * MINUTE } } })
    expect(body.officers).toMatchObject([
      { name: 'Petugas 1 (contoh)', served: 1 },
      { name: 'Petugas 2 (contoh)', served: 5, serve: { n: 5, p50: 10 * MINUTE } },
    ])
    expect(body.estimates).toMatchObject({ n: 6, inside: 6, earlier: 0, later: 0 })
  })

  it('never tell a manager or a supervisor how an officer was rated [O1]', async () => {
    await said.rated(await visits(70, 'p1', '1'), 1)
    for (const username of ['manajer', 'atasan']) {
      const { body } = await (await signIn(username))<UnitFigures>(FIGURES)
      expect(body.tickets).toBe(70)
      expect(JSON.stringify(body)).not.toMatch(/rat(ed|ing)|score|counts|ikm/i)
    }
  })

  it('are refused to an officer, an administrator and a stranger [A2]', async () => {
    for (const username of ['petugas1', 'admin']) {
      const ask = await signIn(username)
      expect(await ask(FIGURES)).toMatchObject({ status: 403, body: { error: { code: 'FORBIDDEN' } } })
    }
    expect((await app.visitor().get(FIGURES)).status).toBe(401)
  })

  it('are refused for an office of others', async () => {
    expect((await (await signIn('manajer'))('/api/offices/lain/figures')).status).toBe(403)
  })

  it('of a day that is over stay as they were when hours and holidays change: its own doors count [O9] [O12]', async () => {
    const set = async (change: object) =>
      expect((await (await app.as('admin')).patch(`/api/offices/${OFFICE}/settings`, change)).status).toBe(200)
    await set({ alwaysOpen: false, holidays: [] })
    app.clock.now = at('09:00')
    const kiosk = await app.device('kiosk')
    for (let n = 0; n < 6; n += 1) expect((await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
    app.clock.now = at('11:00', addDays(DATE, 1))
    const figures = async () => {
      const { body } = await (await signIn('manajer'))<UnitFigures>(`${FIGURES}?from=${DATE}&to=${DATE}`)
      return body
    }
    const before = await figures()
    expect(before.wait).toMatchObject({ n: 6, uncalled: 6, p50: { over: true } })
    await set({ hours: { [weekday(DATE)]: { open: '09:00', close: '10:00', breaks: [] } } })
    expect(await figures()).toEqual(before)
    await set({ holidays: [DATE] })
    expect(await figures()).toEqual(before)
  })

  it('cover the days asked for, and refuse days that make no period [O11]', async () => {
    await visits(2, 'p1', '1', YESTERDAY)
    await visits(1, 'p1', '1')
    const ask = await signIn('manajer')
    expect((await ask<UnitFigures>(`${FIGURES}?from=${YESTERDAY}`)).body.tickets).toBe(3)
    expect((await ask<UnitFigures>(`${FIGURES}?from=${YESTERDAY}&to=${YESTERDAY}`)).body.tickets).toBe(2)
    expect((await ask(`${FIGURES}?from=${addDays(DATE, -399)}`)).status).toBe(200)
    for (const query of [
      `from=${DATE}&to=${YESTERDAY}`,
      `from=${addDays(DATE, -400)}`,
      'from=2026-02-30',
      'from=2026-13-01',
      'to=kemarin',
    ])
      expect(await ask(`${FIGURES}?${query}`), query).toMatchObject({
        status: 400,
        body: { error: { code: 'BAD_REQUEST' } },
      })
  })
})

describe("an officer's own record", () => {
  const own = async (username: string, query = '') => (await signIn(username))<RecordView>(`/api/me/record${query}`)

  it('holds the own visits and nobody else [O1]', async () => {
    await visits(3, 'p1', '1')
    await visits(5, 'p2', '2')
    const { body } = await own('petugas1')
    expect(body.record).toMatchObject({ called: 3, served: 3 })
    expect(body.peers).toBeNull()
    expect(JSON.stringify(body)).not.toMatch(/p2|Petugas 2|petugas2/)
  })

  it('tells of colleagues what four of them did in settled months, and nothing before [O167]', async () => {
    const MONTH_AGO = addDays(DATE, -40)
    await visits(1, 'p1', '1')
    for (const officer of ['p2', 'p3', 'p4']) await visits(9, officer, '2', MONTH_AGO)
    expect((await own('petugas1')).body.peers).toBeNull()
    await visits(9, 'p5', '3', MONTH_AGO)
    await visits(30, 'p2', '2')
    const { peers } = (await own('petugas1')).body
    expect(peers).toMatchObject({ n: 36, p50: 10 * MINUTE, own: { n: 1 } })
    expect(JSON.stringify(peers)).not.toMatch(/p[2-5]"/)
  })

  it('cannot be asked for somebody else [O1]', async () => {
    await visits(3, 'p1', '1')
    const ask = await signIn('petugas2')
    expect((await ask('/api/me/record?officer=p1')).status).toBe(400)
    expect((await ask<RecordView>('/api/me/record')).body.record.called).toBe(0)
  })

  it('is refused to a manager and an administrator, who have none', async () => {
    for (const username of ['manajer', 'admin']) expect((await own(username)).status).toBe(403)
  })

  it('covers the last ninety days unless another period is asked for [O11]', async () => {
    await visits(2, 'p1', '1', addDays(DATE, -89))
    await visits(4, 'p1', '1', addDays(DATE, -90))
    expect((await own('petugas1')).body).toMatchObject({ from: addDays(DATE, -89), to: DATE, record: { called: 2 } })
    expect((await own('petugas1', `?from=${addDays(DATE, -90)}`)).body.record.called).toBe(6)
  })
})
