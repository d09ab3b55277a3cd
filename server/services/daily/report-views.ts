import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { dueOf, lateness, type Lateness } from '../../../shared/officer/daily/late.ts'
import {
  stateOf,
  type ReportEntry,
  type ReportState,
  type ReportText,
  type ReportVersion,
} from '../../../shared/officer/daily/report.ts'
import type { DayWork } from '../../../shared/officer/daily/work.ts'
import type { Database } from '../../store/open/database.ts'
import { entriesOf, versionsOf } from '../../store/record/daily.ts'
import type { ReportEntriesTable, ReportsTable } from '../../store/schema/record/daily-tables.ts'
import { staffById, staffOfOffice } from '../../store/staff.ts'
import type { Offices } from '../office/offices.ts'
import type { EvidenceFile, EvidenceFiles } from './evidence.ts'
import type { Leading } from './leading.ts'
import type { ReportSealer } from './report-sealer.ts'
import type { Works } from './work.ts'

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

/** Reports as they are read. */
export interface ReportViews {
  /** The reports of these people on days between two dates, both included; a day without a version is none. */
  heads(office: string, people: readonly string[], from: LocalDate, to: LocalDate): Promise<readonly ReportHead[]>
  /** One report with the work of its day, also where nothing was sent. */
  of(office: string, officer: string, date: LocalDate): Promise<ReportView>
  entryOf(row: ReportEntriesTable): ReportEntry
}

export function createReportViews(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  readonly sealer: ReportSealer
  readonly works: Works
  readonly leading: Pick<Leading, 'assessorOf'>
  readonly files: Pick<EvidenceFiles, 'of'>
}): ReportViews {
  const { db, offices, sealer, works, leading, files } = deps
  const { opened } = sealer

  function versionOf(row: ReportsTable): ReportVersion {
    const times = { begunAt: row.begun_at, writtenAt: row.written_at, receivedAt: row.received_at }
    return { version: row.version, ...times, text: opened<ReportText>(row.text) }
  }
  function entryOf(row: ReportEntriesTable): ReportEntry {
    const { id, kind, version, at } = row
    return { id, kind, version, byId: row.by_id, at, text: opened<string>(row.text) }
  }

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

  return { heads, of: viewOf, entryOf }
}
