import { isDeepStrictEqual } from 'node:util'
import { AppError } from '../../../shared/kit/errors.ts'
import { addDays, type Instant, type LocalDate } from '../../../shared/kit/time.ts'
import { dueOf, lateness, type Lateness } from '../../../shared/officer/daily/late.ts'
import {
  mustBeSeen,
  mustFit,
  mustReport,
  REPORT_DAYS,
  stateOf,
  type AnswerKind,
  type ReportEntry,
  type ReportState,
  type ReportText,
  type ReportTimes,
  type ReportVersion,
} from '../../../shared/officer/daily/report.ts'
import type { DayWork } from '../../../shared/officer/daily/work.ts'
import { onRecord } from '../../store/audit.ts'
import type { Database } from '../../store/open/database.ts'
import {
  draftRow,
  draftsOf,
  entriesOf,
  entryRow,
  noDraft,
  reportRow,
  versionsOf,
  type ReportOf,
} from '../../store/record/daily.ts'
import type { ReportEntriesTable, ReportsTable } from '../../store/schema/record/daily-tables.ts'
import { staffById, staffOfOffice } from '../../store/staff.ts'
import type { Staff } from '../identity/access.ts'
import { hashOf, type Sealer } from '../identity/secrets.ts'
import type { Offices } from '../office/offices.ts'
import type { Readings } from '../oversight/readings.ts'
import type { EvidenceFile, EvidenceFiles } from './evidence.ts'
import { forOf, type Leading } from './leading.ts'
import type { Works } from './work.ts'

/** What one device keeps of a day. */
export interface Draft extends ReportTimes {
  readonly device: string
  readonly kind: 'phone' | 'computer'
  readonly rev: number
  readonly text: ReportText
}

/** A draft as its device sends it; `replaces` is the one it began with. */
export interface SentDraft extends Omit<Draft, 'receivedAt'> {
  readonly replaces?: { readonly device: string; readonly rev: number } | undefined
}

/** A line of the thread with its writer's name. */
export interface NamedEntry extends ReportEntry {
  readonly by: string
}

/** A report without the work of its day. */
export interface ReportHead extends Lateness {
  readonly officerId: string
  readonly officer: string
  readonly date: LocalDate
  readonly state: ReportState
  /** By when it was due. */
  readonly due: Instant
  readonly versions: readonly ReportVersion[]
  readonly entries: readonly NamedEntry[]
  readonly files: readonly EvidenceFile[]
}

/** A report as whoever may read it gets it. */
export interface ReportView extends ReportHead {
  readonly work: DayWork
  /** Who answers it. */
  readonly assessor: { readonly id: string; readonly name: string } | null
}

/** An own report, with what is not sent yet. */
export interface OwnReport extends ReportView {
  readonly today: LocalDate
  readonly drafts: readonly Draft[]
}

type Me = Pick<Staff, 'id' | 'officeId' | 'name'>

