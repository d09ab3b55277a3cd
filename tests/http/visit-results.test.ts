import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DAY } from '../../shared/kit/time.ts'
import { counterPath, MORNING, surveyAt, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let officer: Visitor
beforeEach(async () => {
  app = await testApp()
  officer = await app.as('petugas1')
  await officer.post(counterPath('1', 'open'), { services: ['ktp-el', 'legalisir'] })
})
afterEach(() => app.close())

const NOTE = 'Akta asli milik Budi belum dibawa'
const refused = { kind: 'refused', reason: 'dataDiffers', note: NOTE }
const lacking = { kind: 'papersMissing', papers: ['Kartu Keluarga asli', 'KTP Budi'] }

async function called(serviceId = 'ktp-el') {
  const kiosk = await app.device('kiosk')
  const { ticket, token } = (await kiosk.post(TICKETS, { serviceId })).body
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  return { ticket, token }
}

/** Serves somebody and ends the visit like this. */
async function ended(result: object | undefined, headers = {}) {
  const visit = await called()
  const answer = await officer.post(counterPath('1', 'finish'), result ? { result } : {}, headers)
  expect(answer.status).toBe(200)
  await app.settled()
  return visit
}

const told = async (token: string) => (await app.visitor().get(`/api/tickets/${token}`)).body
const page = async (token: string) => (await app.visitor().get(`/t/${token}`)).text
const applications = async () => (await officer.get('/api/offices/samarinda/applications')).body.applications
const journal = async () => {
  const { date } = await app.days.today('samarinda')
  return app.db.journal.read('samarinda', date)
}
const papersOf = async () => (await app.visitor().get('/api/offices/samarinda')).body

describe('the end of a visit', () => {
  it('opens a document only where it was complete [P1 D24]', async () => {
    for (const result of [{ kind: 'advice' }, refused, lacking]) await ended(result)
    expect(await applications()).toEqual([])
    const { ticket } = await ended(undefined)
    expect((await applications()).map((a: { number: string }) => a.number)).toEqual([ticket.number])
  })

  it('is said by the press that calls the next one too [D24]', async () => {
    const { token } = await called()
    await (await app.device('kiosk')).post(TICKETS, { serviceId: 'ktp-el' })
    expect((await officer.post(counterPath('1', 'call-next'), { result: { kind: 'advice' } })).status).toBe(200)
    await app.settled()
    expect(await applications()).toEqual([])
    expect((await told(token)).result).toEqual({ kind: 'advice' })
  })

  it('tells the holder which papers were missing and how to book again, and no link that only looks [D25]', async () => {
    const { token } = await ended({
      ...lacking,
      papers: [(await papersOf()).office.services[0].requirements[0].name[0]],
    })
    const { result, sharePath } = await told(token)
    expect(result.kind).toBe('papersMissing')
    const text = await page(token)
    expect(text).toContain('Berkas belum lengkap')
    expect(text).toContain(result.papers[0][0])
    expect(text).toContain('/b/samarinda/ktp-el')
    expect((await told(sharePath.slice(3))).result).toBeNull()
  })

  it('writes no words but those of the lists of the office: another paper is just that [R1 D25]', async () => {
    const { token } = await ended(lacking)
    expect((await told(token)).result.papers).toContainEqual([
      'Berkas lain yang disebutkan petugas',
      'Another paper, as the officer said',
    ])
    expect(JSON.stringify(await journal())).not.toContain('Budi')
  })

  it('invites to the survey however it ended [D24]', async () => {
    for (const result of [refused, lacking, { kind: 'advice' }]) {
      const { token } = await ended(result)
      const survey = await surveyAt(app, '1')
      expect((await app.visitor().get(survey)).status).toBe(200)
      expect((await told(token)).survey.state).toBe('open')
    }
  })

  it('is done once when the same press comes again, with the note that it said first [J3 D26]', async () => {
    const key = { 'idempotency-key': 'press-1' }
    const { token } = await ended(refused, key)
    expect((await officer.post(counterPath('1', 'finish'), { result: refused }, key)).status).toBe(200)
    const other = { ...refused, note: 'Sesuatu yang lain' }
    const again = await officer.post(counterPath('1', 'finish'), { result: other }, key)
    expect([again.status, again.body.error.code]).toEqual([409, 'COMMAND_ID_REUSED'])
    expect((await told(token)).result.note).toBe(NOTE)
  })
})

describe('the note of a refusal', () => {
  it('is told to the holder, sealed in its table and in no event, and gone two days later [R1 R5 D26]', async () => {
    const { token } = await ended(refused)
    expect((await told(token)).result).toEqual(refused)
    expect(await page(token)).toContain(NOTE)
    const rows = await app.db.kysely.selectFrom('notes').selectAll().execute()
    expect(rows).toHaveLength(1)
    expect(JSON.stringify([rows, await journal()])).not.toContain('Budi')
    app.clock.now = MORNING + 3 * DAY
    await app.retain()
    expect((await told(token)).result).toEqual({ ...refused, note: null })
    expect(await app.db.kysely.selectFrom('notes').selectAll().execute()).toEqual([])
  })
})
