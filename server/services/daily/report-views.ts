import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { dueOf, type Lateness } from '../../../shared/officer/daily/late.ts'
import type { ReportEntry, ReportState, ReportVersion } from '../../../shared/officer/daily/report.ts'
import type { DayWork } from '../../../shared/officer/daily/work.ts'
import type { Database } from '../../store/open/database.ts'
import { staffById, staffOfOffice } from '../../store/staff.ts'
import type { Offices } from '../office/offices.ts'
import type { EvidenceFile, EvidenceFiles } from './evidence.ts'
import type { Leading } from './leading.ts'
import type { Standings } from './standings.ts'
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
  /** Those that stand in what was sent. */
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
}

export function createReportViews(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  readonly standings: Standings
  readonly works: Pick<Works, 'of'>
  readonly leading: Pick<Leading, 'assessorOf'>
  readonly files: Pick<EvidenceFiles, 'of'>
}): ReportViews {
  const { db, offices, standings, works, leading, files } = deps

  async function heads(
    office: string,
    people: readonly string[],
    from: LocalDate,
    to: LocalDate,
  ): Promise<readonly ReportHead[]> {
    const [sent, staff] = await Promise.all([standings.of(office, people, from, to), staffOfOffice(db, office)])
    const nameOf = (id: string) => staff.find(s => s.id === id)?.name ?? id
    return Promise.all(
      sent.map(async one => ({
        ...one,
        officer: nameOf(one.officerId),
        entries: one.entries.map(e => ({ ...e, by: nameOf(e.byId) })),
        files: sentOf(one.versions, await files.of({ staffId: one.officerId, date: one.date })),
      })),
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
      ...{ versions: [], entries: [], files: [] },
    }
    return {
      ...(found[0] ?? none),
      work,
      assessor: assessor ? { id: assessor.id, name: assessor.name } : null,
    }
  }

  return { heads, of: viewOf }
}

function sentOf(versions: readonly ReportVersion[], files: readonly EvidenceFile[]): readonly EvidenceFile[] {
  const cited = new Set(versions.flatMap(v => v.text.activities.flatMap(a => a.files)))
  return files.filter(f => cited.has(f.id))
}
