import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Outgoing } from '../../server/services/messages/messages.ts'
import { atClock, MINUTE, SECOND } from '../../shared/kit/time.ts'
import { SECRET } from '../helpers/outbox.ts'
import { nine } from '../helpers/surveyed.ts'
import { office, OFFICE } from '../helpers/told-office.ts'
import { counterPath, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const env = {
  ...{ GATEWAY_URL: 'https://gateway.example/send', GATEWAY_SECRET: SECRET },
  PUBLIC_URL: 'https://antre.example',
}

const key = randomBytes(32)
const options = () => ({
  ...{ env, key },
  gateways: { whatsapp: { send: async (message: Outgoing) => (sent.push(message), { ok: true } as const) } },
})

let app: TestApp
let officer: Visitor
let desk: Visitor
let sent: Outgoing[]
beforeEach(async () => {
  sent = []
  app = await testApp(options())
  app.clock.now = atClock('2026-06-09', '09:55', 'WITA')
  await office(app, { proof: 'never' }, { surveyMessage: true })
  officer = await app.as('petugas1')
  desk = await app.as('meja')
  await officer.post(counterPath('1', 'open'))
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** A booking whose holder has a phone, and may have chosen a road, served to its end. */
async function served(n: number, contact: object = { channel: 'whatsapp' }): Promise<string> {
  const { body } = await app.visitor().get(`${OFFICE}/services/ktp-el/slots`)
  const slot = (body.slots as { id: string; start: number; free: number }[]).find(s => s.free > 0)!
  const phone = `0800-0000-00${10 + n}`
  const booked = await app
    .visitor()
    .post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId: slot.id, contact: { phone, ...contact } })
  expect(booked.status).toBe(201)
  const { ticket } = (await app.visitor().get(`/api/tickets/${booked.body.token}`)).body
  app.clock.now = Math.max(app.clock.now, slot.start)
  const came = await desk.post(`${OFFICE}/check-in`, { number: ticket.number })
  expect([came.status, came.text]).toEqual([200, came.text])
  expect((await officer.post(counterPath('1', 'call-next'))).status).toBe(200)
  expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
  return booked.body.token as string
}

/** What has come to phones about the survey, after some time. */
async function asked(ms: number): Promise<readonly string[]> {
  await app.settled()
  app.clock.now += ms
  await app.messages.deliverDue(app.clock.now)
  return sent.filter(m => m.kind === 'survey').map(m => m.text)
}
const linkIn = (text: string) => /https:\/\/antre\.example\/s\/(\S+)$/.exec(text)![1]!
const roads = async () =>
  (await app.db.kysely.selectFrom('invitations').select('channel').execute()).map(row => row.channel)

describe('a visit that has ended', () => {
  it('brings its holder the link of the survey ten minutes later, once, and an answer by it says so [S73]', async () => {
    await served(1)
    expect(await asked(10 * MINUTE - SECOND)).toEqual([])
    expect(await roads()).toEqual([null])
    const [text] = await asked(SECOND)
    expect(text).toMatch(/^Terima kasih sudah datang untuk KTP-el\. Bagaimana layanan kami\?/)
    expect(await roads()).toEqual(['link'])
    expect(await asked(60 * MINUTE)).toHaveLength(1)
    const survey = `/api/surveys/${linkIn(text!)}`
    expect((await app.visitor().get(survey)).body).toMatchObject({ state: 'open', questions: true })
    expect((await app.visitor().post(`${survey}/answers`, { answers: nine(3) })).status).toBe(201)
    const rows = await app.db.kysely.selectFrom('skm_answers').select('channel').execute()
    expect(rows).toEqual([{ channel: 'link' }])
  })

  it('is asked by nobody where it was answered meanwhile, by no other road is the answer one by the link [S73]', async () => {
    const token = await served(1)
    const own = (await app.visitor().get(`/api/tickets/${token}`)).body
    const survey = `/api/surveys/${own.survey.path.slice(3)}`
    expect((await app.visitor().post(`${survey}/rating`, { rating: 4 })).status).toBe(201)
    expect(await asked(10 * MINUTE)).toEqual([])
    await served(2)
    expect(await asked(10 * MINUTE)).toHaveLength(1)
    expect((await app.visitor().post(`${survey}/answers`, { answers: nine(3) })).status).toBe(201)
    expect(await app.db.kysely.selectFrom('skm_answers').select('channel').execute()).toEqual([{ channel: 'phone' }])
  })

  it('is asked once after an end that was taken back and done again, and not at all while it goes on [S73]', async () => {
    await served(1)
    await app.settled()
    expect((await officer.post(counterPath('1', 'undo'))).status).toBe(200)
    expect(await asked(11 * MINUTE)).toEqual([])
    expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
    expect(await asked(11 * MINUTE)).toHaveLength(1)
    await served(2)
    await app.settled()
    expect((await officer.post(counterPath('1', 'undo'))).status).toBe(200)
    app.clock.now += SECOND
    expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
    expect(await asked(11 * MINUTE)).toHaveLength(2)
  })

  it('is asked once though the program died before it noted that it had followed the end, and starts again [S73]', async () => {
    await served(1)
    await app.settled()
    await app.db.kysely.deleteFrom('followers').where('follower', '=', 'surveyLink').execute()
    const again = await testApp({ ...options(), db: app.db, now: () => app.clock.now })
    await again.settled()
    app.clock.now += 10 * MINUTE
    await again.messages.deliverDue(app.clock.now)
    await again.messages.deliverDue(app.clock.now)
    expect(sent.filter(m => m.kind === 'survey')).toHaveLength(1)
    expect(again.failures).toEqual([])
  })

  it('brings nothing to whoever chose no messages, or was not drawn for the nine questions, or where the office sends none [S73]', async () => {
    await served(1, {})
    await served(2)
    await app.settled()
    await app.db.kysely.updateTable('invitations').set({ chosen: 0 }).execute()
    expect(await asked(11 * MINUTE)).toEqual([])
    await office(app, {}, { surveyMessage: false })
    await served(3)
    await app.settled()
    await office(app, {}, { surveyMessage: true })
    expect(await asked(11 * MINUTE)).toEqual([])
  })
})

it('says where the number is given, and on the page of the ticket, that the link comes [S73] [M15]', async () => {
  const form = '/b/samarinda/ktp-el/data?slot=2026-06-09T11:00'
  expect((await app.visitor().get(form)).text).toContain('tautan survei sesudahnya')
  const told = async () => {
    const contact = { phone: '0800-0000-0099', channel: 'whatsapp' }
    const answer = await app
      .visitor()
      .post(`${OFFICE}/bookings`, { serviceId: 'ktp-el', slotId: '2026-06-09T13:00', contact })
    return (await app.visitor().get(`/t/${answer.body.token}`)).text
  }
  expect(await told()).toContain('saat dipanggil, lalu tautan survei setelah selesai')
  await office(app, {}, { surveyMessage: false })
  expect((await app.visitor().get(form)).text).not.toContain('tautan survei')
})
