import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { surveyState } from '../../server/services/survey/surveys.ts'
import type { Invitation } from '../../server/store/surveys.ts'
import { atClock, DAY, HOUR, MINUTE } from '../../shared/kit/time.ts'
import { ratingDays, tallySkm } from '../../server/store/survey-sums.ts'
import { addedUp } from '../../shared/survey/mean-interval.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let officer: Visitor
let kiosk: Visitor
let tablet: Visitor
beforeEach(async () => {
  app = await testApp()
  officer = await app.as('petugas1')
  kiosk = await app.device('kiosk')
  tablet = await app.device('tablet')
  await officer.post(counterPath('1', 'open'))
})
afterEach(() => app.close())

/** One served visit: the ticket's link and the survey's. */
async function served() {
  app.clock.now += 1000
  const { token } = (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body
  await officer.post(counterPath('1', 'call-next'))
  await officer.post(counterPath('1', 'start'))
  await officer.post(counterPath('1', 'finish'))
  const { path } = (await tablet.get(counterPath('1', 'survey'))).body as { path: string }
  return { token: token as string, survey: `/api/surveys/${path.slice(3)}` }
}

const all = { office: 'samarinda', from: '2026-01-01', to: '2026-12-31' }

describe('the survey of a visit', () => {
  it('is reached from the ticket’s own link only after the visit [S1]', async () => {
    const waiting = (await kiosk.post(TICKETS, { serviceId: 'ktp-el' })).body.token
    expect((await app.visitor().get(`/api/tickets/${waiting}`)).body.survey).toBeNull()
    const { survey } = await served()
    const { body } = await app.visitor().get(`/api/tickets/${waiting}`)
    expect(body.survey.path.slice(3)).toBe(survey.split('/').at(-1))
    expect((await app.visitor().get(survey)).body).toMatchObject({ state: 'open', free: true })
  })

  it('keeps one rating, whoever taps again [S2]', async () => {
    const { survey } = await served()
    const holder = app.visitor()
    const key = { 'idempotency-key': 'tap' }
    expect((await holder.post(`${survey}/rating`, { rating: 4 }, key)).status).toBe(201)
    expect((await holder.post(`${survey}/rating`, { rating: 4 }, key)).status).toBe(201)
    expect((await holder.post(`${survey}/rating`, { rating: 1 }, key)).body.error.code).toBe('SURVEY_USED')
    expect((await holder.post(`${survey}/rating`, { rating: 1 })).body.error.code).toBe('SURVEY_USED')
    const racing = await served()
    const taps = await Promise.all([1, 2, 3, 4, 4].map(rating => holder.post(`${racing.survey}/rating`, { rating })))
    expect(taps.map(t => t.status).sort()).toEqual([201, 409, 409, 409, 409])
    const counts = addedUp(await ratingDays(app.db, { ...all }))
    expect(counts.reduce((a, b) => a + b)).toBe(2)
  })

  it('keeps by which road each answer came: own phone, or tablet [S47]', async () => {
    const send = { answers: { waktu: 4 } }
    const [phone, counter] = [await served(), await served()]
    expect((await app.visitor().post(`${phone.survey}/answers`, send)).status).toBe(201)
    expect((await tablet.post(`${counter.survey}/answers`, send)).status).toBe(201)
    const rows = await app.db.kysely.selectFrom('skm_answers').select('channel').orderBy('channel').execute()
    expect(rows.map(row => row.channel)).toEqual(['phone', 'tablet'])
    const traces = await app.db.kysely.selectFrom('answer_traces').select('channel').orderBy('channel').execute()
    expect(traces.map(row => row.channel)).toEqual(['phone', 'tablet'])
  })

  it('takes the nine answers once, with Biaya 4 for a free service and missing answers left out [S8]', async () => {
    const { survey } = await served()
    const answers = { persyaratan: 3, waktu: 2, biaya: 1 }
    expect((await app.visitor().post(`${survey}/answers`, { answers, suggestion: 'Kursi ditambah' })).status).toBe(201)
    expect((await app.visitor().post(`${survey}/answers`, { answers })).body.error.code).toBe('SURVEY_USED')
    const tally = await tallySkm(app.db, all)
    expect(tally.unsur.biaya).toEqual({ n: 1, sum: 4 })
    expect(tally.unsur.persyaratan).toEqual({ n: 1, sum: 3 })
    expect(tally.unsur.sarana?.n ?? 0).toBe(0)
  })

  it('keeps a suggestion without the signs that nobody sees, and answers an address that has one as none [S2]', async () => {
    const { survey } = await served()
    const send = { answers: { waktu: 3 }, suggestion: 'Kursi\u0000 \u202editambah' }
    expect((await app.visitor().post(`${survey}/answers`, send)).status).toBe(201)
    const rows = await app.db.kysely.selectFrom('skm_answers').select('suggestion').execute()
    expect(rows).toEqual([{ suggestion: 'Kursi ditambah' }])
    for (const path of ['/survei/%00', '/ikm/samarinda/2026-Q1%00', '/t/%00', '/api/offices/%00/ikm'])
      expect((await app.visitor().get(path)).status, path).toBe(404)
  })

  it('takes a profile from the closed lists alone, each item left out at will [S85]', async () => {
    const { survey } = await served()
    const send = (profile: object) => app.visitor().post(`${survey}/answers`, { answers: { waktu: 4 }, profile })
    for (const bad of [{ sex: 'X' }, { age: '34' }, { work: 'LAINNYA (petani)' }, { name: 'Sari' }, { sex: '' }])
      expect([bad, (await send(bad)).body.error.code]).toEqual([bad, 'BAD_REQUEST'])
    expect((await send({ age: '60+', work: 'LAINNYA' })).status).toBe(201)
    const rows = await app.db.kysely.selectFrom('skm_profiles').selectAll().execute()
    expect(rows).toMatchObject([{ date: '2026-06-01', sex: null, age_group: '60+', education: null, work: 'LAINNYA' }])
  })

  it('writes no Biaya into a sheet without answers, whether or not the form stated it [S8]', async () => {
    for (const answers of [{}, { biaya: 4 }]) {
      const { survey } = await served()
      expect((await app.visitor().post(`${survey}/answers`, { answers, suggestion: 'Kursi ditambah' })).status).toBe(
        201,
      )
    }
    expect(await tallySkm(app.db, all)).toEqual({ n: 0, unsur: {} })
  })

  it('closes after a week', async () => {
    const { survey } = await served()
    app.clock.now += 8 * DAY
    expect((await app.visitor().get(survey)).body.state).toBe('expired')
    expect((await app.visitor().post(`${survey}/rating`, { rating: 4 })).status).toBe(410)
  })

  it('is open for 72 hours to the instant, and tells until when [S1]', async () => {
    const { survey } = await served()
    const phone = app.visitor()
    const before = (await phone.get(survey)).body
    expect(before.until - app.clock.now).toBe(72 * HOUR)
    app.clock.now = before.until - 1
    expect((await phone.get(survey)).body.state).toBe('open')
    expect((await phone.post(`${survey}/rating`, { rating: 4 })).status).toBe(201)
    app.clock.now += 1
    expect((await phone.get(survey)).body.state).toBe('expired')
    expect((await phone.post(`${survey}/answers`, { answers: { waktu: 4 } })).body.error.code).toBe('SURVEY_EXPIRED')
  })

  it('is open for as long as the office sets, between a day and seven [S1]', async () => {
    const { survey } = await served()
    const chief = await app.as('admin')
    const set = (answerHours: number) => chief.patch('/api/offices/samarinda/settings', { answerHours })
    for (const hours of [23, 169]) expect((await set(hours)).status).toBe(400)
    expect((await set(24)).status).toBe(200)
    app.clock.now += DAY
    expect((await app.visitor().get(survey)).body.state).toBe('expired')
    expect((await (await app.as('admin')).patch('/api/offices/samarinda/settings', { answerHours: 168 })).status).toBe(
      200,
    )
    expect((await app.visitor().get(survey)).body.state).toBe('open')
  })

  it('of a visit that was finished after its day is open as long as those of that day, not longer [S1]', () => {
    const zone = 'WITA'
    const at = (date: string, clock: string) => atClock(date, clock, zone)
    const invited = { date: '2026-06-09', mintedAt: at('2026-06-10', '09:00'), rated: false, answered: false }
    const state = (now: number) => surveyState(invited as Invitation, now, { zone, answerHours: 168 })
    expect(state(at('2026-06-16', '23:59'))).toBe('open')
    expect(state(at('2026-06-17', '00:00'))).toBe('expired')
  })

  it.each([
    { rating: 0 },
    { rating: 5 },
    { rating: '4' },
    { rating: 4, officer: 'p1' },
    { rating: 2, reasons: ['jahat'] },
  ])('refuses %j', async body => {
    const { survey } = await served()
    expect((await app.visitor().post(`${survey}/rating`, body)).status).toBe(400)
  })

  it('is not reached without a served visit [S1]', async () => {
    const ticket = (await officer.post(TICKETS, { serviceId: 'ktp-el' })).body
    await officer.post(counterPath('1', 'call-next'))
    app.clock.now += MINUTE
    await officer.post(counterPath('1', 'skip'))
    expect((await app.visitor().get(`/api/surveys/${ticket.token}`)).status).toBe(404)
    expect((await tablet.get(counterPath('1', 'survey'))).body.path).toBeNull()
  })

  it('says nothing of counter or officer, and stores no link from an answer to a ticket, only bands [O70]', async () => {
    const { survey } = await served()
    const view = await app.visitor().get(survey)
    expect(view.text).not.toMatch(/p1|petugas|counter|officer/i)
    await app.visitor().post(`${survey}/rating`, { rating: 1, reasons: ['slow'] })
    const [row] = await app.db.kysely.selectFrom('ratings').selectAll().execute()
    expect(row).toMatchObject({ channel: 'datang', hour: 'pagi', wait: '0-15', left_out: null })
    expect(Object.keys(row!).sort()).toEqual([
      ...['channel', 'counter_id', 'date', 'hour', 'id', 'left_out', 'left_out_by'],
      ...['office', 'officer_id', 'rating', 'reasons', 'service_id', 'wait'],
    ])
  })

  it('does not offer a visit to the person who stands at the counter after it [S5]', async () => {
    await served()
    await officer.post(TICKETS, { serviceId: 'ktp-el' })
    await officer.post(counterPath('1', 'call-next'))
    const said = async () => (await tablet.get(counterPath('1', 'survey'))).body
    expect(await said()).toMatchObject({ path: null, serving: false })
    // From the start on, what the one before began to fill in goes too.
    await officer.post(counterPath('1', 'start'))
    expect(await said()).toMatchObject({ path: null, serving: true })
  })

  it('changes a rating for a minute by whoever gave it, and counts the visit once, by the later one [S2]', async () => {
    const { survey } = await served()
    const phone = app.visitor()
    const key = 'first-tap-of-the-visit-1'
    const rate = (body: object, own: string) => phone.post(`${survey}/rating`, body, { 'idempotency-key': own })
    const stored = () => app.db.kysely.selectFrom('ratings').select(['rating', 'reasons']).execute()
    const { change } = (await rate({ rating: 1 }, key)).body as { change: string }
    // A repeat is the same rating, and gives no second minute.
    expect((await rate({ rating: 1 }, key)).body).toEqual({ ok: true })
    const instead = { key, rating: 1, change }
    expect(
      (await rate({ rating: 4, instead: { ...instead, key: 'a-key-that-was-guessed-1' } }, 'k-of-another-1')).status,
    ).toBe(409)
    expect((await rate({ rating: 4, instead }, 'second-tap-of-the-visit')).status).toBe(201)
    expect((await rate({ rating: 4, instead }, 'second-tap-of-the-visit')).status).toBe(201)
    expect(await stored()).toEqual([{ rating: 4, reasons: '[]' }])
    expect((await rate({ rating: 2, instead }, 'third-tap-of-the-visit-1')).status).toBe(409)
    app.clock.now += 60_000
    const again = { key: 'second-tap-of-the-visit', rating: 4, change }
    expect((await rate({ rating: 2, instead: again }, 'third-tap-of-the-visit-1')).status).toBe(409)
    // Its answer was lost on the way: the repeat is told that it counted.
    expect((await rate({ rating: 4, instead }, 'second-tap-of-the-visit')).status).toBe(201)
    expect(await stored()).toEqual([{ rating: 4, reasons: '[]' }])
  })

  it('tells whose visit goes on once more to come again, and takes the rating after its new end [S1 S2]', async () => {
    const { survey } = await served()
    const officer = await app.as('petugas1')
    expect((await officer.post(counterPath('1', 'undo'))).status).toBe(200)
    const key = { 'idempotency-key': 'tap-before-the-new-end-1' }
    const early = await app.visitor().post(`${survey}/rating`, { rating: 3 }, key)
    expect([early.status, early.body.error.code]).toEqual([409, 'TICKET_STATE'])
    expect((await officer.post(counterPath('1', 'finish'))).status).toBe(200)
    expect((await app.visitor().post(`${survey}/rating`, { rating: 3 }, key)).status).toBe(201)
  })

  it('lets nobody change on the tablet what was tapped there, for others stand before it next [S2 S5]', async () => {
    const { survey } = await served()
    const answer = await tablet.post(`${survey}/rating`, { rating: 1 })
    expect([answer.status, answer.body]).toEqual([201, { ok: true }])
  })

  it('lets a visit go from the tablet two minutes after its end, also from one that is loaded anew; its own link stays [S5]', async () => {
    const { survey } = await served()
    app.clock.now += 2 * 60_000 - 1
    expect((await tablet.get(counterPath('1', 'survey'))).body.path).not.toBeNull()
    app.clock.now += 1
    expect((await tablet.get(counterPath('1', 'survey'))).body.path).toBeNull()
    expect((await app.visitor().post(`${survey}/rating`, { rating: 4 })).status).toBe(201)
  })

  it('offers the last visit of a counter to its own tablet', async () => {
    const { survey } = await served()
    const offered = (await tablet.get(counterPath('1', 'survey'))).body
    expect(offered).toEqual({ path: `/s/${survey.split('/').at(-1)}`, number: 'A-001', serving: false })
    await app.visitor().post(`${survey}/rating`, { rating: 4 })
    expect((await tablet.get(counterPath('1', 'survey'))).body.path).toBeNull()
  })
})

describe('a rating', () => {
  it('is left out of every score where its service was closed while it was served [O71]', async () => {
    const chief = await app.as('manajer')
    const service = `/api/offices/samarinda/services/ktp-el`
    await kiosk.post(TICKETS, { serviceId: 'ktp-el' })
    await officer.post(counterPath('1', 'call-next'))
    await officer.post(counterPath('1', 'start'))
    app.clock.now += MINUTE
    expect((await chief.post(`${service}/close`, { reason: 'systemDown' })).status).toBeLessThan(300)
    app.clock.now += MINUTE
    await officer.post(counterPath('1', 'finish'))
    await app.settled()
    const { path } = (await tablet.get(counterPath('1', 'survey'))).body as { path: string }
    await app.visitor().post(`/api/surveys/${path.slice(3)}/rating`, { rating: 1 })
    const rows = await app.db.kysely.selectFrom('ratings').select('left_out').execute()
    expect(rows).toEqual([{ left_out: 'outage' }])
  })

  it('stays in every score though its officer marked the clock of the visit as wrong before it came [O343]', async () => {
    const { survey } = await served()
    const [visit] = (await app.db.kysely.selectFrom('visits').select(['date', 'seq']).execute()) as {
      date: string
      seq: number
    }[]
    const marked = await officer.post(`/api/me/visits/${visit!.date}/${visit!.seq}/clock`, { reason: 'lateFinish' })
    expect(marked.status).toBe(201)
    expect((await app.visitor().post(`${survey}/rating`, { rating: 1 })).status).toBe(201)
    const rows = await app.db.kysely.selectFrom('ratings').select('left_out').execute()
    expect(rows).toEqual([{ left_out: null }])
  })
})
