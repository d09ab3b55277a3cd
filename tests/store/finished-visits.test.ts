import { expect, it } from 'vitest'
import { finishedVisits } from '../../server/store/visits.ts'
import { overDialects } from '../helpers/dialects.ts'
import { DATE, entry, OFFICE, taken, ticketRow, visitRow } from '../helpers/entries.ts'

overDialects('users of a service', store => {
  it('are its finished visits, as a number, by service and by counter', async () => {
    const visits = [
      visitRow(0, 1),
      visitRow(1, 2, { counter_id: '2' }),
      visitRow(2, 3, { service_id: 'kk' }),
      visitRow(3, 4, { outcome: 'missed' }),
      visitRow(4, 5, { outcome: 'transferred' }),
    ]
    await store.db.journal.append([
      entry({ events: visits.map(v => taken(v.seq)), tickets: visits.map(v => ticketRow(v.no)), visits }),
    ])
    const day = { from: DATE, to: DATE, officeId: OFFICE }
    const count = (part: object) => finishedVisits(store.db, { ...day, ...part })
    expect([await count({}), await count({ serviceId: 'ktp' }), await count({ counterId: '2' })]).toEqual([3, 2, 1])
    expect([await count({ officeId: 'lain' }), await count({ from: '2026-06-10', to: '2026-06-11' })]).toEqual([0, 0])
  })
})
