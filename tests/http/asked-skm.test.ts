import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { BUILT_IN } from '../../shared/survey/instrument/built-in.ts'
import type { Instrument, InstrumentQuestion } from '../../shared/survey/instrument/instrument.ts'
import { ANNEX_ORDER, UNSUR } from '../../shared/survey/instruments.ts'
import { post } from '../helpers/by-pages.ts'
import { counterPath, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

const ANSWERS = ['Buruk', 'Cukup', 'Baik', 'Sangat baik'].map(words => [words, ''] as const)
const further = (key: string, wording: string): InstrumentQuestion => ({
  ...{ key, name: [key, ''], wording: [wording, ''], answers: ANSWERS, weight: null },
})
const QUEUE = further('antrean', 'Bagaimana antreannya <tadi>?')
const SITE = further('suggestion', 'Bagaimana situsnya?')
/** The nine from the last to the first, with what the office asks after the second of them. */
const BACK = [...BUILT_IN.skm.questions].reverse()
const OWN: Instrument = { ...BUILT_IN.skm, questions: [...BACK.slice(0, 2), QUEUE, ...BACK.slice(2), SITE] }

let app: TestApp
let manager: Visitor
let officer: Visitor
let phone: Visitor
beforeEach(async () => {
  app = await testApp()
  manager = await app.as('manajer')
  officer = await app.as('petugas1')
  phone = app.visitor()
  await officer.post(counterPath('1', 'open'))
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const save = (instrument: Instrument, version: number) =>
  manager.post('/api/offices/samarinda/instruments/skm', { instrument, version })
/** One served visit: the token of its survey. */
async function served(serviceId = 'ktp-el'): Promise<string> {
  app.clock.now += 60_000
  const [kiosk, tablet] = [await app.device('kiosk'), await app.device('tablet')]
  await kiosk.post(TICKETS, { serviceId })
  for (const act of ['call-next', 'start', 'finish']) await officer.post(counterPath('1', act))
  app.clock.now += 60_000
  return ((await tablet.get(counterPath('1', 'survey'))).body as { path: string }).path.slice('/s/'.length)
}
const view = async (token: string) => (await phone.get(`/api/surveys/${token}`)).body
const send = (token: string, body: object, key = 'sent-by-a-phone-1') =>
  phone.post(`/api/surveys/${token}/answers`, body, { 'idempotency-key': key })
const sheets = () => app.db.kysely.selectFrom('skm_answers').selectAll().execute()
const NINE = Object.fromEntries(UNSUR.map(unsur => [unsur, 3]))

describe('the SKM as an office asks it', () => {
  it('is shown to whoever changes it in the order in which visits are asked, before the first own version as well [S74]', async () => {
    interface Listed {
      readonly id: string
      readonly instrument: Instrument
    }
    const shown = async () => {
      const { instruments } = (await manager.get('/api/offices/samarinda/instruments')).body as {
        instruments: Listed[]
      }
      return instruments.find(({ id }) => id === 'skm')!.instrument.questions.map(q => q.key)
    }
    expect(await shown()).toEqual(ANNEX_ORDER)
    expect((await save(OWN, 0)).body).toEqual({ version: 1 })
    expect(await shown()).toEqual(OWN.questions.map(q => q.key))
  })

  it('is typed in from paper in the same order, the nine alone, and says what it asks beside them [S48 S74]', async () => {
    const forms = async () => (await manager.get('/api/offices/samarinda/paper-forms')).body.asked as object
    expect(await forms()).toEqual({ version: 0, order: ANNEX_ORDER, extra: [] })
    expect((await save(OWN, 0)).body).toEqual({ version: 1 })
    expect(await forms()).toEqual({ version: 1, order: BACK.map(q => q.key), extra: [QUEUE.name, SITE.name] })
  })

  it('comes in the order of the annex until the office saved another, which asks only whoever is served after [S74]', async () => {
    const before = await served()
    expect((await view(before)).asked).toBeUndefined()
    expect((await save(OWN, 0)).body).toEqual({ version: 1 })
    const after = await served()
    expect((await view(before)).asked, 'who was served before is asked as then').toBeUndefined()
    expect((await view(after)).asked).toEqual({
      order: OWN.questions.map(q => q.key),
      extra: [QUEUE, SITE].map(({ key, wording, answers }) => ({ key, question: wording, answers })),
    })
    const places = (page: string, names: readonly string[]) => names.map(name => page.indexOf(`name="${name}"`))
    const form = async (token: string) => (await phone.get(`/s/${token}/formulir/skm?lang=en`)).text
    const [old, own] = [await form(before), await form(after)]
    const rising = (all: readonly number[]) => all.every((at, i) => at > (all[i - 1] ?? 0))
    // Biaya of a free service is told and not asked.
    const asked = (keys: readonly string[]) => keys.filter(key => key !== 'biaya')
    expect(rising(places(old, asked(ANNEX_ORDER)))).toBe(true)
    const fields = OWN.questions.map(({ key }) => (key === QUEUE.key || key === SITE.key ? `u-${key}` : key))
    expect(rising(places(own, asked(fields)))).toBe(true)
    expect(own).toContain('3. Bagaimana antreannya &lt;tadi&gt;?')
    expect(old).not.toContain('antreannya')
  })

  it('is kept with its version, by script and without, once, and nothing that was not asked [S74]', async () => {
    const before = await served()
    await save(OWN, 0)
    const [first, second, third] = [await served(), await served(), await served()]
    const extra = { antrean: 4, suggestion: 2 }
    expect((await send(before, { answers: NINE, extra })).status).toBe(201)
    const body = { answers: NINE, extra: { ...extra, kopi: 1, waktu: 1 } }
    for (const _ of [1, 2]) expect((await send(first, body)).status).toBe(201)
    expect((await send(first, { ...body, extra: { antrean: 1 } })).body.error.code).toBe('SURVEY_USED')
    for (const wrong of [{ antrean: 5 }, { 'a b': 1 }, Object.fromEntries([...'abcdef'].map(k => [k, 1]))])
      expect((await send(second, { answers: NINE, extra: wrong })).status).toBe(400)
    const fields = new URLSearchParams({ key: 'sheet-without-scripts', waktu: '2', 'u-antrean': '3', 'u-kopi': '1' })
    const sent = () => post(phone, `/s/${second}/formulir/skm?lang=id`, fields)
    for (const _ of [1, 2]) expect((await sent()).status).toBe(303)
    // What the office asks by itself makes nobody a respondent of the nine.
    expect((await send(third, { answers: {}, extra: { antrean: 1 } })).status).toBe(201)
    const kept = (await sheets()).map(({ version, extra, waktu }) => [version, extra, waktu])
    expect(kept.sort((a, b) => String(a).localeCompare(String(b)))).toEqual([
      ...[
        [null, null, 3],
        [1, '{"antrean":1}', null],
        [1, '{"antrean":3}', 2],
        [1, '{"antrean":4,"suggestion":2}', 3],
      ],
    ])
    expect(await app.db.kysely.selectFrom('skm_profiles').selectAll().execute()).toHaveLength(3)
  })

  it('refuses weights by which one unsur makes the letter, and asks nobody by a version that was refused [S74]', async () => {
    const uneven = OWN.questions.map((q, i) => ({ ...q, weight: i === 0 ? 0.999 : 0.0001 }))
    const refused = await save({ ...OWN, questions: uneven }, 0)
    expect([refused.status, refused.body.error.data.problem]).toEqual([400, 'uneven'])
    const heavy = OWN.questions.map(q => ({ ...q, weight: q.key === 'antrean' ? 0.1 : 0.09 }))
    const much = await save({ ...OWN, questions: heavy.filter(q => q.key !== 'suggestion') }, 0)
    expect([much.status, much.body.error.data.problem]).toEqual([400, 'extra'])
    expect((await view(await served())).asked).toBeUndefined()
  })
})
