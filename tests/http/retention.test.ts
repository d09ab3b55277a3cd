import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createRetention } from '../../server/services/retention/retention.ts'
import { DAY } from '../../shared/kit/time.ts'
import { counterPath, MORNING, testApp, TICKETS, type TestApp } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
let app: TestApp
beforeEach(async () => {
  app = await testApp()
})
afterEach(() => app.close())

/** Two people booked for today, were served, and wait for a document. */
async function twoDocuments() {
  const kiosk = await app.device('kiosk')
  const officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'))
  for (const phone of ['0800-0000-0001', '0800-0000-0002']) {
    const wish = { serviceId: 'ktp-el', slotId: '2026-06-09T10:00', contact: { phone } }
    const { token } = (await app.visitor().post(`${OFFICE}/bookings`, wish)).body
    app.clock.now = MORNING + 20 * 60_000
    expect((await kiosk.post(`${OFFICE}/check-in`, { token })).status).toBe(200)
    app.clock.now = MORNING
  }
  app.clock.now = MORNING + 31 * 60_000
  for (const act of ['call-next', 'finish', 'call-next', 'finish']) await officer.post(counterPath('1', act))
  await app.settled()
  const { applications } = (await officer.get(`${OFFICE}/applications`)).body as { applications: { id: string }[] }
  expect(applications).toHaveLength(2)
  expect((await officer.post(TICKETS, { serviceId: 'ktp-el' })).status).toBe(201)
  for (const to of ['processing', 'ready', 'handedOver'])
    await officer.post(`${OFFICE}/applications/${applications[0]!.id}/advance`, { to })
}

const count = async (table: 'holders' | 'claims') =>
  (await app.db.kysely.selectFrom(table).selectAll().execute()).length

describe('whoever waits for a document', () => {
  it('is kept until it is handed over, for sixty days at most; the hashes of persons go after two [R6]', async () => {
    await twoDocuments()
    const left = async (days: number) => {
      app.clock.now = MORNING + days * DAY
      await app.retain()
      return [await count('holders'), await count('claims')]
    }
    expect(await left(2)).toEqual([2, 2])
    expect(await left(3)).toEqual([1, 0])
    expect(await left(60)).toEqual([1, 0])
    expect(await left(61)).toEqual([0, 0])
  })
})

describe('where one office has its midnight before another', () => {
  it('erases by the earliest of their days [R6]', async () => {
    const days: Record<string, string> = { jayapura: '2026-06-10', samarinda: '2026-06-09' }
    const offices = { all: () => Object.keys(days).map(id => ({ id })), today: (id: string) => days[id]! }
    const swept: string[] = []
    const retain = createRetention({
      db: app.db,
      offices: offices as never,
      uploads: { sweep: async (today: string) => (swept.push(today), 0) } as never,
      messages: { forget: async () => undefined } as never,
    })
    expect((await retain()).before).toBe('2026-06-07')
    expect(swept).toEqual(['2026-06-09'])
  })
})
