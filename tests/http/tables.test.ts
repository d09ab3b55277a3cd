import { readSheet } from 'read-excel-file/node'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { csvOf } from '../../server/services/tables/csv.ts'
import { xlsxOf } from '../../server/services/tables/xlsx.ts'
import { addDays, atClock, MINUTE } from '../../shared/kit/time.ts'
import type { UnitFigures } from '../../shared/officer/figures.ts'
import { TABLES, type TableName } from '../../shared/contracts/table-routes.ts'
import { numberText } from '../../shared/text/text.ts'
import { DATE } from '../helpers/entries.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'

let app: TestApp
let manager: Visitor

beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock(DATE, '11:00', 'WITA')
  manager = await app.as('manajer')
})

afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

async function take(asked: object): Promise<Buffer> {
  const { status, body } = await manager.post(`${OFFICE}/tables`, { lang: 'id', ...asked })
  expect(status, JSON.stringify(asked)).toBe(200)
  return Buffer.from((body as { content: string }).content, 'base64')
}

/** The lines of a CSV without a semicolon in its words. */
function linesOf(file: Uint8Array): readonly (readonly string[])[] {
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(file)
  expect(text[0]).toBe('\uFEFF')
  return text
    .slice(1)
    .trimEnd()
    .split('\r\n')
    .map(line => line.split(';').map(cell => cell.replace(/^"(.*)"$/, '$1')))
}

describe('a table that is taken along', () => {
  it('has the figures of the page to the digit, as CSV and as XLSX [O19]', async () => {
    const { visits } = surveyed(app.db)
    await visits(7, 'p2', '2')
    await visits(12, 'p1', '1', addDays(DATE, -1), 'kartu-keluarga')
    const period = { from: addDays(DATE, -1), to: DATE }
    const page = (await manager.get(`${OFFICE}/figures?from=${period.from}&to=${period.to}`)).body as UnitFigures
    const csv = linesOf(await take({ table: 'services', format: 'csv', ...period }))
    const [head, ...rows] = await readSheet(await take({ table: 'services', format: 'xlsx', ...period }))
    expect(head).toEqual(csv[0])
    const shown = page.services.filter(s => s.tickets > 0)
    expect(shown.length).toBe(2)
    expect(rows).toHaveLength(shown.length)
    for (const [i, s] of shown.entries()) {
      const minutes = numberText(s.wait.p50!.ms / MINUTE, 'id', 1)
      expect(csv[i + 1]!.slice(1, 3)).toEqual([String(s.tickets), minutes])
      expect(rows[i]!.slice(1, 3)).toEqual([s.tickets, Number(minutes.replace(',', '.'))])
      expect(rows[i]!.map(cell => (cell === null ? '' : String(cell).replace('.', ',')))).toEqual(
        csv[i + 1]!.map(cell => cell.replace(/,0$/, '')),
      )
    }
  })

  it('is there for every table, in both kinds, for whoever may read the unit [O19]', async () => {
    const said = surveyed(app.db)
    await saved(app, { minRatings: 10 })
    for (const date of ['2026-04-14', '2026-05-12'])
      for (const [officer, counter] of [
        ['p1', '1'],
        ['p2', '2'],
      ] as const) {
        const ids = await said.visits(12, officer, counter, date)
        await said.rated(ids, 4)
        await said.answered(ids)
      }
    const of: Partial<Record<TableName, object>> = {
      reasons: { period: '2026-04' },
      suggestions: { period: '2026-04', service: 'ktp-el' },
    }
    for (const table of TABLES)
      for (const format of ['csv', 'xlsx'])
        expect((await take({ table, format, ...of[table] })).length, table).toBeGreaterThan(10)
    const officer = await app.as('petugas1')
    const asked = { table: 'officers', format: 'csv', lang: 'id' }
    expect((await officer.post(`${OFFICE}/tables`, asked)).status).toBe(403)
  })

  it('is called after what it is of, whatever else was asked for [O19]', async () => {
    const asked = { from: '2026-06-01', to: '2026-06-02', period: '2026-06', service: 'ktp-el', counter: '1' }
    const nameOf = async (table: TableName) =>
      (await manager.post(`${OFFICE}/tables`, { table, format: 'csv', lang: 'id', ...asked })).body.name
    expect(await nameOf('services')).toBe('services_2026-06-01_2026-06-02.csv')
    expect(await nameOf('ratings')).toBe('ratings_2026-06.csv')
    expect(await nameOf('reasons')).toBe('reasons_2026-06.csv')
    expect(await nameOf('applications')).toBe('applications.csv')
    expect(await nameOf('searches')).toBe('searches.csv')
    const { service: _service, ...counter } = asked
    const of = { ...counter, period: '2026-Q2' }
    const unsur = await manager.post(`${OFFICE}/tables`, { table: 'unsur', format: 'csv', lang: 'id', ...of })
    expect(unsur.body.name).toBe('unsur_2026-Q2_1.csv')
  })

  it('tells nothing of marks that the page keeps closed [O19]', async () => {
    const said = surveyed(app.db)
    await said.rated(await said.visits(9, 'p1', '1'), 1)
    for (const table of ['unsur', 'methods', 'ratings'])
      expect(linesOf(await take({ table, format: 'csv', period: '2026-Q2' }))).toHaveLength(1)
  })

  it('holds no formula, whatever somebody was called [O20]', async () => {
    const evil = ['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '＝1', 'a;"b"', 'biasa']
    const table = {
      title: 'A/B: nama [yang] panjang sekali, lebih dari tiga puluh satu',
      columns: ['=nama', 'n', 'tanggal'],
      rows: evil.map(text => [text, { n: -1.5, digits: 1 }, { date: '2026-06-09' }]),
    }
    const text = new TextDecoder().decode(csvOf(table))
    expect(text.startsWith(`"'=nama";n;tanggal\r\n"'=1+1";-1,5;2026-06-09\r\n"'+1";`)).toBe(true)
    expect(text).toContain(`"a;""b""";-1,5;2026-06-09\r\nbiasa;`)
    expect(text).not.toMatch(/(^|\n|;)"?[=+@\t\r]/)
    const hidden = ['Bagus,=1+1', 'ok\t=1+1', 'ok|@x', 'satu\n-1', 'a", "=1+1', 'a;+1', 'Bagus, lalu = baik']
    const told = new TextDecoder().decode(csvOf({ title: 'x', columns: ['a', 'b'], rows: hidden.map(w => ['x', w]) }))
    expect(told).not.toMatch(/[,;|\t\r\n]["\s]*[=+@-]/)
    expect(
      told
        .split('\r\nx;')
        .slice(1)
        .map(cell => cell.trimEnd()),
    ).toEqual([
      `"Bagus,'=1+1"`,
      `"ok\t'=1+1"`,
      `"ok|'@x"`,
      `"satu\n'-1"`,
      `"a"", ""'=1+1"`,
      `"a;'+1"`,
      `"Bagus, lalu = baik"`,
    ])
    const file = await xlsxOf(table)
    const rows = await readSheet(Buffer.from(file))
    expect(rows[1]).toEqual(['=1+1', -1.5, new Date('2026-06-09')])
    expect(rows.slice(1).map(row => typeof row[1])).toEqual(evil.map(() => 'number'))
  })
})
