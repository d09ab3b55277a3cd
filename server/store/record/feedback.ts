import type { CompiledQuery } from 'kysely'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { writtenChange, type Changed } from '../../../shared/officer/feedback/changed.ts'
import type { FeedbackMessage } from '../../../shared/officer/feedback/feedback.ts'
import type { Guide } from '../../../shared/officer/feedback/guides.ts'
import type { Database } from '../open/database.ts'
import type { FeedbackReadsTable, FeedbackTable } from '../schema/record/feedback-tables.ts'

/** All messages of an officer, the first first. */
export async function feedbackOf({ kysely }: Database, officer: string): Promise<readonly FeedbackMessage[]> {
  const rows = await kysely
    .selectFrom('feedback')
    .selectAll()
    .where('officer_id', '=', officer)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(feedbackMessage)
}

/** Whose it is, in whatever office. */
export async function feedbackById({ kysely }: Database, id: string): Promise<FeedbackTable | undefined> {
  return kysely.selectFrom('feedback').selectAll().where('id', '=', id).executeTakeFirst()
}

/** How many thanks somebody gave on a day, but for one. */
export async function thanksOn({ kysely }: Database, author: string, date: LocalDate, but: string): Promise<number> {
  const row = await kysely
    .selectFrom('feedback')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('author_id', '=', author)
    .where('kind', '=', 'thanks')
    .where('about_from', '=', date)
    .where('id', '!=', but)
    .executeTakeFirstOrThrow()
  return Number(row.n)
}

/** Who has read which message of an officer. */
export async function feedbackReads({ kysely }: Database, officer: string): Promise<readonly FeedbackReadsTable[]> {
  return kysely
    .selectFrom('feedback_reads')
    .innerJoin('feedback', 'feedback.id', 'feedback_reads.message_id')
    .where('feedback.officer_id', '=', officer)
    .select(['feedback_reads.message_id', 'feedback_reads.reader_id', 'feedback_reads.at'])
    .execute()
}

/** Nothing where it is there, or where its source was given before. */
export function feedbackRow({ kysely }: Database, row: FeedbackTable): CompiledQuery {
  return kysely
    .insertInto('feedback')
    .values(row)
    .onConflict(taken => taken.doNothing())
    .compile()
}

/** That a figure of somebody changed, said by the program in their thread; nothing where it was said under this id. */
export function figureChanged(
  db: Database,
  of: Pick<FeedbackMessage, 'id' | 'officerId' | 'about' | 'at'> & {
    readonly office: string
    readonly changed: Changed
  },
): CompiledQuery {
  const { about } = of
  const text = writtenChange(of.changed)
  return feedbackRow(db, {
    ...{ id: of.id, office: of.office, officer_id: of.officerId, author_id: null, behalf_of: null, kind: 'system' },
    ...{ about_kind: about.kind, about_ref: about.ref, about_from: about.from, about_to: about.to, text },
    ...{ tags: '[]', corrects: null, with_id: null, source: null, at: of.at },
  })
}

/** Nothing where it was read before. */
export function feedbackRead({ kysely }: Database, message: string, reader: string, at: Instant): CompiledQuery {
  return kysely
    .insertInto('feedback_reads')
    .values({ message_id: message, reader_id: reader, at })
    .onConflict(taken => taken.columns(['message_id', 'reader_id']).doNothing())
    .compile()
}

export function feedbackMessage(row: FeedbackTable): FeedbackMessage {
  return {
    ...{ id: row.id, officerId: row.officer_id, authorId: row.author_id, behalfOf: row.behalf_of, kind: row.kind },
    about: { kind: row.about_kind, ref: row.about_ref, from: row.about_from, to: row.about_to },
    ...{ text: row.text, tags: JSON.parse(row.tags) as readonly Guide[], corrects: row.corrects },
    ...{ withId: row.with_id, at: row.at },
  }
}
