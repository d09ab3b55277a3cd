import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerSkm } from '../../server/store/surveys.ts'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock, weekday, type LocalDate } from '../../shared/kit/time.ts'
import type { AnswerChannel } from '../../shared/survey/collect/channels.ts'
import type { PeriodFigures } from '../../shared/survey/figures/period-figures.ts'
import { computeIkm, type SkmAnswers } from '../../shared/survey/ikm.ts'
import { UNSUR, type Score } from '../../shared/survey/instruments.ts'
import { ikmInterval } from '../../shared/survey/statistics/ikm-interval.ts'
import { EVEN } from '../helpers/questionnaires.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const O = '/api/offices/samarinda'
let app: TestApp
let manager: Visitor
const said = new Map<string, { readonly day: LocalDate; readonly answers: SkmAnswers }[]>()

/** Whoever answers at the tablet is more content; on a few days somebody answers by a link. */
async function quarter(key: string, from: LocalDate, to: LocalDate, links: number) {
  const write = surveyed(app.db)
  const random = seeded(11)
  let left = links
  const mark = (content: number) => (random() < content ? 4 : random() < 0.8 ? 3 : 2) as Score
  const answer = async (date: LocalDate, place: number, service: string, channel: AnswerChannel) => {
    const [id] = await write.visits(1, `p${1 + place}`, `${1 + place}`, date, service)
    const answers = Object.fromEntries(
      UNSUR.map(unsur => [unsur, mark(channel === 'tablet' ? 0.7 : 0.3)]),
    ) as SkmAnswers
    await answerSkm(app.db, id!, { key: `k-${id}`, id: `a-${id}`, answers, channel })
    const road = `${key} ${channel}`
    said.set(road, [...(said.get(road) ?? []), { day: date, answers }])
  }
  for (let date = from; date <= to; date = addDays(date, 2)) {
    if (weekday(date) === 0) continue
    for (const service of ['ktp-el', 'kartu-keluarga']) {
      for (let i = 0; i < 4; i += 1) await answer(date, i % 3, service, 'phone')
      for (let i = 0; i < 2; i += 1) await answer(date, i, service, 'tablet')
      if (left-- > 0) await answer(date, 2, service, 'link')
    }
  }
}

beforeAll(async () => {
  app = await testApp()
  await quarter('2025-Q4', '2025-10-01', '2025-12-31', 4)
  await quarter('2026-Q1', '2026-01-02', '2026-03-31', 0)
  app.clock.now = atClock('2026-04-20', '10:00', 'WITA')
  manager = await app.as('manajer')
}, 120_000)
afterAll(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

async function figures(period: string): Promise<PeriodFigures> {
  const { status, body } = await manager.get(`${O}/period-figures?period=${period}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as PeriodFigures
}

describe('the roads on which answers came', () => {
  it('are told with IKM and interval as computed from their own answers, and how many came on each [S76]', async () => {
    const { figures: shown, response } = await figures('2026-Q1')
    const counts = ['phone', 'tablet'].map(channel => [channel, said.get(`2026-Q1 ${channel}`)!.length])
    expect(response.channels.map(one => [one.channel, one.answered])).toEqual(counts)
    expect(shown!.channels.map(one => one.channel)).toEqual(['phone', 'tablet'])
    for (const { channel, shown: own } of shown!.channels) {
      const all = said.get(`2026-Q1 ${channel}`)!
      expect([own!.n, own!.ikm]).toEqual([all.length, computeIkm(all.map(one => one.answers)).ikm])
      const respondents = all.map(({ day, answers }) => ({ day, marks: UNSUR.map(unsur => answers[unsur]) }))
      const { low, high } = ikmInterval({ respondents, weights: EVEN })
      expect(own!.interval!.low).toBeCloseTo(low, 9)
      expect(own!.interval!.high).toBeCloseTo(high, 9)
    }
  })

  it('stand beside each other within the same services: tablets above phones, as a disclosure in report and publication [S36 S76]', async () => {
    const { figures: shown } = await figures('2026-Q1')
    const [phone, tablet] = shown!.channels.map(one => one.shown!.ikm)
    const { difference, low, high, moreThanChance } = shown!.tablet!
    expect(Math.abs(difference - (tablet! - phone!))).toBeLessThan(1)
    expect(low < difference && difference < high && low > 0 && moreThanChance).toBe(true)
    const page = await manager.get(`${O}/reports/2026-Q1`)
    expect(page.body.proposals.method).toContain('Tablet di loket lebih tinggi')
    expect(page.body.proposals.method).toContain('ponsel sendiri 304')
    const sent = await manager.post(`${O}/publications/2026-Q1`, { version: 0, media: [], reason: '' })
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    expect((await app.visitor().get('/ikm/samarinda/2026-Q1')).text).toContain('warga menjawab di depan petugas')
  })

  it('hide the next one beside one of few, which else were found by subtracting, and tell of no week or agency [S18 S76]', async () => {
    const { figures: shown, response } = await figures('2025-Q4')
    expect(response.channels.find(one => one.channel === 'link')!.answered).toBe(4)
    expect(shown!.channels.filter(one => one.shown).map(one => one.channel)).toEqual(['phone'])
    expect(shown!.tablet).toBeUndefined()
    expect((await figures('2026-01')).figures!.channels.filter(one => one.shown)).toEqual([])
  })
})
