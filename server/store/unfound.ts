import type { LocalDate } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { UnfoundTable } from './schema/search-tables.ts'

/** A word that found nothing, and at how many places and hours of the week. */
export interface UnfoundWord {
  readonly week: LocalDate
  readonly word: string
  readonly n: number
}

/** Notes places where words found nothing; a place that is known already stays one. */
export async function noteUnfound({ kysely }: Database, rows: readonly UnfoundTable[]): Promise<void> {
  await kysely
    .insertInto('unfound')
    .values(rows)
    .onConflict(known => known.columns(['office', 'week', 'word', 'place']).doNothing())
    .execute()
}

/** How many rows an office has in a week; of one word or place, where it is named. */
export async function unfoundCount(
  { kysely }: Database,
  of: Pick<UnfoundTable, 'office' | 'week'> & { readonly word?: string; readonly place?: string },
): Promise<number> {
  let rows = kysely
    .selectFrom('unfound')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('office', '=', of.office)
    .where('week', '=', of.week)
  if (of.word !== undefined) rows = rows.where('word', '=', of.word)
  if (of.place !== undefined) rows = rows.where('place', '=', of.place)
  return Number((await rows.executeTakeFirstOrThrow()).n)
}

/** Forgets the words of a week that were missed at one place only. */
export async function forgetSingle(
  { kysely }: Database,
  { office, week }: Pick<UnfoundTable, 'office' | 'week'>,
): Promise<void> {
  const single = kysely
    .selectFrom('unfound')
    .select('word')
    .where('office', '=', office)
    .where('week', '=', week)
    .groupBy('word')
    .having(({ fn }) => fn.countAll(), '=', 1)
  await kysely
    .deleteFrom('unfound')
    .where('office', '=', office)
    .where('week', '=', week)
    .where('word', 'in', single)
    .execute()
}

/** Keeps a word readable, by its hash. */
export async function revealUnfound(
  { kysely }: Database,
  word: Pick<UnfoundTable, 'office' | 'week' | 'word'> & { readonly text: string },
): Promise<void> {
  await kysely
    .insertInto('unfound_words')
    .values(word)
    .onConflict(known => known.columns(['office', 'week', 'word']).doNothing())
    .execute()
}

/** The readable words of an office, the newest week first, the most frequent first. */
export async function unfoundWords({ kysely }: Database, office: string): Promise<readonly UnfoundWord[]> {
  const rows = await kysely
    .selectFrom('unfound_words as w')
    .innerJoin('unfound as u', join =>
      join.onRef('u.office', '=', 'w.office').onRef('u.week', '=', 'w.week').onRef('u.word', '=', 'w.word'),
    )
    .where('w.office', '=', office)
    .select(({ fn }) => ['w.week as week', 'w.text as word', fn.countAll<number>().as('n')])
    .groupBy(['w.week', 'w.text'])
    .execute()
  const counted = rows.map(row => ({ ...row, n: Number(row.n) }))
  return counted.sort((a, b) =>
    a.week === b.week ? b.n - a.n || (a.word < b.word ? -1 : 1) : a.week < b.week ? 1 : -1,
  )
}

/** Forgets the weeks before `week`. */
export async function eraseUnfound({ kysely }: Database, week: LocalDate): Promise<void> {
  await kysely.deleteFrom('unfound').where('week', '<', week).execute()
  await kysely.deleteFrom('unfound_words').where('week', '<', week).execute()
}
