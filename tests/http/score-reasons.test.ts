import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { CounterScore, PersonRow } from '../../shared/officer/score/told.ts'
import { atClock } from '../../shared/kit/time.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { saved, testApp, type TestApp } from '../helpers/test-app.ts'

const OFFICE = '/api/offices/samarinda'
const DAYS = ['2026-01-12', '2026-02-10', '2026-03-11']

let app: TestApp
let said: ReturnType<typeof surveyed>

beforeEach(async () => {
  app = await testApp()
  app.clock.now = atClock('2026-04-08', '09:00', 'WITA')
  await saved(app, { scoresForManager: true })
  said = surveyed(app.db)
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

/** So many ratings of an officer at the counter of the same number on each of these days, a tenth of them slow. */
async function rated(no: string, service: string, n: number, days = DAYS) {
  for (const date of days) {
    const ids = await said.visits(n, `p${no}`, no, date, service)
    await said.rated(ids.slice(0, n / 10), 2, ['slow'])
    await said.rated(ids.slice(n / 10), 4)
  }
}

/** What is told of reasons, by officer and by counter, where figures are. */
async function told() {
  await app.scores.pass()
  app.clock.now = atClock('2026-04-14', '09:00', 'WITA')
  const people = await (await app.as('atasan')).get('/api/me/team/scores?period=2026-Q1')
  const counters = await (await app.as('manajer')).get(`${OFFICE}/counter-scores?period=2026-Q1`)
  const of = (rows: readonly (PersonRow | CounterScore)[]) =>
    Object.fromEntries(
      rows.flatMap(row => {
        const score = row.versions[0]?.score
        return score?.told === 'figures' ? [['officerId' in row ? row.officerId : row.counterId, score.reasons]] : []
      }),
    )
  return {
    people: of((people.body as { rows: PersonRow[] }).rows),
    counters: of((counters.body as { rows: CounterScore[] }).rows),
  }
}

async function assessed(...officers: readonly string[]) {
  const admin = await app.as('admin')
  for (const officerId of officers)
    await admin.post(`${OFFICE}/supervisions`, { officerId, assessorId: 'atasan', from: '2026-01-01', to: null })
}

describe('reasons beside a score', () => {
  it('are not told of whoever gave a service alone but for one citizen of a colleague, nor of the counter [O365]', async () => {
    await rated('1', 'ktp-el', 100, DAYS.slice(0, 1))
    await said.rated(await said.visits(1, 'p2', '2', DAYS[0], 'ktp-el'), 1, ['refused'])
    for (const no of ['3', '4', '5']) await rated(no, 'kartu-keluarga', 30)
    for (const no of ['6', '7']) await rated(no, 'legalisir', 30)
    await assessed('p1', 'p2', 'p3', 'p4', 'p5', 'p6', 'p7')
    const { people, counters } = await told()
    const view = await (await app.as('manajer')).get(`${OFFICE}/reasons?month=2026-01`)
    expect(JSON.stringify(view.body)).toContain('"refused":1')
    expect(people).toMatchObject({ p1: null, p3: { slow: 9 } })
    expect(counters).toMatchObject({ 1: null, 3: { slow: 9 } })
  })

  it('are told where colleagues share their services [O365]', async () => {
    for (const no of ['1', '2', '3', '4', '5']) {
      await rated(no, 'ktp-el', 20)
      await rated(no, 'kartu-keluarga', 10)
    }
    await assessed('p1', 'p2', 'p3')
    expect((await told()).people).toEqual({ p1: { slow: 9 }, p2: { slow: 9 }, p3: { slow: 9 } })
  })
})
