import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock, weekday } from '../../shared/kit/time.ts'
import type { PeriodFigures } from '../../shared/survey/figures/period-figures.ts'
import { UNSUR, type Score, type Unsur } from '../../shared/survey/instruments.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const FIGURES = '/api/offices/samarinda/period-figures'
const SERVICES = ['ktp-el', 'kartu-keluarga', 'legalisir'] as const

let app: TestApp
let manager: Visitor

/** Two quarters: the first service has most visits, the second answers most and is content, the third is small. */
beforeAll(async () => {
  app = await testApp()
  const write = surveyed(app.db)
  const random = seeded(7)
  const mark = (content: number) => (random() < content ? 4 : random() < 0.8 ? 3 : random() < 0.7 ? 2 : 1) as Score
  for (let date = '2025-10-01'; date <= '2026-03-31'; date = addDays(date, 3)) {
    if (weekday(date) === 0) continue
    for (const [place, service] of SERVICES.entries()) {
      const [visits, answers, content] = [
        [9, 3, 0.3],
        [4, 4, 0.9],
        [place === 2 && random() < 0.4 ? 1 : 0, 1, 0.5],
      ][place] as [number, number, number]
      for (let i = 0; i < visits; i += 1) {
        const ids = await write.visits(1, `p${1 + (i % 3)}`, `${1 + (i % 3)}`, date, service)
        if (i >= answers) continue
        const all = Object.fromEntries(UNSUR.map(unsur => [unsur, mark(content)])) as Record<Unsur, Score>
        const { sarana, ...others } = all
        await write.answered(ids, random() < 0.1 ? others : { ...others, sarana })
      }
    }
  }
  app.clock.now = atClock('2026-04-20', '10:00', 'WITA')
  manager = await app.as('manajer')
}, 120_000)

afterAll(() => app.close())

async function figures(period?: string): Promise<PeriodFigures> {
  const { status, body } = await manager.get(period === undefined ? FIGURES : `${FIGURES}?period=${period}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as PeriodFigures
}

describe('the figures of a closed quarter', () => {
  it('are those that the database itself adds up, of the whole and of each service, to the last digit [S56]', async () => {
    const { services, figures: shown, period } = await figures('2026-Q1')
    for (const service of [undefined, ...SERVICES]) {
      const of = service === undefined ? sql`` : sql`and service_id = ${service}`
      for (const unsur of UNSUR) {
        const { rows } = await sql<
          Record<string, number>
        >`select count(${sql.ref(unsur)}) as n, sum(${sql.ref(unsur)}) as sum,
          sum(case when ${sql.ref(unsur)} = 4 then 1 else 0 end) as fours, sum(case when ${sql.ref(unsur)} is null then 1 else 0 end) as none
          from skm_answers where office = 'samarinda' and date between ${period.from} and ${period.to} ${of}`.execute(
          app.db.kysely,
        )
        const [row] = rows
        const result =
          service === undefined ? shown!.result : services.find(one => one.service === service)!.shown?.result
        if (result)
          expect(result.unsur[unsur], unsur).toMatchObject({ n: row!.n, sum: row!.sum, nrr: row!.sum! / row!.n! })
        const own = shown!.unsur.find(one => one.unsur === unsur)!
        if (service === undefined) expect([own.marks[3], own.blank]).toEqual([row!.fours, row!.none])
      }
    }
    const { rows } = await sql<{
      service: string
      n: number
    }>`select service_id as service, count(*) as n from invitations
      where office = 'samarinda' and date between ${period.from} and ${period.to} group by 1`.execute(app.db.kysely)
    for (const { service, n } of rows) expect(services.find(one => one.service === service)!.visits).toBe(n)
    expect(shown!.result.ikm).toBe(
      Math.round((UNSUR.reduce((sum, u) => sum + shown!.result.unsur[u]!.nrr!, 0) / 9) * 2500) / 100,
    )
  })

  it('have an interval around the IKM, a letter with its certainty, and the IKM by visits beside it [S30 S31 S33]', async () => {
    const { figures: shown } = await figures('2026-Q1')
    const { result, certainty, weighted } = shown!
    expect(certainty.interval!.low).toBeLessThan(result.ikm!)
    expect(certainty.interval!.high).toBeGreaterThan(result.ikm!)
    // The content service answers most: by visits the unit is worse.
    expect(weighted!.ikm).toBeLessThan(result.ikm!)
    expect(weighted!.unlike).toBe(true)
    expect(certainty.certain).toBe(false)
    expect(shown!.audit.find(line => line.method === '0.11')!.ikm).toBeLessThan(result.ikm!)
  })

  it('share the sample out to the services, and count the profile of everybody [S34 S57]', async () => {
    const { sample, services, figures: shown, response } = await figures('2026-Q1')
    expect(services.reduce((sum, one) => sum + one.planned, 0)).toBe(sample.target)
    expect(services.reduce((sum, one) => sum + one.answered, 0)).toBe(sample.achieved)
    expect(response.reach).toBe(sample.achieved / sample.population)
    for (const { n, rows } of shown!.profile) {
      expect(n).toBe(shown!.result.n)
      expect(rows.reduce((sum, row) => sum + row.n, 0)).toBe(n)
      expect(rows.reduce((sum, row) => sum + Math.round(row.percent * 10), 0)).toBe(1000)
    }
  })

  it('stand beside the quarter before, and in a trend of those that are closed [S35]', async () => {
    const { figures: shown } = await figures('2026-Q1')
    const { compared, trend } = shown!
    expect(compared).toMatchObject({
      before: { key: '2025-Q4' },
      ikm: { moreThanChance: expect.any(Boolean) },
      mixMoved: false,
    })
    expect(trend.map(point => point.period.key)).toEqual(['2025-Q4', '2026-Q1'])
    expect(trend[1]!.step!.difference).toBeCloseTo('ikm' in compared ? compared.ikm.difference : NaN, 9)
    const first = await figures('2025-Q4')
    expect(first.figures!.compared).toMatchObject({ before: { key: '2025-Q3' }, whyNot: 'heldBack' })
  })

  it('are those of the last closed quarter for whoever names none, and of one that runs there are none [S58]', async () => {
    expect((await figures()).period.key).toBe('2026-Q1')
    const running = await figures('2026-Q2')
    expect(running.figures).toBeUndefined()
    expect(running.showing).toEqual({ why: 'running', on: '2026-07-08' })
    expect((await manager.get(`${FIGURES}?period=2026-Q5`)).status).toBe(400)
  })

  it('are not looked for in a period that is still to come [S58]', async () => {
    const { body } = await manager.get(`${FIGURES}?period=2999`)
    expect([body.showing, body.services, body.figures]).toEqual([{ why: 'running', on: '3000-01-08' }, [], undefined])
  })

  it('tell of no service and no profile where the period is shorter than a quarter [S58 S17]', async () => {
    const { figures: shown, services } = await figures('2026-02')
    expect(shown!.weighted).toBeUndefined()
    expect(shown!.profile).toEqual([])
    expect(services.filter(one => one.shown)).toEqual([])
  })
})
