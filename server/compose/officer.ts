import { AppError } from '../../shared/kit/errors.ts'
import { mountFigures } from '../http/api/figures.ts'
import type { Door } from '../http/mount.ts'
import type { Offices } from '../services/office/offices.ts'
import { createDayReports } from '../services/officer/day-reports.ts'
import { createFigures } from '../services/officer/figures.ts'
import { createMissingPapers } from '../services/officer/missing-papers.ts'
import type { QueueDays } from '../services/queue/queue-days.ts'
import type { Ground } from './ground.ts'

/** Figures of the unit and of each officer. */
export function composeOfficer({ around, db, now }: Ground, offices: Offices, days: QueueDays) {
  const figures = createFigures({ db, offices, now })
  const reports = createDayReports({ db, journal: around.journal ?? db.journal, offices, figures, now })
  const missing = createMissingPapers({ db, offices })
  const waiting = async (office: string, service: string) => {
    if (!offices.get(office).services.some(s => s.id === service)) throw new AppError('NOT_FOUND', { service })
    return (await days.today(office)).waiting[service]?.length ?? 0
  }
  return {
    figures,
    missing,
    often: missing.often,
    mount: (door: Door) => mountFigures(door, figures, missing, reports, waiting),
  }
}
