import { expect, it } from 'vitest'
import {
  answeredFrom,
  answerSources,
  deskNetworks,
  eraseNetworks,
  rememberDesk,
} from '../../server/store/answer-sources.ts'
import { DATE, OFFICE } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('where answers came from', store => {
  const source = { office: OFFICE, date: DATE, counter_id: '1', network: 'a', stretch: 5 }

  it('is counted by place and stretch, also at the same moment, and by nothing else [S16]', async () => {
    const { db } = store
    await Promise.all([1, 2, 3].map(() => db.atomic([answeredFrom(db, source)])))
    await db.atomic([answeredFrom(db, { ...source, stretch: 6 }), answeredFrom(db, { ...source, office: 'lain' })])
    const rows = [...(await answerSources(db, OFFICE))].sort((a, b) => a.stretch - b.stretch)
    expect(rows).toEqual([
      { ...source, answers: 3 },
      { ...source, stretch: 6, answers: 1 },
    ])
  })

  it('goes with its days; a network of the desk stays while somebody signs in from it [S16]', async () => {
    const { db } = store
    await db.atomic([answeredFrom(db, source)])
    await rememberDesk(db, OFFICE, 'a', '2026-05-01')
    await rememberDesk(db, OFFICE, 'b', '2026-05-01')
    await rememberDesk(db, OFFICE, 'a', DATE)
    await eraseNetworks(db, DATE)
    expect([(await answerSources(db, OFFICE)).length, [...(await deskNetworks(db, OFFICE))]]).toEqual([1, ['a']])
    await eraseNetworks(db, '2026-07-01')
    expect([(await answerSources(db, OFFICE)).length, (await deskNetworks(db, OFFICE)).size]).toEqual([0, 0])
  })
})
