import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerSkm } from '../../server/store/surveys.ts'
import { seeded } from '../../shared/kit/random.ts'
import { addDays, atClock, weekday, type LocalDate } from '../../shared/kit/time.ts'
import type { PeriodFigures } from '../../shared/survey/figures/period-figures.ts'
import { BUILT_IN } from '../../shared/survey/instrument/built-in.ts'
import type { Instrument, InstrumentQuestion } from '../../shared/survey/instrument/instrument.ts'
import { scoreOf, type Marks } from '../../shared/survey/instrument/score.ts'
import { UNSUR, type Score, type Unsur } from '../../shared/survey/instruments.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const O = '/api/offices/samarinda'
const further = (key: string, name: string): InstrumentQuestion => ({
  ...{ key, name: [name, ''], wording: [`Bagaimana ${name}?`, ''], weight: 0.05 },
  answers: ['Buruk', 'Cukup', 'Baik', 'Sangat baik'].map(words => [words, ''] as const),
})
const [QUEUE, SITE] = [further('antrean', 'Antrean'), further('situs', 'Situs')]
const NINE = BUILT_IN.skm.questions.map(q => ({ ...q, weight: 0.1 }))
/** From the last of the nine to the first, with two of the office, one of which few answer. */
const OWN: Instrument = { ...BUILT_IN.skm, questions: [...[...NINE].reverse(), QUEUE!] }
const WIDER: Instrument = {
  ...OWN,
  questions: [...OWN.questions, SITE!].map(q => (q.weight === 0.1 ? { ...q, weight: 0.09 } : q)),
}

let app: TestApp
let manager: Visitor
const rows = new Map<string, Marks[]>()

/** Everybody of a quarter answers one version; who wrote that paper answers the nine alone. */
async function quarter(key: string, from: LocalDate, to: LocalDate, version: (date: LocalDate) => number, few = false) {
  const write = surveyed(app.db)
  const random = seeded(from.length + Number(from.slice(5, 7)))
  const mark = () => (random() < 0.5 ? 4 : random() < 0.7 ? 3 : 2) as Score
  const kept: Marks[] = []
  for (let date = from; date <= to; date = addDays(date, 3)) {
    if (weekday(date) === 0) continue
    for (const service of ['ktp-el', 'kartu-keluarga'])
      for (let i = 0; i < 3; i += 1) {
        const [id] = await write.visits(1, `p${1 + (i % 3)}`, `${1 + (i % 3)}`, date, service)
        const answers = Object.fromEntries(UNSUR.map(unsur => [unsur, mark()])) as Record<Unsur, Score>
        const one = version(date)
        const extra: Record<string, Score> = one === 0 || random() < 0.1 ? {} : { antrean: mark() }
        if (one === 2 && (!few || kept.length < 6)) extra.situs = mark()
        await answerSkm(app.db, id!, { key: `k-${id}`, id: `a-${id}`, answers, version: one, extra })
        kept.push({ ...answers, ...extra })
      }
  }
  rows.set(key, kept)
}

