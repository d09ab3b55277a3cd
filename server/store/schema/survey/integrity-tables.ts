import type { Kysely } from 'kysely'
import type { Instant } from '../../../../shared/kit/time.ts'
import type { AnswerChannel } from '../../../../shared/survey/collect/channels.ts'
import type { DeviceClass } from '../../../../shared/survey/integrity/flag.ts'

/** The key of the pseudonyms of one office and month of visits; deleted with them. */
export interface TraceKeysTable {
  readonly office: string
  /** Such as `2026-06`. */
  readonly month: string
  readonly key: string
}

/** How a questionnaire came; apart from what it says, for the job that looks at the month, and deleted some weeks after. */
export interface AnswerTracesTable {
  /** The random id of the questionnaire. */
  readonly id: string
  readonly office: string
  readonly month: string
  /** The minute in which it was filled in. */
  readonly minute: Instant
  readonly device_class: DeviceClass
  /** The tablet's id, or a pseudonym of the phone within its office and month. */
  readonly device: string
  /** A pseudonym of the network within its office and month. */
  readonly network: string
  /** 1: staff sign in from that network. */
  readonly own_network: 0 | 1
  /** From the first display to sending by the device's own clock. */
  readonly seconds: number | null
  /** 1: it waited on the device for a connection. */
  readonly offline: 0 | 1
  readonly channel: AnswerChannel
}

/** What a closed month was found to hold. */
export interface IntegrityMonthsTable {
  readonly office: string
  readonly month: string
  readonly at: Instant
  /** How many questionnaires were looked at. */
  readonly looked: number
  /** JSON list of `Flag`. */
  readonly flags: string
}

/** What the head of an office decided about the flags of a month; a later decision is a later version. */
export interface IntegrityDecisionsTable {
  readonly office: string
  readonly month: string
  readonly version: number
  readonly choice: 'count' | 'leaveOut'
  readonly reason: string
  readonly by_id: string
  readonly at: Instant
}

export interface IntegrityTables {
  readonly trace_keys: TraceKeysTable
  readonly answer_traces: AnswerTracesTable
  readonly integrity_months: IntegrityMonthsTable
  readonly integrity_decisions: IntegrityDecisionsTable
}

/** On a questionnaire: why it was marked, a JSON list of `Mark`, and whether the unit's figures leave it out. */
export interface MarkColumns {
  readonly marks: string | null
  readonly left_out: 0 | 1
}

/** Step `0069-answer-traces`. */
export async function traceTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('trace_keys')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('month', 'text', c => c.notNull())
    .addColumn('key', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('trace_keys_pk', ['office', 'month'])
    .execute()
  await db.schema
    .createTable('answer_traces')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('month', 'text', c => c.notNull())
    .addColumn('minute', 'bigint', c => c.notNull())
    .addColumn('device_class', 'text', c => c.notNull())
    .addColumn('device', 'text', c => c.notNull())
    .addColumn('network', 'text', c => c.notNull())
    .addColumn('own_network', 'integer', c => c.notNull())
    .addColumn('seconds', 'integer')
    .addColumn('offline', 'integer', c => c.notNull())
    .addColumn('channel', 'text', c => c.notNull())
    .execute()
  await db.schema.createIndex('answer_traces_month').on('answer_traces').columns(['office', 'month', 'id']).execute()
}

/** Step `0070-integrity`. */
export async function integrityTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('integrity_months')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('month', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('looked', 'integer', c => c.notNull())
    .addColumn('flags', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('integrity_months_pk', ['office', 'month'])
    .execute()
  await db.schema
    .createTable('integrity_decisions')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('month', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('choice', 'text', c => c.notNull())
    .addColumn('reason', 'text', c => c.notNull())
    .addColumn('by_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('integrity_decisions_pk', ['office', 'month', 'version'])
    .execute()
  await db.schema.alterTable('skm_answers').addColumn('marks', 'text').execute()
  await db.schema
    .alterTable('skm_answers')
    .addColumn('left_out', 'integer', c => c.notNull().defaultTo(0))
    .execute()
  await db.schema
    .alterTable('invitations')
    .addColumn('chosen', 'integer', c => c.notNull().defaultTo(1))
    .execute()
}
