import { expect, it } from 'vitest'
import { plannedDoors } from '../../server/store/days/planned-doors.ts'
import { addDays } from '../../shared/kit/time.ts'
import { aPlan, DATE, OFFICE, OPENING } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('the doors of past days', store => {
  const plan = (seq: number, date: string, doors: ReturnType<typeof aPlan>['doors']) => ({
    ...{ office: OFFICE, date, tickets: [], visits: [], invitations: [] },
    events: [{ seq, at: OPENING, type: 'dayPlanned' as const, plan: { ...aPlan(), doors } }],
  })

  it('are those of the last plan of each date, none where it was closed, and unknown where nobody planned [O12]', async () => {
    const { db } = store
    const doors = aPlan().doors!
    const later = { ...doors, to: doors.to + 3_600_000 }
    const [next, other] = [addDays(DATE, 1), addDays(DATE, 3)]
    await db.journal.append([plan(1, DATE, doors), plan(1, next, doors), plan(1, other, doors)])
    await db.journal.append([plan(2, DATE, later), plan(2, next, null)])
    expect(await plannedDoors(db, OFFICE, DATE, addDays(DATE, 2))).toEqual(
      new Map([
        [DATE, later],
        [next, null],
      ]),
    )
  })
})
