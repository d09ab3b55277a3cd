import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atClock } from '../../shared/kit/time.ts'
import { BUILT_IN } from '../../shared/survey/instrument/built-in.ts'
import type { Instrument } from '../../shared/survey/instrument/instrument.ts'
import type { Programme } from '../../shared/survey/instrument/programme.ts'
import { saved as settings, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const O = '/api/offices/samarinda'
const FORM = { 'content-type': 'application/x-www-form-urlencoded', host: 'localhost' }
let app: TestApp
let manager: Visitor

beforeEach(async () => {
  app = await testApp()
  await itIs('2026-06-09')
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** The clock goes on, or back; whoever was signed in does so anew. */
async function itIs(date: string): Promise<void> {
  app.clock.now = atClock(date, '11:00', 'WITA')
  manager = await app.as('manajer')
}
const answers = ['Tidak pernah', 'Jarang', 'Sering', 'Selalu'].map(words => [words, ''] as const)
const ask = (key: string, wording: string) => ({
  ...{ key, name: [key, ''] as const, wording: [wording, ''] as const, answers, weight: null },
})
const WASTE: Instrument = {
  name: ['Pengangkutan sampah', 'Waste collection'],
  steps: 4,
  questions: [
    ask('jadwal', 'Apakah sampah diangkut sesuai jadwal?'),
    ask('bersih', 'Apakah tempatnya ditinggalkan bersih?'),
  ],
}
const PROGRAMME: Programme = {
  ...{ name: ['Sampah <Sempaja>', 'Waste'], about: ['', ''], instrument: 'sampah', version: 1 },
  ...{ from: '2026-06-09', to: '2026-06-30', population: 400, places: ['Sempaja', 'Sambutan'] },
}
const saved = (instrument: Instrument, version: number, id = 'sampah', headers = {}) =>
  manager.post(`${O}/instruments/${id}`, { instrument, version }, headers)
const begun = (change: Partial<Programme> = {}, steps = 0, id = 'sampah-juni') =>
  manager.post(`${O}/programmes/${id}`, { programme: { ...PROGRAMME, ...change }, steps })
const listed = async () => (await manager.get(`${O}/programmes`)).body.programmes
const result = async () => (await manager.get(`${O}/programmes/sampah-juni/result`)).body
const path = async () => (await listed())[0].path as string

let sheets = 0
/** Somebody fills in the form, from an address. */
function fills(to: string, fields: Readonly<Record<string, string>>, more: { key?: string; cookie?: string } = {}) {
  const { key = `sheet-number-${(sheets += 1)}`, cookie = '' } = more
  const body = new URLSearchParams({ key, ...fields }).toString()
  return app.app.request(to, { method: 'POST', headers: { ...FORM, ...(cookie ? { cookie } : {}) }, body })
}
async function fill(many: number, marks: Readonly<Record<string, string>>, place = '') {
  const to = await path()
  for (let i = 0; i < many; i += 1) expect((await fills(to, { ...marks, place })).status).toBe(303)
}

describe('the questionnaires of an office', () => {
  it('begin with those of the regulations, and are saved in versions that stay, each on record [S80]', async () => {
    const list = async () => (await manager.get(`${O}/instruments`)).body.instruments
    expect((await list()).map((one: { id: string; version: number }) => [one.id, one.version])).toEqual([
      ...[
        ['skm', 0],
        ['pulse', 0],
        ['spkp', 0],
        ['spak', 0],
      ],
    ])
    const key = { 'idempotency-key': 'first-version-of-waste' }
    expect((await saved(WASTE, 0, 'sampah', key)).body).toEqual({ version: 1 })
    expect((await saved(WASTE, 0, 'sampah', key)).body).toEqual({ version: 1 })
    const second: Instrument = { ...WASTE, questions: WASTE.questions.slice(0, 1) }
    const both = await Promise.all([second, { ...second, steps: 4, name: ['Lain', ''] } as const].map(i => saved(i, 1)))
    expect(both.map(b => b.status).sort()).toEqual([200, 409])
    expect((await saved(WASTE, 0)).body, 'the same again is saved').toEqual({ version: 1 })
    expect((await saved(second, 7)).body.error.code).toBe('SETTINGS_CHANGED')
    const of = async (version: number) => (await manager.get(`${O}/instruments/sampah/versions/${version}`)).body
    expect((await of(1)).instrument).toEqual(WASTE)
    expect((await of(9)).error.code).toBe('NOT_FOUND')
    expect((await manager.get(`${O}/instruments/spak/versions/0`)).body.instrument).toEqual(BUILT_IN.spak)
    const acts = await app.db.kysely
      .selectFrom('audit')
      .select('detail')
      .where('what', '=', 'instrument.save')
      .execute()
    expect(acts.length).toBe(2)
    expect((await list()).at(-1)).toMatchObject({
      ...{ id: 'sampah', official: false, version: 2 },
      versions: [{ version: 2 }, { version: 1, savedBy: 'Kepala Bidang (contoh)' }],
    })
  })

  it('refuse what cannot be answered, and other words than those of the regulation [S80]', async () => {
    const { questions } = BUILT_IN.skm
    const mended = { ...questions[0]!, wording: ['Syaratnya mudah?', ''] }
    const bad = [
      { ...WASTE, questions: [] },
      { ...WASTE, name: ['', 'Waste'] },
      { ...WASTE, steps: 5 },
      { ...WASTE, questions: [WASTE.questions[0], WASTE.questions[0]] },
      { ...WASTE, questions: [{ ...WASTE.questions[0], weight: 0.11111 }] },
    ]
    for (const instrument of bad) expect((await saved(instrument as Instrument, 0)).status).toBe(400)
    const skm = { ...BUILT_IN.skm, questions: [mended, ...questions.slice(1)] } as Instrument
    expect((await saved(skm, 0, 'skm')).status).toBe(400)
    const further = { ...BUILT_IN.skm, questions: [...questions, ask('antrean', 'Bagaimana antreannya?')] }
    expect((await saved(further, 0, 'skm')).body).toEqual({ version: 1 })
  })
})

describe('a programme survey', () => {
  beforeEach(async () => void (await saved(WASTE, 0)))

  it('needs a questionnaire that there is, and a period from today on; then only its end and population change [S83]', async () => {
    expect((await begun({ instrument: 'nothing' })).status).toBe(404)
    expect((await begun({ version: 2 })).status).toBe(404)
    expect((await begun({ from: '2026-06-08' })).body.error.code).toBe('PROGRAMME_FIXED')
    expect((await begun()).status).toBe(200)
    expect((await begun()).status, 'its answer was lost').toBe(200)
    expect((await begun({ to: '2026-07-05' })).body.error.code).toBe('SETTINGS_CHANGED')
    expect((await begun({ to: '2026-07-05', population: 420 }, 1)).status).toBe(200)
    expect((await begun({ places: [] }, 2)).body.error.code).toBe('PROGRAMME_FIXED')
    expect(await listed()).toMatchObject([
      { id: 'sampah-juni', state: 'running', answered: 0, steps: 2, programme: { to: '2026-07-05', population: 420 } },
    ])
    const acts = await app.db.kysely.selectFrom('audit').select('detail').where('what', '=', 'programme.save').execute()
    expect(acts.length).toBe(2)
    expect(JSON.stringify(acts)).not.toContain('Sempaja')
  })

  it('is begun once by a double press, and under a name that another office uses as well [S83]', async () => {
    const at = async (office: string, body: object) => {
      const row = { key: `k-${office}`, id: 'sampah-juni', office, token: `t-${office}`, body: JSON.stringify(body) }
      await app.db.kysely
        .insertInto('programmes')
        .values({ ...row, steps: 1 })
        .execute()
    }
    await at('balikpapan', PROGRAMME)
    const presses = await Promise.all(Array.from({ length: 12 }, () => begun()))
    expect(presses.map(one => one.status)).toEqual(Array(12).fill(200))
    expect((await listed()).length).toBe(1)
    const other = await Promise.all([begun({ to: '2026-07-05' }, 1), begun({ to: '2026-07-06' }, 1)])
    expect(other.map(one => one.status).sort()).toEqual([200, 409])
    for (const number of [3_000_000_000, 1_000_001])
      expect([
        (await begun({ version: number })).status,
        (await begun({}, number)).status,
        (await saved(WASTE, number)).status,
      ]).toEqual([400, 400, 400])
    const rows = await app.db.kysely.selectFrom('programmes').select(['office', 'id']).orderBy('office').execute()
    expect(rows).toEqual(['balikpapan', 'samarinda'].map(office => ({ office, id: 'sampah-juni' })))
  })

  it('tells what was said from the day after its last one on, of ten people and more, and by place as far as nobody is told apart [S83]', async () => {
    await settings(app, { minRatings: 10 })
    await begun()
    await fill(12, { 'q-jadwal': '4', 'q-bersih': '3' }, 'Sempaja')
    await fill(11, { 'q-jadwal': '2', 'q-bersih': '3' }, 'Sambutan')
    expect(await result()).toEqual({ state: 'running' })
    await itIs('2026-06-30')
    expect(await result()).toEqual({ state: 'running' })
    await itIs('2026-07-01')
    const told = await result()
    expect(told).toMatchObject({ state: 'open', n: 23, mutu: null, together: 23, perception: 3.02, index: 75.54 })
    expect(told.questions.map((q: { key: string; n: number }) => [q.key, q.n])).toEqual([
      ['jadwal', 23],
      ['bersih', 23],
    ])
    expect(told.places).toEqual([
      { place: 'Sempaja', n: 12, index: 87.5 },
      { place: 'Sambutan', n: 11, index: 62.5 },
    ])
    expect(told.range.low).toBeLessThan(75.54)
    expect(told.range.high).toBeGreaterThan(75.54)
    expect((await begun({ to: '2026-07-09' }, 1)).body.error.code).toBe('PROGRAMME_FIXED')
    expect((await fills(await path(), { 'q-jadwal': '1' })).status, 'too late').toBe(410)
    // A place may be a counter: it keeps the minimum of the office.
    await settings(app, { minRatings: 13 })
    expect((await result()).places).toEqual([])
  })

  it('tells nothing of nine people, and no place that nine answered for [S83]', async () => {
    await begun()
    await fill(9, { 'q-jadwal': '4' }, 'Sempaja')
    const tomorrow = async (date: string) => itIs(date).then(result)
    expect(await tomorrow('2026-07-01')).toEqual({ state: 'few' })
    await itIs('2026-06-20')
    await fill(10, { 'q-jadwal': '1' }, 'Sambutan')
    const told = await tomorrow('2026-07-01')
    expect(told).toMatchObject({ state: 'open', n: 19, index: null, places: [] })
  })

  it('is read with the questions that were answered, whatever is asked since [S80]', async () => {
    await begun()
    await fill(10, { 'q-jadwal': '4', 'q-bersih': '2' })
    await saved({ ...WASTE, questions: [...WASTE.questions.slice(1), ask('ramah', 'Apakah petugasnya ramah?')] }, 1)
    expect(await (await app.app.request(await path())).text()).toContain('sesuai jadwal')
    await itIs('2026-07-01')
    expect((await result()).questions.map((q: { key: string; mean: number }) => [q.key, q.mean])).toEqual([
      ['jadwal', 4],
      ['bersih', 2],
    ])
    const rows = await app.db.kysely.selectFrom('programme_answers').selectAll().execute()
    expect(new Set(rows.map(row => row.version))).toEqual(new Set([1]))
  })
})

describe('the page of a programme survey', () => {
  beforeEach(async () => {
    await saved(WASTE, 0)
    await begun()
  })
  const page = async (query = '', visitor = app.visitor()) => (await visitor.get((await path()) + query)).text

  it('is a form without scripts, in both languages, that thanks and offers another sheet of the household [S84]', async () => {
    const form = await page()
    for (const said of ['Sampah &lt;Sempaja&gt;', '1. Apakah sampah diangkut', 'Selalu', 'Sambutan', 'Kirim jawaban'])
      expect(form).toContain(said)
    expect(form).not.toContain('<script')
    expect(await page('?lang=en')).toContain('Send the answers')
    const sent = await fills(await path(), { 'q-jadwal': '3' })
    expect(sent.status).toBe(303)
    const thanks = (await app.visitor().get(sent.headers.get('location')!)).text
    for (const said of ['Terima kasih, jawaban Anda tersimpan', 'anggota keluarga lain']) expect(thanks).toContain(said)
    const none = await fills(await path(), { 'q-jadwal': '9', place: 'Sambutan' })
    expect(none.status).toBe(422)
    const again = await none.text()
    for (const said of ['Jawab paling sedikit satu', 'value="Sambutan" selected']) expect(again).toContain(said)
    expect((await app.visitor().get('/survei/nothing')).status).toBe(404)
    const styles = await app.visitor().get('/survei.css')
    expect([styles.status, styles.text.length < 1_000]).toEqual([200, true])
  })

  it('keeps a sheet once however often it is sent, with its day and no instant, and its receipt apart [S84]', async () => {
    const to = await path()
    const twice = await Promise.all([1, 2, 3].map(() => fills(to, { 'q-jadwal': '3' }, { key: 'one-and-the-same' })))
    expect(twice.map(a => a.status)).toEqual([303, 303, 303])
    await fills(to, { 'q-jadwal': '4', place: 'Balikpapan' })
    const rows = await app.db.kysely.selectFrom('programme_answers').selectAll().orderBy('marks').execute()
    expect(rows.map(({ id: _, ...row }) => row)).toEqual(
      [3, 4].map(mark => ({
        ...{ programme_id: expect.any(String), version: 1, day: '2026-06-09', place: null },
        marks: JSON.stringify({ jadwal: mark }),
      })),
    )
    const receipts = await app.db.kysely.selectFrom('programme_receipts').selectAll().execute()
    expect(receipts.length).toBe(2)
    for (const { sheet, source } of receipts) {
      expect(rows.map(row => row.id)).not.toContain(sheet)
      expect(sheet + source).not.toMatch(/one-and-the-same|127\.0\.0\.1/)
    }
    await itIs('2026-07-30')
    await app.forgetSources()
    expect((await app.db.kysely.selectFrom('programme_receipts').select('sheet').execute()).length).toBe(2)
    await itIs('2026-07-31')
    await app.forgetSources()
    expect((await app.db.kysely.selectFrom('programme_receipts').select('sheet').execute()).length).toBe(0)
  })

  it('takes no answer of anybody at work, and is a preview to them [S84]', async () => {
    const cookie = [...manager.cookies].map(([k, v]) => `${k}=${v}`).join('; ')
    expect((await fills(await path(), { 'q-jadwal': '4' }, { cookie })).status).toBe(403)
    const form = await page('', manager)
    expect(form).toContain('Anda masuk sebagai petugas')
    expect(form).not.toContain('Kirim jawaban')
    expect((await listed())[0].answered).toBe(0)
  })

  it('says when it opens and that it is over, and hangs as a code and a poster [S84]', async () => {
    await begun({ from: '2026-06-20', name: ['Imunisasi', ''] }, 0, 'imunisasi')
    const to = (await listed()).find((one: { id: string }) => one.id === 'imunisasi').path as string
    expect((await app.visitor().get(to)).text).toContain('Survei ini dibuka 20 Juni 2026')
    expect((await fills(to, { 'q-jadwal': '4' })).status).toBe(410)
    const poster = (await app.visitor().get(`${to}/poster`)).text
    for (const said of ['Imunisasi', '<svg', to, '20 Juni 2026 sampai 30 Juni 2026']) expect(poster).toContain(said)
    const png = await app.app.request(`${to}/qr.png`)
    expect([png.headers.get('content-type'), (await png.arrayBuffer()).byteLength > 1_000]).toEqual(['image/png', true])
    expect((await app.visitor().get(`${to}/qr.svg`)).text).toContain('<svg')
    await itIs('2026-07-01')
    expect(await page()).toContain('Survei ini sudah ditutup')
  })
})
