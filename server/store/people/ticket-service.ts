import type { Database } from '../open/database.ts'

/** The service at which a ticket of an office stands by now. */
export async function serviceOfTicket({ kysely }: Database, office: string, id: string): Promise<string | undefined> {
  const row = await kysely
    .selectFrom('tickets')
    .select('service_id')
    .where('id', '=', id)
    .where('office', '=', office)
    .executeTakeFirst()
  return row?.service_id
}
