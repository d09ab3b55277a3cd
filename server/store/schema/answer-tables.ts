import type { Kysely } from 'kysely'
import type { LocalDate } from '../../../shared/kit/time.ts'

/** How many visits of a counter were answered from one network within a stretch of five minutes; no visit, no mark. */
export interface AnswerSourcesTable {
  readonly office: string
  readonly date: LocalDate
  readonly counter_id: string
  /** Under a keyed hash; of a tablet its own id stands here instead. */
  readonly network: string
  /** Number of the five minutes since 1970. */
  readonly stretch: number
  readonly answers: number
}

/** A network from which somebody of the staff signed in, under the same keyed hash. */
export interface DeskNetworksTable {
  readonly office: string
  readonly network: string
  readonly seen_on: LocalDate
}

/** Step `0006-answer-sources`: what the page of suspicious things is computed from, kept for some days only. */
export async function answerTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('answer_sources')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('date', 'text', c => c.notNull())
    .addColumn('counter_id', 'text', c => c.notNull())
    .addColumn('network', 'text', c => c.notNull())
    .addColumn('stretch', 'integer', c => c.notNull())
    .addColumn('answers', 'integer', c => c.notNull())
    .addPrimaryKeyConstraint('answer_sources_pk', ['office', 'counter_id', 'network', 'stretch'])
    .execute()
  await db.schema.createIndex('answer_sources_date').on('answer_sources').column('date').execute()
  await db.schema
    .createTable('desk_networks')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('network', 'text', c => c.notNull())
    .addColumn('seen_on', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('desk_networks_pk', ['office', 'network'])
    .execute()
}