/** Daily reports: written by an officer, answered by whoever assesses them on that day, never changed. */
export interface Reports {
  /** Throws what `mustReport` does. */
  own(me: Me, date: LocalDate): Promise<OwnReport>
  /** The reports of the days before today, the newest first. */
  recent(me: Me, before: LocalDate): Promise<readonly ReportHead[]>
  /** Keeps what is typed, once it is on disk; an older state than the one kept changes nothing. */
  keep(me: Me, date: LocalDate, draft: SentDraft): Promise<readonly Draft[]>
  discard(me: Me, date: LocalDate, draft: { readonly device: string; readonly rev: number }): Promise<void>
  /** One more version; throws `REPORT_TOO_LONG`, `REPORT_CHANGED` where another was sent since `seen`, `COMMAND_ID_REUSED` for anything else by this key. */
  send(
    me: Me,
    date: LocalDate,
    report: Omit<SentDraft, 'kind' | 'replaces'> & { seen: number },
    key: string,
  ): Promise<void>
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
  readonly files: Pick<EvidenceFiles, 'of'>
  readonly readings: Pick<Readings, 'note'>
  readonly now: () => Instant
  /** Tells the screens of somebody that a report has news. */
  readonly tell: (staffId: string) => void
}): Reports {
  const { db, offices, sealer, works, leading, files, readings, now, tell } = deps
  // One after another, so that versions and lines are counted without a gap.
  let turn: Promise<unknown> = Promise.resolve()
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const mine = turn.then(act)
    turn = mine.catch(() => undefined)
    return mine
  }
  const close = (value: unknown) => sealer.seal(JSON.stringify(value))
  const opened = <T>(sealed: string): T => JSON.parse(sealer.open(sealed)!) as T

  function versionOf(row: ReportsTable): ReportVersion {
    const times = { begunAt: row.begun_at, writtenAt: row.written_at, receivedAt: row.received_at }
    return { version: row.version, ...times, text: opened<ReportText>(row.text) }
  }
  function entryOf(row: ReportEntriesTable): ReportEntry {
    const { id, kind, version, at } = row
    return { id, kind, version, byId: row.by_id, at, text: opened<string>(row.text) }
  }

  /** The reports of these people on days between two dates; a day without a version is none. */
  async function heads(
    office: string,
    people: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly ReportHead[]> {
    const hall = offices.get(office)
    const [versions, entries, staff, disturbed] = await Promise.all([
      versionsOf(db, people, from, to),
      entriesOf(db, people, from, to),
      staffOfOffice(db, office),
      works.disturbances(office, from, to),
    ])
    const nameOf = (id: string) => staff.find(s => s.id === id)?.name ?? id
    const keys = [...new Set(versions.map(v => `${v.date} ${v.staff_id}`))]
    return Promise.all(
      keys.map(async key => {
        const [date, officerId] = key.split(' ') as [LocalDate, string]
        const of = <T extends { date: LocalDate; staff_id: string }>(rows: readonly T[]) =>
          rows.filter(r => r.date === date && r.staff_id === officerId)
        const all = of(versions).map(versionOf)
        const said = of(entries).map(entryOf)
        const due = dueOf(date, hall.reportDue, hall.zone)
        return {
          ...{ officerId, officer: nameOf(officerId), date, due, versions: all },
          state: stateOf(all.at(-1)!.version, said),
          ...lateness(all[0]!, due, disturbed.get(date) ?? []),
          entries: said.map(e => ({ ...e, by: nameOf(e.byId) })),
          files: await files.of({ staffId: officerId, date }),
        }
      }),
    )
  }

  async function viewOf(office: string, officerId: string, date: LocalDate): Promise<ReportView> {
    const [found, work, assessorId, officer] = await Promise.all([
      heads(office, [officerId], date, date),
      works.of(office, officerId, date),
      leading.assessorOf(office, officerId, date),
      staffById(db, officerId),
    ])
    const assessor = assessorId === undefined ? undefined : await staffById(db, assessorId)
    const hall = offices.get(office)
    const none = {
      ...{ officerId, officer: officer?.name ?? officerId, date, state: 'open' as const },
      ...{ due: dueOf(date, hall.reportDue, hall.zone), late: false, excusedBy: null },
      ...{ versions: [], entries: [] },
    }
    return {
      ...(found[0] ?? { ...none, files: await files.of({ staffId: officerId, date }) }),
      work,
      assessor: assessor ? { id: assessor.id, name: assessor.name } : null,
    }
  }

  async function drafts(of: ReportOf): Promise<readonly Draft[]> {
    return (await draftsOf(db, of)).map(row => ({
      ...{ device: row.device, kind: row.kind, rev: row.rev },
      ...{ begunAt: row.begun_at, writtenAt: row.written_at, receivedAt: row.received_at },
      text: opened<ReportText>(row.text),
    }))
  }

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
    const version = about(newest, rows.map(entryOf))
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
    async own(me, date) {
      const today = offices.today(me.officeId)
      mustReport(date, today)
      const [view, own] = await Promise.all([viewOf(me.officeId, me.id, date), drafts({ staffId: me.id, date })])
      return { ...view, today, drafts: own }
    },

    recent: async (me, before) =>
      [...(await heads(me.officeId, [me.id], addDays(before, -REPORT_DAYS), addDays(before, -1)))].reverse(),

    keep: (me, date, draft) =>
      inTurn(async () => {
        mustReport(date, offices.today(me.officeId))
        const of = { staffId: me.id, date }
        const row = {
          ...{ staff_id: me.id, date, device: draft.device, kind: draft.kind, rev: draft.rev },
          ...{ begun_at: draft.begunAt, written_at: draft.writtenAt, received_at: now(), text: close(draft.text) },
        }
        const { replaces } = draft
        const gone = replaces && replaces.device !== draft.device ? [noDraft(db, of, replaces)] : []
        await db.atomic([draftRow(db, row), ...gone])
        return drafts(of)
      }),

    discard: (me, date, draft) =>
      inTurn(async () => void (await db.atomic([noDraft(db, { staffId: me.id, date }, draft)]))),

    async send(me, date, report, key) {
      const office = me.officeId
      await inTurn(async () => {
        const id = hashOf(`report ${me.id} ${key}`).slice(0, 22)
        const rows = await versionsOf(db, [me.id], date, date)
        const known = rows.find(r => r.id === id)
        if (known) {
          if (!isDeepStrictEqual(opened(known.text), report.text)) throw new AppError('COMMAND_ID_REUSED')
          return
        }
        mustReport(date, offices.today(office))
        const newest = rows.at(-1)?.version ?? 0
        mustBeSeen(report.seen, newest)
        mustFit(report.text)
        const own = new Set((await files.of({ staffId: me.id, date })).map(f => f.id))
        if (report.text.activities.some(a => a.files.some(f => !own.has(f)))) throw new AppError('NOT_FOUND')
        const at = now()
        const row = {
          ...{ id, office, staff_id: me.id, date, version: newest + 1, text: close(report.text) },
          ...{ begun_at: report.begunAt, written_at: report.writtenAt, received_at: at },
        }
        const then = [noDraft(db, { staffId: me.id, date }, report)]
        const detail = { office, date, version: newest + 1, report: id }
        const entry = { at, who: `staff:${me.id}`, what: 'report.send', detail }
        if (!(await onRecord(db, { first: reportRow(db, row), then }, entry))) throw new AppError('COMMAND_ID_REUSED')
      })
      await told(office, me.id, date)
    },

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
          (await heads(me.officeId, [l.officerId], l.from, l.to))
            .filter(r => r.state === 'waiting')
            .map(report => ({ report, forId: l.forId })),
        ),
      )
      const found = all.flat()
      for (const { report, forId } of found) await wasRead(me, report.officerId, report.date, forId)
      return found
        .map(f => f.report)
        .sort((a, b) => a.officer.localeCompare(b.officer, 'id') || (a.date < b.date ? -1 : 1))
    },

    async read(me, officer, date) {
      const right = await leading.rightOf(me.officeId, me.id, officer, date)
      if (!right) throw new AppError('NOT_FOUND')
      await wasRead(me, officer, date, forOf(right))
      return viewOf(me.officeId, officer, date)
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
