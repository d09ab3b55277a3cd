import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { OutagesTable } from './schema/tables.ts'

/** A service closed for a while. */
export async function openOutage({ kysely }: Database, outage: OutagesTable): Promise<void> {
  await kysely
    .insertInto('outages')
    .values(outage)
    .onConflict(known => known.column('id').doNothing())
    .execute()
}

/** It opened again, or its reason changed. */
export async function closeOutage(
  { kysely }: Database,
  which: { office: string; date: LocalDate; serviceId: string; at: Instant },
): Promise<void> {
  await kysely
    .updateTable('outages')
    .set({ until: which.at })
    .where('office', '=', which.office)
    .where('date', '=', which.date)
    .where('service_id', '=', which.serviceId)
    .where('until', 'is', null)
    .execute()
}

/** Outages of an office from one date to another, both included. */
export async function outagesBetween(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly OutagesTable[]> {
  return kysely
    .selectFrom('outages')
    .selectAll()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .orderBy('since')
    .execute()
}
