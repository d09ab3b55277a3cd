import type { Kysely } from 'kysely'
import type { Channel, HourBand, WaitBand } from '../../../../shared/officer/score/cells.ts'
import type { LeftOut } from '../../../../shared/officer/score/left-out.ts'

/**
 * Under which circumstances a rating was given, coarsely; read inside sums only. `left_out` says why it is in no score of a person or a
 * counter: a circumstance, never what was said.
 */
export interface CircumstanceColumns {
  readonly channel: Channel
  readonly hour: HourBand
  readonly wait: WaitBand
  /** `null` where it counts. */
  readonly left_out: LeftOut | null
  /** The outage or objection that left it out after it had been counted; `null` of what never counted. */
  readonly left_out_by: string | null
}

/** Step `0033-circumstances`: what was rated before has unknown ones, for nothing leads from a rating to its visit. */
export async function circumstanceColumns(db: Kysely<unknown>): Promise<void> {
  for (const band of ['channel', 'hour', 'wait'])
    await db.schema
      .alterTable('ratings')
      .addColumn(band, 'text', c => c.notNull().defaultTo('unknown'))
      .execute()
  await db.schema.alterTable('ratings').addColumn('left_out', 'text').execute()
}

/** Step `0045-left-out-by`: which ratings a version of a score still knew of. */
export async function leftOutBy(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('ratings').addColumn('left_out_by', 'text').execute()
}
