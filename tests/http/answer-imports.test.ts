import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import writeXlsxFile from 'write-excel-file/node'
import { addDays, MINUTE } from '../../shared/kit/time.ts'
import { TEMPLATE_HEADINGS } from '../../shared/survey/collect/import-table.ts'
import { collectedInsert } from '../../server/store/survey/collect.ts'
import { sentFile } from '../helpers/sent-file.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const IMPORTS = '/api/offices/samarinda/answer-imports'
const LOOK = `${IMPORTS}/look`
/** Days of a year in which the office had nothing. */
const EARLIER = '2025-03-03'

let app: TestApp
let manager: Visitor
beforeEach(async () => {
  app = await testApp()
  manager = await app.as('manajer')
})
afterEach(() => app.close())

type Row = readonly string[]
const line = (i: number, date = EARLIER): Row => {
  const mark = `${(i % 4) + 1}`
  return [
    date,
    'legalisir',
    ...Array.from({ length: 9 }, () => mark),
    i % 2 ? 'L' : 'Perempuan',
    '34',
    'S1',
    '',
    `Saran ${i}`,
  ]
}
const put = (row: Row, i: number, cell: string): Row => row.map((one, at) => (at === i ? cell : one))
const lines = (count: number, date?: string) => Array.from({ length: count }, (_, i) => line(i, date))
/** As Excel of an Indonesian office writes it. */
const csv = (rows: readonly Row[], headings: Row = TEMPLATE_HEADINGS) =>
  `\uFEFF${[headings, ...rows].map(row => row.join(';')).join('\r\n')}\r\n`
const look = (bytes: string | Uint8Array) => sentFile(app, manager, LOOK, bytes)
const keep = (bytes: string | Uint8Array, key?: string) =>
  sentFile(app, manager, IMPORTS, bytes, { name: 'skm 2025.csv', ...(key === undefined ? {} : { key }) })
