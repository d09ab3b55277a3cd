import { afterEach, beforeEach, expect, it } from 'vitest'
import type { UnitFigures } from '../../shared/officer/figures.ts'
import { atClock, MINUTE } from '../../shared/kit/time.ts'
import { counterPath, MORNING, testApp, TICKETS, type TestApp, type Visitor } from '../helpers/test-app.ts'

let app: TestApp
let officer: Visitor
let manager: Visitor
beforeEach(async () => {
  app = await testApp()
  officer = await app.as('petugas1')
  manager = await app.as('manajer')
  await officer.post(counterPath('1', 'open'))
})
afterEach(async () => {
  expect(app.failures).toEqual([])
  await app.close()
})

const act = async (verb: string, body: object = {}) => {
  app.clock.now += 2 * MINUTE
  const answer = await officer.post(counterPath('1', verb), body)
  expect([verb, answer.status]).toEqual([verb, 200])
}

/** What the manager and the officer read, both at the same later moment. */
async function read() {
  const { now } = app.clock
  app.clock.now = atClock('2026-06-09', '12:00', 'WITA')
  const unit = (await manager.get('/api/offices/samarinda/figures')).body as UnitFigures
  const own = (await officer.get('/api/me/record')).body.record
  app.clock.now = now
  return { unit, own }
}

/** Six people of whom some were served, so that there is a median, and the seventh at the counter. */
async function morning(...before: readonly string[]): Promise<void> {
  for (let i = 0; i < 9; i++) {
    app.clock.now = MORNING + i * MINUTE
    await officer.post(TICKETS, { serviceId: 'ktp-el' })
  }
  for (let i = 0; i < 6; i++) for (const verb of ['call-next', 'start', 'finish']) await act(verb)
  for (const verb of before) await act(verb)
}

it.each([
  ['call-next', [], {}],
  ['skip', ['call-next'], {}],
  ['start', ['call-next'], {}],
  ['finish', ['call-next', 'start'], {}],
  ['call-next', ['call-next', 'start'], {}],
  ['park', ['call-next', 'start'], { reason: 'copy' }],
  ['transfer', ['call-next', 'start'], { serviceId: 'legalisir' }],
] as const)('leave no trace of an undone act: %s after %j [Y3] [O15]', async (verb, before, body) => {
  await morning(...before)
  const was = await read()
  expect(was.unit.wait).toMatchObject({ n: 9, p50: { ms: expect.any(Number) } })
  app.clock.now += MINUTE
  await act(verb, body)
  // A start is in no figure before its visit ends.
  if (verb !== 'start') expect(await read()).not.toEqual(was)
  app.clock.now += 20_000
  expect((await officer.post(counterPath('1', 'undo'))).status).toBe(200)
  expect(await read()).toEqual(was)
})
