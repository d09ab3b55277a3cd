import type { LocalDate } from '../../shared/kit/time.ts'
import type { VisitRow } from '../journal/journal.ts'
import type { Database } from './database.ts'

/** The visits of an office, or of one of its officers, from one date to another, both included, in the order they ended. */
export async function visitsBetween(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
  { officerId }: { readonly officerId?: string } = {},
): Promise<readonly VisitRow[]> {
  return kysely
    .selectFrom('visits')
    .selectAll()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .$if(officerId !== undefined, q => q.where('officer_id', '=', officerId!))
    .orderBy('date')
    .orderBy('seq')
    .execute()
}
