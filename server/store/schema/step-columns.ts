import { sql, type Kysely } from 'kysely'

/** Step `0023-steps`: how many services a visit did in one go, and a file for each service of a ticket instead of one. */
export async function stepColumns(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('visits').addColumn('parts', 'integer').execute()
  // What is unique stays unique under another name, so that no table has to be built anew.
  await db.schema.alterTable('applications').renameColumn('ticket_id', 'part_key').execute()
  await db.schema.alterTable('applications').addColumn('ticket_id', 'text').execute()
  await sql`update applications set ticket_id = part_key`.execute(db)
  await sql`update applications set part_key = ticket_id || ' ' || service_id`.execute(db)
  await db.schema.createIndex('applications_ticket').on('applications').column('ticket_id').execute()
}

/** Step `0032-step-promises`: what was promised of the line of a later step of a visit. */
export async function stepPromises(db: Kysely<unknown>): Promise<void> {
  for (const column of ['promised_from', 'promised_to'])
    await db.schema.alterTable('visits').addColumn(column, 'bigint').execute()
}
