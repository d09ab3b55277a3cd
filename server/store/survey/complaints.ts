import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import type { FollowUp } from '../../../shared/survey/loop/complaint.ts'
import type { Database } from '../open/database.ts'
import type { ComplaintsTable } from '../schema/survey/loop-tables.ts'

/** Writes a complaint of a visit, the first one, once: a second one of the same holder changes nothing. */
export async function writeComplaint({ kysely }: Database, row: ComplaintsTable): Promise<void> {
  await kysely
    .insertInto('complaints')
    .values(row)
    .onConflict(taken => taken.column('holder').doNothing())
    .execute()
}

export async function complaintOf({ kysely }: Database, holder: string): Promise<ComplaintsTable | undefined> {
  return kysely.selectFrom('complaints').selectAll().where('holder', '=', holder).executeTakeFirst()
}

export async function complaintById(
  { kysely }: Database,
  office: string,
  id: string,
): Promise<ComplaintsTable | undefined> {
  return kysely
    .selectFrom('complaints')
    .selectAll()
    .where('office', '=', office)
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Those of an office that came before a day and are not done, or were not before another. */
export async function complaintsOf(
  { kysely }: Database,
  office: string,
  { before, doneFrom }: { readonly before: LocalDate; readonly doneFrom: LocalDate },
): Promise<readonly ComplaintsTable[]> {
  return kysely
    .selectFrom('complaints')
    .selectAll()
    .where('office', '=', office)
    .where('received', '<', before)
    .where(q => q.or([q('done_on', 'is', null), q('done_on', '>=', doneFrom)]))
    .orderBy('due')
    .orderBy('words')
    .execute()
}

/** How many an office has, and how many carry a number of LAPOR. */
export async function complaintCounts(
  { kysely }: Database,
  office: string,
): Promise<{ readonly all: number; readonly numbered: number }> {
  const row = await kysely
    .selectFrom('complaints')
    .where('office', '=', office)
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('lapor_number').as('numbered')])
    .executeTakeFirstOrThrow()
  return { all: Number(row.all), numbered: Number(row.numbered) }
}

/** Those that nobody has answered, in every office. */
export async function complaintsOpen({ kysely }: Database): Promise<readonly ComplaintsTable[]> {
  return kysely.selectFrom('complaints').selectAll().where('state', 'in', ['new', 'handled']).orderBy('id').execute()
}

/** The complaint as an act leaves it; nothing where somebody else acted first. */
export function complaintActed({ kysely }: Database, id: string, steps: number, now: FollowUp): CompiledQuery {
  return kysely
    .updateTable('complaints')
    .set({
      ...{ kind: now.kind, state: now.state, owner_id: now.owner, due: now.due, answer: now.answer },
      ...{ answered_on: now.answeredOn, done_on: now.doneOn, steps: steps + 1 },
      ...{ lapor_number: now.laporNumber, lapor_state: now.laporState },
    })
    .where('id', '=', id)
    .where('steps', '=', steps)
    .compile()
}

/** That it is late was told, once; nothing where it was told before. */
export function complaintLate({ kysely }: Database, id: string, told: readonly string[], on: LocalDate): CompiledQuery {
  return kysely
    .insertInto('complaints_late')
    .values({ complaint_id: id, told: JSON.stringify(told), on_date: on })
    .onConflict(taken => taken.column('complaint_id').doNothing())
    .compile()
}

/** Who was told of which complaint that it is late. */
export async function toldLate({ kysely }: Database, office: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await kysely
    .selectFrom('complaints_late')
    .innerJoin('complaints', 'complaints.id', 'complaints_late.complaint_id')
    .where('complaints.office', '=', office)
    .select(['complaint_id', 'told'])
    .execute()
  return new Map(rows.map(row => [row.complaint_id, JSON.parse(row.told) as string[]]))
}

/** Erases the words of what was done before a day, and the way from its visit. */
export async function eraseComplaints({ kysely }: Database, office: string, doneBefore: LocalDate): Promise<void> {
  await kysely
    .updateTable('complaints')
    .set({ words: '', answer: null, holder: null, lapor_number: null })
    .where('office', '=', office)
    .where('done_on', '<', doneBefore)
    .where('holder', 'is not', null)
    .execute()
}
