import { sql, type Kysely } from 'kysely'
import {
  APPLICATION_STATES,
  RETURN_REASONS,
  type ApplicationState,
  type ReturnReason,
} from '../../../shared/documents/application.ts'
import type { DelayCause } from '../../../shared/documents/delay.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'

/** The file of a document that a visit asked for, as it stands now; ids only, nothing about the citizen. */
export interface ApplicationsTable {
  readonly id: string
  readonly ticket_id: string
  /** Ticket and service: a service of a visit has one file. */
  readonly part_key: string
  readonly office: string
  readonly service_id: string
  readonly officer_id: string
  readonly number: string
  readonly opened_at: Instant
  readonly promised_on: LocalDate
  readonly working_days: number
  readonly state: ApplicationState
  readonly before_state: ApplicationState | null
  readonly reason: ReturnReason | null
  readonly changed_at: Instant
  readonly ready_at: Instant | null
  readonly handed_at: Instant | null
  /** The new date that was given when the promise had passed, with its cause, and when. */
  readonly delayed_to: LocalDate | null
  readonly delay_cause: DelayCause | null
  readonly delay_note: string | null
  readonly delayed_at: Instant | null
  /** Steps taken so far: what a step compares with before it sets. */
  readonly steps: number
}

/** One step of an application: who, when, from where to where. The opening is step 0 and comes from nowhere. */
export interface ApplicationStepsTable {
  readonly application_id: string
  readonly step: number
  readonly at: Instant
  readonly who: string
  readonly from_state: ApplicationState | null
  readonly to_state: ApplicationState
  readonly reason: ReturnReason | null
  /** Of a step that gave a new date and left the state as it was. */
  readonly new_date: LocalDate | null
  readonly cause: DelayCause | null
  readonly note: string | null
  /** The same command again is the same step. */
  readonly command_id: string
}

/** Step `0004-applications`. */
export async function applicationTables(db: Kysely<unknown>): Promise<void> {
  const oneOf = (column: string, values: readonly string[]) =>
    sql`${sql.ref(column)} in (${sql.join(values.map(value => sql.lit(value)))})`
  await db.schema
    .createTable('applications')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('ticket_id', 'text', c => c.notNull().unique())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('service_id', 'text', c => c.notNull())
    .addColumn('officer_id', 'text', c => c.notNull())
    .addColumn('number', 'text', c => c.notNull())
    .addColumn('opened_at', 'bigint', c => c.notNull())
    .addColumn('promised_on', 'text', c => c.notNull())
    .addColumn('working_days', 'integer', c => c.notNull())
    .addColumn('state', 'text', c => c.notNull().check(oneOf('state', APPLICATION_STATES)))
    .addColumn('before_state', 'text')
    .addColumn('reason', 'text', c => c.check(oneOf('reason', RETURN_REASONS)))
    .addColumn('changed_at', 'bigint', c => c.notNull())
    .addColumn('ready_at', 'bigint')
    .addColumn('handed_at', 'bigint')
    .addColumn('steps', 'integer', c => c.notNull())
    .execute()
  await db.schema
    .createIndex('applications_state')
    .on('applications')
    .columns(['office', 'state', 'promised_on'])
    .execute()
  await db.schema.createIndex('applications_promised').on('applications').columns(['office', 'promised_on']).execute()
  await db.schema
    .createTable('application_steps')
    .addColumn('application_id', 'text', c => c.notNull().references('applications.id').onDelete('cascade'))
    .addColumn('step', 'integer', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('who', 'text', c => c.notNull())
    .addColumn('from_state', 'text')
    .addColumn('to_state', 'text', c => c.notNull())
    .addColumn('reason', 'text')
    .addColumn('command_id', 'text', c => c.notNull().unique())
    .addPrimaryKeyConstraint('application_steps_pk', ['application_id', 'step'])
    .execute()
}
