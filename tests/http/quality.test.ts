import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import type { OwnScores } from '../../shared/officer/score/told.ts'
import type { IkmView, RatingsView } from '../../shared/survey/quality.ts'
import { DATE } from '../helpers/entries.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type TestApp } from '../helpers/test-app.ts'

const IKM = '/api/offices/samarinda/ikm'
const RATINGS = '/api/offices/samarinda/ratings'
/** A day of the first quarter, which is closed and settled on the day of the tests in June. */
const WINTER = '2026-02-10'
const Q1 = 'period=2026-Q1'

let app: TestApp
let said: ReturnType<typeof surveyed>

beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock(DATE, '11:00', 'WITA')
  said = surveyed(app.db)
})

afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

async function signIn(username: string) {
  const who = await app.as(username)
  return async <T>(path: string) => {
    const { status, body } = await who.get(path)
    return { status, body: body as T & { error?: { code: string } } }
  }
}

describe('the IKM', () => {
  it('comes with its method, the other methods and the sample that the number of users asks for [S12]', async () => {
    await said.answered((await said.visits(40, 'p1', '1', WINTER)).slice(0, 36))
    const { body } = await (await signIn('manajer'))<IkmView>(`${IKM}?${Q1}`)
    expect(body.result).toMatchObject({ ikm: 75, mutu: 'C', n: 36, method: 'exact' })
    expect(body.audit.map(a => [a.method, a.ikm])).toContainEqual(['0.11', 74.25])
    expect(body.sample).toEqual({ population: 40, target: 36, achieved: 36 })
    expect(body.showing).toEqual({ from: '2026-01-01', through: '2026-03-31' })
  })

  it('is not told, and none of its sums, where fewer answered than page and file show one of [S14]', async () => {
    for (const counter of ['1', '2', '3', '4']) {
      const ids = await said.visits(25, `p${counter}`, counter, WINTER, 'legalisir')
      await said.answered(ids.slice(0, 4), nine(2))
      await said.answered(await said.visits(40, `p${counter}`, counter, WINTER))
    }
    const { body } = await (await signIn('manajer'))<IkmView>(`${IKM}?${Q1}&service=legalisir`)
    expect(body).toMatchObject({ showing: { through: '2026-03-31' }, result: { n: 16 }, sample: { achieved: 16 } })
    expect(JSON.stringify([body.result, body.audit])).not.toMatch(/"(ikm|nrr|mutu|weighted)"|"sum":[1-9]/)
  })

  it('is not moved by a rating, which is no answer to its questions [S3]', async () => {
    const ids = await said.visits(16, 'p1', '1', WINTER)
    await said.answered(ids)
    const ask = await signIn('manajer')
    const before = (await ask<IkmView>(`${IKM}?${Q1}`)).body.result
    expect(before.ikm).toBe(75)
    await said.rated(ids, 1)
    expect((await ask<IkmView>(`${IKM}?${Q1}`)).body.result).toEqual(before)
  })

  it('follows the method that the office has set', async () => {
    await said.answered(await said.visits(10, 'p1', '1', WINTER))
    await saved(app, { ikmMethod: '0.11' })
    const { body } = await (await signIn('atasan'))<IkmView>(`${IKM}?${Q1}`)
    expect(body.result).toMatchObject({ ikm: 74.25, method: '0.11' })
  })

  it('is of one service only where ten answered for it, and of no day [S17 S18]', async () => {
    await said.answered(await said.visits(30, 'p1', '1', WINTER))
    await said.answered(await said.visits(1, 'p2', '2', WINTER, 'legalisir'), nine(1))
    const ask = await signIn('manajer')
    const one = (await ask<IkmView>(`${IKM}?${Q1}&service=legalisir`)).body
    expect(one).toMatchObject({ showing: { why: 'few' }, sample: { achieved: 1 } })
    expect(JSON.stringify([one.result, one.audit])).not.toMatch(/"(ikm|nrr|mutu|weighted)"/)
    for (const query of [`from=${WINTER}&to=${WINTER}`, `${Q1}&from=${WINTER}`, 'period=2026-02-10', 'period=2026-W54'])
      expect(await ask(`${IKM}?${query}`), query).toMatchObject({
        status: 400,
        body: { error: { code: 'BAD_REQUEST' } },
      })
  })

  it('of the other service is closed too, since both would add up to the whole [S20]', async () => {
    await saved(app, { minRatings: 10 })
    await said.answered(await said.visits(30, 'p1', '1', WINTER))
    await said.answered(await said.visits(9, 'p2', '2', WINTER, 'legalisir'), nine(1))
    const ask = await signIn('manajer')
    const service = async (id: string) => (await ask<IkmView>(`${IKM}?${Q1}&service=${id}`)).body.showing
    expect(await service('ktp-el')).toEqual({ why: 'difference' })
    await said.answered(await said.visits(1, 'p2', '2', WINTER, 'legalisir'), nine(1))
    expect(await service('ktp-el')).toEqual({ from: '2026-01-01', through: '2026-03-31' })
  })

  it('of services that one counter alone serves, or one officer at several, is closed as the counter is [S26]', async () => {
    const shown = async () => {
      const ask = await signIn('manajer')
      const all = ['ktp-el', 'legalisir', 'konsultasi', 'identitas-digital'].map(async id =>
        'through' in (await ask<IkmView>(`${IKM}?${Q1}&service=${id}`)).body.showing ? [id] : [],
      )
      return (await Promise.all(all)).flat()
    }
    for (const id of ['legalisir', 'konsultasi']) await said.answered(await said.visits(15, 'p8', '8', WINTER, id))
    for (const counter of ['6', '7', '8'])
      await said.answered(await said.visits(9, 'p8', counter, WINTER, 'identitas-digital'))
    for (const counter of ['1', '2', '3']) await said.answered(await said.visits(60, `p${counter}`, counter, WINTER))
    expect(await shown()).toEqual([])
    for (const id of ['legalisir', 'konsultasi', 'identitas-digital'])
      for (const counter of ['1', '2']) await said.answered(await said.visits(10, `p${counter}`, counter, WINTER, id))
    expect(await shown()).toEqual(['ktp-el', 'legalisir', 'konsultasi', 'identitas-digital'])
  })

  it('of one counter stays closed under the minimum of the office [S14]', async () => {
    await said.answered(await said.visits(59, 'p1', '1', WINTER))
    await said.answered(await said.visits(70, 'p2', '2', WINTER))
    const ask = await signIn('manajer')
    const counter = async () => (await ask<IkmView>(`${IKM}?${Q1}&counter=1`)).body
    expect(await counter()).toMatchObject({ showing: { why: 'few' }, result: { n: 0 }, sample: { achieved: 59 } })
    await said.answered(await said.visits(1, 'p1', '1', WINTER))
    expect(await counter()).toMatchObject({ result: { n: 60, ikm: 75 } })
  })

  it('of a service or a counter comes on the day on which others may read of its officers [S27]', async () => {
    for (const counter of ['1', '2', '3'])
      await said.answered(await said.visits(60, `p${counter}`, counter, WINTER, 'ktp-el'), nine(3))
    const of = async (part: string) => (await (await signIn('manajer'))<IkmView>(`${IKM}?${Q1}${part}`)).body
    const waits = { showing: { why: 'officer', on: '2026-04-11' }, result: { n: 0 } }
    for (const day of ['2026-04-08', '2026-04-10']) {
      app.clock.now = atClock(day, '11:00', 'WITA')
      for (const part of ['&counter=1', '&service=ktp-el'])
        expect(await of(part), `${day} ${part}`).toMatchObject(waits)
      expect(await of(''), day).toMatchObject({ result: { n: 180, ikm: 75 } })
    }
    app.clock.now = atClock('2026-04-11', '11:00', 'WITA')
    expect(await of('&counter=1')).toMatchObject({ result: { n: 60, ikm: 75 } })
    expect(await of('&service=ktp-el')).toMatchObject({ result: { n: 180, ikm: 75 } })
  })

  it('has no figures of a service at a counter, nor of a part in a week', async () => {
    const ask = await signIn('manajer')
    expect((await ask(`${IKM}?${Q1}&service=legalisir&counter=1`)).status).toBe(400)
    expect((await ask(`${IKM}?period=2026-W10&service=legalisir`)).status).toBe(400)
    expect((await ask(`${IKM}?${Q1}&service=tidak-ada`)).status).toBe(404)
    expect((await ask(`${IKM}?${Q1}&counter=99`)).status).toBe(404)
  })

  it('of a running quarter moves by closed weeks, while the number of answers is live [S19]', async () => {
    const ask = await signIn('manajer')
    const now = async () => (await ask<IkmView>(IKM)).body
    await saved(app, { minRatings: 10 })
    await said.answered(await said.visits(20, 'p1', '1', '2026-05-06'))
    expect(await now()).toMatchObject({ period: { key: '2026-Q2' }, showing: { why: 'running', on: '2026-07-08' } })
    await said.answered(await said.visits(20, 'p1', '1', '2026-05-20'), nine(2))
    const shown = await now()
    expect(shown).toMatchObject({ showing: { through: '2026-05-17' }, result: { n: 20, ikm: 75 } })
    await said.answered(await said.visits(5, 'p1', '1', DATE), nine(1))
    expect(await now()).toEqual({ ...shown, sample: { population: 45, target: 40, achieved: 45 } })
  })

  it('is that of the last quarter while the running one shows nothing', async () => {
    const ask = await signIn('manajer')
    expect((await ask<IkmView>(IKM)).body.period.key).toBe('2026-Q2')
    await said.answered(await said.visits(20, 'p1', '1', WINTER))
    expect((await ask<IkmView>(IKM)).body).toMatchObject({ period: { key: '2026-Q1' }, result: { n: 20 } })
  })

  it('says nothing, not zero, before anybody has answered', async () => {
    const { body } = await (await signIn('manajer'))<IkmView>(IKM)
    expect(body.result.n).toBe(0)
    expect(body.result).not.toHaveProperty('ikm')
    expect(body.sample).toEqual({ population: 0, target: 0, achieved: 0 })
  })

  it('is refused to an officer, an administrator and a stranger, as are the ratings of the unit [A2]', async () => {
    for (const path of [IKM, RATINGS]) {
      for (const username of ['petugas1', 'admin']) expect((await (await signIn(username))(path)).status).toBe(403)
      expect((await app.visitor().get(path)).status).toBe(401)
    }
  })
})

