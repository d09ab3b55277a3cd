import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDays, atClock, MINUTE } from '../../shared/kit/time.ts'
import { TEMPLATE_HEADINGS } from '../../shared/survey/collect/import-table.ts'
import { NOTHING_DECIDED } from '../../shared/survey/report/draft.ts'
import { sentFile } from '../helpers/sent-file.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const IMPORTS = `${OFFICE}/answer-imports`

let app: TestApp
let manager: Visitor
beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock('2026-04-13', '09:00', 'WITA')
  manager = await app.as('manajer')
})
afterEach(() => app.close())

/** A file of as many answers over sixty days of a quarter in which the office had nothing else. */
const file = (rows: number, mark: string, from = '2025-01-06') =>
  [
    TEMPLATE_HEADINGS,
    ...Array.from({ length: rows }, (_, i) => [
      ...[addDays(from, i % 60), 'legalisir', ...Array.from({ length: 9 }, () => mark), 'L', '34', 'S1', '', ''],
    ]),
  ]
    .map(row => row.join(';'))
    .join('\n')
const keep = (text: string, key?: string) =>
  sentFile(app, manager, IMPORTS, text, { name: 'skm.csv', ...(key === undefined ? {} : { key }) })
const publish = () => manager.post(`${OFFICE}/publications/2025-Q1`, { version: 0, reason: '', media: ['page'] })
const figures = (period = '2025-Q1') => manager.get(`${OFFICE}/period-figures?period=${period}`)
const save = () =>
  manager.post(`${OFFICE}/reports/2025-Q1`, {
    draft: { ...NOTHING_DECIDED, texts: { background: 'Dua berkas.' } },
    version: 0,
  })
const decide = (month: string) =>
  manager.post(`${OFFICE}/integrity/${month}`, { choice: 'count', reason: 'Semua jawaban wajar.', seen: 0 })
const closed = (month: string) =>
  app.db.kysely
    .insertInto('integrity_months')
    .values({ office: 'samarinda', month, at: 1, looked: 0, flags: '[]' })
    .execute()
const takeBack = async (rows: number) => {
  const { imports } = (await manager.get(IMPORTS)).body
  const { id } = imports.find((one: { rows: number }) => one.rows === rows)
  return manager.post(`${IMPORTS}/${id}/take-back`, { reason: 'Berkas bulan lain' })
}
/** As a process leaves a file that ends without a word. */
const halfWay = (state: 'coming' | 'leaving') =>
  app.db.kysely
    .updateTable('answer_imports')
    .set({ state, touched: app.clock.now, taken_by: 'staff:manajer', reason: 'Berkas bulan lain' })
    .where('rows', '=', 500)
    .execute()

it.each(['coming', 'leaving'] as const)(
  'neither publishes, decides nor saves a report while a file of its months is %s, and tells no figures of half of it [S49 S71]',
  async state => {
    await keep(file(400, '4'))
    await keep(file(500, '1'), 'one')
    await keep(file(400, '3', '2025-07-07'))
    for (const month of ['2025-03', '2025-07']) await closed(month)
    await halfWay(state)
    for (const refused of [await publish(), await save(), await decide('2025-03')])
      expect([refused.status, refused.body.error?.code]).toEqual([409, 'IMPORT_UNDER_WAY'])
    expect((await figures()).body.error.code).toBe('FIGURES_READING')
    expect((await figures('2025-03')).body.error.code).toBe('FIGURES_READING')
    const again = state === 'coming' ? 'IMPORT_UNDER_WAY' : 'COMMAND_ID_REUSED'
    expect((await keep(file(500, '1'), 'one')).body.error.code).toBe(again)
    // Other months are of other files.
    expect((await decide('2025-07')).status).toBe(200)
    app.clock.now += 3 * MINUTE
    await app.clearCollected()
    const { result } = (await figures()).body.figures
    expect(result).toMatchObject({ n: 400, ikm: 100 })
    expect((await publish()).status).toBe(200)
    expect((await save()).status).toBe(200)
    await app.clearCollected()
    expect((await figures()).body.figures.result.n).toBe(400)
  },
)

it('takes in and publishes one after the other, whoever comes first [S49 S71]', async () => {
  await keep(file(400, '4'))
  const [published, kept] = await Promise.all([publish(), keep(file(500, '1'))])
  const told = (await manager.get(`${OFFICE}/publications`)).body.versions.map(
    (one: { body: { n: number } }) => one.body.n,
  )
  const { n } = (await figures()).body.figures.result
  expect(told).toEqual(published.status === 200 ? [n] : [])
  expect(n).toBe(kept.status === 201 ? 900 : 400)
})

it('takes back and publishes one after the other, whoever comes first [S49 S71]', async () => {
  await keep(file(400, '4'))
  await keep(file(500, '1'))
  const [published, back] = await Promise.all([publish(), takeBack(500)])
  const told = (await manager.get(`${OFFICE}/publications`)).body.versions.map(
    (one: { body: { n: number } }) => one.body.n,
  )
  const { n } = (await figures()).body.figures.result
  expect(told).toEqual(published.status === 200 ? [n] : [])
  expect(n).toBe(back.status === 200 ? 400 : 900)
})
