import { mountFigures } from '../http/api/figures.ts'
import type { Door } from '../http/mount.ts'
import type { Offices } from '../services/office/offices.ts'
import { createDayReports } from '../services/officer/day-reports.ts'
import { createFigures } from '../services/officer/figures.ts'
import { createMissingPapers } from '../services/officer/missing-papers.ts'
import type { Ground } from './ground.ts'

/** Figures of the unit and of each officer. */
export function composeOfficer({ around, db, now }: Ground, offices: Offices) {
  const figures = createFigures({ db, offices, now })
  const reports = createDayReports({ db, journal: around.journal ?? db.journal, offices, figures, now })
  const missing = createMissingPapers({ db, offices })
  return {
    figures,
    missing,
    often: missing.often,
    mount: (door: Door) => mountFigures(door, figures, missing, reports),
  }
}
