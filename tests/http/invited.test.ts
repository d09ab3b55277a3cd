import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { SECOND } from '../../shared/kit/time.ts'
import { nine } from '../helpers/surveyed.ts'
import { counterPath, surveyAt, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let officer: Visitor
let kiosk: Visitor
beforeEach(async () => {
  app = await testApp()
  officer = await app.as('petugas1')
  kiosk = await app.device('kiosk')
  const admin = await app.as('admin')
  expect((await admin.patch('/api/offices/samarinda/settings', { inviteOneIn: 3 })).status).toBe(200)
  await officer.post(counterPath('1', 'open'))
})
afterEach(() => app.close())

async function finished(): Promise<string> {
  app.clock.now += 30 * SECOND
  await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
  await officer.post(counterPath('1', 'call-next'))
  expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
  return surveyAt(app, '1')
}
const drawn = async () =>
  (await app.db.kysely.selectFrom('invitations').select(['ticket_id', 'chosen']).orderBy('ticket_id').execute()).map(
    row => [row.ticket_id, row.chosen] as const,
  )

describe('one in three visits', () => {
  it('is invited to the nine questions, everybody to the rating, and who is not drawn is refused what they were not asked [S54]', async () => {
    const asked: boolean[] = []
    for (let i = 0; i < 24; i++) {
      const survey = await finished()
      const { questions } = (await app.visitor().get(survey)).body
      asked.push(questions)
      expect((await app.visitor().post(`${survey}/rating`, { rating: 4 })).status).toBe(201)
      const answer = await app.visitor().post(`${survey}/answers`, { answers: nine(3) })
      expect([answer.status, answer.body.error?.code]).toEqual(
        questions ? [201, undefined] : [403, 'SURVEY_NOT_CHOSEN'],
      )
    }
    const chosen = asked.filter(one => one).length
    expect(chosen).toBeGreaterThan(1)
    expect(chosen).toBeLessThan(18)
    expect((await drawn()).filter(([, one]) => one === 1)).toHaveLength(chosen)
  })

  it('is the same one after an end that was undone and done again [S54]', async () => {
    for (let i = 0; i < 12; i++) {
      await finished()
      const before = await drawn()
      expect((await officer.post(counterPath('1', 'undo'))).status).toBe(200)
      expect((await drawn()).length).toBe(before.length - 1)
      app.clock.now += SECOND
      await officer.post(counterPath('1', 'finish'))
      expect(await drawn()).toEqual(before)
    }
  })
})
