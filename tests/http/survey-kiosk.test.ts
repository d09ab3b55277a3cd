import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nine } from '../helpers/surveyed.ts'
import { counterPath, surveyAt, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'
import { DAY } from '../../shared/kit/time.ts'

let app: TestApp
let officer: Visitor
let kiosk: Visitor
beforeEach(async () => {
  app = await testApp()
  officer = await app.as('petugas1')
  kiosk = await app.device('kiosk')
  await officer.post(counterPath('1', 'open'))
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** A visit that was served: the link on its paper, and its survey. */
async function served() {
  const { token } = (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body as { token: string }
  await officer.post(counterPath('1', 'call-next'))
  const before = await kiosk.get(`/api/tickets/${token}`)
  await officer.post(counterPath('1', 'finish'))
  return { token, before: before.body, survey: await surveyAt(app, '1') }
}

describe('a kiosk', () => {
  it('asks of a visit by the code on its paper once it has ended, and its answers are of a kiosk and of a device of the office [S15] [S47] [S51]', async () => {
    const { token, before, survey } = await served()
    expect(before.survey).toBeNull()
    const { path } = (await kiosk.get(`/api/tickets/${token}`)).body.survey
    expect(`/api/surveys/${path.slice('/s/'.length)}`).toBe(survey)
    const rated = await kiosk.post(`${survey}/rating`, { rating: 4 })
    expect([rated.status, rated.body]).toEqual([201, { ok: true }])
    expect((await kiosk.post(`${survey}/answers`, { answers: nine(3) })).status).toBe(201)
    expect((await kiosk.post(`${survey}/answers`, { answers: nine(4) })).body.error.code).toBe('SURVEY_USED')
    const answers = await app.db.kysely.selectFrom('skm_answers').select('channel').execute()
    expect(answers).toEqual([{ channel: 'kiosk' }])
    const traces = await app.db.kysely.selectFrom('answer_traces').select(['channel', 'device_class']).execute()
    expect(traces).toEqual([{ channel: 'kiosk', device_class: 'office' }])
  })

  it('asks of no visit of another day, which the link itself still answers [S15]', async () => {
    const { survey } = await served()
    app.clock.now += DAY
    expect((await kiosk.get(survey)).body.error.code).toBe('SURVEY_NOT_HERE')
    expect((await kiosk.post(`${survey}/rating`, { rating: 4 })).body.error.code).toBe('SURVEY_NOT_HERE')
    expect((await kiosk.post(`${survey}/answers`, { answers: nine(3) })).body.error.code).toBe('SURVEY_NOT_HERE')
    expect((await app.visitor().post(`${survey}/rating`, { rating: 4 })).status).toBe(201)
  })
})
