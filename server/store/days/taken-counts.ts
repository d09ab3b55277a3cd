import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'

/** How many tickets of the last closed days, the newest first, each service of an office had. */
export async function takenCounts(
  { kysely }: Database,
  office: string,
  { before, days }: { readonly before: LocalDate; readonly days: number },
): Promise<ReadonlyMap<string, number>> {
  const dates = await kysely
    .selectFrom('tickets')
    .select('date')
    .distinct()
    .where('office', '=', office)
    .where('date', '<', before)
    .orderBy('date', 'desc')
    .limit(days)
    .execute()
  const from = dates.at(-1)?.date
  if (from === undefined) return new Map()
  const rows = await kysely
    .selectFrom('tickets')
    .select(e => ['service_id', e.fn.countAll().as('n')])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<', before)
    .groupBy('service_id')
    .execute()
  return new Map(rows.map(({ service_id, n }) => [service_id, Number(n)]))
}
