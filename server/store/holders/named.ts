import type { LocalDate } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'

/** Documents of an office whose holder's name is kept, those of the latest visits first, with the name as it is sealed. */
export async function namedDocuments(
  { kysely }: Database,
  asked: {
    readonly office: string
    readonly service?: string | undefined
    /** Any of these and no others. */
    readonly services?: readonly string[] | undefined
    /** The day of the visit. */
    readonly date?: LocalDate | undefined
    readonly limit: number
  },
): Promise<readonly { readonly id: string; readonly name: string; readonly date: LocalDate }[]> {
  return kysely
    .selectFrom('holders as h')
    .innerJoin('applications as a', 'a.ticket_id', 'h.ticket_id')
    .select(['a.id as id', 'h.date as date'])
    .select(e => e.ref('h.name').$notNull().as('name'))
    .where('h.office', '=', asked.office)
    .where('h.name', 'is not', null)
    .$if(asked.service !== undefined, q => q.where('a.service_id', '=', asked.service!))
    .$if(asked.services !== undefined, q => q.where('a.service_id', 'in', [...asked.services!, '']))
    .$if(asked.date !== undefined, q => q.where('h.date', '=', asked.date!))
    .orderBy('h.date', 'desc')
    .orderBy('a.opened_at', 'desc')
    .orderBy('a.id')
    .limit(asked.limit)
    .execute()
}
