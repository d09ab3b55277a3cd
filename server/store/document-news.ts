import type { CompiledQuery } from 'kysely'
import type { Instant } from '../../shared/kit/time.ts'
import type { Database } from './open/database.ts'
import type { DocumentNewsTable } from './schema/follower-tables.ts'

const BATCH = 100
/** No try is put off for longer. */
const LONGEST_PAUSE_MS = 60_000

/** Written in one transaction with the step itself. */
export function newsQuery({ kysely }: Database, of: Omit<DocumentNewsTable, 'tries'>): CompiledQuery {
  return kysely
    .insertInto('document_news')
    .values({ ...of, tries: 0 })
    .compile()
}

/** News whose time has come, a bounded number, the oldest first. */
export async function dueNews({ kysely }: Database, now: Instant): Promise<readonly DocumentNewsTable[]> {
  return kysely.selectFrom('document_news').selectAll().where('due', '<=', now).orderBy('due').limit(BATCH).execute()
}

/** News that is due later than it may be, because the clock was set back, is due after the usual while by the clock of now. */
export async function hastenNews({ kysely }: Database, now: Instant, whileMs: number): Promise<void> {
  await kysely
    .updateTable('document_news')
    .set({ due: now + whileMs })
    .where(q =>
      q.or([q.and([q('tries', '=', 0), q('due', '>', now + whileMs)]), q('due', '>', now + LONGEST_PAUSE_MS)]),
    )
    .execute()
}

export async function endNews({ kysely }: Database, news: DocumentNewsTable): Promise<void> {
  await kysely
    .deleteFrom('document_news')
    .where('application_id', '=', news.application_id)
    .where('step', '=', news.step)
    .execute()
}

export async function postponeNews({ kysely }: Database, news: DocumentNewsTable, due: Instant): Promise<void> {
  await kysely
    .updateTable('document_news')
    .set({ due, tries: news.tries + 1 })
    .where('application_id', '=', news.application_id)
    .where('step', '=', news.step)
    .execute()
}

/** How much news is late (due and not told yet, or told in vain and waiting for its next try), and when its oldest step was taken. */
export async function lateNews(
  { kysely }: Database,
  now: Instant,
): Promise<{ events: number; aside: number; oldest: Instant | null }> {
  const row = await kysely
    .selectFrom('document_news as n')
    .innerJoin('application_steps as s', join =>
      join.onRef('s.application_id', '=', 'n.application_id').onRef('s.step', '=', 'n.step'),
    )
    .select(q => [
      q.fn.countAll().as('events'),
      q.fn.sum(q.case().when('n.tries', '>', 0).then(1).else(0).end()).as('aside'),
      q.fn.min('s.at').as('oldest'),
    ])
    .where(q => q.or([q('n.due', '<=', now), q('n.tries', '>', 0)]))
    .executeTakeFirstOrThrow()
  return {
    events: Number(row.events),
    aside: Number(row.aside ?? 0),
    oldest: row.oldest === null ? null : Number(row.oldest),
  }
}
