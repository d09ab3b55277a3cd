import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { visitsAround, visitsBetween } from '../../server/store/visits.ts'
import { addDays } from '../../shared/kit/time.ts'
import { surveyed } from '../helpers/surveyed.ts'
import { testApp, type TestApp } from '../helpers/test-app.ts'

const [OFFICE, FROM, TO] = ['samarinda', '2026-05-01', '2026-05-07'] as const
let app: TestApp
beforeAll(async () => {
  app = await testApp()
  const said = surveyed(app.db)
  for (let date: string = FROM; date <= TO; date = addDays(date, 1))
    for (const officer of ['p1', 'p2', 'p3']) await said.visits(2, officer, '3', date)
})
afterAll(() => app.close())

describe('visits of many days', () => {
  it('are read in the order of the days, each day once, and let a counter go first in between [O200]', async () => {
    const others = new Promise<void>(resolve => setImmediate(resolve)).then(() => 'others')
    const read = visitsBetween(app.db, OFFICE, FROM, TO)
    expect(await Promise.race([others, read.then(() => 'read')])).toBe('others')
    const visits = await read
    expect(visits).toHaveLength(7 * 3 * 2)
    expect(visits.map(v => v.date)).toEqual(visits.map(v => v.date).sort())
    expect(await visitsBetween(app.db, OFFICE, TO, FROM)).toEqual([])
  })

  it('around an officer are those of the tickets in which the officer had a hand, also by colleagues [O200]', async () => {
    const all = await visitsBetween(app.db, OFFICE, FROM, TO)
    const taken = all.find(v => v.officer_id === 'p1' && v.date === '2026-05-03')!
    const other = all.find(v => v.officer_id === 'p2' && v.date === '2026-05-03')!
    // Half of the visit was done by a colleague.
    await app.db.kysely
      .updateTable('visits')
      .set({ no: taken.no, service_id: 'legalisir' })
      .where('office', '=', OFFICE)
      .where('date', '=', other.date)
      .where('seq', '=', other.seq)
      .execute()
    const around = await visitsAround(app.db, OFFICE, 'p1', FROM, TO)
    expect(around.filter(v => v.officer_id === 'p1')).toHaveLength(14)
    expect(around.filter(v => v.officer_id !== 'p1')).toMatchObject([{ no: taken.no, officer_id: 'p2' }])
  })
})
