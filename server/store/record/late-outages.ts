import type { CompiledQuery } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Served } from '../../../shared/officer/outage/late.ts'
import type { Database } from '../open/database.ts'
import type { LateOutagesTable } from '../schema/record/outage-tables.ts'

/** Keeps that somebody marked an outage after its day, once under its id. */
export function lateOutageRow({ kysely }: Database, row: LateOutagesTable): CompiledQuery {
  return kysely
    .insertInto('late_outages')
    .values(row)
    .onConflict(known => known.column('id').doNothing())
    .compile()
}

type Who = 'agreed' | 'back' | 'gone'

/** Keeps that somebody agreed, wants it taken back, or took it back; each once, and only where it is still as it was `seen`. */
export function lateOutageBy(
  { kysely }: Database,
  seen: Pick<LateOutagesTable, 'id' | 'agreed_by' | 'back_by'>,
  what: Who,
  by: string,
  at: Instant,
): CompiledQuery {
  return kysely
    .updateTable('late_outages')
    .set({ [`${what}_by`]: by, [`${what}_at`]: at })
    .where('id', '=', seen.id)
    .where('agreed_by', seen.agreed_by === null ? 'is' : '=', seen.agreed_by)
    .where('back_by', seen.back_by === null ? 'is' : '=', seen.back_by)
    .where('gone_by', 'is', null)
    .compile()
}

/** Keeps that its officer says it is mistaken, which asks for its taking back; once, and only where it stands as it was `seen`. */
export function lateObjected(
  { kysely }: Database,
  seen: Pick<LateOutagesTable, 'id' | 'agreed_by'>,
  { by, words, at }: { readonly by: string; readonly words: string; readonly at: Instant },
): CompiledQuery {
  return kysely
    .updateTable('late_outages')
    .set({ back_by: by, back_at: at, objected_by: by, objected_at: at, objected_words: words })
    .where('id', '=', seen.id)
    .where('agreed_by', '=', seen.agreed_by)
    .where('back_by', 'is', null)
    .where('gone_by', 'is', null)
    .where('objected_by', 'is', null)
    .compile()
}

/** Keeps that it stays, though its officer said it is mistaken. */
export function lateKept(
  { kysely }: Database,
  id: string,
  { by, words, at }: { readonly by: string; readonly words: string; readonly at: Instant },
): CompiledQuery {
  return kysely
    .updateTable('late_outages')
    .set({ back_by: null, back_at: null, kept_by: by, kept_at: at, kept_words: words })
    .where('id', '=', id)
    .where('objected_by', 'is not', null)
    .whereRef('back_by', '=', 'objected_by')
    .where('kept_by', 'is', null)
    .where('gone_by', 'is', null)
    .compile()
}

/** It stands: from now on it is an outage like any other. */
export function lateStands({ kysely }: Database, row: LateOutagesTable): CompiledQuery {
  const { id, office, date, service_id, reason, since, until } = row
  return kysely
    .insertInto('outages')
    .values({ id, office, date, service_id, reason, since, until })
    .onConflict(known => known.column('id').doNothing())
    .compile()
}

/** It was taken back: it is no outage any more. */
export function lateGoes({ kysely }: Database, id: string): CompiledQuery {
  return kysely.deleteFrom('outages').where('id', '=', id).compile()
}

/** The scores know of it. */
export async function lateApplied(
  { kysely }: Database,
  id: string,
  what: 'applied_at' | 'gone_applied_at',
  at: Instant,
): Promise<void> {
  await kysely
    .updateTable('late_outages')
    .set({ [what]: at })
    .where('id', '=', id)
    .execute()
}

export async function lateOutageById({ kysely }: Database, id: string): Promise<LateOutagesTable | undefined> {
  const row = await kysely.selectFrom('late_outages').selectAll().where('id', '=', id).executeTakeFirst()
  return row && { ...row }
}

/** Those of an office, the latest day first. */
export async function lateOutagesOf({ kysely }: Database, office: string): Promise<readonly LateOutagesTable[]> {
  return kysely
    .selectFrom('late_outages')
    .selectAll()
    .where('office', '=', office)
    .orderBy('date', 'desc')
    .orderBy('since')
    .orderBy('id')
    .execute()
}

/** When the finished visits of a service on a day were called, and ended. */
export async function visitTimesOf({ kysely }: Database, office: string, date: LocalDate, service: string) {
  const rows = await kysely
    .selectFrom('visits')
    .select(['called_at', 'ended_at'])
    .where('office', '=', office)
    .where('date', '=', date)
    .where('service_id', '=', service)
    .where('outcome', 'in', ['done', 'step'])
    .execute()
  return rows.map(row => ({ calledAt: row.called_at, endedAt: row.ended_at }))
}

/** What some people served of a service on a day, and of which parts of the day their ratings are. */
export async function servedOf(
  { kysely }: Database,
  { office, date, service_id }: Pick<LateOutagesTable, 'office' | 'date' | 'service_id'>,
  people: readonly string[],
): Promise<Served> {
  const visits = await kysely
    .selectFrom('visits')
    .select(['queued_at', 'called_at', 'ended_at'])
    .where('office', '=', office)
    .where('date', '=', date)
    .where('service_id', '=', service_id)
    .where('officer_id', 'in', people)
    .execute()
  const hours = await kysely
    .selectFrom('ratings')
    .select('hour')
    .distinct()
    .where('office', '=', office)
    .where('date', '=', date)
    .where('service_id', '=', service_id)
    .where('officer_id', 'in', people)
    .execute()
  return {
    visits: visits.map(v => ({ queuedAt: v.queued_at, calledAt: v.called_at, endedAt: v.ended_at })),
    hours: hours.map(({ hour }) => hour),
  }
}

/** Ratings that were left out by something count again. */
export function putsBack({ kysely }: Database, office: string, by: string): CompiledQuery {
  return kysely
    .updateTable('ratings')
    .set({ left_out: null, left_out_by: null })
    .where('office', '=', office)
    .where('left_out_by', '=', by)
    .compile()
}