const count = async (table: 'skm_answers' | 'skm_profiles') =>
  Number(
    (
      await app.db.kysely
        .selectFrom(table)
        .select(q => q.fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )
const PUBLISHED = {
  ...{ office: 'samarinda', period: '2025-Q1', version: 1, body: '{}', media: '[]' },
  ...{ reason: null, by_id: 'm', at: 1 },
}
async function workbook(rows: readonly Row[]): Promise<Uint8Array> {
  const cell = (text: string, i: number) =>
    i === 0
      ? { value: new Date(`${text}T00:00:00Z`), type: Date, format: 'yyyy-mm-dd' }
      : /^\d$/.test(text)
        ? { value: Number(text), type: Number }
        : { value: text, type: String }
  const data = [TEMPLATE_HEADINGS.map(value => ({ value, type: String })), ...rows.map(row => row.map(cell))]
  return new Uint8Array(await writeXlsxFile(data as unknown as Parameters<typeof writeXlsxFile>[0]).toBuffer())
}
const listed = async () => (await manager.get(IMPORTS)).body.imports

it('shows what a file holds and keeps nothing, then keeps all of it, marked as a file [S49]', async () => {
  const file = csv(lines(40))
  const seen = await look(file)
  expect(seen.body).toMatchObject({
    rows: 40,
    from: EARLIER,
    to: EARLIER,
    services: [{ id: 'legalisir', n: 40 }],
    problems: [],
  })
  expect(await count('skm_answers')).toBe(0)
  expect((await keep(file)).status).toBe(201)
  expect([await count('skm_answers'), await count('skm_profiles')]).toEqual([40, 40])
  const [row] = await app.db.kysely.selectFrom('skm_answers').selectAll().limit(1).execute()
  expect(row).toMatchObject({ channel: 'import', counter_id: '', date: EARLIER, biaya: 4 })
  expect(await listed()).toMatchObject([{ name: 'skm 2025.csv', rows: 40, taken: false, fixed: false }])
  const [audit] = await app.db.kysely.selectFrom('audit').select('detail').where('what', '=', 'import.keep').execute()
  expect(JSON.parse(audit!.detail)).toMatchObject({ office: 'samarinda', rows: 40 })
})

it('keeps nothing of a file with a wrong row, and names row, column and cell [S49]', async () => {
  const rows = [...lines(12), put(line(1), 3, '7'), put(line(2), 0, '2025-02-30')]
  const { status, body } = await keep(csv(rows))
  expect(status).toBe(200)
  expect(body.problems).toEqual([
    { row: 14, column: 'U2 Sistem, Mekanisme, dan Prosedur', word: 'score', values: { value: '7' } },
    { row: 15, column: 'Tanggal', word: 'date', values: { value: '2025-02-30' } },
  ])
  expect(await count('skm_answers')).toBe(0)
})

it('takes the same file once, and the same request again the same [S49]', async () => {
  const file = csv(lines(12))
  expect((await keep(file, 'one')).status).toBe(201)
  expect((await keep(file, 'one')).status).toBe(201)
  expect((await keep(file, 'two')).body.error.code).toBe('IMPORT_KNOWN')
  expect((await keep(csv(lines(13)), 'one')).body.error.code).toBe('COMMAND_ID_REUSED')
  expect((await look(file)).body.known).toBe(true)
  const both = await Promise.all(['a', 'b'].map(key => keep(csv(lines(14)), key)))
  expect(both.map(one => one.status).sort()).toEqual([201, 409])
  expect(await count('skm_answers')).toBe(26)
})

const quoted = (cell: string) => (cell.includes(',') ? `"${cell}"` : cell)

it('knows answers again that were saved anew, in another order, with other columns and as a workbook [S49]', async () => {
  const rows = lines(14)
  expect((await keep(csv(rows), 'one')).status).toBe(201)
  const turned = (row: Row) => [...row].reverse()
  const again = [
    `${csv(rows)}\r\n`,
    csv([...rows].reverse()).replaceAll('\r\n', '\n'),
    [TEMPLATE_HEADINGS, ...rows].map(row => row.map(quoted).join(',')).join('\r\n'),
    csv(
      rows.map(row => ['7', ...row]),
      ['No', ...TEMPLATE_HEADINGS],
    ),
    csv(rows.map(turned), turned(TEMPLATE_HEADINGS)),
    await workbook(rows),
  ]
  for (const [i, file] of again.entries()) {
    expect((await look(file)).body, `${i}`).toMatchObject({ known: true, problems: [] })
    expect((await keep(file)).body.error?.code, `${i}`).toBe('IMPORT_KNOWN')
  }
  // The same request once more is the same, also with its file saved anew; one answer more or another one is another file.
  expect((await keep(again[1]!, 'one')).status).toBe(201)
  expect(await count('skm_answers')).toBe(14)
  expect((await look(csv([...rows, line(1)]))).body.known).toBe(false)
  expect((await look(csv([...rows.slice(1), put(line(1), 4, '3')]))).body.known).toBe(false)
})

it('answers the same request the same, also when its figures have been published since [S49]', async () => {
  const file = csv(lines(12))
  await keep(file, 'one')
  await app.db.kysely.insertInto('publications').values(PUBLISHED).execute()
  expect((await keep(file, 'one')).status).toBe(201)
  expect(await count('skm_answers')).toBe(12)
})

it('knows a file that came when files were known by their bytes [S49]', async () => {
  const file = csv(lines(12))
  await keep(file)
  const hash = createHash('sha256').update(file).digest('base64url')
  await app.db.kysely.updateTable('answer_imports').set({ hash }).execute()
  expect((await look(file)).body.known).toBe(true)
})

it('refuses a formula, a file that is none, and answers too few to come so late [S49]', async () => {
  const word = async (bytes: string | Uint8Array) =>
    (await look(bytes)).body.problems.map((p: { word: string }) => p.word)
  expect(await word(csv([put(line(1), 15, '=1+1')]))).toEqual(['formula'])
  expect(await word(new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]))).toEqual(['unreadable'])
  expect(await word(csv([]))).toEqual(['empty'])
  await keep(csv(lines(12)))
  // From now on there is something in that year: ten of a service and week come together, or none.
  const { problems } = (await look(csv(lines(9, '2025-05-06')))).body
  expect(problems).toEqual([
    { row: 0, column: '', word: 'few', values: { service: 'legalisir', from: '2025-05-05', to: '2025-05-11', n: 9 } },
  ])
  expect(await word(csv(lines(10, '2025-05-06')))).toEqual([])
})

