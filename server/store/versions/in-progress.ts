import type { Database } from '../open/database.ts'

/** How many documents of each service of an office are being made. */
export async function documentsInProgress(
  { kysely }: Database,
  office: string,
): Promise<Readonly<Record<string, number>>> {
  const rows = await kysely
    .selectFrom('applications')
    .select(['service_id', q => q.fn.countAll<number | string>().as('count')])
    .where('office', '=', office)
    .where('state', '!=', 'handedOver')
    .groupBy('service_id')
    .execute()
  return Object.fromEntries(rows.map(r => [r.service_id, Number(r.count)]))
}
