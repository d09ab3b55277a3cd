import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { DATE } from '../helpers/entries.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

let app: TestApp
beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock(DATE, '11:00', 'WITA')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

describe('an officer who forgot to finish a visit', () => {
  it('marks it, sees the time leave every figure while the visit stays, and takes it back [O160] [O161] [O201]', async () => {
    await surveyed(app.db).visits(11, 'p1', '1')
    const officer = await app.as('petugas1')
    const unit = async () =>
      (await (await app.as('manajer')).get('/api/offices/samarinda/figures')).body.officers[0] as object
    const own = async () => (await officer.get('/api/me/record')).body.record as object
    const { visits, until } = (await officer.get(`/api/me/visits?date=${DATE}`)).body
    expect([visits.length, until, visits[3].mark]).toEqual([11, '2026-06-16', null])
    const path = `/api/me/visits/${DATE}/${visits[3].seq}/clock`
    const marked = await officer.post(path, { reason: 'lateFinish' })
    expect([marked.status, marked.body.mark.reason]).toEqual([201, 'lateFinish'])
    expect(await own()).toMatchObject({ served: 11, unclocked: 1, serve: { n: 10 }, standard: { n: 10 } })
    expect(await unit()).toMatchObject({ served: 11, unclocked: 1, serve: { n: 10 } })
    const thread = async () => (await officer.get('/api/me/feedback')).body.messages as { kind: string; text: string }[]
    await officer.post(path, { reason: 'lateFinish' })
    expect(await thread()).toMatchObject([{ kind: 'system', author: null, about: { kind: 'day', ref: DATE } }])
    const seen = (await officer.get(`/api/me/visits?date=${DATE}`)).body.visits[3].mark
    expect((await officer.post(`/api/me/clock-marks/${seen.id}/take-back`)).status).toBe(200)
    expect(await own()).toMatchObject({ unclocked: 0, serve: { n: 11 } })
    await officer.post(`/api/me/clock-marks/${seen.id}/take-back`)
    expect((await thread()).map(m => m.text.slice(0, 16)).sort()).toEqual(['Jam satu kunjung', 'Tanda jam salah '])
  })

  it('marks no visit of a colleague, none twice, none with an unknown reason and none after the seventh day [O160] [O161]', async () => {
    await surveyed(app.db).visits(1, 'p2', '2')
    const [mine, other] = [await app.as('petugas2'), await app.as('petugas1')]
    const path = `/api/me/visits/${DATE}/1/clock`
    const code = async (who: typeof mine, body: object, at = path) => (await who.post(at, body)).body.error?.code
    expect(await code(other, { reason: 'early' })).toBe('NOT_FOUND')
    expect(await code(mine, { reason: 'lain' })).toBe('BAD_REQUEST')
    expect(await code(mine, { reason: 'early' }, `/api/me/visits/${DATE}/99/clock`)).toBe('NOT_FOUND')
    app.clock.now = atClock(addDays(DATE, 8), '08:00', 'WITA')
    const [late, early] = [await app.as('petugas2'), { reason: 'early' }]
    expect(await code(late, early)).toBe('MARK_LATE')
    app.clock.now = atClock(addDays(DATE, 7), '08:00', 'WITA')
    expect(await code(late, early)).toBeUndefined()
    expect(await code(late, early)).toBe('MARKED_ALREADY')
  })
})
