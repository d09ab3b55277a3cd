import { sql, type SqlBool } from 'kysely'
import type { LocalDate } from '../../shared/kit/time.ts'
import type { ResultCount } from '../../shared/officer/missing-papers.ts'
import type { VisitRow } from '../journal/journal.ts'
import type { Database } from './open/database.ts'
import { collected, inParts, type Part } from './days/in-parts.ts'
import type { NotesTable } from './schema/note-tables.ts'
import { leftPart } from './tickets.ts'

/** A visit as a row, with the state of its ticket by now, and whether its holder missed a call after a part was served. */
export interface StoredVisit extends VisitRow {
  readonly ticket_state: string
  /** Beginning of the booked slot of its ticket; `null` of a walk-in. */
  readonly slot_start: number | null
  readonly ticket_left_part: SqlBool
  /** Its officer has marked its clock as wrong. */
  readonly clock_wrong: SqlBool
}

const clockWrong = sql<SqlBool>`exists (select 1 from clock_marks as m
  where m.office = v.office and m.date = v.date and m.seq = v.seq and m.taken_back_at is null)`

/** The visits of an office from one date to another, both included, in the order they ended. */
export async function visitsBetween(
  db: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly StoredVisit[]> {
  return collected(inParts(from, to, part => between(db, office, part.from, part.to).execute()))
}

/** The same of every ticket of which this officer had a stay: also the stays of colleagues with it. */
export async function visitsAround(
  db: Database,
  office: string,
  officer: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly StoredVisit[]> {
  const around = (part: Part) =>
    between(db, office, part.from, part.to)
      // A list made once for all rows; looked up anew for each, a busy day takes its visits times those of the officer.
      .where(({ eb, refTuple, selectFrom }) =>
        eb(
          refTuple('v.date', 'v.no'),
          'in',
          selectFrom('visits as own')
            .select(['own.date', 'own.no'])
            .where('own.office', '=', office)
            .where('own.officer_id', '=', officer)
            .where('own.date', '>=', part.from)
            .where('own.date', '<=', part.to)
            .$asTuple('date', 'no'),
        ),
      )
      .execute()
  return collected(inParts(from, to, around))
}

function between({ kysely }: Database, office: string, from: LocalDate, to: LocalDate) {
  return kysely
    .selectFrom('visits as v')
    .innerJoin('tickets as t', join =>
      join.onRef('t.office', '=', 'v.office').onRef('t.date', '=', 'v.date').onRef('t.no', '=', 'v.no'),
    )
    .selectAll('v')
    .select([
      't.state as ticket_state',
      't.slot_start',
      leftPart('t').as('ticket_left_part'),
      clockWrong.as('clock_wrong'),
    ])
    .where('v.office', '=', office)
    .where('v.date', '>=', from)
    .where('v.date', '<=', to)
    .orderBy('v.date')
    .orderBy('v.seq')
}

/** Keeps a note; one that is there stays as it is. */
export async function insertNote({ kysely }: Database, note: NotesTable): Promise<void> {
  await kysely
    .insertInto('notes')
    .values(note)
    .onConflict(known => known.column('id').doNothing())
    .execute()
}

export async function noteById({ kysely }: Database, id: string): Promise<NotesTable | undefined> {
  return kysely.selectFrom('notes').selectAll().where('id', '=', id).executeTakeFirst()
}

/** Erases the notes of days before `date`. */
export async function eraseNotes({ kysely }: Database, date: LocalDate): Promise<void> {
  await kysely.deleteFrom('notes').where('date', '<', date).execute()
}

/**
 * How often finished visits ended alike, by service, case and month; dates included. `services` counts each step of a visit, which
 * is one service done, instead of its end.
 */
export async function resultsBetween(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
  of: 'visits' | 'services',
): Promise<readonly ResultCount[]> {
  const month = sql<string>`substr(date, 1, 7)`
  const rows = await kysely
    .selectFrom('visits')
    .select(({ fn }) => ['service_id', 'case_id', 'result', month.as('month'), fn.countAll<number>().as('n')])
    .where('office', '=', office)
    .where('outcome', 'in', of === 'visits' ? ['done'] : ['done', 'step'])
    .where('date', '>=', from)
    .where('date', '<=', to)
    .groupBy(['service_id', 'case_id', 'result', month])
    .execute()
  return rows.map(row => ({
    ...{ serviceId: row.service_id, case: row.case_id, month: row.month, n: Number(row.n) },
    result: row.result === null ? undefined : (JSON.parse(row.result) as ResultCount['result']),
  }))
}
