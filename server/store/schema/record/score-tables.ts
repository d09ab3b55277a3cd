import { sql, type Kysely } from 'kysely'
import { addDays, officeDate, type Instant, type LocalDate, type Zone } from '../../../../shared/kit/time.ts'
import type { ScoreCause, ScoredKind } from '../../../../shared/officer/score/versions.ts'

/** One computation of a closed period: written once, never changed. */
export interface ScoreRunsTable {
  readonly office: string
  /** The name of the period. */
  readonly period: string
  readonly kind: ScoredKind
  readonly version: number
  readonly at: Instant
  readonly cause: ScoreCause
  /** The outage or objection by which it was computed anew; empty of the first. */
  readonly by: string
  /** Digest of all that went into it, so that it can be shown to be computed from that. */
  readonly inputs: string
  /** The first day on which others than its officers read the period, as the office had it when the first version was computed. */
  readonly opens_on: LocalDate
  /** The fewest ratings from which on anything is shown, as the office had it then. */
  readonly shown_from: number
  /** JSON of the pools, without who is in them. */
  readonly pools: string
}

/** What a computation says of one officer or counter; of a later one only where something of theirs changed. */
export interface ScoresTable {
  readonly office: string
  readonly period: string
  readonly kind: ScoredKind
  readonly version: number
  readonly who: string
  /** Last day of the period, so that later ones come later. */
  readonly until: LocalDate
  readonly n: number
  readonly left_out: number
  readonly status: string
  /** `shown`; `words` where figures would tell of fewer than ten; `hidden` where a difference would. */
  readonly gate: string
  /** The officer who gave at least four in five of the visits of a counter; `null` where nobody did, and of an officer. */
  readonly held_by: string | null
  /** JSON of the result. */
  readonly result: string
  /** JSON: how often each reason was given; `null` where that is not told. */
  readonly reasons: string
}

/** An officer opened a period for the assessor before its day. */
export interface ScoreReleasesTable {
  readonly office: string
  readonly period: string
  readonly officer_id: string
  readonly at: Instant
}

/** Ratings that were left out after they had been written, by their circumstances; what was left out is marked with it. */
export interface ScoreExclusionsTable {
  /** Of the outage or objection: each leaves out once. */
  readonly id: string
  readonly office: string
  readonly cause: ScoreCause
  readonly from_date: LocalDate
  readonly to_date: LocalDate
  readonly at: Instant
}

/** What the scores add to the tables. */
export interface ScoreTables {
  readonly score_runs: ScoreRunsTable
  readonly scores: ScoresTable
  readonly score_releases: ScoreReleasesTable
  readonly score_exclusions: ScoreExclusionsTable
}

/** Step `0038-scores`: computed periods with their versions, and what was opened early. */
export async function scoreTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('score_runs')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addColumn('cause', 'text', c => c.notNull())
    .addColumn('by', 'text', c => c.notNull())
    .addColumn('inputs', 'text', c => c.notNull())
    .addColumn('shown_from', 'integer', c => c.notNull())
    .addColumn('pools', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('score_runs_pk', ['office', 'period', 'kind', 'version'])
    .execute()
  await db.schema
    .createTable('scores')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('kind', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('who', 'text', c => c.notNull())
    .addColumn('until', 'text', c => c.notNull())
    .addColumn('n', 'integer', c => c.notNull())
    .addColumn('left_out', 'integer', c => c.notNull())
    .addColumn('status', 'text', c => c.notNull())
    .addColumn('gate', 'text', c => c.notNull())
    .addColumn('held_by', 'text')
    .addColumn('result', 'text', c => c.notNull())
    .addColumn('reasons', 'text', c => c.notNull())
    .addPrimaryKeyConstraint('scores_pk', ['office', 'kind', 'who', 'period', 'version'])
    .execute()
  await db.schema.createIndex('scores_period').on('scores').columns(['office', 'kind', 'period']).execute()
  await db.schema
    .createTable('score_releases')
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('officer_id', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('score_releases_pk', ['office', 'officer_id', 'period'])
    .execute()
  await db.schema
    .createTable('score_exclusions')
    .addColumn('id', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('cause', 'text', c => c.notNull())
    .addColumn('from_date', 'text', c => c.notNull())
    .addColumn('to_date', 'text', c => c.notNull())
    .addColumn('at', 'bigint', c => c.notNull())
    .execute()
}

/** Reasons that were kept before they were held against those of services are told no more. */
export async function reasonsUntold(db: Kysely<unknown>): Promise<void> {
  await sql`update scores set reasons = 'null'`.execute(db)
}

/** Step `0075-opens-on`: since when others read a computed period, of those that are there already by the office's present setting. */
export async function opensOn(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('score_runs')
    .addColumn('opens_on', 'text', c => c.notNull().defaultTo(''))
    .execute()
  const offices = await sql<{ id: string; settings: string }>`select id, settings from offices`.execute(db)
  const firsts = await sql<{ office: string; period: string; kind: string; at: number }>`
    select office, period, kind, at from score_runs where version = 1`.execute(db)
  for (const { id, settings } of offices.rows) {
    const { zone, scoreOwnDays = 3 } = JSON.parse(settings) as { zone: Zone; scoreOwnDays?: number }
    for (const { period, kind, at } of firsts.rows.filter(run => run.office === id)) {
      const day = addDays(officeDate(Number(at), zone), scoreOwnDays)
      await sql`update score_runs set opens_on = ${day}
        where office = ${id} and period = ${period} and kind = ${kind}`.execute(db)
    }
  }
}
