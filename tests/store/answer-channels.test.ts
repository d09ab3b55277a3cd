import { expect, it } from 'vitest'
import { answerSums } from '../../server/store/survey/answer-sums.ts'
import { answerSkm } from '../../server/store/surveys.ts'
import { createAnswerMonths } from '../../server/services/survey/answer-months.ts'
import type { AnswerChannel } from '../../shared/survey/collect/channels.ts'
import type { Score } from '../../shared/survey/instruments.ts'
import { UNSUR } from '../../shared/survey/instruments.ts'
import { sumsOf } from '../../shared/survey/statistics/sheet.ts'
import { overDialects } from '../helpers/dialects.ts'
import { DATE, entry, invitationRow, OFFICE, ticketId } from '../helpers/entries.ts'
import { nine } from '../helpers/surveyed.ts'

overDialects('roads of answers', store => {
  async function answered(given: readonly (readonly [AnswerChannel | undefined, Score])[]) {
    await store.db.journal.append([entry({ invitations: given.map((_, i) => invitationRow(i)) })])
    for (const [no, [channel, score]] of given.entries())
      await answerSkm(store.db, ticketId(no), { key: 'k', id: `a-${no}`, answers: nine(score), channel })
  }
  const days = { from: DATE, to: DATE }
  const GIVEN = [
    ['phone', 4],
    ['tablet', 3],
    ['phone', 2],
    [undefined, 1],
    ['phone', 4],
  ] as const

  it('adds up the answers of a service by the road on which they came, and all of them together [S47]', async () => {
    await answered(GIVEN)
    const { services, channels } = await answerSums(store.db, OFFICE, days)
    const roads = channels.get('ktp')!
    expect([...roads].map(([road, { n }]) => [road, n]).sort()).toEqual([
      ['phone', 3],
      ['tablet', 1],
      ['unknown', 1],
    ])
    const all = sumsOf(
      GIVEN.map(([, score]) => ({ day: DATE, marks: UNSUR.map(() => score) })),
      UNSUR.length,
    )
    expect(services.get('ktp')).toEqual(all)
  })

  it('tells the roads of a period of several months together [S47]', async () => {
    await answered(GIVEN)
    const months = createAnswerMonths({ db: store.db, today: () => '2026-12-31' })
    const year = await months.of(OFFICE, { from: '2026-01-01', to: '2026-12-31' })
    expect([...year.channels.get('ktp')!].map(([road, { n }]) => [road, n]).sort()).toEqual([
      ['phone', 3],
      ['tablet', 1],
      ['unknown', 1],
    ])
    expect(year.services.get('ktp')!.n).toBe(5)
  })
})
