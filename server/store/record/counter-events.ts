import { sql } from 'kysely'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { DayEvent } from '../../../shared/queue/events.ts'
import { eventsRead } from '../../journal/journal.ts'
import { collected, inParts, type Part } from '../days/in-parts.ts'
import type { Database } from '../open/database.ts'

/** What happened to the counters of an office from one date to another, both included: its events by date, in order. */
export async function counterEvents(
  { kysely, dialect }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<ReadonlyMap<LocalDate, readonly DayEvent[]>> {
  // So that the days' other events are not read: SQLite goes by the key otherwise.
  const byCounters = sql.raw(dialect === 'sqlite' ? 'indexed by journal_counters' : '')
  const read = async (part: Part) => {
    const { rows } = await sql<{ date: LocalDate; body: string }>`select date, body from journal ${byCounters}
      where type in ('counterOpened', 'counterClosed', 'counterLeft', 'counterMinded', 'counterTakenOver', 'breakStarted')
        and office = ${office} and date >= ${part.from} and date <= ${part.to}
      order by date, seq`.execute(kysely)
    return [...grouped(rows, row => row.date)].map(([date, of]) => [date, eventsRead(of.map(row => row.body))] as const)
  }
  return new Map(await collected(inParts(from, to, read)))
}
