import { createHash } from 'node:crypto'
import type { CompiledQuery } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { AnswerChannel } from '../../../shared/survey/collect/channels.ts'
import type { CollectedSheet } from '../../../shared/survey/collect/sheet.ts'
import { BODY_ORDER } from '../../../shared/survey/instruments.ts'
import { PROFILE_COLUMNS, PROFILE_KEYS } from '../../../shared/survey/profile/profile.ts'
import type { Database } from '../open/database.ts'
import type { AnswerImportsTable, PaperFormsTable } from '../schema/survey/collect-tables.ts'

/** Ids in one statement. */
const AT_ONCE = 500

/**
 * The id of the nth questionnaire, or of the nth profile, of what a secret stands for. Which profile belongs to which questionnaire nobody
 * can tell from them where there are several, for profiles are counted in another order.
 */
export function collectedId(secret: string, kind: 'answer' | 'profile', n: number): string {
  return createHash('sha256')
    .update(JSON.stringify([secret, kind, n]))
    .digest('base64url')
    .slice(0, 22)
}

/** Questionnaires of no counter with their profiles, in two statements; `first` is the number of the first of them. */
export function collectedInsert(
  { kysely }: Database,
  of: {
    readonly office: string
    readonly channel: AnswerChannel
    readonly secret: string
    readonly first: number
    readonly sheets: readonly CollectedSheet[]
  },
): readonly CompiledQuery[] {
  const { office, channel, secret, first, sheets } = of
  const answers = sheets.map((sheet, i) => ({
    ...{ id: collectedId(secret, 'answer', first + i), office, date: sheet.date, service_id: sheet.service },
    ...(Object.fromEntries(BODY_ORDER.map(unsur => [unsur, sheet.answers[unsur] ?? null])) as Record<
      (typeof BODY_ORDER)[number],
      number | null
    >),
    ...{ counter_id: '', suggestion: sheet.suggestion ?? null, marks: null, left_out: 0 as const, channel },
  }))
  // In an order of their own: by what they say.
  const profiles = sheets
    .map(({ date, service, profile }) => ({
      ...{ office, date: `${date.slice(0, 8)}01`, service_id: service, brought: 1 as const },
      ...(Object.fromEntries(PROFILE_KEYS.map(key => [PROFILE_COLUMNS[key], profile[key] ?? null])) as Record<
        (typeof PROFILE_COLUMNS)[keyof typeof PROFILE_COLUMNS],
        string | null
      >),
    }))
    .map(row => ({ row, by: JSON.stringify(row) }))
    .sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0))
    .map(({ row }, i) => ({ id: collectedId(secret, 'profile', first + i), ...row }))
  return [
    kysely.insertInto('skm_answers').values(answers).compile(),
    kysely.insertInto('skm_profiles').values(profiles).compile(),
  ]
}

/** Takes questionnaires of a secret out again, from the `first` on so many, with as many profiles. */
export function collectedDelete(
  { kysely }: Database,
  { secret, first, count }: { readonly secret: string; readonly first: number; readonly count: number },
): readonly CompiledQuery[] {
  const ids = (kind: 'answer' | 'profile', from: number, to: number) =>
    Array.from({ length: to - from }, (_, i) => collectedId(secret, kind, from + i))
  const queries: CompiledQuery[] = []
  for (let from = first; from < first + count; from += AT_ONCE) {
    const to = Math.min(first + count, from + AT_ONCE)
    queries.push(
      kysely
        .deleteFrom('skm_answers')
        .where('id', 'in', ids('answer', from, to))
        .compile(),
      kysely
        .deleteFrom('skm_profiles')
        .where('id', 'in', ids('profile', from, to))
        .compile(),
    )
  }
  return queries
}

/** Whether what a secret stands for is kept. */
export async function isCollected({ kysely }: Database, secret: string): Promise<boolean> {
  const id = collectedId(secret, 'answer', 0)
  return (await kysely.selectFrom('skm_answers').select('id').where('id', '=', id).executeTakeFirst()) !== undefined
}

type FormKey = Pick<PaperFormsTable, 'office' | 'year' | 'no'>

export async function paperForm(
  { kysely }: Database,
  { office, year, no }: FormKey,
): Promise<PaperFormsTable | undefined> {
  return kysely
    .selectFrom('paper_forms')
    .selectAll()
    .where('office', '=', office)
    .where('year', '=', year)
    .where('no', '=', no)
    .executeTakeFirst()
}

/** Nothing where there is a form of this number. */
export function paperFormRow({ kysely }: Database, row: PaperFormsTable): CompiledQuery {
  return kysely
    .insertInto('paper_forms')
    .values(row)
    .onConflict(known => known.columns(['office', 'year', 'no']).doNothing())
    .compile()
}

/** Nothing once its secret has gone. */
export function paperFormGone({ kysely }: Database, { office, year, no }: FormKey, secret: string): CompiledQuery {
  return kysely
    .deleteFrom('paper_forms')
    .where('office', '=', office)
    .where('year', '=', year)
    .where('no', '=', no)
    .where('secret', '=', secret)
    .compile()
}

