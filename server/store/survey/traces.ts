import type { CompiledQuery } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'
import { BODY_ORDER, type Unsur } from '../../../shared/survey/instruments.ts'
import type { Database } from '../open/database.ts'
import type { AnswerTracesTable } from '../schema/survey/integrity-tables.ts'

/** Keeps how a questionnaire came; goes into its transaction. */
export function traceInsert({ kysely }: Database, row: AnswerTracesTable): CompiledQuery {
  return kysely.insertInto('answer_traces').values(row).compile()
}

/** The key of the pseudonyms of an office and month: this one, unless there is one. */
export async function traceKey({ kysely }: Database, office: string, month: string, fresh: string): Promise<string> {
  await kysely
    .insertInto('trace_keys')
    .values({ office, month, key: fresh })
    .onConflict(known => known.columns(['office', 'month']).doNothing())
    .execute()
  const { key } = await kysely
    .selectFrom('trace_keys')
    .select('key')
    .where('office', '=', office)
    .where('month', '=', month)
    .executeTakeFirstOrThrow()
  return key
}

/** A questionnaire with the way it came. */
export type TracedRow = Omit<AnswerTracesTable, 'office' | 'month' | 'channel' | 'offline' | 'own_network'> &
  Readonly<Record<Unsur, number | null>> & {
    readonly date: LocalDate
    readonly service_id: string
    readonly counter_id: string
    readonly suggestion: string | null
  }

/** The questionnaires of a month that came by themselves, by their random ids; at most `most` after one of them. */
export async function tracedRows(
  { kysely }: Database,
  office: string,
  month: string,
  { after, most }: { readonly after: string; readonly most: number },
): Promise<readonly TracedRow[]> {
  return kysely
    .selectFrom('answer_traces as t')
    .innerJoin('skm_answers as a', 'a.id', 't.id')
    .select(['t.id', 't.minute', 't.device_class', 't.device', 't.network', 't.seconds'])
    .select(['a.date', 'a.service_id', 'a.counter_id', 'a.suggestion'])
    .select(BODY_ORDER.map(unsur => `a.${unsur}` as const))
    .where('t.office', '=', office)
    .where('t.month', '=', month)
    .where('t.id', '>', after)
    .orderBy('t.id')
    .limit(most)
    .execute()
}

/** The networks of a month that are the office's own: from which staff sign in, or one of its tablets sent. */
export async function ownNetworks({ kysely }: Database, office: string, month: string): Promise<ReadonlySet<string>> {
  const rows = await kysely
    .selectFrom('answer_traces')
    .select('network')
    .distinct()
    .where('office', '=', office)
    .where('month', '=', month)
    .where(q => q.or([q('own_network', '=', 1), q('device_class', '=', 'office')]))
    .execute()
  return new Set(rows.map(row => row.network))
}

/** Of which months of an office there are traces. */
export async function tracedMonths({ kysely }: Database, office: string): Promise<readonly string[]> {
  const rows = await kysely
    .selectFrom('trace_keys')
    .select('month')
    .where('office', '=', office)
    .orderBy('month')
    .execute()
  return rows.map(row => row.month)
}

/** When the questionnaires of a running month were filled in, and on which device; nothing of what they say. */
export async function runningTraces({ kysely }: Database, office: string, month: string) {
  return kysely
    .selectFrom('answer_traces as t')
    .innerJoin('skm_answers as a', 'a.id', 't.id')
    .select(['t.id', 't.minute', 't.device_class', 't.device', 't.network', 'a.counter_id'])
    .where('t.office', '=', office)
    .where('t.month', '=', month)
    .orderBy('t.id')
    .execute()
}

/** Deletes how the questionnaires of a month came, and the key under which their pseudonyms were. */
export async function eraseTraces(db: Database, office: string, month: string): Promise<void> {
  const { kysely } = db
  await db.atomic([
    kysely.deleteFrom('answer_traces').where('office', '=', office).where('month', '=', month).compile(),
    kysely.deleteFrom('trace_keys').where('office', '=', office).where('month', '=', month).compile(),
  ])
}
