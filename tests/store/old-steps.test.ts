import { sql, type Kysely } from 'kysely'
import { expect, it } from 'vitest'
import { stepColumns } from '../../server/store/schema/step-columns.ts'
import { overDialects } from '../helpers/dialects.ts'

/** A file as it was written then: one for each ticket. */
const fill = (db: Kysely<unknown>, id: string, ticket: string, service: string) =>
  sql`insert into applications
    (id, ticket_id, office, service_id, officer_id, number, opened_at, promised_on, working_days, state, changed_at, steps)
    values (${id}, ${ticket}, 'samarinda', ${service}, 'sari', 'C-001', 1, '2026-06-12', 3, 'received', 1, 0)`.execute(
    db,
  )

overDialects('files of documents from before visits had several steps', store => {
  it('stay the files of their tickets, and a ticket may then have one for each service [Y3]', async () => {
    const { kysely } = store.db
    const old = kysely as Kysely<unknown>
    // The tables as they stood before the step.
    await sql`drop index applications_ticket`.execute(old)
    await old.schema.alterTable('applications').dropColumn('ticket_id').execute()
    await old.schema.alterTable('applications').renameColumn('part_key', 'ticket_id').execute()
    await old.schema.alterTable('visits').dropColumn('parts').execute()
    await fill(old, 'a1', 't1', 'akta')
    await fill(old, 'a2', 't2', 'kk')

    await stepColumns(old)
    // What was unique stays unique under its new name, so the same ticket takes a file for another service and none twice.
    const again = (id: string, key: string) =>
      sql`insert into applications
        (id, ticket_id, part_key, office, service_id, officer_id, number, opened_at, promised_on, working_days, state, changed_at, steps)
        values (${id}, 't1', ${key}, 'samarinda', 'kk', 'sari', 'C-001', 1, '2026-06-12', 3, 'received', 1, 0)`.execute(
        old,
      )
    await again('a3', 't1 kk')
    await expect(again('a4', 't1 akta')).rejects.toThrow()
    const keys = await kysely.selectFrom('applications').select(['ticket_id', 'part_key']).orderBy('id').execute()
    expect(keys).toEqual([
      { ticket_id: 't1', part_key: 't1 akta' },
      { ticket_id: 't2', part_key: 't2 kk' },
      { ticket_id: 't1', part_key: 't1 kk' },
    ])
    expect(await kysely.selectFrom('visits').select('parts').execute()).toEqual([])
  })
})
