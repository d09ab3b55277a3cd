import { createHash } from 'node:crypto'
import type { Reply } from '../../../shared/contracts/api.ts'
import type { AnswersPreview } from '../../../shared/contracts/survey/collect-routes.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { onlySeen } from '../../../shared/kit/seen.ts'
import { MINUTE, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { answersReader, type AnswersRow } from '../../../shared/survey/collect/import-table.ts'
import { tooFewLate } from '../../../shared/survey/collect/late.ts'
import { sheetText } from '../../../shared/survey/collect/sheet.ts'
import { fixedPeriod, periodsWithin } from '../../../shared/survey/fixed-periods.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import type { AnswerImportsTable } from '../../store/schema/survey/collect-tables.ts'
import { staffById } from '../../store/staff.ts'
import {
  collectedDelete,
  collectedInsert,
  hasAnswers,
  importById,
  importGone,
  importOf,
  importRow,
  importsOf,
  importStep,
  leftImports,
} from '../../store/survey/collect.ts'
import { leavingMonths } from '../../store/survey/integrity.ts'
import { publicationsOf } from '../../store/survey/publications.ts'
import { hashOf } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { readTable } from '../office-file/table.ts'
import type { Enterer } from './paper-forms.ts'
import type { WholeFiles } from './whole-files.ts'

type Preview = AnswersPreview

/** A file as it is shown, its rows that are right, and a hash of them. */
interface Read {
  readonly view: Preview
  readonly rows: readonly AnswersRow[]
  readonly hash: string
}

/** Files of answers, each taken in whole or not at all, and taken back whole. */
export interface AnswerImports {
  list(office: string): Promise<Reply<'GET /api/offices/:office/answer-imports'>>
  /** The file row by row; nothing is kept. */
  look(office: string, bytes: Uint8Array): Promise<Preview>
  /** Keeps all of it, or nothing while a row is wrong; under the same key the same answer again. Throws `IMPORT_KNOWN`, and `IMPORT_UNDER_WAY` while it comes. */
  keep(
    me: Enterer,
    office: string,
    file: { readonly name: string; readonly bytes: Uint8Array },
    key: string,
  ): Promise<Preview>
  /** Takes a file back, whole, with a reason. Throws `NOT_FOUND`, `IMPORT_FIXED`. */
  takeBack(me: Enterer, office: string, id: string, reason: string): Promise<void>
  /** Clears away all that is half way: a process that ended left it. */
  start(): Promise<void>
  /** Clears away what was given up half way. */
  pass(): Promise<void>
}

/** Rows written at once, in a few milliseconds; others are served in between. */
const SLICE = 120
/** Rows read at once. */
const READ_AT_ONCE = 100
const MOST_PROBLEMS = 200
/** What nobody worked on for so long was given up. */
const GIVEN_UP_MS = 2 * MINUTE
/** Rows of a file, its size, and letters of a cell. */
export const IMPORT_LIMITS = { rows: 20_001, mb: 5, unpacked: 60_000_000, cell: 2_000, columns: 100 }

const turn = () => new Promise<void>(resolve => setImmediate(resolve))

export function createAnswerImports(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly files: WholeFiles
  /** A keyed hash. */
  readonly hash: (text: string) => string
  readonly now: () => Instant
}): AnswerImports {
  const { db, offices, files, now } = deps
  /** Files that this process is taking in. */
  const coming = new Set<string>()

  /** Months of which nothing may change any more: their figures are published, or the head decided about them. */
  async function fixedMonths(office: string): Promise<ReadonlySet<string>> {
    const published = (await publicationsOf(db, office)).flatMap(row => fixedPeriod(row.period) ?? [])
    const of = new Set(published.flatMap(period => periodsWithin('month', period).map(month => month.key)))
    for (const month of await leavingMonths(db, office)) of.add(month)
    return of
  }

  async function read(office: string, bytes: Uint8Array, fixed: ReadonlySet<string>): Promise<Read> {
    const nothing = { rows: 0, from: null, to: null, services: [], ignored: [], known: false, more: 0 }
    const table = await readTable(bytes, IMPORT_LIMITS)
    if (!table.ok) {
      const { row, word, values } = table.problem
      return { view: { ...nothing, problems: [{ row, column: '', word, values }] }, rows: [], hash: '' }
    }
    const today = offices.today(office)
    const { services } = offices.get(office)
    const isFixed = (date: LocalDate) => fixed.has(date.slice(0, 7))
    const reader = answersReader(table.table[0] ?? [], { services, today, isFixed })
    const problems: Preview['problems'][number][] = [...reader.problems]
    const rows: AnswersRow[] = []
    if (problems.length === 0)
      for (let i = 1; i < table.table.length; i += 1) {
        const one = reader.read(table.table[i]!, i + 1)
        if (one && 'row' in one) rows.push(one)
        else if (one) problems.push(...one)
        if (i % READ_AT_ONCE === 0) await turn()
      }
    const right = problems.length === 0
    const few = tooFewLate(rows, { today, isEmpty: await emptyYears(office, rows) })
    for (const { service, from, to, n } of few)
      problems.push({ row: 0, column: '', word: 'few', values: { service, from, to, n } })
    if (rows.length === 0 && problems.length === 0) problems.push({ row: 0, column: '', word: 'empty', values: {} })
    const counts = new Map<string, number>()
    let [from, to] = [rows[0]?.date ?? null, rows[0]?.date ?? null]
    for (const { date, service } of rows) {
      counts.set(service, (counts.get(service) ?? 0) + 1)
      if (date < from!) from = date
      if (date > to!) to = date
    }
    const hash = rowsHash(rows)
    const known = (await importOf(db, office, [...(right ? [hash] : []), fileHash(bytes)])) !== undefined
    const view: Preview = {
      ...{ rows: rows.length, from, to, ignored: [...reader.ignored], known },
      services: services.flatMap(({ id }) => (counts.has(id) ? [{ id, n: counts.get(id)! }] : [])),
      problems: problems.slice(0, MOST_PROBLEMS),
      more: Math.max(0, problems.length - MOST_PROBLEMS),
    }
    return { view, rows, hash }
  }

  async function emptyYears(office: string, rows: readonly AnswersRow[]): Promise<(year: string) => boolean> {
    const empty = new Set<string>()
    for (const year of new Set(rows.map(row => row.date.slice(0, 4))))
      if (!(await hasAnswers(db, office, `${year}-01-01`, `${year}-12-31`))) empty.add(year)
    return year => empty.has(year)
  }

  /** Takes all of an import out again, some at a time. */
  async function clear(row: AnswerImportsTable): Promise<void> {
    for (let first = 0; first < row.rows; first += SLICE) {
      await db.atomic([
        importStep(db, row.id, row.state, { touched: now() }),
        ...collectedDelete(db, { secret: row.secret, first, count: Math.min(SLICE, row.rows - first) }),
      ])
      await turn()
    }
  }

  async function takeIn({ id, office, secret }: AnswerImportsTable, rows: readonly AnswersRow[]): Promise<void> {
    // Even slices: of a last one of a single row everybody who reads the tables would know its profile.
    const size = Math.ceil(rows.length / Math.ceil(rows.length / SLICE))
    for (let first = 0; first < rows.length; first += size) {
      const sheets = rows.slice(first, first + size).map(kept)
      const step = importStep(db, id, 'coming', { touched: now() })
      const then = collectedInsert(db, { office, channel: 'import', secret, first, sheets })
      if (!(await db.claim(step, then))) throw new AppError('IMPORT_FIXED')
      await turn()
    }
  }

  async function leave(row: AnswerImportsTable): Promise<void> {
    await clear(row)
    const detail = { office: row.office, import: row.id, rows: row.rows, reason: row.reason }
    const first = importStep(db, row.id, 'leaving', { state: 'taken', taken_at: now() })
    await onRecord(db, { first, then: [] }, { at: now(), who: row.taken_by!, what: 'import.takeBack', detail })
  }

  /** What was last worked on before an instant. */
  async function clearLeft(before: Instant): Promise<void> {
    for (const row of await leftImports(db, before)) {
      if (coming.has(row.id)) continue
      if (row.state === 'leaving') await leave(row)
      else {
        await clear(row)
        await db.atomic([importGone(db, row.id)])
      }
    }
  }

  return {
    async list(office) {
      const rows = (await importsOf(db, office)).filter(row => row.state === 'kept' || row.state === 'taken')
      const fixed = await fixedMonths(office)
      const names = new Map<string, string>()
      for (const id of new Set(rows.map(row => row.by_id))) names.set(id, (await staffById(db, id))?.name ?? id)
      return {
        imports: rows.map(row => ({
          ...{ id: row.id, name: row.name, at: row.at, by: names.get(row.by_id)!, rows: row.rows },
          ...{ from: row.from, to: row.to, taken: row.state === 'taken', reason: row.reason },
          fixed: (JSON.parse(row.months) as string[]).some(month => fixed.has(month)),
        })),
      }
    },

    look: async (office, bytes) => (await read(office, bytes, await fixedMonths(office))).view,

    async keep({ id: by_id, by }, office, { name, bytes }, key) {
      const id = hashOf(`import ${office} ${key}`).slice(0, 22)
      const before = await importById(db, id)
      // What was taken in is read again as it was then, also when its figures have been published since.
      const { view, rows, hash } = await read(office, bytes, before ? new Set() : await fixedMonths(office))
      // The same once more, because its answer was lost, is kept.
      if (before?.state === 'kept' && before.hash === hash) return { ...view, known: false, problems: [], more: 0 }
      if (before?.state === 'coming' && before.hash === hash) throw new AppError('IMPORT_UNDER_WAY')
      if (before) throw new AppError('COMMAND_ID_REUSED')
      if (view.known) throw new AppError('IMPORT_KNOWN')
      if (view.problems.length > 0) return view
      const at = now()
      const secret = deps.hash(`${office} ${id}`)
      const months = [...new Set(rows.map(({ date }) => date.slice(0, 7)))].sort()
      const row: AnswerImportsTable = {
        ...{ id, office, hash, name: onlySeen(name).slice(0, 80), by_id, at, state: 'coming', touched: at },
        ...{ rows: rows.length, from: view.from!, to: view.to!, secret, taken_by: null, taken_at: null, reason: null },
        months: JSON.stringify(months),
      }
      const begun = await files.beginning(async () => {
        const fixed = await fixedMonths(office)
        if (months.some(month => fixed.has(month))) return 'fixed'
        return (await db.claim(importRow(db, row), [])) ? 'begun' : 'known'
      })
      if (begun === 'known') throw new AppError('IMPORT_KNOWN')
      // It is told row by row what was fixed while it was read.
      if (begun === 'fixed') return (await read(office, bytes, await fixedMonths(office))).view
      coming.add(id)
      try {
        await takeIn(row, rows)
        const detail = { office, import: id, rows: rows.length, from: row.from, to: row.to }
        const first = importStep(db, id, 'coming', { state: 'kept', touched: now() })
        await onRecord(db, { first, then: [] }, { at, who: by, what: 'import.keep', detail })
      } finally {
        coming.delete(id)
      }
      return view
    },

    async takeBack({ by }, office, id, reason) {
      const row = await importById(db, id)
      if (!row || row.office !== office) throw new AppError('NOT_FOUND')
      // The same once more is done already.
      if (row.state === 'taken' && row.taken_by === by && row.reason === reason) return
      const step = importStep(db, id, 'kept', { state: 'leaving', touched: now(), taken_by: by, reason })
      await files.beginning(async () => {
        const fixed = await fixedMonths(office)
        if ((JSON.parse(row.months) as string[]).some(month => fixed.has(month))) throw new AppError('IMPORT_FIXED')
        if (!(await db.claim(step, []))) throw new AppError('IMPORT_FIXED')
      })
      await leave({ ...row, state: 'leaving', taken_by: by, reason })
    },

    start: () => clearLeft(Number.MAX_SAFE_INTEGER),

    pass: () => clearLeft(now() - GIVEN_UP_MS),
  }
}

const fileHash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('base64url')

/** The same of the same answers, in whatever order and kind of file. */
const rowsHash = (rows: readonly AnswersRow[]) =>
  createHash('sha256')
    .update(JSON.stringify(rows.map(row => sheetText(kept(row))).sort()))
    .digest('base64url')

function kept({ date, service, answers, profile, suggestion }: AnswersRow) {
  const said = onlySeen(suggestion ?? '').trim()
  return { date, service, answers, profile, ...(said === '' ? {} : { suggestion: said }) }
}