/** The scan of a form; nothing where there is one. */
export function scanRow({ kysely }: Database, { office, year, no }: FormKey, id: string, type: string): CompiledQuery {
  return kysely
    .updateTable('paper_forms')
    .set({ scan: id, scan_type: type })
    .where('office', '=', office)
    .where('year', '=', year)
    .where('no', '=', no)
    .where('scan', 'is', null)
    .compile()
}

/** The forms of an office that were typed in last, the newest first. */
export async function lastPaperForms(
  { kysely }: Database,
  office: string,
  most: number,
): Promise<readonly PaperFormsTable[]> {
  return kysely
    .selectFrom('paper_forms')
    .selectAll()
    .where('office', '=', office)
    .orderBy('at', 'desc')
    .orderBy('no', 'desc')
    .limit(most)
    .execute()
}

/** Forgets what leads from forms that were typed in by an instant to their questionnaires. */
export async function forgetPaperSecrets({ kysely }: Database, before: Instant): Promise<void> {
  await kysely
    .updateTable('paper_forms')
    .set({ secret: null })
    .where('secret', 'is not', null)
    .where('at', '<=', before)
    .execute()
}

export async function importById({ kysely }: Database, id: string): Promise<AnswerImportsTable | undefined> {
  return kysely.selectFrom('answer_imports').selectAll().where('id', '=', id).executeTakeFirst()
}

/** The import of a file by any of its hashes, unless it was taken back. */
export async function importOf(
  { kysely }: Database,
  office: string,
  hashes: readonly string[],
): Promise<AnswerImportsTable | undefined> {
  return kysely
    .selectFrom('answer_imports')
    .selectAll()
    .where('office', '=', office)
    .where('hash', 'in', [...hashes])
    .where('state', '<>', 'taken')
    .executeTakeFirst()
}

export async function importsOf({ kysely }: Database, office: string): Promise<readonly AnswerImportsTable[]> {
  return kysely.selectFrom('answer_imports').selectAll().where('office', '=', office).orderBy('at', 'desc').execute()
}

/** What was last worked on before an instant, and is half way. */
export async function leftImports({ kysely }: Database, before: Instant): Promise<readonly AnswerImportsTable[]> {
  return kysely
    .selectFrom('answer_imports')
    .selectAll()
    .where('state', 'in', ['coming', 'leaving'])
    .where('touched', '<', before)
    .execute()
}

/** Nothing where the file is there already. */
export function importRow({ kysely }: Database, row: AnswerImportsTable): CompiledQuery {
  return kysely
    .insertInto('answer_imports')
    .values(row)
    .onConflict(known => known.doNothing())
    .compile()
}

/** Changes an import that is in a state; nothing where it is in another one. */
export function importStep(
  { kysely }: Database,
  id: string,
  state: AnswerImportsTable['state'],
  change: Partial<Omit<AnswerImportsTable, 'id' | 'office'>>,
): CompiledQuery {
  return kysely.updateTable('answer_imports').set(change).where('id', '=', id).where('state', '=', state).compile()
}

export function importGone({ kysely }: Database, id: string): CompiledQuery {
  return kysely.deleteFrom('answer_imports').where('id', '=', id).where('state', '=', 'coming').compile()
}

/** Whether there is any questionnaire of visits between two dates. */
export async function hasAnswers(
  { kysely }: Database,
  office: string,
  from: LocalDate,
  to: LocalDate,
): Promise<boolean> {
  const row = await kysely
    .selectFrom('skm_answers')
    .select('date')
    .where('office', '=', office)
    .where('date', '>=', from)
    .where('date', '<=', to)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The files that brought something to the months of some days, as text; undefined while one of them comes or is taken back. */
export async function filesOf(
  { kysely }: Database,
  office: string,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
): Promise<string | undefined> {
  const rows = await kysely
    .selectFrom('answer_imports')
    .select(['id', 'state', 'months'])
    .where('office', '=', office)
    .orderBy('id')
    .execute()
  const [first, last] = [from.slice(0, 7), to.slice(0, 7)]
  const files = rows.filter(row => (JSON.parse(row.months) as string[]).some(one => first <= one && one <= last))
  if (files.some(({ state }) => state === 'coming' || state === 'leaving')) return undefined
  return files.map(({ id, state }) => `${id} ${state}`).join(' ')
}

/** Changes with each file that came or went. */
export async function importStamp({ kysely }: Database, office: string): Promise<string> {
  const rows = await kysely
    .selectFrom('answer_imports')
    .select(q => ['state', q.fn.countAll<number>().as('n')])
    .where('office', '=', office)
    .where('state', '<>', 'coming')
    .groupBy('state')
    .orderBy('state')
    .execute()
  return rows.map(({ state, n }) => `${state} ${n}`).join(' ')
}
