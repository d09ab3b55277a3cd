import { setImmediate as nextTurn } from 'node:timers/promises'
import { AppError } from '../../../shared/kit/errors.ts'
import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import type { Lang } from '../../../shared/kit/words.ts'
import { evidenceOf, evidencePeriod, type Evidence } from '../../../shared/officer/evidence/evidence.ts'
import type { Reported } from '../../../shared/officer/evidence/reported.ts'
import { evidenceName, evidenceTable } from '../../../shared/tables/evidence-table.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { outagesBetween } from '../../store/outages.ts'
import { finishedBy, proofByCode, proofRow, proofsOf, skpLineOf, skpLineRow } from '../../store/record/evidence.ts'
import type { EvidenceProofsTable } from '../../store/schema/record/evidence-tables.ts'
import { visitsAround } from '../../store/visits.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf, type Sealer } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { outageOf, visitFact } from '../officer/figures.ts'
import { evidencePdf } from '../paper/evidence-pdf.ts'
import { csvOf } from '../tables/csv.ts'
import { TYPES } from '../tables/tables.ts'
import { xlsxOf } from '../tables/xlsx.ts'

type Own = Pick<Staff, 'id' | 'officeId'>
/** Whose name stands on paper. */
type Named = Own & Pick<Staff, 'name'>

/** The sums by which versions are told apart. */
export interface Sums {
  readonly served: number
  readonly judged: number
  readonly within: number
  readonly shut: number
  readonly unclocked: number
  /** Activities of daily reports. */
  readonly others: number
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
    staff: Named,
    asked: { period: string; format: 'csv' | 'xlsx' | 'pdf'; lang: Lang },
    address: (code: string) => string,
  ): Promise<{ readonly name: string; readonly type: string; readonly content: string }>
  check(code: string): Promise<Checked>
  /** Keeps the line of the SKP for work at counters in a year; the same once more changes nothing. */
  setSkp(staff: Own, year: string, line: string): Promise<void>
}

/** How often a version is tried again that another request has made meanwhile. */
const MOST_TRIES = 5

export function createEvidences(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  /** What the daily reports of an officer say of these days. */
  readonly reported: (
    of: { readonly office: string; readonly officer: string },
    from: LocalDate,
    to: LocalDate,
  ) => Promise<Reported>
  readonly sealer: Sealer
  /** Keyed, so that nobody can make a code. */
  readonly codeOf: (text: string) => string
  readonly now: () => Instant
}): Evidences {
  const { db, offices, reported, sealer, codeOf, now } = deps

  async function skpOf(staff: string, year: string): Promise<string> {
    const sealed = await skpLineOf(db, staff, year)
    return sealed === undefined ? '' : (sealer.open(sealed) ?? '')
  }

  async function read({ id, officeId }: Own, name: string): Promise<Evidence> {
    const period = evidencePeriod(name)
    if (!period) throw new AppError('BAD_REQUEST', { where: 'path', field: 'period', problem: 'no period' })
    const { from, to } = period
    const [visits, outages, said, skp] = await Promise.all([
      visitsAround(db, officeId, id, from, to),
      outagesBetween(db, officeId, from, to),
      reported({ office: officeId, officer: id }, from, to),
      skpOf(id, from.slice(0, 4)),
    ])
    // A year is worked through in parts: whoever waits at a counter comes between.
    await nextTurn()
    const rows = { visits: visits.map(visitFact), outages: outages.map(outageOf) }
    await nextTurn()
    return evidenceOf(id, rows, period, offices.get(officeId), { ...said, skp })
  }

  /** What the journal says now, with its version: both of one reading. */
  async function proven(staff: Own, period: string): Promise<Version & { readonly evidence: Evidence }> {
    for (let tries = 0; tries < MOST_TRIES; tries++) {
      const evidence = await read(staff, period)
      await nextTurn()
      const digest = digestOf(evidence)
      const versions = await proofsOf(db, staff.id, period)
      const known = versions.find(v => v.digest === digest)
      if (known) return { ...versionOf(known, digest), evidence }
      const row = {
        ...{ code: codeOf(JSON.stringify([staff.officeId, staff.id, period, digest])).slice(0, 22), period, digest },
        ...{ office: staff.officeId, officer_id: staff.id, version: (versions.at(-1)?.version ?? 0) + 1 },
        ...{ sums: JSON.stringify(sumsOf(evidence)), made_at: now() },
      }
      const detail = { office: staff.officeId, period, version: row.version, digest }
      const entry = { at: now(), who: `staff:${staff.id}`, what: 'evidence.version', detail }
      if (await onRecord(db, { first: proofRow(db, row), then: [] }, entry))
        return { ...versionOf(row, digest), evidence }
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

    async prove(staff, period) {
      const { version, code, at, sums, current } = await proven(staff, period)
      return { version, code, at, sums, current }
    },

    async file(staff, { period, format, lang }, address) {
      const { evidence, code, version, at } = await proven(staff, period)
      const office = offices.get(staff.officeId)
      await nextTurn()
      const bytes = await {
        csv: () => csvOf(table()),
        xlsx: () => xlsxOf(table()),
        pdf: () =>
          evidencePdf(evidence, {
            ...{ office, officer: staff.name, period: evidenceName(period, lang), version, at },
            ...{ address: address(code), lang },
          }),
      }[format]()
      const content = Buffer.from(bytes).toString('base64')
      return { name: `progres-harian_${period}.${format}`, type: TYPES[format], content }

      function table() {
        return evidenceTable(evidence, office, lang, { link: address(code), officer: staff.name, period })
      }
    },

    async check(code) {
      const proof = await proofByCode(db, code)
      if (!proof) return { state: 'unknown' }
      const digest = digestOf(await read({ id: proof.officer_id, officeId: proof.office }, proof.period))
      return { state: digest === proof.digest ? 'valid' : 'old', office: proof.office, at: proof.made_at }
    },

    async setSkp({ id, officeId }, year, line) {
      if ((await skpOf(id, year)) === line) return
      const row = { staff_id: id, year, office: officeId, line: sealer.seal(line), set_at: now() }
      const entry = { at: now(), who: `staff:${id}`, what: 'evidence.skp', detail: { office: officeId, year } }
      await onRecord(db, { first: skpLineRow(db, row), then: [] }, entry)
    },
  }
}

/**
 * Of what was counted and of the officer's own words, never of names: a service that gets another name makes no other version. Where
 * nothing was reported it is of the counts alone, so that codes from before reports stood in the evidence stay valid.
 */
function digestOf(evidence: Evidence): string {
  const { activities, reports, skp, ...counted } = evidence
  const isPlain = activities.length === 0 && reports.length === 0 && skp === ''
  return hashOf(JSON.stringify(isPlain ? counted : evidence))
}

function sumsOf({ served, services, activities }: Evidence): Sums {
  const sum = (of: 'judged' | 'within' | 'shut' | 'unclocked') => services.reduce((all, s) => all + s[of], 0)
  return {
    served,
    judged: sum('judged'),
    within: sum('within'),
    shut: sum('shut'),
    unclocked: sum('unclocked'),
    others: activities.length,
  }
}

function versionOf(row: EvidenceProofsTable, digest: string): Version {
  return {
    ...{ version: row.version, code: row.code, at: row.made_at },
    ...{ sums: { others: 0, ...(JSON.parse(row.sums) as Omit<Sums, 'others'>) }, current: row.digest === digest },
  }
}
