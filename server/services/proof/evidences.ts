import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { evidenceOf, evidencePeriod, type Evidence } from '../../../shared/officer/evidence/evidence.ts'
import { evidenceTable } from '../../../shared/tables/evidence-table.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { outagesBetween } from '../../store/outages.ts'
import { finishedBy, proofByCode, proofRow, proofsOf } from '../../store/record/evidence.ts'
import type { EvidenceProofsTable } from '../../store/schema/record/evidence-tables.ts'
import { visitsAround } from '../../store/visits.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { outageOf, visitFact } from '../officer/figures.ts'
import { csvOf } from '../tables/csv.ts'
import { TYPES } from '../tables/tables.ts'
import { xlsxOf } from '../tables/xlsx.ts'

type Own = Pick<Staff, 'id' | 'officeId'>

/** The sums by which versions are told apart. */
export interface Sums {
  readonly served: number
  readonly judged: number
  readonly within: number
  readonly shut: number
  readonly unclocked: number
}

/** What was taken along once. */
export interface Version {
  readonly version: number
  readonly code: string
  readonly at: Instant
  readonly sums: Sums
  /** It says what the journal says now. */
  readonly current: boolean
}

/** The evidence of a period with what was taken along of it so far. */
export interface Proven {
  readonly evidence: Evidence
  /** Finished services as the database alone counts them. */
  readonly journal: number
  readonly versions: readonly Version[]
}

/** What a code is worth. */
export type Checked =
  { readonly state: 'valid' | 'old'; readonly office: string; readonly at: Instant } | { readonly state: 'unknown' }

/** What officers take along as evidence of their own work. */
export interface Evidences {
  /** Throws `BAD_REQUEST` for what is no date, month, quarter or year. */
  of(staff: Own, period: string): Promise<Proven>
  /** The version of what the journal says now, made where there is none; on record. Throws what `of` does. */
  prove(staff: Own, period: string): Promise<Version>
  /** The lines as a file, with a version of their own; `address` gives the check page of a code. */
  file(
    staff: Own,
    asked: { period: string; format: 'csv' | 'xlsx'; lang: Lang },
    address: (code: string) => string,
  ): Promise<{ readonly name: string; readonly type: string; readonly content: string }>
  check(code: string): Promise<Checked>
}

/** How often a version is tried again that another request has made meanwhile. */
const MOST_TRIES = 5

export function createEvidences(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  /** Keyed, so that nobody can make a code. */
  readonly codeOf: (text: string) => string
  readonly now: () => Instant
}): Evidences {
  const { db, offices, codeOf, now } = deps

  async function read({ id, officeId }: Own, name: string): Promise<Evidence> {
    const period = evidencePeriod(name)
    if (!period) throw new AppError('BAD_REQUEST', { where: 'path', field: 'period', problem: 'no period' })
    const { from, to } = period
    const [visits, outages] = await Promise.all([
      visitsAround(db, officeId, id, from, to),
      outagesBetween(db, officeId, from, to),
    ])
    const rows = { visits: visits.map(visitFact), outages: outages.map(outageOf) }
    return evidenceOf(id, rows, period, offices.get(officeId))
  }

  async function prove(staff: Own, period: string): Promise<Version> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const evidence = await read(staff, period)
      const digest = digestOf(evidence)
      const versions = await proofsOf(db, staff.id, period)
      const known = versions.find(v => v.digest === digest)
      if (known) return versionOf(known, digest)
      const row = {
        ...{ code: codeOf(JSON.stringify([staff.officeId, staff.id, period, digest])).slice(0, 22), period, digest },
        ...{ office: staff.officeId, officer_id: staff.id, version: (versions.at(-1)?.version ?? 0) + 1 },
        ...{ sums: JSON.stringify(sumsOf(evidence)), made_at: now() },
      }
      const detail = { office: staff.officeId, period, version: row.version, digest }
      const entry = { at: now(), who: `staff:${staff.id}`, what: 'evidence.version', detail }
      if (await onRecord(db, { first: proofRow(db, row), then: [] }, entry)) return versionOf(row, digest)
    }
    throw new AppError('UNAVAILABLE')
  }

  return {
    async of(staff, period) {
      const evidence = await read(staff, period)
      const [journal, versions] = await Promise.all([
        finishedBy(db, staff.officeId, staff.id, evidence.from, evidence.to),
        proofsOf(db, staff.id, period),
      ])
      const digest = digestOf(evidence)
      return { evidence, journal, versions: versions.map(v => versionOf(v, digest)) }
    },

    prove,

    async file(staff, { period, format, lang }, address) {
      const { code } = await prove(staff, period)
      const table = evidenceTable(await read(staff, period), offices.get(staff.officeId), lang, address(code))
      const bytes = format === 'csv' ? csvOf(table) : await xlsxOf(table)
      const content = Buffer.from(bytes).toString('base64')
      return { name: `progres-harian_${period}.${format}`, type: TYPES[format], content }
    },

    async check(code) {
      const proof = await proofByCode(db, code)
      if (!proof) return { state: 'unknown' }
      const digest = digestOf(await read({ id: proof.officer_id, officeId: proof.office }, proof.period))
      return { state: digest === proof.digest ? 'valid' : 'old', office: proof.office, at: proof.made_at }
    },
  }
}

/** Of what was counted, never of words: a service that gets another name makes no other version. */
function digestOf(evidence: Evidence): string {
  return hashOf(JSON.stringify(evidence))
}

function sumsOf({ served, services }: Evidence): Sums {
  const sum = (of: 'judged' | 'within' | 'shut' | 'unclocked') => services.reduce((all, s) => all + s[of], 0)
  return { served, judged: sum('judged'), within: sum('within'), shut: sum('shut'), unclocked: sum('unclocked') }
}

function versionOf(row: EvidenceProofsTable, digest: string): Version {
  return {
    ...{ version: row.version, code: row.code, at: row.made_at },
    ...{ sums: JSON.parse(row.sums) as Sums, current: row.digest === digest },
  }
}
