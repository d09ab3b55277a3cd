import type { Instant, LocalDate } from '../../shared/kit/time.ts'
import type { Database, Rows } from './open/database.ts'
import type { OutagesTable } from './schema/tables.ts'

interface ClosedAt {
  readonly office: string
  readonly date: LocalDate
  readonly serviceId: string
  readonly at: Instant
}

/** A service closed for a while, or its reason changed: the outage before ends where this one begins. Known, it changes nothing. */
export function openOutage(db: Database, outage: OutagesTable): Rows {
  const { id, office, date, service_id: serviceId, since: at } = outage
  const before = closing(db, { office, date, serviceId, at }).where('id', '!=', id).compile()
  const begun = db.kysely
    .insertInto('outages')
    .values(outage)
    .onConflict(known => known.column('id').doNothing())
    .compile()
  return [before, begun]
}

/** It opened again. What began later stays open. */
export function closeOutage(db: Database, which: ClosedAt): Rows {
  return [closing(db, which).compile()]
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

function closing({ kysely }: Database, { office, date, serviceId, at }: ClosedAt) {
  return kysely
    .updateTable('outages')
    .set({ until: at })
    .where('office', '=', office)
    .where('date', '=', date)
    .where('service_id', '=', serviceId)
    .where('since', '<=', at)
    .where('until', 'is', null)
}
