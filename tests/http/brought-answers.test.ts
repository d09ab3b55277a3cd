import { afterEach, beforeEach, expect, it } from 'vitest'
import { addDays, atClock } from '../../shared/kit/time.ts'
import { TEMPLATE_HEADINGS } from '../../shared/survey/collect/import-table.ts'
import { sentFile } from '../helpers/sent-file.ts'
import { nine, surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp, type Visitor } from '../helpers/test-app.ts'

/** What somebody of the office brings in hides nobody: whoever brought it takes it away from what is shown. */
const OFFICE = '/api/offices/samarinda'
const WEEKS = Array.from({ length: 10 }, (_, week) => addDays('2026-01-06', 7 * week))
let app: TestApp
let manager: Visitor
beforeEach(async () => {
  app = await testApp()
  const said = surveyed(app.db)
  for (const counter of ['1', '2', '3'])
    for (const week of WEEKS) await said.answered(await said.visits(8, `p${counter}`, counter, week), nine(3))
  app.clock.now = atClock('2026-06-20', '10:00', 'WITA')
  manager = await app.as('manajer')
})
afterEach(() => app.close())

const row = (date: string, service: string, education = 'S1') => [
  ...[date, service, ...Array.from({ length: 9 }, () => '4'), 'L', '34', education, '', ''],
]
async function bring(rows: readonly (readonly string[])[]): Promise<void> {
  const file = `\uFEFF${[TEMPLATE_HEADINGS, ...rows].map(one => one.join(';')).join('\r\n')}\r\n`
  const { status } = await sentFile(app, manager, `${OFFICE}/answer-imports`, file, { name: 'a.csv' })
  expect(status).toBe(201)
}
const served = async (people: number, service: string, profile = {}) => {
  const said = surveyed(app.db)
  await said.answered(await said.visits(people, 'p1', '1', '2026-02-10', service), nine(1), undefined, profile)
}
const ofService = async (id: string) => (await manager.get(`${OFFICE}/ikm?service=${id}&period=2026-Q1`)).body.showing

it('opens no service of three by a file of a hundred [S18] [S49]', async () => {
  await served(3, 'legalisir')
  await bring(WEEKS.flatMap(week => Array.from({ length: 10 }, () => row(week, 'legalisir'))))
  expect(await ofService('legalisir')).toEqual({ why: 'difference' })
})

it('opens nothing of one officer by a file of ten [S26] [S49]', async () => {
  await served(25, 'legalisir')
  expect(await ofService('legalisir')).toEqual({ why: 'alone' })
  await bring(Array.from({ length: 10 }, () => row('2026-02-10', 'legalisir')))
  expect(await ofService('legalisir')).not.toHaveProperty('through')
})

it('is told by itself where nothing else came [S49]', async () => {
  await bring(WEEKS.flatMap(week => Array.from({ length: 10 }, () => row(week, 'legalisir'))))
  expect(await ofService('legalisir')).toHaveProperty('through')
})

it('counts no single visitor in the profile [S57]', async () => {
  await served(1, 'ktp-el', { education: 'S3' })
  await bring(WEEKS.flatMap(week => Array.from({ length: 10 }, () => row(week, 'ktp-el', 'S3'))))
  const { figures } = (await manager.get(`${OFFICE}/period-figures?period=2026-Q1`)).body
  const { rows } = figures.profile.find((one: { item: string }) => one.item === 'education')
  expect(rows.map((one: { value: string }) => one.value)).not.toContain('S3')
})
