import { sql, type SqlBool } from 'kysely'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { eventsRead } from '../../journal/journal.ts'
import type { Database } from '../open/database.ts'

/** What happened to the counters of an office from one date to another, both included: its events by date, in order. */
export async function counterEvents(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<LocalDate, readonly DayEvent[]>> {
  const rows = await kysely
    .selectFrom('journal')
    .select(['date', 'body'])
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    // As in its index, so that the days themselves are not read.
    .where(
      sql<SqlBool>`type in ('counterOpened', 'counterClosed', 'counterLeft', 'counterMinded', 'counterTakenOver', 'breakStarted')`,
    )
    .orderBy('date')
    .orderBy('seq')
    .execute()
  return new Map(
    [...grouped(rows, row => row.date)].map(([date, of]) => [date, eventsRead(of.map(row => row.body))] as const),
  )
}
