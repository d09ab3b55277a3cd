import type { LocalDate } from '../../shared/kit/time.ts'
import type { VisitRow } from '../journal/journal.ts'
import type { Database } from './open/database.ts'
import type { Part } from './survey-sums.ts'

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

/** How many visits were finished: the users of a service, a counter or the whole office over a period. */
export async function finishedVisits({ kysely }: Database, part: Omit<Part, 'officerId'>): Promise<number> {
  const { n } = await kysely
    .selectFrom('visits')
    .select(q => q.fn.countAll<number>().as('n'))
    .where('outcome', '=', 'done')
    .where('date', '>=', part.from)
    .where('date', '<=', part.to)
    .$if(part.officeId !== undefined, q => q.where('office', '=', part.officeId!))
    .$if(part.serviceId !== undefined, q => q.where('service_id', '=', part.serviceId!))
    .$if(part.counterId !== undefined, q => q.where('counter_id', '=', part.counterId!))
    .executeTakeFirstOrThrow()
  return n
}
