import type { CompiledQuery } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { VisitRow } from '../../journal/journal.ts'
import type { Database } from '../open/database.ts'
import type { ClockMarksTable } from '../schema/record/proof-tables.ts'

/** Marks an own visit; a mark that is known, and a visit whose mark stands, change nothing. */
export function clockMarkRow({ kysely }: Database, mark: ClockMarksTable): CompiledQuery {
  return kysely
    .insertInto('clock_marks')
    .values(mark)
    .onConflict(known => known.doNothing())
    .compile()
}

/** Takes a mark back, once. */
export function clockMarkEnds({ kysely }: Database, id: string, at: Instant): CompiledQuery {
  return kysely
    .updateTable('clock_marks')
    .set({ taken_back_at: at })
    .where('id', '=', id)
    .where('taken_back_at', 'is', null)
    .compile()
}

export async function clockMarkById({ kysely }: Database, id: string): Promise<ClockMarksTable | undefined> {
  return kysely.selectFrom('clock_marks').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The marks that stand on visits of an office from one date to another, both included; the first visit first. */
export async function standingMarks(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly ClockMarksTable[]> {
  return kysely
    .selectFrom('clock_marks')
    .selectAll()
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .where('taken_back_at', 'is', null)
    .orderBy('date')
    .orderBy('seq')
    .execute()
}

/** The marks that stand on visits of one officer from one date to another, both included, with the visit. */
export async function markedVisits(
  { kysely }: Database,
  office: string,
  officer: string,
  from: LocalDate,
  to: LocalDate,
): Promise<
  readonly {
    readonly date: LocalDate
    readonly number: string
    readonly serviceId: string
    readonly counterId: string
    readonly reason: ClockMarksTable['reason']
  }[]
> {
  return kysely
    .selectFrom('clock_marks as m')
    .innerJoin('visits as v', join =>
      join.onRef('v.office', '=', 'm.office').onRef('v.date', '=', 'm.date').onRef('v.seq', '=', 'm.seq'),
    )
    .innerJoin('tickets as t', join =>
      join.onRef('t.office', '=', 'v.office').onRef('t.date', '=', 'v.date').onRef('t.no', '=', 'v.no'),
    )
    .select(['m.date', 't.number', 'v.service_id as serviceId', 'v.counter_id as counterId', 'm.reason'])
    .where('m.office', '=', office)
    .where('m.officer_id', '=', officer)
    .where('m.date', '>=', from)
    .where('m.date', '<=', to)
    .where('m.taken_back_at', 'is', null)
    .orderBy('m.date', 'desc')
    .orderBy('m.seq')
    .execute()
}

/** A visit with the number of its ticket. */
export type NumberedVisit = VisitRow & { readonly number: string }

/** The visits of an officer from one date to another, both included, in the order they ended. */
export async function visitsOfOfficer(
  { kysely }: Database,
  office: string,
  officer: string,
  from: LocalDate,
  to: LocalDate,
): Promise<readonly NumberedVisit[]> {
  return kysely
    .selectFrom('visits as v')
    .innerJoin('tickets as t', join =>
      join.onRef('t.office', '=', 'v.office').onRef('t.date', '=', 'v.date').onRef('t.no', '=', 'v.no'),
    )
    .selectAll('v')
    .select('t.number as number')
    .where('v.office', '=', office)
    .where('v.officer_id', '=', officer)
    .where('v.date', '>=', from)
    .where('v.date', '<=', to)
    .orderBy('v.date')
    .orderBy('v.seq')
    .execute()
}

export async function visitAt(
  { kysely }: Database,
  office: string,
  date: LocalDate,
  seq: number,
): Promise<VisitRow | undefined> {
  return kysely
    .selectFrom('visits')
    .selectAll()
    .where('office', '=', office)
    .where('date', '=', date)
    .where('seq', '=', seq)
    .executeTakeFirst()
}
