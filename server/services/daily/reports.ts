import { isDeepStrictEqual } from 'node:util'
import { compareNames } from '../../../shared/kit/by-name.ts'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import {
  mustBeSeen,
  mustFit,
  mustReport,
  REPORT_DAYS,
  type AnswerKind,
  type ReportEntry,
} from '../../../shared/officer/daily/report.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import { entriesOf, entryRow, noDraft, reportRow, versionsOf, type ReportOf } from '../../store/record/daily.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf, type Sealer } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import { createTurn } from '../office/turn.ts'
import type { Readings } from '../oversight/readings.ts'
import { createDrafts, type Draft, type Drafts, type SentDraft } from './drafts.ts'
import type { EvidenceFiles } from './evidence.ts'
import { forOf, type Leading } from './leading.ts'
import { createReportSealer } from './report-sealer.ts'
import { createReportViews, type ReportHead, type ReportView } from './report-views.ts'
import { createStandings } from './standings.ts'
import type { Works } from './work.ts'

/** An own report, with what is not sent yet. */
export interface OwnReport extends ReportView {
  readonly today: LocalDate
  readonly drafts: readonly Draft[]
}

type Me = Pick<Staff, 'id' | 'officeId' | 'name'>

/** Daily reports: written by an officer, answered by whoever assesses them on that day, never changed. */
export interface Reports extends Pick<Drafts, 'keep' | 'discard'> {
  /** Throws what `mustReport` does. */
  own(me: Me, date: LocalDate): Promise<OwnReport>
  /** The reports of the days before today, the newest first. */
  recent(me: Me, before: LocalDate): Promise<readonly ReportHead[]>
  /** One more version; throws `REPORT_TOO_LONG`, `REPORT_CHANGED` where another was sent since `seen`, `COMMAND_ID_REUSED` for anything else by this key. */
  send(
    me: Me,
    date: LocalDate,
    report: Omit<SentDraft, 'kind' | 'replaces'> & { seen: number },
    key: string,
  ): Promise<void>
  /** Takes an own evidence file away, as `remove` of evidence does. */
  removeFile(me: Me, date: LocalDate, file: string): Promise<boolean>
  reply(me: Me, date: LocalDate, text: string, key: string): Promise<void>
  /** The reports of those whom somebody assesses that wait for an answer, by name and day; each on record as read. */
  waiting(me: Me): Promise<readonly ReportHead[]>
  /** On record as read. Throws `NOT_FOUND` for a report of somebody whom one does not assess on that day. */
  read(me: Me, officer: string, date: LocalDate): Promise<ReportView>
  answer(
    me: Me,
    of: { readonly officer: string; readonly date: LocalDate },
    answer: { readonly kind: AnswerKind; readonly version: number; readonly text: string },
    key: string,
  ): Promise<void>
}

