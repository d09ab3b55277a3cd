import path from 'node:path'
import type { LocalDate } from '../../shared/kit/time.ts'
import { mountCalendar } from '../http/api/record/calendar.ts'
import { mountDaily } from '../http/api/record/daily.ts'
import { mountRosters } from '../http/api/rosters.ts'
import type { Door } from '../http/mount.ts'
import { createCalendars } from '../services/daily/calendar.ts'
import { createCited } from '../services/daily/cited.ts'
import { createEvidence } from '../services/daily/evidence.ts'
import { createLeading } from '../services/daily/leading.ts'
import { reportedBetween } from '../services/daily/reported.ts'
import { createReportSealer } from '../services/daily/report-sealer.ts'
import { createReports } from '../services/daily/reports.ts'
import { createStandings } from '../services/daily/standings.ts'
import { createWorks } from '../services/daily/work.ts'
import { createByteSealer, createSealer } from '../services/identity/secrets.ts'
import type { Offices } from '../services/office/offices.ts'
import type { Readings } from '../services/oversight/readings.ts'
import { createRosters } from '../services/roster/roster.ts'
import type { Ground } from './ground.ts'
import type { composeTeam } from './oversight.ts'

/** The plans of the weeks. */
export function composeRoster({ db, now }: Ground, offices: Offices) {
  const rosters = createRosters({ db, offices, now })
  return { ahead: rosters.ahead, mount: (door: Door) => mountRosters(door, rosters) }
}

/** What daily reports say of an officer's days. */
export function composeReported({ around, db, key, now }: Ground, offices: Offices) {
  const works = createWorks({ db, journal: around.journal ?? db.journal, offices, now })
  const sealer = createReportSealer(createSealer(key, 'reports'))
  const standings = createStandings({ db, offices, sealer, works })
  return (of: { readonly office: string; readonly officer: string }, from: LocalDate, to: LocalDate) =>
    reportedBetween(standings, of, from, to)
}

/** Daily reports, their evidence and their drafts. */
export function composeDaily(
  { around, db, key, now, turns }: Ground,
  offices: Offices,
  { team, readings }: { readonly team: ReturnType<typeof composeTeam>; readonly readings: Readings },
  /** Tells the screens of somebody that there is news of a report. */
  tell: (staffId: string) => void,
) {
  const leading = createLeading({ chain: team.chain, offices })
  const works = createWorks({ db, journal: around.journal ?? db.journal, offices, now })
  const sealer = createSealer(key, 'reports')
  const files = createEvidence({
    cited: createCited({ db, sealer: createReportSealer(sealer) }),
    ...{ db, offices, leading, readings, now, folder: path.join(around.dataDir, 'evidence') },
    names: createSealer(key, 'evidence names'),
    sealer: createByteSealer(key, 'evidence'),
  })
  const reports = createReports({ db, offices, sealer, works, leading, files, readings, now, tell })
  const words = createSealer(key, 'absences')
  const calendars = createCalendars({ db, offices, sealer: words, leading, readings, now, tell })
  return {
    mount(door: Door) {
      mountDaily(door, { reports, files, calm: turns.calm })
      mountCalendar(door, calendars)
    },
  }
}
