import { expect, it } from 'vitest'
import { invitedVisits } from '../../server/store/surveys.ts'
import { overDialects } from '../helpers/dialects.ts'
import { DATE, entry, invitationRow, OFFICE, taken, ticketRow, visitRow } from '../helpers/entries.ts'

overDialects('users of a service', store => {
  it('are the visits that may answer, served in part too, as a number, by service and by counter [S13]', async () => {
    const visits = [
      visitRow(0, 1),
      visitRow(1, 2, { counter_id: '2' }),
      visitRow(2, 3, { service_id: 'kk' }),
      visitRow(3, 4, { outcome: 'missed' }),
      visitRow(4, 5, { outcome: 'transferred' }),
      // Left by its officer in the middle of the service, and taken over without a finish.
      visitRow(5, 6, { outcome: 'takenOver' }),
    ]
    const invitations = [
      ...[invitationRow(0), invitationRow(1, { counter_id: '2' }), invitationRow(2, { service_id: 'kk' })],
      invitationRow(5),
    ]
    await store.db.journal.append([
      entry({ events: visits.map(v => taken(v.seq)), tickets: visits.map(v => ticketRow(v.no)), visits, invitations }),
    ])
    const day = { from: DATE, to: DATE, officeId: OFFICE }
    const count = (part: object) => invitedVisits(store.db, { ...day, ...part })
    expect([await count({}), await count({ serviceId: 'ktp' }), await count({ counterId: '2' })]).toEqual([4, 3, 1])
    expect([await count({ officeId: 'lain' }), await count({ from: '2026-06-10', to: '2026-06-11' })]).toEqual([0, 0])
  })
})
