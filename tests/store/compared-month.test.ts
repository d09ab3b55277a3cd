import { expect, it } from 'vitest'
import { comparedMonth } from '../../server/services/integrity/compare.ts'
import type { AnswerChannel } from '../../shared/survey/collect/channels.ts'
import { fixedPeriod } from '../../shared/survey/fixed-periods.ts'
import { overDialects } from '../helpers/dialects.ts'
import { surveyed } from '../helpers/surveyed.ts'

overDialects('a month without what is marked', store => {
  const period = fixedPeriod('2026-06')!
  const compared = (agencyOf?: (service: string, date: string) => string) =>
    comparedMonth(store.db, {
      ...{ office: 'samarinda', period, method: 'exact', minRatings: 10, today: '2026-08-01', opensOn: undefined },
      showing: { from: period.from, through: period.to },
      counters: new Map(),
      serversOf: row => [`officer p${row.counter_id}`],
      agencyOf,
    })
  const set = (ids: readonly string[], values: { readonly marks?: string; readonly channel?: AnswerChannel }) =>
    store.db.kysely
      .updateTable('skm_answers')
      .set(values)
      .where(
        'id',
        'in',
        ids.map(id => `a-${id}`),
      )
      .execute()

  /** At each of three counters 33 questionnaires of one week, of which twelve of the first day are marked. */
  async function answered() {
    const said = surveyed(store.db)
    const all = { marked: [] as string[], others: [] as string[] }
    for (const counter of ['1', '2', '3']) {
      const before = await said.visits(13, `p${counter}`, counter, '2026-06-02')
      const after = await said.visits(20, `p${counter}`, counter, '2026-06-04')
      await said.answered([...before, ...after])
      all.marked.push(...before.slice(1))
      all.others.push(before[0]!, ...after)
    }
    await set(all.marked, { marks: '["minutes"]' })
    return all
  }

  it('is told where ten and more of each week, service and counter are left, and not as the rest of an agency [S52]', async () => {
    await answered()
    expect(await compared()).toMatchObject({ with: { n: 99 }, without: { n: 63 } })
    // The first agency has 39 questionnaires, of which 36 are marked: the rest would be three people.
    expect(await compared((_, date) => (date < '2026-06-03' ? 'capil' : 'dpmptsp'))).toMatchObject({ why: 'few' })
  })

  it('is not told as the rest of a road, for bursts come by one road [S52]', async () => {
    const { marked, others } = await answered()
    await set([...marked, ...others.slice(0, 3)], { channel: 'phone' })
    await set(others.slice(3), { channel: 'tablet' })
    expect(await compared()).toMatchObject({ why: 'few' })
  })

  it('rests on nobody whose answer the office brought in [S49] [S52]', async () => {
    const { others } = await answered()
    await set(others.slice(3), { channel: 'import' })
    expect(await compared()).toMatchObject({ why: 'few' })
  })
})
