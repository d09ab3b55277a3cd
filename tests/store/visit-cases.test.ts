import { sql, type Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { createQueueDays } from '../../server/services/queue/queue-days.ts'
import { caseColumns } from '../../server/store/schema/case-columns.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { aPlan, DATE, OFFICE, OPENING } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('what visits were for', store => {
  it('stands with each, and is found in the journal for those that were written without it [D29 B22]', async () => {
    let now = OPENING
    let ids = 0
    const calendar = { today: () => DATE, planOf: () => aPlan() }
    const days = createQueueDays({ journal: store.db.journal, calendar, now: () => now, newId: () => `own${++ids}` })
    const act = async (by: string, request: Request) => {
      now += 10_000
      return days.execute(OFFICE, { id: `c${++ids}`, by, ...request } as Command)
    }
    const desk = async (...verbs: ('callNext' | 'start' | 'skip' | 'finish' | 'undo')[]) => {
      for (const verb of verbs) await act('staff:sari', { verb, counterId: '1' })
    }
    const take = (n: number, said?: string) =>
      act('device:kiosk', {
        ...{ verb: 'takeTicket', serviceId: 'ktp', priority: false, ticketId: `t${n}` },
        ...(said === undefined ? {} : { case: said }),
      } as Request)
    await act('staff:sari', { verb: 'openCounter', counterId: '1', services: ['ktp', 'kk'] })
    await take(0, 'lost')
    await take(1)
    await take(2, 'lost')
    // Said anew before the call; one said nothing; one is sent on, and its case stays behind.
    await act('holder', { verb: 'chooseCase', no: 0, case: 'first' })
    await desk('callNext', 'start', 'finish', 'callNext', 'start', 'finish', 'callNext', 'start')
    await act('staff:sari', { verb: 'transfer', counterId: '1', serviceId: 'kk' })
    await desk('undo', 'finish')
    await take(3, 'lost')
    await desk('callNext', 'start')
    await act('staff:sari', { verb: 'transfer', counterId: '1', serviceId: 'kk' })
    await desk('callNext', 'start', 'finish')

    const { kysely } = store.db
    const rows = () => kysely.selectFrom('visits').select(['no', 'outcome', 'case_id']).orderBy('seq').execute()
    const written = await rows()
    expect(written.map(v => [v.no, v.outcome, v.case_id])).toEqual([
      [0, 'done', 'first'],
      [1, 'done', null],
      [2, 'done', 'lost'],
      [3, 'transferred', 'lost'],
      [3, 'done', null],
    ])
    await sql`alter table visits drop column case_id`.execute(kysely)
    await caseColumns(kysely as Kysely<unknown>)
    expect(await rows()).toEqual(written)
  })
})
