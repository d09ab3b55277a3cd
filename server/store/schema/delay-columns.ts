import type { Kysely } from 'kysely'

/** The step that gives a late document a new date and a cause, and the one that stands now. */
export async function delayColumns(db: Kysely<unknown>): Promise<void> {
  for (const column of ['new_date', 'cause', 'note'])
    await db.schema.alterTable('application_steps').addColumn(column, 'text').execute()
  for (const column of ['delayed_to', 'delay_cause', 'delay_note'])
    await db.schema.alterTable('applications').addColumn(column, 'text').execute()
  await db.schema.alterTable('applications').addColumn('delayed_at', 'bigint').execute()
}
