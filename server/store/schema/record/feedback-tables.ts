import type { Kysely } from 'kysely'
import type { Instant, LocalDate } from '../../../../shared/kit/time.ts'
import type { About, FeedbackKind } from '../../../../shared/officer/feedback/feedback.ts'

/** A message of somebody's thread; a row is never changed. */
export interface FeedbackTable {
  readonly id: string
  readonly office: string
  readonly officer_id: string
  readonly author_id: string | null
  readonly behalf_of: string | null
  readonly kind: FeedbackKind
  readonly about_kind: About['kind']
  readonly about_ref: string
  readonly about_from: LocalDate
  readonly about_to: LocalDate
  readonly text: string
  /** JSON list of guides. */
  readonly tags: string
  readonly corrects: string | null
  readonly with_id: string | null
  /** Of a citizen's thanks: a digest of where it was taken from, so that it is given once. */
  readonly source: string | null
  readonly at: Instant
}

/** Who has read which message, said by themselves. */
export interface FeedbackReadsTable {
  readonly message_id: string
  readonly reader_id: string
  readonly at: Instant
}

export interface FeedbackTables {
  readonly feedback: FeedbackTable
  readonly feedback_reads: FeedbackReadsTable
}

/** Step `0039-feedback`. */
export async function feedbackTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('feedback')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('officer_id', 'text', c => c.notNull())
    .addColumn('author_id', 'text')
    .addColumn('behalf_of', 'text')
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('about_kind', 'text', c => c.notNull())
    .addColumn('about_ref', 'text', c => c.notNull())
    .addColumn('about_from', 'text', c => c.notNull())
    .addColumn('about_to', 'text', c => c.notNull())
    .addColumn('text', 'text', c => c.notNull())
    .addColumn('tags', 'text', c => c.notNull())
    .addColumn('corrects', 'text')
    .addColumn('with_id', 'text')
    .addColumn('source', 'text', c => c.unique())
    .addColumn('at', 'bigint', c => c.notNull())
    .execute()
  await db.schema.createIndex('feedback_officer').on('feedback').columns(['officer_id', 'at']).execute()
  await db.schema
    .createTable('feedback_reads')
    .addColumn('message_id', 'text', c => c.notNull())
    .addColumn('reader_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('feedback_reads_pk', ['message_id', 'reader_id'])
    .execute()
}