it('takes a whole file back with a reason, on record, and lets it come again [S49]', async () => {
  const file = csv(lines(300))
  await keep(file)
  const [{ id }] = await listed()
  const back = `${IMPORTS}/${id}/take-back`
  expect((await manager.post(back, { reason: 'salah' })).status).toBe(400)
  expect((await manager.post(back, { reason: 'Berkas bulan lain' })).status).toBe(200)
  expect((await manager.post(back, { reason: 'Berkas bulan lain' })).status).toBe(200)
  expect([await count('skm_answers'), await count('skm_profiles')]).toEqual([0, 0])
  expect(await listed()).toMatchObject([{ taken: true, reason: 'Berkas bulan lain' }])
  expect((await keep(file)).status).toBe(201)
  const what = await app.db.kysely.selectFrom('audit').select('what').where('what', 'like', 'import.%').execute()
  expect(what.map(one => one.what)).toEqual(['import.keep', 'import.takeBack', 'import.keep'])
})

it('changes nothing of what is published, neither by a file nor by taking one back [S49]', async () => {
  await keep(csv(lines(30)))
  await app.db.kysely.insertInto('publications').values(PUBLISHED).execute()
  const [{ id, fixed }] = await listed()
  expect(fixed).toBe(true)
  expect((await manager.post(`${IMPORTS}/${id}/take-back`, { reason: 'Berkas bulan lain' })).body.error.code).toBe(
    'IMPORT_FIXED',
  )
  expect((await look(csv(lines(20, '2025-02-04')))).body.problems[0]).toMatchObject({ word: 'fixed', row: 2 })
  expect(await count('skm_answers')).toBe(30)
})

it('clears away what a process left half way when it ended [S49]', async () => {
  const file = csv(lines(12))
  await keep(file)
  const [row] = await app.db.kysely.selectFrom('answer_imports').selectAll().execute()
  const left = { ...row!, id: 'left', hash: 'other', state: 'coming' as const, secret: 'left', rows: 600 }
  await app.db.kysely.insertInto('answer_imports').values(left).execute()
  const sheets = Array.from({ length: 250 }, () => ({
    date: EARLIER,
    service: 'legalisir',
    answers: { waktu: 1 as const },
    profile: {},
  }))
  await app.db.atomic(
    collectedInsert(app.db, { office: 'samarinda', channel: 'import', secret: 'left', first: 0, sheets }),
  )
  await app.clearCollected()
  expect(await count('skm_answers')).toBe(262)
  app.clock.now += 3 * MINUTE
  await app.clearCollected()
  expect([await count('skm_answers'), await count('skm_profiles')]).toEqual([12, 12])
  expect(await app.db.kysely.selectFrom('answer_imports').select('id').execute()).toHaveLength(1)
})

it('reads a workbook as it reads the text, with dates as dates [S49]', async () => {
  expect((await look(await workbook(lines(12)))).body).toMatchObject({ rows: 12, from: EARLIER, problems: [] })
})

it('opens files of answers to whoever decides, of this office alone [S49 A1]', async () => {
  for (const who of ['petugas1', 'meja', 'atasan', 'admin'])
    expect((await sentFile(app, await app.as(who), LOOK, csv(lines(12)))).status, who).toBe(403)
  expect((await sentFile(app, app.visitor(), LOOK, csv(lines(12)))).status).toBe(401)
})

it('tells what an import changed at once, also where as many came as went [S49]', async () => {
  const quarter = '/api/offices/samarinda/period-figures?period=2025-Q1'
  const ikm = async () => (await manager.get(quarter)).body.figures?.result.ikm
  const all = (mark: string) =>
    csv(
      Array.from({ length: 400 }, (_, i) =>
        line(i, addDays('2025-01-06', i % 60)).map((cell, c) => (c > 1 && c < 11 ? mark : cell)),
      ),
    )
  await keep(all('4'))
  expect(await ikm()).toBe(100)
  const [{ id }] = await listed()
  await manager.post(`${IMPORTS}/${id}/take-back`, { reason: 'Berkas bulan lain' })
  expect(await ikm()).toBeUndefined()
  await keep(all('3'))
  expect(await ikm()).toBeCloseTo((8 * 75 + 100) / 9, 2)
})