describe('the ratings', () => {
  it('of the unit stay closed under the minimum of the office [O2]', async () => {
    await said.rated(await said.visits(59, 'p1', '1', WINTER), 1)
    const ask = await signIn('manajer')
    const ratings = async () => (await ask<RatingsView>(`${RATINGS}?${Q1}`)).body
    expect(await ratings()).toMatchObject({ answered: 59, ratings: { shown: false, n: 59, nMin: 60 } })
    await said.rated(await said.visits(1, 'p1', '1', WINTER), 4)
    expect(await ratings()).toMatchObject({ answered: 60, ratings: { shown: true, n: 60, counts: [59, 0, 0, 1] } })
  })

  it('of one officer are told by no address of their own: what stands for them is their score [O1]', async () => {
    await said.rated(await said.visits(90, 'p1', '1', WINTER), 4)
    for (const username of ['petugas1', 'manajer', 'admin'])
      expect((await (await signIn(username))(`/api/me/ratings?${Q1}`)).status).toBe(404)
    expect((await (await signIn('manajer'))(`${RATINGS}?${Q1}&officer=p1`)).status).toBe(400)
  })

  it('of today move nothing but how many there are [O3]', async () => {
    await said.rated(await said.visits(90, 'p1', '1', WINTER), 4)
    const asks = [await signIn('manajer'), await signIn('petugas1')] as const
    const all = () =>
      Promise.all(
        [RATINGS, `${RATINGS}?period=2026-W24`, `${RATINGS}?period=2026`].map(path => asks[0]<RatingsView>(path)),
      )
    const own = async () => (await asks[1]<OwnScores>('/api/me/scores')).body
    const [before, score] = [await all(), await own()]
    await said.rated(await said.visits(70, 'p1', '1', DATE), 1)
    const still = (answers: Awaited<ReturnType<typeof all>>) =>
      answers.map(({ body }) => ({ ...body, answered: 0, ratings: body.ratings.shown ? body.ratings : null }))
    expect(still(await all())).toEqual(still(before))
    expect(await own()).toEqual(score)
    expect((await all())[1]!.body.answered).toBe(70)
  })

  it('are the same after the office has changed its minimum and changed it back [S22]', async () => {
    await said.rated(await said.visits(50, 'p1', '1', WINTER), 4)
    const shown = async () =>
      'through' in (await (await signIn('manajer'))<RatingsView>(`${RATINGS}?${Q1}`)).body.showing
    expect(await shown()).toBe(false)
    await saved(app, { minRatings: 30 })
    expect(await shown()).toBe(true)
    await saved(app, { minRatings: 60 })
    expect(await shown()).toBe(false)
  })
})