beforeAll(async () => {
  app = await testApp()
  const save = (version: number, instrument: Instrument) =>
    app.db.kysely
      .insertInto('instrument_versions')
      .values({
        office: 'samarinda',
        id: 'skm',
        version,
        body: JSON.stringify(instrument),
        by_id: 'p',
        at: version,
        asks: 1,
      })
      .execute()
  await save(1, OWN)
  await save(2, WIDER)
  await quarter('2025-Q2', '2025-04-01', '2025-06-30', () => 1)
  await quarter('2025-Q3', '2025-07-01', '2025-09-30', () => 1)
  await quarter('2025-Q4', '2025-10-01', '2025-12-31', date => (date < '2025-12-01' ? 0 : 1))
  await quarter('2026-Q1', '2026-01-02', '2026-03-31', () => 2, true)
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

describe('a quarter in which the office asked an unsur of its own', () => {
  it('has the IKM of all ten by their weights, in the order in which they were asked, to the digit [S75]', async () => {
    const { figures: shown, services } = await figures('2025-Q3')
    const score = scoreOf(OWN, rows.get('2025-Q3')!)
    expect([shown!.result.ikm, shown!.result.mutu, shown!.result.n]).toEqual([score.index, score.mutu, score.n])
    expect(shown!.unsur.map(one => one.unsur)).toEqual(OWN.questions.map(q => q.key))
    expect(shown!.unsur.map(one => [one.n, one.sum])).toEqual(score.questions.map(q => [q.n, q.sum]))
    const own = shown!.unsur.at(-1)!
    expect(own).toMatchObject({ unsur: 'antrean', weight: 0.05, asked: { name: ['Antrean', ''] } })
    expect(own.blank).toBe(score.n - own.n)
    expect(own.interval!.low).toBeLessThan(own.nrr!)
    expect(shown!.ownWeights).toBe(true)
    expect(shown!.nineOnly).toBeUndefined()
    const both = services.filter(one => one.shown)
    expect(both).toHaveLength(2)
    for (const one of both) expect(one.shown!.result.extra!.antrean!.n).toBeGreaterThan(9)
    const { compared } = shown!
    expect('ikm' in compared, 'the quarter before asked the same').toBe(true)
  })

  it('is reported with all its columns, weights and words, and published so [S60 S66 S70 S75]', async () => {
    const file = async (format: string) =>
      Buffer.from(
        (await manager.post(`${O}/reports/2025-Q3/file`, { format, attached: false })).body.content,
        'base64',
      ).toString()
    const page = await file('html')
    for (const text of ['U10 = Antrean', 'U1 = Sarana dan Prasarana', 'U1 0,1; ', 'U10 0,05', 'Bagaimana Antrean?'])
      expect(page, text).toContain(text)
    expect(page).toContain('Sembilan unsur saja')
    const [head, ...lines] = (await file('csv')).trim().split('\r\n')
    expect(head).toBe('No. Resp;U1;U2;U3;U4;U5;U6;U7;U8;U9;U10')
    const sums = (at: number) => lines.reduce((sum, line) => sum + Number(line.split(';')[at]), 0)
    const { figures: shown } = await figures('2025-Q3')
    expect([1, 5, 10].map(sums)).toEqual([0, 4, 9].map(u => shown!.unsur[u]!.sum))
    const sent = await manager.post(`${O}/publications/2025-Q3`, { version: 0, media: [], reason: '' })
    expect(sent.status, JSON.stringify(sent.body)).toBe(200)
    const open = await app.visitor().get('/ikm/samarinda/2025-Q3')
    expect(open.text).toContain('Antrean 0,05')
    expect(open.text).toContain('Sembilan unsur saja')
    expect((await app.visitor().get('/ikm/samarinda/2025-Q3/data.csv')).text).toContain('Antrean')
  })

  it('has weeks and months of the nine, which are told as such [S75]', async () => {
    const { figures: shown } = await figures('2025-08')
    expect([shown!.unsur.length, shown!.nineOnly]).toEqual([9, 'short'])
    expect(shown!.unsur.map(one => one.unsur)).toEqual(OWN.questions.slice(0, 9).map(q => q.key))
  })
})

describe('a quarter in which the questions changed', () => {
  it('has the IKM of the nine that all versions share, and is compared with none [S35 S75]', async () => {
    const { figures: shown } = await figures('2025-Q4')
    const nine = scoreOf(
      BUILT_IN.skm,
      rows.get('2025-Q4')!.map(({ antrean: _, ...rest }) => rest),
    )
    expect([shown!.result.ikm, shown!.nineOnly]).toEqual([nine.index, 'mixed'])
    expect(shown!.unsur.map(one => one.unsur)).toEqual(UNSUR)
    expect(shown!.compared).toMatchObject({ whyNot: 'instrument' })
    expect(shown!.trend.map(point => [point.period.key, point.step !== undefined])).toEqual([
      ['2025-Q2', false],
      ['2025-Q3', true],
      ['2025-Q4', false],
    ])
    expect(JSON.stringify(await figures('2025-S2')), 'nothing of it alone is told').not.toContain('antrean')
  })

  it('counts no unsur that fewer than ten answered, and says so [S18 S75]', async () => {
    const { figures: shown } = await figures('2026-Q1')
    expect([shown!.unsur.length, shown!.nineOnly]).toEqual([9, 'few'])
    expect(JSON.stringify(shown)).not.toContain('situs')
  })
})

describe('a quarter of which the head left answers out', () => {
  it('tells of the nine alone, for before and after would tell what few said of a further unsur [S52 S75]', async () => {
    expect((await figures('2025-Q2')).figures!.unsur).toHaveLength(10)
    const decided = {
      month: '2025-05',
      version: 1,
      choice: 'leaveOut',
      reason: 'Satu ponsel',
      by_id: 'p',
      at: 1,
    } as const
    await app.db.kysely
      .insertInto('integrity_decisions')
      .values({ office: 'samarinda', ...decided })
      .execute()
    await app.db.kysely
      .updateTable('skm_answers')
      .set({ left_out: 1 })
      .where('date', '>=', '2025-05-01')
      .where('date', '<=', '2025-05-14')
      .execute()
    const { figures: shown } = await figures('2025-Q2')
    expect([shown!.leftOut! > 0, shown!.nineOnly]).toEqual([true, 'without'])
    expect(JSON.stringify(await figures('2025-Q2'))).not.toContain('antrean')
  })
})