export function createReports(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get' | 'today'>
  readonly sealer: Sealer
  readonly works: Works
  readonly leading: Leading
  readonly files: Pick<EvidenceFiles, 'of' | 'left' | 'remove'>
  readonly readings: Pick<Readings, 'note'>
  readonly now: () => Instant
  /** Tells the screens of somebody that a report has news. */
  readonly tell: (staffId: string) => void
}): Reports {
  const { db, offices, leading, files, readings, now, tell } = deps
  // One after another, so that versions and lines are counted without a gap.
  const inTurn = createTurn()
  const sealer = createReportSealer(deps.sealer)
  const { close, opened } = sealer
  const standings = createStandings({ ...deps, sealer })
  const views = createReportViews({ ...deps, standings })
  const drafts = createDrafts({ db, offices, sealer, inTurn, now })

  /** Adds a line to a thread, once under its key; `about` gives what it is about, or refuses. */
  async function say(
    me: Me,
    of: ReportOf & { readonly office: string },
    line: { readonly kind: ReportEntry['kind']; readonly text: string },
    key: string,
    about: (newest: number, entries: readonly ReportEntry[]) => number,
    onBehalfOf?: string,
  ): Promise<void> {
    const { staffId, date, office } = of
    const id = hashOf(`report entry ${me.id} ${key}`).slice(0, 22)
    const [versions, rows] = await Promise.all([
      versionsOf(db, [staffId], date, date),
      entriesOf(db, [staffId], date, date),
    ])
    const known = rows.find(r => r.id === id)
    const newest = versions.at(-1)?.version ?? 0
    if (known) {
      if (!isDeepStrictEqual([known.kind, opened<string>(known.text)], [line.kind, line.text]))
        throw new AppError('COMMAND_ID_REUSED')
      return
    }
    if (newest === 0) throw new AppError('NOT_FOUND')
    const version = about(newest, rows.map(standings.entryOf))
    const at = now()
    const row = {
      ...{ id, office, staff_id: staffId, date, seq: (rows.at(-1)?.seq ?? 0) + 1, version },
      ...{ kind: line.kind, by_id: me.id, at, text: close(line.text) },
    }
    const behalf = onBehalfOf === undefined ? {} : { onBehalfOf }
    const detail = { office, officer: staffId, date, version, entry: id, ...behalf }
    const entry = { at, who: `staff:${me.id}`, what: `report.${line.kind}`, detail }
    if (!(await onRecord(db, { first: entryRow(db, row), then: [] }, entry))) throw new AppError('COMMAND_ID_REUSED')
  }

  return {
    keep: drafts.keep,
    discard: drafts.discard,

    async own(me, date) {
      const today = offices.today(me.officeId)
      mustReport(date, today)
      const report = { staffId: me.id, date }
      const [view, own] = await Promise.all([views.of(me.officeId, me.id, date), drafts.of(report)])
      return { ...view, files: await files.of(report), today, drafts: own }
    },

    recent: async (me, before) =>
      [...(await views.heads(me.officeId, [me.id], addDays(before, -REPORT_DAYS), addDays(before, -1)))].reverse(),

    async send(me, date, report, key) {
      const office = me.officeId
      await inTurn(async () => {
        const id = hashOf(`report ${me.id} ${key}`).slice(0, 22)
        const text = await files.left({ staffId: me.id, date }, report.text)
        const rows = await versionsOf(db, [me.id], date, date)
        const known = rows.find(r => r.id === id)
        if (known) {
          const stands = { begunAt: known.begun_at, writtenAt: known.written_at, text: opened(known.text) }
          const { begunAt, writtenAt } = report
          if (!isDeepStrictEqual(stands, { begunAt, writtenAt, text })) throw new AppError('COMMAND_ID_REUSED')
          return
        }
        mustReport(date, offices.today(office))
        const newest = rows.at(-1)?.version ?? 0
        mustBeSeen(report.seen, newest)
        mustFit(report.text)
        const at = now()
        const row = {
          ...{ id, office, staff_id: me.id, date, version: newest + 1, text: close(text) },
          ...{ begun_at: report.begunAt, written_at: report.writtenAt, received_at: at },
        }
        const then = [noDraft(db, { staffId: me.id, date }, report)]
        const detail = { office, date, version: newest + 1, report: id }
        const entry = { at, who: `staff:${me.id}`, what: 'report.send', detail }
        if (!(await onRecord(db, { first: reportRow(db, row), then }, entry))) throw new AppError('COMMAND_ID_REUSED')
      })
      await told(office, me.id, date)
    },

    removeFile: (me, date, file) => inTurn(() => files.remove(me, date, file)),

    async reply(me, date, text, key) {
      const of = { staffId: me.id, date, office: me.officeId }
      await inTurn(() => say(me, of, { kind: 'reply', text }, key, newest => newest))
      await told(me.officeId, me.id, date)
    },

    async waiting(me) {
      const today = offices.today(me.officeId)
      const led = await leading.within(me.officeId, me.id, addDays(today, -REPORT_DAYS - 1), today)
      const all = await Promise.all(
        led.map(async l =>
          (await views.heads(me.officeId, [l.officerId], l.from, l.to))
            .filter(r => r.state === 'waiting')
            .map(report => ({ report, forId: l.forId })),
        ),
      )
      const found = all.flat()
      for (const { report, forId } of found) await wasRead(me, report.officerId, report.date, forId)
      return found.map(f => f.report).sort((a, b) => compareNames(a.officer, b.officer) || (a.date < b.date ? -1 : 1))
    },

    async read(me, officer, date) {
      const right = await leading.rightOf(me.officeId, me.id, officer, date)
      if (!right) throw new AppError('NOT_FOUND')
      await wasRead(me, officer, date, forOf(right))
      return views.of(me.officeId, officer, date)
    },

    async answer(me, { officer, date }, { kind, version, text }, key) {
      const right = await leading.rightOf(me.officeId, me.id, officer, date)
      if (!right) throw new AppError('NOT_FOUND')
      const of = { staffId: officer, date, office: me.officeId }
      const about = (newest: number) => {
        mustBeSeen(version, newest)
        return newest
      }
      await inTurn(() => say(me, of, { kind, text }, key, about, forOf(right)))
      tell(officer)
      tell(me.id)
    },
  }

  async function wasRead(me: Me, officerId: string, date: LocalDate, forId: string | undefined): Promise<void> {
    await readings.note({ office: me.officeId, officerId, readerId: me.id, forId, what: 'report', period: date })
  }

  async function told(office: string, officer: string, date: LocalDate): Promise<void> {
    tell(officer)
    for (const id of await leading.toldOf(office, officer, date)) tell(id)
  }
}
