import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Database } from '../open/database.ts'
import type { ContestEvidenceTable, ContestRemindersTable, ContestsTable } from '../schema/record/contest-tables.ts'

/** Writes an objection; one that is known, and a second one of its period, change nothing. */
export function contestRow({ kysely }: Database, row: ContestsTable): CompiledQuery {
  return kysely
    .insertInto('contests')
    .values(row)
    .onConflict(known => known.doNothing())
    .compile()
}

/** The assessor's answer, once and before the decision. */
export function contestAnswer(
  { kysely }: Database,
  id: string,
  answer: Pick<ContestsTable, 'answer_id' | 'answer' | 'answered_by' | 'answered_at'>,
): CompiledQuery {
  return kysely
    .updateTable('contests')
    .set(answer)
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .compile()
}

/** The decision, once. */
export function contestDecision(
  { kysely }: Database,
  id: string,
  decision: Pick<
    ContestsTable,
    | 'n'
    | 'meant'
    | 'decision_id'
    | 'outcome'
    | 'reasons'
    | 'decided_excluded'
    | 'decided_by'
    | 'decided_for'
    | 'decided_at'
  >,
): CompiledQuery {
  return kysely
    .updateTable('contests')
    .set(decision)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .compile()
}

/** Its officer takes it back, once and before the decision. */
export function contestWithdrawn(
  { kysely }: Database,
  id: string,
  given: Pick<ContestsTable, 'n' | 'meant' | 'withdrawn_at'>,
): CompiledQuery {
  return kysely
    .updateTable('contests')
    .set(given)
    .where('id', '=', id)
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .compile()
}

/** Adds a piece of evidence, once under its id. */
export function evidenceAdded({ kysely }: Database, row: ContestEvidenceTable): CompiledQuery {
  return kysely
    .insertInto('contest_evidence')
    .values(row)
    .onConflict(known => known.column('id').doNothing())
    .compile()
}

/** What was added to an objection, the first first. */
export async function evidenceOf({ kysely }: Database, contest: string): Promise<readonly ContestEvidenceTable[]> {
  return kysely
    .selectFrom('contest_evidence')
    .selectAll()
    .where('contest', '=', contest)
    .orderBy('at')
    .orderBy('id')
    .execute()
}

/** Its periods were computed anew. */
export async function contestApplied({ kysely }: Database, id: string, at: Instant): Promise<void> {
  await kysely.updateTable('contests').set({ applied_at: at }).where('id', '=', id).execute()
}

export async function contestById({ kysely }: Database, id: string): Promise<ContestsTable | undefined> {
  return kysely.selectFrom('contests').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The objections of an office, or of one officer of it, the latest first. */
export async function contestsOf(
  { kysely }: Database,
  office: string,
  officer?: string,
): Promise<readonly ContestsTable[]> {
  return kysely
    .selectFrom('contests')
    .selectAll()
    .where('office', '=', office)
    .$if(officer !== undefined, q => q.where('officer_id', '=', officer!))
    .orderBy('objected_at', 'desc')
    .orderBy('id')
    .execute()
}

/** Decisions that leave ratings out and were not carried out yet: a kill came between. */
export async function contestsToApply({ kysely }: Database): Promise<readonly ContestsTable[]> {
  return kysely
    .selectFrom('contests')
    .selectAll()
    .where('decided_excluded', 'is not', null)
    .where('applied_at', 'is', null)
    .execute()
}

/** Objections of an office, or of all, that nobody has decided. */
export async function contestsOpen({ kysely }: Database, office?: string): Promise<readonly ContestsTable[]> {
  return kysely
    .selectFrom('contests')
    .selectAll()
    .where('decided_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .$if(office !== undefined, q => q.where('office', '=', office!))
    .orderBy('objected_at')
    .orderBy('id')
    .execute()
}

/** Keeps that somebody was reminded; of a day it is kept once. */
export function reminderRow({ kysely }: Database, row: ContestRemindersTable): CompiledQuery {
  return kysely
    .insertInto('contest_reminders')
    .values(row)
    .onConflict(known => known.doNothing())
    .compile()
}

/** Of what somebody was reminded, the latest day first. */
export async function remindersOf({ kysely }: Database, person: string): Promise<readonly ContestRemindersTable[]> {
  return kysely
    .selectFrom('contest_reminders')
    .selectAll()
    .where('person_id', '=', person)
    .orderBy('day', 'desc')
    .orderBy('contest')
    .execute()
}
