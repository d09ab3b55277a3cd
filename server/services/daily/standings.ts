import type { Instant, LocalDate } from '../../../shared/kit/time.ts'
import { dueOf, lateness, type Lateness } from '../../../shared/officer/daily/late.ts'
import {
  stateOf,
  type ReportEntry,
  type ReportState,
  type ReportText,
  type ReportVersion,
} from '../../../shared/officer/daily/report.ts'
import { grouped } from '../../../shared/kit/grouped.ts'
import type { Database } from '../../store/open/database.ts'
import { entriesOf, versionsOf } from '../../store/record/daily.ts'
import type { ReportEntriesTable, ReportsTable } from '../../store/schema/record/daily-tables.ts'
import type { Offices } from '../office/offices.ts'
import type { ReportSealer } from './report-sealer.ts'
import type { Works } from './work.ts'

/** Where a report stands: its versions, its thread without names, and whether it came in time. */
export interface Standing extends Lateness {
  readonly officerId: string
  readonly date: LocalDate
  readonly state: Exclude<ReportState, 'open'>
  /** By when it was due. */
  readonly due: Instant
  readonly versions: readonly ReportVersion[]
  readonly entries: readonly ReportEntry[]
}

/** Where reports stand that were sent. */
export interface Standings {
  /** Of these people on days between two dates, both included; a day without a version is none. */
  of(office: string, people: readonly string[], from: LocalDate, to: LocalDate): Promise<readonly Standing[]>
  entryOf(row: ReportEntriesTable): ReportEntry
}

export function createStandings(deps: {
  readonly db: Database
  readonly offices: Pick<Offices, 'get'>
  readonly sealer: ReportSealer
  readonly works: Pick<Works, 'disturbances'>
}): Standings {
  const { db, offices, works } = deps
  const { opened } = deps.sealer

  function versionOf(row: ReportsTable): ReportVersion {
    const times = { begunAt: row.begun_at, writtenAt: row.written_at, receivedAt: row.received_at }
    return { version: row.version, ...times, text: opened<ReportText>(row.text) }
  }
  function entryOf(row: ReportEntriesTable): ReportEntry {
    const { id, kind, version, at } = row
    return { id, kind, version, byId: row.by_id, at, text: opened<string>(row.text) }
  }
  const keyOf = (row: { readonly date: LocalDate; readonly staff_id: string }) => `${row.date} ${row.staff_id}`

  return {
    entryOf,
    async of(office, people, from, to) {
      const hall = offices.get(office)
      const [versions, entries, disturbed] = await Promise.all([
        versionsOf(db, people, from, to),
        entriesOf(db, people, from, to),
        works.disturbances(office, from, to),
      ])
      const lines = grouped(entries, keyOf)
      return [...grouped(versions, keyOf)].map(([key, rows]) => {
        const { date, staff_id: officerId } = rows[0]!
        const all = rows.map(versionOf)
        const said = (lines.get(key) ?? []).map(entryOf)
        const due = dueOf(date, hall.reportDue, hall.zone)
        // At least one version was sent, so it is not open.
        const state = stateOf(all.at(-1)!.version, said) as Standing['state']
        const late = lateness(all[0]!, due, disturbed.get(date) ?? [])
        return { officerId, date, due, state, ...late, versions: all, entries: said }
      })
    },
  }
}
