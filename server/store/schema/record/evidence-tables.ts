import type { Kysely } from 'kysely'
import type { Instant } from '../../../../shared/kit/time.ts'

/** What an officer took along as evidence: a version of a period, found by its code; never changed. */
export interface EvidenceProofsTable {
  readonly code: string
  readonly office: string
  readonly officer_id: string
  /** The name of a period: a date, a month, a quarter or a year. */
  readonly period: string
  readonly version: number
  /** Of all that was told. */
  readonly digest: string
  /** JSON of its sums. */
  readonly sums: string
  readonly made_at: Instant
}

/** The line of the SKP under which an officer's work at counters stands in a year; sealed. */
export interface SkpLinesTable {
  readonly staff_id: string
  readonly year: string
  readonly office: string
  readonly line: string
  readonly set_at: Instant
}

/** What this part of the record adds to the tables. */
export interface EvidenceTables {
  readonly evidence_proofs: EvidenceProofsTable
  readonly skp_lines: SkpLinesTable
}

/** Step `0041-evidence`: versions of what officers took along, so that a printed page can be checked. */
export async function evidenceTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('evidence_proofs')
    .addColumn('code', 'text', c => c.primaryKey().notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('officer_id', 'text', c => c.notNull())
    .addColumn('period', 'text', c => c.notNull())
    .addColumn('version', 'integer', c => c.notNull())
    .addColumn('digest', 'text', c => c.notNull())
    .addColumn('sums', 'text', c => c.notNull())
    .addColumn('made_at', 'bigint', c => c.notNull())
    .addUniqueConstraint('evidence_proofs_version', ['officer_id', 'period', 'version'])
    .execute()
}

/** Step `0044-skp-lines`: under which line of the SKP the work at counters of a year stands. */
export async function skpLines(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('skp_lines')
    .addColumn('staff_id', 'text', c => c.notNull())
    .addColumn('year', 'text', c => c.notNull())
    .addColumn('office', 'text', c => c.notNull())
    .addColumn('line', 'text', c => c.notNull())
    .addColumn('set_at', 'bigint', c => c.notNull())
    .addPrimaryKeyConstraint('skp_lines_pk', ['staff_id', 'year'])
    .execute()
}
