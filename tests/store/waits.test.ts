import { sql, type Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { createQueueDays } from '../../server/services/queue/queue-days.ts'
import { waitColumns } from '../../server/store/schema/wait-columns.ts'
import { MINUTE } from '../../shared/kit/time.ts'
import type { Command, Request } from '../../shared/queue/command.ts'
import { aPlan, DATE, OFFICE, OPENING } from '../helpers/days.ts'
import { overDialects } from '../helpers/dialects.ts'

overDialects('the lines of tickets and visits', store => {
  it('are found in the journal for rows that were written without them', async () => {
    let now = OPENING
    let ids = 0
    const calendar = { today: () => DATE, planOf: () => aPlan() }
    const days = createQueueDays({ journal: store.db.journal, calendar, now: () => now, newId: () => `own${++ids}` })
    const act = async (by: string, request: Request) => {
      now += MINUTE
      return days.execute(OFFICE, { id: `c${++ids}`, by, ...request } as Command)
    }
    const desk = (verb: 'callNext' | 'start' | 'skip' | 'finish') => act('staff:sari', { verb, counterId: '1' })
    await act('staff:sari', { verb: 'openCounter', counterId: '1', services: ['ktp', 'kk'] })
    for (let i = 0; i < 6; i++)
      await act('device:kiosk', { verb: 'takeTicket', serviceId: 'ktp', priority: false, ticketId: `t${i}` })
    // Put aside, fetched, sent on, called from the other line.
    for (const verb of ['callNext', 'start'] as const) await desk(verb)
    await act('staff:sari', { verb: 'park', counterId: '1', reason: 'copy' })
    await act('staff:sari', { verb: 'resume', counterId: '1', no: 0 })
    await act('staff:sari', { verb: 'transfer', counterId: '1', serviceId: 'kk' })
    for (const verb of ['callNext', 'start', 'finish'] as const) await desk(verb)
    // Missed and back in line; given back; missed for good; called; waiting.
    for (const verb of ['callNext', 'skip'] as const) await desk(verb)
    await act('holder', { verb: 'return', no: 1 })
    await act('holder', { verb: 'cancel', no: 3 })
    await act('system', { verb: 'cancel', no: 4, why: 'void' })
    for (const verb of ['callNext', 'skip', 'callNext'] as const) await desk(verb)

    const { kysely } = store.db
    const rows = async () => [
      await kysely.selectFrom('tickets').select(['no', 'state', 'queued_at', 'why']).orderBy('no').execute(),
      await kysely.selectFrom('visits').select(['no', 'seq', 'outcome', 'queued_at']).orderBy('seq').execute(),
    ]
    const written = await rows()
    expect(written[0]!.map(t => t.queued_at === null)).toContain(true)
    expect(written[0]!.filter(t => t.queued_at !== null).length).toBeGreaterThan(2)
    expect(written[1]!.filter(v => v.queued_at === null)).toMatchObject([{ no: 0, outcome: 'transferred' }])

    for (const column of ['tickets.queued_at', 'tickets.why', 'visits.queued_at']) {
      const [table, name] = column.split('.') as [string, string]
      await sql`alter table ${sql.table(table)} drop column ${sql.ref(name)}`.execute(kysely)
    }
    await waitColumns(kysely as Kysely<unknown>)
    expect(await rows()).toEqual(written)
  })
})
