import { expect, it } from 'vitest'
import { comparedMonth } from '../../server/services/integrity/compare.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { overDialects } from '../helpers/dialects.ts'
import { surveyed } from '../helpers/surveyed.ts'

overDialects('a month in which a service changes its agency within a week', store => {
  it('is told without what is marked only as far as nobody is the rest of the figure of an agency [S52]', async () => {
    const said = surveyed(store.db)
    const period = fixedPeriod('2026-06')!
    for (const counter of ['1', '2', '3']) {
      const before = await said.visits(13, `p${counter}`, counter, '2026-06-02')
      const after = await said.visits(20, `p${counter}`, counter, '2026-06-04')
      await said.answered([...before, ...after])
      const marked = before.slice(1).map(id => `a-${id}`)
      await store.db.kysely.updateTable('skm_answers').set({ marks: '["minutes"]' }).where('id', 'in', marked).execute()
    }
    const compared = (agencyOf?: (service: string, date: string) => string) =>
      comparedMonth(store.db, {
        ...{ office: 'samarinda', period, method: 'exact', minRatings: 10, today: '2026-08-01', opensOn: undefined },
        showing: { from: period.from, through: period.to },
        counters: new Map(),
        serversOf: row => [`officer p${row.counter_id}`],
        agencyOf,
      })
    expect(await compared()).toMatchObject({ with: { n: 99 }, without: { n: 63 } })
    // The first agency has 39 questionnaires, of which 36 are marked: the rest would be three people.
    expect(await compared((_, date) => (date < '2026-06-03' ? 'capil' : 'dpmptsp'))).toMatchObject({ why: 'few' })
  })
})
